# What a shared library exports.
#
#   libtool_export_symbols(<target>
#       SYMBOLS <pattern>... | MATCHING <regex> | FILE <file> | MADE_FILE <file>
#   )
#
# hides the other symbols of a shared library. The file has a symbol per line, a
# MADE_FILE is there only once a command of the build has made it; * in a pattern
# stands for any characters. No linker knows regular expressions, and those for
# Windows no patterns: then this file is run as a script before each link, and
# lists the symbols of the objects that match.

function(libtool_export_symbols target)
    cmake_parse_arguments(
        PARSE_ARGV 1
        arg
        ""
        "FILE;MADE_FILE;MATCHING"
        "SYMBOLS"
    )
    get_target_property(type ${target} TYPE)
    if(NOT type MATCHES "^(SHARED|MODULE)_LIBRARY$")
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
    if(WIN32 OR CYGWIN)
        set_target_properties(
            ${target}
            PROPERTIES WINDOWS_EXPORT_ALL_SYMBOLS OFF
        )
        if(arg_SYMBOLS MATCHES "\\*")
            list(JOIN arg_SYMBOLS "|" arg_MATCHING)
            string(REPLACE "*" ".*" arg_MATCHING "^(${arg_MATCHING})$")
        endif()
    endif()
    if(DEFINED arg_MATCHING)
        _libtool_export_matching(${target} "${arg_MATCHING}")
        return()
    elseif(DEFINED arg_MADE_FILE)
        _libtool_export_made_file(${target} "${arg_MADE_FILE}")
        return()
    endif()

    set(script "${CMAKE_CURRENT_BINARY_DIR}/${target}")
    if(WIN32 OR CYGWIN)
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

# The symbols are read when the library is linked.
function(_libtool_export_made_file target file)
    set(exports "${CMAKE_CURRENT_BINARY_DIR}/${target}")
    set(prefix "")
    if(WIN32 OR CYGWIN)
        string(APPEND exports ".def")
    elseif(APPLE)
        string(APPEND exports ".exp")
        set(prefix "_")
        target_link_options(
            ${target}
            PRIVATE "LINKER:-exported_symbols_list,${exports}"
        )
    else()
        string(APPEND exports ".ver")
        target_link_options(
            ${target}
            PRIVATE "LINKER:--version-script=${exports}"
        )
    endif()
    add_custom_command(
        OUTPUT "${exports}"
        COMMAND
            ${CMAKE_COMMAND} "-Dlist=${file}" "-Dexports=${exports}"
            "-Dprefix=${prefix}" -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
        DEPENDS "${file}"
        VERBATIM
    )
    target_sources(${target} PRIVATE "${exports}")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${exports}")
endfunction()

function(_libtool_export_matching target pattern)
    set(base "${CMAKE_CURRENT_BINARY_DIR}/${target}$<CONFIG>")
    if(MSVC)
        set(exports "${base}.def")
        set(option "/DEF:${exports}")
    elseif(WIN32 OR CYGWIN)
        set(exports "${base}.def")
        set(option "${exports}")
    elseif(APPLE)
        set(exports "${base}.exp")
        set(option "LINKER:-exported_symbols_list,${exports}")
    else()
        set(exports "${base}.ver")
        set(option "LINKER:--version-script=${exports}")
    endif()
    set(prefix "") # of C
    if(APPLE OR (WIN32 AND CMAKE_SIZEOF_VOID_P EQUAL 4))
        set(prefix "_")
    endif()
    add_custom_command(
        TARGET ${target}
        PRE_LINK
        COMMAND
            ${CMAKE_COMMAND} "-Dobjects=${base}.objects" "-Dexports=${exports}"
            "-Dpattern=${pattern}" "-Dprefix=${prefix}" "-Dnm=${CMAKE_NM}" -P
            "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
        VERBATIM
    )
    target_link_options(${target} PRIVATE "${option}")
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

# The symbols of `objects`, those of data with " DATA" behind them.
function(_libtool_read_symbols result)
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
        list(FILTER lines INCLUDE REGEX "^[^ ]+ [A-Zu]")
        list(TRANSFORM lines REPLACE "^([^ ]+) [TW].*" "\\1")
        list(TRANSFORM lines REPLACE "^([^ ]+) [A-Zu].*" "\\1 DATA")
    else()
        # With Microsoft's tools: what CMake itself runs for a target with
        # WINDOWS_EXPORT_ALL_SYMBOLS. It leaves out constant data and prefixes.
        list(JOIN names "\n" names)
        file(WRITE "${objects}.arguments" "${names}\n")
        execute_process(
            COMMAND
                "${CMAKE_COMMAND}" -E __create_def "${exports}" "${objects}.arguments"
            COMMAND_ERROR_IS_FATAL ANY
        )
        file(STRINGS "${exports}" lines REGEX "^[ \t]")
        list(TRANSFORM lines STRIP)
        list(TRANSFORM lines PREPEND "${prefix}")
    endif()
    list(REMOVE_DUPLICATES lines)
    set(${result} "${lines}" PARENT_SCOPE)
endfunction()

# Writes `exports`: a module definition file, a list or a version script of
# those symbols whose names in C match `pattern`, or of all in the file `list`.
function(_libtool_write_exports)
    if(DEFINED list)
        file(STRINGS "${list}" symbols REGEX "[^ \t]")
        list(TRANSFORM symbols STRIP)
        list(TRANSFORM symbols PREPEND "${prefix}")
        set(pattern ".")
    else()
        _libtool_read_symbols(symbols)
    endif()
    set(entries "")
    foreach(symbol IN LISTS symbols)
        if(symbol MATCHES "^${prefix}([^ \t]+)(.*)")
            set(name "${CMAKE_MATCH_1}")
            set(data "${CMAKE_MATCH_2}")
            if(NOT name MATCHES "${pattern}")
                continue()
            elseif(exports MATCHES "\\.def$")
                string(APPEND entries "${name}${data}\n")
            elseif(exports MATCHES "\\.exp$")
                string(APPEND entries "${prefix}${name}\n")
            else()
                string(APPEND entries "${name};\n")
            endif()
        endif()
    endforeach()
    if(exports MATCHES "\\.def$")
        string(PREPEND entries "EXPORTS\n")
    elseif(exports MATCHES "\\.ver$")
        if(entries)
            string(PREPEND entries "global:\n")
        endif()
        set(entries "{\n${entries}local:\n*;\n};\n")
    endif()
    file(WRITE "${exports}" "${entries}")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    _libtool_write_exports()
endif()
