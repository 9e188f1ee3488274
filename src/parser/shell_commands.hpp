#pragma once
// Private to the shell parser: commands, from a simple one to a list of them.

#include <string_view>

#include "parser/shell_reading.hpp"

namespace am2cmake::shell {

bool read_command(char const*& first, Reading& reading, Command& command);  // no operator in it
bool read_and_or(char const*& first, Reading& reading, Command& command);   // with `|`, `&&` and `||`
bool read_list(char const*& first, Reading& reading, unsigned closers, Script& script);

// Blank lines and comments in front of a command; `own_line`: nothing stands before them on their line.
void read_between(char const*& first, Reading& reading, bool own_line, std::vector<Command>& commands);

struct FoundCloser {
    Closer closer = no_closer;
    std::string_view text;
};
FoundCloser closer_at(char const* at, char const* last);
bool keyword_at(char const* at, char const* last, std::string_view keyword);

}  // namespace am2cmake::shell
