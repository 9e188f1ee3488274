#pragma once
// `am2cmake dump AREA FILE`: what a parser made of a file, or what the variables of a tree are (dump_variables.hpp).
// For tests; not part of what users are told.

#include <string>

namespace am2cmake::cli {

struct DumpOptions {
    std::string area;  // m4, shell, automake, rules, variables
    std::string file;  // of variables: the tree
};

// The dump goes to stdout, findings to stderr. Returns the exit code.
int dump(DumpOptions const& options);

}  // namespace am2cmake::cli
