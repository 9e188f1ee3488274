#pragma once
// The one printer of CMake text: 80 columns, 4 spaces, `)` on its own line once a command is broken, keywords start
// lines. Nothing else quotes, wraps or indents. The common CMake formatters leave its output as it is.

#include <string>

#include "emitter/cmake_ast.hpp"

namespace am2cmake::cmake {

std::string print(File const& file);

}  // namespace am2cmake::cmake
