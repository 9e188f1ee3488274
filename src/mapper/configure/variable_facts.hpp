#pragma once
// The value-set analysis: what the whole configure program does with each shell variable. It decides how a variable is
// written in CMake, whose quoting, lists and if() depend on what a variable can hold.

#include <map>
#include <set>
#include <string>

#include "mapper/configure/configure_scripts.hpp"

namespace am2cmake::mapper {

// The values that a variable may have; `open`: others as well.
struct ValueSet {
    bool open = false;
    std::set<std::string> values;
};

enum class VariableType {
    boolean,    // yes or no, true or false, 1 or 0 ... and never anything but asked for
    tri_state,  // a boolean with one more word, such as auto or check
    choice,     // one of some words
    text,       // anything else
};

struct VariableFacts {
    ValueSet values;                      // of all assignments; "" is in it only if it is assigned
    std::size_t assignments = 0;          // in shell; what rules write is not counted
    std::set<std::string> copies;         // variables that are assigned plainly from this one
    std::set<std::string> compared_with;  // by test and case
    bool used_as_text = false;            // in any other way
    bool substituted = false;             // AC_SUBST
    bool written_by_rule = false;
};

class FactsOfVariables {
public:
    VariableFacts const& of(std::string const& name) const;  // of one that is never mentioned: empty facts
    VariableType type(std::string const& name) const;

    // The variable and those that are copies of it, one after the other.
    std::set<std::string> with_copies(std::string const& name) const;

    std::map<std::string, VariableFacts>& all() { return all_; }

private:
    std::map<std::string, VariableFacts> all_;
};

FactsOfVariables analyse_variables(ConfigureScripts& scripts);

// `$name` and `${name...}` in text that is no shell of its own, such as a value or a code body.
std::set<std::string> names_in(std::string_view text);

bool is_true_word(std::string_view word);   // that CMake's if() takes as true: yes, true, 1, on, y
bool is_false_word(std::string_view word);  // no, false, 0, off, n, and the empty one

}  // namespace am2cmake::mapper
