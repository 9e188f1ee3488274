# The checks of configure, with configure's answers.
#
#   check_headers(<header>... [INCLUDES <code>])         HAVE_<HEADER>
#   check_functions(<function>...)                       HAVE_<FUNCTION>
#   check_declarations(<symbol>... [INCLUDES <code>])    HAVE_DECL_<SYMBOL>
#   check_types(<type>... [INCLUDES <code>])             HAVE_<TYPE>
#   check_members(<type>.<member>... [INCLUDES <code>])  HAVE_<TYPE>_<MEMBER>
#   check_sizes(<type>... [INCLUDES <code>])             SIZEOF_<TYPE>
#   check_alignments(<type>... [INCLUDES <code>])        ALIGNOF_<TYPE>
#
# set the cache variable and define the macro of that name (see ConfigureFiles).
# The same for one thing, with a variable of the caller's choice and no macro:
#
#   check_header(<header> <variable> [INCLUDES <code>])
#   check_function(<function> <variable>)
#   check_declaration(<symbol> <variable> [INCLUDES <code>])
#   check_type(<type> <variable> [INCLUDES <code>])
#   check_member(<type>.<member> <variable> [INCLUDES <code>])
#   check_library(<library> <function> <variable> [LIBS <library>...])
#   search_libraries(<function> <variable> <library>... [LIBS <library>...])
#   compute_int(<variable> <expression> [INCLUDES <code>])
#   check_compiler_flags(<variable> <flag>...)
#   check_linker_flags(<variable> <flag>...)
#   check_source(COMPILES|LINKS|RUNS|PREPROCESSES <variable>
#                <code> | [INCLUDES <code>] BODY <code>
#                [MESSAGE <text>] [CROSS <answer>])
#   check_preprocessed(<variable> <pattern> <code>)
#   check_file(<path> <variable>)
#
# All of them take LANGUAGE CXX as well; a project without C needs not say it.
# And all take the flags for this check alone: CFLAGS "${CFLAGS} -pedantic",
# CXXFLAGS, CPPFLAGS, LDFLAGS, and LIBS where that has no other meaning.
#
# An answer given beforehand counts: -DHAVE_X=ON, or -Dac_cv_func_x=yes as with
# configure. What is tried out sees the macros defined so far and the variables
# CFLAGS (CXXFLAGS), CPPFLAGS, LDFLAGS and LIBS beside CMake's own flags.

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureFiles.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureTry.cmake")

# AC_CHECK_INCLUDES_DEFAULT: what all checks without INCLUDES begin with.
function(check_includes_default)
    get_property(done DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTY CHECKED_INCLUDES)
    if(NOT done)
        set_property(
            DIRECTORY ${PROJECT_SOURCE_DIR}
            PROPERTY CHECKED_INCLUDES TRUE
        )
        check_headers(
            stdio.h
            stdlib.h
            string.h
            inttypes.h
            stdint.h
            strings.h
            sys/stat.h
            sys/types.h
            unistd.h
            INCLUDES
            "/* none */"
        )
        if(HAVE_STDLIB_H AND HAVE_STRING_H)
            config_define(STDC_HEADERS)
        endif()
    endif()
endfunction()

# AC_CHECK_HEADERS: the header can be compiled, after the includes.
function(check_headers)
    _check_parse(0)
    _check_includes()
    foreach(header IN LISTS names)
        _check_macro(variable "HAVE_${header}")
        _check_add_header("${header}" ${variable})
    endforeach()
    _check_decide(HEADERS)
    _check_define_true()
endfunction()

function(check_header header variable)
    _check_parse(2)
    _check_includes()
    _check_add_header("${header}" ${variable})
    _check_decide(HEADERS)
endfunction()

macro(_check_add_header header variable)
    _check_add(${variable} "ac_cv_header_${header}" "${header}")
    set(text_${variable} "for ${header}")
    set(prologue_${variable} "#include <${header}>")
endmacro()

# AC_CHECK_FUNCS: a program that calls the function can be linked, whatever its
# headers say.
function(check_functions)
    _check_parse(0)
    foreach(function IN LISTS names)
        _check_macro(variable "HAVE_${function}")
        _check_add_function(${function} ${variable})
    endforeach()
    _check_decide(LINKS)
    _check_define_true()
endfunction()

