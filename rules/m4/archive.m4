# Macros of the Autoconf Archive that are another way to say something.

AU_ALIAS([CHECK_SSL], [AX_CHECK_OPENSSL])
AU_ALIAS([AX_CHECK_VISIBILITY], [gl_VISIBILITY])

# Its argument is a name, and no call.
AC_DEFUN([AX_REQUIRE_DEFINED], [])

# Versions of C++ under their own names.
AC_DEFUN([AX_CXX_COMPILE_STDCXX], [AC_REQUIRE([AC_PROG_CXX])am2cmake_call([AX_CXX_COMPILE_STDCXX], [$1],
m4_case([$2], [ext], [EXTENSIONS], [noext], [STRICT]), m4_if([$3], [optional], [OPTIONAL]))])
AC_DEFUN([AX_CXX_COMPILE_STDCXX_0X], [AX_CXX_COMPILE_STDCXX([11], [], [optional])
AS_IF([test "$HAVE_CXX11" = 1], [AC_DEFINE([HAVE_STDCXX_0X], [], [Define if the compiler knows C++0x.])])])
AC_DEFUN([AX_CXX_COMPILE_STDCXX_11], [AX_CXX_COMPILE_STDCXX([11], [$1], [$2])])
AC_DEFUN([AX_CXX_COMPILE_STDCXX_14], [AX_CXX_COMPILE_STDCXX([14], [$1], [$2])])
AC_DEFUN([AX_CXX_COMPILE_STDCXX_17], [AX_CXX_COMPILE_STDCXX([17], [$1], [$2])])
AC_DEFUN([AX_CXX_COMPILE_STDCXX_20], [AX_CXX_COMPILE_STDCXX([20], [$1], [$2])])

# Flags for a variable of flags, by default that of the language.
m4_define([_am2cmake_flags], [m4_default([$1], [_AC_LANG_PREFIX[FLAGS]])])
m4_define([_am2cmake_append], [$1="$$1 $2"])
m4_define([_am2cmake_prepend], [$1="$2 $$1"])
AC_DEFUN([AX_APPEND_FLAG], [_am2cmake_append(_am2cmake_flags([$2]), [$1])])
AC_DEFUN([AX_PREPEND_FLAG], [_am2cmake_prepend(_am2cmake_flags([$2]), [$1])])
AC_DEFUN([AX_APPEND_COMPILE_FLAGS],
[am2cmake_call([AX_APPEND_COMPILE_FLAGS], [$1], _am2cmake_flags([$2]), [$3], m4_if(_AC_LANG, [C++], [CXX]))])
AC_DEFUN([AX_APPEND_LINK_FLAGS],
[am2cmake_call([AX_APPEND_LINK_FLAGS], [$1], m4_default([$2], [LDFLAGS]), [$3], m4_if(_AC_LANG, [C++], [CXX]))])

# All warnings that are worth it.
AC_DEFUN([AX_CFLAGS_WARN_ALL], [AX_CHECK_COMPILE_FLAG([-Wall],
m4_default([$3], [AX_PREPEND_FLAG([-Wall], m4_default([$1], [CFLAGS]))]), m4_default([$4], [:]))])
AC_DEFUN([AX_CXXFLAGS_WARN_ALL], [AC_LANG_PUSH([C++])AX_CHECK_COMPILE_FLAG([-Wall],
m4_default([$3], [AX_PREPEND_FLAG([-Wall], m4_default([$1], [CXXFLAGS]))]), m4_default([$4], [:]))AC_LANG_POP([C++])])

AC_DEFUN([AX_LIB_SOCKET_NSL], [AC_SEARCH_LIBS([gethostbyname], [nsl])
AC_SEARCH_LIBS([socket], [socket], [], [AC_CHECK_LIB([socket], [socket], [LIBS="-lsocket -lnsl $LIBS"], [], [-lnsl])])])

AC_DEFUN([AX_FUNC_GETOPT_LONG], [AC_CHECK_HEADERS([getopt.h])
AC_CHECK_FUNCS([getopt_long], [], [AC_CHECK_LIB([gnugetopt], [getopt_long], [AC_DEFINE([HAVE_GETOPT_LONG])],
[AC_LIBOBJ([getopt])
AC_LIBOBJ([getopt1])
AC_CONFIG_LINKS([lib/getopt.h:lib/gnugetopt.h])])])])

AC_DEFUN([AX_IS_RELEASE], [m4_case([$1],
[git-directory], [AS_IF([test -d "$srcdir/.git"], [ax_is_release=no], [ax_is_release=yes])],
[dash-version], [AS_CASE(["$PACKAGE_VERSION"], [*-*], [ax_is_release=no], [ax_is_release=yes])],
[minor-version], [minor_version=`echo "$PACKAGE_VERSION" | cut -d. -f2`
AS_IF([test "$(( $minor_version % 2 ))" -ne 0], [ax_is_release=no], [ax_is_release=yes])],
[micro-version], [micro_version=`echo "$PACKAGE_VERSION" | cut -d. -f3`
AS_IF([test "$(( $micro_version % 2 ))" -ne 0], [ax_is_release=no], [ax_is_release=yes])],
[never], [ax_is_release=no], [ax_is_release=yes])])

AC_DEFUN([AX_SPLIT_VERSION], [AX_MAJOR_VERSION=`echo "$VERSION" | cut -d. -f1`
AX_MINOR_VERSION=`echo "$VERSION" | cut -d. -f2`
AX_POINT_VERSION=`echo "$VERSION" | cut -d. -f3-`])

# A value with all variables in it followed: in CMake there are no others.
AC_DEFUN([AX_RECURSIVE_EVAL], [$2="$1"])
