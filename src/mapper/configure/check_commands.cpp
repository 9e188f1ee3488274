#include "mapper/configure/check_commands.hpp"

#include <algorithm>

#include "model/check_commands.hpp"

namespace am2cmake::mapper {

std::set<std::string> results_read(std::string const& command) {
    if (command.starts_with("pkg_")) {
        return {"PKG_CONFIG_FOUND"};
    }
    if (command == "check_gettext") {
        return {"ENABLE_NLS"};
    }
    return {model::flag_variables.begin(), model::flag_variables.end()};
}

bool may_stop(model::Call const& call) {
    return std::any_of(call.arguments.begin(), call.arguments.end(), [](model::Call::Argument const& argument) {
        return argument.text == model::Text::literal("REQUIRED");
    });
}

}  // namespace am2cmake::mapper