function(check_function function variable)
    _check_parse(2)
    _check_add_function(${function} ${variable})
    _check_decide(LINKS)
endfunction()

macro(_check_add_function function variable)
    _check_add(${variable} "ac_cv_func_${function}" "${function}")
    set(text_${variable} "for ${function}")
    if(MSVC)
        # Many functions are macros or inline there, and only their headers
        # tell.
        set(includes
            "#include <direct.h>
#include <fcntl.h>
#include <io.h>
#include <math.h>
#include <process.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/timeb.h>
#include <sys/utime.h>
#include <time.h>
#include <wchar.h>"
        )
        set(body_${variable}
            "{ void const volatile *volatile p = (void const volatile *) ${function}; if (!p) return 1; }"
        )
        if(CMAKE_${language}_COMPILER_ID MATCHES "Clang")
            set(flags -fno-builtin) # as with declarations
        endif()
    else()
        # The prototype is wrong, so that no header may give another one. The
        # GNU C library has stubs for functions that always fail.
        set(includes "#include <limits.h>")
        set(prologue_${variable}
            "#undef ${function}
#ifdef __cplusplus
extern \"C\"
#endif
char ${function} ();
#if defined __stub_${function} || defined __stub___${function}
#error ${function} always fails
#endif"
        )
        set(body_${variable} "if (${function} ()) return 1;")
    endif()
endmacro()

# AC_CHECK_DECLS
function(check_declarations)
    _check_parse(0)
    _check_includes()
    foreach(symbol IN LISTS names)
        string(REGEX REPLACE " *\\(.*" "" symbol "${symbol}")
        _check_macro(variable "HAVE_DECL_${symbol}")
        _check_add_declaration(${symbol} ${variable})
    endforeach()
    _check_decide(COMPILES)
    foreach(variable IN LISTS variables)
        if(${variable})
            config_define(${variable} 1)
        else()
            config_define(${variable} 0)
        endif()
    endforeach()
endfunction()

function(check_declaration symbol variable)
    _check_parse(2)
    _check_includes()
    string(REGEX REPLACE " *\\(.*" "" symbol "${symbol}")
    _check_add_declaration(${symbol} ${variable})
    _check_decide(COMPILES)
endfunction()

macro(_check_add_declaration symbol variable)
    _check_add(${variable} "ac_cv_have_decl_${symbol}" "${symbol}")
    set(text_${variable} "whether ${symbol} is declared")
    set(body_${variable} "#ifndef ${symbol}\n(void) ${symbol};\n#endif")
    if(CMAKE_${language}_COMPILER_ID MATCHES "Clang")
        set(flags -fno-builtin) # it knows library functions without declaration
    endif()
endmacro()

# AC_CHECK_TYPES
function(check_types)
    _check_parse(0)
    _check_includes()
    foreach(type IN LISTS names)
        _check_macro(variable "HAVE_${type}")
        _check_add_type("${type}" ${variable})
    endforeach()
    _check_decide(COMPILES)
    _check_define_true()
endfunction()

function(check_type type variable)
    _check_parse(2)
    _check_includes()
    _check_add_type("${type}" ${variable})
    _check_decide(COMPILES)
endfunction()

macro(_check_add_type type variable)
    _check_add(${variable} "ac_cv_type_${type}" "${type}")
    set(text_${variable} "for ${type}")
    set(body_${variable}
        "if (sizeof (${type})) return 0;\nif ((${type} *) 0) return 0;"
    )
endmacro()

# AC_CHECK_MEMBERS
function(check_members)
    _check_parse(0)
    _check_includes()
    foreach(name IN LISTS names)
        _check_macro(variable "HAVE_${name}")
        _check_add_member("${name}" ${variable})
    endforeach()
    _check_decide(COMPILES)
    _check_define_true()
endfunction()

function(check_member name variable)
    _check_parse(2)
    _check_includes()
    _check_add_member("${name}" ${variable})
    _check_decide(COMPILES)
endfunction()

macro(_check_add_member name variable)
    string(REGEX MATCH "^([^.]*)\\.(.*)$" match "${name}")
    set(aggregate "${CMAKE_MATCH_1}")
    set(member "${CMAKE_MATCH_2}")
    _check_add(${variable} "ac_cv_member_${name}" "${member}")
    set(text_${variable} "for ${name}")
    set(body_${variable}
        "{ static ${aggregate} a; if (sizeof a.${member}) return 0; }"
    )
