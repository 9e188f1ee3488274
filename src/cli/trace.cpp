#include "cli/trace.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/convert.hpp"
#include "cli/exit_code.hpp"
#include "cli/rule_files.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string argument_text(m4::Expanded argument) {
    m4::replace_quadrigraphs(argument);
    return std::move(argument.text);
}

// Where our own definitions and AC_REQUIRE make a call, another name is written.
bool stands_at(Place const& place, std::string_view name) {
    std::string_view const text = place.line_text.substr(place.column - 1);
    auto const is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    return text.starts_with(name) && (text.size() == name.size() || !is_word(text[name.size()]));
}

std::string line(m4::TracedCall const& call, SourceMap const& sources) {
    Json json;
    if (std::optional<Place> const place = sources.place(call.in_file)) {
        json["file"] = place->path;
        json["line"] = place->line;
    }
    json["name"] = call.name;
    json["arguments"] = Json::array();
    for (m4::Expanded const& argument : call.arguments) {
        json["arguments"].push_back(argument_text(argument));
    }
    if (std::optional<Place> const place = sources.place(call.name_at); place && stands_at(*place, call.name)) {
        json["written"] = fmt::format("{}:{}", place->path, place->line);
    }
    if (!call.within.empty()) {
        json["within"] = call.within;
    }
    if (call.required) {
        json["required"] = true;
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int trace(TraceOptions const& options) {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    SourceTree tree(options.source, diagnostics);
    std::optional<Source> const configure_ac = find_configure_ac(tree, diagnostics);
    if (!configure_ac) {
        print_to(stderr, fmt::format("am2cmake: {} has no configure.ac that can be read\n", options.source));
        return exit_code::not_autotools;
    }
    RuleFiles const rule_files = read_rule_files(options.rules, diagnostics);
    m4::Environment environment = m4_environment(tree, *configure_ac, rule_files);
    environment.trace = [&sources](m4::TracedCall const& call) { print_to(stdout, line(call, sources)); };
    m4::expand(*configure_ac, environment, diagnostics);
    diagnostics.sort();
    for (Diagnostic const& found : diagnostics.all()) {
        print_to(stderr, render(found, sources));
    }
    return diagnostics.all().empty() ? exit_code::clean : exit_code::findings;
}

}  // namespace am2cmake::cli
