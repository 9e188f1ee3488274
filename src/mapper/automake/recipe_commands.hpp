#pragma once
// Recipes that make files with commands that CMake has, programs of the project, or interpreters that configure found.

#include <optional>
#include <variant>
#include <vector>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

struct TranslatedRecipe {
    std::vector<std::variant<model::MadeFiles, model::EditedFile>> items;
    bool needs_shell = false;  // it runs a script of sh
};

// `targets` are relative to the top. Nothing if a command has no portable form that is known.
std::optional<TranslatedRecipe> translate_recipe(DirectoryContext const& context, automake::Rule const& rule,
                                                 std::vector<std::string> const& targets, model::Condition const& when);

}  // namespace am2cmake::mapper
