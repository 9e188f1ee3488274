#pragma once
// What configure.ac does, as an ordered little program: its order and side effects matter.

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "model/condition.hpp"
#include "model/text.hpp"

namespace am2cmake::model {

struct Step;
using Steps = std::vector<Step>;

struct Comment {
    std::string text;
};
struct BlankLine {};

// set(variable "value"), or with several values a list.
struct Set {
    std::string variable;
    Text value;
    bool is_list = false;  // the value's words are the elements of a CMake list
};

// A command of CMake or of a module of the generated tree.
struct Call {
    struct Argument {
        Text text;
        enum class Form { automatic, quoted, unquoted, bracket } form = Form::automatic;
    };
    std::string command;
    std::vector<Argument> arguments;
    std::set<std::string> writes;  // CMake variables that it sets
    std::set<std::string> reads;   // beside those in its arguments
    bool pure = false;             // only its writes matter: it may go when nobody reads them
};

// A choice of the user: option() or a cache variable.
struct Option {
    std::string variable;        // ENABLE_FOO, WITH_BAR, or the name of an AC_ARG_VAR
    std::string configure_name;  // --enable-foo, --with-bar=DIR, FOO=...
    std::string help;
    bool boolean = false;
    Text default_value;
};

// config_define(name value): the value is C text; the empty one defines the macro as empty.
struct Define {
    std::string name;
    Text value;
};

// AM_CONDITIONAL: what a Conditional of this name asks.
struct SetConditional {
    std::string name;
    Condition condition;
};

struct Message {
    std::string level;  // STATUS, WARNING, FATAL_ERROR ...
    Text text;
};

struct If {
    struct Branch {
        Condition condition;
        Steps body;
    };
    std::vector<Branch> branches;
    Steps otherwise;
};

struct ForEach {
    std::string variable;
    std::vector<Text> items;  // each one word, or a reference that is split at blanks when CMake runs
    Steps body;
};

// What could not be translated: it stays visible as a comment.
struct Untranslated {
    std::string text;    // as it stood in the input
    std::string id;      // of the finding
    std::string reason;  // a sentence
};

struct Step {
    std::variant<Comment, BlankLine, Set, Call, Option, Define, SetConditional, Message, If, ForEach, Untranslated>
        what;
    Span from;
};

}  // namespace am2cmake::model
