# Macros of the Autoconf Archive for libraries and programs that are another way to say something.

# Libraries of Boost.
AC_DEFUN([AX_BOOST_ATOMIC], [_AM2CMAKE_BOOST_LIBRARY([atomic])])
AC_DEFUN([AX_BOOST_CHRONO], [_AM2CMAKE_BOOST_LIBRARY([chrono])])
AC_DEFUN([AX_BOOST_CONTEXT], [_AM2CMAKE_BOOST_LIBRARY([context])])
AC_DEFUN([AX_BOOST_COROUTINE], [_AM2CMAKE_BOOST_LIBRARY([coroutine])])
AC_DEFUN([AX_BOOST_DATE_TIME], [_AM2CMAKE_BOOST_LIBRARY([date_time])])
AC_DEFUN([AX_BOOST_FILESYSTEM], [_AM2CMAKE_BOOST_LIBRARY([filesystem])])
AC_DEFUN([AX_BOOST_IOSTREAMS], [_AM2CMAKE_BOOST_LIBRARY([iostreams])])
AC_DEFUN([AX_BOOST_JSON], [_AM2CMAKE_BOOST_LIBRARY([json])])
AC_DEFUN([AX_BOOST_LOCALE], [_AM2CMAKE_BOOST_LIBRARY([locale])])
AC_DEFUN([AX_BOOST_LOG], [_AM2CMAKE_BOOST_LIBRARY([log])])
AC_DEFUN([AX_BOOST_LOG_SETUP], [AC_REQUIRE([AX_BOOST_LOG])_AM2CMAKE_BOOST_LIBRARY([log_setup])])
AC_DEFUN([AX_BOOST_PROGRAM_OPTIONS], [_AM2CMAKE_BOOST_LIBRARY([program_options])])
AC_DEFUN([AX_BOOST_RANDOM], [_AM2CMAKE_BOOST_LIBRARY([random])])
AC_DEFUN([AX_BOOST_REGEX], [_AM2CMAKE_BOOST_LIBRARY([regex])])
AC_DEFUN([AX_BOOST_SERIALIZATION], [_AM2CMAKE_BOOST_LIBRARY([serialization])])
AC_DEFUN([AX_BOOST_SIGNALS], [_AM2CMAKE_BOOST_LIBRARY([signals])])
AC_DEFUN([AX_BOOST_SYSTEM], [_AM2CMAKE_BOOST_LIBRARY([system])])
AC_DEFUN([AX_BOOST_UNIT_TEST_FRAMEWORK], [_AM2CMAKE_BOOST_LIBRARY([unit_test_framework])])
AC_DEFUN([AX_BOOST_WSERIALIZATION], [_AM2CMAKE_BOOST_LIBRARY([wserialization])])

# It needs the flag of threads, too.
AC_DEFUN([AX_BOOST_THREAD], [_AM2CMAKE_BOOST_LIBRARY([thread])
AS_IF([test "$ax_cv_boost_thread" = yes], [BOOST_CPPFLAGS="-pthread $BOOST_CPPFLAGS"
BOOST_THREAD_LIB="$BOOST_THREAD_LIB -lpthread"])])

AC_DEFUN([AX_BOOST_WAVE], [AM_CONDITIONAL([ROSE_USE_BOOST_WAVE], [test "$want_boost" = yes])
_AM2CMAKE_BOOST_LIBRARY([wave])
AS_IF([test "$ax_cv_boost_wave" = yes],
[AC_DEFINE([USE_ROSE_BOOST_WAVE_SUPPORT], [1], [Define to 1 if there is Boost.Wave, to 0 otherwise.])],
[AC_DEFINE([USE_ROSE_BOOST_WAVE_SUPPORT], [0])])])

# Only headers; what they need is Boost.System.
AC_DEFUN([AX_BOOST_ASIO], [AX_BOOST_SYSTEM
AS_IF([test "$ax_cv_boost_system" = yes], [ax_cv_boost_asio=yes
BOOST_ASIO_LIB=$BOOST_SYSTEM_LIB
AC_SUBST([BOOST_ASIO_LIB])
AC_DEFINE([HAVE_BOOST_ASIO], [], [Define if there is Boost.Asio.])], [ax_cv_boost_asio=no])])

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
AS_IF([test -n "$PERL"], [_AM2CMAKE_PERL_MODULES([$PERL], m4_dquote(m4_map_args_w([$1], [_am2cmake_perl_module(], [)],
[,])), [$2], [$3])])])
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

# Libraries under other names.
AU_ALIAS([AC_CHECK_CURL], [AX_LIB_CURL])
AU_ALIAS([AC_CHECK_LIBEV], [AX_LIB_EV])
AU_ALIAS([MP_WITH_CURSES], [AX_WITH_CURSES])
AC_DEFUN([AX_WITH_CURSES_PANEL], [_AM2CMAKE_CURSES_LIBRARY([panel], [new_panel(stdscr)])])
AC_DEFUN([AX_WITH_CURSES_MENU], [_AM2CMAKE_CURSES_LIBRARY([menu], [new_menu(0)])])
AC_DEFUN([AX_WITH_CURSES_FORM], [_AM2CMAKE_CURSES_LIBRARY([form], [new_form(0)])])

AC_DEFUN([AX_CHECK_EV_H], [AC_CHECK_HEADER([ev.h], [ax_cv_header_ev_h=yes
$1], [$2])])
AC_DEFUN([AX_LIB_EV], [PKG_CHECK_MODULES([libev], [libev m4_default([$1], [>= 4.0])], [], [:])
AX_CHECK_EV_H([ax_cv_feat_libev=yes
AS_IF([test -z "$libev_LIBS"], [libev_LIBS=-lev])
$2], [ax_cv_feat_libev=no
m4_default([$3], [AC_MSG_ERROR([libev is needed])])])])

AC_DEFUN([AX_LIB_READLINE], [AC_SEARCH_LIBS([readline], [readline edit editline],
[ax_cv_lib_readline=$ac_cv_search_readline
AC_DEFINE([HAVE_LIBREADLINE], [1], [Define to 1 if there is readline or a library like it.])
AC_CHECK_HEADERS([readline.h readline/readline.h])
AC_CHECK_FUNC([add_history], [ax_cv_lib_readline_history=yes
AC_DEFINE([HAVE_READLINE_HISTORY], [1], [Define to 1 if it has add_history.])
AC_CHECK_HEADERS([history.h readline/history.h])], [ax_cv_lib_readline_history=no])],
[ax_cv_lib_readline=no])])
