# Flags that the Autoconf Archive finds out; see ConfigureChecks.

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureChecks.cmake")

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
    set(append_BEFORE ${${variable}})
    foreach(words IN ITEMS UNPARSED_ARGUMENTS EXTRA BEFORE)
        list(JOIN append_${words} " " text) # variables of the shell are text
        separate_arguments(append_${words} UNIX_COMMAND "${text}")
    endforeach()
    set(all ${append_BEFORE})
    foreach(flag IN LISTS append_UNPARSED_ARGUMENTS)
        if(flag IN_LIST all)
            continue()
        endif()
        set(others ${append_EXTRA})
        if(
            flag MATCHES "^-W[^l]"
            AND "${CMAKE_${append_LANGUAGE}_COMPILER_ID}" MATCHES "Clang"
        )
            # It only warns of warnings that it does not know.
            list(PREPEND others -Werror=unknown-warning-option)
        endif()
        string(
            MAKE_C_IDENTIFIER
            "HAVE_${append_LANGUAGE}_${tool}${append_EXTRA}${flag}"
            known
        )
        string(TOUPPER "${known}" known)
        set(flags ${others} "${flag}" LANGUAGE ${append_LANGUAGE})
        if(tool STREQUAL "compiler")
            check_compiler_flags(${known} ${flags})
        else()
            check_linker_flags(${known} ${flags})
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
        string(REPLACE " " ";" row "${row}")
        list(GET row 0 name)
        list(SUBLIST row 4 4 row)
        list(JOIN row ", " row)
        string(APPEND asked "    tell(\"${name}\", ${row});\n")
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
