#pragma once
// The tree of a shell script, as POSIX names its parts ("Shell Command Language").

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"

namespace am2cmake::shell {

struct Word;
struct Command;

struct Script {
    Span span;
    std::vector<Command> commands;
};

// Plain characters. `quoted` ones (also after a backslash) are neither split nor taken as a pattern.
struct Literal {
    Span span;
    std::string text;  // without the quotes and backslashes that the shell takes away
    bool quoted = false;
};

// `$name`, `${name}`, `${name<operation>word}`; `$#`, `$?`, `$1` and so on have that name.
struct Parameter {
    Span span;
    std::string name;
    std::string operation;       // "", "-", ":-", "=", ":=", "?", ":?", "+", ":+", "%", "%%", "#", "##"; "length"
    std::vector<Word> argument;  // of the operation: none or one
    bool quoted = false;
};

// `$(...)` and the backquoted form.
struct CommandSubstitution {
    Span span;
    Script script;
    std::string text;  // what stood between the parentheses; of backquotes, without the backslashes they take away
    bool quoted = false;
};

struct Arithmetic {  // $((...))
    Span span;
    std::string text;
    bool quoted = false;
};

// A call of a known macro within a word: m4::Program::calls[call].
struct MacroWord {
    Span span;
    std::size_t call = 0;
    bool quoted = false;
};

using WordPart = std::variant<Literal, Parameter, CommandSubstitution, Arithmetic, MacroWord>;

struct Word {
    Span span;
    std::vector<WordPart> parts;  // none: an empty quoted word ('' or "")
};

struct Assignment {
    Span span;
    std::string name;
    Word value;
};

struct Redirection {
    Span span;
    std::string descriptor;    // "", "2" ...
    std::string operation;     // < > >> >| <> <& >& << <<-
    Word target;               // the file, the descriptor, or the here-document's delimiter
    std::vector<Word> body;    // of a here-document: one word, its expansions parsed unless the delimiter was quoted
};

struct Simple {
    Span span;
    std::vector<Assignment> assignments;
    std::vector<Word> words;
    std::vector<Redirection> redirections;
};

// A known macro in command position.
struct MacroCall {
    Span span;
    std::size_t call = 0;
};

struct Pipeline {  // two commands or more, or a negated one
    Span span;
    bool negated = false;
    std::vector<Command> commands;
};

struct AndOr {  // first && second || third ...: two commands or more, operators one less
    Span span;
    std::vector<Command> commands;
    std::vector<std::string> operators;  // "&&" or "||"
};

struct Group {  // { ...; } or ( ... )
    Span span;
    bool subshell = false;
    Script body;
    std::vector<Redirection> redirections;
};

struct Branch {
    Span span;
    Script condition;
    Script body;
};

struct If {
    Span span;
    std::vector<Branch> branches;      // if, elif ...
    std::optional<Script> otherwise;
    std::vector<Redirection> redirections;
};

struct For {
    Span span;
    std::string variable;
    std::optional<std::vector<Word>> words;  // nothing: "$@"
    Script body;
    std::vector<Redirection> redirections;
};

struct While {
    Span span;
    bool until = false;
    Script condition;
    Script body;
    std::vector<Redirection> redirections;
};

struct CaseArm {
    Span span;
    std::vector<Word> patterns;
    Script body;
};

struct Case {
    Span span;
    Word subject;
    std::vector<CaseArm> arms;
    std::vector<Redirection> redirections;
};

struct Function {
    Span span;
    std::string name;
    Script body;
};

// A comment on lines of its own: the text behind `#`, one leading blank taken away, lines joined by newlines.
struct Comment {
    Span span;
    std::string text;
};

// One or more blank lines between commands: they group what a person wrote.
struct BlankLine {
    Span span;
};

// Text that is no shell we know: from a syntax error up to the end of its line.
struct Verbatim {
    Span span;
    std::string text;
};

struct Command {
    using Variant = std::variant<Simple, MacroCall, Pipeline, AndOr, Group, If, For, While, Case, Function, Comment,
                                 BlankLine, Verbatim>;
    Variant node;
};

Span span_of(Command const& command);
Span span_of(WordPart const& part);

}  // namespace am2cmake::shell
