# The package that find_package() finds where the project is installed.
#
#   install_cmake_package(<name>)

include_guard(DIRECTORY)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# Installs <name>Config.cmake with the targets of the export set <name>, as <name>::, and
# its version file.
function(install_cmake_package name)
    set(directory "${CMAKE_INSTALL_LIBDIR}/cmake/${name}")
    install(
        EXPORT ${name}
        NAMESPACE ${name}::
        FILE ${name}Config.cmake
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
