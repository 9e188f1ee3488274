#pragma once
// When a thing holds: and/or/not over what CMake can ask. Conditions of configure.ac (shell tests) and of Makefile.am
// (conditionals) are the same type, so that one can stand for the other.

#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "model/text.hpp"

namespace am2cmake::model {

// if(VARIABLE): true for 1, ON, YES, TRUE, Y and other numbers than 0, as CMake has it.
struct Truth {
    std::string variable;
    bool operator==(Truth const&) const = default;
};

// `left OPERATOR right`, OPERATOR as CMake calls it: STREQUAL, EQUAL, LESS, VERSION_LESS, MATCHES ...
struct Comparison {
    Text left;
    std::string operation;
    Text right;
    bool operator==(Comparison const&) const = default;
};

// `OPERATOR operand`: EXISTS, IS_DIRECTORY, IS_SYMLINK, DEFINED, TARGET ...
struct Question {
    std::string operation;
    Text operand;
    bool operator==(Question const&) const = default;
};

// Words for if(), as a rule gives them: `WIN32`, `CMAKE_SYSTEM_NAME STREQUAL "Linux"`.
struct Predicate {
    std::string words;
    bool operator==(Predicate const&) const = default;
};

// A conditional of AM_CONDITIONAL, until a pass replaces it by what it stands for.
struct Conditional {
    std::string name;
    bool operator==(Conditional const&) const = default;
};

using Atom = std::variant<Truth, Comparison, Question, Predicate, Conditional>;

struct Condition {
    enum class Kind { always, never, atom, negation, conjunction, disjunction };
    Kind kind = Kind::always;
    std::vector<Atom> atoms;          // of an atom: one
    std::vector<Condition> operands;  // of a negation: one; of the others: two or more

    static Condition always() { return {}; }
    static Condition never() { return {Kind::never, {}, {}}; }
    static Condition of(Atom atom) { return {Kind::atom, {std::move(atom)}, {}}; }

    bool is_always() const { return kind == Kind::always; }
    bool is_never() const { return kind == Kind::never; }
    Atom const& atom() const { return atoms.front(); }

    bool operator==(Condition const&) const = default;
};

// These simplify as they build: double negations, constants, repetitions and complements (`a and not a`) are gone.
Condition negation(Condition condition);
Condition conjunction(Condition a, Condition b);
Condition disjunction(Condition a, Condition b);

// True only if `a` holds in no case in which `b` does not: by structure, so `false` means "not known".
bool implies(Condition const& a, Condition const& b);

// The CMake variables that it reads.
std::vector<std::string> variables(Condition const& condition);

// For dumps and tests: `(A and not B)`.
std::string describe(Condition const& condition);

}  // namespace am2cmake::model
