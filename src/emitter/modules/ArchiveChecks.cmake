# Checks of the Autoconf Archive and of gnulib; see ConfigureChecks.

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureChecks.cmake")

# AX_PTHREAD: sets HAVE_PTHREAD, PTHREAD_CFLAGS and PTHREAD_LIBS. With BARE, as
# ACX_PTHREAD, there is no flag where threads need none.
function(check_pthread)
    set(THREADS_PREFER_PTHREAD_FLAG FALSE)
    find_package(Threads)
    set(available FALSE)
    set(flag "")
    if(CMAKE_USE_PTHREADS_INIT)
        set(available TRUE)
        set(bare FALSE)
        if("BARE" IN_LIST ARGN)
            set(bare TRUE)
        endif()
        if(NOT MSVC AND NOT (bare AND "${CMAKE_THREAD_LIBS_INIT}" STREQUAL ""))
            set(flag "-pthread")
        endif()
        if(NOT bare)
            check_source(
                LINKS
                HAVE_PTHREAD_PRIO_INHERIT
                "#include <pthread.h>\nint main(void) { return PTHREAD_PRIO_INHERIT; }\n"
            )
            if(HAVE_PTHREAD_PRIO_INHERIT)
                config_define(HAVE_PTHREAD_PRIO_INHERIT)
            endif()
        endif()
    endif()
    set(HAVE_PTHREAD ${available} PARENT_SCOPE)
    set(PTHREAD_CFLAGS "${flag}" PARENT_SCOPE)
    set(PTHREAD_LIBS "${CMAKE_THREAD_LIBS_INIT}" PARENT_SCOPE)
endfunction()

# AX_CXX_COMPILE_STDCXX: raises the standard of C++ if the compiler's own is
# older. HAVE_CXX<version> becomes 1, or 0 if that is OPTIONAL. STRICT leaves
# the extensions of GNU out.
function(require_cxx_standard version)
    set(known 0)
    if("cxx_std_${version}" IN_LIST CMAKE_CXX_COMPILE_FEATURES)
        set(known 1)
        config_define(HAVE_CXX${version})
        string(REPLACE "98" "3" default "${CMAKE_CXX_STANDARD_DEFAULT}")
        if(
            default
            AND default LESS version
            AND NOT "${CMAKE_CXX_STANDARD}" GREATER_EQUAL version
        )
            set(CMAKE_CXX_STANDARD ${version} PARENT_SCOPE)
        endif()
        if("STRICT" IN_LIST ARGN)
            set(CMAKE_CXX_EXTENSIONS OFF PARENT_SCOPE)
        endif()
    elseif(NOT "OPTIONAL" IN_LIST ARGN)
        message(FATAL_ERROR "A compiler that knows C++${version} is needed")
    endif()
    set(HAVE_CXX${version} ${known} PARENT_SCOPE)
endfunction()

# AX_APPEND_COMPILE_FLAGS: the flags that the compiler takes, beside those in
# EXTRA, join the variable.
#
#   append_compiler_flags(<variable> <flag>... [EXTRA <flag>...] [LANGUAGE CXX])
#   append_linker_flags(<variable> <flag>... [EXTRA <flag>...] [LANGUAGE CXX])
macro(append_compiler_flags)
    _append_flags(compiler ${ARGN})
endmacro()

macro(append_linker_flags)
    _append_flags(linker ${ARGN})
endmacro()

function(_append_flags tool variable)
    cmake_parse_arguments(PARSE_ARGV 2 append "" "LANGUAGE" "EXTRA")
    if(NOT DEFINED append_LANGUAGE)
        set(append_LANGUAGE C)
    endif()
    foreach(words IN ITEMS UNPARSED_ARGUMENTS EXTRA)
        list(JOIN append_${words} " " append_${words}) # shell variables are text
        separate_arguments(append_${words} UNIX_COMMAND "${append_${words}}")
    endforeach()
    set(all ${${variable}})
    list(JOIN all " " all)
    separate_arguments(all UNIX_COMMAND "${all}")
    foreach(flag IN LISTS append_UNPARSED_ARGUMENTS)
        if(flag IN_LIST all)
            continue()
        endif()
        set(extra ${append_EXTRA})
        if(flag MATCHES "^-W[^l]" AND "${CMAKE_${append_LANGUAGE}_COMPILER_ID}" MATCHES "Clang")
            # It only warns of warnings that it does not know.
            list(PREPEND extra -Werror=unknown-warning-option)
        endif()
        string(MAKE_C_IDENTIFIER "HAVE_${append_LANGUAGE}_${tool}${append_EXTRA}${flag}" known)
        string(TOUPPER "${known}" known)
        if(tool STREQUAL "compiler")
            check_compiler_flags(${known} ${extra} "${flag}" LANGUAGE ${append_LANGUAGE})
        else()
            check_linker_flags(${known} ${extra} "${flag}" LANGUAGE ${append_LANGUAGE})
        endif()
        if(${known})
            list(APPEND all "${flag}")
        endif()
    endforeach()
    list(JOIN all " " all)
    set(${variable} "${all}" PARENT_SCOPE)
