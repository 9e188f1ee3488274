#pragma once
// A shell tree as indented text, one node a line: for golden tests and for a look at what was understood.

#include <string>

#include "parser/shell_ast.hpp"

namespace am2cmake::shell {

std::string dump(Script const& script);
std::string dump(Word const& word);

}  // namespace am2cmake::shell
