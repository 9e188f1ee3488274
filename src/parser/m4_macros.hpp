#pragma once
// (private) What m4 remembers: definitions by name, and the text that was put aside.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parser/m4_expand.hpp"

namespace am2cmake::m4 {

class Expander;

// A call as a builtin sees it: its arguments are collected, with one level of quotes gone.
struct Invocation {
    std::string name;
    Span span;
    std::vector<Expanded> arguments;

    std::size_t count() const { return arguments.size(); }
    Expanded const& at(std::size_t index) const;  // from 0; an empty one behind the last
    std::string const& text(std::size_t index) const { return at(index).text; }
};

// Text that the call made.
void append_made(Expanded& to, std::string_view text, Invocation const& call);

// Adds to the result what is to be read in the place of the call.
using Builtin = void (*)(Expander& m4, Invocation& call, Expanded& result);

struct BuiltinEntry {
    std::string_view name;
    Builtin run;
    bool needs_arguments;  // without a parenthesis it is plain text
};

// One definition of a name; exactly one of `body`, `builtin` and `known` is there.
struct Definition {
    std::shared_ptr<Expanded const> body;
    Builtin builtin = nullptr;
    KnownMacro const* known = nullptr;  // opaque: a rule knows it
    Layer layer = Layer::builtin;
    bool needs_arguments = false;
    bool defun = false;  // provides its name, and what it requires goes before it
    bool once = false;   // expands the first time only
};

class Macros {
public:
    Definition const* find(std::string_view name) const;
    void define(std::string_view name, Definition definition);  // in the place of the newest one
    void push(std::string_view name, Definition definition);
    void pop(std::string_view name);
    void undefine(std::string_view name);
    std::vector<Definition> stack(std::string_view name) const;  // the newest last

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, std::vector<Definition>, Hash, std::equal_to<>> stacks_;
};

// Where output goes. Numbers as in GNU M4: 0 and up are kept apart, what goes to a negative one is dropped.
class Diversions {
public:
    static constexpr int body = 1000;

    Expanded& current() { return *sink_; }
    int number() const { return number_; }
    void divert(int number);
    int fresh();                        // a number that nobody else uses
    Expanded take(int number);          // what is there, and it is empty then
    void undivert(int number);          // moves it to the current one
    Expanded all(int first, int last);  // what is there in order of number

    static int by_name(std::string_view name);  // of Autoconf's named ones; those of the help text are dropped

private:
    std::map<int, Expanded> kept_;
    Expanded dropped_;
    Expanded* sink_ = &kept_[body];
    int number_ = body;
    int next_ = 1'000'000;
};

}  // namespace am2cmake::m4
