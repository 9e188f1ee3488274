# What configure writes: the macros it defines go into configuration headers,
# the variables it substitutes into configuration files.
#
#   config_package([NAME n] [VERSION v] [TARNAME t] [BUGREPORT b] [URL u])
#   config_define(<macro> [value])
#   config_substitute(<variable>...)
#   config_header(<output> [TEMPLATE <input>...])
#   config_files(<output>[:<input>...]... [EXECUTABLE])
#   expand_references(<variable>...)
#
# Macros and names are kept in properties of the project's top directory, so
# that functions and subdirectories can add to them.

include_guard(DIRECTORY)
include(GNUInstallDirs)

# config_package([NAME n] [VERSION v] [TARNAME t] [BUGREPORT b] [URL u])
#
# Sets, defines and substitutes PACKAGE, VERSION, PACKAGE_NAME and the others of
# AC_INIT and AM_INIT_AUTOMAKE. Name and version are the project's by default.
function(config_package)
    set(options
        NAME
        VERSION
        TARNAME
        BUGREPORT
        URL
    )
    cmake_parse_arguments(PARSE_ARGV 0 PACKAGE "" "${options}" "")
    if(NOT DEFINED PACKAGE_NAME)
        set(PACKAGE_NAME "${PROJECT_NAME}")
    endif()
    if(NOT DEFINED PACKAGE_VERSION)
        set(PACKAGE_VERSION "${PROJECT_VERSION}")
    endif()
    if(NOT DEFINED PACKAGE_TARNAME)
        string(REPLACE "GNU " "" PACKAGE_TARNAME "${PACKAGE_NAME}")
        string(TOLOWER "${PACKAGE_TARNAME}" PACKAGE_TARNAME)
        string(
            REGEX REPLACE "[^_a-z0-9]"
            "-"
            PACKAGE_TARNAME
            "${PACKAGE_TARNAME}"
        )
    endif()
    set(PACKAGE_STRING "${PACKAGE_NAME} ${PACKAGE_VERSION}")
    set(PACKAGE "${PACKAGE_TARNAME}")
    set(VERSION "${PACKAGE_VERSION}")

    list(TRANSFORM options PREPEND PACKAGE_)
    foreach(variable IN LISTS options ITEMS PACKAGE_STRING PACKAGE VERSION)
        config_define(${variable} "\"${${variable}}\"")
        config_substitute(${variable})
        set(${variable} "${${variable}}" PARENT_SCOPE)
    endforeach()
endfunction()

# config_define(<macro> [value])
#
# Defines a macro: as 1 when there is no value, as nothing when it is empty. The
# macro can have parameters: config_define("max(a,b)" "((a) > (b) ? (a) : (b))")
function(config_define macro)
    set(value 1)
    if(ARGC GREATER 1)
        set(value "${ARGV1}")
    endif()
    if(value STREQUAL "")
        set(value "/**/") # as configure writes it
    endif()
    string(REGEX MATCH "^[A-Za-z0-9_]+" name "${macro}")
    set_property(
        DIRECTORY ${PROJECT_SOURCE_DIR}
        APPEND
        PROPERTY CONFIG_DEFINED ${name}
    )
    set_property(
        DIRECTORY ${PROJECT_SOURCE_DIR}
        PROPERTY CONFIG_DEFINE_${name} "${macro} ${value}"
    )
endfunction()

# config_definitions(<variable>)
#
# Sets the variable to the text of a header with all that is defined so far.
function(config_definitions variable)
    get_property(names DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTY CONFIG_DEFINED)
    list(REMOVE_DUPLICATES names)
    set(text "")
    foreach(name IN LISTS names)
        _config_definition(definition ${name})
        string(APPEND text "#${definition}\n")
    endforeach()
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

function(_config_definition variable name)
    set(property CONFIG_DEFINE_${name})
    get_property(macro DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTY ${property})
    set(${variable} "define ${macro}" PARENT_SCOPE)
endfunction()

# config_substitute(<variable>...)
#
# Has config_files() replace @variable@ by the value that the variable has
# there.
function(config_substitute)
    set_property(
        DIRECTORY ${PROJECT_SOURCE_DIR}
        APPEND
        PROPERTY CONFIG_SUBSTITUTED ${ARGN}
    )
endfunction()

