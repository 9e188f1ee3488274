#pragma once
// The cases that a recipe falls into where values of variables depend on conditionals.

#include <optional>
#include <vector>

#include "mapper/automake/recipe_text.hpp"

namespace am2cmake::mapper {

// What `translate` makes of each case, taken together. It says through `undecided` that a case has to be parted.
template <typename Recipe, typename Translate>
std::optional<Recipe> translate_cases(model::Condition const& when, Translate translate) {
    constexpr int most_cases = 32;
    Recipe recipe;
    std::vector<model::Condition> open{when};
    for (int cases = 0; !open.empty(); ++cases) {
        RecipeCase in_case{open.back(), {}};
        open.pop_back();
        std::optional<Recipe> part = translate(in_case);
        if (cases == most_cases || (!part && !in_case.undecided)) {
            return {};
        }
        if (in_case.undecided) {
            for (model::Condition const& more : {negation(*in_case.undecided), *in_case.undecided}) {
                if (model::Condition const both = conjunction(in_case.given, more); !both.is_never()) {
                    open.push_back(both);
                }
            }
            continue;
        }
        recipe.add(std::move(*part));
    }
    return recipe;
}

}  // namespace am2cmake::mapper
