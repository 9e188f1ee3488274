#pragma once
// Findings: what the program has to tell about its input. Every stage reports here and goes on.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.hpp"

namespace am2cmake {

enum class Severity { note, warning, error };

// The kind of a finding; `diagnostics.def` lists them.
struct Code {
    std::string_view id;
    Severity severity;
    bool needs_you;

    bool operator==(Code const&) const = default;
};

namespace code {
#define DIAGNOSTIC(name, id, severity, needs_you) \
    inline constexpr Code name{id, Severity::severity, needs_you};
#include "base/diagnostics.def"
#undef DIAGNOSTIC
}  // namespace code

struct Diagnostic {
    Code code;
    Span span;
    std::string message;  // a sentence: lower case, no full stop; says what was expected and, if known, what to do
};

class Diagnostics {
public:
    explicit Diagnostics(SourceMap& sources) : sources_(&sources) {}

    void report(Code code, Span span, std::string message);

    // In order of report; `sort` puts them in order of file, line and column and drops repetitions.
    std::vector<Diagnostic> const& all() const { return all_; }
    void sort();

    std::size_t count(Severity severity) const;
    std::size_t count_needing_you() const;
    SourceMap& sources() const { return *sources_; }

private:
    SourceMap* sources_;
    std::vector<Diagnostic> all_;
};

// Terminal codes around the parts of a finding; the default is plain text.
struct Palette {
    std::string_view place;
    std::string_view note;
    std::string_view warning;
    std::string_view error;
    std::string_view caret;
    std::string_view reset;
};

// `path:line:col: severity: sentence [id]`, the source line and a caret, and a note for each expansion around it.
std::string render(Diagnostic const& diagnostic, SourceMap const& sources, Palette const& palette = {});

std::string_view name(Severity severity);

}  // namespace am2cmake
