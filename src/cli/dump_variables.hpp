#pragma once
// `am2cmake dump variables DIR`: the variables of a tree's Makefile.am files as they are evaluated, for the comparison
// with make (scripts/compare-variables).
//
// JSON: {directory: {variable: {"words": [{"text": TEXT, "when": WHEN}...], "complete": bool}}}. A TEXT is a list of
// strings and {"variable": NAME} of CMake's variables; a variable that is not complete lacks what a finding names.
// A WHEN is true, false, {"conditional": NAME}, {"truth": NAME}, {"left": TEXT, "operation": WORD, "right": TEXT},
// {"operation": WORD, "operand": TEXT}, {"predicate": WORDS}, {"not": WHEN}, {"and": [WHEN...]} or {"or": [WHEN...]}.

#include <string>

namespace am2cmake::cli {

// The JSON goes to stdout; findings are those of `convert` and not told. Returns the exit code.
int dump_variables(std::string const& root);

}  // namespace am2cmake::cli
