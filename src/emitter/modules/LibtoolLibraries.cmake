# Libraries as Libtool builds them: shared and static ones from the same
# sources.
#
#   add_libtool_library(<target> [OUTPUT_NAME <name>] [MODULE] [AVOID_VERSION] [ALLOW_UNDEFINED]
#                       [SHARED|STATIC] <source>...)
#   set_libtool_version(<target> <current>:<revision>:<age> [RELEASE <release>])
#   set_libtool_version(<target> <major>:<minor>:<revision> NUMBER [RELEASE <release>])
#   install_libtool_library(<target>... [DESTINATION <directory>] [EXPORT <name>])
#   set_libtool_run_path(<target>...)
#
# ENABLE_SHARED and ENABLE_STATIC say what is built: both, unless one is off.

include_guard(DIRECTORY)
include(GNUInstallDirs)

# Knows how tests find the DLLs of the build tree.
if((WIN32 OR CYGWIN) AND NOT TARGET libtool-dlls)
    add_library(libtool-dlls INTERFACE IMPORTED GLOBAL)
endif()

# add_libtool_library(<target> [OUTPUT_NAME <name>] [MODULE] [AVOID_VERSION] [ALLOW_UNDEFINED]
#                     [SHARED|STATIC] <source>...)
#
# <target> is the shared library, or the static one if that is the only one;
# sources, options and libraries are given to it. <target>-static is always
# there to link to: the static library, or <target> by another name.
#
# ALLOW_UNDEFINED is a library that says no -no-undefined: it may need symbols of
# whoever loads it. No DLL can, so on Windows Libtool makes the static one only.
function(add_libtool_library target)
    cmake_parse_arguments(
        PARSE_ARGV 1
        arg
        "MODULE;AVOID_VERSION;ALLOW_UNDEFINED;SHARED;STATIC"
        "OUTPUT_NAME"
        ""
    )
    if(NOT DEFINED arg_OUTPUT_NAME)
        set(arg_OUTPUT_NAME ${target})
    endif()
    foreach(kind IN ITEMS SHARED STATIC)
        if(NOT DEFINED ENABLE_${kind})
            set(ENABLE_${kind} ON)
        endif()
    endforeach()
    set(prefix ${CMAKE_STATIC_LIBRARY_PREFIX})
    if(arg_MODULE)
        set(prefix "")
    endif()
    if(arg_SHARED)
        set(ENABLE_STATIC OFF)
    elseif(arg_STATIC)
        set(ENABLE_SHARED OFF)
    endif()
    if(
        arg_ALLOW_UNDEFINED
        AND NOT LIBTOOL_NO_UNDEFINED
        AND (WIN32 OR CYGWIN)
    )
        set(ENABLE_SHARED OFF)
    endif()
    if(NOT ENABLE_SHARED)
        add_library(${target} STATIC ${arg_UNPARSED_ARGUMENTS})
        set_target_properties(
            ${target}
            PROPERTIES PREFIX "${prefix}" OUTPUT_NAME "${arg_OUTPUT_NAME}"
        )
        add_library(${target}-static ALIAS ${target})
        return()
    endif()

    # Not CMake's MODULE: it has no SONAME and can't be linked to. PIC and
    # DLL_EXPORT are defined in the objects of shared libraries only.
    add_library(${target} SHARED ${arg_UNPARSED_ARGUMENTS})
    set_target_properties(
        ${target}
        PROPERTIES
            OUTPUT_NAME "${arg_OUTPUT_NAME}"
            LIBTOOL_NAME "${arg_OUTPUT_NAME}"
            DEFINE_SYMBOL PIC
    )
    if(WIN32)
        # MSVC exports nothing by itself, other than GNU's linker.
        set_target_properties(
            ${target}
            PROPERTIES DEFINE_SYMBOL DLL_EXPORT WINDOWS_EXPORT_ALL_SYMBOLS ON
        )
    endif()
    if(TARGET libtool-dlls)
        set_property(
            TARGET libtool-dlls
            APPEND
            PROPERTY
                FIND_DLLS
                    "PATH=path_list_prepend:$<TARGET_FILE_DIR:${target}>"
        )
    endif()
    if(arg_MODULE)
        set_target_properties(
            ${target}
            PROPERTIES PREFIX "" SUFFIX "${CMAKE_SHARED_MODULE_SUFFIX}"
        )
    endif()
    if(NOT arg_AVOID_VERSION)
        set_libtool_version(${target} 0:0:0)
    endif()

    # At the end of this directory, when all has been said about <target>.
    set(call "_libtool_complete ${target}")
    cmake_language(EVAL CODE "cmake_language(DEFER CALL ${call})")
    if(NOT ENABLE_STATIC)
        add_library(${target}-static ALIAS ${target})
        return()
    endif()
    add_library(${target}-static STATIC)
    set(static_name "${arg_OUTPUT_NAME}")
    if(WIN32 AND NOT MINGW) # where the import library is <name>.lib
        string(APPEND static_name "-static")
    endif()
    set_target_properties(
        ${target}-static
        PROPERTIES PREFIX "${prefix}" OUTPUT_NAME "${static_name}"
    )
