#pragma once
// Text whose value may be known only when CMake configures: literal pieces and references to CMake variables.

#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace am2cmake::model {

struct Piece {
    enum class Kind { literal, variable };
    Kind kind = Kind::literal;
    std::string text;  // the characters, or the name of the CMake variable

    bool operator==(Piece const&) const = default;
};

struct Text {
    std::vector<Piece> pieces;  // no two literals side by side, none empty
    Span from;

    static Text literal(std::string_view text, Span from = {});
    static Text variable(std::string_view name, Span from = {});

    bool empty() const { return pieces.empty(); }
    bool constant() const;              // no references: known at conversion time
    std::string value() const;          // of a constant one
    std::string variable_name() const;  // of one that is a single reference, else ""
    void append(std::string_view literal);
    void append(Piece const& piece);
    void append(Text const& text);

    // Places don't count.
    friend bool operator==(Text const& a, Text const& b) { return a.pieces == b.pieces; }
};

// At the blanks of literal pieces: "a ${b} c${d}" is three words.
std::vector<Text> split_words(Text const& text);

// CMake text: references as ${name}; the literals escaped for use within double quotes.
std::string cmake_text(Text const& text);

// Names may be computed as well: "have_${x}" is the variable whose name ends with the value of x.
std::vector<std::string> names_within(std::string_view name);  // x
bool may_name(std::string_view name, std::string_view variable);

// The reverse, for text of rules: "${X}/lib" is a reference and a literal.
Text parse_cmake_text(std::string_view text, Span from = {});

}  // namespace am2cmake::model
