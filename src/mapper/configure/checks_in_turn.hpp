#pragma once
// Checks of many things that end at the first that is there.

#include "mapper/rule_book.hpp"
#include "parser/m4_expanded.hpp"

namespace am2cmake::mapper {

// `AC_CHECK_FUNCS([a b], [found; break], [missing])` goes through a loop that `break` leaves. It becomes a check of `a`
// which, where `a` is missing, makes one of `b`.
m4::Program with_checks_in_turn(m4::Program program, RuleBook const& rules);

}  // namespace am2cmake::mapper
