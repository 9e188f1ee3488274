#pragma once
// Which variables of the configure program are read as text, with blanks between words.

#include <set>
#include <string>

#include "model/configure_program.hpp"

namespace am2cmake::passes {

// Adds them to `needed`. What is only assigned from one of `flags` to another may stay a list.
void add_text_uses(model::Steps const& steps, std::set<std::string> const& flags, std::set<std::string>& needed);

}  // namespace am2cmake::passes
