#include <algorithm>
#include <optional>

#include "base/source_tree.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Target;

// A package can't name what is not installed with it.
bool can_be_packaged(Target const& target) {
    bool const is_library = target.kind == Target::Kind::libtool_library || target.kind == Target::Kind::library;
    return is_library && target.install_directory && !target.module &&
           std::none_of(target.libraries.begin(), target.libraries.end(), [](auto const& library) {
               return library.value.kind == model::Library::Kind::target && !library.value.is_libtool;
           });
}

// The folder of a file that a directory lists; nothing where it is elsewhere. An installation that keeps directories
// takes the path from there on.
std::optional<model::HeaderFolder> folder_of(model::Text const& file, std::string const& directory, bool keeps) {
    bool const plain = file.constant();
    std::string const variable = plain ? "CMAKE_CURRENT_SOURCE_DIR" : file.pieces.front().text;
    bool const built = variable == "CMAKE_CURRENT_BINARY_DIR" || variable == "PROJECT_BINARY_DIR";
    bool const source = variable == "CMAKE_CURRENT_SOURCE_DIR" || variable == "PROJECT_SOURCE_DIR";
    if (!(built || source) || (!plain && file.pieces.size() != 2)) {
        return std::nullopt;
    }
    std::string const name = plain ? "./" + file.value() : "." + file.pieces.back().text;
    std::string const below = keeps ? "." : name.substr(0, name.rfind('/'));
    bool const from_top = variable.starts_with("PROJECT_");
    return model::HeaderFolder{path_below(from_top ? "" : directory, below), built, ""};
}

// Where `name` is the end of the path, the folder above it is an include directory as it is.
model::HeaderFolder above(model::HeaderFolder folder, std::string_view name) {
    bool const ends_so = ("/" + folder.path).ends_with("/" + std::string(name));
    if (name.empty() || !ends_so) {
        folder.name = name;
        return folder;
    }
    folder.path.resize(folder.path.size() - std::min(folder.path.size(), name.size() + 1));
    return folder;
}

void add_header_folders(model::InstallFiles const& files, std::string const& directory,
                        std::vector<model::HeaderFolder>& folders) {
    std::vector<model::Piece> const& pieces = files.directory.pieces;
    bool const below = pieces.size() == 2 && pieces.back().kind == model::Piece::Kind::literal;
    if (pieces.empty() || pieces.front().text != "CMAKE_INSTALL_INCLUDEDIR" || !(below || pieces.size() == 1)) {
        return;
    }
    for (model::When<model::Text> const& file : files.files) {
        std::optional<model::HeaderFolder> const found =
            file.value.empty() ? std::nullopt : folder_of(file.value, directory, files.keep_directories);
        if (found) {
            model::HeaderFolder const folder = above(*found, below ? pieces.back().text.substr(1) : "");
            if (std::find(folders.begin(), folders.end(), folder) == folders.end()) {
                folders.push_back(folder);
            }
        }
    }
}

}  // namespace

void package_libraries(model::Project& project, Diagnostics&) {
    for (model::Directory& directory : project.directories) {
        for (model::Directory::Item& item : directory.items) {
            if (auto* target = std::get_if<Target>(&item); target != nullptr && can_be_packaged(*target)) {
                target->package = project.tarname;
            } else if (auto const* files = std::get_if<model::InstallFiles>(&item)) {
                add_header_folders(*files, directory.path, project.header_folders);
            }
        }
    }
}

}  // namespace am2cmake::passes
