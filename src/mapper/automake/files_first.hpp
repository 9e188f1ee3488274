#pragma once
// Which of the files that rules make must be there before targets compile, and which belong to
// `all` or to the tests.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// Adds them to the directory's items, which must be complete. `wanted` are the files that all directories want.
void add_files_first(DirectoryContext const& context, std::set<std::string> const& wanted, model::Directory& directory);

}  // namespace am2cmake::mapper
