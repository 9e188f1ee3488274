# What find_package() found, as flags with blanks between them.
#
#   include_flags(<variable> <directory>...)
#   library_flags(<variable> <library>...)

include_guard(DIRECTORY)

# -I of the directories, without those that the compiler searches anyway.
function(include_flags variable)
    set(directories ${ARGN})
    list(REMOVE_DUPLICATES directories)
    foreach(language IN ITEMS C CXX)
        list(
            REMOVE_ITEM
            directories
            ${CMAKE_${language}_IMPLICIT_INCLUDE_DIRECTORIES}
        )
    endforeach()
    list(FILTER directories EXCLUDE REGEX "-NOTFOUND$|^$")
    list(TRANSFORM directories PREPEND "-I")
    list(JOIN directories " " flags)
    set(${variable} "${flags}" PARENT_SCOPE)
endfunction()

# A library is a file, an imported target (nothing if there is none), or a flag.
# It becomes -l<name> in the linker's own directories, and a path elsewhere.
function(library_flags variable)
    set(flags "")
    set(skip FALSE)
    foreach(library IN LISTS ARGN)
        if(library STREQUAL "debug")
            set(skip TRUE)
            continue()
        elseif(skip)
            set(skip FALSE)
            continue()
        elseif(library MATCHES "^(optimized|general)$|-NOTFOUND$")
            continue()
        elseif(TARGET "${library}")
            _library_file(library "${library}")
        elseif(library MATCHES "::")
            continue()
        endif()
        get_filename_component(directory "${library}" DIRECTORY)
        get_filename_component(name "${library}" NAME)
        if(
            NOT MSVC
            AND
                (
                    directory IN_LIST CMAKE_C_IMPLICIT_LINK_DIRECTORIES
                    OR directory IN_LIST CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES
                )
        )
            string(
                REGEX REPLACE "\\.(so|a|dylib|tbd|dll)(\\..*)?$"
                ""
                name
                "${name}"
            )
            string(REGEX REPLACE "^lib" "-l" library "${name}")
        endif()
        list(APPEND flags ${library})
    endforeach()
    list(JOIN flags " " flags)
    set(${variable} "${flags}" PARENT_SCOPE)
endfunction()

# The file of an imported target; a header-only one has none, and one that only
# links another has that one's.
function(_library_file variable target)
    get_target_property(type ${target} TYPE)
    set(file "")
    if(type STREQUAL "INTERFACE_LIBRARY")
        get_target_property(other ${target} INTERFACE_LINK_LIBRARIES)
        if(TARGET "${other}")
            _library_file(file "${other}")
        endif()
    endif()
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        get_target_property(configurations ${target} IMPORTED_CONFIGURATIONS)
        set(kinds IMPORTED_IMPLIB IMPORTED_LOCATION)
        if(configurations)
            list(GET configurations 0 first)
            list(
                APPEND kinds
                IMPORTED_IMPLIB_${first}
                IMPORTED_LOCATION_${first}
            )
        endif()
        foreach(kind IN LISTS kinds)
            get_target_property(file ${target} ${kind})
            if(file)
                break()
            endif()
            set(file "")
        endforeach()
    endif()
    set(${variable} "${file}" PARENT_SCOPE)
endfunction()
