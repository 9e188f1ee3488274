# Macros of the Autoconf Archive for libraries that are another way to say something.

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

AC_DEFUN([AX_BOOST_PYTHON], [AC_REQUIRE([AX_PYTHON_DEVEL])AC_REQUIRE([AX_BOOST_BASE])_AM2CMAKE_BOOST_PYTHON])

# Only headers; what they need is Boost.System.
AC_DEFUN([AX_BOOST_ASIO], [AX_BOOST_SYSTEM
AS_IF([test "$ax_cv_boost_system" = yes], [ax_cv_boost_asio=yes
BOOST_ASIO_LIB=$BOOST_SYSTEM_LIB
AC_SUBST([BOOST_ASIO_LIB])
AC_DEFINE([HAVE_BOOST_ASIO], [], [Define if there is Boost.Asio.])], [ax_cv_boost_asio=no])])

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

# Libraries with a pkg-config file.
AC_DEFUN([AX_PKG_CHECK_MODULES],
[_am2cmake_requires(m4_default([$6], [AX_PACKAGE_REQUIRES]), m4_default([$7], [AX_PACKAGE_REQUIRES_PRIVATE]),
[$2], [$3])
PKG_CHECK_MODULES([$1], m4_normalize([$2 $3]), [$4], [$5])])
m4_define([_am2cmake_requires], [$1="$$1 m4_normalize([$3])"
$2="$$2 m4_normalize([$4])"
AC_SUBST([$1])
AC_SUBST([$2])])
m4_define([_am2cmake_library_by_pkg_config],
[PKG_CHECK_MODULES([$1], [$2[]m4_ifval([$3], [ >= $3])], [$4], [m4_default([$5], [:])])])
AC_DEFUN([AX_LIB_TAGLIB], [_am2cmake_library_by_pkg_config([TAGLIB], [taglib], [$1], [$2], [$3])])
AC_DEFUN([AX_CHECK_ICU], [_am2cmake_library_by_pkg_config([ICU], [icu-i18n], [$1], [$2],
m4_default([$3], [AC_MSG_ERROR([ICU is needed])]))
ICU_CPPFLAGS=$ICU_CFLAGS
ICU_CXXFLAGS=$ICU_CFLAGS
AC_SUBST([ICU_CPPFLAGS])
AC_SUBST([ICU_CXXFLAGS])])
AC_DEFUN([AX_LIB_MYSQL], [PKG_CHECK_MODULES([MYSQL], [mysqlclient], [found_mysql=yes],
[PKG_CHECK_MODULES([MYSQL], [libmariadb], [found_mysql=yes], [found_mysql=no])])
AS_IF([test $found_mysql = yes], [MYSQL_LDFLAGS=$MYSQL_LIBS
AC_DEFINE([HAVE_MYSQL], [1], [Define to 1 if there is a client library of MySQL.])])
AC_SUBST([MYSQL_LDFLAGS])])

# Libraries with a header and a function.
m4_define([_am2cmake_library_by_header], [AC_CHECK_HEADER([$4], [AC_CHECK_LIB([$3], [$5], [$1_LIBS=-l$3
$1_CPPFLAGS=
$1_LDFLAGS=
AC_SUBST([$1_LIBS])
AC_SUBST([$1_CPPFLAGS])
AC_SUBST([$1_LDFLAGS])
AC_DEFINE([$2], [], [Define if there is the library $3.])
$6], [:
$7])], [$7])])
AC_DEFUN([AX_LIB_ID3], [_am2cmake_library_by_header([ID3], [HAVE_ID3LIB], [id3], [id3.h], [ID3Tag_New], [$1], [$2])])
AC_DEFUN([AX_LIB_UPNP],
[_am2cmake_library_by_header([UPNP], [HAVE_LIBUPNP], [upnp], [upnp/upnp.h], [UpnpInit], [$1], [$2])])

