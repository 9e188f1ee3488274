#pragma once
// Reading and writing whole files. What goes wrong comes back in the system's own words.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace am2cmake {

struct FileText {
    std::optional<std::string> text;
    std::string error;  // why there is none: "No such file or directory", "not a regular file"
};

// Reads a regular file; never waits at a pipe or a terminal, never reads a device.
FileText read_file(std::filesystem::path const& path);

// These return why the file could not be written; an empty text: it was.
// `create_file` makes a new file (mode 0644 less the umask) and waits until it is on the disk; it never follows a
// link and never opens what is there. `overwrite_file` opens what is there: a file, a pipe, a device.
std::string create_file(std::filesystem::path const& path, std::string_view text);
std::string overwrite_file(std::filesystem::path const& path, std::string_view text);

}  // namespace am2cmake
