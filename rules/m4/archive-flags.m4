# Macros of the Autoconf Archive about flags that are another way to say something.

# Debugging as an option: flags, and macros for either answer.
AC_DEFUN([AX_CHECK_ENABLE_DEBUG], [AC_ARG_ENABLE([debug],
[AS_HELP_STRING([--enable-debug=yes/info/profile/no], [compile for debugging])], [],
[enable_debug=m4_tolower(m4_default([$1], [no]))m4_ifval([$4], [_am2cmake_debug_release([$4])],
[AC_PROVIDE_IFELSE([AX_IS_RELEASE], [_am2cmake_debug_release([$ax_is_release])])])])
ax_enable_debug=$enable_debug
AS_CASE([$enable_debug],
[yes], [_am2cmake_debug_flags([-g -O0])],
[info], [_am2cmake_debug_flags([-g])],
[profile], [_am2cmake_debug_flags([-g -pg])
LDFLAGS="$LDFLAGS -pg"])
AS_IF([test "$enable_debug" = yes],
[_am2cmake_debug_names([$2], [Define to 1 if it is compiled for debugging.])],
[_am2cmake_debug_names(m4_default([$3], [NDEBUG]), [Define to 1 if it is not compiled for debugging.])])])
m4_define([_am2cmake_debug_names],
[m4_foreach_w([_am2cmake_name], [$1], [AC_DEFINE(m4_defn([_am2cmake_name]), [1], [$2])
])])
m4_define([_am2cmake_debug_release], [
AS_IF([test "$1" = yes], [enable_debug=no])])
m4_define([_am2cmake_debug_flags], [CFLAGS="$CFLAGS $1"
CXXFLAGS="$CXXFLAGS $1"])

# Flags of single purposes.
AC_DEFUN([AX_CFLAGS_FORCE_C89], [_am2cmake_flag_or([-ansi -pedantic], m4_default([$1], [CFLAGS]), [$2], [$3], [$4])])
AC_DEFUN([AX_CFLAGS_STRICT_PROTOTYPES],
[_am2cmake_flag_or([-Wstrict-prototypes], m4_default([$1], [CFLAGS]), [$2], [$3], [$4])])
m4_define([_am2cmake_flag_or], [AC_LANG_PUSH([C])AX_CHECK_COMPILE_FLAG([$1], m4_default([$4],
[AX_APPEND_FLAG([$1], [$2])]), m4_default([$5], [m4_ifval([$3], [AX_APPEND_FLAG([$3], [$2])])]))AC_LANG_POP([C])])
AC_DEFUN([AX_NOT_ENABLE_FRAME_POINTER], [AC_ARG_ENABLE([frame-pointer],
[AS_HELP_STRING([--enable-frame-pointer], [keep frame pointers for debugging])], [], [enable_frame_pointer=no])
AS_IF([test "$enable_frame_pointer" = no && test "$GCC" = yes],
[m4_default([$1], [CFLAGS])="$m4_default([$1], [CFLAGS]) -fomit-frame-pointer"])])

