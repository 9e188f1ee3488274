# Macros of the Autoconf Archive about compilers and the system that are another way to say something.

# The compiler of the language that is tested.
AC_DEFUN([AX_COMPILER_VENDOR], [am2cmake_call([AX_COMPILER_VENDOR], _AC_LANG_ABBREV, _am2cmake_language)])
AC_DEFUN([AX_COMPILER_VERSION],
[AC_REQUIRE([AX_COMPILER_VENDOR])am2cmake_call([AX_COMPILER_VERSION], _AC_LANG_ABBREV, _am2cmake_language)])
AC_DEFUN([AX_OPENMP],
[am2cmake_call([AX_OPENMP], [$1], [$2], _AC_LANG_ABBREV, _AC_LANG_PREFIX, _am2cmake_language)])
m4_define([_am2cmake_language], [m4_case(_AC_LANG, [Fortran 77], [Fortran], [Fortran], [Fortran], _AC_LANG_PREFIX)])

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
[m4_foreach_w([_am2cmake_name], [$2], [AC_DEFINE(m4_defn([_am2cmake_name]), [1], [Define to 1 if it is compiled for debugging.])
])],
[m4_foreach_w([_am2cmake_name], m4_default([$3], [NDEBUG]),
[AC_DEFINE(m4_defn([_am2cmake_name]), [1], [Define to 1 if it is not compiled for debugging.])
])])])
m4_define([_am2cmake_debug_release], [
AS_IF([test "$1" = yes], [enable_debug=no])])
m4_define([_am2cmake_debug_flags], [CFLAGS="$CFLAGS $1"
CXXFLAGS="$CXXFLAGS $1"])

# Flags of single purposes.
AC_DEFUN([AX_CFLAGS_FORCE_C89], [_am2cmake_flag_or([-ansi -pedantic], m4_default([$1], [CFLAGS]), [$2], [$3], [$4])])
AC_DEFUN([AX_CFLAGS_STRICT_PROTOTYPES],
[_am2cmake_flag_or([-Wstrict-prototypes], m4_default([$1], [CFLAGS]), [$2], [$3], [$4])])
m4_define([_am2cmake_flag_or], [AC_LANG_PUSH([C])AX_CHECK_COMPILE_FLAG([$1],
m4_default([$4], [AX_APPEND_FLAG([$1], [$2])]), m4_default([$5], [m4_ifval([$3], [AX_APPEND_FLAG([$3], [$2])], [:])]))AC_LANG_POP([C])])
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
WARN_SCANNERFLAGS=
AS_IF([test "$ax_enable_compile_warnings" != no], [WARN_SCANNERFLAGS=--warn-all])
AS_IF([test "$ax_enable_compile_warnings" = error], [WARN_SCANNERFLAGS="--warn-all --warn-error"])
AC_SUBST([WARN_SCANNERFLAGS])])
AC_DEFUN([AX_COMPILER_FLAGS_CFLAGS], [AC_LANG_PUSH([C])_am2cmake_warnings(m4_default([$1], [WARN_CFLAGS]), [$3],
_am2cmake_warnings_of_c _am2cmake_warnings_of_both[ -Wswitch-enum -Wswitch-default -Wduplicated-cond -Wduplicated-branches ]dnl
[-Wlogical-op -Wrestrict -Wnull-dereference -Wdouble-promotion $4 $5 $6 $7])AC_LANG_POP([C])])
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
AS_IF([test "$ax_enable_compile_warnings" = error], [AX_APPEND_COMPILE_FLAGS([-Werror -Wno-suggest-attribute=format], [$1])])
AS_IF([test "$ax_enable_compile_warnings" != no],
[AX_APPEND_COMPILE_FLAGS(m4_foreach_w([_am2cmake_name], [$2 $3], [_am2cmake_no_error(m4_defn([_am2cmake_name]))]), [$1])])
AC_SUBST([$1])])
# What is turned off shall be no error where the user turns it on again.
m4_define([_am2cmake_no_error], [m4_if(m4_bregexp([$1], [^-Wno-[^=]*$]), [0], [[-Wno-error=]m4_bpatsubst([$1], [^-Wno-], []) ])])
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
AC_DEFUN([AX_VAR_POPVALUE], [$1=$save_$1_[]m4_defn([$1_counter])m4_define([$1_counter], m4_decr(m4_defn([$1_counter])))])

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
[AX_GCC_X86_CPU_SUPPORTS(m4_defn([_am2cmake_name]), [X86_FEATURE_CFLAGS="$X86_FEATURE_CFLAGS -m]m4_defn([_am2cmake_name])["])
])AC_SUBST([X86_FEATURE_CFLAGS])
m4_default([$1], [CFLAGS="$CFLAGS $X86_FEATURE_CFLAGS"])
$2])

