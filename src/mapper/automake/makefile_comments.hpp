#pragma once
// Comments that say something stay above what they stand above.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// All other items must be there already: a comment goes where the statement below it went nowhere.
void map_comments(DirectoryContext const& context, PlacedItems& items);

// False for decoration, boilerplate, licenses and statements that are commented out.
bool says_something(std::string_view comment);

}  // namespace am2cmake::mapper
