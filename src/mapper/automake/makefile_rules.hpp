#pragma once
// Rules with recipes, and other statements for make alone: which of them the build, the installation or the tests need.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// What the rules make, and the endings that suffix and pattern rules know.
MadeByRules made_by_rules(Makefile const& makefile, MakefileVariables& variables);

// Files and names, relative to the top, that `make all`, `make install` and `make check` want of this directory.
std::set<std::string> wanted_files(Makefile const& makefile, MakefileVariables& variables,
                                   std::vector<BuiltTarget> const& targets);

// `wanted` are those of all directories.
void map_rules(DirectoryContext const& context, std::set<std::string> const& wanted, PlacedItems& items);

}  // namespace am2cmake::mapper
