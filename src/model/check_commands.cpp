#include "model/check_commands.hpp"

#include <algorithm>
#include <set>

namespace am2cmake::model {

bool is_tried_out(std::string const& command) {
    static std::set<std::string> const commands{
        "check_headers",    "check_header",  "check_functions",    "check_function",    "check_declarations",
        "check_types",      "check_type",    "check_members",      "check_member",      "check_declaration",
        "check_sizes",      "check_library", "check_source",       "search_libraries",  "check_compiler_flags",
        "check_alignments", "compute_int",   "check_preprocessed", "check_linker_flags"};
    return commands.contains(command);
}

bool is_asked_of_shell(std::string const& command) {
    return command == "shell_output" || command == "shell_succeeds" || command == "shell_values";
}

bool is_flag_variable(std::string_view name) {
    return std::find(flag_variables.begin(), flag_variables.end(), name) != flag_variables.end();
}

}  // namespace am2cmake::model
