#pragma once
// The rules and macro definitions that a run works with: those inside the program, then the user's own.

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "mapper/rule_book.hpp"
#include "parser/m4_expand.hpp"

namespace am2cmake::cli {

struct RuleFiles {
    mapper::RuleBook rules;
    std::vector<m4::Definitions> definitions;  // rules/m4, as the built-in layer
};

// Files of `more` win over the built-in rules, a later one over an earlier one. Diagnostics: rule_syntax,
// unreadable_file.
RuleFiles read_rule_files(std::vector<std::string> const& more, Diagnostics& diagnostics);

}  // namespace am2cmake::cli
