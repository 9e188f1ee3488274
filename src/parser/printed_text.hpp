#pragma once
// What a pipeline of text programs prints, told without running any of them: `sed -n 's/^VERSION=//p' version.sh`.
// Projects take versions and lists out of their own files this way, with m4_esyscmd and with make's $(shell).

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace am2cmake {

// The text of a file of the tree, by the name that the command has for it.
using TextOfFile = std::function<std::optional<std::string>(std::string const& name)>;

// Knows cat, echo, printf, head, tail, grep, sed (addresses, d, p, q and s), tr, sort and uniq, with the
// options that POSIX gives them. Nothing for any other program or option, for a file that isn't there, and for what a
// shell would compute first (variables, patterns, substitutions). Bounded: a command of 1,000 bytes, 1 MiB of text.
std::optional<std::string> printed_by(std::string_view command, TextOfFile const& text_of_file);

}  // namespace am2cmake
