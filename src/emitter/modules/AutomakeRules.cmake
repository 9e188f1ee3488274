# Files that rules of a Makefile.am make.
#
#   edit_file(<output> <input> [EXECUTABLE] [REPLACE <from> <to>...])
#   yacc_source(<output> <input> [<flag>...])
#   lex_source(<output> <input> [<flag>...])
#   files_before(<target> <files>)
#   choose_sources(<target> OBJECTS <object>... SOURCES <source>...)
#
# Outputs are relative to the build directory, inputs to the source directory.

include_guard(DIRECTORY)

# edit_file(<output> <input> [EXECUTABLE] [REPLACE <from> <to>...])
#
# Copies the file and replaces each text, in this order, as a recipe with sed
# does. It runs again when the input changes.
function(edit_file output input)
    cmake_parse_arguments(PARSE_ARGV 2 arg "EXECUTABLE" "" "")
    set(first 2)
    if(arg_EXECUTABLE)
        math(EXPR first "${first} + 1")
    endif()
    cmake_path(ABSOLUTE_PATH input BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    cmake_path(
        ABSOLUTE_PATH
        output
        BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}"
    )
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${input}")
    file(READ "${input}" text)
    math(EXPR from "${first} + 1")
    while(from LESS ARGC)
        math(EXPR to "${from} + 1")
        string(REPLACE "${ARGV${from}}" "${ARGV${to}}" text "${text}")
        math(EXPR from "${from} + 2")
    endwhile()
    file(CONFIGURE OUTPUT "${output}" CONTENT "@text@" @ONLY)
    if(arg_EXECUTABLE)
        file(
            CHMOD "${output}"
            PERMISSIONS
                OWNER_READ
                OWNER_WRITE
                OWNER_EXECUTE
                GROUP_READ
                GROUP_EXECUTE
                WORLD_READ
                WORLD_EXECUTE
        )
    endif()
endfunction()

# yacc_source(<output> <input> [<flag>...])
#
# Makes a parser, and with -d its header beside it.
function(yacc_source output input)
    find_package(BISON REQUIRED)
    cmake_path(ABSOLUTE_PATH input BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    set(outputs "${output}")
    if("-d" IN_LIST ARGN)
        cmake_path(GET output EXTENSION LAST_ONLY extension)
        string(REPLACE "c" "h" extension "${extension}")
        cmake_path(REPLACE_EXTENSION output LAST_ONLY "${extension}")
        list(APPEND outputs "${output}")
    endif()
    list(GET outputs 0 output)
    add_custom_command(
        OUTPUT ${outputs}
        COMMAND ${BISON_EXECUTABLE} -y ${ARGN} -o ${output} "${input}"
        DEPENDS "${input}"
        VERBATIM
    )
endfunction()

# lex_source(<output> <input> [<flag>...])
function(lex_source output input)
    find_package(FLEX REQUIRED)
    cmake_path(ABSOLUTE_PATH input BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    add_custom_command(
        OUTPUT ${output}
        COMMAND ${FLEX_EXECUTABLE} ${ARGN} -o${output} "${input}"
        DEPENDS "${input}"
        VERBATIM
    )
endfunction()

# files_before(<target> <files>)
#
# Nothing of the target, nor of a static library beside it, is compiled before
# the files are there.
function(files_before target files)
    add_dependencies(${target} ${files})
    if(TARGET ${target}-static)
        get_target_property(alias ${target}-static ALIASED_TARGET)
        if(NOT alias)
            add_dependencies(${target}-static ${files})
        endif()
    endif()
endfunction()

# choose_sources(<target> OBJECTS <object>... SOURCES <source>...)
#
# Configure has composed the list of objects: those of the sources that they are
# made of become part of the target. What else is in the list is linked.
function(choose_sources target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "OBJECTS;SOURCES")
    foreach(object IN LISTS arg_OBJECTS)
        cmake_path(REMOVE_EXTENSION object LAST_ONLY OUTPUT_VARIABLE stem)
        set(chosen "")
        foreach(source IN LISTS arg_SOURCES)
            cmake_path(REMOVE_EXTENSION source LAST_ONLY OUTPUT_VARIABLE from)
            cmake_path(GET from FILENAME name)
            if("${stem}" STREQUAL "${from}" OR "${stem}" STREQUAL "${name}")
                set(chosen "${source}")
                break()
            endif()
        endforeach()
        if(chosen STREQUAL "")
            target_link_libraries(${target} PRIVATE ${object})
        else()
            target_sources(${target} PRIVATE "${chosen}")
        endif()
    endforeach()
endfunction()
