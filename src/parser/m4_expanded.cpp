#include "parser/m4_expanded.hpp"

#include <algorithm>
#include <charconv>

namespace am2cmake::m4 {

Location Expanded::location(std::size_t offset) const {
    auto const after = std::upper_bound(origins.begin(), origins.end(), offset,
                                        [](std::size_t at, Origin const& origin) { return at < origin.offset; });
    if (after == origins.begin()) {
        return {};
    }
    Origin const& origin = *std::prev(after);
    return origin.location + (offset - origin.offset);
}

Placeholder placeholder_at(std::string_view text, std::size_t offset) {
    if (offset >= text.size() || text[offset] != call_begin) {
        return {};
    }
    std::size_t const end = text.find(call_end, offset);
    if (end == std::string_view::npos) {
        return {};
    }
    Placeholder found{0, end + 1 - offset};
    std::from_chars(text.data() + offset + 1, text.data() + end, found.call);
    return found;
}

}  // namespace am2cmake::m4
