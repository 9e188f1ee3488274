# What pkg-config says, as configure has it.
#
#   pkg_config_flags(<prefix> [STATIC] [SYSTEM_LIBS])
#   split_pkg_modules(<variable> <text>)

include_guard(DIRECTORY)

# pkg_config_flags(<prefix> [STATIC] [SYSTEM_LIBS])
#
# After pkg_check_modules(<prefix> ...): sets <prefix>_CFLAGS and <prefix>_LIBS
# to the words that pkg-config prints, with blanks between them. STATIC takes
# what a static library needs; SYSTEM_LIBS keeps the directories that the linker
# searches anyway, as the scripts of packages do (gpgrt-config).
function(pkg_config_flags prefix)
    if(NOT ${prefix}_FOUND)
        return()
    endif()
    set(kind "")
    if("STATIC" IN_LIST ARGN)
        set(kind "STATIC_")
    endif()
    set(flags "${${prefix}_${kind}LDFLAGS}")
    set(languages C CXX)
    if("SYSTEM_LIBS" IN_LIST ARGN)
        set(languages "")
    endif()
    # CMake also asks for the directories that the linker searches anyway.
    foreach(language IN LISTS languages)
        foreach(
            directory
            IN
            LISTS CMAKE_${language}_IMPLICIT_LINK_DIRECTORIES
        )
            list(REMOVE_ITEM flags "-L${directory}")
        endforeach()
    endforeach()
    list(JOIN flags " " flags)
    set(${prefix}_LIBS "${flags}" PARENT_SCOPE)
    list(JOIN ${prefix}_${kind}CFLAGS " " flags)
    set(${prefix}_CFLAGS "${flags}" PARENT_SCOPE)
endfunction()

# split_pkg_modules(<variable> <text>)
#
# Makes the list that pkg_check_modules() takes: "zlib >= 1.2, foo" becomes
# zlib>=1.2 and foo.
function(split_pkg_modules variable text)
    string(REGEX REPLACE "[ \t\n]*([<>=!]+)[ \t\n]*" "\\1" text "${text}")
    string(REGEX REPLACE "[ \t\n,]+" ";" text "${text}")
    list(REMOVE_ITEM text "")
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()
