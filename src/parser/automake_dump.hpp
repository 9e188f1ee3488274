#pragma once
// The tree of a Makefile.am as indented text, one node a line and without places: what golden tests compare.

#include <string>

#include "parser/automake_ast.hpp"

namespace am2cmake::automake {

std::string dump(File const& file);

}  // namespace am2cmake::automake
