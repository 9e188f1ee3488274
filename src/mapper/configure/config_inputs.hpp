#pragma once
// The templates of configuration files: which substitutions they ask for.

#include "base/diagnostic.hpp"
#include "base/source_tree.hpp"
#include "model/project.hpp"

namespace am2cmake::mapper {

// Notes the AC_SUBST names that stand as @NAME@ in a template. Diagnostics: missing_source for one that is not there.
void read_config_inputs(SourceTree& tree, model::Project& project, Diagnostics& diagnostics);

}  // namespace am2cmake::mapper
