#include "base/embedded.hpp"

#include <map>
#include <string>

#include "base/embedded_pieces.hpp"

namespace am2cmake {
namespace {

std::map<std::string_view, std::string> joined_files() {
    std::map<std::string_view, std::string> files;
    for (EmbeddedPieces const& file : embedded_pieces()) {
        std::string& text = files[file.path];
        for (std::string_view const piece : file.pieces) {
            text += piece;
        }
    }
    return files;
}

bool is_below(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

std::vector<EmbeddedFile> embedded_files(std::string_view folder) {
    static std::map<std::string_view, std::string> const all = joined_files();
    std::vector<EmbeddedFile> files;
    for (auto const& [path, text] : all) {
        if (is_below(path, folder)) {
            files.push_back({path, text});
        }
    }
    return files;
}

}  // namespace am2cmake
