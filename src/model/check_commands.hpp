#pragma once
// The commands of ConfigureChecks.cmake and its like.

#include <array>
#include <string>
#include <string_view>

namespace am2cmake::model {

// It compiles, links or runs something to get its answer, and takes the arguments LANGUAGE and CFLAGS, LIBS ... for
// that.
bool is_tried_out(std::string const& command);

// A shell answers it (ShellAnswers.cmake).
bool is_asked_of_shell(std::string const& command);

// What configure collects in these reaches every compiler run after it.
inline constexpr std::array<std::string_view, 5> flag_variables{"CPPFLAGS", "CFLAGS", "CXXFLAGS", "LDFLAGS", "LIBS"};
bool is_flag_variable(std::string_view name);

}  // namespace am2cmake::model
