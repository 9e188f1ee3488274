# AX_CREATE_PKGCONFIG_INFO and AX_CREATE_GENERIC_CONFIG of the Autoconf Archive.

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

# write_config_script(<output> <package> <version> <libraries>)
#
# Writes a script such as foo-config: it prints what its options ask for.
function(write_config_script output package version libraries)
    set(text "#! /bin/sh\n")
    string(
        APPEND text
        "prefix='${CMAKE_INSTALL_PREFIX}'
exec_prefix='${CMAKE_INSTALL_PREFIX}'
package='${package}'
version='${version}'
libs='${libraries}'
"
    )
    set(cases "")
    foreach(
        kind
        IN
        ITEMS
            BIN
            SBIN
            LIBEXEC
            DATA
            SYSCONF
            SHAREDSTATE
            LOCALSTATE
            LIB
            INFO
            MAN
            INCLUDE
    )
        string(TOLOWER "${kind}dir" name)
        string(APPEND text "${name}='${CMAKE_INSTALL_FULL_${kind}DIR}'\n")
        string(APPEND cases "    --${name}) out=\"$out $${name}\" ;;\n")
    endforeach()
    foreach(kind IN ITEMS data lib include)
        string(
            APPEND cases
            "    --pkg${kind}dir) out=\"$out $${kind}dir/$package\" ;;\n"
        )
    endforeach()
    string(
        APPEND text
        "out=
for option in \"$@\"; do
    case $option in
    --prefix=*) prefix=\${option#*=} ;;
    --prefix) out=\"$out $prefix\" ;;
    --exec_prefix | --exec-prefix | --eprefix) out=\"$out $exec_prefix\" ;;
    --package) out=\"$out $package\" ;;
    --version) out=\"$out $version\" ;;
    --cflags) test \"$includedir\" = /usr/include || out=\"$out -I$includedir\" ;;
    --libs) out=\"$out -L$libdir $libs\" ;;
${cases}    *) echo \"$0: options are --prefix, --version, --cflags, --libs, and names of directories\" ;;
    esac
done
echo $out
"
    )
    file(WRITE "${PROJECT_BINARY_DIR}/${output}" "${text}")
    file(
        CHMOD "${PROJECT_BINARY_DIR}/${output}"
        PERMISSIONS
            OWNER_READ
            OWNER_WRITE
            OWNER_EXECUTE
            GROUP_READ
            GROUP_EXECUTE
            WORLD_READ
            WORLD_EXECUTE
    )
endfunction()
