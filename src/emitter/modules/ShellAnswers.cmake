# What configure asks of a shell. On a system without one nothing is answered.
#
#   shell_output(<variable> <script> [<name>=<value>...])
#   shell_succeeds(<variable> <script> [<name>=<value>...])

include_guard(DIRECTORY)

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

# Runs `script` with the assignments that the function around has as its third
# argument and those behind it.
macro(_run_in_shell count)
    find_program(SHELL_EXECUTABLE NAMES sh bash)
    mark_as_advanced(SHELL_EXECUTABLE)
    set(names "")
    foreach(index RANGE ${count})
        if(index GREATER 1 AND index LESS ${count})
            string(REGEX MATCH "^[^=]*" name "${ARGV${index}}")
            string(REGEX REPLACE "^[^=]*=" "" value "${ARGV${index}}")
            list(APPEND names ${name})
            set(before_${name} "$ENV{${name}}")
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
        set(ENV{${name}} "${before_${name}}")
    endforeach()
endmacro()
