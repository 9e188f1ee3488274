#pragma once
// A rules file to its items. What can't be parsed is a `rule_syntax` finding; parsing goes on with the next item.

#include "base/diagnostic.hpp"
#include "parser/rules_ast.hpp"

namespace am2cmake::rules {

File parse(Source const& source, Diagnostics& diagnostics);

}  // namespace am2cmake::rules
