#pragma once
// (private) The builtins of m4 by topic. A new one is a function and a line of a table.

#include <span>

#include "parser/m4_expander.hpp"

namespace am2cmake::m4 {

std::span<BuiltinEntry const> core_builtins();      // m4 itself: definitions, conditions, quotes, files, diversions
std::span<BuiltinEntry const> text_builtins();      // m4sugar and m4 on strings and numbers
std::span<BuiltinEntry const> list_builtins();      // m4sugar's loops and lists
std::span<BuiltinEntry const> set_builtins();       // m4sugar's sets
std::span<BuiltinEntry const> autoconf_builtins();  // AC_DEFUN, AC_REQUIRE and their kin

}  // namespace am2cmake::m4
