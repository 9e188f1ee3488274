# The package that find_package() finds where the project is installed.
#
#   install_cmake_package(<name> TARGETS <target>... [HEADERS <folder>[=<subdirectory>]...]
#                         [PACKAGES <package>...] [MODULES <modules>...])

include_guard(DIRECTORY)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# install_cmake_package(<name> TARGETS <target>... [HEADERS <folder>[=<subdirectory>]...]
#                       [PACKAGES <package>...] [MODULES <modules>...])
#
# Installs <name>Config.cmake with the targets of the export set <name>, as
# <name>::, and its version file. Static libraries need these packages, and
# modules of pkg-config, each as "<prefix> <module>...".
#
# A project that adds this one by add_subdirectory() finds the headers in the
# folders that they come from; those of <folder>=<subdirectory> are installed
# in that subdirectory of the include directory.
function(install_cmake_package name)
    cmake_parse_arguments(
        PARSE_ARGV 1
        arg
        ""
        ""
        "TARGETS;HEADERS;PACKAGES;MODULES"
    )
    set(includes "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
    if(NOT PROJECT_IS_TOP_LEVEL) # else its own sources would see them as well
        _cmake_package_includes(folders ${arg_HEADERS})
        list(APPEND includes "$<BUILD_INTERFACE:${folders}>")
    endif()
    foreach(target IN LISTS arg_TARGETS)
        _cmake_package_target(${name} ${target} "${includes}")
    endforeach()

    set(directory "${CMAKE_INSTALL_LIBDIR}/cmake/${name}")
    set(targets ${name}Config.cmake)
    set(code "")
    foreach(package IN LISTS arg_PACKAGES)
        string(APPEND code "find_package(${package} QUIET)\n")
    endforeach()
    foreach(modules IN LISTS arg_MODULES)
        string(REGEX MATCH "^[^ ]+" prefix "${modules}")
        string(REGEX REPLACE "^[^ ]+ " "" modules "${modules}")
        if(TARGET PkgConfig::${prefix})
            string(
                APPEND code
                "find_package(PkgConfig QUIET)
pkg_check_modules(${prefix} QUIET IMPORTED_TARGET ${modules})\n"
            )
        endif()
    endforeach()
    if(NOT code STREQUAL "")
        set(targets ${name}Targets.cmake)
        string(
            APPEND code
            "include(\"\${CMAKE_CURRENT_LIST_DIR}/${targets}\")\n"
        )
        set(config "${CMAKE_CURRENT_BINARY_DIR}/${name}Config.cmake")
        file(WRITE "${config}" "${code}")
        install(FILES "${config}" DESTINATION "${directory}")
    endif()
    install(
        EXPORT ${name}
        NAMESPACE ${name}::
        FILE ${targets}
        DESTINATION "${directory}"
    )
    if(PROJECT_VERSION)
        set(version "${CMAKE_CURRENT_BINARY_DIR}/${name}ConfigVersion.cmake")
        write_basic_package_version_file(
            "${version}"
            COMPATIBILITY SameMajorVersion
        )
        install(FILES "${version}" DESTINATION "${directory}")
    endif()
endfunction()

# What the package calls a target, and its static twin, and where their headers
# are.
function(_cmake_package_target package target includes)
    if(NOT TARGET ${target})
        return()
    endif()
    get_target_property(output ${target} LIBTOOL_NAME)
    if(NOT output)
        get_target_property(output ${target} OUTPUT_NAME)
    endif()
    if(NOT output)
        set(output ${target})
    endif()
    foreach(kind IN ITEMS "" -static)
        if(NOT TARGET ${target}${kind})
            continue()
        endif()
        set(real ${target}${kind})
        get_target_property(alias ${real} ALIASED_TARGET)
        if(alias)
            set(real ${alias})
        else()
            set_target_properties(
                ${real}
                PROPERTIES EXPORT_NAME "${output}${kind}"
            )
            target_include_directories(${real} INTERFACE "${includes}")
        endif()
        if(NOT TARGET ${package}::${output}${kind})
            add_library(${package}::${output}${kind} ALIAS ${real})
        endif()
    endforeach()
endfunction()

# Include directories for <folder>[=<subdirectory>]...: a folder of another name
# is seen through a link, or a copy where there are no links.
function(_cmake_package_includes result)
    set(folders "")
    foreach(entry IN LISTS ARGN)
        string(REGEX MATCH "^([^=]*)=?(.*)$" entry "${entry}")
        set(subdirectory "${CMAKE_MATCH_2}")
        cmake_path(
            ABSOLUTE_PATH CMAKE_MATCH_1
            NORMALIZE
            OUTPUT_VARIABLE folder
        )
        if(subdirectory)
            list(LENGTH folders number)
            set(include "${PROJECT_BINARY_DIR}/CMakeFiles/headers/${number}")
            cmake_path(GET subdirectory PARENT_PATH parent)
            file(MAKE_DIRECTORY "${include}/${parent}" "${folder}")
            file(
                CREATE_LINK "${folder}" "${include}/${subdirectory}"
                RESULT failed
                SYMBOLIC
            )
            if(failed)
                file(
                    COPY "${folder}/"
                    DESTINATION "${include}/${subdirectory}"
                    FILES_MATCHING
                    PATTERN "*.h*"
                )
            endif()
            set(folder "${include}")
        endif()
        list(APPEND folders "${folder}")
    endforeach()
    set(${result} "${folders}" PARENT_SCOPE)
endfunction()
