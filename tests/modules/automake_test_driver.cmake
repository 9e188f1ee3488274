# cmake -P automake_test_driver.cmake: what the driver says of tests that end in each
# way (Automake manual, "Scripts-based Testsuites", "Use TAP with the Automake test
# harness").

cmake_minimum_required(VERSION 3.22...4.0)
include("${CMAKE_CURRENT_LIST_DIR}/check.cmake")

# judge(<expected> <XFAIL> <TAP> <command>...): passed, failed or skipped.
function(judge expected xfail tap)
    execute_process(
        COMMAND
            ${CMAKE_COMMAND} -DXFAIL=${xfail} -DTAP=${tap} -P
            "${modules}/AutomakeTestDriver.cmake" -- ${ARGN}
        RESULT_VARIABLE status
        OUTPUT_VARIABLE output
        ERROR_VARIABLE output
    )
    set(verdict failed)
    if(output MATCHES "^SKIP: |\nSKIP: ")
        set(verdict skipped)
    elseif(status STREQUAL "0")
        set(verdict passed)
    endif()
    check_equal("${verdict}" "${expected}")
endfunction()

# judge_status(<expected> <XFAIL> <status>)
function(judge_status expected xfail status)
    judge(${expected} ${xfail} OFF sh -c "exit ${status}")
endfunction()

function(judge_tap expected xfail output)
    judge(${expected} ${xfail} ON ${CMAKE_COMMAND} -E echo "${output}")
endfunction()

if(NOT WIN32)
    judge_status(passed OFF 0)
    judge_status(failed OFF 1)
    judge_status(skipped OFF 77)
    judge_status(failed OFF 99)
    judge_status(failed ON 0)
    judge_status(passed ON 1)
    judge_status(skipped ON 77)
    judge_status(failed ON 99)
    judge(passed ON OFF sh -c "kill -SEGV $$")
endif()

judge_tap(passed OFF "1..2\nok 1 - this\nok 2 - that")
judge_tap(passed OFF "ok 1; [that]\nok 2 # SKIP no data\n1..2")
judge_tap(failed OFF "1..2\nok 1\nnot ok 2")
judge_tap(passed ON "1..2\nok 1\nnot ok 2")
judge_tap(failed ON "1..1\nok 1")
judge_tap(passed OFF "1..1\nnot ok 1 # TODO later")
judge_tap(failed OFF "1..1\nok 1 # TODO later")
judge_tap(failed OFF "1..3\nok 1")
judge_tap(failed OFF "1..1\nok 1\nBail out! no more")
judge_tap(skipped OFF "1..0 # SKIP nothing to test")

check_done()
