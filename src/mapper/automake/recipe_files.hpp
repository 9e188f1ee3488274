#pragma once
// The files that a recipe reads and writes, as commands of CMake name them.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/recipe_text.hpp"
#include "mapper/automake/rule_instance.hpp"
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
    std::map<std::string, std::string> programs;  // targets among them, and where make has them, relative to the top
    bool always = false;                          // something that is no file: the recipe runs each time
};

// Nothing if one of them is neither there nor made, or where `in_case` leaves open which ones there are.
std::optional<Prerequisites> prerequisites_of(DirectoryContext const& context, RuleInstance const& instance,
                                              RecipeCase& in_case);

// The text with $<TARGET_FILE:...> where a word is the path of a program that the rule needs: CMake may have put it
// somewhere else.
model::Text with_program_files(DirectoryContext const& context, model::Text const& text,
                               Prerequisites const& prerequisites);

}  // namespace am2cmake::mapper