endmacro()

# AC_CHECK_SIZEOF: the program is not run, the size is read from it.
function(check_sizes)
    _check_parse(0)
    _check_includes()
    foreach(type IN LISTS names)
        _check_macro(variable "SIZEOF_${type}")
        _check_add(${variable} "ac_cv_sizeof_${type}" "${type}")
        set(text_${variable} "size of ${type}")
        _check_add_number(${variable} "sizeof (${type})")
    endforeach()
    _check_decide_numbers()
endfunction()

# AC_CHECK_ALIGNOF
function(check_alignments)
    _check_parse(0)
    _check_includes()
    foreach(type IN LISTS names)
        _check_macro(variable "ALIGNOF_${type}")
        _check_add(${variable} "ac_cv_alignof_${type}" "${type}")
        set(text_${variable} "alignment of ${type}")
        _check_add_number(${variable} "offsetof (struct ${variable}_s, y)")
        string(
            PREPEND prologue_${variable}
            "struct ${variable}_s { char x; ${type} y; };\n"
        )
    endforeach()
    _check_decide_numbers()
endfunction()

macro(_check_decide_numbers)
    _check_decide(NUMBERS)
    foreach(variable IN LISTS variables)
        config_define(${variable} "${${variable}}")
    endforeach()
endmacro()

# AC_COMPUTE_INT: the value of an expression that the compiler knows, nothing if
# it is none.
function(compute_int variable expression)
    _check_parse(2)
    _check_includes()
    if(NOT DEFINED ${variable})
        _check_add(${variable} "" "${expression}")
        _check_add_number(${variable} "${expression}")
        _check_try(succeeds output NUMBERS ${variable})
        set(answer "")
        if(succeeds)
            _check_read_number(answer ${variable})
        endif()
        message(STATUS "checking value of ${expression} - ${answer}")
        set(${variable} "${answer}" CACHE INTERNAL "value of ${expression}")
    endif()
endfunction()

# The program has the number as text: a sign and 19 digits.
macro(_check_add_number variable number)
    string(REGEX REPLACE "(.)" "'\\1', " mark "${variable}=")
    set(digits "")
    set(rest "(${number})")
    foreach(digit RANGE 1 19)
        set(last "${rest} % 10")
        string(PREPEND digits ", '0' + (${last} < 0 ? -(${last}) : ${last})")
        string(APPEND rest " / 10")
    endforeach()
    set(prologue_${variable}
        "char const volatile ${variable}_[] = {${mark}(${number}) < 0 ? '-' : '+'${digits}, 0};"
    )
    set(body_${variable} "if (${variable}_[0] == 0) return 1;")
endmacro()

# AC_CHECK_LIB, without its effects: the caller defines HAVE_LIBX and adds to
# LIBS.
function(check_library library function variable)
    _check_parse(3 LIBS)
    _check_add(${variable} "ac_cv_lib_${library}_${function}" "${function}")
    set(text_${variable} "for ${function} in -l${library}")
    _check_call(${variable} ${function})
    list(JOIN check_LIBS " " others)
    set(LIBS "-l${library} ${others} ${LIBS}")
    _check_decide(LINKS)
endfunction()

# AC_SEARCH_LIBS, without adding to LIBS. The variable becomes `none required`,
# `-lfoo` or `no`.
function(search_libraries function variable)
    _check_parse(2 LIBS)
    _check_shell(alias "ac_cv_search_${function}")
    if(NOT DEFINED ${variable} AND DEFINED ${alias})
        set(${variable} "${${alias}}" CACHE INTERNAL "")
    endif()
    if(DEFINED ${variable})
        return()
    endif()
    list(JOIN check_LIBS " " others)
    _check_call(found ${function})
    set(answer "no")
    set(before "${LIBS}")
    foreach(library IN ITEMS "none required" LISTS names)
        if(NOT library STREQUAL "none required")
            set(library "-l${library}")
            set(LIBS "${library} ${others} ${before}")
        endif()
        _check_try(found output LINKS found)
        if(found)
            set(answer "${library}")
            break()
        endif()
    endforeach()
    message(STATUS "checking for library containing ${function} - ${answer}")
    set(${variable} "${answer}" CACHE INTERNAL "library containing ${function}")
endfunction()

