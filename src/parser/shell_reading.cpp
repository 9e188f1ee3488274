#include "parser/shell_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace am2cmake::shell {
namespace {

constexpr int deepest = 250;  // takes up to 1 MB of the stack

}  // namespace

char const* Reading::after_newline(char const* newline) const {
    auto const found = here_document_end.find(newline);
    return found == here_document_end.end() ? newline + 1 : found->second;
}

void Reading::fail(char const* at, std::string message) const {
    throw Failure{static_cast<std::size_t>(at - begin()), location(at), std::move(message)};
}

Nesting::Nesting(Reading& reading, char const* at) : depth_(reading.depth, reading.depth + 1) {
    if (reading.depth > deepest) {
        throw Failure{static_cast<std::size_t>(at - reading.begin()), reading.location(at),
                      fmt::format("nesting is deeper than {} levels; nothing from here on is read", deepest), true};
    }
}

void Excerpt::add(char const* begin, char const* end) {
    if (begin == end && !excerpt_.origins.empty()) {
        return;
    }
    auto const first = static_cast<std::size_t>(begin - whole_.text.data());
    auto const last = static_cast<std::size_t>(end - whole_.text.data());
    std::size_t const size = excerpt_.text.size();
    excerpt_.origins.push_back({size, whole_.location(first)});
    auto next = std::upper_bound(whole_.origins.begin(), whole_.origins.end(), first,
                                 [](std::size_t at, m4::Origin const& origin) { return at < origin.offset; });
    for (; next != whole_.origins.end() && next->offset < last; ++next) {
        excerpt_.origins.push_back({size + next->offset - first, next->location});
    }
    excerpt_.text.append(begin, end);
}

bool begins_line_break(char const* at, char const* last) {
    return at != last && (*at == '\n' || (*at == '\r' && at + 1 != last && at[1] == '\n'));
}

char const* after_continuations(char const* at, char const* last) {
    while (at != last && *at == '\\' && begins_line_break(at + 1, last)) {
        at += at[1] == '\r' ? 3 : 2;
    }
    return at;
}

char const* after_blanks(char const* at, char const* last) {
    for (;;) {
        at = after_continuations(at, last);
        bool const carriage_return = at != last && *at == '\r' && (at + 1 == last || at[1] == '\n');
        if (at == last || !(carriage_return || *at == ' ' || *at == '\t' || *at == '\v' || *at == '\f')) {
            return at;
        }
        ++at;
    }
}

char const* line_end(char const* at, char const* last) {
    return std::find(at, last, '\n');
}

bool ends_word(char const* at, char const* last) {
    return at == last || begins_line_break(at, last) || (*at == '\r' && at + 1 == last) ||
           std::string_view(" \t\v\f\n;&|()<>").find(*at) != std::string_view::npos ||
           after_continuations(at, last) != at;
}

bool starts_with(char const* at, char const* last, std::string_view text) {
    return std::string_view(at, static_cast<std::size_t>(last - at)).starts_with(text);
}

}  // namespace am2cmake::shell
