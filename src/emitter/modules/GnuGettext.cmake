# The functions of gettext and iconv, in the C library or in a library apart.
#
#   check_gettext()
#   check_iconv([PROTOTYPE])

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureChecks.cmake")

# check_gettext()
#
# Sets HAVE_GNU_GETTEXT unless ENABLE_NLS is off, and LIBINTL, LTLIBINTL and
# INTLLIBS to what links. Defines ENABLE_NLS, HAVE_GETTEXT and HAVE_DCGETTEXT.
function(check_gettext)
    set(available FALSE)
    set(link "")
    if(APPLE)
        _check_core_foundation(
            HAVE_CFLOCALECOPYCURRENT
            "CFLocale.h"
            "CFLocaleCopyCurrent()"
        )
        _check_core_foundation(
            HAVE_CFPREFERENCESCOPYAPPVALUE
            "CFPreferences.h"
            "CFPreferencesCopyAppValue(NULL, NULL)"
        )
    endif()
    if(ENABLE_NLS)
        find_package(Intl)
        set(available ${Intl_FOUND})
    endif()
    if(available)
        if(NOT Intl_IS_BUILT_IN)
            set(link "-lintl")
            check_iconv()
        endif()
        if(HAVE_CFLOCALECOPYCURRENT)
            string(APPEND link " -framework CoreFoundation")
        endif()
        config_define(ENABLE_NLS)
        config_define(HAVE_GETTEXT)
        config_define(HAVE_DCGETTEXT)
    endif()
    set(HAVE_GNU_GETTEXT ${available} PARENT_SCOPE)
    foreach(variable IN ITEMS LIBINTL LTLIBINTL INTLLIBS)
        set(${variable} "${link}" PARENT_SCOPE)
    endforeach()
endfunction()

function(_check_core_foundation variable header expression)
    string(APPEND LIBS " -framework CoreFoundation")
    check_source(
        LINKS
        ${variable}
        "#include <CoreFoundation/${header}>\nint main(void) { return !${expression}; }\n"
    )
    if(${variable})
        config_define(${variable})
    endif()
endfunction()

# check_iconv([PROTOTYPE])
#
# Sets HAVE_ICONV, and LIBICONV and LTLIBICONV to what links. With PROTOTYPE
# also ICONV_CONST, to const if iconv() is declared so. Defines both.
function(check_iconv)
    find_package(Iconv)
    set(link "")
    set(const "")
    if(Iconv_FOUND)
        config_define(HAVE_ICONV)
        if(NOT Iconv_IS_BUILT_IN)
            set(link "-liconv")
        endif()
    endif()
    if("PROTOTYPE" IN_LIST ARGN)
        if(Iconv_FOUND)
            foreach(directory IN LISTS Iconv_INCLUDE_DIRS)
                string(APPEND CPPFLAGS " \"-I${directory}\"")
            endforeach()
            check_source(
                COMPILES
                ICONV_TAKES_CHAR
                "#include <stdlib.h>
#include <iconv.h>
extern
#ifdef __cplusplus
\"C\"
#endif
size_t iconv(iconv_t cd, char **inbuf, size_t *inbytesleft, char **outbuf, size_t *outbytesleft);
"
            )
            if(NOT ICONV_TAKES_CHAR)
                set(const "const")
            endif()
        endif()
        config_define(ICONV_CONST "${const}")
    endif()
    set(HAVE_ICONV ${Iconv_FOUND} PARENT_SCOPE)
    set(am_cv_proto_iconv_arg1 "${const}" PARENT_SCOPE)
    foreach(variable IN ITEMS LIBICONV LTLIBICONV)
        set(${variable} "${link}" PARENT_SCOPE)
    endforeach()
endfunction()
