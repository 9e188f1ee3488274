#include "mapper/configure/check_commands.hpp"

#include <algorithm>

namespace am2cmake::mapper {

bool takes_language(std::string const& command) {
    static std::set<std::string> const commands{
        "check_headers",    "check_header",  "check_functions",    "check_function",    "check_declarations",
        "check_types",      "check_type",    "check_members",      "check_member",      "check_declaration",
        "check_sizes",      "check_library", "check_source",       "search_libraries",  "check_compiler_flags",
        "check_alignments", "compute_int",   "check_preprocessed", "check_linker_flags"};
    return commands.contains(command);
}

std::set<std::string> results_read(std::string const& command) {
    if (command.starts_with("pkg_")) {
        return {"PKG_CONFIG_FOUND"};
    }
    if (command == "check_gettext") {
        return {"ENABLE_NLS"};
    }
    return {"CFLAGS", "CXXFLAGS", "CPPFLAGS", "LDFLAGS", "LIBS"};
}

bool may_stop(model::Call const& call) {
    return std::any_of(call.arguments.begin(), call.arguments.end(), [](model::Call::Argument const& argument) {
        return argument.text == model::Text::literal("REQUIRED");
    });
}

}  // namespace am2cmake::mapper
