#pragma once
// What the holes of a rule's templates stand for in one call of its macro.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parser/m4_expanded.hpp"
#include "parser/rules_ast.hpp"

namespace am2cmake::mapper {

// An argument as the input has it, shell expansions and all; of type `words` or `list` split into them, else one word
// or none.
struct HoleValue {
    std::vector<std::string> words;
    rules::ArgumentType type = rules::ArgumentType::text;
    Span span;
};
using Holes = std::map<std::string, HoleValue, std::less<>>;

Holes bind_arguments(rules::Macro const& macro, m4::Call const& call);

// Of an argument of type `programs`: a name stands with options of its own in quotes, which are no part of the hole.
bool names_options(m4::Expanded const& programs);

// Names and words that are shell with a known value become that value, so that what is named after them is named right.
using KnownText = std::function<std::optional<std::string>(std::string const& shell_text, Span span)>;
void put_known_values(Holes& holes, KnownText const& known);

// The words of a hole, its filter applied to each.
std::vector<std::string> words_of(rules::Hole const& hole, Holes const& holes);

// The text with its holes filled, the words of each separated by blanks.
std::string fill(rules::Template const& text, Holes const& holes);

// True if a hole of the template has no words.
bool has_empty_hole(rules::Template const& text, Holes const& holes);

// AS_TR_CPP and AS_TR_SH of constant text.
std::string cpp_name(std::string_view text);
std::string shell_name(std::string_view text);

}  // namespace am2cmake::mapper
