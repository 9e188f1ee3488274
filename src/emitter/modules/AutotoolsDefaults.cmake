# The compiler flags that configure gives when the user gives none: debugging
# information and optimization, and assertions stay on. Include it after
# project().
#
# It does nothing for a project within another one (unless
# add_config_subdirectory() adds it, for the languages that are new there), for a generator that has
# several configurations, when CMAKE_BUILD_TYPE is set, and for a language with
# flags of the user's (CFLAGS, CXXFLAGS in the environment, or
# CMAKE_<LANG>_FLAGS).

get_property(autotools_multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(
    (PROJECT_IS_TOP_LEVEL OR config_subdirectory)
    AND NOT CMAKE_BUILD_TYPE
    AND NOT autotools_multi_config
)
    get_property(autotools_languages GLOBAL PROPERTY ENABLED_LANGUAGES)
    foreach(language IN LISTS autotools_languages)
        string(STRIP "${CMAKE_${language}_FLAGS_INIT}" autotools_initial)
        string(STRIP "${CMAKE_${language}_FLAGS}" autotools_flags)
        if(NOT language MATCHES "^(C|CXX|OBJC|OBJCXX|Fortran)$")
            continue()
        elseif(MSVC AND autotools_flags STREQUAL autotools_initial)
            string(APPEND CMAKE_${language}_FLAGS " /O2 /Z7")
        elseif(NOT MSVC AND autotools_flags STREQUAL "")
            set(CMAKE_${language}_FLAGS "-g -O2")
        endif()
    endforeach()
    unset(autotools_languages)
    unset(autotools_initial)
    unset(autotools_flags)
endif()
unset(autotools_multi_config)

# default_prefix(<directory>)
#
# AC_PREFIX_DEFAULT: where the project is installed if the user says nothing.
macro(default_prefix directory)
    if(
        PROJECT_IS_TOP_LEVEL
        AND CMAKE_INSTALL_PREFIX_INITIALIZED_TO_DEFAULT
        AND NOT WIN32
    )
        set(CMAKE_INSTALL_PREFIX
            "${directory}"
            CACHE PATH
            "Where the project is installed"
            FORCE
        )
        include(GNUInstallDirs) # full paths have the prefix in them
    endif()
endmacro()