# Warnings in variables of their own; they are errors only if the user says so.
AC_DEFUN([AX_COMPILER_FLAGS], [AC_ARG_ENABLE([compile-warnings],
[AS_HELP_STRING([--enable-compile-warnings=no/yes/error], [compile with many warnings])], [],
[enable_compile_warnings=yes])
ax_enable_compile_warnings=$enable_compile_warnings
AX_COMPILER_FLAGS_CFLAGS([$1], [$3], [$4], [$5 $6 $7 $8])
AC_PROVIDE_IFELSE([AC_PROG_CXX], [AX_COMPILER_FLAGS_CXXFLAGS([], [$3], [$4], [$5 $6 $7 $8])],
[WARN_CXXFLAGS=
AC_SUBST([WARN_CXXFLAGS])])
AX_COMPILER_FLAGS_LDFLAGS([$2], [$3], [$9], [$10 $11 $12 $13])
AX_COMPILER_FLAGS_GIR])
AC_DEFUN([AX_COMPILER_FLAGS_GIR], [_am2cmake_scanner_flags(m4_default([$1], [WARN_SCANNERFLAGS]), m4_normalize([$3]),
m4_normalize([$4 $5 $6 $7]))])
m4_define([_am2cmake_scanner_flags], [m4_ifval([$2], [$1="$$1 $2"
])AS_IF([test "$ax_enable_compile_warnings" != no], [$1="$$1 --warn-all[]m4_ifval([$3], [ $3])"])
AS_IF([test "$ax_enable_compile_warnings" = error], [$1="$$1 --warn-error"])
AC_SUBST([$1])])
AC_DEFUN([AX_COMPILER_FLAGS_CFLAGS], [AC_LANG_PUSH([C])_am2cmake_warnings(m4_default([$1], [WARN_CFLAGS]), [$3],
_am2cmake_warnings_of_c _am2cmake_warnings_of_both[ -Wswitch-enum -Wswitch-default -Wduplicated-cond ]dnl
[-Wduplicated-branches -Wlogical-op -Wrestrict -Wnull-dereference -Wdouble-promotion $4 $5 $6 $7])AC_LANG_POP([C])])
AC_DEFUN([AX_COMPILER_FLAGS_CXXFLAGS], [AC_LANG_PUSH([C++])_am2cmake_warnings(m4_default([$1], [WARN_CXXFLAGS]), [$3],
_am2cmake_warnings_of_both[ -Wno-overloaded-virtual -Wswitch-enum -Wswitch-default $4 $5 $6 $7])AC_LANG_POP([C++])])
m4_define([_am2cmake_warnings_of_c], [[-Wnested-externs -Wmissing-prototypes -Wstrict-prototypes ]dnl
[-Wdeclaration-after-statement -Wimplicit-function-declaration -Wold-style-definition -Wjump-misses-init]])
m4_define([_am2cmake_warnings_of_both], [[-Wall -Wextra -Wundef -Wwrite-strings -Wpointer-arith ]dnl
[-Wmissing-declarations -Wredundant-decls -Wno-unused-parameter -Wno-missing-field-initializers -Wformat=2 ]dnl
[-Wcast-align -Wformat-nonliteral -Wformat-security -Wsign-compare -Wstrict-aliasing -Wshadow -Winline -Wpacked ]dnl
[-Wmissing-format-attribute -Wmissing-noreturn -Winit-self -Wmissing-include-dirs -Wunused-but-set-variable ]dnl
[-Warray-bounds -Wreturn-type]])
m4_define([_am2cmake_warnings], [AX_APPEND_COMPILE_FLAGS([-fno-strict-aliasing $2], [$1])
AS_IF([test "$ax_enable_compile_warnings" != no], [AX_APPEND_COMPILE_FLAGS([$3], [$1])])
AS_IF([test "$ax_enable_compile_warnings" = error],
[AX_APPEND_COMPILE_FLAGS([-Werror -Wno-suggest-attribute=format], [$1])])
AS_IF([test "$ax_enable_compile_warnings" != no], [AX_APPEND_COMPILE_FLAGS(m4_foreach_w([_am2cmake_name], [$2 $3],
[_am2cmake_no_error(m4_defn([_am2cmake_name]))]), [$1])])
AC_SUBST([$1])])
# What is turned off shall be no error where the user turns it on again.
m4_define([_am2cmake_no_error],
[m4_if(m4_bregexp([$1], [^-Wno-[^=]*$]), [0], [[-Wno-error=]m4_bpatsubst([$1], [^-Wno-], []) ])])
AC_DEFUN([AX_COMPILER_FLAGS_LDFLAGS],
[AX_APPEND_LINK_FLAGS([-Wl,--as-needed -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack], [AM_LDFLAGS])
AX_APPEND_LINK_FLAGS([-Wl,--no-as-needed $3], m4_default([$1], [WARN_LDFLAGS]))
m4_ifnblank([$4$5$6$7], [AS_IF([test "$ax_enable_compile_warnings" != no],
[AX_APPEND_LINK_FLAGS([$4 $5 $6 $7], m4_default([$1], [WARN_LDFLAGS]))])
])AS_IF([test "$ax_enable_compile_warnings" = error],
[AX_APPEND_LINK_FLAGS([-Wl,--fatal-warnings], m4_default([$1], [WARN_LDFLAGS]))])
AC_SUBST(m4_default([$1], [WARN_LDFLAGS]))])

