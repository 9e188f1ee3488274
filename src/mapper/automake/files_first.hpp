#pragma once
// Which of the files that rules make must be there before targets compile, and which belong to `all` alone.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// Adds them to the directory's items, which must be complete.
void add_files_first(DirectoryContext const& context, model::Directory& directory);

}  // namespace am2cmake::mapper
