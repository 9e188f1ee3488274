#pragma once
// Headers, data, scripts and manual pages of one directory.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

void map_installed_files(DirectoryContext const& context, PlacedItems& items);

}  // namespace am2cmake::mapper
