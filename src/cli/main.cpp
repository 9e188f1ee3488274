#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <variant>

#include "cli/convert.hpp"
#include "cli/dump.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/trace.hpp"
#include "cli/verify.hpp"

namespace {

using namespace am2cmake::cli;

int run(int argc, char const* const* argv) {
    std::variant<Options, int> const parsed = parse_options(argc, argv);
    if (int const* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    Options const& options = std::get<Options>(parsed);
    if (DumpOptions const* dump_options = std::get_if<DumpOptions>(&options.verb)) {
        return dump(*dump_options);
    }
    if (TraceOptions const* trace_options = std::get_if<TraceOptions>(&options.verb)) {
        return trace(*trace_options);
    }
    Console const console = make_console(options.verbosity, options.colour);
    if (VerifyOptions const* verify_options = std::get_if<VerifyOptions>(&options.verb)) {
        return verify(*verify_options, console);
    }
    return convert(std::get<ConvertOptions>(options.verb), console);
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is an error to tell, not a death
    try {
        return run(argc, argv);
    } catch (std::exception const& error) {
        print_to(stderr, std::string("am2cmake: ") + error.what() + "\n");
        return exit_code::no_access;
    }
}
