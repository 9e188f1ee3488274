#pragma once
// Shell words as the analysis sees them: literal characters and the values of variables, nothing else.

#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "parser/shell_ast.hpp"

namespace am2cmake::mapper {

struct SymbolicPart {
    bool is_variable = false;
    std::string text;  // the characters, or the variable's name
    bool quoted = false;
    Span span;
};
using Symbolic = std::vector<SymbolicPart>;

// Nothing for a word that holds more than characters and plain `$name`.
std::optional<Symbolic> symbolic(shell::Word const& word);

bool is_constant(Symbolic const& text);
std::string constant_text(Symbolic const& text);    // of a constant one
std::string single_variable(Symbolic const& text);  // of one that is a single variable, else ""
std::vector<std::string> variable_names(Symbolic const& text);

// The characters of a word without any expansion; nothing if there is one.
std::optional<std::string> constant_word(shell::Word const& word);

// Takes away what both begin or end with: `x$a` and `xyes` become `$a` and `yes`.
void strip_common(Symbolic& left, Symbolic& right);

// The case pattern that a word is: `*`, `?` and `[` of unquoted characters are special, others stand for themselves.
struct Pattern {
    struct Character {
        char value;
        bool special;  // part of `*`, `?` or a bracket expression
    };
    std::vector<Character> characters;

    bool is_literal() const;
    bool is_anything() const;           // `*`, of which several are the same
    std::string text() const;           // as it was written, without quotes
    std::string regex() const;          // for CMake's MATCHES: the whole subject
    std::string regex_of_part() const;  // anywhere in the subject
    bool matches(std::string_view subject) const;
};
std::optional<Pattern> pattern(shell::Word const& word);  // nothing if an expansion is in it

}  // namespace am2cmake::mapper
