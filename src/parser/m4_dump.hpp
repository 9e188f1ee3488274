#pragma once
// What the m4 expander left, as text for golden tests: the shell text with `{n}` for call n, then the calls.

#include <string>

#include "parser/m4_expanded.hpp"

namespace am2cmake::m4 {

std::string dump(Program const& program);

}  // namespace am2cmake::m4
