#pragma once
// Shell text to its tree (POSIX, "Shell Command Language", 2.3 to 2.10), with placeholders of macro calls as commands
// and words. A command that can't be parsed becomes a Verbatim and a `syntax` finding; parsing goes on after it.

#include "base/diagnostic.hpp"
#include "parser/m4_expanded.hpp"
#include "parser/shell_ast.hpp"

namespace am2cmake::shell {

Script parse(m4::Expanded const& text, Diagnostics& diagnostics);

// The same for text that holds a single word, such as the value of an argument: no blank splits it, `$x` is expanded,
// quotes are quotes.
Word parse_word(m4::Expanded const& text, Diagnostics& diagnostics);

// The body of an unquoted here-document, or of the double quotes of a value: `$x` and backquotes are expanded, quotes
// are characters.
Word parse_quoted(m4::Expanded const& text, Diagnostics& diagnostics);

}  // namespace am2cmake::shell
