#pragma once
// (private) The builtins of m4 by topic. A new one is a function and a line of a table.

#include <span>

#include "parser/m4_expander.hpp"

namespace am2cmake::m4 {

std::span<BuiltinEntry const> core_builtins();      // definitions, conditions, quotes
std::span<BuiltinEntry const> file_builtins();      // files, diversions, commands, messages
std::span<BuiltinEntry const> text_builtins();      // strings
std::span<BuiltinEntry const> number_builtins();    // arithmetic, versions
std::span<BuiltinEntry const> loop_builtins();      // m4_foreach and its like
std::span<BuiltinEntry const> list_builtins();      // lists
std::span<BuiltinEntry const> set_builtins();       // sets
std::span<BuiltinEntry const> autoconf_builtins();  // AC_DEFUN, AC_REQUIRE and their kin

}  // namespace am2cmake::m4
