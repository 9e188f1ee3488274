# Macros of single packages, which have a .pc file as well. Their scripts name the system's directories, too.

# `2:1.17` is a version of an interface and of the package.
m4_define([_am2cmake_at_least], [m4_ifval([$1], [ >= m4_bpatsubst([$1], [^[0-9]+:], [])])])
m4_define([_am2cmake_package_path], [_AM2CMAKE_CHECK_PACKAGE([$1], [$2[]_am2cmake_at_least([$3])], [$4], [m4_default([$5], [:])])])

AC_DEFUN([AM_PATH_GPG_ERROR], [_am2cmake_package_path([GPG_ERROR], [gpg-error], [$1], [$2], [$3])
GPG_ERROR_MT_CFLAGS=$GPG_ERROR_CFLAGS
GPG_ERROR_MT_LIBS=$GPG_ERROR_LIBS
AC_SUBST([GPG_ERROR_MT_CFLAGS])
AC_SUBST([GPG_ERROR_MT_LIBS])])
AC_DEFUN([AM_PATH_LIBGCRYPT], [_am2cmake_package_path([LIBGCRYPT], [libgcrypt], [$1], [$2], [$3])])
AC_DEFUN([AM_PATH_KSBA], [_am2cmake_package_path([KSBA], [ksba], [$1], [$2], [$3])])
AC_DEFUN([AM_PATH_LIBASSUAN], [_am2cmake_package_path([LIBASSUAN], [libassuan], [$1], [$2], [$3])])
