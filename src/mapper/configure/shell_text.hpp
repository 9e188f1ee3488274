#pragma once
// Commands as text that a shell can run when CMake configures.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/shell_ast.hpp"

namespace am2cmake::mapper {

struct ShellText {
    std::string text;
    std::vector<std::string> variables;  // that it reads from outside, in their order
    std::vector<std::string> assigned;   // in their order
};

// The command line that a macro call stands for (AC_TRY_EVAL and its like); nothing for other macros.
using MacroText = std::function<std::optional<std::string>(std::size_t call)>;

// Nothing for commands that write files, change the shell that runs them unless that is one of their own, or hold
// macros.
std::optional<ShellText> shell_text(std::vector<shell::Command> const& commands, bool subshell);

// The same for a passage of a test, which runs in a directory of its own: it may make and remove files named conftest
// and leave with `exit`.
std::optional<ShellText> shell_passage(std::vector<shell::Command> const& commands, MacroText const& macro);

// Whether a command, or one in it, has to do with files named conftest: those need a passage.
bool handles_test_file(shell::Command const& command);
bool appends_definitions(shell::Simple const& command);  // cat >>confdefs.h <<EOF, echo '#define X' >>confdefs.h

// Files that configure's tests are made of: conftest.c, confdefs.h, conf$$.file.
bool is_test_file(std::string_view text);

// The name of a variable, as POSIX has it.
bool is_name(std::string_view text);

// What an `eval` may assign, under names that stand in it; nothing for other commands.
std::vector<std::string> assigned_by_eval(shell::Simple const& command);

}  // namespace am2cmake::mapper
