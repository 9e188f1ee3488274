#pragma once
// `am2cmake verify`: builds a tree with the autotools and with CMake, and tells how the results differ.

#include <optional>
#include <string>

#include "cli/console.hpp"

namespace am2cmake::cli {

struct VerifyOptions {
    std::string source = ".";
    std::optional<std::string> work;  // nothing: a temporary folder
    bool keep = false;
};

// Returns the exit code.
int verify(VerifyOptions const& options, Console const& console);

}  // namespace am2cmake::cli
