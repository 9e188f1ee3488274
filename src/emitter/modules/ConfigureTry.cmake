# How ConfigureChecks asks the compiler.
#
# Each check collects what it asks in variables of its own: `variables` has the
# names of the answers, and each of these has an alias_, name_, text_, prologue_
# and body_. All are asked at once. Where that fails, those that the compiler
# names are asked one by one, and the others at once again.

include_guard(DIRECTORY)

# Sets names, language and includes from the arguments of the function around.
# The language is C, or C++ for a project that has no C.
macro(_check_parse first)
    set(flag_variables CFLAGS CXXFLAGS CPPFLAGS LDFLAGS LIBS)
    list(REMOVE_ITEM flag_variables "" ${ARGN})
    set(keywords INCLUDES BODY MESSAGE LANGUAGE CROSS ${flag_variables})
    cmake_parse_arguments(PARSE_ARGV ${first} check "" "${keywords}" "${ARGN}")
    foreach(flag_variable IN LISTS flag_variables)
        if(DEFINED check_${flag_variable})
            set(${flag_variable} "${check_${flag_variable}}")
        endif()
    endforeach()
    set(names "${check_UNPARSED_ARGUMENTS}")
    set(language C)
    if(DEFINED check_LANGUAGE)
        set(language ${check_LANGUAGE})
    elseif(NOT CMAKE_C_COMPILER_LOADED)
        set(language CXX)
    endif()
    set(variables "")
    set(includes "")
    set(flags "")
    unset(check_program)
    unset(check_refusal)
endmacro()

# What AC_INCLUDES_DEFAULT stands for.
set(DEFAULT_INCLUDES "#include <stddef.h>")
foreach(
    header
    IN
    ITEMS stdio stdlib string inttypes stdint strings sys/types sys/stat unistd
)
    string(MAKE_C_IDENTIFIER "HAVE_${header}_H" macro)
    string(TOUPPER "${macro}" macro)
    string(
        APPEND DEFAULT_INCLUDES
        "\n#ifdef ${macro}\n#include <${header}.h>\n#endif"
    )
endforeach()

macro(_check_includes)
    if(DEFINED check_INCLUDES)
        set(includes "${check_INCLUDES}")
    else()
        check_includes_default()
        set(includes "${DEFAULT_INCLUDES}")
    endif()
endmacro()

# The names that Autoconf makes: of a macro, and of a cache variable.
function(_check_macro variable text)
    string(REPLACE "*" "P" name "${text}")
    string(TOUPPER "${name}" name)
    string(REGEX REPLACE "[^A-Z0-9_]" "_" name "${name}")
    set(${variable} "${name}" PARENT_SCOPE)
endfunction()

function(_check_shell variable text)
    string(REPLACE "*" "p" name "${text}")
    string(REGEX REPLACE "[^A-Za-z0-9_]" "_" name "${name}")
    set(${variable} "${name}" PARENT_SCOPE)
endfunction()

macro(_check_add variable alias name)
    list(APPEND variables ${variable})
    _check_shell(alias_${variable} "${alias}")
    set(name_${variable} "${name}")
    set(prologue_${variable} "")
    set(body_${variable} "")
endmacro()

macro(_check_define_true)
    foreach(variable IN LISTS variables)
        if(${variable})
            config_define(${variable})
        endif()
    endforeach()
endmacro()

# Answers what has no answer yet.
function(_check_decide kind)
    set(pending "")
    foreach(variable IN LISTS variables)
        set(alias "${alias_${variable}}")
        if(
            NOT DEFINED ${variable}
            AND NOT alias STREQUAL ""
            AND DEFINED ${alias}
        )
            set(${variable} "${${alias}}" CACHE INTERNAL "as ${alias}")
        elseif(NOT DEFINED ${variable})
            list(APPEND pending ${variable})
        endif()
    endforeach()
    list(REMOVE_DUPLICATES pending)
    if(pending)
        _check_ask(${kind} ${pending})
    endif()
    foreach(variable IN LISTS pending)
        set(answer "${${variable}}")
        if(NOT kind STREQUAL "NUMBERS")
            string(REPLACE "0" "no" answer "${answer}")
            string(REPLACE "1" "yes" answer "${answer}")
        endif()
        message(STATUS "checking ${text_${variable}} - ${answer}")
    endforeach()
endfunction()

function(_check_ask kind)
    _check_try(succeeds output ${kind} ${ARGN})
    if(succeeds OR ARGC EQUAL 2)
        foreach(variable IN LISTS ARGN)
            set(answer ${succeeds})
            if(succeeds AND kind STREQUAL "NUMBERS")
                _check_read_number(answer ${variable})
            endif()
            set(${variable}
                ${answer}
                CACHE INTERNAL
                "checking ${text_${variable}}"
            )
        endforeach()
        return()
    endif()
    set(named "")
    set(others "")
    foreach(variable IN LISTS ARGN)
        string(FIND "${output}" "${name_${variable}}" at)
        if(at EQUAL -1)
            list(APPEND others ${variable})
        else()
            list(APPEND named ${variable})
        endif()
    endforeach()
    if(NOT named)
        set(named ${others})
        set(others "")
    endif()
    foreach(variable IN LISTS named)
        _check_ask(${kind} ${variable})
    endforeach()
    if(others)
        _check_ask(${kind} ${others})
    endif()
