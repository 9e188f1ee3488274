#pragma once
// Commands as text that a shell can run when CMake configures: only those that look and answer, and change nothing.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "parser/shell_ast.hpp"

namespace am2cmake::mapper {

struct ShellText {
    std::string text;
    std::vector<std::string> variables;  // that it reads from outside, in their order
};

// Nothing for commands that write files, change the shell that runs them, or hold macros.
std::optional<ShellText> shell_text(std::vector<shell::Command> const& commands);

}  // namespace am2cmake::mapper
