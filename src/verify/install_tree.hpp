#pragma once
// What a build installs.

#include <filesystem>
#include <set>
#include <string>

namespace am2cmake::verify {

// The files and links of a stage by the path that they are installed to ("/usr/local/bin/foo"), without what both
// sides need not have: libtool's *.la and the index of the info pages. None where the stage is missing.
std::set<std::string> installed_files(std::filesystem::path const& stage);

// Does it belong to a CMake package? The CMake side may install one more.
bool is_cmake_package_file(std::string const& file);

}  // namespace am2cmake::verify
