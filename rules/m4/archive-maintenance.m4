# Macros of the Autoconf Archive for options, values and working on the project that are another way to say something.

# Options with a line for makefiles that is a comment or not.
m4_define([_am2cmake_with], [m4_translit([$1], [-A-Z], [_a-z])])
m4_define([_am2cmake_WITH], [m4_translit([$1], [-a-z], [_A-Z])])
AC_DEFUN([AX_SUBST_WITH_IF], [AS_IF([$2], [_am2cmake_with_lines(_am2cmake_WITH([$1]), [], [#])],
[_am2cmake_with_lines(_am2cmake_WITH([$1]), [#], [])])])
m4_define([_am2cmake_with_lines], [AC_SUBST([WITH_$1], ['$2'])
AC_SUBST([WITHOUT_$1], ['$3'])])
AC_DEFUN([AX_SUBST_WITH], [_am2cmake_subst_with([with_]_am2cmake_with([$1]), _am2cmake_WITH([$1]), [$1], [$2])])
m4_define([_am2cmake_subst_with], [WITHVAL_$2=${$1:-m4_default([$4], [no])}
AS_CASE([$WITHVAL_$2], [no|0|:|false], [_am2cmake_with_lines([$2], [#], [])], [_am2cmake_with_lines([$2], [], [#])])])

# AX_CONFIG_FEATURE(NAME, HELP, MACRO, DESCRIPTION, [ON], [OFF])
AC_DEFUN([AX_CONFIG_FEATURE_ENABLE], [ax_config_feature_[]m4_translit([$1], [-], [_])=yes])
AC_DEFUN([AX_CONFIG_FEATURE_DISABLE], [ax_config_feature_[]m4_translit([$1], [-], [_])=no])
AC_DEFUN([AX_CONFIG_FEATURE_VERBOSE], [])
AC_DEFUN([AX_CONFIG_FEATURE_SILENT], [])
AC_DEFUN([AX_CONFIG_FEATURE], [_am2cmake_feature([$1], [$2], [$3], [$4], [$5], [$6],
[ax_config_feature_]m4_translit([$1], [-], [_]))])
m4_define([_am2cmake_feature], [AC_ARG_ENABLE([$1], [AS_HELP_STRING([--enable-$1], [$2])], [$7=$enableval])
AS_IF([test "$$7" = yes], [AC_DEFINE([$3], [1], [$4])
$5], [:
$6])])

# Values.
AC_DEFUN([AX_EXPAND_PREFIX], [])
AC_DEFUN([AX_DIRNAME], [AS_DIRNAME([$1])])
AC_DEFUN([AX_FILE_ESCAPES], [AX_DOLLAR='$'
AX_SRB='\135'
AX_SLB='\133'
AX_BS='\\'
AX_DQ='"'])
AC_DEFUN([AX_MISSING_PROG], [AM_MISSING_PROG([$1], [$2])])

# One of these functions must be there.
AC_DEFUN([AX_REQUIRE_ONE_FUNC], [AC_CHECK_FUNCS([$1])
AS_IF([m4_map_args_w([$1], [test "$ac_cv_func_], [" = yes], [ || ])], [m4_default([$2], [:])], [$3])])

# A type of this many bits: the first of the candidates that has them.
AC_DEFUN([AX_DEFINE_INTEGER_BITS], [AC_CHECK_TYPE([$1], [:], [$1=no
_am2cmake_type_of_size([$1], m4_eval(m4_translit([$1], [a-zA-Z_]) / 8), m4_shift($@))
AC_DEFINE_UNQUOTED([$1], [$$1], [A type of exactly this many bits, where the system does not have it.])])])
m4_define([_am2cmake_type_of_size], [m4_ifval([$3], [AC_CHECK_SIZEOF([$3])
AS_IF([test "$AS_TR_SH([ac_cv_sizeof_$3])" = $2], [$1="$3"],
[_am2cmake_type_of_size([$1], [$2], m4_shift3($@))])], [:])])

# Rules for make, which a maintainer's script writes.
AC_DEFUN([AX_EXTRA_DIST], [AM_CONDITIONAL([USING_AX_EXTRA_DIST], [true])])
AC_DEFUN([AX_UPLOAD], [AM_CONDITIONAL([USING_AX_UPLOAD], [true])])

# Packages of RPM; CPack makes them.
AU_ALIAS([AM_RPM_INIT], [AX_RPM_INIT])
AC_DEFUN([AX_RPM_INIT], [make_rpms=false
no_rpm=yes
m4_foreach_w([_am2cmake_rpm], [RPM_DIR RPM_TARGET RPM_ARGS RPM_TARBALL], [AC_SUBST(_am2cmake_rpm)
])])

# AX_CREATE_PKGCONFIG_INFO([FILE], [REQUIRES], [LIBS], [DESCRIPTION], [CFLAGS], [LDFLAGS])
AC_DEFUN([AX_CREATE_PKGCONFIG_INFO],
[_am2cmake_pkg_config_info(m4_default_quoted([$1], m4_defn([AC_PACKAGE_NAME])[.pc]), [$2], [$3], [$4], [$5], [$6])])
m4_define([_am2cmake_pkg_config_info], [_AM2CMAKE_PKG_CONFIG_PLACE([$1])
_am2cmake_pkg_config_file([$1], m4_bpatsubst([$1], [.*/\|\.pc$]), [$2], [$3], [$4], [$5], [$6])])
m4_define([_am2cmake_pkg_config_file], [_AM2CMAKE_PKG_CONFIG_FILE([$1], [$2], m4_default([$3], [$PACKAGE_REQUIRES]),
m4_default([$4], [-l$2 $LIBS]), m4_default([$5], [$PACKAGE_SUMMARY]), m4_default([$6], [$PACKAGE_CFLAGS]),
m4_default([$7], [$PACKAGE_LDFLAGS]))])

# AX_CREATE_GENERIC_CONFIG([PACKAGE [LIBRARIES]], [VERSION]): the library is that of the package.
AU_ALIAS([AC_CREATE_GENERIC_CONFIG], [AX_CREATE_GENERIC_CONFIG])
AC_DEFUN([AX_CREATE_GENERIC_CONFIG], [_am2cmake_config_script(m4_default([$1], m4_defn([AC_PACKAGE_TARNAME])[ $LIBS]),
m4_default([$2], m4_defn([AC_PACKAGE_VERSION])))])
m4_define([_am2cmake_config_script], [_am2cmake_config_script_of(m4_bpatsubst([$1], [ .*]), [$1], [$2])])
m4_define([_am2cmake_config_script_of], [_AM2CMAKE_CONFIG_SCRIPT([$1-config], [$1], [$3], [m4_bpatsubst([-l$2], [^-llib],
[-l])])
_AM2CMAKE_CONFIG_SCRIPT_PLACE([$1-config])])

# Paths.
AU_ALIAS([ADL_NORMALIZE_PATH], [AX_NORMALIZE_PATH])
AU_ALIAS([ADL_COMPUTE_RELATIVE_PATHS], [AX_COMPUTE_RELATIVE_PATHS])
AC_DEFUN([AX_COMPUTE_RELATIVE_PATHS], [m4_foreach_w([_am2cmake_paths], [$1],
[_am2cmake_relative_path(m4_bpatsubst(m4_defn([_am2cmake_paths]), [:], [, ]))
])])
m4_define([_am2cmake_relative_path], [_AM2CMAKE_RELATIVE_PATH([$$1], [$$2], [$3])])
AC_DEFUN([AX_NORMALIZE_PATH], [_AM2CMAKE_NORMALIZE_PATH([$1], [$$1])])
