#pragma once
// What `special NAME` of a rule does in C++; each file has the forms of one subject.

#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {

// special_init.cpp: the project and its tools
void special_init(ConfigureLowering& lowering, std::size_t call);           // AC_INIT
void special_automake_init(ConfigureLowering& lowering, std::size_t call);  // AM_INIT_AUTOMAKE
void special_libtool_init(ConfigureLowering& lowering, std::size_t call);   // LT_INIT
void special_language(ConfigureLowering& lowering, std::size_t call);       // AC_LANG
void special_language_push(ConfigureLowering& lowering, std::size_t call);
void special_language_pop(ConfigureLowering& lowering, std::size_t call);

// special_options.cpp: what a user chooses
void special_option(ConfigureLowering& lowering, std::size_t call);             // AC_ARG_ENABLE
void special_option_with(ConfigureLowering& lowering, std::size_t call);        // AC_ARG_WITH
void special_argument_variable(ConfigureLowering& lowering, std::size_t call);  // AC_ARG_VAR

// special_output.cpp: what configure leaves behind
void special_substitute(ConfigureLowering& lowering, std::size_t call);
void special_define(ConfigureLowering& lowering, std::size_t call);
void special_define_unquoted(ConfigureLowering& lowering, std::size_t call);
void special_template(ConfigureLowering& lowering, std::size_t call);
void special_conditional(ConfigureLowering& lowering, std::size_t call);
void special_if_conditional(ConfigureLowering& lowering, std::size_t call);
void special_config_headers(ConfigureLowering& lowering, std::size_t call);
void special_config_files(ConfigureLowering& lowering, std::size_t call);
void special_output(ConfigureLowering& lowering, std::size_t call);
void special_library_object(ConfigureLowering& lowering, std::size_t call);
void special_library_object_directory(ConfigureLowering& lowering, std::size_t call);

// special_config_status.cpp: text for headers, links, commands and subdirectories
void special_header_verbatim(ConfigureLowering& lowering, std::size_t call);  // AH_VERBATIM
void special_header_top(ConfigureLowering& lowering, std::size_t call);
void special_header_bottom(ConfigureLowering& lowering, std::size_t call);
void special_config_links(ConfigureLowering& lowering, std::size_t call);
void special_config_commands(ConfigureLowering& lowering, std::size_t call);
void special_config_subdirs(ConfigureLowering& lowering, std::size_t call);
void run_file_commands(ConfigureLowering& lowering, std::size_t call);  // those of AC_CONFIG_FILES
void run_config_commands(ConfigureLowering& lowering);

// Whether configure came by here, for what it does at its end; a variable named after `what` says so if it is not sure.
model::Condition reached(ConfigureLowering& lowering, std::string const& what, Span from);

// special_messages.cpp
void special_message_checking(ConfigureLowering& lowering, std::size_t call);
void special_message_result(ConfigureLowering& lowering, std::size_t call);
void special_message_notice(ConfigureLowering& lowering, std::size_t call);
void special_message_warn(ConfigureLowering& lowering, std::size_t call);
void special_message_error(ConfigureLowering& lowering, std::size_t call);
void special_cache_check(ConfigureLowering& lowering, std::size_t call);
void special_cache_val(ConfigureLowering& lowering, std::size_t call);

}  // namespace am2cmake::mapper
