# Tests of a Makefile.am that need more than their exit status.
#
#   add_driven_test(<name> COMMAND <command> [<argument>...]
#                   [ENVIRONMENT <variable>=<value>...]
#                   [ENVIRONMENT_MODIFICATION <variable>=<operation>:<value>...]
#                   [XFAIL] [TAP])
#
# XFAIL: the test must fail, by a crash as well, but not with the exit status 99
# of a hard error. TAP: what it prints tells how it went, in the Test Anything
# Protocol. This file is also the script that runs such a test.

if(NOT CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    include_guard(DIRECTORY)
    include("${CMAKE_CURRENT_LIST_DIR}/AutomakeTests.cmake")
endif()

function(add_driven_test name)
    cmake_parse_arguments(
        PARSE_ARGV 1
        arg
        "XFAIL;TAP"
        ""
        "COMMAND;ENVIRONMENT;ENVIRONMENT_MODIFICATION"
    )
    add_automake_test(
        ${name}
        COMMAND
            ${CMAKE_COMMAND} -DXFAIL=${arg_XFAIL} -DTAP=${arg_TAP} -P
            "${CMAKE_CURRENT_FUNCTION_LIST_FILE}" -- ${arg_COMMAND}
        ENVIRONMENT ${arg_ENVIRONMENT}
        ENVIRONMENT_MODIFICATION ${arg_ENVIRONMENT_MODIFICATION}
    )
    set_tests_properties(
        ${name}
        PROPERTIES SKIP_REGULAR_EXPRESSION "^SKIP: |\nSKIP: "
    )
endfunction()

# The command behind `--`, run; its output goes on.
function(_driven_test_run status_variable output_variable)
    set(command "")
    set(is_command FALSE)
    math(EXPR last "${CMAKE_ARGC} - 1")
    foreach(index RANGE 1 ${last})
        if(is_command)
            list(APPEND command "${CMAKE_ARGV${index}}")
        elseif(CMAKE_ARGV${index} STREQUAL "--")
            set(is_command TRUE)
        endif()
    endforeach()
    execute_process(
        COMMAND ${command}
        RESULT_VARIABLE status
        OUTPUT_VARIABLE output
        ECHO_OUTPUT_VARIABLE
    )
    set(${status_variable} "${status}" PARENT_SCOPE)
    set(${output_variable} "${output}" PARENT_SCOPE)
endfunction()

# PASS, FAIL, SKIP or ERROR, by the lines of TAP.
function(_driven_test_read_tap output result_variable)
    string(REGEX REPLACE "[][;]" " " output "${output}")
    string(REPLACE "\n" ";" lines "${output}")
    set(result PASS)
    set(count 0)
    set(plan "")
    foreach(line IN LISTS lines)
        string(STRIP "${line}" line)
        string(TOUPPER "${line}" upper)
        if(line MATCHES "^1\\.\\.([0-9]+)")
            set(plan ${CMAKE_MATCH_1})
        elseif(line MATCHES "^Bail out!")
            set(result ERROR)
            break()
        elseif(line MATCHES "^(not )?ok( |$)")
            set(failed "${CMAKE_MATCH_1}")
            math(EXPR count "${count} + 1")
            set(todo FALSE)
            if(upper MATCHES "#[ \t]*TODO")
                set(todo TRUE)
            elseif(upper MATCHES "#[ \t]*SKIP")
                continue()
            endif()
            if((failed AND NOT todo) OR (todo AND NOT failed))
                set(result FAIL)
            endif()
        endif()
    endforeach()
    if(plan STREQUAL "0" AND count EQUAL 0)
        set(result SKIP)
    elseif(NOT result STREQUAL "ERROR" AND NOT plan STREQUAL count)
        set(result ERROR)
    endif()
    set(${result_variable} ${result} PARENT_SCOPE)
endfunction()

function(_driven_test_judge)
    _driven_test_run(status output)
    if(TAP)
        _driven_test_read_tap("${output}" result)
        if(result MATCHES "PASS|FAIL" AND NOT status STREQUAL "0")
            set(result ERROR)
        endif()
    elseif(status STREQUAL "0")
        set(result PASS)
    elseif(status STREQUAL "77")
        set(result SKIP)
    elseif(status STREQUAL "99")
        set(result ERROR)
    else()
        set(result FAIL)
    endif()
    if(XFAIL AND result STREQUAL "PASS")
        message(FATAL_ERROR "XPASS: it was expected to fail")
    elseif(result STREQUAL "SKIP")
        message("SKIP: the test says so")
    elseif(result STREQUAL "ERROR" OR (result STREQUAL "FAIL" AND NOT XFAIL))
        message(FATAL_ERROR "${result}: ${status}")
    endif()
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    cmake_policy(VERSION 3.22)
    _driven_test_judge()
endif()
