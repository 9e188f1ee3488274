#pragma once
// The source that AC_LANG_PROGRAM writes (Autoconf manual, "Generating Sources"), and what it was made of.

#include <optional>
#include <string>

#include "model/text.hpp"

namespace am2cmake::model {

// `prologue` stands before main(), `body` in it; both trimmed. The body may lack its last semicolon.
std::string program_text(std::string const& prologue, std::string const& body);

struct Program {
    Text prologue;
    Text body;
};

// The reverse, for sources with references; nothing for a source of another form.
std::optional<Program> parse_program(Text const& source);

}  // namespace am2cmake::model
