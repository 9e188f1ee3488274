#pragma once
// Building and cutting text that remembers where its bytes came from.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/source.hpp"
#include "parser/m4_expanded.hpp"

namespace am2cmake::m4 {

bool is_name_byte(char c);  // of a macro: a letter, a digit or _

// Bytes that were spelled one after the other from `location` on.
void append(Expanded& to, std::string_view text, Location location);

// Bytes `begin` to `end` of `from`.
void append(Expanded& to, Expanded const& from, std::size_t begin = 0, std::size_t end = std::string::npos);

// Text that nobody spelled, made by the call at `call`: its words begin there, and no byte of it lies behind the
// `width` bytes of the call's name.
void append_made(Expanded& to, std::string_view text, Location call, std::size_t width);

Expanded made(std::string_view text, Location call, std::size_t width);
Expanded slice(Expanded const& from, std::size_t begin, std::size_t end = std::string::npos);
void cut(Expanded& text, std::size_t size);  // drops what is behind its first bytes

// The bytes of `from` with the byte `map` gives for each; one that it maps to nothing (-1) is left out.
Expanded mapped(Expanded const& from, int const (&map)[256]);

// `@<:@` and its like become what they stand for: the last thing done to text that leaves m4.
void replace_quadrigraphs(Expanded& text);

// `__oline__`, the number of a line of configure, is replaced even in comments. Here there is one line only.
void replace_line_numbers(Expanded& text);

}  // namespace am2cmake::m4
