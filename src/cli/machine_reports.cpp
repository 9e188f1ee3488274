// The findings for programs: JSON of our own (docs/reports.md) and SARIF (OASIS, "Static Analysis Results Interchange
// Format" 2.1.0).

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/reports.hpp"

namespace am2cmake::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int json_report_version = 1;

std::string print(Json const& json) {
    // Text that is no UTF-8 is shown with replacement characters: a report that can't be read helps no one.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// The macro calls around a place, the innermost first.
std::vector<Place> expanded_from(Location location, SourceMap const& sources) {
    std::vector<Place> calls;
    for (std::optional<Location> up = sources.expanded_at(location); up; up = sources.expanded_at(*up)) {
        if (std::optional<Place> const place = sources.place(*up)) {
            calls.push_back(*place);
        }
    }
    return calls;
}

// The end of a span, where it lies behind its begin in the same file.
std::optional<Place> end_of(Span span, Place const& begin, SourceMap const& sources) {
    std::optional<Place> const end = sources.place(span.end);
    bool const behind =
        end && end->path == begin.path && std::pair(end->line, end->column) >= std::pair(begin.line, begin.column);
    return behind ? end : std::nullopt;
}

Json finding(Diagnostic const& found, SourceMap const& sources) {
    Json json{{"id", found.code.id},
              {"severity", am2cmake::name(found.code.severity)},
              {"needs_you", found.code.needs_you},
              {"message", found.message}};
    std::optional<Place> const begin = sources.place(found.span.begin);
    if (!begin) {
        return json;
    }
    json["path"] = begin->path;
    json["line"] = begin->line;
    json["column"] = begin->column;
    if (std::optional<Place> const end = end_of(found.span, *begin, sources)) {
        json["end_line"] = end->line;
        json["end_column"] = end->column;
    }
    json["excerpt"] = begin->line_text;
    json["expanded_from"] = Json::array();
    for (Place const& call : expanded_from(found.span.begin, sources)) {
        json["expanded_from"].push_back({{"path", call.path}, {"line", call.line}, {"column", call.column}});
    }
    return json;
}

// SARIF counts columns in characters, we count bytes.
std::size_t character_column(Place const& place) {
    std::string_view const before = place.line_text.substr(0, place.column - 1);
    auto const starts = [](unsigned char byte) { return (byte & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(before.begin(), before.end(), starts)) + 1;
}

// RFC 3986: what is no unreserved character of a path is written as %XX.
std::string uri(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (unsigned char const byte : path) {
        if (byte < 0x80 && (std::isalnum(byte) || std::string_view("-._~/+").find(static_cast<char>(byte)) < 6)) {
            text += static_cast<char>(byte);
        } else {
            text += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return text;
}

Json location(Place const& begin, std::optional<Place> const& end) {
    Json region{{"startLine", begin.line}, {"startColumn", character_column(begin)}};
    if (end) {
        region["endLine"] = end->line;
        region["endColumn"] = character_column(*end);
    }
    return {{"physicalLocation", {{"artifactLocation", {{"uri", uri(begin.path)}}}, {"region", region}}}};
}

Json result(Diagnostic const& found, SourceMap const& sources) {
    Json json{{"ruleId", found.code.id},
              {"level", am2cmake::name(found.code.severity)},  // SARIF has the same three words
              {"message", {{"text", found.message}}}};
    std::optional<Place> const begin = sources.place(found.span.begin);
    if (!begin) {
        return json;
    }
    json["locations"] = Json::array({location(*begin, end_of(found.span, *begin, sources))});
    Json calls = Json::array();
    for (Place const& call : expanded_from(found.span.begin, sources)) {
        Json related = location(call, std::nullopt);
        related["message"] = {{"text", "in the expansion of this macro"}};
        calls.push_back(std::move(related));
    }
    if (!calls.empty()) {
        json["relatedLocations"] = std::move(calls);
    }
    return json;
}

}  // namespace

std::string json_report(Diagnostics const& diagnostics, model::Tally const& tally) {
    Json findings = Json::array();
    for (Diagnostic const& found : diagnostics.all()) {
        findings.push_back(finding(found, diagnostics.sources()));
    }
    Json const counts{{"statements", tally.statements},
                      {"translated", tally.translated},
                      {"findings", diagnostics.count(Severity::warning) + diagnostics.count(Severity::error)},
                      {"notes", diagnostics.count(Severity::note)},
                      {"needs_you", diagnostics.count_needing_you()}};
    return print({{"version", json_report_version},
                  {"tool", {{"name", "am2cmake"}, {"version", version()}}},
                  {"summary", counts},
                  {"findings", std::move(findings)}});
}

std::string sarif_report(Diagnostics const& diagnostics) {
    std::map<std::string_view, Severity> codes;
    Json results = Json::array();
    for (Diagnostic const& found : diagnostics.all()) {
        codes.emplace(found.code.id, found.code.severity);
        results.push_back(result(found, diagnostics.sources()));
    }
    Json rules = Json::array();
    for (auto const& [id, severity] : codes) {
        rules.push_back({{"id", id}, {"defaultConfiguration", {{"level", am2cmake::name(severity)}}}});
    }
    Json const driver{{"name", "am2cmake"}, {"version", version()}, {"rules", std::move(rules)}};
    Json const run{
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
    return print({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({run})}});
}

}  // namespace am2cmake::cli
