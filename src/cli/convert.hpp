#pragma once
// `am2cmake convert`: every stage of the way from an autotools tree to a CMake tree, one line each.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/source_tree.hpp"
#include "cli/console.hpp"
#include "cli/rule_files.hpp"
#include "mapper/automake/map_automake.hpp"
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

// configure.ac, or configure.in as it once was called.
std::optional<Source> find_configure_ac(SourceTree& tree, Diagnostics const& diagnostics);

// configure.ac as the half of the model that the Makefile.am files depend on, and what they see of it.
model::Project read_configure(SourceTree& tree, Source const& configure_ac, RuleFiles const& rule_files,
                              Progress& progress, Diagnostics& diagnostics);
mapper::ConfigureFacts configure_facts(model::Project const& project, mapper::RuleBook const& rules);

// What configure.ac is expanded with: our definitions and those of the tree. It reads from the tree.
m4::Environment m4_environment(SourceTree& tree, Source const& configure_ac, RuleFiles const& rule_files);

// CMake's targets by the files that Automake calls them, relative to a project's top.
using Targets = std::map<std::string, std::string>;

// The stages from text to the model. `outer_targets` are those of the projects around it: "../src/libfoo.la".
model::Project read_project(SourceTree& tree, Source const& configure_ac, RuleFiles const& rule_files,
                            Progress& progress, Diagnostics& diagnostics, Targets const& outer_targets = {});

// Returns the exit code.
int convert(ConvertOptions const& options, Console const& console);

}  // namespace am2cmake::cli
