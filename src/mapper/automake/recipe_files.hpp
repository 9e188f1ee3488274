#pragma once
// The files that a recipe reads and writes, as commands of CMake name them.

#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/directory_context.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {

// Relative to the directory, where the file is below it.
model::Text name_in_build(DirectoryContext const& context, std::string const& path);

bool comes_with_sources(DirectoryContext const& context, TreePath const& path);

// A file that a command reads: make may find it in the source tree.
model::Text file_word(DirectoryContext const& context, model::Text const& word);

// What a rule needs: files and targets in DEPENDS, and as a command names them.
struct Prerequisites {
    std::vector<model::Text> depends;
    std::vector<model::Text> words;
};

// Nothing if one of them depends on a conditional, or is neither there nor made.
std::optional<Prerequisites> prerequisites_of(DirectoryContext const& context, automake::Rule const& rule);

}  // namespace am2cmake::mapper
