#pragma once
// Recipes that are simple enough to understand.

#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// A line of a recipe as the words of one plain command, its references followed. Nothing if it needs a shell, ignores
// its exit code, or depends on a conditional.
std::optional<std::vector<model::Text>> plain_command(DirectoryContext const& context,
                                                      automake::RecipeLine const& line);

// The tests of a recipe that only runs programs of the project; nothing if it does anything else.
std::optional<std::vector<model::Test>> tests_of_recipe(DirectoryContext const& context, automake::Rule const& rule,
                                                        model::Condition const& when);

}  // namespace am2cmake::mapper
