# AX_CREATE_PKGCONFIG_INFO of the Autoconf Archive.

include_guard(DIRECTORY)
include(GNUInstallDirs)

# write_pkg_config_file(<output> NAME n LIBS l [DESCRIPTION d] [REQUIRES r]
#                       [CFLAGS c] [LDFLAGS l])
#
# Writes a .pc file, from <output>.in of the source directory if there is one.
function(write_pkg_config_file output)
    set(options NAME LIBS DESCRIPTION REQUIRES CFLAGS LDFLAGS)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "${options}" "")
    if("${arg_DESCRIPTION}" STREQUAL "")
        set(arg_DESCRIPTION "${arg_NAME} Library")
    endif()
    set(PACKAGE "${PACKAGE_NAME}")
    set(PACKAGE_NAME "${arg_NAME}")
    set(PACKAGE_DESCRIPTION "${arg_DESCRIPTION}")
    set(PACKAGE_VERSION "${PROJECT_VERSION}")
    set(PACKAGE_REQUIRES "${arg_REQUIRES}")
    string(STRIP "${arg_LIBS}" LIBS)
    set(CPPFLAGS "${arg_CFLAGS}")
    set(LDFLAGS "${arg_LDFLAGS}")
    set(suffix "")
    set(prefix "${CMAKE_INSTALL_PREFIX}")
    set(exec_prefix "\${prefix}")
    set(datarootdir "\${prefix}/${CMAKE_INSTALL_DATAROOTDIR}")
    set(datadir "\${datarootdir}")
    foreach(kind IN ITEMS BIN LIB INCLUDE SYSCONF)
        set(directory "${CMAKE_INSTALL_${kind}DIR}")
        if(NOT IS_ABSOLUTE "${directory}")
            set(base "\${prefix}")
            if(kind MATCHES "BIN|LIB")
                set(base "\${exec_prefix}")
            endif()
            set(directory "${base}/${directory}")
        endif()
        string(TOLOWER "${kind}dir" name)
        set(${name} "${directory}")
    endforeach()
    set(template "${PROJECT_SOURCE_DIR}/${output}.in")
    if(NOT EXISTS "${template}")
        set(template "${PROJECT_BINARY_DIR}/CMakeFiles/${arg_NAME}.pc.in")
        file(
            WRITE "${template}"
            "prefix=@prefix@
exec_prefix=@exec_prefix@
bindir=@bindir@
libdir=@libdir@
datarootdir=@datarootdir@
datadir=@datadir@
sysconfdir=@sysconfdir@
includedir=@includedir@
package=@PACKAGE@
suffix=@suffix@

Name: @PACKAGE_NAME@
Description: @PACKAGE_DESCRIPTION@
Version: @PACKAGE_VERSION@
Requires: @PACKAGE_REQUIRES@
Libs: -L\${libdir} @LDFLAGS@ @LIBS@
Cflags: -I\${includedir} @CPPFLAGS@
"
        )
    endif()
    configure_file("${template}" "${PROJECT_BINARY_DIR}/${output}" @ONLY)
endfunction()
