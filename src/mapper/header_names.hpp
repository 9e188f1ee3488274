#pragma once
// Headers of C and C++ by their names.

#include <algorithm>
#include <string>

namespace am2cmake::mapper {

inline bool is_header(std::string const& path) {
    std::string const ending = path.substr(std::min(path.rfind('.'), path.size()));
    return ending == ".h" || ending == ".hh" || ending == ".hpp" || ending == ".hxx";
}

}  // namespace am2cmake::mapper