# AX_CHECK_LIBRARY(NAME, HEADER, LIBRARY, [FOUND], [NOT-FOUND])
AC_DEFUN([AX_CHECK_LIBRARY], [AC_ARG_VAR([$1_CPPFLAGS], [Preprocessor flags for the headers of $1])
AC_ARG_VAR([$1_LDFLAGS], [Linker flags for the libraries of $1])
ax_save_CPPFLAGS=$CPPFLAGS
ax_save_LDFLAGS=$LDFLAGS
CPPFLAGS="$CPPFLAGS $$1_CPPFLAGS"
LDFLAGS="$LDFLAGS $$1_LDFLAGS"
AS_TR_SH([ax_cv_have_$1])=no
AC_CHECK_HEADER([$2], [AC_CHECK_LIB([$3], [main], [AS_TR_SH([ax_cv_have_$1])=yes], [:])])
CPPFLAGS=$ax_save_CPPFLAGS
LDFLAGS=$ax_save_LDFLAGS
AS_IF([test "$AS_TR_SH([ax_cv_have_$1])" = yes], [AC_DEFINE([HAVE_$1], [1], [Define to 1 if there is $1.])
$4], [$5])])

# What a library for cryptography has: names with their functions.
m4_define([_am2cmake_algorithms], [m4_foreach_w([_am2cmake_pair], [$3],
[_am2cmake_algorithm([$1], [$2], m4_bpatsubst(m4_defn([_am2cmake_pair]), [:], [, ]))
])])
m4_define([_am2cmake_algorithm],
[AC_CHECK_LIB([$2], [$4], [AC_DEFINE([$1_WITH_$3], [1], [Define to 1 if the library $2 has $3.])])])
m4_define([_am2cmake_crypto_library], [AC_ARG_WITH([$1], [AS_HELP_STRING([--with-$1], [use the library $1])],
[$2_with_$1=$withval], [$2_with_$1=$5])
AS_CASE([$$2_with_$1], [yes|auto], [AC_CHECK_HEADERS([$3], [AC_CHECK_LIB([$1], [$4], [HAVE_[]m4_toupper([$1])=1
AC_DEFINE(HAVE_[]m4_toupper([$1]), [1], [Define to 1 if there is the library $1.])
AC_SUBST(m4_toupper([$1])_LIBS, [-l$1])
_am2cmake_algorithms(m4_toupper([$1]), [$1], [$6])])])
AS_IF([test "$$2_with_$1" = yes && test -z "$HAVE_[]m4_toupper([$1])"], [AC_MSG_ERROR([the library $1 is needed])])])])
AC_DEFUN([AX_LIB_NETTLE], [_am2cmake_crypto_library([nettle], [ax], [nettle/nettle-meta.h],
[nettle_base64_encode_final], [$1], [AES:nettle_aes_encrypt ARCTWO:nettle_arctwo_encrypt
BLOWFISH:nettle_blowfish_encrypt CAST128:nettle_cast128_encrypt DES:nettle_des_encrypt DES3:nettle_des3_encrypt
SERPENT:nettle_serpent_encrypt TWOFISH:nettle_twofish_encrypt MD2:nettle_md2_digest MD4:nettle_md4_digest
MD5:nettle_md5_digest SHA1:nettle_sha1_digest SHA256:nettle_sha256_digest])])
AC_DEFUN([AX_LIB_CRYPTO], [_am2cmake_crypto_library([crypto], [ac], [openssl/opensslconf.h], [CRYPTO_lock], [$1],
[AES:AES_ecb_encrypt BF:BF_ecb_encrypt CAST:CAST_ecb_encrypt CAMELLIA:Camellia_ecb_encrypt DES:DES_ecb_encrypt
IDEA:idea_ecb_encrypt RC2:RC2_ecb_encrypt RC5:RC5_32_ecb_encrypt MD2:MD2 MD4:MD4 MD5:MD5 RIPEMD:RIPEMD160 SHA:SHA1
RSA:RSA_set_method DSA:DSA_set_method DH:DH_set_method])])

AC_DEFUN([AX_LIB_GCRYPT], [AC_REQUIRE([AC_PROG_EGREP])AC_ARG_WITH([gcrypt], [AS_HELP_STRING([--with-gcrypt],
[use the library gcrypt])], [ac_with_gcrypt=$withval], [ac_with_gcrypt=$1])
AS_CASE([$ac_with_gcrypt], [yes|auto], [AM_PATH_LIBGCRYPT([1.2.0], [HAVE_GCRYPT=1
AC_DEFINE([HAVE_GCRYPT], [1], [Define to 1 if there is the library gcrypt.])
_AM2CMAKE_GCRYPT_ALGORITHMS([AES ARCFOUR BLOWFISH CAST5 DES IDEA RFC2268 SERPENT TWOFISH CRC HAVAL MD2 MD4 MD5 RMD160
SHA0 SHA1 SHA224 SHA256 SHA384 SHA512 TIGER WHIRLPOOL DSA ELGAMAL RSA])
AC_SUBST([GCRYPT_CFLAGS], ["$LIBGCRYPT_CFLAGS"])
AC_SUBST([GCRYPT_LIBS], ["$LIBGCRYPT_LIBS"])])
AS_IF([test "$ac_with_gcrypt" = yes && test -z "$HAVE_GCRYPT"], [AC_MSG_ERROR([the library gcrypt is needed])])])])

