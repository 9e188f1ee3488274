#include "emitter/cmake_signature.hpp"

#include <algorithm>
#include <array>

namespace am2cmake::cmake {

namespace {

// A row is for the command, or for its calls that have one of the words in `when`. A keyword ends in `=` for one value,
// `*` for many, `:` for pairs, `$` for a command line, `%` for a property; `+` before that: its name is two words.
struct Row {
    std::string_view command;
    std::string_view when;
    std::size_t front;
    std::size_t back;
    std::string_view keywords;
};

constexpr std::string_view visibility = "PUBLIC* PRIVATE* INTERFACE*";
constexpr std::string_view install_files =
    "OPTIONAL EXCLUDE_FROM_ALL TYPE= DESTINATION= COMPONENT= RENAME= FILES* PROGRAMS* PERMISSIONS* CONFIGURATIONS*";
constexpr std::string_view artifact =
    "OPTIONAL EXCLUDE_FROM_ALL NAMELINK_ONLY NAMELINK_SKIP DESTINATION= COMPONENT= NAMELINK_COMPONENT= PERMISSIONS* "
    "CONFIGURATIONS*";
constexpr std::string_view find_names =
    "REQUIRED NO_DEFAULT_PATH NO_CACHE DOC= ENV= VALIDATOR= NAMES* HINTS* PATHS* PATH_SUFFIXES*";
constexpr std::string_view flags = "LANGUAGE= CFLAGS= CXXFLAGS= CPPFLAGS= LDFLAGS= LIBS=";
constexpr std::string_view includes = "INCLUDES= LANGUAGE= CFLAGS= CXXFLAGS= CPPFLAGS= LDFLAGS= LIBS=";

constexpr auto rows = std::to_array<Row>({
    {"add_custom_command", "OUTPUT", 0, 0,
     "VERBATIM APPEND USES_TERMINAL COMMAND_EXPAND_LISTS DEPENDS_EXPLICIT_ONLY MAIN_DEPENDENCY= WORKING_DIRECTORY= "
     "COMMENT= DEPFILE= JOB_POOL= OUTPUT* COMMAND$ ARGS$ DEPENDS* BYPRODUCTS*"},
    {"add_custom_command", "TARGET", 0, 0,
     "PRE_BUILD PRE_LINK POST_BUILD VERBATIM USES_TERMINAL COMMAND_EXPAND_LISTS TARGET= WORKING_DIRECTORY= COMMENT= "
     "COMMAND$ ARGS$ BYPRODUCTS*"},
    {"add_custom_target", "", 1, 0,
     "ALL VERBATIM USES_TERMINAL COMMAND_EXPAND_LISTS WORKING_DIRECTORY= COMMENT= JOB_POOL= COMMAND$ DEPENDS* "
     "BYPRODUCTS* SOURCES*"},
    {"add_dependencies", "", 1, 0, ""},
    {"add_executable", "", 1, 0, "WIN32 MACOSX_BUNDLE EXCLUDE_FROM_ALL IMPORTED ALIAS="},
    {"add_library", "", 1, 0, "STATIC SHARED MODULE EXCLUDE_FROM_ALL OBJECT IMPORTED UNKNOWN INTERFACE ALIAS="},
    {"add_subdirectory", "", 2, 0, "EXCLUDE_FROM_ALL SYSTEM"},
    {"add_test", "", 2, 0, "COMMAND_EXPAND_LISTS NAME= WORKING_DIRECTORY= COMMAND$ CONFIGURATIONS*"},
    {"bison_target", "", 0, 0, "COMPILE_FLAGS= DEFINES_FILE= VERBOSE= REPORT_FILE= OPTIONS*"},
    {"flex_target", "", 0, 0, "COMPILE_FLAGS= DEFINES_FILE= OPTIONS*"},
    {"block", "", 0, 0, "SCOPE_FOR* PROPAGATE*"},
    {"cmake_minimum_required", "", 0, 0, "FATAL_ERROR VERSION="},
    {"cmake_parse_arguments", "PARSE_ARGV", 0, 4, "PARSE_ARGV="},
    {"cmake_parse_arguments", "", 4, 0, ""},
    {"choose_sources", "", 1, 0, "OBJECTS* SOURCES*"},
    {"configure_file", "", 2, 0,
     "COPYONLY ESCAPE_QUOTES @ONLY NO_SOURCE_PERMISSIONS USE_SOURCE_PERMISSIONS NEWLINE_STYLE= FILE_PERMISSIONS*"},
    {"configure_package_config_file", "", 2, 0,
     "NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO INSTALL_DESTINATION= INSTALL_PREFIX= PATH_VARS*"},
    {"execute_process", "", 0, 0,
     "OUTPUT_QUIET ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_STRIP_TRAILING_WHITESPACE ECHO_OUTPUT_VARIABLE "
     "ECHO_ERROR_VARIABLE WORKING_DIRECTORY= TIMEOUT= RESULT_VARIABLE= RESULTS_VARIABLE= OUTPUT_VARIABLE= "
     "ERROR_VARIABLE= INPUT_FILE= OUTPUT_FILE= ERROR_FILE= COMMAND_ECHO= ENCODING= COMMAND_ERROR_IS_FATAL= COMMAND$"},
    {"file", "READ", 0, 0, "HEX READ= OFFSET= LIMIT="},
    {"file", "STRINGS", 0, 0, "NEWLINE_CONSUME STRINGS= LIMIT_COUNT= REGEX= ENCODING="},
    {"file", "WRITE", 0, 0, "WRITE="},
    {"file", "APPEND", 0, 0, "APPEND="},
    {"file", "GENERATE", 0, 0, "GENERATE+= INPUT= CONTENT= CONDITION= TARGET= NEWLINE_STYLE="},
    {"file", "MAKE_DIRECTORY", 0, 0, "RESULT= MAKE_DIRECTORY*"},
    {"file", "COPY", 0, 0, "FILES_MATCHING EXCLUDE DESTINATION= PATTERN= REGEX= COPY*"},
    {"file", "CREATE_LINK", 0, 0, "COPY_ON_ERROR SYMBOLIC RESULT= CREATE_LINK*"},
    {"file", "CHMOD", 0, 0, "CHMOD* PERMISSIONS* FILE_PERMISSIONS* DIRECTORY_PERMISSIONS*"},
    {"find_library", "", 2, 0, find_names},
    {"find_path", "", 2, 0, find_names},
    {"find_program", "", 2, 0, find_names},
    {"find_package", "", 2, 0,
     "EXACT QUIET MODULE CONFIG NO_MODULE GLOBAL COMPONENTS* OPTIONAL_COMPONENTS* NAMES* CONFIGS* HINTS* PATHS* "
     "PATH_SUFFIXES* REQUIRED*"},
    {"foreach", "", 1, 0, "IN RANGE* LISTS* ITEMS* ZIP_LISTS*"},
    {"function", "", 1, 0, ""},
    {"macro", "", 1, 0, ""},
    {"get_directory_property", "", 1, 0, "DIRECTORY= DEFINITION="},
    {"get_filename_component", "", 3, 0, "DIRECTORY NAME EXT NAME_WE LAST_EXT NAME_WLE PATH PROGRAM CACHE BASE_DIR="},
    {"get_property", "", 1, 0,
     "GLOBAL VARIABLE SET DEFINED TARGET= INSTALL= TEST= CACHE= PROPERTY= SOURCE= DIRECTORY* FILE_SET*"},
    {"get_target_property", "", 3, 0, ""},
    {"include", "", 1, 0, "OPTIONAL NO_POLICY_SCOPE RESULT_VARIABLE="},
    {"install", "TARGETS", 0, 0,
     "OPTIONAL EXCLUDE_FROM_ALL NAMELINK_ONLY NAMELINK_SKIP DESTINATION= COMPONENT= NAMELINK_COMPONENT= EXPORT= "
     "PERMISSIONS* CONFIGURATIONS* TARGETS* INCLUDES+* ARCHIVE* LIBRARY* RUNTIME* OBJECTS* FRAMEWORK* BUNDLE* "
     "PUBLIC_HEADER* PRIVATE_HEADER* RESOURCE* FILE_SET+*"},
    {"install", "FILES", 0, 0, install_files},
    {"install", "PROGRAMS", 0, 0, install_files},
    {"install", "DIRECTORY", 0, 0,
     "USE_SOURCE_PERMISSIONS OPTIONAL MESSAGE_NEVER EXCLUDE_FROM_ALL FILES_MATCHING TYPE= DESTINATION= COMPONENT= "
     "DIRECTORY* FILE_PERMISSIONS* DIRECTORY_PERMISSIONS* CONFIGURATIONS* PATTERN+* REGEX+*"},
    {"install", "SCRIPT CODE", 0, 0, "ALL_COMPONENTS EXCLUDE_FROM_ALL SCRIPT= CODE= COMPONENT="},
    {"install", "EXPORT", 0, 0,
     "EXCLUDE_FROM_ALL EXPORT_LINK_INTERFACE_LIBRARIES EXPORT= DESTINATION= NAMESPACE= FILE= COMPONENT= PERMISSIONS* "
     "CONFIGURATIONS*"},
    {"install_cmake_package", "", 1, 0, "TARGETS* HEADERS* PACKAGES* MODULES*"},
    {"list", "LENGTH GET", 0, 1, "LENGTH= GET="},
    {"list", "JOIN FIND", 0, 2, "JOIN= FIND="},
    {"list", "APPEND PREPEND INSERT POP_BACK POP_FRONT REMOVE_ITEM REMOVE_AT REMOVE_DUPLICATES REVERSE", 0, 0,
     "APPEND= PREPEND= INSERT= POP_BACK= POP_FRONT= REMOVE_ITEM= REMOVE_AT= REMOVE_DUPLICATES= REVERSE="},
    {"list", "FILTER", 0, 0, "INCLUDE EXCLUDE FILTER= REGEX="},
    {"list", "SORT", 0, 0, "SORT= COMPARE= CASE= ORDER="},
    {"list", "TRANSFORM", 0, 0,
     "TOLOWER TOUPPER STRIP GENEX_STRIP APPEND= PREPEND= OUTPUT_VARIABLE= TRANSFORM= REGEX= REPLACE* AT* FOR*"},
    {"math", "", 3, 0, "OUTPUT_FORMAT="},
    {"message", "", 1, 0, ""},
    {"mark_as_advanced", "", 0, 0, "CLEAR FORCE"},
    {"option", "", 1, 0, ""},
    {"pkg_check_modules", "", 0, 0,
     "REQUIRED QUIET NO_CMAKE_PATH NO_CMAKE_ENVIRONMENT_PATH IMPORTED_TARGET GLOBAL STATIC_TARGET"},
    {"project", "", 1, 0, "VERSION= DESCRIPTION= HOMEPAGE_URL= LANGUAGES*"},
    {"return", "", 0, 0, "PROPAGATE*"},
    {"separate_arguments", "", 2, 0, "PROGRAM SEPARATE_ARGS"},
    {"set", "CACHE", 4, 0, "FORCE"},
    {"set", "", 1, 0, "PARENT_SCOPE FORCE TYPE= HELP= VALUE*"},
    {"set_directory_properties", "", 0, 0, "PROPERTIES:"},
    {"set_property", "", 0, 0,
     "GLOBAL APPEND APPEND_STRING TARGET* SOURCE* INSTALL* TEST* CACHE* DIRECTORY* FILE_SET* PROPERTY%"},
    {"set_source_files_properties", "", 1, 0, "DIRECTORY* TARGET_DIRECTORY* PROPERTIES:"},
    {"set_target_properties", "", 1, 0, "PROPERTIES:"},
    {"set_tests_properties", "", 1, 0, "DIRECTORY= PROPERTIES:"},
    {"string", "REGEX", 0, 0, "REGEX+="},
    {"string", "COMPARE", 0, 0, "COMPARE+"},
    {"string", "FIND", 0, 0, "REVERSE FIND="},
    {"string", "REPLACE APPEND PREPEND CONCAT MAKE_C_IDENTIFIER", 0, 0,
     "REPLACE= APPEND= PREPEND= CONCAT= MAKE_C_IDENTIFIER="},
    {"string", "JOIN TOLOWER TOUPPER LENGTH STRIP GENEX_STRIP HEX", 0, 1,
     "JOIN= TOLOWER= TOUPPER= LENGTH= STRIP= GENEX_STRIP= HEX="},
    {"string", "ASCII", 0, 1, "ASCII*"},
    {"string", "REPEAT", 0, 2, "REPEAT="},
    {"string", "SUBSTRING", 0, 3, "SUBSTRING="},
    {"string", "CONFIGURE", 0, 0, "@ONLY ESCAPE_QUOTES CONFIGURE="},
    {"target_compile_definitions", "", 1, 0, visibility},
    {"target_compile_features", "", 1, 0, visibility},
    {"target_compile_options", "", 1, 0, "BEFORE PUBLIC* PRIVATE* INTERFACE*"},
    {"target_include_directories", "", 1, 0, "BEFORE SYSTEM AFTER PUBLIC* PRIVATE* INTERFACE*"},
    {"target_link_directories", "", 1, 0, "BEFORE PUBLIC* PRIVATE* INTERFACE*"},
    {"target_link_libraries", "", 1, 0, visibility},
    {"target_link_options", "", 1, 0, "BEFORE PUBLIC* PRIVATE* INTERFACE*"},
    {"target_sources", "", 1, 0, visibility},
    {"unset", "", 1, 0, "CACHE PARENT_SCOPE"},
    {"write_basic_package_version_file", "", 0, 0, "ARCH_INDEPENDENT VERSION= COMPATIBILITY="},
    // The modules of a converted tree.
    {"add_automake_test", "", 1, 0, "WORKING_DIRECTORY= COMMAND$ ENVIRONMENT* ENVIRONMENT_MODIFICATION*"},
    {"add_check_program", "", 1, 0, ""},
    {"add_driven_test", "", 1, 0, "XFAIL TAP COMMAND$ ENVIRONMENT* ENVIRONMENT_MODIFICATION*"},
    {"add_libtool_library", "", 1, 0, "MODULE AVOID_VERSION ALLOW_UNDEFINED OUTPUT_NAME="},
    {"append_compiler_flags", "", 1, 0, "LANGUAGE= EXTRA*"},
    {"append_linker_flags", "", 1, 0, "LANGUAGE= EXTRA*"},
    {"check_alignments", "", 0, 0, includes},
    {"check_compiler_flags", "", 1, 0, flags},
    {"check_declaration", "", 2, 0, includes},
    {"check_declarations", "", 0, 0, includes},
    {"check_function", "", 2, 0, flags},
    {"check_functions", "", 0, 0, flags},
    {"check_header", "", 2, 0, includes},
    {"check_headers", "", 0, 0, includes},
    {"check_library", "", 3, 0, "LANGUAGE= CFLAGS= CXXFLAGS= CPPFLAGS= LDFLAGS= LIBS*"},
    {"check_linker_flags", "", 1, 0, "LANGUAGE="},
    {"check_member", "", 2, 0, includes},
    {"check_members", "", 0, 0, includes},
    {"check_sizes", "", 0, 0, includes},
    {"check_source", "", 2, 0, "LANGUAGE= CROSS= INCLUDES= BODY= MESSAGE= CFLAGS= CXXFLAGS= CPPFLAGS= LDFLAGS= LIBS="},
    {"check_type", "", 2, 0, includes},
    {"check_types", "", 0, 0, includes},
    {"compute_int", "", 2, 0, includes},
    {"config_files", "", 0, 0, "EXECUTABLE"},
    {"config_header", "", 1, 0, "TEMPLATE*"},
    {"config_package", "", 0, 0, "NAME= VERSION= TARNAME= BUGREPORT= URL="},
    {"install_libtool_library", "", 1, 0, "DESTINATION= EXPORT="},
    {"libtool_export_symbols", "", 1, 0, "FILE= MADE_FILE= MATCHING= SYMBOLS*"},
    {"search_libraries", "", 2, 0, "LANGUAGE= CFLAGS= CXXFLAGS= CPPFLAGS= LDFLAGS= LIBS*"},
    {"set_libtool_version", "", 2, 0, "NUMBER RELEASE="},
    {"write_pkg_config_file", "", 1, 0, "NAME= LIBS= DESCRIPTION= REQUIRES= CFLAGS= LDFLAGS="},
});

struct SectionRow {
    std::string_view path;
    std::string_view keywords;
    std::string_view inside;
};

constexpr auto sections = std::to_array<SectionRow>({
    {"install TARGETS",
     "ARCHIVE LIBRARY RUNTIME OBJECTS FRAMEWORK BUNDLE PUBLIC_HEADER PRIVATE_HEADER RESOURCE FILE_SET", artifact},
    {"install DIRECTORY", "PATTERN REGEX", "EXCLUDE PERMISSIONS*"},
    {"target_sources", "PUBLIC PRIVATE INTERFACE", "FILE_SET+*"},
    {"target_sources/", "FILE_SET", "TYPE= BASE_DIRS* FILES*"},
});

// Calls `visit` with each word until it says true.
template <typename Visit>
bool any_word(std::string_view words, Visit visit) {
    while (!words.empty()) {
        auto const end = std::min(words.find(' '), words.size());
        if (visit(words.substr(0, end))) {
            return true;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

bool has_word(std::string_view words, std::string_view wanted) {
    return any_word(words, [&](std::string_view word) { return word == wanted; });
}

std::string_view path_of(Row const& row) {
    if (row.command == "install") {
        return row.when == "TARGETS" ? "install TARGETS" : "install DIRECTORY";
    }
    return row.command;
}

Keyword::Values values_of(char sigil) {
    switch (sigil) {
        case '=': return Keyword::Values::one;
        case '*': return Keyword::Values::many;
        case ':': return Keyword::Values::pairs;
        case '$': return Keyword::Values::command;
        case '%': return Keyword::Values::property;
        default: return Keyword::Values::none;
    }
}

}  // namespace

Signature signature(std::string_view command, std::vector<std::string> const& arguments) {
    auto const found = [](Row const& row) { return Signature{row.front, row.back, row.keywords, path_of(row)}; };
    for (auto const& argument : arguments) {
        for (auto const& row : rows) {
            if (row.command == command && has_word(row.when, argument)) {
                return found(row);
            }
        }
    }
    for (auto const& row : rows) {
        if (row.command == command && row.when.empty()) {
            return found(row);
        }
    }
    return {};
}

std::optional<Signature> section(Signature const& around, std::string_view keyword) {
    auto const name = keyword.substr(0, keyword.find(' '));
    for (auto const& row : sections) {
        if (row.path == around.path && has_word(row.keywords, name)) {
            return Signature{0, 0, row.inside, row.path == "target_sources" ? "target_sources/" : ""};
        }
    }
    return std::nullopt;
}

bool lists_sources(std::string_view command) {
    constexpr std::string_view commands[] = {"add_executable",      "add_library",    "add_check_program",
                                             "add_libtool_library", "target_sources", "choose_sources"};
    return std::find(std::begin(commands), std::end(commands), command) != std::end(commands);
}

std::optional<Keyword> keyword(Signature const& signature, std::string_view text) {
    std::optional<Keyword> result;
    any_word(signature.keywords, [&](std::string_view word) {
        auto const name = word.substr(0, word.find_first_of("+=*:$%"));
        auto const sigils = word.substr(name.size());
        bool const two_words = sigils.starts_with('+');
        if (name != (two_words ? text.substr(0, text.find(' ')) : text)) {
            return false;
        }
        result = Keyword{values_of(sigils.empty() ? ' ' : sigils.back()), two_words};
        return true;
    });
    return result;
}

}  // namespace am2cmake::cmake
