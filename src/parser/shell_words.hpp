#pragma once
// Private to the shell parser: words, and the redirections made of them.

#include "parser/shell_reading.hpp"

namespace am2cmake::shell {

extern Quoting const single_word;         // a word among others
extern Quoting const whole_value;         // a text that is one word
extern Quoting const here_document_text;  // expansions, no quotes
extern Quoting const plain_text;          // calls of macros only

bool read_word(char const*& first, Reading& reading, Word& word);
bool read_redirection(char const*& first, Reading& reading, Redirection& redirection);

// Up to the end of what the quoting allows; a word of no parts if that is nothing.
Word read_text(char const*& first, Reading& reading, Quoting const& quoting);

inline constexpr NodeParser<Word> a_word{"a word", read_word};

// Of the list of commands, which words may hold; the grammar of commands defines it.
bool read_list(char const*& first, Reading& reading, unsigned closers, Script& script);

}  // namespace am2cmake::shell
