# What hooks of a Makefile.am do when a tree is installed.
#
#   install_symlink(<content> <path>)
#   remove_installed(<path>...)
#   rename_installed(<path> <new path>)
#   install_with_shell(<command line>)
#   install_info_manual(<texinfo file> <name> [<flag of makeinfo>...])
#
# Paths are relative to the prefix or absolute; all of them are below DESTDIR.

include_guard(DIRECTORY)
include(GNUInstallDirs)

# The path as the script of the installation writes it.
function(_installed_path path result)
    if(NOT IS_ABSOLUTE "${path}")
        string(PREPEND path "\${CMAKE_INSTALL_PREFIX}/")
    endif()
    set(${result} "\$ENV{DESTDIR}${path}" PARENT_SCOPE)
endfunction()

# install_symlink(<content> <path>)
#
# A link, in place of what has its name.
function(install_symlink content path)
    _installed_path("${path}" path)
    install(
        CODE
            "set(link \"${path}\")
message(STATUS \"Installing: \${link}\")
get_filename_component(directory \"\${link}\" DIRECTORY)
file(MAKE_DIRECTORY \"\${directory}\")
file(CREATE_LINK \"${content}\" \"\${link}\" SYMBOLIC)"
    )
endfunction()

# remove_installed(<path>...)
function(remove_installed)
    foreach(path IN LISTS ARGN)
        _installed_path("${path}" path)
        install(
            CODE
                "file(GLOB files LIST_DIRECTORIES FALSE \"${path}\")
if(files)
    file(REMOVE \${files})
endif()"
        )
    endforeach()
endfunction()

# rename_installed(<path> <new path>)
function(rename_installed path new_path)
    _installed_path("${path}" path)
    _installed_path("${new_path}" new_path)
    install(CODE "file(RENAME \"${path}\" \"${new_path}\")")
endfunction()

# install_with_shell(<command line>)
#
# Runs it with sh in the build directory; $DESTDIR is in its environment. What
# `make install-man` does is `install_manuals <directory> <page>...` in it.
function(install_with_shell line)
    if(line MATCHES "install_manuals ")
        string(
            PREPEND line
            [[install_manuals() {
    folder=$DESTDIR$1; shift
    for page; do
        section=${page##*.}; section=man${section%${section#?}}
        mkdir -p "$folder/$section" && install -m 644 "$page" "$folder/$section" || return
    done
}
]]
        )
    endif()
    install(
        CODE
            "execute_process(
    COMMAND sh -c [====[${line}]====]
    WORKING_DIRECTORY \"${CMAKE_CURRENT_BINARY_DIR}\"
    COMMAND_ERROR_IS_FATAL ANY
)"
    )
endfunction()

# install_info_manual(<texinfo file> <name> [<flag of makeinfo>...])
#
# The manual comes with the sources, or makeinfo makes it; without makeinfo there
# is none. It may have parts: <name>-1 and so on.
function(install_info_manual input name)
    set(folder "${CMAKE_CURRENT_SOURCE_DIR}")
    cmake_path(ABSOLUTE_PATH input BASE_DIRECTORY "${folder}")
    cmake_path(GET input PARENT_PATH source_folder)
    if(EXISTS "${source_folder}/${name}")
        set(folder "${source_folder}")
    else()
        find_program(MAKEINFO_EXECUTABLE NAMES makeinfo texi2any)
        if(NOT MAKEINFO_EXECUTABLE)
            message(STATUS "${name} is not made: there is no makeinfo")
            return()
        endif()
        set(folder "${CMAKE_CURRENT_BINARY_DIR}")
        _info_manual_version("${source_folder}")
        add_custom_command(
            OUTPUT "${name}"
            COMMAND
                ${MAKEINFO_EXECUTABLE} ${ARGN} -I "${source_folder}" -I
                "${folder}" -o "${name}" "${input}"
            DEPENDS "${input}"
            VERBATIM
        )
        string(MAKE_C_IDENTIFIER "info_${name}" target)
        add_custom_target(${target} ALL DEPENDS "${name}")
    endif()
    install(
        CODE
            "file(GLOB parts \"${folder}/${name}\" \"${folder}/${name}-[0-9]*\")
file(INSTALL \${parts} DESTINATION \"${CMAKE_INSTALL_FULL_INFODIR}\")"
    )
endfunction()

# What Automake writes for a manual that includes it.
function(_info_manual_version source_folder)
    set(file "${CMAKE_CURRENT_BINARY_DIR}/version.texi")
    if(EXISTS "${source_folder}/version.texi" OR EXISTS "${file}")
        return()
    endif()
    string(TIMESTAMP date "%d %B %Y")
    string(TIMESTAMP month "%B %Y")
    string(REGEX REPLACE "^0" "" date "${date}")
    set(version "${PROJECT_VERSION}")
    if(DEFINED PACKAGE_VERSION)
        set(version "${PACKAGE_VERSION}")
    endif()
    file(
        WRITE "${file}"
        "@set UPDATED ${date}\n@set UPDATED-MONTH ${month}\n@set EDITION ${version}\n@set VERSION ${version}\n"
    )
endfunction()
