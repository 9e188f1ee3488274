#pragma once
// The arguments of a command as a tree: what stays together on a line when the whole does not fit.

#include <string>
#include <string_view>
#include <vector>

#include "emitter/cmake_ast.hpp"

namespace am2cmake::cmake {

struct Piece {
    enum class Kind {
        leaf,
        front,       // one of the first arguments: what the command is about
        positional,  // other arguments before, between or after the keywords
        option,      // the other groups begin with their keyword
        one,
        many,
        pairs,
        command,
        property,
        section,   // its values have keywords of their own
        prefixed,  // of a condition: NOT x, AND x, TARGET x
        binary,    // of a condition: a STREQUAL b
        parentheses,
        pair,
    };
    Kind kind = Kind::leaf;
    std::string text;  // of a leaf
    std::vector<Piece> parts;
    bool listed = false;  // source files: one per line where they don't fit
};
using Pieces = std::vector<Piece>;

Pieces arranged(Command const& command);

bool is_condition(std::string_view name);  // the arguments of the command are a condition

}  // namespace am2cmake::cmake
