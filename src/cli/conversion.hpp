#pragma once
// A project and those within it (AC_CONFIG_SUBDIRS), each converted with its own configure.ac into the one output tree.

#include <string>

#include "cli/convert.hpp"
#include "emitter/output_tree.hpp"

namespace am2cmake::cli {

class Conversion {
public:
    Conversion(std::string source, RuleFiles const& rule_files, Progress& progress, Diagnostics& diagnostics)
        : source_(std::move(source)), rule_files_(rule_files), progress_(progress), diagnostics_(diagnostics) {}

    // The project in a folder of the source, "" for the top, and what is within it.
    void add(SourceTree& tree, Source const& configure_ac, std::string const& folder, Targets const& outer_targets);

    emitter::OutputTree const& output() const { return output_; }
    model::Tally const& tally() const { return tally_; }

private:
    void add_subprojects(model::Project const& project, std::string const& folder);
    void keep(emitter::OutputTree const& output, std::string const& folder);

    std::string source_;
    RuleFiles const& rule_files_;
    Progress& progress_;
    Diagnostics& diagnostics_;
    emitter::OutputTree output_;
    model::Tally tally_;
    int depth_ = 0;
    int added_ = 0;  // projects within the one at the top
};

}  // namespace am2cmake::cli
