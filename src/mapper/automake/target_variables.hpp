#pragma once
// Variables of one target, `fast.lo: CFLAGS += -mavx2`, where they are flags for the compilation of some sources.

#include <cstddef>
#include <set>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// The statements that have a translation.
std::set<std::size_t> map_target_variables(DirectoryContext const& context, PlacedItems& items);

}  // namespace am2cmake::mapper
