# cmake -P libtool_libraries.cmake: a project of libraries, tests and default flags is
# built, installed, found again and taken into another project.

cmake_minimum_required(VERSION 3.22...4.0)
include("${CMAKE_CURRENT_LIST_DIR}/check.cmake")

file(
    WRITE "${work}/src/CMakeLists.txt"
    "cmake_minimum_required(VERSION 3.22...4.0)
project(fruit VERSION 1.2 LANGUAGES C)
list(PREPEND CMAKE_MODULE_PATH \"${modules}\")
include(AutotoolsDefaults)
include(AutomakeTests)
include(AutomakeTestDriver)
include(CMakePackage)
include(LibtoolExports)
include(LibtoolLibraries)
enable_testing()
file(WRITE \"\${CMAKE_CURRENT_BINARY_DIR}/flags\" \"\${CMAKE_C_FLAGS}\")

add_libtool_library(apple apple.c)
set_libtool_version(apple 8:5:8)
libtool_export_symbols(apple SYMBOLS apple_*)

add_libtool_library(pear OUTPUT_NAME birne pear.c)
set_libtool_version(pear 3:1:1 RELEASE 1.2)
target_compile_definitions(pear PRIVATE WEIGHT=7 PUBLIC COLOUR=2)
target_include_directories(
    pear
    PUBLIC \$<BUILD_INTERFACE:\${CMAKE_CURRENT_SOURCE_DIR}>
)
target_link_libraries(pear PUBLIC apple)
set_libtool_run_path(pear)
install_libtool_library(apple pear EXPORT fruit)
install(FILES pear.h DESTINATION include)
install(FILES core/pip.h DESTINATION include/fruit)
install_cmake_package(fruit TARGETS apple pear HEADERS . core=fruit)

add_libtool_library(plum MODULE AVOID_VERSION plum.c)
libtool_export_symbols(plum MATCHING \"^plum_[a-z]+$|pit\")
install_libtool_library(plum DESTINATION lib/fruit)

set(computed_flags -no-undefined -version-info 5:1:2 -release 7 -Wl,-z,now)
add_libtool_library(fig apple.c)
target_link_options(fig PRIVATE \${computed_flags})
install_libtool_library(fig DESTINATION lib/fruit)
add_libtool_library(lime apple.c)
target_link_options(lime PRIVATE -module -avoid-version)
install_libtool_library(lime DESTINATION lib/fruit)

add_check_program(eat eat.c)
target_link_libraries(eat PRIVATE pear)
add_check_program(eat-static eat.c)
target_link_libraries(eat-static PRIVATE pear-static)
add_automake_test(eat COMMAND eat ENVIRONMENT COUNT=2 \"TEXT=a b\")
add_automake_test(eat-static COMMAND eat-static)
add_automake_test(skip COMMAND eat 77)
add_driven_test(xfail COMMAND \$<TARGET_FILE:eat> 1 XFAIL)
"
)
file(
    WRITE "${work}/src/apple.c"
    "int apple_weight(void) { return 3; }\nint core(void) { return 1; }
#ifdef PIC
int apple_pic = 1;
#endif
"
)
file(WRITE "${work}/src/pear.h" "int pear_weight(void);\nint apple_weight(void);\n")
file(WRITE "${work}/src/core/pip.h" "enum { pips = 5 };\n")
file(
    WRITE "${work}/src/pear.c"
    "#include <pear.h>\nint pear_weight(void) { return WEIGHT + apple_weight(); }\n"
)
file(WRITE "${work}/src/plum.c" "int plum(void) { return 0; }\nint plum_skin(void) { return 0; }\nint plum_2;\nint a_pit = 1;\n")
file(
    WRITE "${work}/src/eat.c"
    "#include <pear.h>
#include <stdlib.h>
#ifdef OUTSIDE
#include <fruit/pip.h>
#endif
int main(int count, char** words)
{
    if (!getenv(\"srcdir\"))
        return 2;
    if (count > 1)
        return atoi(words[1]);
    return pear_weight() == 10 && COLOUR == 2 ? 0 : 1;
}
"
)
file(
    WRITE "${work}/user/CMakeLists.txt"
    "cmake_minimum_required(VERSION 3.22...4.0)
project(user LANGUAGES C)
if(FRUIT_DIR)
    add_subdirectory(\"\${FRUIT_DIR}\" fruit)
    if(NOT CMAKE_C_FLAGS STREQUAL \"\")
        message(FATAL_ERROR \"flags leaked: \${CMAKE_C_FLAGS}\")
    endif()
else()
    find_package(fruit REQUIRED CONFIG)
endif()
foreach(kind IN ITEMS \"\" -static)
    add_executable(user\${kind} \"${work}/src/eat.c\")
    target_compile_definitions(user\${kind} PRIVATE OUTSIDE)
    target_link_libraries(user\${kind} PRIVATE fruit::birne\${kind})
endforeach()
"
)

function(run)
    execute_process(
        COMMAND ${ARGN}
        RESULT_VARIABLE status
        OUTPUT_VARIABLE output
        ERROR_VARIABLE output
    )
    if(NOT status EQUAL 0)
        message("${output}")
    endif()
    list(JOIN ARGN " " command)
    check_equal("${status} ${command}" "0 ${command}")
endfunction()

set(cmake "${CMAKE_COMMAND}")
unset(ENV{CFLAGS})
unset(ENV{CMAKE_BUILD_TYPE})
run(${cmake} -S ${work}/src -B ${work}/both -DCMAKE_INSTALL_PREFIX=/inst -DCMAKE_INSTALL_LIBDIR=lib)
run(${cmake} --build ${work}/both)
run(${cmake} --build ${work}/both --target check)
set(ENV{DESTDIR} ${work}/stage)
run(${cmake} --install ${work}/both)
unset(ENV{DESTDIR})

if(CMAKE_HOST_SYSTEM_NAME STREQUAL "Linux")
    check_file("${work}/both/flags" "-g -O2")
    file(GLOB_RECURSE files RELATIVE "${work}/stage/inst" "${work}/stage/inst/lib/*")
    list(FILTER files EXCLUDE REGEX "cmake$")
    list(SORT files)
    list(JOIN files " " files)
    check_equal(
        "${files}"
        "lib/fruit/libfig-7.so.3 lib/fruit/libfig-7.so.3.2.1 lib/fruit/libfig.a lib/fruit/libfig.so lib/fruit/liblime.a lib/fruit/liblime.so lib/fruit/plum.a lib/fruit/plum.so lib/libapple.a lib/libapple.so lib/libapple.so.0 lib/libapple.so.0.8.5 lib/libbirne-1.2.so.2 lib/libbirne-1.2.so.2.1.1 lib/libbirne.a lib/libbirne.so"
    )
    file(READ_SYMLINK "${work}/stage/inst/lib/libbirne.so" link)
    check_equal("${link}" "libbirne-1.2.so.2.1.1")
    execute_process(
        COMMAND readelf -d "${work}/stage/inst/lib/libbirne.so"
        OUTPUT_VARIABLE dynamic
    )
    string(REGEX MATCH "R(UN)?PATH[^[]*.[^]]*" run_path "${dynamic}")
    string(REGEX REPLACE ".*\\[" "" run_path "${run_path}")
    check_equal("${run_path}" "/inst/lib")
    foreach(library IN ITEMS libapple.so.0 libapple.a)
        execute_process(
            COMMAND nm -g --defined-only "${work}/stage/inst/lib/${library}"
            OUTPUT_VARIABLE symbols
        )
        string(REGEX MATCHALL "apple_weight|apple_pic|core" symbols "${symbols}")
        list(SORT symbols)
        list(APPEND all_symbols "${symbols}")
    endforeach()
    check_equal("${all_symbols}" "apple_pic;apple_weight;apple_weight;core")
    execute_process(
        COMMAND nm -D -g --defined-only "${work}/stage/inst/lib/fruit/plum.so"
        OUTPUT_VARIABLE symbols
    )
    string(REGEX MATCHALL "plum[a-z_0-9]*|[a-z_]*pit" symbols "${symbols}")
    list(SORT symbols)
    check_equal("${symbols}" "a_pit;plum_skin")
endif()

# What was installed can be used, and so can the tree itself.
run(${cmake} --install ${work}/both --prefix ${work}/prefix)
run(${cmake} -S ${work}/user -B ${work}/found -DCMAKE_PREFIX_PATH=${work}/prefix)
run(${cmake} --build ${work}/found)
run(${cmake} -S ${work}/user -B ${work}/within -DFRUIT_DIR=${work}/src)
run(${cmake} --build ${work}/within)

# Only one kind.
foreach(kind IN ITEMS SHARED STATIC)
    run(${cmake} -S ${work}/src -B ${work}/no${kind} -DENABLE_${kind}=OFF -DCMAKE_BUILD_TYPE=Debug)
    run(${cmake} --build ${work}/no${kind})
    run(${cmake} --build ${work}/no${kind} --target check)
    run(${cmake} --install ${work}/no${kind} --prefix ${work}/prefix-no${kind})
    check_file("${work}/no${kind}/flags" "")
endforeach()
check_done()
