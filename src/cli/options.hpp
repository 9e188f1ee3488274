#pragma once
// The command line.

#include <variant>

#include "cli/console.hpp"
#include "cli/convert.hpp"
#include "cli/dump.hpp"
#include "cli/trace.hpp"
#include "cli/verify.hpp"

namespace am2cmake::cli {

struct Options {
    Verbosity verbosity = Verbosity::normal;
    Colour colour = Colour::automatic;
    std::variant<ConvertOptions, VerifyOptions, TraceOptions, DumpOptions> verb;
};

// What is asked for; or the exit code, when there is nothing left to do (help was printed, or the usage is wrong).
std::variant<Options, int> parse_options(int argc, char const* const* argv);

}  // namespace am2cmake::cli
