# The tests of a Makefile.am.
#
#   add_check_program(<target> <source>...)
#   add_automake_test(<name> COMMAND <command> [<argument>...]
#                     [ENVIRONMENT <variable>=<value>...]
#                     [ENVIRONMENT_MODIFICATION <variable>=<operation>:<value>...]
#                     [WORKING_DIRECTORY <directory>])
#
# The target `check-programs` builds what tests need and `all` does not, the
# target `check` runs the tests as well.

include_guard(DIRECTORY)

if(NOT TARGET check-programs)
    add_custom_target(check-programs)
endif()
if(NOT TARGET check)
    add_custom_target(
        check
        COMMAND ${CMAKE_CTEST_COMMAND} --output-on-failure -C $<CONFIG>
        DEPENDS check-programs
        WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
        USES_TERMINAL
    )
endif()

# A program that is built for the tests only (check_PROGRAMS).
function(add_check_program target)
    add_executable(${target} EXCLUDE_FROM_ALL ${ARGN})
    add_dependencies(check-programs ${target})
endfunction()

# A test as Automake runs it: in the build directory, with `srcdir` in the
# environment; exit status 77 says that it was skipped.
function(add_automake_test name)
    cmake_parse_arguments(
        PARSE_ARGV 1
        arg
        ""
        "WORKING_DIRECTORY"
        "COMMAND;ENVIRONMENT;ENVIRONMENT_MODIFICATION"
    )
    if(NOT arg_WORKING_DIRECTORY)
        set(arg_WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
    endif()
    add_test(
        NAME ${name}
        COMMAND ${arg_COMMAND}
        WORKING_DIRECTORY "${arg_WORKING_DIRECTORY}"
    )
    set(modification ${arg_ENVIRONMENT_MODIFICATION})
    if(TARGET libtool-dlls)
        set(find_dlls "$<TARGET_PROPERTY:libtool-dlls,FIND_DLLS>")
        list(APPEND modification "$<TARGET_GENEX_EVAL:libtool-dlls,${find_dlls}>")
    endif()
    set(environment "srcdir=${CMAKE_CURRENT_SOURCE_DIR}" ${arg_ENVIRONMENT})
    set_tests_properties(
        ${name}
        PROPERTIES
            ENVIRONMENT "${environment}"
            ENVIRONMENT_MODIFICATION "${modification}"
            SKIP_RETURN_CODE 77
    )
endfunction()
