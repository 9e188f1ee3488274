#pragma once
// (private) Lists in the arguments of builtins.

#include <vector>

#include "parser/m4_expander.hpp"

namespace am2cmake::m4 {

std::vector<Expanded> words(Expanded const& text);  // between blanks and newlines, with a backslash before or not

// The elements of a list in an argument; an empty argument is an empty list.
std::vector<Expanded> list(Expander& m4, Expanded const& text);

}  // namespace am2cmake::m4