endfunction()

# AX_COMPILER_VENDOR: the archive's name for who made the compiler.
function(compiler_vendor variable language)
    set(id "${CMAKE_${language}_COMPILER_ID}")
    set(vendor "unknown")
    foreach(
        known
        IN
        ITEMS
            GNU=gnu
            AppleClang=clang
            IntelLLVM=clang
            Clang=clang
            MSVC=microsoft
            Intel=intel
            XLClang=ibm
            XL=ibm
            NVHPC=nvhpc
            PGI=portland
            PathScale=pathscale
            SunPro=sun
            HP=hp
            Cray=cray
            Fujitsu=fujitsu
            Embarcadero=borland
            Borland=borland
            OpenWatcom=watcom
            Watcom=watcom
            SDCC=sdcc
            LCC=lcc
            TinyCC=tcc
    )
        if(known MATCHES "^${id}=(.*)")
            set(vendor "${CMAKE_MATCH_1}")
        endif()
    endforeach()
    set(${variable} "${vendor}" PARENT_SCOPE)
endfunction()

# AX_CHECK_VSCRIPT: whether the linker takes version scripts, and looks at what
# they say.
function(check_version_script variable)
    set(file "${PROJECT_BINARY_DIR}/CMakeFiles/ConfigureChecks/version")
    file(WRITE "${file}.map" "V1 { global: sh*; local: *; };\n")
    file(WRITE "${file}-no.map" "{\n")
    check_linker_flags(${variable} "-Wl,--version-script,${file}.map")
    if(${variable})
        check_linker_flags(
            ${variable}_IS_IGNORED
            "-Wl,--version-script,${file}-no.map"
        )
        if(${variable}_IS_IGNORED)
            set(${variable} 0 CACHE INTERNAL "")
        endif()
    endif()
endfunction()