endfunction()

function(_libtool_complete target)
    _libtool_take_own_flags(${target})
    get_target_property(alias ${target}-static ALIASED_TARGET)
    if(NOT alias)
        _libtool_complete_static(${target})
    endif()
endfunction()

# Flags that configure computes may be Libtool's own, which no linker knows.
function(_libtool_take_own_flags target)
    get_target_property(options ${target} LINK_OPTIONS)
    if(NOT options)
        return()
    endif()
    set(with_argument
        "^-(version-info|version-number|release|export-symbols(-regex)?)$"
    )
    set(bookkeeping
        "^-(no-undefined|no-install|no-fast-install|thread-safe|no-suppress)$"
    )
    set(linker_options "")
    set(own "")
    set(name "")
    foreach(option IN LISTS options)
        if(NOT name STREQUAL "")
            set(${name} "${option}")
            list(APPEND own ${name})
            set(name "")
        elseif(option MATCHES "${with_argument}")
            set(name ${option})
        elseif(option MATCHES "^-(avoid-version|module|export-dynamic)$")
            list(APPEND own ${option})
        elseif(NOT option MATCHES "${bookkeeping}")
            list(APPEND linker_options "${option}")
        endif()
    endforeach()
    set_target_properties(
        ${target}
        PROPERTIES LINK_OPTIONS "${linker_options}"
    )

    set(release "")
    if("-release" IN_LIST own)
        set(release RELEASE "${-release}")
    endif()
    if("-version-number" IN_LIST own)
        set_libtool_version(${target} "${-version-number}" NUMBER ${release})
    elseif("-version-info" IN_LIST own)
        set_libtool_version(${target} "${-version-info}" ${release})
    elseif(release)
        set_libtool_version(${target} 0:0:0 ${release})
    endif()
    if("-avoid-version" IN_LIST own)
        foreach(property IN ITEMS VERSION SOVERSION RUNTIME_OUTPUT_NAME)
            set_property(TARGET ${target} PROPERTY ${property})
        endforeach()
    endif()
    if("-module" IN_LIST own)
        set_target_properties(
            ${target}
            PROPERTIES SUFFIX "${CMAKE_SHARED_MODULE_SUFFIX}"
        )
    endif()
    if("-export-dynamic" IN_LIST own)
        set_target_properties(${target} PROPERTIES ENABLE_EXPORTS ON)
    endif()
    foreach(option IN ITEMS -export-symbols -export-symbols-regex)
        if(option IN_LIST own)
            message(
                WARNING
                "${target}: all symbols are exported, as ${option} comes from configure"
            )
        endif()
    endforeach()
endfunction()

