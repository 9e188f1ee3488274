# What a shared library exports.
#
#   libtool_export_symbols(<target> SYMBOLS <pattern>... | FILE <file>)
#
# hides the other symbols of a shared library. The file has a symbol per line; *
# in a pattern stands for any characters. Linkers for Windows know no patterns:
# there this file is run as a script before each link, and lists the symbols of
# the objects that match.

function(libtool_export_symbols target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FILE" "SYMBOLS")
    get_target_property(type ${target} TYPE)
    if(NOT type STREQUAL "SHARED_LIBRARY")
        return()
    endif()
    if(DEFINED arg_FILE)
        get_filename_component(arg_FILE "${arg_FILE}" ABSOLUTE)
        file(STRINGS "${arg_FILE}" arg_SYMBOLS REGEX "[^ \t]")
        set_property(
            DIRECTORY
            APPEND
            PROPERTY CMAKE_CONFIGURE_DEPENDS "${arg_FILE}"
        )
    endif()
    list(TRANSFORM arg_SYMBOLS STRIP)

    set(script "${CMAKE_CURRENT_BINARY_DIR}/${target}")
    if(WIN32 OR CYGWIN)
        set_target_properties(
            ${target}
            PROPERTIES WINDOWS_EXPORT_ALL_SYMBOLS OFF
        )
        if(arg_SYMBOLS MATCHES "\\*")
            _libtool_export_matching(${target} ${arg_SYMBOLS})
            return()
        endif()
        string(APPEND script ".def")
        list(JOIN arg_SYMBOLS "\n" content)
        string(PREPEND content "EXPORTS\n")
        target_sources(${target} PRIVATE "${script}")
    elseif(APPLE)
        string(APPEND script ".exp")
        list(TRANSFORM arg_SYMBOLS PREPEND "_")
        list(JOIN arg_SYMBOLS "\n" content)
        target_link_options(
            ${target}
            PRIVATE "LINKER:-exported_symbols_list,${script}"
        )
    else()
        string(APPEND script ".ver")
        list(JOIN arg_SYMBOLS ";\n" content)
        set(content "{ global:\n${content};\nlocal:\n*;\n};")
        target_link_options(
            ${target}
            PRIVATE "LINKER:--version-script=${script}"
        )
    endif()
    file(GENERATE OUTPUT "${script}" CONTENT "${content}\n")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${script}")
endfunction()

function(_libtool_export_matching target)
    set(base "${CMAKE_CURRENT_BINARY_DIR}/${target}$<CONFIG>")
    list(JOIN ARGN "|" pattern)
    string(REPLACE "*" ".*" pattern "${pattern}")
    set(prefix "")
    if(CMAKE_SIZEOF_VOID_P EQUAL 4)
        set(prefix "_") # of C, but not in a list of exports
    endif()
    add_custom_command(
        TARGET ${target}
        PRE_LINK
        COMMAND
            ${CMAKE_COMMAND} "-Dobjects=${base}.objects" "-Dexports=${base}.def"
            "-Dpattern=${pattern}" "-Dprefix=${prefix}" "-Dnm=${CMAKE_NM}" -P
            "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
        VERBATIM
    )
    if(MSVC)
        target_link_options(${target} PRIVATE "/DEF:${base}.def")
    else()
        target_link_options(${target} PRIVATE "${base}.def")
    endif()
    # At the end, when all that is linked is known.
    set(call "_libtool_list_objects ${target} [[${base}.objects]]")
    cmake_language(
        EVAL
        CODE "cmake_language(DEFER DIRECTORY \"${PROJECT_SOURCE_DIR}\" CALL ${call})"
    )
endfunction()

function(_libtool_list_objects target file)
    set(objects "$<TARGET_OBJECTS:${target}>")
    get_target_property(libraries ${target} LINK_LIBRARIES)
    foreach(library IN LISTS libraries)
        if(TARGET "${library}")
            get_target_property(type "${library}" TYPE)
            if(type STREQUAL "OBJECT_LIBRARY")
                list(APPEND objects "$<TARGET_OBJECTS:${library}>")
            endif()
        endif()
    endforeach()
    file(GENERATE OUTPUT "${file}" CONTENT "$<JOIN:${objects},\n>\n")
endfunction()

# Writes a module definition file: `exports`, with the symbols of `objects`.
function(_libtool_write_exports)
    file(STRINGS "${objects}" names)
    list(FILTER names EXCLUDE REGEX "\\.res$") # resources
    if(nm)
        list(JOIN names "\"\n\"" names)
        file(WRITE "${objects}.arguments" "\"${names}\"\n")
        execute_process(
            COMMAND "${nm}" -P -g --defined-only "@${objects}.arguments"
            OUTPUT_VARIABLE text
            COMMAND_ERROR_IS_FATAL ANY
        )
        string(REGEX MATCHALL "[^\n]+" lines "${text}")
        list(TRANSFORM lines REPLACE "^([^ ]+) [TW].*" "\\1")
        list(TRANSFORM lines REPLACE "^([^ ]+) [BCDGRSV].*" "\\1 DATA")
    else()
        # With Microsoft's tools: what CMake itself runs for a target with
        # WINDOWS_EXPORT_ALL_SYMBOLS. It leaves out constant data.
        list(JOIN names "\n" names)
        file(WRITE "${objects}.arguments" "${names}\n")
        execute_process(
            COMMAND
                "${CMAKE_COMMAND}" -E __create_def "${exports}" "${objects}.arguments"
            COMMAND_ERROR_IS_FATAL ANY
        )
        file(STRINGS "${exports}" lines)
        list(TRANSFORM lines STRIP)
        set(prefix "")
    endif()
    list(FILTER lines INCLUDE REGEX "^${prefix}(${pattern})([ \t]+DATA)?$")
    list(TRANSFORM lines REPLACE "^${prefix}(.)" "\\1")
    list(REMOVE_DUPLICATES lines)
    list(JOIN lines "\n" lines)
    file(WRITE "${exports}" "EXPORTS\n${lines}\n")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    _libtool_write_exports()
endif()
