#pragma once
// The words of a value as a command gets them: make's `$$` and the shell's quoting are undone.

#include <string>

#include "mapper/automake/ledger.hpp"
#include "model/build_description.hpp"

namespace am2cmake::mapper {

// Words that the shell would have to compute are left out after a finding.
model::Words unquoted(model::Words const& words, Ledger& ledger);

// Whether they are more than plain words: expansions of the shell, its operators and keywords.
bool is_shell_program(model::Words const& words);

}  // namespace am2cmake::mapper