# Gives the static library what the shared one has.
function(_libtool_complete_static target)
    set(twin ${target}-static)
    set(properties SOURCES)
    foreach(
        kind
        IN
        ITEMS
            INCLUDE_DIRECTORIES
            COMPILE_DEFINITIONS
            COMPILE_OPTIONS
            COMPILE_FEATURES
    )
        list(APPEND properties ${kind} INTERFACE_${kind})
    endforeach()
    foreach(language IN ITEMS C CXX)
        foreach(
            kind
            IN
            ITEMS STANDARD STANDARD_REQUIRED EXTENSIONS VISIBILITY_PRESET
        )
            list(APPEND properties ${language}_${kind})
        endforeach()
    endforeach()
    foreach(property IN LISTS properties)
        get_property(is_set TARGET ${target} PROPERTY ${property} SET)
        if(is_set)
            get_property(value TARGET ${target} PROPERTY ${property})
            set_property(TARGET ${twin} PROPERTY ${property} "${value}")
        endif()
    endforeach()

    foreach(kind IN ITEMS LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
        get_property(libraries TARGET ${target} PROPERTY ${kind})
        set(${kind} "")
        foreach(library IN LISTS libraries)
            if(TARGET "${library}-static")
                string(APPEND library "-static")
            endif()
            list(APPEND ${kind} "${library}")
        endforeach()
    endforeach()
    target_link_libraries(
        ${twin}
        PRIVATE ${LINK_LIBRARIES}
        INTERFACE ${INTERFACE_LINK_LIBRARIES}
    )
    if(NOT CMAKE_GENERATOR MATCHES "Ninja")
        # Sources that are generated must not be made for both at the same time.
        add_dependencies(${twin} ${target})
    endif()
endfunction()

# set_libtool_version(<target> <current>:<revision>:<age> [RELEASE <release>])
# set_libtool_version(<target> <major>:<minor>:<revision> NUMBER [RELEASE <release>])
#
# The version of the interface (-version-info), or the numbers that the name is
# to have (-version-number), and a release that becomes part of the name
# (-release). Each system has its own way to write them.
function(set_libtool_version target version)
    cmake_parse_arguments(PARSE_ARGV 2 arg "NUMBER" "RELEASE" "")
    get_target_property(type ${target} TYPE)
    if(NOT type STREQUAL "SHARED_LIBRARY")
        return()
    endif()
    string(REPLACE ":" ";" numbers "${version};0;0")
    list(GET numbers 0 current)
    list(GET numbers 1 revision)
    list(GET numbers 2 age)
    if(arg_NUMBER)
        list(GET numbers 1 age)
        list(GET numbers 2 revision)
        math(EXPR current "${current} + ${age}")
    endif()
    math(EXPR major "${current} - ${age}")
    math(EXPR next "${current} + 1")

    get_target_property(libtool_name ${target} LIBTOOL_NAME)
    set(name "${libtool_name}")
    if(DEFINED arg_RELEASE)
        string(APPEND name "-${arg_RELEASE}")
        set_target_properties(
            ${target}
            PROPERTIES LIBTOOL_RELEASE "${arg_RELEASE}"
        )
    endif()
    set_target_properties(${target} PROPERTIES OUTPUT_NAME "${name}")
    if(WIN32 OR CYGWIN) # foo-1.dll, and libfoo.dll.a or foo.lib to link to it
        set_target_properties(
            ${target}
            PROPERTIES
                RUNTIME_OUTPUT_NAME "${name}-${major}"
                ARCHIVE_OUTPUT_NAME "${libtool_name}"
        )
    elseif(APPLE) # libfoo.1.dylib
        set_target_properties(
            ${target}
            PROPERTIES
                SOVERSION ${major}
                MACHO_COMPATIBILITY_VERSION ${next}
                MACHO_CURRENT_VERSION ${next}.${revision}
        )
    elseif(CMAKE_SYSTEM_NAME STREQUAL "OpenBSD") # libfoo.so.3.2
        set_target_properties(
            ${target}
            PROPERTIES
                SOVERSION ${current}.${revision}
                VERSION ${current}.${revision}
        )
    else() # libfoo.so.1, libfoo.so.1.2.0
        set_target_properties(
            ${target}
            PROPERTIES SOVERSION ${major} VERSION ${major}.${age}.${revision}
        )
    endif()
endfunction()

# install_libtool_library(<target>... [DESTINATION <directory>] [EXPORT <name>])
#
# Installs all that was built for each target; DLLs go where programs are.
function(install_libtool_library)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "DESTINATION;EXPORT" "")
    if(NOT DEFINED arg_DESTINATION)
        set(arg_DESTINATION "${CMAKE_INSTALL_LIBDIR}")
    endif()
    if(DEFINED arg_EXPORT)
        set(arg_EXPORT EXPORT ${arg_EXPORT})
    endif()
    set(full_destination "${arg_DESTINATION}")
    if(NOT IS_ABSOLUTE "${full_destination}")
        string(PREPEND full_destination "${CMAKE_INSTALL_PREFIX}/")
    endif()
    foreach(target IN LISTS arg_UNPARSED_ARGUMENTS)
        _libtool_take_own_flags(${target})
        # On macOS, a library says where those that link to it will find it.
        set_target_properties(
            ${target}
            PROPERTIES INSTALL_NAME_DIR "${full_destination}"
        )
        get_property(has_release TARGET ${target} PROPERTY LIBTOOL_RELEASE SET)
        set(namelink "")
        if(has_release AND NOT (WIN32 OR CYGWIN))
            set(namelink NAMELINK_SKIP)
            _libtool_install_link(${target} "${arg_DESTINATION}")
        endif()
        set(twin "")
        get_target_property(alias ${target}-static ALIASED_TARGET)
        if(NOT alias)
            set(twin ${target}-static)
        endif()
        install(
            TARGETS ${target} ${twin} ${arg_EXPORT}
            RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
            LIBRARY DESTINATION ${arg_DESTINATION}
            ${namelink}
            ARCHIVE DESTINATION ${arg_DESTINATION}
        )
    endforeach()
endfunction()

# The link that a linker finds has no release: libfoo.so -> libfoo-1.2.so.3.0.0
function(_libtool_install_link target destination)
    get_target_property(name ${target} LIBTOOL_NAME)
    set(link
        "${CMAKE_SHARED_LIBRARY_PREFIX}${name}${CMAKE_SHARED_LIBRARY_SUFFIX}"
    )
    if(NOT IS_ABSOLUTE "${destination}")
        string(PREPEND destination "\${CMAKE_INSTALL_PREFIX}/")
    endif()
    install(
        CODE
            "set(directory \"\$ENV{DESTDIR}${destination}\")
message(STATUS \"Installing: \${directory}/${link}\")
file(MAKE_DIRECTORY \"\${directory}\")
file(CREATE_LINK $<TARGET_FILE_NAME:${target}> \"\${directory}/${link}\" SYMBOLIC)"
    )
endfunction()

# set_libtool_run_path(<target>...)
#
# Installed programs and libraries that need a library of this project find it,
# unless the system looks there anyway.
function(set_libtool_run_path)
    set(directory "${CMAKE_INSTALL_FULL_LIBDIR}")
    set(searched /lib /usr/lib ${CMAKE_C_IMPLICIT_LINK_DIRECTORIES})
    if(NOT directory IN_LIST searched)
        set_property(
            TARGET ${ARGN}
            APPEND
            PROPERTY INSTALL_RPATH "${directory}"
        )
    endif()
endfunction()