# The flags that CMake looks at, in variables of a name, and back.
m4_define([_am2cmake_all_flags], [CFLAGS CPPFLAGS CXXFLAGS LDFLAGS LIBS])
AC_DEFUN([AX_SAVE_FLAGS], [m4_foreach_w([_am2cmake_name], _am2cmake_all_flags,
[_am2cmake_name[]_$1_ax_save_flags=$[]_am2cmake_name
])])
AC_DEFUN([AX_RESTORE_FLAGS], [m4_foreach_w([_am2cmake_name], _am2cmake_all_flags,
[_am2cmake_name=$[]_am2cmake_name[]_$1_ax_save_flags
])])

# The same for some of them, each with PREFIX_FLAGS in front meanwhile.
AC_DEFUN([AX_SAVE_FLAGS_WITH_PREFIX], [m4_foreach([_am2cmake_name], [$2],
[_am2cmake_saved([$1])="$[]_am2cmake_name"
_am2cmake_name="$$1_[]_am2cmake_name $[]_am2cmake_name"
])])
AC_DEFUN([AX_RESTORE_FLAGS_WITH_PREFIX], [m4_foreach([_am2cmake_name], [$2],
[_am2cmake_name="$[]_am2cmake_saved([$1])"
])])
m4_define([_am2cmake_saved], [_ax_[]m4_tolower([$1])_saved_flag_[]m4_tolower(m4_defn([_am2cmake_name]))])

# A variable with another value for a while. They nest.
AC_DEFUN([AX_VAR_PUSHVALUE], [m4_define([$1_counter], m4_incr(m4_ifdef([$1_counter], [m4_defn([$1_counter])], [0])))dnl
save_$1_[]m4_defn([$1_counter])=$$1
$1="m4_default([$2], [$$1])"])
AC_DEFUN([AX_VAR_POPVALUE],
[$1=$save_$1_[]m4_defn([$1_counter])m4_define([$1_counter], m4_decr(m4_defn([$1_counter])))])

# Flags for the processor that the user names, or for that of the machine that builds: the compiler knows it.
AC_DEFUN([AX_GCC_ARCHFLAG], [AC_REQUIRE([AC_PROG_CC])AC_REQUIRE([AC_CANONICAL_HOST])AC_ARG_WITH([gcc-arch],
[AS_HELP_STRING([--with-gcc-arch=<arch>], [compile for this processor])], [ax_gcc_arch=$withval], [ax_gcc_arch=yes])
AS_IF([test "$ax_gcc_arch" = yes && test "$cross_compiling" = no], [ax_gcc_arch=native])
ax_cv_gcc_archflag=unknown
AS_IF([test "$ax_gcc_arch" != yes && test "$ax_gcc_arch" != no],
[AX_CHECK_COMPILE_FLAG([_am2cmake_arch([$1])=$ax_gcc_arch], [ax_cv_gcc_archflag="_am2cmake_arch([$1])=$ax_gcc_arch"])])
AS_IF([test "$ax_cv_gcc_archflag" = unknown], [m4_default([$3], [:])],
[m4_default([$2], [CFLAGS="$CFLAGS $ax_cv_gcc_archflag"])])])
m4_define([_am2cmake_arch], [m4_if(m4_default([$1], [yes]), [yes], [-mtune], [-march])])
