#pragma once
// Where a project's own macros are: the files that aclocal would read (Automake manual, "Invoking aclocal").

#include <vector>

#include "base/source_tree.hpp"
#include "parser/m4_expand.hpp"

namespace am2cmake::mapper {

// aclocal.m4, the folders of AC_CONFIG_MACRO_DIRS and ACLOCAL_AMFLAGS, acinclude.m4: in the order of their layers.
std::vector<m4::Definitions> project_definitions(SourceTree& tree, Source const& configure_ac);

}  // namespace am2cmake::mapper
