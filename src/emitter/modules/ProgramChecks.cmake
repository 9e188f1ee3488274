# Checks of programs that run while building.
#
#   check_command(<variable> <command>...)
#   check_command_output(<variable> <regex> <command>...)
#   program_version(<variable> <command>...)

include_guard(DIRECTORY)

# Whether a command succeeds.
function(check_command variable)
    if(NOT DEFINED ${variable})
        _run_command(succeeds output ${ARGN})
        list(JOIN ARGN " " text)
        message(STATUS "checking ${text} - ${succeeds}")
        set(${variable} ${succeeds} CACHE INTERNAL "whether ${text} succeeds")
    endif()
endfunction()

# Whether what a command prints matches.
function(check_command_output variable regex)
    if(NOT DEFINED ${variable})
        _run_command(succeeds output ${ARGN})
        set(answer FALSE)
        if(succeeds AND output MATCHES "${regex}")
            set(answer TRUE)
        endif()
        list(JOIN ARGN " " text)
        message(STATUS "checking ${text} for ${regex} - ${answer}")
        set(${variable} ${answer} CACHE INTERNAL "what ${text} prints")
    endif()
endfunction()

# The first version in what a command prints, or nothing. Of a lone program it
# is --version.
function(program_version variable)
    set(command ${ARGN})
    list(LENGTH command words)
    if(words EQUAL 1)
        list(APPEND command --version)
    endif()
    set(version "")
    if(words GREATER 0)
        _run_command(succeeds output ${command})
        if(succeeds AND output MATCHES "[0-9]+\\.[0-9]+(\\.[0-9]+)?")
            set(version "${CMAKE_MATCH_0}")
        endif()
    endif()
    set(${variable} "${version}" PARENT_SCOPE)
endfunction()

function(_run_command succeeds output)
    execute_process(
        COMMAND ${ARGN}
        WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/CMakeFiles"
        RESULT_VARIABLE result
        OUTPUT_VARIABLE text
        ERROR_VARIABLE text
    )
    set(answer FALSE)
    if(result EQUAL 0)
        set(answer TRUE)
    endif()
    set(${succeeds} ${answer} PARENT_SCOPE)
    set(${output} "${text}" PARENT_SCOPE)
endfunction()
