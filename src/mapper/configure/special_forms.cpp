#include <map>

#include "mapper/configure/special_forms.hpp"

namespace am2cmake::mapper {

SpecialForm special_form(std::string_view name) {
    static std::map<std::string_view, SpecialForm> const forms{
        {"init", special_init},
        {"automake_init", special_automake_init},
        {"libtool_init", special_libtool_init},
        {"option", special_option},
        {"option_with", special_option_with},
        {"argument_variable", special_argument_variable},
        {"substitute", special_substitute},
        {"define", special_define},
        {"define_unquoted", special_define_unquoted},
        {"template", special_template},
        {"conditional", special_conditional},
        {"if_conditional", special_if_conditional},
        {"config_headers", special_config_headers},
        {"config_files", special_config_files},
        {"config_links", special_config_links},
        {"config_commands", special_config_commands},
        {"config_subdirs", special_config_subdirs},
        {"header_verbatim", special_header_verbatim},
        {"header_top", special_header_top},
        {"header_bottom", special_header_bottom},
        {"output", special_output},
        {"library_object", special_library_object},
        {"library_object_directory", special_library_object_directory},
        {"language", special_language},
        {"language_push", special_language_push},
        {"language_pop", special_language_pop},
        {"message_checking", special_message_checking},
        {"message_result", special_message_result},
        {"message_notice", special_message_notice},
        {"message_warn", special_message_warn},
        {"message_error", special_message_error},
        {"cache_check", special_cache_check},
        {"cache_val", special_cache_val},
    };
    auto const found = forms.find(name);
    return found == forms.end() ? nullptr : found->second;
}

}  // namespace am2cmake::mapper
