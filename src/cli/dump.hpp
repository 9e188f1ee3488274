#pragma once
// `am2cmake dump AREA FILE`: what a parser made of a file, for the golden tests. Not part of what users are told.

#include <string>

namespace am2cmake::cli {

struct DumpOptions {
    std::string area;  // m4, shell, automake, rules
    std::string file;
};

// The dump goes to stdout, findings to stderr. Returns the exit code.
int dump(DumpOptions const& options);

}  // namespace am2cmake::cli