endfunction()

# Tries all variables at once; says 1 or 0, and what the tools wrote.
function(_check_try result output kind)
    set(directory "${PROJECT_BINARY_DIR}/CMakeFiles/ConfigureChecks")
    set(extension c)
    if(language STREQUAL "CXX")
        set(extension cxx)
    endif()
    config_definitions(definitions)
    set(sources "")
    if(kind STREQUAL "HEADERS") # apart, they could hide one another's faults
        foreach(variable IN LISTS ARGN)
            list(APPEND sources "${directory}/${variable}.${extension}")
            set(code "${definitions}${includes}\n${prologue_${variable}}\n")
            file(WRITE "${directory}/${variable}.${extension}" "${code}")
        endforeach()
    else()
        set(sources "${directory}/check.${extension}")
        _check_program(code ${ARGN})
        file(WRITE "${sources}" "${definitions}${code}\n")
    endif()

    set(CMAKE_TRY_COMPILE_TARGET_TYPE EXECUTABLE)
    if(kind MATCHES "HEADERS|COMPILES")
        set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
    endif()
    _check_flags(compile_options link_options libraries)
    if(CMAKE_TRY_COMPILE_TARGET_TYPE STREQUAL "STATIC_LIBRARY")
        set(link_options "") # they would reach the archiver
    endif()
    set(arguments
        COMPILE_DEFINITIONS
        ${compile_options}
        LINK_OPTIONS
        ${link_options}
        LINK_LIBRARIES
        ${libraries}
    )
    if(NOT kind STREQUAL "RUNS")
        try_compile(
            check_succeeds
            "${directory}"
            SOURCES ${sources} ${arguments}
            OUTPUT_VARIABLE text
            COPY_FILE "${directory}/result"
            COPY_FILE_ERROR copy_error
        )
    elseif(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
        set(check_succeeds "${check_CROSS}")
    else()
        try_run(
            check_status
            check_succeeds
            "${directory}"
            "${sources}"
            ${arguments}
            COMPILE_OUTPUT_VARIABLE text
        )
        if(NOT check_status EQUAL 0)
            set(check_succeeds FALSE CACHE INTERNAL "")
        endif()
        unset(check_status CACHE)
    endif()

    if(DEFINED check_refusal AND text MATCHES "${check_refusal}")
        set(check_succeeds FALSE CACHE INTERNAL "")
    endif()

    set(${result} 0 PARENT_SCOPE)
    if(check_succeeds)
        set(${result} 1 PARENT_SCOPE)
    endif()
    set(${output} "${text}" PARENT_SCOPE)
    unset(check_succeeds CACHE)
endfunction()

function(_check_program code)
    set(text "${check_program}")
    if(NOT DEFINED check_program)
        set(prologues "")
        set(bodies "")
        foreach(variable IN LISTS ARGN)
            string(APPEND prologues "${prologue_${variable}}\n")
            string(APPEND bodies "${body_${variable}}\n")
        endforeach()
        set(text
            "${includes}\n${prologues}int main(void)\n{\n${bodies}return 0;\n}"
        )
    endif()
    set(${code} "${text}" PARENT_SCOPE)
endfunction()

# The caller's flags: lists, or strings of words as in the shell.
function(_check_flags compile_options link_options libraries)
    set(compiler_flags ${CFLAGS})
    if(language STREQUAL "CXX")
        set(compiler_flags ${CXXFLAGS})
    endif()
    list(JOIN CPPFLAGS " " cpp)
    list(JOIN compiler_flags " " compile)
    list(JOIN LDFLAGS " " link)
    list(JOIN LIBS " " libs)
    separate_arguments(compile NATIVE_COMMAND "${cpp} ${compile}")
    # configure compiles in the directory of the build.
    list(
        TRANSFORM compile
        REPLACE "^-I([^/:-][^:]*)$" "-I${PROJECT_BINARY_DIR}/\\1"
    )
    set(files "${PROJECT_BINARY_DIR}/CMakeFiles/ShellAnswers") # of shell_values()
    string(REPLACE "=conftest." "=${files}/conftest." link "${link}")
    separate_arguments(link NATIVE_COMMAND "${link}")
    separate_arguments(libs NATIVE_COMMAND "${libs}")
    list(TRANSFORM libs REPLACE "^-l" "") # the linker's own way may be another
    set(${compile_options} ${compile} ${flags} PARENT_SCOPE)
    set(${link_options} ${link} PARENT_SCOPE)
    set(${libraries} ${libs} PARENT_SCOPE)
endfunction()

function(_check_read_number number variable)
    set(result "${PROJECT_BINARY_DIR}/CMakeFiles/ConfigureChecks/result")
    set(pattern "${variable}=[+-][0-9]+")
    file(STRINGS "${result}" found REGEX "${pattern}")
    string(REGEX MATCH "${variable}=([+-])0*([0-9]+)" found "${found}")
    string(REPLACE "+" "" sign "${CMAKE_MATCH_1}")
    set(${number} "${sign}${CMAKE_MATCH_2}" PARENT_SCOPE)
endfunction()
