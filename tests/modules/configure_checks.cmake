# cmake -P configure_checks.cmake: the checks answer what is known of every system,
# see the caller's flags, and take answers given beforehand.

cmake_minimum_required(VERSION 3.22...4.0)
include("${CMAKE_CURRENT_LIST_DIR}/check.cmake")

file(
    WRITE "${work}/src/CMakeLists.txt"
    "cmake_minimum_required(VERSION 3.22...4.0)
project(checks VERSION 1.2 LANGUAGES C CXX)
include(${modules}/ConfigureChecks.cmake)
include(${modules}/ConfigureLanguage.cmake)

# Names that the modules must not trip over.
set(program \"no C;\")
set(names no)
set(includes no)
set(flags no)

check_headers(stdio.h no/such-header.h math.h)
check_headers(needs.h INCLUDES \"typedef int needed;\")
check_header(needs.h without_needed)
set(CPPFLAGS -I${work}/src)
check_headers(found.h)
check_header(needs.h still_without_needed)
check_header(needs.h with_needed INCLUDES \"typedef int needed;\")
unset(CPPFLAGS)
check_functions(printf no_such_function malloc no_such_function_either)
check_function(printf have_printf)
check_declarations(printf no_such_symbol EOF)
check_types(size_t no_such_type \"struct tm\" INCLUDES \"#include <time.h>\")
check_members(
    \"struct tm.tm_hour\"
    \"struct tm.no_such_member\"
    INCLUDES \"#include <time.h>\"
)
check_member(\"struct tm.tm_min\" has_member INCLUDES \"#include <time.h>\")
check_sizes(char \"long long\" no_such_type \"char[1234]\")
check_alignments(char no_such_type)
check_alignments(\"struct pair\" INCLUDES \"#include <stddef.h>\\nstruct pair { short a; short b; };\")
compute_int(computed \"-2147483647 - CHAR_BIT / 8\" INCLUDES \"#include <limits.h>\")
compute_int(not_computed \"no_such_value\")
if(NOT not_computed STREQUAL \"\")
    message(WARNING \"\${not_computed}\")
endif()
check_library(no_such_library printf HAVE_LIBNOSUCH)
search_libraries(printf search_printf no_such_library)
search_libraries(no_such_function search_nothing no_such_library)
check_compiler_flags(nonsense_flag --no-such-flag)
check_source(COMPILES compiles \"int x; /* a;b [c] */\")
set(LDFLAGS -Wl,--as-needed)
check_source(COMPILES compiles_with_link_flags \"int x;\")
unset(LDFLAGS)
check_source(COMPILES does_not_compile \"int x\")
config_define(SEEN \"a;b\")
check_source(COMPILES sees_definitions \"#ifndef SEEN\\n#error\\n#endif\\nint x;\")
check_source(LINKS links \"int main(void) { return 0; }\")
check_source(LINKS does_not_link \"int f(void); int main(void) { return f(); }\")
check_source(
    LINKS
    links_a_body
    INCLUDES \"struct s { int a; char *b; };\"
    BODY \"struct s x = {1, \\\"a;b\\\\n\\\"}; if (x.a) return 0;\"
    MESSAGE \"for a; body\"
)
check_source(COMPILES does_not_compile_a_body BODY \"no;\")
set(CFLAGS -DBEFORE)
check_source(COMPILES takes_flags_for_itself
    BODY \"int a = BEFORE + FOR_ITSELF;\"
    CFLAGS \"\${CFLAGS} -DFOR_ITSELF=1\"
    MESSAGE \"for flags\"
)
check_source(COMPILES forgets_them BODY \"int a = FOR_ITSELF;\")
check_declarations(GIVEN_HERE NOT_GIVEN_HERE CPPFLAGS \"-DGIVEN_HERE=1\")
set(CFLAGS \"\")
check_source(RUNS runs_an_empty_body BODY \"\")
check_source(RUNS runs \"int main(void) { return 0; }\")
check_source(RUNS runs_badly \"int main(void) { return 1; }\")
check_source(PREPROCESSES preprocesses \"#include <stdio.h>\\n\")
check_source(PREPROCESSES does_not_preprocess \"#error a;b\\n\")
check_source(COMPILES cxx \"template <class T> struct S {};\" LANGUAGE CXX)
check_inline()
check_const()
check_size_t()
check_integer_types(int32_t uint8_t)
check_long_long()
check_big_endian()
check_working_memcmp()
check_functions(given_by_name given_as_autoconf_does refused_as_autoconf_does)
config_definitions(definitions)
file(WRITE \"\${CMAKE_BINARY_DIR}/definitions.h\" \"\${definitions}\")
set(answers \"\")
foreach(
    name
    IN
    ITEMS
        without_needed
        still_without_needed
        with_needed
        have_printf
        has_member
        HAVE_LIBNOSUCH
        search_printf
        search_nothing
        computed
        nonsense_flag
        compiles
        compiles_with_link_flags
        does_not_compile
        sees_definitions
        links
        does_not_link
        links_a_body
        does_not_compile_a_body
        takes_flags_for_itself
        forgets_them
        HAVE_DECL_GIVEN_HERE
        HAVE_DECL_NOT_GIVEN_HERE
        runs_an_empty_body
        runs
        runs_badly
        preprocesses
        does_not_preprocess
        cxx
        ac_cv_type_size_t
        ac_cv_func_memcmp_working
)
    string(APPEND answers \"\${name} \${\${name}}\\n\")
endforeach()
file(WRITE \"\${CMAKE_BINARY_DIR}/answers\" \"\${answers}\")
"
)
file(WRITE "${work}/src/needs.h" "extern needed x;\n")
file(WRITE "${work}/src/found.h" "")

foreach(run IN ITEMS first second)
    execute_process(
        COMMAND
            "${CMAKE_COMMAND}" -S "${work}/src" -B "${work}/build"
            -DHAVE_GIVEN_BY_NAME=ON -Dac_cv_func_given_as_autoconf_does=yes
            -Dac_cv_func_refused_as_autoconf_does=no
        RESULT_VARIABLE status
        OUTPUT_VARIABLE output
        ERROR_VARIABLE errors
    )
    check_equal("${status}${errors}" "0")
    string(REGEX MATCHALL "checking [^\n]*" lines "${output}")
    list(LENGTH lines ${run}_count)
endforeach()
check_equal("${second_count}" "0") # the answers are kept

check_file(
    "${work}/build/answers"
    "without_needed 0
still_without_needed 0
with_needed 1
have_printf 1
has_member 1
HAVE_LIBNOSUCH 0
search_printf none required
search_nothing no
computed -2147483648
nonsense_flag 0
compiles 1
compiles_with_link_flags 1
does_not_compile 0
sees_definitions 1
links 1
does_not_link 0
links_a_body 1
does_not_compile_a_body 0
takes_flags_for_itself 1
forgets_them 0
HAVE_DECL_GIVEN_HERE 1
HAVE_DECL_NOT_GIVEN_HERE 0
runs_an_empty_body 1
runs 1
runs_badly 0
preprocesses 1
does_not_preprocess 0
cxx 1
ac_cv_type_size_t 1
ac_cv_func_memcmp_working 1
"
)
file(STRINGS "${work}/build/definitions.h" definitions)
foreach(
    definition
    IN
    ITEMS
        "HAVE_STDIO_H 1"
        "HAVE_MATH_H 1"
        "HAVE_FOUND_H 1"
        "HAVE_PRINTF 1"
        "HAVE_MALLOC 1"
        "HAVE_DECL_PRINTF 1"
        "HAVE_DECL_NO_SUCH_SYMBOL 0"
        "HAVE_DECL_EOF 1"
        "HAVE_SIZE_T 1"
        "HAVE_STRUCT_TM 1"
        "HAVE_STRUCT_TM_TM_HOUR 1"
        "SIZEOF_CHAR 1"
        "SIZEOF_LONG_LONG 8"
        "SIZEOF_NO_SUCH_TYPE 0"
        "SIZEOF_CHAR_1234_ 1234"
        "ALIGNOF_CHAR 1"
        "ALIGNOF_NO_SUCH_TYPE 0"
        "ALIGNOF_STRUCT_PAIR 2"
        "HAVE_LONG_LONG_INT 1"
        "HAVE_UNSIGNED_LONG_LONG_INT 1"
        "HAVE_GIVEN_BY_NAME 1"
        "HAVE_GIVEN_AS_AUTOCONF_DOES 1"
)
    list(FIND definitions "#define ${definition}" at)
    string(COMPARE GREATER_EQUAL "${at}" "0" is_there)
    check_equal("${definition} ${is_there}" "${definition} 1")
endforeach()
list(
    FILTER definitions
    INCLUDE
    REGEX "NO_SUCH_(HEADER|FUNCTION|MEMBER)|HAVE_NO_SUCH_TYPE|REFUSED|NEEDS_H"
)
check_equal("${definitions}" "")
check_done()
