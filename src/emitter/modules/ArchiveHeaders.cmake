# Headers that macros of the Autoconf Archive make out of others.

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureFiles.cmake")

# prefixed_config_header(<output> <prefix> <input>)
#
# AX_PREFIX_CONFIG_H: when the top directory is done, writes a header like the
# configuration header <input>, its macros with a prefix and only where they are
# not defined yet. Empty arguments stand for <package>-config.h, the package,
# and the first configuration header.
function(prefixed_config_header output prefix input)
    if(output STREQUAL "")
        set(output "${PACKAGE}-config.h")
    endif()
    if(prefix STREQUAL "")
        set(prefix "${PACKAGE}")
    endif()
    # A deferred call looks at variables when it runs.
    cmake_language(
        EVAL CODE
        "cmake_language(
            DEFER DIRECTORY [==[${PROJECT_SOURCE_DIR}]==]
            CALL _prefixed_write [==[${output}]==] [==[${prefix}]==] [==[${input}]==]
        )"
    )
endfunction()

function(_prefixed_write output prefix input)
    if(input STREQUAL "")
        get_property(
            headers
            DIRECTORY ${PROJECT_SOURCE_DIR}
            PROPERTY CONFIG_HEADERS_WRITTEN
        )
        list(GET headers 0 input)
    endif()
    if(EXISTS "${PROJECT_BINARY_DIR}/${input}")
        file(READ "${PROJECT_BINARY_DIR}/${input}" text)
    else()
        file(READ "${PROJECT_SOURCE_DIR}/${input}" text)
    endif()
    string(REPLACE "-" "_" prefix "${prefix}")
    string(TOUPPER "${prefix}" upper)
    string(REGEX REPLACE "^([0-9])" "_\\1" upper "${upper}")
    string(TOLOWER "_${prefix}" lower)
    string(TOUPPER "_${output}" guard)
    string(REGEX REPLACE "[^A-Z]" "_" guard "${guard}")
    set(text "\n${text}")
    foreach(kind IN ITEMS "A-Z_ ${upper}" "a-z ${lower}")
        string(REPLACE " " ";" kind "${kind}")
        list(GET kind 0 first)
        list(GET kind 1 name)
        string(
            REGEX REPLACE "\n#define +([${first}][A-Za-z0-9_]*)([^\n]*)"
            "\n#ifndef ${name}_\\1\n#define  ${name}_\\1\\2\n#endif"
            text
            "${text}"
        )
    endforeach()
    string(REPLACE "\n#define  " "\n#define " text "${text}")
    _config_write(
        "${output}"
        "#ifndef ${guard}\n#define ${guard} 1\n${text}\n#endif\n"
    )
endfunction()

# stdint_header(<output>)
#
# AX_CREATE_STDINT_H: writes a header that includes the <stdint.h> every
# compiler has.
function(stdint_header output)
    string(TOUPPER "_${PACKAGE}-${output}" guard)
    string(REGEX REPLACE "[^A-Z0-9_]" "_" guard "${guard}")
    _config_write(
        "${output}"
        "#ifndef ${guard}
#define ${guard} 1
#ifndef _GENERATED_STDINT_H
#define _GENERATED_STDINT_H \"${PACKAGE} ${VERSION}\"
#define _STDINT_HAVE_STDINT_H 1
#include <stdint.h>
#endif
#endif
"
    )
endfunction()