# config_header(<output> [TEMPLATE <input>...])
#
# Writes a configuration header. In its template, <output>.in by default, a line
# `#undef X` becomes the definition of X or a comment, a line `#define X ...`
# gets the value of X if it has one, and all other lines stay as they are.
function(config_header output)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "TEMPLATE")
    if(NOT DEFINED arg_TEMPLATE)
        set(arg_TEMPLATE "${output}.in")
    endif()
    _config_template(text configure_input "${output}" ${arg_TEMPLATE})
    get_property(names DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTY CONFIG_DEFINED)

    set(line
        "([\t ]*#[\t ]*)(define|undef)[\t ]+([A-Za-z_][A-Za-z0-9_]*)[^\n]*"
    )
    set(text "\n${text}")
    set(header "/* ${configure_input}  */")
    while(text MATCHES "\n(${line})")
        set(new "${CMAKE_MATCH_1}")
        set(name ${CMAKE_MATCH_4})
        _config_cut(before text "\n${CMAKE_MATCH_1}")
        if(name IN_LIST names)
            _config_definition(definition ${name})
            set(new "${CMAKE_MATCH_2}${definition}")
        elseif(CMAKE_MATCH_3 STREQUAL "undef")
            set(new "/* ${CMAKE_MATCH_2}undef ${name} */")
        endif()
        string(APPEND header "${before}\n${new}")
    endwhile()
    _config_write("${output}" "${header}${text}")
    set_property(
        DIRECTORY ${PROJECT_SOURCE_DIR}
        APPEND
        PROPERTY CONFIG_HEADERS_WRITTEN "${output}"
    )
endfunction()

