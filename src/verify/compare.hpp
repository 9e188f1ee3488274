#pragma once
// Two sides in, differences out.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "verify/config_header.hpp"
#include "verify/shared_library.hpp"

namespace am2cmake::verify {

// What a build made.
struct Side {
    std::set<std::string> files;                     // as installed_files gives them
    std::map<std::string, SharedLibrary> libraries;  // by installed file
    std::map<std::string, Macros> headers;           // config headers, by path in the build
};

struct Comparison {
    std::string what;
    std::vector<std::string> differences;  // a sentence each
};

// What is compared, each with how the CMake side differs from the autotools side.
std::vector<Comparison> compare(Side const& autotools, Side const& cmake);

}  // namespace am2cmake::verify