AC_DEFUN([AX_EXT], [am2cmake_call([AX_EXT],
[rdrnd bmi1 bmi2 adx mpx prefetchwt1 abm mmx sse sse2 sse3 ssse3 sse41 sse42 sse4a sha aes avx fma3 fma4
xop avx2 avx512f avx512cd avx512pf avx512er avx512vl avx512bw avx512dq avx512ifma avx512vbmi])])

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

# These check with C++, whatever the language of tests is.
m4_define([_am2cmake_cxx], [AC_DEFUN([$1], [AC_LANG_PUSH([C++])am2cmake_call([$1])AC_LANG_POP([C++])])])
_am2cmake_cxx([AX_CXX_EXCEPTIONS])
_am2cmake_cxx([AX_CXX_RTTI])
_am2cmake_cxx([AX_CXX_DYNAMIC_CAST])
_am2cmake_cxx([AX_CXX_EXTERN_TEMPLATE])
_am2cmake_cxx([AX_CXX_HEADER_UNORDERED_MAP])
_am2cmake_cxx([AX_CXX_HEADER_UNORDERED_SET])
_am2cmake_cxx([AX_CXX_HEADER_STDCXX_0X])
_am2cmake_cxx([AX_CXX_GCC_ABI_DEMANGLE])

# Names from before they were in the archive, or from its beginnings.
AU_ALIAS([AX_CHECK_COMPILER_FLAGS], [AX_CHECK_COMPILE_FLAG])
AU_ALIAS([AX_CHECK_COMPILE_FLAGS], [AX_CHECK_COMPILE_FLAG])
AU_ALIAS([AX_CHECK_PREPROC_FLAGS], [AX_CHECK_PREPROC_FLAG])
AU_ALIAS([AX_CHECK_LINKER_FLAGS], [AX_CHECK_LINK_FLAG])
AC_DEFUN([AX_C_CHECK_FLAG], [AC_LANG_PUSH([C])AX_CHECK_COMPILE_FLAG([$1], [$4], [$5])AC_LANG_POP([C])])
AC_DEFUN([AX_CXX_CHECK_FLAG], [AC_LANG_PUSH([C++])AX_CHECK_COMPILE_FLAG([$1], [$4], [$5])AC_LANG_POP([C++])])
AC_DEFUN([AX_CPP_CHECK_FLAG], [AX_CHECK_PREPROC_FLAG([$1], [$4], [$5])])
AC_DEFUN([AX_LD_CHECK_FLAG], [AX_CHECK_LINK_FLAG([$1], [$4], [$5])])
AU_ALIAS([AX_CHECK_DEFINED], [AX_CHECK_DEFINE])
AU_ALIAS([RSSH_CHECK_OFF64_T], [AX_CHECK_OFF64_T])
AU_ALIAS([VL_CHECK_SIGN], [AX_CHECK_SIGN])
AU_ALIAS([AC_CHECK_STRUCT_FOR], [AX_CHECK_STRUCT_FOR])
AU_ALIAS([AC_COMPILE_CHECK_SIZEOF], [AX_COMPILE_CHECK_SIZEOF])
AU_ALIAS([AC_CXX_BOOL], [AX_CXX_BOOL])
AU_ALIAS([AC_CXX_CONST_CAST], [AX_CXX_CONST_CAST])
AU_ALIAS([AC_CXX_DEFAULT_TEMPLATE_PARAMETERS], [AX_CXX_DEFAULT_TEMPLATE_PARAMETERS])
AU_ALIAS([AC_CXX_DYNAMIC_CAST], [AX_CXX_DYNAMIC_CAST])
AU_ALIAS([AC_CXX_EXCEPTIONS], [AX_CXX_EXCEPTIONS])
AU_ALIAS([AC_CXX_EXPLICIT], [AX_CXX_EXPLICIT])
AU_ALIAS([AC_CXX_EXTERN_TEMPLATE], [AX_CXX_EXTERN_TEMPLATE])
AU_ALIAS([AC_CXX_FULL_SPECIALIZATION_SYNTAX], [AX_CXX_FULL_SPECIALIZATION_SYNTAX])
AU_ALIAS([AC_CXX_HAVE_COMPLEX], [AX_CXX_HAVE_COMPLEX])
AU_ALIAS([AC_CXX_HAVE_NUMERIC_LIMITS], [AX_CXX_HAVE_NUMERIC_LIMITS])
AU_ALIAS([AC_CXX_HAVE_SSTREAM], [AX_CXX_HAVE_SSTREAM])
AU_ALIAS([AC_CXX_HAVE_STD], [AX_CXX_HAVE_STD])
AU_ALIAS([AC_CXX_HAVE_STL], [AX_CXX_HAVE_STL])
AU_ALIAS([AC_CXX_HAVE_VALARRAY], [AX_CXX_HAVE_VALARRAY])
AU_ALIAS([AC_CXX_HEADER_STDCXX_0X], [AX_CXX_HEADER_STDCXX_0X])
AU_ALIAS([AC_CXX_HEADER_STDCXX_98], [AX_CXX_HEADER_STDCXX_98])
AU_ALIAS([AC_CXX_HEADER_UNORDERED_MAP], [AX_CXX_HEADER_UNORDERED_MAP])
AU_ALIAS([AC_CXX_HEADER_UNORDERED_SET], [AX_CXX_HEADER_UNORDERED_SET])
AU_ALIAS([AC_CXX_MEMBER_TEMPLATES], [AX_CXX_MEMBER_TEMPLATES])
AU_ALIAS([AC_CXX_MUTABLE], [AX_CXX_MUTABLE])
AU_ALIAS([AC_CXX_NAMESPACES], [AX_CXX_NAMESPACES])
AU_ALIAS([AC_CXX_NAMESPACE_STD], [AX_CXX_NAMESPACE_STD])
AU_ALIAS([AC_CXX_NEW_FOR_SCOPING], [AX_CXX_NEW_FOR_SCOPING])
AU_ALIAS([AC_CXX_PARTIAL_SPECIALIZATION], [AX_CXX_PARTIAL_SPECIALIZATION])
AU_ALIAS([AC_CXX_REINTERPRET_CAST], [AX_CXX_REINTERPRET_CAST])
AU_ALIAS([AC_CXX_RTTI], [AX_CXX_RTTI])
AU_ALIAS([AC_CXX_STATIC_CAST], [AX_CXX_STATIC_CAST])
AU_ALIAS([AC_CXX_TEMPLATES], [AX_CXX_TEMPLATES])
AU_ALIAS([AC_CXX_TYPENAME], [AX_CXX_TYPENAME])
AU_ALIAS([AC_C_LONG_LONG], [AX_C_LONG_LONG])
AU_ALIAS([AC_C_VAR_FUNC], [AX_C_VAR_FUNC])
AU_ALIAS([VL_DECL_WCHAR_MAX], [AX_DECL_WCHAR_MAX])
AU_ALIAS([AC_FUNC_MEMMOVE], [AX_FUNC_MEMMOVE])
AU_ALIAS([AC_FUNC_MKDIR], [AX_FUNC_MKDIR])
AU_ALIAS([AC_FUNC_SNPRINTF], [AX_FUNC_SNPRINTF])
AU_ALIAS([AC_RAF_FUNC_WHICH_GETSERVBYNAME_R], [AX_FUNC_WHICH_GETSERVBYNAME_R])
AU_ALIAS([ETR_STRINGS_STRCASECMP], [AX_STRINGS_STRCASECMP])
AU_ALIAS([ETR_STRING_STRCASECMP], [AX_STRING_STRCASECMP])
AU_ALIAS([ETR_STRUCT_SEMUN], [AX_STRUCT_SEMUN])
AU_ALIAS([ETR_SYSV_IPC], [AX_SYSV_IPC])
AU_ALIAS([AC_SYS_LARGEFILE_SENSITIVE], [AX_SYS_LARGEFILE_SENSITIVE])
AU_ALIAS([KLM_SYS_WEAK_ALIAS], [AX_SYS_WEAK_ALIAS])
AU_ALIAS([TYPE_SOCKLEN_T], [AX_TYPE_SOCKLEN_T])
AU_ALIAS([AC_VAR_TIMEZONE_EXTERNALS], [AX_VAR_TIMEZONE_EXTERNALS])
AU_ALIAS([AC_CHECK_DEFINED], [AC_CHECK_DEFINE])
