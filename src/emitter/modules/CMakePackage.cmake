# The package that find_package() finds where the project is installed.
#
#   install_cmake_package(<name> [PACKAGES <package>...] [MODULES <modules>...])

include_guard(DIRECTORY)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# install_cmake_package(<name> [PACKAGES <package>...] [MODULES <modules>...])
#
# Installs <name>Config.cmake with the targets of the export set <name>, as
# <name>::, and its version file. Static libraries need these packages, and
# modules of pkg-config, each as "<prefix> <module>...".
function(install_cmake_package name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PACKAGES;MODULES")
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
