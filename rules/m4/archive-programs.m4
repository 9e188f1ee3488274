# Macros of the Autoconf Archive for programs that are another way to say something.

# Programs, which -D<VARIABLE>_EXECUTABLE=PATH chooses.
AC_DEFUN([AX_WITH_PROG], [AC_PATH_PROG([$1], [$2], [$3], [$4])])
AC_DEFUN([AX_PROG_XSLTPROC], [XSLTPROC_FLAGS="$1"
AC_SUBST([XSLTPROC_FLAGS])
AC_PATH_PROGS([XSLTPROC], [xsltproc])])
AC_DEFUN([AX_PROG_NASM], [AC_CHECK_PROGS([nasm], [nasm nasmw], [no])
m4_if([$#$1], [1], [], [AS_IF([test "$nasm" = no],
[m4_if([$#], [0], [AC_MSG_ERROR([nasm is needed])], [$1])])])])
AC_DEFUN([AX_PROG_YASM], [AC_CHECK_PROGS([yasm], [yasm], [no])
m4_if([$#$1], [1], [], [AS_IF([test "$yasm" = no],
[m4_if([$#], [0], [AC_MSG_ERROR([yasm is needed])], [$1])])])])
AC_DEFUN([AX_PROG_NASM_OPT], [AC_REQUIRE([AX_PROG_NASM])_AM2CMAKE_ASSEMBLER_OPTION([$nasm], [$1], [$2])])
AC_DEFUN([AX_PROG_YASM_OPT], [AC_REQUIRE([AX_PROG_YASM])_AM2CMAKE_ASSEMBLER_OPTION([$yasm], [$1], [$2])])
AC_DEFUN([AX_CHECK_DOCBOOK_XSLT], [AC_REQUIRE([AX_PROG_XSLTPROC])dnl
_AM2CMAKE_DOCBOOK_STYLES([$XSLTPROC], [$XSLTPROC_FLAGS], m4_default([$1], [current]))])
AC_DEFUN([AX_PROG_HELP2MAN], [AC_PATH_PROG([HELP2MAN], [help2man], [false])
AM_CONDITIONAL([HAVE_HELP2MAN], [test "$HELP2MAN" != false])
_AM2CMAKE_HELP2MAN])
m4_define([_am2cmake_java_program], [AC_CHECK_PROGS([$1], [$2])
AS_IF([test -z "$$1"], [AC_MSG_ERROR([no $1 is found])])])
AC_DEFUN([AX_PROG_JAVAC], [_am2cmake_java_program([JAVAC], [guavac jikes javac])])
AC_DEFUN([AX_PROG_JAVA], [_am2cmake_java_program([JAVA], [kaffe java])])
AC_DEFUN([AX_PROG_JAR], [_am2cmake_java_program([JAR], [jar])])

# Versions of programs.
AC_DEFUN([AX_PROG_BISON_VERSION], [_AM2CMAKE_PROGRAM_VERSION([BISON], [$BISON], [$1], [$2], [$3])])
AC_DEFUN([AX_PROG_FLEX_VERSION], [_AM2CMAKE_PROGRAM_VERSION([FLEX], [$FLEX], [$1], [$2], [$3])])
AC_DEFUN([AX_PROG_PERL_VERSION], [_AM2CMAKE_PROGRAM_VERSION([PERL], [$PERL], [$1], [$2], [$3])])
AC_DEFUN([AX_PROG_PYTHON_VERSION], [_AM2CMAKE_PROGRAM_VERSION([PYTHON], [$PYTHON], [$1], [$2], [$3])])
AC_DEFUN([AX_PROG_RUBY_VERSION], [_AM2CMAKE_PROGRAM_VERSION([RUBY], [$RUBY], [$1], [$2], [$3])])

# Modules of Perl; `Name=1.2` is one with at least this version.
AC_DEFUN([AX_PROG_PERL_MODULES], [AS_IF([test -z "$PERL"], [AC_CHECK_PROG([PERL], [perl], [perl])])
AS_IF([test -n "$PERL"], [_AM2CMAKE_PERL_MODULES([$1], [$PERL],
m4_dquote(m4_map_args_w([$1], [_am2cmake_perl_module(], [)], [,])), [$2], [$3])])])
m4_define([_am2cmake_perl_module], [[-M]m4_bpatsubst([$1], [=], [ ])])

# Python; of a condition such as `>= '3.6'` the number counts.
AU_ALIAS([AC_PYTHON_DEVEL], [AX_PYTHON_DEVEL])
AU_ALIAS([AC_PYTHON_MODULE], [AX_PYTHON_MODULE])
AC_DEFUN([AX_PYTHON_DEVEL], [_AM2CMAKE_PYTHON_DEVEL(m4_bpatsubst([$1], [[^0-9.]+], []))])
AC_DEFUN([AX_PYTHON_MODULE], [AS_IF([test -z "$PYTHON"], [PYTHON=m4_default([$3], [python3])])
_AM2CMAKE_PYTHON_MODULE([$PYTHON], [$1])
m4_ifval([$2], [AS_IF([test "$HAVE_PYMOD_]AS_TR_CPP([$1])[" = no],
[AC_MSG_ERROR([the Python module $1 is needed])])])])
AC_DEFUN([AX_PYTHON_MODULE_VERSION], [AX_PYTHON_MODULE([$1], [required], [$3])
_AM2CMAKE_PYTHON_MODULE_VERSION([$PYTHON], [$1], [$2], [AC_MSG_ERROR([the Python module $1 is needed in version $2])])])

# SWIG.
AU_ALIAS([SWIG_ENABLE_CXX], [AX_SWIG_ENABLE_CXX])
AC_DEFUN([AX_SWIG_ENABLE_CXX], [AC_REQUIRE([AX_PKG_SWIG])AC_REQUIRE([AC_PROG_CXX])AS_IF([test -n "$SWIG"],
[SWIG="$SWIG -c++"])])
AC_DEFUN([AX_SWIG_PYTHON], [AC_REQUIRE([AX_PKG_SWIG])AC_REQUIRE([AX_PYTHON_DEVEL])dnl
AC_SUBST([AX_SWIG_PYTHON_OPT], ["-python[]m4_if([$1], [no], [ -noproxy])"])
AC_SUBST([AX_SWIG_PYTHON_CPPFLAGS], ["$PYTHON_CPPFLAGS"])])

# Doxygen. DX_..._FEATURE says what is made unless the user says otherwise; PostScript is not.
m4_define([_am2cmake_dx], [m4_define([_am2cmake_dx_$1], [$2])])
m4_map_args_w([html pdf], [_am2cmake_dx(], [, [ON])])
AC_DEFUN([DX_DOXYGEN_FEATURE], [])
AC_DEFUN([DX_DOT_FEATURE], [_am2cmake_dx([dot], [$1])])
AC_DEFUN([DX_MAN_FEATURE], [_am2cmake_dx([man], [$1])])
AC_DEFUN([DX_HTML_FEATURE], [_am2cmake_dx([html], [$1])])
AC_DEFUN([DX_CHM_FEATURE], [_am2cmake_dx([chm], [$1])])
AC_DEFUN([DX_CHI_FEATURE], [_am2cmake_dx([chi], [$1])])
AC_DEFUN([DX_RTF_FEATURE], [_am2cmake_dx([rtf], [$1])])
AC_DEFUN([DX_XML_FEATURE], [_am2cmake_dx([xml], [$1])])
AC_DEFUN([DX_PDF_FEATURE], [_am2cmake_dx([pdf], [$1])])
AC_DEFUN([DX_PS_FEATURE], [])
m4_define([_am2cmake_dx_if], [m4_ifdef([_am2cmake_dx_$1], [m4_if(m4_defn([_am2cmake_dx_$1]), [ON], [ $1])])])
m4_define([_am2cmake_dx_config], [m4_bpatsubst([$1], [^\$(\(top_\)?srcdir)/], [])])
AC_DEFUN([DX_INIT_DOXYGEN], [_am2cmake_doxygen([$1], m4_dquote(_am2cmake_dx_config(m4_default([$2], [Doxyfile]))),
m4_default([$3], [doxygen-doc]))])
m4_define([_am2cmake_doxygen], [_AM2CMAKE_DOXYGEN([$1], [$2], [$3],
m4_normalize(m4_map_args_w([dot man html chm chi rtf xml pdf], [_am2cmake_dx_if(], [)])))
_AM2CMAKE_DOXYGEN_FLAGS([$1], [$2], [$3])
m4_foreach_w([_am2cmake_format], [doc dot man html chm chi rtf xml pdf ps],
[AM_CONDITIONAL([DX_COND_]_am2cmake_format, [test "$DX_FLAG_]_am2cmake_format[" = 1])
])])