# Berkeley DB.
m4_define([_am2cmake_db_program], [AC_LANG_PROGRAM([[#include <db.h>
#if DB_VERSION_MAJOR * 1000000 + DB_VERSION_MINOR * 1000 + DB_VERSION_PATCH < ]_am2cmake_db_version($1)[
#error it is too old
#endif]], [[DB *db;
return db_create(&db, 0, 0);]])])
m4_define([_am2cmake_db_version], [m4_if([$1], [], [0], [_am2cmake_db_number(m4_bpatsubst([$1], [\.], [, ]))])])
m4_define([_am2cmake_db_number], [m4_eval($1 * 1000000 + m4_default([$2], [0]) * 1000 + m4_default([$3], [0]))])
m4_define([_am2cmake_db], [ax_save_LIBS=$LIBS
LIBS="$LIBS -ldb"
AC_LINK_IFELSE([_am2cmake_db_program([$1])], [$2_LIBS=-ldb
$3], [$4])
LIBS=$ax_save_LIBS
AC_SUBST([$2_LIBS])
AC_SUBST([$2_LDFLAGS])])
AC_DEFUN([AX_BERKELEY_DB], [_am2cmake_db([$1], [DB], [AC_DEFINE([DB_HEADER], ["db.h"], [The header of Berkeley DB.])
$2], [m4_default([$3], [:])])
AC_SUBST([DB_CFLAGS])])
AC_DEFUN([AX_PATH_BDB], [_am2cmake_db([$1], [BDB],
[AC_COMPUTE_INT([ax_bdb_major], [DB_VERSION_MAJOR], [[#include <db.h>]])
AC_COMPUTE_INT([ax_bdb_minor], [DB_VERSION_MINOR], [[#include <db.h>]])
AC_COMPUTE_INT([ax_bdb_patch], [DB_VERSION_PATCH], [[#include <db.h>]])
BDB_VERSION=$ax_bdb_major.$ax_bdb_minor.$ax_bdb_patch
ax_path_bdb_ok=yes
AC_DEFINE([HAVE_DB_H], [1], [Define to 1 if you have the <db.h> header file.])
$2], [ax_path_bdb_ok=no
$3])
AC_SUBST([BDB_VERSION])
AC_SUBST([BDB_CPPFLAGS])])

# Regular expressions as Perl's.
AC_DEFUN([AX_PATH_LIB_PCRE], [AC_CHECK_LIB([pcre], [pcre_study])
AS_IF([test "$ac_cv_lib_pcre_pcre_study" = yes], [PCRE_LIBS=-lpcre
$1], [$2])
AC_SUBST([PCRE_LIBS])
AC_SUBST([PCRE_CFLAGS])])
AC_DEFUN([AX_CHECK_PCRE2], [AC_CHECK_HEADER([pcre2.h], [pcre2_cv_pcre2_h=yes], [pcre2_cv_pcre2_h=no],
[[#define PCRE2_CODE_UNIT_WIDTH 8]])
pcre2_cv_libpcre2=yes
m4_foreach_w([_am2cmake_width], [8] m4_bpatsubst([$1], [[^0-9]+\|\<8\>], [ ]),
[AC_CHECK_LIB([pcre2-]_am2cmake_width, [pcre2_compile_]_am2cmake_width, [:], [pcre2_cv_libpcre2=no])
])AS_IF([test $pcre2_cv_libpcre2 = yes && test $pcre2_cv_pcre2_h = yes], [m4_default([$2], [LIBS="-lpcre2-8 $LIBS"
AC_DEFINE([HAVE_PCRE2], [1], [Define to 1 if there is PCRE2.])])],
[m4_default([$3], [AC_MSG_ERROR([PCRE2 is needed])])])])

# Lua.
AC_DEFUN([AX_PROG_LUA],
[_AM2CMAKE_PROG_LUA([$1], [$2], [$3], [m4_default([$4], [AC_MSG_ERROR([a Lua interpreter is needed])])])])
AC_DEFUN([AX_LUA_HEADERS], [_AM2CMAKE_LUA_HEADERS([AC_DEFINE([HAVE_LUA_H], [1], [Define to 1 if you have <lua.h>.])
AC_DEFINE([HAVE_LUALIB_H], [1], [Define to 1 if you have <lualib.h>.])
AC_DEFINE([HAVE_LAUXLIB_H], [1], [Define to 1 if you have <lauxlib.h>.])
AC_DEFINE([HAVE_LUACONF_H], [1], [Define to 1 if you have <luaconf.h>.])
$1], [$2])])
AC_DEFUN([AX_LUA_READLINE], [AX_LIB_READLINE
AS_IF([test "$ax_cv_lib_readline" != no], [LUA_LIBS_CFLAGS="-DLUA_USE_READLINE $LUA_LIBS_CFLAGS"
$1], [$2])])

# Libraries for mathematics and for messages between programs.
AU_ALIAS([ACX_BLAS], [AX_BLAS])
AU_ALIAS([ACX_LAPACK], [AX_LAPACK])
AU_ALIAS([ACX_MPI], [AX_MPI])
AC_DEFUN([AX_MPI], [m4_case(_AC_LANG_PREFIX,
[CXX], [AC_REQUIRE([AC_PROG_CXX])_AM2CMAKE_MPI([CXX], [MPICXX], [$1], [$2])],
[F], [AC_REQUIRE([AC_PROG_F77])_AM2CMAKE_MPI([Fortran], [MPIF77], [$1], [$2])],
[FC], [AC_REQUIRE([AC_PROG_FC])_AM2CMAKE_MPI([Fortran], [MPIFC], [$1], [$2])],
[AC_REQUIRE([AC_PROG_CC])_AM2CMAKE_MPI([C], [MPICC], [$1], [$2])])])
m4_define([_am2cmake_prog_mpi], [m4_ifval([$2], [AS_IF([$2], [_AM2CMAKE_PROG_MPI([$1], [$3], [$4])], [$4])],
[_AM2CMAKE_PROG_MPI([$1], [$3], [$4])])])
AC_DEFUN([AX_PROG_CC_MPI], [AC_REQUIRE([AC_PROG_CC])_am2cmake_prog_mpi([C], [$1], [$2], [$3])])
AC_DEFUN([AX_PROG_CXX_MPI], [AC_REQUIRE([AC_PROG_CXX])_am2cmake_prog_mpi([CXX], [$1], [$2], [$3])])
m4_define([_am2cmake_with_commas], [m4_bpatsubst([$1], [\.], [, ])])
AC_DEFUN([AX_ZMQ], [_AM2CMAKE_ZMQ([ZMQ], m4_dquote(_am2cmake_with_commas(m4_default([$1], [4.0.0]))), [$2], [$3])])
AC_DEFUN([AX_CZMQ], [_AM2CMAKE_ZMQ([CZMQ], m4_dquote(_am2cmake_with_commas(m4_default([$1], [3.0.0]))), [$2], [$3])])

# GD, and which formats it knows.
AC_DEFUN([AX_CHECK_GD], [PKG_CHECK_MODULES([GD], [gdlib], [with_gd=yes
AC_DEFINE([HAVE_GD], [1], [Define to 1 if there is GD.])
am2cmake_save_LIBS=$LIBS
LIBS="$GD_LIBS $LIBS"
AC_CHECK_FUNC([gdImageGif], [AC_DEFINE([HAVE_GD_GIF], [1], [Define to 1 if GD knows GIF.])])
AC_CHECK_FUNC([gdImageJpeg], [AC_DEFINE([HAVE_GD_JPEG], [1], [Define to 1 if GD knows JPEG.])])
AC_CHECK_FUNC([gdImagePng], [AC_DEFINE([HAVE_GD_PNG], [1], [Define to 1 if GD knows PNG.])])
LIBS=$am2cmake_save_LIBS], [with_gd=no])])
