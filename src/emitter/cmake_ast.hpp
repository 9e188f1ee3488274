#pragma once
// The tree of a CMake file (cmake-language(7)): what the emitter makes and the printer writes.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.hpp"

namespace am2cmake::cmake {

// One argument of a command. `text` is CMake source text: `${X}` is a reference, a backslash escapes.
struct Argument {
    enum class Form {
        automatic,  // quoted when it must be: it is empty, has blanks, `;`, `(`, `#`, quotes, or a reference in a path
        quoted,     // always quoted
        unquoted,   // never quoted: a list that is to be spread, a keyword, an operator
        bracket,    // [[...]], with as many `=` as it takes; text is taken as it is
    };
    std::string text;
    Form form = Form::automatic;
    Span from;
};

Argument literal(std::string_view text);   // every special character escaped; form automatic
Argument quoted(std::string_view text);    // the same, always in quotes
Argument evaluated(std::string text);      // CMake text with references in it; form automatic
Argument word(std::string_view text);      // a keyword, operator or target: unquoted
Argument list(std::string_view variable);  // ${variable}, spread
Argument bracket(std::string_view text);

std::string escape(std::string_view text);  // for use within quotes: \ " $ (before `{`), @ is left alone

struct Command {
    std::string name;
    std::vector<Argument> arguments;
    Span from;
};

struct Comment {
    std::string text;       // without `# `; several lines
    bool verbatim = false;  // somebody's text: its lines are not filled
};
struct BlankLine {};

struct Block;
using Node = std::variant<Command, Comment, BlankLine, Block>;

// if/elseif/else, foreach, function: each part has a command as its head; the printer writes the end.
struct Part;
struct Block {
    std::vector<Part> parts;
};
struct Part {
    Command head;
    std::vector<Node> body;
};

struct File {
    std::string path;  // relative to the output tree
    std::vector<Node> nodes;
};

}  // namespace am2cmake::cmake
