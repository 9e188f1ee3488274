#pragma once
// Makefile.am to its statements. A statement that can't be parsed becomes a Verbatim and a `syntax` finding.

#include "base/diagnostic.hpp"
#include "parser/automake_ast.hpp"

namespace am2cmake::automake {

File parse(Source const& source, Diagnostics& diagnostics);

}  // namespace am2cmake::automake
