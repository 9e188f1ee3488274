#pragma once
// Expanded configure.ac to the configure program of the model, by the rules.

#include "base/diagnostic.hpp"
#include "base/source_tree.hpp"
#include "mapper/rule_book.hpp"
#include "model/project.hpp"
#include "parser/m4_expanded.hpp"

namespace am2cmake::mapper {

void map_configure(m4::Program const& program, RuleBook const& rules, SourceTree& tree, model::Project& project,
                   Diagnostics& diagnostics);

}  // namespace am2cmake::mapper
