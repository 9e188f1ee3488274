#pragma once
// Recipes of install-exec-hook, install-data-local and their like: what they do with files that are installed.

#include <optional>
#include <variant>
#include <vector>

#include "mapper/automake/rule_instance.hpp"

namespace am2cmake::mapper {

struct InstallRecipe {
    std::vector<std::variant<model::InstallFiles, model::DirectoryCall>> items;
    bool needs_shell = false;

    void add(InstallRecipe more);
};

// Nothing where a line needs make itself.
std::optional<InstallRecipe> translate_install_recipe(DirectoryContext const& context, RuleInstance const& instance,
                                                      model::Condition const& when);

}  // namespace am2cmake::mapper
