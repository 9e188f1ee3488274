#include "model/check_commands.hpp"

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

}  // namespace am2cmake::model
