#pragma once
// Loops of the shell over words that are known, and tests of such words.

#include <optional>
#include <vector>

#include "model/text.hpp"

namespace am2cmake::mapper {

// `for f in a b; do cp $f x; done` as the commands for a and for b; a line without a loop as it is. Nothing for loops
// within loops, or over what only the shell knows.
std::optional<std::vector<model::Text>> unrolled_loops(model::Text const& line);

}  // namespace am2cmake::mapper
