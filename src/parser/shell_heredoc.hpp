#pragma once
// Private to the shell parser: here-documents (POSIX 2.7.4). Their bodies lie behind the line that announces them.

#include "parser/shell_reading.hpp"

namespace am2cmake::shell {

// Reads the body of a redirection from `begin` to `end` whose delimiter was written as `delimiter`.
Word read_here_document(char const* begin, char const* end, std::string_view delimiter, bool strips_tabs,
                        Reading& reading);

}  // namespace am2cmake::shell
