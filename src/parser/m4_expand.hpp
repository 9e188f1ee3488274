#pragma once
// The m4 expander: configure.ac and its m4 in, shell text with calls of known macros out.
//
// Implements GNU m4's input language as Autoconf uses it (Autoconf manual, "Programming in M4" and "Programming in
// M4sh"; GNU M4 manual, "Lexical and syntactic conventions"). It never runs a command: `m4_esyscmd` and its like are
// findings. Expansion is bounded; past a limit it stops with a finding at the call that went too far.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "parser/m4_expanded.hpp"

namespace am2cmake::m4 {

// What a call requires only if an argument is given, or only if it is not.
struct ArgumentRequirement {
    std::size_t argument;
    bool given;
    std::vector<std::string> names;
};

// A macro that a rule knows: its calls stay in the output.
struct KnownMacro {
    std::vector<std::string> requires_first;  // expanded before it, once, as AC_REQUIRE does
    std::vector<std::string> provides;        // beside its own name, for AC_PROVIDE_IFELSE and AC_REQUIRE
    std::vector<ArgumentRequirement> requires_by_argument = {};
    std::set<std::string, std::less<>> defines =
        {};  // names in the config header, as far as they don't depend on a call
    std::set<std::string, std::less<>> features = {};  // texts that only newer copies of the macro have
};
using KnownMacros = std::map<std::string, KnownMacro, std::less<>>;

// Definitions come in layers; a later one wins over an earlier one.
enum class Layer {
    builtin,    // ours: M4sh and obsolete names, written in m4 (rules/m4)
    shipped,    // aclocal.m4: never wins over anything
    macro_dir,  // m4/*.m4: defines what no rule knows, and wins over a rule where its AX_ macro does more
    project,    // acinclude.m4 and configure.ac: wins over rules too, with a finding
};
struct Definitions {
    Layer layer;
    Source source;
};

struct Limits {
    std::size_t expansions = 400'000;       // macro calls in all
    std::size_t depth = 1'000;              // calls within calls
    std::size_t output = 64 * 1024 * 1024;  // bytes of text in all, pushed back or put out
};

// A call as m4 meets it: its arguments are collected, with one level of quotes gone, and not expanded further.
struct TracedCall {
    std::string_view name;
    std::vector<Expanded> const& arguments;
    Location name_at;
    Location in_file;         // the call in a file that it came from: the place that m4 tells
    std::string_view within;  // the opaque call in whose arguments it stands; "" for none
    bool required;
};

struct Environment {
    KnownMacros known;
    std::vector<Definitions> definitions;  // read in this order before configure.ac; what they put out is dropped
    // m4_include and its like: the file of that name, relative to the top of the source tree, if there is one.
    std::function<std::optional<Source>(std::string const& path)> read;
    Limits limits;
    std::function<void(TracedCall const&)> trace = {};  // told of opaque calls and those of macros of AC_DEFUN
};

// Diagnostics: unbalanced_quote, expansion_budget, m4_command, unknown_macro (an `AC_`, `AM_`, `AX_`, `LT_`, `PKG_`,
// `m4_` ... name in the output that nothing defines), redefined_macro, missing_include.
Program expand(Source configure_ac, Environment const& environment, Diagnostics& diagnostics);

}  // namespace am2cmake::m4
