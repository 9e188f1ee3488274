# Translations, as the Makefile of GNU gettext installs them.
#
#   gettext_catalogs(<domain> [LINGUAS <languages>])

include_guard(DIRECTORY)
include(GNUInstallDirs)

# gettext_catalogs(<domain> [LINGUAS <languages>])
#
# Compiles <language>.po for each language that the file LINGUAS here lists, or
# for those given, and installs the catalogs for the domain. A catalog in the
# source tree is taken as it is if it is not older than its .po, or beside the
# stamp of a release. The languages can be limited with -DLINGUAS="de fr".
function(gettext_catalogs domain)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LINGUAS" "")
    if(
        (DEFINED ENABLE_NLS AND NOT ENABLE_NLS)
        OR (DEFINED HAVE_GNU_GETTEXT AND NOT HAVE_GNU_GETTEXT)
    )
        return()
    endif()
    set(text "${arg_LINGUAS}")
    if(NOT DEFINED arg_LINGUAS)
        set_property(
            DIRECTORY
            APPEND
            PROPERTY CMAKE_CONFIGURE_DEPENDS LINGUAS
        )
        file(STRINGS LINGUAS lines)
        list(TRANSFORM lines REPLACE "#.*" "")
        list(JOIN lines " " text)
    endif()
    separate_arguments(languages UNIX_COMMAND "${text}")
    set(catalogs "")
    foreach(language IN LISTS languages)
        if(DEFINED LINGUAS AND NOT " ${LINGUAS}" MATCHES " ${language}")
            continue() # nor is it one that a wanted one falls back to
        endif()
        _gettext_catalog(catalog ${language})
        list(APPEND catalogs "${catalog}")
        install(
            FILES "${catalog}"
            DESTINATION "${CMAKE_INSTALL_LOCALEDIR}/${language}/LC_MESSAGES"
            RENAME "${domain}.mo"
        )
    endforeach()
    if(catalogs)
        string(MAKE_C_IDENTIFIER "catalogs-${domain}" target)
        add_custom_target(${target} ALL DEPENDS ${catalogs})
    endif()
endfunction()

function(_gettext_catalog variable language)
    set(source "${CMAKE_CURRENT_SOURCE_DIR}/${language}.po")
    set(shipped "${CMAKE_CURRENT_SOURCE_DIR}/${language}.gmo")
    set(made "${CMAKE_CURRENT_BINARY_DIR}/${language}.gmo")
    find_package(Gettext QUIET)
    if(
        EXISTS "${shipped}"
        AND (
            NOT EXISTS "${source}"
            OR EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/stamp-po"
            OR "${shipped}" IS_NEWER_THAN "${source}"
            OR NOT GETTEXT_MSGFMT_EXECUTABLE
        )
    )
        set(${variable} "${shipped}" PARENT_SCOPE)
        return()
    endif()
    if(NOT GETTEXT_MSGFMT_EXECUTABLE)
        message(FATAL_ERROR "msgfmt of GNU gettext is needed for ${source}")
    endif()
    add_custom_command(
        OUTPUT "${made}"
        COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} -o "${made}" "${source}"
        DEPENDS "${source}"
        VERBATIM
    )
    set(${variable} "${made}" PARENT_SCOPE)
endfunction()
