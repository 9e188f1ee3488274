#pragma once
// The statements of a rules file (docs/rules.md describes the language).

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"

namespace am2cmake::rules {

// Text with holes. A hole names an argument, a variable of `each`, or `result`; `{header|cpp}` passes it through a
// filter: `cpp` (AS_TR_CPP), `sh` (AS_TR_SH), `upper`, `lower`. `{{` and `}}` are braces; `${X}` is a CMake reference
// and no hole, and may hold holes: `${HAVE_{header|cpp}}`.
struct Hole {
    Span span;
    std::string name;
    std::string filter;
};
using TemplatePart = std::variant<std::string, Hole>;
struct Template {
    Span span;
    std::vector<TemplatePart> parts;
    bool quoted = false;  // stood in double quotes: one CMake argument, however many words it holds
};

// What is parsed further in an argument of a macro. `words` stand between blanks, the parts of a `list` between commas
// (an m4 list, as AC_CHECK_TYPES takes), and of `declarations` without their prototypes. `modules` are those of
// pkg-config, with versions.
enum class ArgumentType { text, words, programs, list, declarations, shell, code, condition, name, version, modules };

struct Parameter {
    Span span;
    std::string name;
    ArgumentType type = ArgumentType::text;
    std::string default_value;  // of an argument that is empty or not given
    bool rest = false;          // `name...`: this and all that follow
};

// `on windows`, `on not msvc` ...: a statement for some platforms (windows, macos, linux, unix, msvc, mingw). Their
// words in CMake are in the rule book.
struct Platform {
    Span span;
    std::string name;
    bool negated = false;
};

// `given found`, `without found`: a statement for calls whose argument (or feature) is there, or is empty.
struct Given {
    Span span;
    std::string argument;
    bool negated = false;
};

struct Requires {
    Span span;
    std::vector<std::string> names;
};
struct Provides {
    Span span;
    std::vector<std::string> names;
};
struct Enable {
    Span span;
    std::vector<std::string> languages;
};  // enable C CXX
struct Reads {
    Span span;
    std::vector<Template> variables;
};
// writes NAME...: the CMake of this rule sets these shell variables under their own names. With `= a | b` only these
// values are possible.
struct Writes {
    Span span;
    std::vector<Template> variables;
    std::vector<Template> values;
};
// answer NAME = yes | no if CONDITION: reading $NAME asks a CMake condition.
struct Answer {
    Span span;
    Template variable;
    Template when_true;
    Template when_false;
    Template condition;
};
// alias NAME = "TEXT": reading $NAME reads CMake text (with ${references}).
struct Alias {
    Span span;
    Template variable;
    Template text;
};
// if CONDITION | unless CONDITION
struct Condition {
    Span span;
    bool negated = false;
    Template text;
};
// define NAME ["HELP"]: the CMake of this rule defines NAME in the config header.
// define NAME = "VALUE" ["HELP"]: NAME is defined to VALUE.
// With a condition, NAME is defined (to 1 or VALUE) where that holds, and only there.
struct Define {
    Span span;
    Template name;
    std::optional<Template> value;
    std::optional<Template> help;
    std::optional<Condition> condition;
};
struct Substitute {
    Span span;
    std::vector<Template> variables;
};
// cmake command(arguments): a group in brackets is left out when a hole in it is empty.
struct CmakeArgument {
    std::vector<Template> group;
    bool optional = false;
};
struct Cmake {
    Span span;
    std::string command;
    std::vector<CmakeArgument> arguments;
};
// run {shell} [if|unless CONDITION]
struct Run {
    Span span;
    Hole argument;
    std::optional<Condition> condition;
};
// shell "TEXT" [if|unless CONDITION]: shell text of the macro itself, such as LIBS="-lm $LIBS".
struct Shell {
    Span span;
    Template text;
    std::optional<Condition> condition;
};
// object NAME... [if|unless CONDITION]: AC_LIBOBJ.
struct Object {
    Span span;
    std::vector<Template> names;
    std::optional<Condition> condition;
};
// special NAME: C++ code of the mapper does it.
struct Special {
    Span span;
    std::string name;
};
struct Nothing {
    Span span;
    std::string why;
};  // it has no effect in CMake, for this reason
struct Unsupported {
    Span span;
    std::string why;
};  // a finding

// feature NAME in "TEXT": a macro of the archive has it whose text holds TEXT, as newer copies do; of no copy, it does.
// NAME is a hole, as a parameter is: empty where the project's own copy lacks the feature.
struct Feature {
    Span span;
    std::string name;
    std::string text;
};

struct Each;
struct Statement;
struct Each {
    Span span;
    std::string variable;
    Hole list;
    std::vector<Statement> body;
};  // each x in {list} ... end
struct Statement {
    std::optional<Platform> platform;
    std::optional<Given> given;
    std::variant<Requires, Provides, Enable, Reads, Writes, Answer, Alias, Define, Substitute, Cmake, Run, Shell,
                 Object, Special, Nothing, Unsupported, Feature, Each>
        what;
};

struct Macro {
    Span span;
    std::string name;
    std::string documentation;  // the comment lines above it
    std::vector<Parameter> parameters;
    std::vector<Statement> statements;
};

// variable NAME = "TEXT" | variable NAME = yes | no if CONDITION: a shell variable that is there from the start.
struct Variable {
    Span span;
    std::string documentation;
    std::variant<Alias, Answer> what;
};

// host VARIABLE PATTERN... = CONDITION: what case patterns over $host, $host_os or $host_cpu ask of CMake. $target is
// $host, and of $build the same is asked with CMAKE_HOST_SYSTEM_ for CMAKE_SYSTEM_.
struct Host {
    Span span;
    std::string variable;  // host, host_os, host_cpu
    std::vector<std::string> patterns;
    std::string condition;  // CMake's words
};

// library NAME = [PACKAGE] TARGET: what -lNAME links; an empty target: nothing to link there.
struct Library {
    Span span;
    std::string name;
    std::optional<Platform> platform;
    std::string package;  // of find_package, if one is needed
    std::string target;   // "" for nothing
};

using Item = std::variant<Macro, Variable, Host, Library>;

struct File {
    Source source;
    std::vector<Item> items;
};

}  // namespace am2cmake::rules
