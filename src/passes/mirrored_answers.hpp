#pragma once
// Variables that only repeat in words what a check has answered: if(HAVE_X) set(x yes) else() set(x no) endif().

#include <map>
#include <optional>
#include <string>

#include "model/configure_program.hpp"

namespace am2cmake::passes {

struct Mirror {
    std::string variable;  // x
    std::string answer;    // HAVE_X
    std::string yes;       // the value where the answer is true
    std::string no;
};

// How often each variable is set.
std::map<std::string, std::size_t> count_writes(model::Steps const& steps);

// The variable that steps[at] makes the mirror of an answer of a check before it in `steps`.
std::optional<Mirror> mirror_made_at(model::Steps const& steps, std::size_t at,
                                     std::map<std::string, std::size_t> const& writes);

// It stays one in all steps that follow in `steps` and within these: neither is set again anywhere.
bool is_lasting(Mirror const& mirror, std::map<std::string, std::size_t> const& writes);

}  // namespace am2cmake::passes
