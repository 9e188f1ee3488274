#pragma once
// `am2cmake trace`: the macro calls of a configure.ac, one JSON object a line.

#include <string>
#include <vector>

namespace am2cmake::cli {

struct TraceOptions {
    std::string source = ".";
    std::vector<std::string> rules;  // more rules files, a later one wins
};

// The calls go to stdout, findings to stderr. Returns the exit code.
int trace(TraceOptions const& options);

}  // namespace am2cmake::cli
