# What the system offers; see ConfigureChecks.

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureChecks.cmake")

# AC_USE_SYSTEM_EXTENSIONS: all that the system has beside standard C and POSIX.
function(use_system_extensions)
    check_headers(wchar.h minix/config.h)
    foreach(
        macro
        IN
        ITEMS _ALL_SOURCE
              _DARWIN_C_SOURCE
              __EXTENSIONS__
              _GNU_SOURCE
              _HPUX_ALT_XOPEN_SOCKET_API
              _NETBSD_SOURCE
              _OPENBSD_SOURCE
              _POSIX_PTHREAD_SEMANTICS
              __STDC_WANT_IEC_60559_ATTRIBS_EXT__
              __STDC_WANT_IEC_60559_BFP_EXT__
              __STDC_WANT_IEC_60559_DFP_EXT__
              __STDC_WANT_IEC_60559_FUNCS_EXT__
              __STDC_WANT_IEC_60559_TYPES_EXT__
              __STDC_WANT_LIB_EXT2__
              __STDC_WANT_MATH_SPEC_FUNCS__
              _TANDEM_SOURCE
    )
        config_define(${macro})
    endforeach()
    if(HAVE_MINIX_CONFIG_H)
        config_define(_MINIX)
        config_define(_POSIX_SOURCE)
        config_define(_POSIX_1_SOURCE 2)
    endif()
endfunction()

# AC_SYS_LARGEFILE: off_t has 64 bits, where ENABLE_LARGEFILE says so and the
# system has a choice. NEEDS_FILE_OFFSET_BITS tells whether that took a macro.
function(check_large_files)
    set(code "typedef int a[sizeof(off_t) >= 8 ? 1 : -1];")
    string(PREPEND code "#include <sys/types.h>\n")
    check_source(
        COMPILES
        LARGEFILE_WORKS
        "${code}"
        MESSAGE "whether off_t has 64 bits"
    )
    set(answer OFF)
    if(ENABLE_LARGEFILE AND NOT LARGEFILE_WORKS)
        check_source(
            COMPILES
            LARGEFILE_WORKS_WITH_OFFSET_BITS
            "#define _FILE_OFFSET_BITS 64\n${code}"
            MESSAGE "whether off_t has 64 bits with _FILE_OFFSET_BITS=64"
        )
        set(answer ${LARGEFILE_WORKS_WITH_OFFSET_BITS})
    endif()
    if(answer)
        config_define(_FILE_OFFSET_BITS 64)
    endif()
    set(NEEDS_FILE_OFFSET_BITS
        ${answer}
        CACHE INTERNAL
        "off_t has 64 bits with _FILE_OFFSET_BITS"
    )
endfunction()