# AX_EXT: the instructions that the processor of this machine, its system and
# the compiler know. Each sets HAVE_INSTRUCTIONS_<NAME>, defines a macro, and
# adds its flag to CPUEXT_FLAGS or SIMD_FLAGS.
function(check_cpu_instructions)
    # name, variable, flag, macro, then what CPUID says: leaf, register, bit,
    # and the state that the system has to save
    set(known
        "rdrnd CPUEXT_FLAGS -mrdrnd HAVE_RDRND 1 ecx 30 0"
        "bmi1 CPUEXT_FLAGS -mbmi HAVE_BMI1 7 ebx 3 0"
        "bmi2 CPUEXT_FLAGS -mbmi2 HAVE_BMI2 7 ebx 8 0"
        "adx CPUEXT_FLAGS -madx HAVE_ADX 7 ebx 19 0"
        "mpx CPUEXT_FLAGS -mmpx HAVE_MPX 7 ebx 14 0"
        "prefetchwt1 CPUEXT_FLAGS -mprefetchwt1 HAVE_PREFETCHWT1 7 ecx 0 0"
        "abm CPUEXT_FLAGS -mabm HAVE_ABM 0x80000001 ecx 5 0"
        "mmx SIMD_FLAGS -mmmx HAVE_MMX 1 edx 23 0"
        "sse SIMD_FLAGS -msse HAVE_SSE 1 edx 25 0"
        "sse2 SIMD_FLAGS -msse2 HAVE_SSE2 1 edx 26 0"
        "sse3 SIMD_FLAGS -msse3 HAVE_SSE3 1 ecx 1 0"
        "ssse3 SIMD_FLAGS -mssse3 HAVE_SSSE3 1 ecx 9 0"
        "sse41 SIMD_FLAGS -msse4.1 HAVE_SSE4_1 1 ecx 19 0"
        "sse42 SIMD_FLAGS -msse4.2 HAVE_SSE4_2 1 ecx 20 0"
        "sse4a SIMD_FLAGS -msse4a HAVE_SSE4a 0x80000001 ecx 6 0"
        "sha SIMD_FLAGS -msha HAVE_SHA 7 ebx 29 0"
        "aes SIMD_FLAGS -maes HAVE_AES 1 ecx 25 0"
        "avx SIMD_FLAGS -mavx HAVE_AVX 1 ecx 28 0x6"
        "fma3 SIMD_FLAGS -mfma HAVE_FMA3 1 ecx 12 0x6"
        "fma4 SIMD_FLAGS -mfma4 HAVE_FMA4 0x80000001 ecx 16 0x6"
        "xop SIMD_FLAGS -mxop HAVE_XOP 0x80000001 ecx 11 0x6"
        "avx2 SIMD_FLAGS -mavx2 HAVE_AVX2 7 ebx 5 0x6"
        "avx512f SIMD_FLAGS -mavx512f HAVE_AVX512_F 7 ebx 16 0xe6"
        "avx512cd SIMD_FLAGS -mavx512cd HAVE_AVX512_CD 7 ebx 28 0xe6"
        "avx512pf SIMD_FLAGS -mavx512pf HAVE_AVX512_PF 7 ebx 26 0xe6"
        "avx512er SIMD_FLAGS -mavx512er HAVE_AVX512_ER 7 ebx 27 0xe6"
        "avx512vl SIMD_FLAGS -mavx512vl HAVE_AVX512_VL 7 ebx 31 0xe6"
        "avx512bw SIMD_FLAGS -mavx512bw HAVE_AVX512_BW 7 ebx 30 0xe6"
        "avx512dq SIMD_FLAGS -mavx512dq HAVE_AVX512_DQ 7 ebx 17 0xe6"
        "avx512ifma SIMD_FLAGS -mavx512ifma HAVE_AVX512_IFMA 7 ebx 21 0xe6"
        "avx512vbmi SIMD_FLAGS -mavx512vbmi HAVE_AVX512_VBMI 7 ecx 1 0xe6"
    )
    if(NOT DEFINED CPU_INSTRUCTIONS)
        _cpu_instructions(found ${known})
        set(CPU_INSTRUCTIONS "${found}" CACHE INTERNAL "of this machine")
        list(JOIN found " " text)
        message(STATUS "checking for instructions - ${text}")
    endif()
    set(CPUEXT_FLAGS "")
    set(SIMD_FLAGS "")
    foreach(row IN LISTS known)
        string(REPLACE " " ";" row "${row}")
        list(POP_FRONT row name variable flag macro)
        string(TOUPPER "HAVE_INSTRUCTIONS_${name}" answer)
        if(name IN_LIST CPU_INSTRUCTIONS)
            check_compiler_flags(${answer} ${flag})
        endif()
        if(${answer})
            config_define(${macro})
            string(APPEND ${variable} " ${flag}")
        endif()
    endforeach()
    set(CPUEXT_FLAGS "${CPUEXT_FLAGS}" PARENT_SCOPE)
    set(SIMD_FLAGS "${SIMD_FLAGS}" PARENT_SCOPE)
endfunction()

