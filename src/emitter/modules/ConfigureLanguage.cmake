# Checks of the language and of the C library; see ConfigureChecks.

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureChecks.cmake")

# AC_C_INLINE: ac_cv_c_inline is inline, __inline__, __inline or no.
function(check_inline)
    _check_first(
        ac_cv_c_inline
        "inline"
        "typedef int t; static @ t f(void) { return 0; } @ t g(void) { return 0; }"
        inline
        __inline__
        __inline
    )
    _define_keyword(inline "${ac_cv_c_inline}")
endfunction()

# AC_C_RESTRICT: ac_cv_c_restrict is the first of these that the compiler knows.
function(check_restrict)
    _check_first(
        ac_cv_c_restrict
        "restrict"
        "int f(int *@ p) { return p[0]; }"
        __restrict__
        __restrict
        _Restrict
        restrict
    )
    _define_keyword(restrict "${ac_cv_c_restrict}")
endfunction()

# The keyword as the compiler spells it; yes: as it is, no: not at all.
function(_define_keyword keyword spelling)
    if(spelling STREQUAL "no")
        config_define(${keyword} "")
    elseif(NOT spelling MATCHES "^(${keyword}|yes)$")
        config_define(${keyword} ${spelling})
    endif()
endfunction()

# AC_C_CONST: every compiler that CMake knows has it.
function(check_const)
    if(DEFINED ac_cv_c_const AND NOT ac_cv_c_const)
        config_define(const "")
    endif()
endfunction()

# AC_C_BIGENDIAN
function(check_big_endian)
    if(NOT DEFINED WORDS_BIGENDIAN AND DEFINED ac_cv_c_bigendian)
        set(WORDS_BIGENDIAN "${ac_cv_c_bigendian}" CACHE INTERNAL "byte order")
    elseif(NOT DEFINED WORDS_BIGENDIAN)
        string(COMPARE EQUAL "${CMAKE_C_BYTE_ORDER}" "BIG_ENDIAN" answer)
        set(WORDS_BIGENDIAN ${answer} CACHE INTERNAL "byte order")
    endif()
    if(WORDS_BIGENDIAN)
        config_define(WORDS_BIGENDIAN)
    endif()
endfunction()

# AC_TYPE_SIZE_T
function(check_size_t)
    check_type(size_t ac_cv_type_size_t)
    if(NOT ac_cv_type_size_t)
        config_define(size_t "unsigned int")
    endif()
endfunction()

# AC_TYPE_INT8_T and its like: what is missing is defined as a type of that
# size. ac_cv_c_<type> is true, a type to use instead, or no.
function(check_integer_types)
    _check_parse(0)
    _check_includes()
    string(PREPEND includes "#include <limits.h>\n")
    foreach(type IN LISTS names)
        _check_add(ac_cv_c_${type} "" "${type}")
        set(text_ac_cv_c_${type} "for ${type}")
        _check_integer_size(prologue_ac_cv_c_${type} ${type} "${type}")
    endforeach()
    _check_decide(COMPILES)
    foreach(type IN LISTS names)
        if(ac_cv_c_${type} STREQUAL "0")
            unset(ac_cv_c_${type} CACHE)
            _check_integer_size(code ${type} "@")
            string(REGEX MATCH "^u" sign "${type}")
            string(REPLACE "u" "unsigned " sign "${sign}")
            _check_first(
                ac_cv_c_${type}
                "a type like ${type}"
                "${code}"
                "${sign}int"
                "${sign}long int"
                "${sign}long long int"
                "${sign}short int"
                "${sign}char"
            )
        endif()
        if(ac_cv_c_${type} AND NOT ac_cv_c_${type} MATCHES "^(1|yes)$")
            config_define(${type} "${ac_cv_c_${type}}")
            if(type MATCHES "^u")
                string(TOUPPER "_${type}" macro)
                config_define(${macro}) # for Solaris 2.5.1
            endif()
        endif()
    endforeach()
endfunction()

# Code that is right when `name` has the size and the sign of `type`.
function(_check_integer_size code type name)
    string(REGEX REPLACE "[^0-9]" "" bits "${type}")
    set(sign "<")
    if(type MATCHES "^u")
        set(sign ">")
    endif()
    set(right
        "sizeof (${name}) * CHAR_BIT == ${bits} && (${name}) -1 ${sign} (${name}) 0"
    )
    set(${code} "char ${type}_[(${right}) ? 1 : -1];" PARENT_SCOPE)
endfunction()

# AC_TYPE_LONG_LONG_INT, AC_TYPE_UNSIGNED_LONG_LONG_INT
function(check_long_long)
    check_source(
        LINKS
        HAVE_LONG_LONG_INT
        "long long int a = -9223372036854775807LL;
unsigned long long int b = 18446744073709551615ULL;
int i = 63;
int main(void) { return (a << i | a / i) != 0 && (b >> i | b % i) != 0; }"
    )
    set(HAVE_UNSIGNED_LONG_LONG_INT ${HAVE_LONG_LONG_INT} CACHE INTERNAL "")
    if(HAVE_LONG_LONG_INT)
        config_define(HAVE_LONG_LONG_INT)
        config_define(HAVE_UNSIGNED_LONG_LONG_INT)
    endif()
endfunction()

# AC_FUNC_MEMCMP: ac_cv_func_memcmp_working
function(check_working_memcmp)
    check_source(
        RUNS
        ac_cv_func_memcmp_working
        "#include <string.h>
int main(void)
{
    char a = '\\100', b = '\\200', c = '\\201', left[21], right[21];
    int i;
    if (memcmp(&a, &c, 1) >= 0 || memcmp(&b, &c, 1) >= 0)
        return 1; /* it compares signed bytes */
    for (i = 0; i < 4; i++) {
        strcpy(left + i, \"--------01111111\");
        strcpy(right + i, \"--------10000000\");
        if (memcmp(left + i, right + i, 16) >= 0)
            return 1; /* it depends on the alignment */
    }
    return 0;
}"
    )
endfunction()

# Sets the variable to the first candidate with which the code, that has it at
# @, can be compiled, or to no.
function(_check_first variable name code)
    if(DEFINED ${variable})
        return()
    endif()
    set(language C)
    if(NOT CMAKE_C_COMPILER_LOADED)
        set(language CXX)
    endif()
    set(flags "")
    set(answer "no")
    foreach(candidate IN LISTS ARGN)
        string(REPLACE "@" "${candidate}" check_program "${code}")
        _check_try(succeeds output COMPILES)
        if(succeeds)
            set(answer "${candidate}")
            break()
        endif()
    endforeach()
    message(STATUS "checking for ${name} - ${answer}")
    set(${variable} "${answer}" CACHE INTERNAL "checking for ${name}")
endfunction()
