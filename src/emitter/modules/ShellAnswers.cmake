# What configure asks of a shell. On a system without one nothing is answered.
#
#   shell_output(<variable> <script> [<name>=<value>...])
#   shell_succeeds(<variable> <script> [<name>=<value>...])
#   shell_values(<variables> <script> [<name>=<value>...])
#   find_config_shell(<variable>)

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureFiles.cmake")

# shell_output(<variable> <script> [<name>=<value>...])
#
# Sets the variable to what the script prints, without the newlines at its end.
# The script sees the names as variables of the environment, and runs in the
# source tree.
function(shell_output variable script)
    _run_in_shell(${ARGC})
    string(REGEX REPLACE "[\r\n]+$" "" output "${output}")
    set(${variable} "${output}" PARENT_SCOPE)
endfunction()

# shell_succeeds(<variable> <script> [<name>=<value>...])
#
# Sets the variable to whether the status of the script is 0.
function(shell_succeeds variable script)
    _run_in_shell(${ARGC})
    set(${variable} FALSE PARENT_SCOPE)
    if(status EQUAL 0)
        set(${variable} TRUE PARENT_SCOPE)
    endif()
endfunction()

# shell_values(<variables> <script> [<name>=<value>...])
#
# Sets the variables to what they are at the end of the script, which runs in a
# directory of its own with what is defined so far as confdefs.h and the program
# of the last check_source() as conftest.c. A script that leaves with `exit`
# stops CMake.
function(shell_values variables script)
    set(directory "${PROJECT_BINARY_DIR}/CMakeFiles/ShellAnswers")
    config_definitions(definitions)
    file(WRITE "${directory}/confdefs.h" "${definitions}")
    set(prologue
        [[
exec 5>/dev/null 6>/dev/null
ac_ext=c; ac_objext=o; ac_exeext=
ac_cpp='$CC -E $CPPFLAGS'
ac_compile='$CC -c $CFLAGS $CPPFLAGS conftest.$ac_ext >&5'
ac_link='$CC -o conftest$ac_exeext $CFLAGS $CPPFLAGS $LDFLAGS conftest.$ac_ext $LIBS >&5'
{
]]
    )
    string(PREPEND script "cd '${directory}'\n${prologue}")
    string(APPEND script "\n} >&2\n")
    foreach(variable IN LISTS variables)
        string(APPEND script "printf '%s\\n' \"${variable}=$${variable}.\"\n")
    endforeach()
    string(APPEND script "echo end")
    _run_in_shell(${ARGC})
    if(SHELL_EXECUTABLE AND NOT output MATCHES "end\n$")
        message(FATAL_ERROR "A test stops here:\n${script}")
    endif()
    foreach(variable IN LISTS variables)
        string(FIND "${output}" "${variable}=" begin)
        string(LENGTH "${variable}=" length)
        math(EXPR begin "${begin} + ${length}")
        set(value "")
        if(SHELL_EXECUTABLE)
            string(SUBSTRING "${output}" ${begin} -1 output)
            string(FIND "${output}" ".\n" end)
            string(SUBSTRING "${output}" 0 ${end} value)
        endif()
        set(${variable} "${value}" PARENT_SCOPE)
    endforeach()
endfunction()

# Finds the shell that runs configure, whose path scripts are made with: CONFIG_SHELL
# of the environment, or the first that counts the lines of its script.
function(find_config_shell variable)
    set(found "/bin/sh")
    set(directories "/bin" "/usr/bin" $ENV{PATH})
    string(REPLACE ":" ";" directories "${directories}")
    set(counts
        "a=$LINENO\nb=$LINENO\ntest -n \"$a\" && test $((a + 1)) = \"$b\""
    )
    if(NOT "$ENV{CONFIG_SHELL}" STREQUAL "")
        set(found "$ENV{CONFIG_SHELL}")
        set(directories "")
    elseif(CMAKE_HOST_WIN32)
        set(directories "")
    endif()
    foreach(directory IN LISTS directories)
        foreach(name IN ITEMS sh bash ksh)
            if(NOT EXISTS "${directory}/${name}")
                continue()
            endif()
            execute_process(
                COMMAND "${directory}/${name}" -c "${counts}"
                RESULT_VARIABLE status
                OUTPUT_QUIET
                ERROR_QUIET
            )
            if(status EQUAL 0)
                set(${variable} "${directory}/${name}" PARENT_SCOPE)
                return()
            endif()
        endforeach()
    endforeach()
    set(${variable} "${found}" PARENT_SCOPE)
endfunction()

# Runs `script` with the assignments that the function around has as its third
# argument and those behind it.
macro(_run_in_shell count)
    find_program(SHELL_EXECUTABLE NAMES sh bash)
    mark_as_advanced(SHELL_EXECUTABLE)
    set(names "")
    foreach(index RANGE ${count})
        if(index GREATER 1 AND index LESS ${count})
            # A regular expression would match again behind the first match.
            string(FIND "${ARGV${index}}" "=" end)
            string(SUBSTRING "${ARGV${index}}" 0 ${end} name)
            math(EXPR end "${end} + 1")
            string(SUBSTRING "${ARGV${index}}" ${end} -1 value)
            list(APPEND names ${name})
            unset(before_${name})
            if(DEFINED ENV{${name}})
                set(before_${name} "$ENV{${name}}")
            endif()
            set(ENV{${name}} "${value}")
        endif()
    endforeach()
    set(status 127)
    set(output "")
    if(SHELL_EXECUTABLE)
        execute_process(
            COMMAND "${SHELL_EXECUTABLE}" -c "${script}"
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
            RESULT_VARIABLE status
            OUTPUT_VARIABLE output
        )
    endif()
    foreach(name IN LISTS names)
        if(DEFINED before_${name})
            set(ENV{${name}} "${before_${name}}")
        else()
            unset(ENV{${name}}) # "" is something else to ${x-y}
        endif()
    endforeach()
endmacro()
