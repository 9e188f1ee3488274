#include "base/source.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace am2cmake {
namespace {

std::vector<std::uint32_t> line_starts(std::string_view text) {
    std::vector<std::uint32_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            starts.push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
    return starts;
}

}  // namespace

Source SourceMap::add_file(std::string path, std::string text) {
    std::vector<std::uint32_t> lines = line_starts(text);
    File const& file = files_.emplace_back(File{std::move(path), std::move(text), std::move(lines)});
    auto const length = static_cast<std::uint32_t>(file.text.size());
    entries_.push_back({next_, length, {}, {}, files_.size()});
    Location const begin{next_};
    next_ += length + 1;  // the end of a file has a Location too
    return {begin, file.path, file.text};
}

Location SourceMap::add_expansion(Location spelled, Location expanded_at, std::size_t length) {
    if (length >= std::numeric_limits<std::uint32_t>::max() - next_) {
        return {};
    }
    entries_.push_back({next_, static_cast<std::uint32_t>(length), spelled, expanded_at, 0});
    Location const begin{next_};
    next_ += static_cast<std::uint32_t>(length) + 1;
    return begin;
}

SourceMap::Entry const* SourceMap::find(Location location) const {
    if (!location.known() || entries_.empty()) {
        return nullptr;
    }
    auto const after = std::upper_bound(entries_.begin(), entries_.end(), location.handle,
                                        [](std::uint32_t handle, Entry const& entry) { return handle < entry.begin; });
    return after == entries_.begin() ? nullptr : &*std::prev(after);
}

Location SourceMap::spelling(Location location) const {
    Entry const* entry = find(location);
    while (entry != nullptr && entry->file == 0) {
        location = entry->spelled + (location.handle - entry->begin);
        entry = find(location);
    }
    return location;
}

std::optional<Location> SourceMap::expanded_at(Location location) const {
    Entry const* entry = find(location);
    if (entry == nullptr || entry->file != 0 || !entry->expanded_at.known()) {
        return std::nullopt;
    }
    return entry->expanded_at;
}

Location SourceMap::outermost(Location location) const {
    while (std::optional<Location> const up = expanded_at(location)) {
        location = *up;
    }
    return spelling(location);
}

std::string_view SourceMap::text(Span span) const {
    Location const begin = spelling(span.begin);
    Location const end = spelling(span.end);
    Entry const* entry = find(begin);
    if (entry == nullptr || entry != find(end) || end < begin) {
        return {};
    }
    return std::string_view(files_[entry->file - 1].text).substr(begin.handle - entry->begin, end.handle - begin.handle);
}

std::optional<Place> SourceMap::place(Location location) const {
    location = spelling(location);
    Entry const* entry = find(location);
    if (entry == nullptr) {
        return std::nullopt;
    }
    File const& file = files_[entry->file - 1];
    std::uint32_t const offset = std::min(location.handle - entry->begin, entry->length);
    auto const line = std::prev(std::upper_bound(file.lines.begin(), file.lines.end(), offset));
    auto const next = std::next(line);
    std::size_t const end = next == file.lines.end() ? file.text.size() : *next - 1;
    std::string_view const text = std::string_view(file.text).substr(*line, end - *line);
    return Place{file.path, static_cast<std::uint32_t>(line - file.lines.begin() + 1), offset - *line + 1, text};
}

}  // namespace am2cmake
