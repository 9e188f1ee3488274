#include "cli/reports.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "cli/options.hpp"

using namespace am2cmake;
using namespace am2cmake::cli;
using nlohmann::json;

namespace {

struct Findings {
    SourceMap sources;
    Diagnostics diagnostics{sources};

    Findings() {
        Source const macros = sources.add_file("m4/a b.m4", "\xC3\xA4 bad here\n");
        Source const top = sources.add_file("configure.ac", "\n MY\n");
        Location const expansion = sources.add_expansion(macros.begin + 3, top.begin + 2, 3);
        diagnostics.report(code::syntax, {expansion, expansion + 3}, "expected a command");
        diagnostics.report(code::unset_variable, {}, "nobody sets $x");
    }
};

std::variant<Options, int> parse(std::vector<char const*> arguments) {
    arguments.insert(arguments.begin(), "am2cmake");
    return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

ConvertOptions parse_convert(std::vector<char const*> arguments) {
    return std::get<ConvertOptions>(std::get<Options>(parse(std::move(arguments))).verb);
}

}  // namespace

TEST_CASE("the JSON report has the place, the end, the line and the calls around it") {
    Findings const findings;
    json const report = json::parse(json_report(findings.diagnostics, {418, 412}));
    CHECK(report["summary"] ==
          json{{"statements", 418}, {"translated", 412}, {"findings", 1}, {"notes", 1}, {"needs_you", 1}});
    json const expected{{"id", "syntax"},
                        {"severity", "error"},
                        {"needs_you", true},
                        {"message", "expected a command"},
                        {"path", "m4/a b.m4"},
                        {"line", 1},
                        {"column", 4},
                        {"end_line", 1},
                        {"end_column", 7},
                        {"excerpt", "\xC3\xA4 bad here"},
                        {"expanded_from", json::array({{{"path", "configure.ac"}, {"line", 2}, {"column", 2}}})}};
    CHECK(report["findings"][0] == expected);
    CHECK_FALSE(report["findings"][1].contains("path"));
}

TEST_CASE("SARIF counts columns in characters and escapes paths") {
    Findings const findings;
    json const run = json::parse(sarif_report(findings.diagnostics))["runs"][0];
    CHECK(run["tool"]["driver"]["rules"].size() == 2);
    json const& result = run["results"][0];
    CHECK(result["ruleId"] == "syntax");
    CHECK(result["level"] == "error");
    json const& place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "m4/a%20b.m4");
    CHECK(place["region"] == json{{"startLine", 1}, {"startColumn", 3}, {"endLine", 1}, {"endColumn", 6}});
    CHECK(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "configure.ac");
    CHECK_FALSE(run["results"][1].contains("locations"));
}

TEST_CASE("the summary counts") {
    Findings const findings;
    CHECK(summary(findings.diagnostics, {418, 412}) == "translated 412 of 418 statements; 1 finding (1 needs you)");
}

TEST_CASE("convert is the verb where none is given") {
    CHECK(parse_convert({}).source == ".");
    CHECK(parse_convert({"tree"}).source == "tree");
    CHECK(parse_convert({"-q", "--color", "never", "tree"}).source == "tree");
    CHECK(parse_convert({"--dry-run", "check"}).source == "check");
    CHECK(parse_convert({"convert", "convert"}).source == "convert");
}

TEST_CASE("options may stand anywhere and be given more than once") {
    ConvertOptions const options = parse_convert({"--rules", "a", "--rules", "b", "tree", "--output", "out", "--force",
                                                  "--report", "json=a=1", "--report", "sarif=b"});
    CHECK(options.source == "tree");
    CHECK(options.output == "out");
    CHECK(options.force);
    CHECK(options.rules == std::vector<std::string>{"a", "b"});
    CHECK(options.reports == ReportFiles{{"json", "a=1"}, {"sarif", "b"}});
    CHECK(std::get<Options>(parse({"convert", "tree", "-q", "--color=always"})).verbosity == Verbosity::quiet);
}

TEST_CASE("verify takes a tree, a work folder and whether to keep it") {
    VerifyOptions const options =
        std::get<VerifyOptions>(std::get<Options>(parse({"verify", "tree", "--work", "there", "--keep"})).verb);
    CHECK(options.source == "tree");
    CHECK(options.work == "there");
    CHECK(options.keep);
    CHECK_FALSE(std::get<VerifyOptions>(std::get<Options>(parse({"verify"})).verb).work);
}

TEST_CASE("wrong usage and verbs that are not there yet are exit code 2") {
    for (std::vector<char const*> const& arguments :
         std::vector<std::vector<char const*>>{{"--no-such-option"},
                                               {"a", "b"},
                                               {"--report", "html=x"},
                                               {"--report", "json"},
                                               {"--report", "=x"},
                                               {"check"},
                                               {"verify", "tree", "--report"},
                                               {"explain", "."},
                                               {"rules", "list"},
                                               {"matrix"},
                                               {"dump", "x", "y"},
                                               {"--color"}}) {
        std::variant<Options, int> const parsed = parse(arguments);
        REQUIRE(std::holds_alternative<int>(parsed));
        CHECK(std::get<int>(parsed) == 2);
    }
}
