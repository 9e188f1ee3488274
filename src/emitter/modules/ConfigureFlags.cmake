# What configure passes to every compiler run.
#
#   add_configure_flags()
#   add_config_definitions()

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureFiles.cmake")

# Gives all targets of this directory and below what the configure program has collected
# in CPPFLAGS, CFLAGS, CXXFLAGS, LDFLAGS and LIBS. MSVC refuses what only GNU's
# compilers know.
macro(add_configure_flags)
    foreach(flags IN ITEMS CPPFLAGS CFLAGS CXXFLAGS LDFLAGS LIBS)
        list(JOIN ${flags} " " configure_${flags})
        separate_arguments(
            configure_${flags}
            NATIVE_COMMAND
            "${configure_${flags}}"
        )
        if(MSVC)
            list(
                FILTER configure_${flags}
                EXCLUDE
                REGEX "^-([Wfm][a-z]|std=|pedantic|g|pthread|pipe|ansi)"
            )
        endif()
    endforeach()
    add_compile_options(
        ${configure_CPPFLAGS}
        "$<$<COMPILE_LANGUAGE:C>:${configure_CFLAGS}>"
        "$<$<COMPILE_LANGUAGE:CXX>:${configure_CXXFLAGS}>"
    )
    if("-no-undefined" IN_LIST configure_LDFLAGS) # it is for Libtool
        set(LIBTOOL_NO_UNDEFINED ON)
        list(REMOVE_ITEM configure_LDFLAGS "-no-undefined")
    endif()
    add_link_options(${configure_LDFLAGS})
    list(TRANSFORM configure_LIBS REPLACE "^-l" "")
    link_libraries(${configure_LIBS})
endmacro()

# Without a configuration header, all that was defined stands on the command line.
function(add_config_definitions)
    get_property(macros DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTY CONFIG_DEFINED)
    list(REMOVE_DUPLICATES macros)
    foreach(macro IN LISTS macros)
        get_property(
            definition
            DIRECTORY ${PROJECT_SOURCE_DIR}
            PROPERTY CONFIG_DEFINE_${macro}
        )
        string(FIND "${definition}" " " blank)
        string(SUBSTRING "${definition}" 0 ${blank} name)
        math(EXPR blank "${blank} + 1")
        string(SUBSTRING "${definition}" ${blank} -1 value)
        string(REGEX REPLACE "^/\\*\\*/$" "" value "${value}")
        set_property(
            DIRECTORY ${PROJECT_SOURCE_DIR}
            APPEND
            PROPERTY COMPILE_DEFINITIONS "${name}=${value}"
        )
    endforeach()
endfunction()
