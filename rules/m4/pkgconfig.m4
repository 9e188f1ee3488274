# Macros of pkg.m4 that are another way to say AC_ARG_WITH and PKG_CHECK_MODULES.

# PKG_WITH_MODULES(PREFIX, MODULES, [FOUND], [NOT-FOUND], [DESCRIPTION], [DEFAULT])
AC_DEFUN([PKG_WITH_MODULES],
[_am2cmake_with_modules(m4_tolower([$1]), [$1], [$2], [$3], [$4], [$5], m4_default([$6], [auto]))])

m4_define([_am2cmake_with_modules],
[AC_ARG_WITH([$1], [AS_HELP_STRING([--with-$1], m4_default([$6], [build with $1 support]))], [], [with_$1=$7])
AS_CASE([$with_$1],
    [yes], [PKG_CHECK_MODULES([$2], [$3], [$4], [$5])],
    [auto], [PKG_CHECK_MODULES([$2], [$3], [with_$1=yes
$4], [with_$1=no
$5])])])

# PKG_HAVE_WITH_MODULES(PREFIX, MODULES, [DESCRIPTION], [DEFAULT])
AC_DEFUN([PKG_HAVE_WITH_MODULES],
[PKG_WITH_MODULES([$1], [$2], [], [], [$3], [$4])
AM_CONDITIONAL([HAVE_$1], [test "$with_[]m4_tolower([$1])" = yes])])

# PKG_HAVE_DEFINE_WITH_MODULES(PREFIX, MODULES, [DESCRIPTION], [DEFAULT])
AC_DEFUN([PKG_HAVE_DEFINE_WITH_MODULES],
[PKG_HAVE_WITH_MODULES([$1], [$2], [$3], [$4])
AS_IF([test "$with_[]m4_tolower([$1])" = yes], [AC_DEFINE([HAVE_$1], [1], [Enable ]m4_tolower([$1])[ support])])])
