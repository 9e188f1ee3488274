#pragma once
// Programs and libraries of one directory.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// Adds the targets to the items, and the flags they share to the directory.
void map_targets(DirectoryContext const& context, PlacedItems& items, model::Directory& directory);

// `foo_SOURCES` and the like without a program or library foo: a finding.
void report_strays(DirectoryContext const& context);

}  // namespace am2cmake::mapper
