#pragma once
// The statements of a Makefile.am, flat as in the file (Automake manual, "General ideas"; GNU make manual, "Writing
// Makefiles"). Nesting of conditionals is found later, so that an `endif` too many is a finding and no parse failure.
//
// The spans of the statements follow one another without a hole: each goes from the first byte of a line, blanks
// included, to the end of the newline of its last line. The spans of the parts are tight.

#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"

namespace am2cmake::automake {

struct Word;

struct Text {
    Span span;
    std::string text;  // `$$` stays two characters here; `\#` is `#`
};

// `$(name)`, `${name}`, `$x`, and with a substitution reference `$(name:from=to)`.
struct VariableReference {
    Span span;
    std::vector<Word> name;  // one word; more than one Text part in it if it is computed
    bool has_substitution = false;
    std::vector<Word> from;  // one if there is a substitution; it may have no parts, as in `$(name:=.o)`
    std::vector<Word> to;    // as `from`
};

// `$(function argument,argument)` of GNU make.
struct FunctionCall {
    Span span;
    std::string function;
    std::vector<std::vector<Word>> arguments;  // words of each; blanks between words are lost, as make's functions do
};

struct Substitution {  // @NAME@, filled in by configure
    Span span;
    std::string name;
};

using WordPart = std::variant<Text, VariableReference, FunctionCall, Substitution>;

struct Word {
    Span span;
    std::vector<WordPart> parts;
};

struct Assignment {
    Span span;
    std::vector<std::string> modifiers;  // `export`, `override`, `private` before the name
    Word name;                           // `foo_SOURCES`; may hold references
    std::string operation;               // = := ::= ?= += !=
    std::vector<Word> words;
    std::string comment;  // behind `#` on the last line, "" if there is none
};

struct TargetVariable {  // `target: NAME = value`, for the recipe of the target and of what it needs
    Span span;
    std::vector<Word> targets;
    Assignment assignment;
};

struct If {  // `if NAME`, `if !NAME`
    Span span;
    bool negated = false;
    std::string name;
};
struct Else {  // `else`, `else NAME`, `else !NAME`
    Span span;
    bool negated = false;
    std::string name;
};
struct Endif {
    Span span;
    bool negated = false;
    std::string name;
};

struct Include {  // `include path`, `-include path`, `sinclude path`
    Span span;
    bool optional = false;
    std::vector<Word> paths;  // Automake reads a single one at column 1; make reads any number
};

// Without the tab; a continued line is one, with its backslash-newlines kept (but a `##` line between is gone).
struct RecipeLine {
    Span span;
    std::string text;
};

// A recipe may be interrupted by conditionals and comments, which stay statements. What follows them is a Rule without
// targets: it continues the recipe of the nearest Rule above that has some. Blank lines do not interrupt.
struct Rule {
    Span span;
    std::vector<Word> targets;
    bool grouped = false;  // `&:`: one run of the recipe makes all targets
    bool double_colon = false;
    std::vector<Word> target_pattern;  // of a static pattern rule `targets: pattern: prerequisites`; none or one
    std::vector<Word> prerequisites;
    std::vector<Word> order_only;  // behind `|`
    std::vector<RecipeLine> recipe;
};

struct Define {  // define NAME ... endef
    Span span;
    std::string name;
    std::string operation;
    std::string body;
};

// `export NAME`, `unexport NAME`, `undefine NAME`, `vpath pattern directory`, `load file` of GNU make.
struct Directive {
    Span span;
    std::string keyword;
    std::vector<Word> words;
};

// A line of nothing but references, whose values are statements: `@RULES@`, `$(eval $(call template,x))`.
struct Expansion {
    Span span;
    std::vector<Word> words;  // no Text among their parts
};

// GNU make's own `ifeq`, `ifneq`, `ifdef`, `ifndef`, and the `else` or `endif` that Automake leaves to it because they
// are indented or stand within a recipe.
struct GnuConditional {
    Span span;
    std::string text;  // the whole line without the blanks before it
};

struct Comment {  // lines that start with `#`, joined by newlines, `#` (or `##`) and one blank taken away
    Span span;
    bool automake_only = false;  // `##`: not copied to Makefile.in
    std::string text;
};

struct BlankLine {  // one or more
    Span span;
};

struct Verbatim {  // a statement that can't be parsed, up to the end of its logical line and of a recipe below it
    Span span;
    std::string text;
};

using Statement = std::variant<Assignment, TargetVariable, If, Else, Endif, Include, Rule, Define, Directive, Expansion,
                               GnuConditional, Comment, BlankLine, Verbatim>;

struct File {
    Source source;
    std::vector<Statement> statements;
};

Span span_of(Statement const& statement);
Span span_of(WordPart const& part);

}  // namespace am2cmake::automake
