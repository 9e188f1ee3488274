#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/reports.hpp"

namespace am2cmake::cli {
namespace {

using Pair = std::pair<std::string, std::string>;

struct PlannedVerb {
    char const* name;
    char const* purpose;
};
constexpr std::array<PlannedVerb, 4> planned_verbs{{
    {"check", "have the two builds drifted apart? (not there yet)"},
    {"matrix", "the CI matrix that runs verify (not there yet)"},
    {"explain", "what became of a line, and by which rule (not there yet)"},
    {"rules", "list, show and test rules (not there yet)"},
}};

constexpr std::array<std::string_view, 2> report_formats{"json", "sarif"};

// NAME=VALUE, as often as it is given; only the first `=` splits.
template <typename Add>
void add_pairs(CLI::App& app, std::string const& option, std::string const& form, std::string const& help, Add add) {
    auto const take = [option, form, add](std::vector<std::string> const& texts) {
        for (std::string const& text : texts) {
            std::size_t const equals = text.find('=');
            if (equals == 0 || equals == std::string::npos) {
                throw CLI::ValidationError(option, fmt::format("expected {}, found '{}'", form, text));
            }
            add(Pair{text.substr(0, equals), text.substr(equals + 1)});
        }
        return true;
    };
    app.add_option(option, take, help)
        ->type_name(form)
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false);
}

void add_report(ConvertOptions& options, Pair report) {
    if (std::find(report_formats.begin(), report_formats.end(), report.first) == report_formats.end()) {
        throw CLI::ValidationError("--report", fmt::format("the formats are json and sarif, not '{}'", report.first));
    }
    options.reports.push_back(std::move(report));
}

void add_convert(CLI::App& app, ConvertOptions& options) {
    CLI::App& verb = *app.add_subcommand("convert", "write CMake beside the autotools files of a tree; the default");
    verb.fallthrough();
    verb.add_option("source", options.source, "the tree, where its configure.ac lies")
        ->type_name("SRC")
        ->capture_default_str();
    verb.add_option("--output", options.output, "write into this folder instead")->type_name("DIR");
    verb.add_flag("--force", options.force, "overwrite files that am2cmake did not write, or that were edited since");
    verb.add_flag("--dry-run", options.dry_run, "write nothing, list what would be written");
    verb.add_option("--rules", options.rules, "more rules; they win over the built-in ones")
        ->type_name("FILE")
        ->allow_extra_args(false);
    add_pairs(verb, "--report", "FORMAT=FILE", "findings as json or sarif; the file - is the standard output",
              [&options](Pair report) { add_report(options, std::move(report)); });
}

void add_verify(CLI::App& app, VerifyOptions& options) {
    CLI::App& verb = *app.add_subcommand("verify", "build both sides and compare what they produce");
    verb.footer(
        "Builds copies of the tree with its autotools and with its CMake files, installs both into a work folder, and\n"
        "compares: installed files, SONAMEs, exported symbols, config header macros. This runs the project's own\n"
        "configure and make, so verify only what you would build.");
    verb.fallthrough();
    verb.add_option("source", options.source, "the tree, with configure.ac and the CMakeLists.txt that convert wrote")
        ->type_name("SRC")
        ->capture_default_str();
    verb.add_option("--work", options.work, "build in this folder, new or empty, not in a temporary one")
        ->type_name("DIR");
    verb.add_flag("--keep", options.keep, "keep the work folder; it is kept anyway when a build fails");
}

void add_trace(CLI::App& app, TraceOptions& options) {
    CLI::App& verb = *app.add_subcommand("trace", "list the macro calls of configure.ac, as `autoconf --trace` does");
    verb.footer(
        "Prints a JSON object for each call of a macro that a rule knows or that AC_DEFUN made, in the order in which\n"
        "m4 meets them: file and line as m4 tells them, name, arguments before they are expanded, the place where the\n"
        "name was written, the macro in whose arguments it stands, and whether AC_REQUIRE put it there.");
    verb.fallthrough();
    verb.add_option("source", options.source, "the tree, where its configure.ac lies")
        ->type_name("SRC")
        ->capture_default_str();
    verb.add_option("--rules", options.rules, "more rules; they win over the built-in ones")
        ->type_name("FILE")
        ->allow_extra_args(false);
}

void add_dump(CLI::App& app, DumpOptions& options) {
    CLI::App& verb = *app.add_subcommand("dump")->group("");
    verb.add_option("area", options.area)
        ->required()
        ->check(CLI::IsMember({"m4", "shell", "automake", "rules", "variables"}));
    verb.add_option("file", options.file)->required();
}

void add_console(CLI::App& app, Options& options) {
    auto const set = [&options](Verbosity verbosity) {
        return [&options, verbosity](std::int64_t) { options.verbosity = verbosity; };
    };
    app.add_flag_function("-q,--quiet", set(Verbosity::quiet), "errors only, no summary");
    app.add_flag_function("-v,--verbose", set(Verbosity::verbose), "say each step, list the files");
    std::map<std::string, Colour> const choices{
        {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
    app.add_option("--color", options.colour, "colour in findings")
        ->type_name("auto|always|never")
        ->transform(CLI::CheckedTransformer(choices, CLI::ignore_case).description(""));
    app.set_version_flag("--version", fmt::format("am2cmake {}", version()));
}

// `am2cmake DIR` is `am2cmake convert DIR`: the verb is put where the first thing that is no global option stands.
void insert_default_verb(std::vector<std::string>& arguments, CLI::App const& app) {
    auto at = arguments.begin();
    for (; at != arguments.end(); ++at) {
        if (*at == "--color" && std::next(at) != arguments.end()) {
            ++at;
        } else if (*at != "-q" && *at != "--quiet" && *at != "-v" && *at != "--verbose" &&
                   !at->starts_with("--color=")) {
            break;
        }
    }
    std::vector<CLI::App const*> const verbs = app.get_subcommands([](CLI::App const*) { return true; });
    bool const is_verb = std::any_of(verbs.begin(), verbs.end(), [&](CLI::App const* verb) {
        return at != arguments.end() && verb->get_name() == *at;
    });
    bool const asks = at != arguments.end() && (*at == "-h" || *at == "--help" || *at == "--version");
    if (!is_verb && !asks) {
        arguments.insert(at, "convert");
    }
}

int wrong_usage(std::string const& sentence) {
    print_to(stderr, fmt::format("am2cmake: {}\n", sentence));
    return exit_code::wrong_usage;
}

}  // namespace

std::variant<Options, int> parse_options(int argc, char const* const* argv) {
    Options options;
    ConvertOptions convert;
    VerifyOptions verify;
    TraceOptions trace;
    DumpOptions dump;
    CLI::App app{"Takes C and C++ projects off the autotools: reads configure.ac and Makefile.am, writes CMake.",
                 "am2cmake"};
    app.require_subcommand(1);
    add_console(app, options);
    add_convert(app, convert);
    add_verify(app, verify);
    add_trace(app, trace);
    add_dump(app, dump);
    for (PlannedVerb const& verb : planned_verbs) {
        app.add_subcommand(verb.name, verb.purpose)->prefix_command()->set_help_flag();
    }
    std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    insert_default_verb(arguments, app);
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (CLI::ParseError const& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : wrong_usage(error.what());
    }
    for (PlannedVerb const& verb : planned_verbs) {
        if (app.got_subcommand(verb.name)) {
            return wrong_usage(fmt::format("'{}' is not there yet; this version converts and verifies", verb.name));
        }
    }
    if (app.got_subcommand("dump")) {
        options.verb = std::move(dump);
    } else if (app.got_subcommand("trace")) {
        options.verb = std::move(trace);
    } else if (app.got_subcommand("verify")) {
        options.verb = std::move(verify);
    } else {
        options.verb = std::move(convert);
    }
    return options;
}

}  // namespace am2cmake::cli