# config_files(<output>[:<input>...]... [EXECUTABLE])
#
# Writes files from templates, <output>.in by default: @X@ becomes the value of
# X if config_substitute() declared it or if every configure script has it. Any
# other @word@ stays. What is put in is not looked at again.
function(config_files)
    # These variables begin with config_, not to hide one of the caller's.
    cmake_parse_arguments(PARSE_ARGV 0 config "EXECUTABLE" "" "")
    set(config_property PROPERTY CONFIG_SUBSTITUTED)
    get_property(
        config_names
        DIRECTORY ${PROJECT_SOURCE_DIR} ${config_property}
    )
    foreach(config_output IN LISTS config_UNPARSED_ARGUMENTS)
        string(REPLACE ":" ";" config_inputs "${config_output}")
        list(POP_FRONT config_inputs config_output)
        if(NOT config_inputs)
            set(config_inputs "${config_output}.in")
        endif()
        _config_template(
            config_text
            configure_input
            "${config_output}"
            ${config_inputs}
        )
        string(FIND "${config_text}" "datarootdir" config_datarootdir)

        set(config_result "")
        while(config_text MATCHES "@([A-Za-z_][A-Za-z0-9_]*)@")
            set(config_name ${CMAKE_MATCH_1})
            _config_cut(config_before config_text "@${config_name}@")
            if(config_name IN_LIST config_names)
                set(config_value "${${config_name}}")
            elseif(config_name STREQUAL "configure_input")
                set(config_value "${configure_input}")
            else()
                _config_directory(
                    config_value
                    ${config_name}
                    "${config_output}"
                )
            endif()
            if(NOT DEFINED config_value)
                # Its second @ can be the first one of a name.
                set(config_value "@${config_name}")
                set(config_text "@${config_text}")
            elseif(config_datarootdir EQUAL -1)
                # The template is older than datarootdir and does not set it.
                string(
                    REPLACE "\${datarootdir}"
                    "\${prefix}/${CMAKE_INSTALL_DATAROOTDIR}"
                    config_value
                    "${config_value}"
                )
            endif()
            string(APPEND config_result "${config_before}${config_value}")
        endwhile()
        _config_write("${config_output}" "${config_result}${config_text}")
        if(config_EXECUTABLE)
            file(
                CHMOD "${CMAKE_CURRENT_BINARY_DIR}/${config_output}"
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
    endforeach()
endfunction()

# expand_references(<variable>...)
#
# '${libdir}/x' is text in the files that configure writes; make follows the
# reference, and so does what comes after.
function(expand_references)
    foreach(variable IN LISTS ARGN)
        set(rest "${${variable}}")
        set(value "")
        set(turns 0)
        while(turns LESS 100 AND rest MATCHES "[$][({]([A-Za-z_][A-Za-z_0-9]*)[)}](.*)")
            set(name "${CMAKE_MATCH_1}")
            set(after "${CMAKE_MATCH_2}")
            string(FIND "${rest}" "${CMAKE_MATCH_0}" length)
            string(SUBSTRING "${rest}" 0 ${length} before)
            string(TOUPPER "${name}" upper)
            if(DEFINED CMAKE_INSTALL_FULL_${upper})
                set(name CMAKE_INSTALL_FULL_${upper})
            elseif(name MATCHES "^(exec_)?prefix$")
                set(name CMAKE_INSTALL_PREFIX)
            endif()
            string(APPEND value "${before}")
            set(rest "${${name}}${after}")
            math(EXPR turns "${turns} + 1")
        endwhile()
        set(${variable} "${value}${rest}" PARENT_SCOPE)
    endforeach()
endfunction()

# Sets the variable to what configure substitutes for the name of a directory,
# unsets it for any other name. Installation directories are not expanded: make
# and pkg-config do that, so that prefix can be changed later.
function(_config_directory variable name output)
    set(path "${CMAKE_CURRENT_BINARY_DIR}/${output}")
    get_filename_component(directory "${path}" DIRECTORY)
    file(RELATIVE_PATH below "${PROJECT_BINARY_DIR}" "${directory}")
    file(RELATIVE_PATH above "${directory}" "${PROJECT_BINARY_DIR}")
    string(REGEX REPLACE "(.)/?$" "\\1/" above "${above}")

    unset(value)
    if(name STREQUAL "prefix")
        set(value "${CMAKE_INSTALL_PREFIX}")
    elseif(name STREQUAL "exec_prefix")
        set(value "\${prefix}")
    elseif(name MATCHES "^(bin|sbin|libexec|lib)dir$")
        _config_installed(value ${name} exec_prefix)
    elseif(
        name
            MATCHES
            "^(include|sysconf|sharedstate|localstate|dataroot|oldinclude)dir$"
    )
        _config_installed(value ${name} prefix)
    elseif(name STREQUAL "runstatedir")
        _config_installed(value ${name} localstatedir)
    elseif(name MATCHES "^(data|locale|man|info|doc)dir$")
        _config_installed(value ${name} datarootdir)
    elseif(name MATCHES "^(html|dvi|pdf|ps)dir$")
        set(value "\${docdir}")
    elseif(name MATCHES "^(abs_)?srcdir$")
        set(value "${PROJECT_SOURCE_DIR}/${below}")
        string(REGEX REPLACE "/$" "" value "${value}")
    elseif(name MATCHES "^(abs_)?top_srcdir$")
        set(value "${PROJECT_SOURCE_DIR}")
    elseif(name STREQUAL "builddir")
        set(value ".")
    elseif(name STREQUAL "abs_builddir")
        set(value "${directory}")
    elseif(name STREQUAL "abs_top_builddir")
        set(value "${PROJECT_BINARY_DIR}")
    elseif(name STREQUAL "top_build_prefix")
        set(value "${above}")
    elseif(name STREQUAL "top_builddir")
        string(REGEX REPLACE "/$" "" value "${above}")
        if(value STREQUAL "")
            set(value ".")
        endif()
    endif()
    if(DEFINED value)
        set(${variable} "${value}" PARENT_SCOPE)
    else()
        unset(${variable} PARENT_SCOPE)
    endif()
endfunction()

# The directory of GNUInstallDirs, written below the one that configure has it
# in.
function(_config_installed variable name base)
    string(TOUPPER "${name}" upper_name)
    string(TOUPPER "${base}" upper_base)
    set(path "${CMAKE_INSTALL_${upper_name}}")
    set(root "${CMAKE_INSTALL_${upper_base}}")
    string(FIND "${path}/" "${root}/" at)
    if(IS_ABSOLUTE "${path}")
        set(value "${path}")
    elseif(base MATCHES "prefix$")
        set(value "\${${base}}/${path}")
    elseif(at EQUAL 0)
        string(LENGTH "${root}" length)
        string(SUBSTRING "${path}" ${length} -1 below)
        set(value "\${${base}}${below}")
    else()
        set(value "\${prefix}/${path}")
    endif()
    set(${variable} "${value}" PARENT_SCOPE)
endfunction()

# Reads the inputs into the variable `text` and says in the variable `comment`
# where the output comes from. CMake runs again when an input changes.
function(_config_template text comment output)
    set(content "")
    set(names "")
    foreach(input IN LISTS ARGN)
        get_filename_component(path "${input}" ABSOLUTE)
        if(NOT EXISTS "${path}") # then an earlier call has written it
            set(path "${CMAKE_CURRENT_BINARY_DIR}/${input}")
        endif()
        file(READ "${path}" one)
        string(REGEX REPLACE "([^\n])$" "\\1\n" one "${one}")
        string(APPEND content "${one}")
        get_filename_component(name "${path}" NAME)
        list(APPEND names "${name}")
        set_property(
            DIRECTORY
            APPEND
            PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}"
        )
    endforeach()
    list(JOIN names ", " names)
    set(${text} "${content}" PARENT_SCOPE)
    set(${comment}
        "${output}.  Generated from ${names} by configure."
        PARENT_SCOPE
    )
endfunction()

# Splits the text in a variable at the first place of `middle`.
function(_config_cut before_variable text_variable middle)
    set(whole "${${text_variable}}")
    string(FIND "${whole}" "${middle}" begin)
    string(SUBSTRING "${whole}" 0 ${begin} first)
    string(LENGTH "${first}${middle}" end)
    string(SUBSTRING "${whole}" ${end} -1 last)
    set(${before_variable} "${first}" PARENT_SCOPE)
    set(${text_variable} "${last}" PARENT_SCOPE)
endfunction()

# Writes a file, unless it has this content already: what depends on it would be
# built again.
function(_config_write output content)
    set(path "${CMAKE_CURRENT_BINARY_DIR}/${output}")
    set(old "")
    if(EXISTS "${path}")
        file(READ "${path}" old)
    endif()
    if(CMAKE_HOST_WIN32) # where file(WRITE) ends lines with \r\n
        string(REPLACE "\r\n" "\n" old "${old}")
        string(REPLACE "\r\n" "\n" content "${content}")
    endif()
    if(NOT EXISTS "${path}" OR NOT old STREQUAL content)
        file(WRITE "${path}" "${content}")
    endif()
endfunction()
