#include "model/project.hpp"

#include "base/words.hpp"

namespace am2cmake::model {

bool is_cmake_version(Text const& version) {
    std::vector<std::string> const numbers = split(version.value(), '.');
    bool numeric = version.constant() && numbers.size() <= 4;
    for (std::string const& number : numbers) {
        numeric = numeric && !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
    }
    return numeric;
}

}  // namespace am2cmake::model
