#pragma once
// Splitting and joining of plain text. Nothing else may move in.

#include <string>
#include <string_view>
#include <vector>

namespace am2cmake {

std::string_view trim(std::string_view text);                     // blanks and newlines at both ends
std::vector<std::string> split_words(std::string_view text);      // at blanks and newlines, no empty words
std::vector<std::string> split_shell_words(std::string_view text);  // a backslash before a newline is a blank, too
std::vector<std::string> split(std::string_view text, char at);   // keeps empty parts
std::string join(std::vector<std::string> const& words, std::string_view between);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace am2cmake
