#pragma once
// Recipes that nothing but a shell understands: CMake runs them with sh, where there is one.

#include <optional>
#include <string_view>

#include "mapper/automake/recipe_files.hpp"

namespace am2cmake::mapper {

// The commands without outputs and dependencies. Nothing where a line needs make itself.
std::optional<std::vector<std::vector<model::Text>>> shell_commands(DirectoryContext const& context,
                                                                    RuleInstance const& instance,
                                                                    Prerequisites const& prerequisites,
                                                                    RuleFiles const& files, RecipeCase& in_case);

// In CMake it may be a list of flags.
bool is_flags_variable(std::string_view name);

// A line as sh is to run it: without what make reads before it, and with programs for the variables of configure that
// name some. Nothing where it needs make itself.
std::optional<model::Text> shell_line(DirectoryContext const& context, automake::RecipeLine const& line,
                                      RuleFiles const& files, RecipeCase& in_case);

// The same without knowledge of those programs: for who reads the commands.
std::optional<model::Text> recipe_line(DirectoryContext const& context, automake::RecipeLine const& line,
                                       RuleFiles const& files, RecipeCase& in_case);

}  // namespace am2cmake::mapper
