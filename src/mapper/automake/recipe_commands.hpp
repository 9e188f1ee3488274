#pragma once
// Recipes that make files: as commands of CMake, programs of the project and tools that configure found, else with sh.

#include <optional>
#include <variant>
#include <vector>

#include "mapper/automake/rule_instance.hpp"

namespace am2cmake::mapper {

struct TranslatedRecipe {
    using Item = std::variant<model::MadeFiles, model::EditedFile>;
    std::vector<Item> items;
    bool needs_shell = false;  // sh runs it
    bool runs_always = false;  // with make, each time; so it is not with CMake

    void add(TranslatedRecipe more);
};

// Nothing if a prerequisite is unknown, or a command needs make itself.
std::optional<TranslatedRecipe> translate_recipe(DirectoryContext const& context, RuleInstance const& instance,
                                                 model::Condition const& when);

}  // namespace am2cmake::mapper
