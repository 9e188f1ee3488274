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
    Text checking;  // what AC_MSG_CHECKING said, if the text is the result of that
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
    struct Item {
        Text text;
        bool is_list = false;  // a reference to a CMake list: an item for each of its elements
    };
    std::string variable;
    std::vector<Item> items;
    Steps body;
};

struct While {
    Condition condition;
    Steps body;
};

// What could not be translated: it stays visible as a comment.
struct Untranslated {
    std::string text;    // as it stood in the input
    std::string id;      // of the finding
    std::string reason;  // a sentence
};

struct Step {
    std::variant<Comment, BlankLine, Set, Call, Option, Define, SetConditional, Message, If, ForEach, While,
                 Untranslated>
        what;
    Span from;
};

// The steps within a step: branches and loops.
template <typename AnyStep, typename Visit>
void for_each_body(AnyStep& step, Visit visit) {
    if (auto* choice = std::get_if<If>(&step.what)) {
        for (auto& branch : choice->branches) {
            visit(branch.body);
        }
        visit(choice->otherwise);
    } else if (auto* loop = std::get_if<ForEach>(&step.what)) {
        visit(loop->body);
    } else if (auto* rounds = std::get_if<While>(&step.what)) {
        visit(rounds->body);
    }
}

}  // namespace am2cmake::model
