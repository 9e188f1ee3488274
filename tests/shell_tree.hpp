#pragma once
// What the tests of the shell parser share.

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "parser/shell_dump.hpp"
#include "parser/shell_parse.hpp"

namespace am2cmake::shell {

// A text of one file, `configure.ac`, and what became of it.
struct Parsed {
    explicit Parsed(std::string text) : diagnostics(sources) {
        Source const source = sources.add_file("configure.ac", std::move(text));
        expanded = {std::string(source.text), {{0, source.begin}}};
        script = parse(expanded, diagnostics);
    }
    Parsed(Parsed const&) = delete;
    Parsed& operator=(Parsed const&) = delete;

    std::string place(Location location) const {
        Place const place = sources.place(location).value();
        return fmt::format("{}:{}", place.line, place.column);
    }
    std::string span(Span span) const { return place(span.begin) + " to " + place(span.end); }

    // The findings, one a line.
    std::string findings() const {
        std::string text;
        for (Diagnostic const& found : diagnostics.all()) {
            text += fmt::format("{}: {}\n", place(found.span.begin), found.message);
        }
        return text;
    }

    SourceMap sources;
    Diagnostics diagnostics;
    m4::Expanded expanded;
    Script script;
};

// The findings and the tree; a newline goes first, so that an expected one can start on a line of its own.
inline std::string tree(std::string text) {
    Parsed const parsed(std::move(text));
    return "\n" + parsed.findings() + dump(parsed.script);
}

// `[1]` stands for the call of a macro.
inline std::string with_calls(std::string_view text) {
    std::string with;
    for (char const c : text) {
        with += c == '[' ? m4::call_begin : c == ']' ? m4::call_end : c;
    }
    return with;
}

}  // namespace am2cmake::shell
