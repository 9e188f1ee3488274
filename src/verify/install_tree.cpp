#include "verify/install_tree.hpp"

#include <system_error>

namespace am2cmake::verify {

namespace fs = std::filesystem;

std::set<std::string> installed_files(fs::path const& stage) {
    std::set<std::string> files;
    std::error_code error;
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(stage, error)) {
        std::string const file = "/" + entry.path().lexically_relative(stage).generic_string();
        bool const is_file = entry.is_symlink() || !entry.is_directory();
        if (is_file && !file.ends_with(".la") && !file.ends_with("/info/dir")) {
            files.insert(file);
        }
    }
    return files;
}

bool is_cmake_package_file(std::string const& file) {
    return file.find("/lib/cmake/") != std::string::npos;
}

}  // namespace am2cmake::verify
