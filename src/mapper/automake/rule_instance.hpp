#pragma once
// One use of a rule: the files that a run of its recipe makes, and what it makes them of.

#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

struct RuleInstance {
    struct Line {
        automake::RecipeLine const* line;
        model::Condition when;
    };
    std::vector<std::string> targets;  // relative to the top
    bool together = false;             // one run makes all of them
    model::Words prerequisites;
    model::Words order_only;  // and what other rules say that the targets need
    std::string stem;
    std::vector<Line> recipe;
    Span span;
};

}  // namespace am2cmake::mapper