macro(_check_call variable function)
    if(NOT "${function}" STREQUAL "main")
        set(prologue_${variable}
            "#ifdef __cplusplus\nextern \"C\"\n#endif\nchar ${function} ();"
        )
        set(body_${variable} "if (${function} ()) return 1;")
    endif()
endmacro()

# Whether the compiler takes the flags, all together.
function(check_compiler_flags variable)
    _check_parse(1)
    list(JOIN names " " text)
    _check_add(${variable} "" "${text}")
    set(text_${variable} "whether the compiler accepts ${text}")
    set(flags ${names})
    if(MSVC) # it ignores with a warning what it does not know
        set(check_refusal "D9002|unknown argument ignored")
    endif()
    _check_decide(COMPILES)
endfunction()

# Whether a program can be linked with the flags, all together.
function(check_linker_flags variable)
    _check_parse(1)
    list(JOIN names " " text)
    _check_add(${variable} "" "${text}")
    set(text_${variable} "whether the linker accepts ${text}")
    string(APPEND LDFLAGS " ${text}")
    if(MSVC) # it ignores with a warning what it does not know
        set(check_refusal "LNK4044|ignoring unknown")
    endif()
    _check_decide(LINKS)
endfunction()

# AC_COMPILE_IFELSE and its like, for a whole program or the BODY of main().
# CROSS is the answer of a check that RUNS when what is built can't be run here;
# no by default. MESSAGE says what is checked.
function(check_source kind variable)
    if("${ARGV2}" MATCHES "^(INCLUDES|BODY)$")
        _check_parse(2)
        set(code "int main(void)\n{\n${check_BODY}\nreturn 0;\n}\n")
        if(DEFINED check_INCLUDES)
            string(PREPEND code "${check_INCLUDES}\n\n")
        endif()
    else()
        _check_parse(3)
        set(code "${ARGV2}")
    endif()
    _check_add(${variable} "" "")
    set(text_${variable} "${variable}")
    if(DEFINED check_MESSAGE)
        set(text_${variable} "${check_MESSAGE}")
    endif()
    set(check_program "${code}")
    if(COMMAND shell_values) # what it runs may read the program of this test
        file(
            WRITE "${PROJECT_BINARY_DIR}/CMakeFiles/ShellAnswers/conftest.c"
            "#include \"confdefs.h\"\n${code}"
        )
    endif()
    if(kind STREQUAL "PREPROCESSES")
        set(kind COMPILES)
        if(NOT MSVC)
            set(flags -E)
        endif()
    endif()
    _check_decide(${kind})
endfunction()

# AC_CHECK_FILE: on the machine that builds.
function(check_file path variable)
    set(answer FALSE)
    if(EXISTS "${path}")
        set(answer TRUE)
    endif()
    message(STATUS "checking for ${path} - ${answer}")
    set(${variable} ${answer} PARENT_SCOPE)
endfunction()

# AC_EGREP_CPP: whether a line that the preprocessor makes of the program matches
# the extended regular expression.
function(check_preprocessed variable pattern code)
    _check_parse(3)
    if(DEFINED ${variable})
        return()
    endif()
    # CMake knows no character classes by name.
    string(REPLACE "[:space:]" " \t" pattern "${pattern}")
    string(REPLACE "[:blank:]" " \t" pattern "${pattern}")
    string(REPLACE "[:alpha:]" "A-Za-z" pattern "${pattern}")
    string(REPLACE "[:digit:]" "0-9" pattern "${pattern}")
    string(REPLACE "[:alnum:]" "A-Za-z0-9" pattern "${pattern}")
    set(check_program "${code}")
    if(MSVC) # prints what others write to the object file
        set(flags /E)
    else()
        set(flags -E)
    endif()
    _check_try(succeeds output COMPILES ${variable})
    set(result "${PROJECT_BINARY_DIR}/CMakeFiles/ConfigureChecks/result")
    if(succeeds)
        file(STRINGS "${result}" found REGEX "${pattern}")
    elseif(MSVC)
        string(REGEX MATCH "${pattern}" found "${output}")
    else()
        set(found "")
    endif()
    set(answer 0)
    if(NOT found STREQUAL "")
        set(answer 1)
    endif()
    message(STATUS "checking ${variable} - ${answer}")
    set(${variable} ${answer} CACHE INTERNAL "a preprocessed line matches")
endfunction()
