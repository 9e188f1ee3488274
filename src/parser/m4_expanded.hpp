#pragma once
// What is left of configure.ac once m4 is gone: shell text with calls of known macros in it.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace am2cmake::m4 {

// From `offset` of a text on, up to the next Origin, its bytes were spelled one after the other from `location` on.
struct Origin {
    std::size_t offset = 0;
    Location location;
};

// Text that remembers where each of its bytes came from.
//
// A call of a macro that the rules know stands in it as a placeholder: `call_begin`, the call's index in decimal,
// `call_end`. These two bytes appear nowhere else: they are taken out of the input (and reported) when it is read.
struct Expanded {
    std::string text;
    std::vector<Origin> origins;  // by rising offset; empty only for an empty text

    Location location(std::size_t offset) const;  // of the byte there, or of the end
    bool empty() const { return text.empty(); }
};

inline constexpr char call_begin = '\x01';
inline constexpr char call_end = '\x02';

// An opaque call of a known macro. Its arguments are expanded as m4 would for output: one level of quotes is gone and
// what stood in them was expanded again; calls in them are placeholders of the same table.
struct Call {
    std::string name;
    std::vector<Expanded> arguments;  // as written; a trailing empty one is kept, `FOO` and `FOO()` have none
    Span span;                        // from the first byte of the name to behind the closing parenthesis
    bool required = false;            // put here by AC_REQUIRE or by a rule's `requires`
};

struct Program {
    Expanded text;
    std::vector<Call> calls;
    // Of known macros that the project has an older or shorter copy of: names that this copy does not define, and texts
    // of features that it lacks.
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> not_in_copy = {};
};

// `\x01 12 \x02` at `offset` of the text: the index and the bytes it takes; nothing if none stands there.
struct Placeholder {
    std::size_t call = 0;
    std::size_t length = 0;
};
Placeholder placeholder_at(std::string_view text, std::size_t offset);  // length 0: there is none

}  // namespace am2cmake::m4
