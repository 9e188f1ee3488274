#pragma once
// The source tree that is read. Nothing outside of it is read, neither by `..` nor through a link.
//
// Paths are relative, with `/`, to the top of the tree or to the folder of a project within it. That project can name
// files of the ones around it: `../m4`. What a user sees is always relative to the top.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/source.hpp"

namespace am2cmake {

class SourceTree {
public:
    SourceTree(std::filesystem::path root, Diagnostics& diagnostics, std::string folder = {});

    // The file's text, read once. Nothing if there is no such file, or after a finding (unreadable_file) if it can't be
    // read, is larger than 4 MiB, or is a link that leads nowhere or out of the tree. Bytes that no text holds (NUL,
    // other control characters, invalid UTF-8) are a finding (invalid_text); control characters become `?`.
    std::optional<Source> read(std::string const& path);

    bool is_file(std::string const& path) const;
    bool is_directory(std::string const& path) const;

    // Names of the files in a folder that end so, sorted; none where a link makes it a folder outside of the tree.
    std::vector<std::string> files(std::string const& folder, std::string_view ending) const;

private:
    std::string name_of(std::string const& path) const;  // relative to root_
    bool inside(std::string const& path) const;
    bool leads_out(std::string const& name) const;  // through a link
    FileText text_of(std::string const& name) const;

    std::filesystem::path root_;
    std::string folder_;
    Diagnostics* diagnostics_;
    std::map<std::string, std::optional<Source>> read_;
    std::uintmax_t bytes_read_ = 0;
};

// "a/./b/../c" is "a/c"; a path that climbs out of the top starts with "..".
std::string normal_path(std::string_view path);

// The path of `name` as seen from the top, for a file of `folder`.
std::string path_below(std::string_view folder, std::string_view name);

}  // namespace am2cmake
