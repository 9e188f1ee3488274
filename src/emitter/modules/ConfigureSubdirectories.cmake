# AC_CONFIG_SUBDIRS.
#
#   add_config_subdirectory(<directory>)

include_guard(DIRECTORY)

# add_config_subdirectory(<directory>)
#
# Adds a project that has a configure program of its own: it begins as if it
# were alone, without the flags, include directories and answers of this one. It
# can link targets of this one.
function(add_config_subdirectory directory)
    set(properties
        COMPILE_DEFINITIONS
        COMPILE_OPTIONS
        INCLUDE_DIRECTORIES
        LINK_LIBRARIES
        LINK_OPTIONS
    )
    foreach(property IN LISTS properties)
        get_directory_property(kept_${property} ${property})
        set_property(DIRECTORY PROPERTY ${property})
    endforeach()
    get_cmake_property(variables VARIABLES)
    list(REMOVE_ITEM variables directory properties property)
    # configure's variables, and those of the shell: CMake's have capitals.
    list(FILTER variables INCLUDE REGEX "^([a-z][a-z0-9_]*|CFLAGS|CPPFLAGS|CXXFLAGS|LDFLAGS|LIBS|(LT)?LIBOBJS|DEFS)$")
    list(FILTER variables EXCLUDE REGEX "^kept_")
    foreach(variable IN LISTS variables)
        unset(${variable})
    endforeach()
    set(config_subdirectory "${directory}")
    add_subdirectory("${directory}")
    foreach(property IN LISTS properties)
        set_property(DIRECTORY PROPERTY ${property} "${kept_${property}}")
    endforeach()
endfunction()
