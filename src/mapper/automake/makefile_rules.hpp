#pragma once
// Rules with recipes, and other statements for make alone: which of them the build, the installation or the tests need.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// `wanted` are those of all directories.
void map_rules(DirectoryContext const& context, std::set<std::string> const& wanted, PlacedItems& items);

}  // namespace am2cmake::mapper
