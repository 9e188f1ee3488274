#pragma once
// (private) m4's format: printf with its arguments as text.

#include <string>
#include <string_view>
#include <vector>

namespace am2cmake::m4 {

std::string formatted(std::string_view format, std::vector<std::string> const& values);

}  // namespace am2cmake::m4
