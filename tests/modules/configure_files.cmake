# cmake -P configure_files.cmake: the bytes that config_header() and config_files()
# write are those of config.status.

cmake_minimum_required(VERSION 3.22...4.0)
include("${CMAKE_CURRENT_LIST_DIR}/check.cmake")

set(CMAKE_INSTALL_LIBDIR lib) # a script has no language to tell it from
set(CMAKE_INSTALL_PREFIX /inst)
set(PROJECT_SOURCE_DIR "${work}/src")
set(PROJECT_BINARY_DIR "${work}/build")
set(CMAKE_CURRENT_SOURCE_DIR "${PROJECT_SOURCE_DIR}")
set(CMAKE_CURRENT_BINARY_DIR "${PROJECT_BINARY_DIR}")
# A script has no directory but this one to keep properties in.
set(PROJECT_SOURCE_DIR "")
include(${modules}/ConfigureFiles.cmake)

config_package(NAME "GNU Foo Bar" VERSION 1.2-rc3 BUGREPORT bugs@example.org)
check_equal("${PACKAGE_TARNAME}" "foo-bar")
check_equal("${PACKAGE_STRING}" "GNU Foo Bar 1.2-rc3")

config_define(HAVE_ONE)
config_define(ZERO 0)
config_define(LETTER n)
config_define(EMPTY "")
config_define(TEXT "\"a;b [c] \\\\ @d@ \${e}\"")
config_define(TWICE 1)
config_define(TWICE 2)
config_define("max(a,b)" "((a) > (b) ? (a) : (b))")

file(
    WRITE "${work}/src/config.h.in"
    "/* Above; [kept] \\ @PACKAGE@ \${x} */
#undef HAVE_ONE
#undef HAVE_NONE
# undef ZERO
  #  undef\tLETTER /* gone */
#undef EMPTY
#undef TEXT
#undef TWICE
#undef max
#define HAVE_ONE 77
#define HAVE_NONE 77
#define HAVE_ONE_MORE(x) x
#cmakedefine HAVE_ONE
#ifndef HAVE_ONE
#endif
#undef LAST"
)
config_header(config.h TEMPLATE "${work}/src/config.h.in")
check_file(
    "${work}/build/config.h"
    "/* config.h.  Generated from config.h.in by configure.  */
/* Above; [kept] \\ @PACKAGE@ \${x} */
#define HAVE_ONE 1
/* #undef HAVE_NONE */
# define ZERO 0
  #  define LETTER n
#define EMPTY /**/
#define TEXT \"a;b [c] \\\\ @d@ \${e}\"
#define TWICE 2
#define max(a,b) ((a) > (b) ? (a) : (b))
#define HAVE_ONE 1
#define HAVE_NONE 77
#define HAVE_ONE_MORE(x) x
#cmakedefine HAVE_ONE
#ifndef HAVE_ONE
#endif
/* #undef LAST */
"
)

set(name "@other@;[x] \\ \${y}")
set(other "never")
set(empty "")
config_substitute(name other empty missing)
file(
    WRITE "${work}/src/x.in"
    "@name@|@empty@|@missing@|@unknown@|@unknown@other@|a@b.c|@@other@@
@prefix@ @exec_prefix@ @libdir@ @includedir@ @mandir@ @docdir@ @sysconfdir@
@top_builddir@ @builddir@ @top_build_prefix@ @PACKAGE_VERSION@ @configure_input@
datarootdir=@datarootdir@"
)
set(CMAKE_INSTALL_DOCDIR share/doc/foo-bar)
config_files(sub/x:${work}/src/x.in)
check_file(
    "${work}/build/sub/x"
    "@other@;[x] \\ \${y}|||@unknown@|@unknownnever|a@b.c|@never@
/inst \${prefix} \${exec_prefix}/lib \${prefix}/include \${datarootdir}/man \${datarootdir}/doc/foo-bar \${prefix}/etc
.. . ../ 1.2-rc3 sub/x.  Generated from x.in by configure.
datarootdir=\${prefix}/share
"
)

# An older template, that does not know datarootdir, gets it expanded.
file(WRITE "${work}/src/old.in" "@mandir@ @localedir@\n")
config_files(old:${work}/src/old.in EXECUTABLE)
check_file("${work}/build/old" "\${prefix}/share/man \${prefix}/share/locale\n")

# Several templates are put together, what is the same is not written again.
config_files(both:${work}/src/old.in:${work}/src/x.in)
file(STRINGS "${work}/build/both" lines)
list(LENGTH lines count)
check_equal("${count}" "5")
file(TIMESTAMP "${work}/build/both" before "%s")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
config_files(both:${work}/src/old.in:${work}/src/x.in)
file(TIMESTAMP "${work}/build/both" after "%s")
check_equal("${before}" "${after}")

# Directories elsewhere, and absolute ones.
set(CMAKE_INSTALL_LIBDIR lib/x86_64-linux-gnu)
set(CMAKE_INSTALL_MANDIR man)
set(CMAKE_INSTALL_SYSCONFDIR /etc)
file(WRITE "${work}/src/dirs.in" "@libdir@ @mandir@ @sysconfdir@ @datadir@ @htmldir@ datarootdir\n")
config_files(dirs:${work}/src/dirs.in)
check_file(
    "${work}/build/dirs"
    "\${exec_prefix}/lib/x86_64-linux-gnu \${prefix}/man /etc \${datarootdir} \${docdir} datarootdir\n"
)
check_done()
