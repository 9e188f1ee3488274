#pragma once
// What the commands that rules call are known to do beside what the rules say.

#include <set>
#include <string>

#include "model/configure_program.hpp"

namespace am2cmake::mapper {

// What a command reads beside its arguments: the flags that checks pass on, or the pkg-config that was found.
std::set<std::string> results_read(std::string const& command);

// Whether CMake stops here where something is missing.
bool may_stop(model::Call const& call);

}  // namespace am2cmake::mapper
