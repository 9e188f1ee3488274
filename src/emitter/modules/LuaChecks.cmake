# AX_PROG_LUA of the Autoconf Archive.
#
#   find_lua([AT_LEAST <version>] [BELOW <version>])

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ProgramChecks.cmake")

# The first Lua interpreter of a version that fits: LUA_EXECUTABLE, and
# LUA_VERSION with two numbers.
function(find_lua)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "AT_LEAST;BELOW" "")
    set(names lua luajit)
    foreach(version IN ITEMS 5.4 5.3 5.2 5.1 5.0)
        string(REPLACE "." "" short "${version}")
        list(APPEND names lua${version} lua${short})
    endforeach()
    set(accepted "")
    foreach(name IN LISTS names)
        find_program(LUA_PROGRAM_${name} ${name})
        mark_as_advanced(LUA_PROGRAM_${name})
        set(program "${LUA_EXECUTABLE}")
        if(NOT program)
            set(program "${LUA_PROGRAM_${name}}")
        endif()
        if(program)
            program_version(version "${program}" -e "print(_VERSION)")
            if(
                version
                AND NOT version VERSION_LESS "${arg_AT_LEAST}"
                AND
                    (
                        NOT DEFINED arg_BELOW
                        OR version VERSION_LESS "${arg_BELOW}"
                    )
            )
                set(accepted "${program}")
                break()
            endif()
        endif()
    endforeach()
    if(NOT accepted)
        set(version "")
    endif()
    message(STATUS "checking for Lua - ${accepted} ${version}")
    set(LUA_EXECUTABLE "${accepted}" CACHE FILEPATH "Lua interpreter")
    set(LUA_VERSION "${version}" PARENT_SCOPE)
endfunction()
