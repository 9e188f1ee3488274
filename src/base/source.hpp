#pragma once
// Where text came from: files, and the expansions of macros over them.
//
// A Location is a small handle. Files and expansions share one space of handles, each byte of either has one, so that
// a token keeps its origin through every stage. Line and column are computed only for printing.

#include <compare>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace am2cmake {

// One byte of a file or of an expansion. The default one is nowhere.
struct Location {
    std::uint32_t handle = 0;

    bool known() const { return handle != 0; }
    Location operator+(std::size_t bytes) const { return {handle + static_cast<std::uint32_t>(known() ? bytes : 0)}; }
    auto operator<=>(Location const&) const = default;
};

// From the first byte of a construct to the one after its last.
struct Span {
    Location begin;
    Location end;

    auto operator<=>(Span const&) const = default;
};

// A file in memory. `path` is what a user calls it: relative to the tree that is converted where it lies in it.
struct Source {
    Location begin;
    std::string_view path;
    std::string_view text;
};

// A Location as a person reads it. Lines and columns count from 1, columns in bytes.
struct Place {
    std::string_view path;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string_view line_text;
};

class SourceMap {
public:
    // Keeps the text; the Source stays valid as long as the map does.
    Source add_file(std::string path, std::string text);

    // `length` bytes that were spelled from `spelled` on and stand where the macro call at `expanded_at` stood.
    // An empty Location comes back when the space of handles is used up (4 GiB of text).
    Location add_expansion(Location spelled, Location expanded_at, std::size_t length);

    // Where the byte was written by a person; nothing for an unknown Location.
    std::optional<Place> place(Location location) const;

    // The byte of a file that an expansion repeats; a byte of a file is its own spelling.
    Location spelling(Location location) const;

    // The macro call whose expansion the byte belongs to, one level up; nothing for a byte of a file.
    std::optional<Location> expanded_at(Location location) const;

    // The characters from begin to end, where both were written in one file, one after the other; else "".
    std::string_view text(Span span) const;

    // The byte of a file where the outermost macro call stands.
    Location outermost(Location location) const;

private:
    struct Entry {
        std::uint32_t begin;
        std::uint32_t length;
        Location spelled;      // of an expansion
        Location expanded_at;  // of an expansion
        std::size_t file;      // of a file: index + 1
    };
    struct File {
        std::string path;
        std::string text;
        std::vector<std::uint32_t> lines;  // offset of the first byte of each line
    };

    Entry const* find(Location location) const;

    std::vector<Entry> entries_;
    std::deque<File> files_;
    std::uint32_t next_ = 1;
};

}  // namespace am2cmake
