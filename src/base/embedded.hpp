#pragma once
// The data files that travel inside the program: the rules, and the CMake modules that it writes into trees.

#include <string_view>
#include <vector>

namespace am2cmake {

struct EmbeddedFile {
    std::string_view path;  // rules/autoconf/headers.rules, rules/m4/m4sh.m4, modules/ConfigureChecks.cmake
    std::string_view text;
};

// All files below a folder ("rules", "rules/m4", "modules"), by path.
std::vector<EmbeddedFile> embedded_files(std::string_view folder);

}  // namespace am2cmake
