# What Autoconf's macros do inside m4, beside what they become.
# `am2cmake_call([NAME], ...)` is the call of a macro as its rule knows it.

m4_define([m4_cr_letters], [abcdefghijklmnopqrstuvwxyz])
m4_define([m4_cr_LETTERS], [ABCDEFGHIJKLMNOPQRSTUVWXYZ])
m4_define([m4_cr_Letters], [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ])
m4_define([m4_cr_digits], [0123456789])
m4_define([m4_cr_alnum], [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789])
m4_define([m4_cr_symbols1], [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_])
m4_define([m4_cr_symbols2], [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789])

# The package as m4 sees it; what the project defined before AC_INIT stays.
AC_DEFUN([AC_INIT], [_am2cmake_package(m4_normalize([$1]), m4_normalize([$2]), m4_normalize([$3]),
m4_normalize([$4]), m4_normalize([$5]))am2cmake_call([AC_INIT], $@)])

m4_define([_am2cmake_package],
[m4_define_default([AC_PACKAGE_NAME], [$1])]dnl
[m4_define_default([AC_PACKAGE_VERSION], [$2])]dnl
[m4_define_default([AC_PACKAGE_STRING], m4_strip([$1 $2]))]dnl
[m4_define_default([AC_PACKAGE_BUGREPORT], [$3])]dnl
[m4_define_default([AC_PACKAGE_TARNAME], m4_ifnblank([$4], [[$4]], [_am2cmake_tarname([$1])]))]dnl
[m4_define_default([AC_PACKAGE_URL], m4_ifnblank([$5], [[$5]], [_am2cmake_url([$1])]))])

m4_define([_am2cmake_tarname],
[m4_quote(m4_bpatsubst(m4_tolower(m4_bpatsubst([$1], [^GNU ], [])), [[^_abcdefghijklmnopqrstuvwxyz0123456789]], [-]))])

m4_define([_am2cmake_url],
[m4_if(m4_index([$1], [GNU ]), [0], [[https://www.gnu.org/software/]m4_defn([AC_PACKAGE_TARNAME])[/]])])

# The language of tests, and the names that the archive's macros make of it ("Language Choice").
m4_define([_AC_LANG], [C])
AC_DEFUN([AC_LANG], [m4_define([_AC_LANG], [$1])am2cmake_call([AC_LANG], $@)])
AC_DEFUN([AC_LANG_PUSH], [m4_pushdef([_AC_LANG], [$1])am2cmake_call([AC_LANG_PUSH], $@)])
AC_DEFUN([AC_LANG_POP], [m4_popdef([_AC_LANG])am2cmake_call([AC_LANG_POP], $@)])
# Of a macro that has a definition for each language, `NAME(C)` and so on: that for the current one.
m4_define([_AC_LANG_DISPATCH], [m4_ifdef([$1($2)], [m4_indir([$1($2)], m4_shift2($@))],
[m4_fatal([$1: unknown language: $2])])])
m4_define([_AC_LANG_ABBREV], [m4_case(_AC_LANG, [C], [c], [C++], [cxx], [Objective C], [objc],
[Objective C++], [objcxx], [Fortran 77], [f77], [Fortran], [fc], [Erlang], [erlang], [Go], [go])])
m4_define([_AC_LANG_PREFIX], [m4_case(_AC_LANG, [C], [C], [C++], [CXX], [Objective C], [OBJC],
[Objective C++], [OBJCXX], [Fortran 77], [F], [Fortran], [FC], [Erlang], [ERLC], [Go], [GO])])
m4_define([_AC_CC], [m4_case(_AC_LANG, [C], [CC], [C++], [CXX], [Objective C], [OBJC],
[Objective C++], [OBJCXX], [Fortran 77], [F77], [Fortran], [FC], [Erlang], [ERLC], [Go], [GOC])])

# The second argument of AC_CHECK_TYPE was once the type to use instead.
AC_DEFUN([AC_CHECK_TYPE], [m4_if([$#], [2], [m4_if(m4_bregexp([$2],
[^\(_Bool\|bool\|char\|short\|int\|long\|float\|double\|\(un\)?signed\|[_a-zA-Z][_a-zA-Z0-9]*_t\)[][_a-zA-Z0-9() *]*$]),
[-1], [am2cmake_call([AC_CHECK_TYPE], $@)],
[am2cmake_call([AC_CHECK_TYPE], [$1], [], [AC_DEFINE([$1], [$2], [Define to '$2' if the system has no '$1'.])])])],
[am2cmake_call([AC_CHECK_TYPE], $@)])])

# The brackets of a pattern are the pattern's own.
AC_DEFUN([AC_EGREP_CPP], [am2cmake_call([AC_EGREP_CPP], [[$1]], m4_shift($@))])
AC_DEFUN([AC_EGREP_HEADER], [am2cmake_call([AC_EGREP_HEADER], [[$1]], m4_shift($@))])

# Files and commands given to AC_OUTPUT, as before Autoconf 2.50.
AC_DEFUN([AC_OUTPUT], [m4_ifvaln([$1], [AC_CONFIG_FILES([$1])])]dnl
[m4_ifvaln([$2$3], [AC_CONFIG_COMMANDS([default], [$2], [$3])])]dnl
[am2cmake_call([AC_OUTPUT])])

# Rules for maintainers are off by default, unless the argument says `enable`.
AC_DEFUN([AM_MAINTAINER_MODE], [am2cmake_call([AM_MAINTAINER_MODE], $@)
USE_MAINTAINER_MODE=m4_if([$1], [enable], [yes], [no])
MAINT=m4_if([$1], [enable], [], ['#'])
AM_CONDITIONAL([MAINTAINER_MODE], [test "$USE_MAINTAINER_MODE" = yes])])

# Libtool's options may stand in LT_INIT or in macros of their own before it.
m4_define([_am2cmake_libtool_options])
m4_define([_am2cmake_libtool_option], [m4_append_uniq_w([_am2cmake_libtool_options], [$1])])
AC_DEFUN([LT_INIT], [_am2cmake_libtool_option([$1])_am2cmake_lt_init(m4_normalize(_am2cmake_libtool_options))])
m4_define([_am2cmake_lt_init], [m4_ifval([$1], [am2cmake_call([LT_INIT], [$1])], [am2cmake_call([LT_INIT])])])
AC_DEFUN([AC_ENABLE_SHARED], [_am2cmake_libtool_option(m4_if([$1], [no], [disable-])[shared])])
AC_DEFUN([AC_DISABLE_SHARED], [_am2cmake_libtool_option([disable-shared])])
AC_DEFUN([AC_ENABLE_STATIC], [_am2cmake_libtool_option(m4_if([$1], [no], [disable-])[static])])
AC_DEFUN([AC_DISABLE_STATIC], [_am2cmake_libtool_option([disable-static])])
AC_DEFUN([AC_ENABLE_FAST_INSTALL], [_am2cmake_libtool_option(m4_if([$1], [no], [disable-])[fast-install])])
AC_DEFUN([AC_DISABLE_FAST_INSTALL], [_am2cmake_libtool_option([disable-fast-install])])
