#pragma once
// The one printer of CMake text: 80 columns, 4 spaces, `)` on its own line once a command is broken. What the command is
// about stays beside its name, keywords start lines, lists are filled, and sources have lines of their own. Nothing else
// quotes, wraps or indents.

#include <string>

#include "emitter/cmake_ast.hpp"

namespace am2cmake::cmake {

std::string print(File const& file);

}  // namespace am2cmake::cmake
