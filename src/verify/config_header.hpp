#pragma once
// What configure found out, as C sees it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace am2cmake::verify {

using Macros = std::map<std::string, std::string>;  // name to value, which may be empty

// The #define lines of a header. Comments are left out; a macro with parameters has them in its value.
Macros parse_macros(std::string_view header);

// The headers that a config.status makes, relative to the top of the build.
std::vector<std::string> parse_config_headers(std::string_view config_status);

}  // namespace am2cmake::verify
