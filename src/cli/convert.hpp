#pragma once
// `am2cmake convert`: every stage of the way from an autotools tree to a CMake tree, one line each.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/source_tree.hpp"
#include "cli/console.hpp"
#include "cli/rule_files.hpp"
#include "model/project.hpp"
#include "parser/m4_expand.hpp"

namespace am2cmake::cli {

struct ConvertOptions {
    std::string source = ".";
    std::optional<std::string> output;  // nothing: beside the autotools files
    bool force = false;
    bool dry_run = false;
    std::vector<std::string> rules;                            // more rules files, a later one wins
    std::vector<std::pair<std::string, std::string>> reports;  // format and file
};

// configure.ac, or the configure.in of long ago.
std::optional<Source> find_configure_ac(SourceTree& tree, Diagnostics const& diagnostics);

// What configure.ac is expanded with: our definitions and those of the tree. It reads from the tree.
m4::Environment m4_environment(SourceTree& tree, Source const& configure_ac, mapper::RuleBook const& rules,
                               std::vector<m4::Definitions> definitions);

// The stages from text to the model.
model::Project read_project(SourceTree& tree, Source const& configure_ac, RuleFiles rule_files, Progress& progress,
                            Diagnostics& diagnostics);

// Returns the exit code.
int convert(ConvertOptions const& options, Console const& console);

}  // namespace am2cmake::cli
