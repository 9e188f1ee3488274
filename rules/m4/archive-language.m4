# Macros of the Autoconf Archive about compilers and the system that are another way to say something.

# The compiler of the language that is tested.
AC_DEFUN([AX_COMPILER_VENDOR], [am2cmake_call([AX_COMPILER_VENDOR], _AC_LANG_ABBREV, _am2cmake_language)])
AC_DEFUN([AX_COMPILER_VERSION],
[AC_REQUIRE([AX_COMPILER_VENDOR])am2cmake_call([AX_COMPILER_VERSION], _AC_LANG_ABBREV, _am2cmake_language)])
AC_DEFUN([AX_OPENMP],
[am2cmake_call([AX_OPENMP], [$1], [$2], _AC_LANG_ABBREV, _AC_LANG_PREFIX, _am2cmake_language)])
m4_define([_am2cmake_language], [m4_case(_AC_LANG, [Fortran 77], [Fortran], [Fortran], [Fortran], _AC_LANG_PREFIX)])

# Types.
AC_DEFUN([AX_COMPILE_CHECK_SIZEOF], [AC_CHECK_SIZEOF([$1], [], [#include <sys/types.h>
$2])])
AC_DEFUN([AX_WINT_T], [AC_CHECK_HEADERS([runetype.h wchar.h])
AC_CHECK_TYPE([wint_t], [], [AC_DEFINE([wint_t], [unsigned int], [Define to 'unsigned int' if there is no 'wint_t'.])],
[AC_INCLUDES_DEFAULT
#ifdef HAVE_RUNETYPE_H
#include <runetype.h>
#endif
#ifdef HAVE_WCHAR_H
#include <wchar.h>
#endif])])

# Where backtrace() is.
AC_DEFUN([AX_EXECINFO], [AC_CHECK_HEADERS([execinfo.h])
AC_SEARCH_LIBS([backtrace], [execinfo])
am2cmake_call([AX_EXECINFO], $@)])

# Version scripts of the linker.
AC_DEFUN([AX_CHECK_VSCRIPT], [AC_ARG_ENABLE([symvers],
[AS_HELP_STRING([--disable-symvers], [give the symbols of libraries no versions])], [want_symvers=$enableval],
[want_symvers=yes])
ax_check_vscript_flag=
ax_check_vscript_complex_wildcards=no
AS_IF([test "$want_symvers" = yes], [_AM2CMAKE_CHECK_VERSION_SCRIPT([ax_check_vscript_flag=--version-script
ax_check_vscript_complex_wildcards=yes
VSCRIPT_LDFLAGS=-Wl,--version-script])])
AC_SUBST([VSCRIPT_LDFLAGS])
AM_CONDITIONAL([HAVE_VSCRIPT], [test "$ax_check_vscript_flag" != ""])
AM_CONDITIONAL([HAVE_VSCRIPT_COMPLEX], [test "$ax_check_vscript_complex_wildcards" = yes])])

# Instructions of the processor that the archive has a list of.
AC_DEFUN([AX_CHECK_X86_FEATURES], [m4_foreach_w([_am2cmake_name],
[mmx popcnt sse sse2 sse3 sse4.1 sse4.2 sse4a avx avx2 avx512f fma fma4 bmi bmi2],
[AX_GCC_X86_CPU_SUPPORTS(m4_defn([_am2cmake_name]),
[X86_FEATURE_CFLAGS="$X86_FEATURE_CFLAGS -m]m4_defn([_am2cmake_name])["])
])AC_SUBST([X86_FEATURE_CFLAGS])
m4_default([$1], [CFLAGS="$CFLAGS $X86_FEATURE_CFLAGS"])
$2])

AC_DEFUN([AX_EXT], [am2cmake_call([AX_EXT],
[rdrnd bmi1 bmi2 adx mpx prefetchwt1 abm mmx sse sse2 sse3 ssse3 sse41 sse42 sse4a sha aes avx fma3 fma4
xop avx2 avx512f avx512cd avx512pf avx512er avx512vl avx512bw avx512dq avx512ifma avx512vbmi])])

# These check with one language, whatever the language of tests is.
m4_define([_am2cmake_in], [AC_DEFUN([$2], [AC_LANG_PUSH([$1])am2cmake_call([$2])AC_LANG_POP([$1])])])
_am2cmake_in([C], [AX_C99_INLINE])
_am2cmake_in([C], [AX_FORCEINLINE])
_am2cmake_in([C], [AX_ASM_INLINE])
_am2cmake_in([C], [AX_FUNC_WHICH_GETHOSTBYNAME_R])
_am2cmake_in([C], [AX_VAR_TIMEZONE_EXTERNALS])
_am2cmake_in([C++], [AX_CXX_EXCEPTIONS])
_am2cmake_in([C++], [AX_CXX_RTTI])
_am2cmake_in([C++], [AX_CXX_DYNAMIC_CAST])
_am2cmake_in([C++], [AX_CXX_EXTERN_TEMPLATE])
_am2cmake_in([C++], [AX_CXX_HEADER_UNORDERED_MAP])
_am2cmake_in([C++], [AX_CXX_HEADER_UNORDERED_SET])
_am2cmake_in([C++], [AX_CXX_HEADER_STDCXX_0X])
_am2cmake_in([C++], [AX_CXX_GCC_ABI_DEMANGLE])
