#pragma once
// The scripts of sed that only replace one fixed text by another: s|@prefix@|$(prefix)|g.

#include <optional>
#include <utility>
#include <vector>

#include "mapper/automake/makefile_variables.hpp"

namespace am2cmake::mapper {

struct SedReplacement {
    std::string from;
    model::Text to;
    bool all = false;  // g: each one of a line
};

// The commands of one script; nothing if it does more than that.
std::optional<std::vector<SedReplacement>> sed_replacements(model::Text const& script,
                                                            MakefileVariables const& variables);

}  // namespace am2cmake::mapper
