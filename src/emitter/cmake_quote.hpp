#pragma once
// An argument as it is written in a file: bare, in quotes or in brackets.

#include <string>
#include <string_view>

#include "emitter/cmake_ast.hpp"

namespace am2cmake::cmake {

// Always one valid argument (nothing for an empty unquoted one): what CMake would not read is escaped or quoted.
std::string spelled(Argument const& argument);

}  // namespace am2cmake::cmake
