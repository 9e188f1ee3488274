#pragma once
// Comments behind `dnl` (Autoconf manual, "Autoconf Language"): m4 takes them away, a reader of the result misses them.

#include <string>

#include "base/source.hpp"

namespace am2cmake::mapper {

// What the `dnl` lines above a line that begins at the place say; "" where there are none. Lines without words, and
// code that somebody took out, are no comments, nor is what a file begins with.
std::string dnl_comment_above(SourceMap const& sources, Location place);

}  // namespace am2cmake::mapper
