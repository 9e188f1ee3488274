# Checks of the Autoconf Archive and of gnulib; see ConfigureChecks.

include_guard(DIRECTORY)
include("${CMAKE_CURRENT_LIST_DIR}/ConfigureChecks.cmake")

# AX_PTHREAD: sets HAVE_PTHREAD, PTHREAD_CFLAGS and PTHREAD_LIBS. With NAMED, as
# since 2020, -pthread does not stand for the library where that can be named.
# With BARE, as ACX_PTHREAD, there is no flag where threads need none.
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
    set(libraries "${CMAKE_THREAD_LIBS_INIT}")
    if(available AND "NAMED" IN_LIST ARGN AND NOT MSVC)
        check_library(pthread pthread_join PTHREAD_LIBRARY_FOUND)
        if(PTHREAD_LIBRARY_FOUND)
            set(libraries "-lpthread")
        endif()
    endif()
    set(PTHREAD_LIBS "${libraries}" PARENT_SCOPE)
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
