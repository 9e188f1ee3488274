#include "cli/dump.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <optional>
#include <variant>

#include "base/file.hpp"
#include "cli/console.hpp"
#include "cli/dump_variables.hpp"
#include "cli/exit_code.hpp"
#include "cli/rule_files.hpp"
#include "parser/automake_dump.hpp"
#include "parser/automake_parse.hpp"
#include "parser/m4_dump.hpp"
#include "parser/rules_parse.hpp"
#include "parser/shell_dump.hpp"
#include "parser/shell_parse.hpp"

namespace am2cmake::cli {
namespace {

std::string dump_m4(Source const& source, Diagnostics& diagnostics) {
    RuleFiles built_in = read_rule_files({}, diagnostics);
    m4::Environment const environment{built_in.rules.known_macros(),
                                      std::move(built_in.definitions),
                                      [](std::string const&) { return std::optional<Source>{}; },
                                      {}};
    return m4::dump(m4::expand(source, environment, diagnostics));
}

std::string dump_shell(Source const& source, Diagnostics& diagnostics) {
    m4::Expanded const text{std::string(source.text), {{0, source.begin}}};
    return shell::dump(shell::parse(text, diagnostics));
}

std::string describe(rules::Macro const& macro) {
    return fmt::format("macro {}: {} parameters, {} statements\n", macro.name, macro.parameters.size(),
                       macro.statements.size());
}
std::string describe(rules::Variable const&) {
    return "variable\n";
}
std::string describe(rules::Host const& host) {
    return fmt::format("host {}\n", fmt::join(host.patterns, " "));
}
std::string describe(rules::Library const& library) {
    return fmt::format("library {}\n", library.name);
}

std::string dump_rules(Source const& source, Diagnostics& diagnostics) {
    std::string text;
    for (rules::Item const& item : rules::parse(source, diagnostics).items) {
        text += std::visit([](auto const& node) { return describe(node); }, item);
    }
    return text;
}

}  // namespace

int dump(DumpOptions const& options) {
    if (options.area == "variables") {
        return dump_variables(options.file);
    }
    FileText read = read_file(options.file);
    if (!read.text) {
        print_to(stderr, fmt::format("am2cmake: {}: {}\n", options.file, read.error));
        return exit_code::no_access;
    }
    SourceMap sources;
    Diagnostics diagnostics(sources);
    Source const source = sources.add_file(options.file, std::move(*read.text));
    std::string const text = options.area == "m4"         ? dump_m4(source, diagnostics)
                             : options.area == "shell"    ? dump_shell(source, diagnostics)
                             : options.area == "automake" ? automake::dump(automake::parse(source, diagnostics))
                                                          : dump_rules(source, diagnostics);
    print_to(stdout, text);
    diagnostics.sort();
    for (Diagnostic const& found : diagnostics.all()) {
        print_to(stderr, render(found, sources));
    }
    return diagnostics.all().empty() ? exit_code::clean : exit_code::findings;
}

}  // namespace am2cmake::cli