function(_cpu_instructions variable)
    set(${variable} "" PARENT_SCOPE)
    if(CMAKE_CROSSCOMPILING)
        return()
    endif()
    set(asked "")
    foreach(row IN LISTS ARGN)
        string(
            REGEX REPLACE "^([^ ]*) [^ ]* [^ ]* [^ ]* ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*)$"
            "    tell(\"\\1\", \\2, \\3, \\4, \\5);\n"
            row
            "${row}"
        )
        string(APPEND asked "${row}")
    endforeach()
    set(directory "${PROJECT_BINARY_DIR}/CMakeFiles/ConfigureChecks")
    file(
        WRITE "${directory}/instructions.c"
        "#include <cpuid.h>
#include <stdio.h>
enum { eax, ebx, ecx, edx };
static unsigned asked(unsigned leaf, int which)
{
    unsigned r[4] = {0, 0, 0, 0};
    return __get_cpuid_count(leaf, 0, &r[0], &r[1], &r[2], &r[3]) ? r[which] : 0;
}
static unsigned saved_state(void)
{
    unsigned low = 0, high;
    if (asked(1, ecx) >> 27 & 1)
        __asm__ volatile(\".byte 0x0f, 0x01, 0xd0\" : \"=a\"(low), \"=d\"(high) : \"c\"(0));
    return low;
}
static void tell(char const *name, unsigned leaf, int which, int bit, unsigned state)
{
    if ((asked(leaf, which) >> bit & 1) && (saved_state() & state) == state)
        printf(\"%s;\", name);
}
int main(void)
{
${asked}    return 0;
}
"
    )
    try_run(
        instructions_status
        instructions_compile
        "${directory}"
        "${directory}/instructions.c"
        RUN_OUTPUT_VARIABLE names
    )
    if(instructions_compile AND instructions_status EQUAL 0)
        string(REGEX REPLACE ";$" "" names "${names}")
        set(${variable} "${names}" PARENT_SCOPE)
    endif()
    unset(instructions_status CACHE)
    unset(instructions_compile CACHE)
endfunction()

# gl_VISIBILITY: sets and defines HAVE_VISIBILITY as 1 or 0.
function(check_visibility)
    set(CFLAG_VISIBILITY "")
    set(answer 0)
    if(NOT MSVC)
        string(APPEND CFLAGS " -Werror -fvisibility=hidden")
        check_source(
            COMPILES
            KNOWS_VISIBILITY
            "extern __attribute__((__visibility__(\"hidden\"))) int hidden;
extern __attribute__((__visibility__(\"default\"))) int visible;
extern __attribute__((__visibility__(\"hidden\"))) int f(void);
extern __attribute__((__visibility__(\"default\"))) int g(void);
"
        )
        if(KNOWS_VISIBILITY)
            set(answer 1)
            set(CFLAG_VISIBILITY "-fvisibility=hidden")
        endif()
    endif()
    config_define(HAVE_VISIBILITY ${answer})
    set(HAVE_VISIBILITY ${answer} PARENT_SCOPE)
    set(CFLAG_VISIBILITY "${CFLAG_VISIBILITY}" PARENT_SCOPE)
endfunction()

# AX_TLS: ac_cv_tls is the storage class, or nothing.
function(check_thread_storage)
    set(found "")
    foreach(class IN ITEMS _Thread_local __thread "__declspec(thread)")
        string(MAKE_C_IDENTIFIER "HAVE_${class}" variable)
        check_source(
            COMPILES
            ${variable}
            "static ${class} int x;\nint f(void) { return x++; }\n"
        )
        if(${variable})
            set(found "${class}")
            config_define(TLS "${class}")
            break()
        endif()
    endforeach()
    set(ac_cv_tls "${found}" PARENT_SCOPE)
endfunction()

# AX_GCC_FUNC_ATTRIBUTE: defines HAVE_FUNC_ATTRIBUTE_<NAME>.
function(check_function_attribute name)
    _check_parse(1)
    string(TOUPPER "HAVE_FUNC_ATTRIBUTE_${name}" variable)
    set(arguments "")
    set(before "void ")
    set(parameters "(void)")
    if(name STREQUAL "alias")
        set(arguments "(\"other\")")
        set(before "void other(void) {}\n${before}")
    elseif(name STREQUAL "ifunc")
        set(arguments "(\"resolve\")")
        set(before
            "static void h(void) {}\nstatic void (*resolve(void))(void) { return h; }\n${before}"
        )
    elseif(name STREQUAL "weakref")
        set(arguments "(\"other\")")
        set(before "static void ")
    elseif(name STREQUAL "aligned")
        set(arguments "(32)")
    elseif(name STREQUAL "alloc_size")
        set(arguments "(1)")
        set(before "void *")
        set(parameters "(int x)")
    elseif(name MATCHES "^(malloc|returns_nonnull)$")
        set(before "void *")
    elseif(name MATCHES "^(const|pure|warn_unused_result)$")
        set(before "int ")
    elseif(name MATCHES "^(always_inline|artificial|gnu_inline)$")
        set(before "inline ${before}")
    elseif(name STREQUAL "constructor_priority")
        set(name "__constructor__")
        set(arguments "(65535 / 2)")
    elseif(name MATCHES "^(error|warning)$")
        set(arguments "(\"\")")
    elseif(name MATCHES "^(gnu_)?format$")
        set(name format)
        set(arguments "(printf, 1, 2)")
        set(before "int ")
        set(parameters "(char const *p, ...)")
    elseif(name STREQUAL "format_arg")
        set(arguments "(1)")
        set(before "char *")
        set(parameters "(char const *p)")
    elseif(name STREQUAL "nonnull")
        set(arguments "(1)")
        set(before "int ")
        set(parameters "(char *p)")
    elseif(name STREQUAL "optimize")
        set(arguments "(3)")
    elseif(name MATCHES "^sentinel")
        if(name STREQUAL "sentinel_position")
            set(name sentinel)
            set(arguments "(1)")
        endif()
        set(parameters "(void *p, ...)")
        if(arguments)
            set(parameters "(void *p, void *q, ...)")
        endif()
    elseif(name STREQUAL "visibility")
        set(arguments "(\"hidden\")")
    endif()
    set(code "${before}f${parameters} __attribute__((${name}${arguments}));\n")
    if(name MATCHES "^(always_inline|artificial|gnu_inline|flatten)$")
        set(code
            "${before}__attribute__((${name})) f(void);\n${before}f(void) {}\n"
        )
    elseif(name STREQUAL "fallthrough")
        set(code
            "void f(int x) { switch (x) { case 1: __attribute__((fallthrough)); case 2: ; } }\n"
        )
    elseif(name STREQUAL "unused" OR name STREQUAL "used")
        set(code
            "static void f(void) __attribute__((${name}));\nstatic void f(void) {}\n"
        )
    endif()
    _check_attribute(${variable} "${code}int main(void) { return 0; }\n")
endfunction()

# AX_GCC_VAR_ATTRIBUTE: defines HAVE_VAR_ATTRIBUTE_<NAME>.
function(check_variable_attribute name)
    _check_parse(1)
    string(TOUPPER "HAVE_VAR_ATTRIBUTE_${name}" variable)
    set(code "int x __attribute__((${name}));\n")
    set(body "")
    if(name STREQUAL "aligned")
        set(code "int x __attribute__((aligned(32)));\n")
    elseif(name STREQUAL "cleanup")
        set(code "int g(int *t) { return *t; }\n")
        set(body "int x __attribute__((cleanup(g))) = 0; x = x + 1; ")
    elseif(name STREQUAL "mode")
        set(code "long x __attribute__((mode(word)));\n")
    elseif(name STREQUAL "packed")
        set(code "struct s { int x __attribute__((packed)); };\n")
    elseif(name STREQUAL "tls_model")
        set(code "__thread int x __attribute__((tls_model(\"initial-exec\")));\n")
    elseif(name STREQUAL "vector_size")
        set(code "int x __attribute__((vector_size(16)));\n")
    elseif(name STREQUAL "init_priority")
        set(code
            "struct s { s() {} ~s() {} };\ns x __attribute__((init_priority(65535 / 2)));\n"
        )
    endif()
    _check_attribute(${variable} "${code}int main(void) { ${body}return 0; }\n")
endfunction()

# A compiler that ignores an attribute says so.
macro(_check_attribute variable code)
    _check_add(${variable} "" "")
    set(text_${variable} "${variable}")
    set(check_program "${code}")
    set(check_refusal "-W[a-z-]*attributes|ignored")
    _check_decide(LINKS)
    if(${variable})
        config_define(${variable})
    endif()
endmacro()

# AX_GCC_BUILTIN: defines HAVE_<FUNCTION>.
function(check_compiler_function function)
    _check_parse(1)
    string(TOUPPER "HAVE_${function}" variable)
    set(arguments "0")
    if(function MATCHES "(cpu_init|huge_val[fl]?|inf[fl]?|infd[0-9]+|trap|unreachable)$")
        set(arguments "")
    elseif(function MATCHES "_(nans?[fl]?|nand[0-9]+|prefetch)$")
        set(arguments "\"\"")
    elseif(function MATCHES "_(assume_aligned|object_size)$")
        set(arguments "\"\", 0")
    elseif(function MATCHES "_(expect|powi[fl]?)$")
        set(arguments "0, 0")
    elseif(function MATCHES "_choose_expr$")
        set(arguments "0, 0, 0")
    elseif(function MATCHES "_clear_cache$")
        set(arguments "\"\", \"\"")
    elseif(function MATCHES "_complex$")
        set(arguments "0.0, 0.0")
    elseif(function MATCHES "_cpu_is$")
        set(arguments "\"intel\"")
    elseif(function MATCHES "_cpu_supports$")
        set(arguments "\"sse\"")
    elseif(function MATCHES "_fpclassify$")
        set(arguments "0, 1, 2, 3, 4, 0.0")
    elseif(function MATCHES "_isinf_sign$")
        set(arguments "0.0")
    elseif(function MATCHES "_types_compatible_p$")
        set(arguments "int, int")
    endif()
    _check_add(${variable} "" "")
    set(text_${variable} "for ${function}")
    set(check_program
        "int main(void) { ${function}(${arguments}); return 0; }\n"
    )
    _check_decide(LINKS)
    if(${variable})
        config_define(${variable})
    endif()
endfunction()
