#pragma once
// Do the holes of a rule name something? Each must be a parameter, a variable of `each` around it, or `result`.

#include "base/diagnostic.hpp"
#include "parser/rules_ast.hpp"

namespace am2cmake::rules {

void check_holes(Item const& item, Diagnostics& diagnostics);

}  // namespace am2cmake::rules
