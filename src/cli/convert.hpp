#pragma once
// `am2cmake convert`: every stage of the way from an autotools tree to a CMake tree, one line each.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/console.hpp"

namespace am2cmake::cli {

struct ConvertOptions {
    std::string source = ".";
    std::optional<std::string> output;  // nothing: beside the autotools files
    bool force = false;
    bool dry_run = false;
    std::vector<std::string> rules;                            // more rules files, a later one wins
    std::vector<std::pair<std::string, std::string>> reports;  // format and file
};

// Returns the exit code.
int convert(ConvertOptions const& options, Console const& console);

}  // namespace am2cmake::cli
