// Programs and libraries of a Makefile.am: their names and flags.

#include <doctest/doctest.h>

#include "mapped_tree.hpp"

using namespace am2cmake;

TEST_CASE("a libtool library has the flags of libtool, and is known by its path") {
    Mapped const mapped{{{"Makefile.am", "SUBDIRS = lib src\n"},
                         {"lib/Makefile.am",
                          "lib_LTLIBRARIES = libdemo.la\n"
                          "noinst_LTLIBRARIES = libpart.la\n"
                          "libpart_la_SOURCES = part.c\n"
                          "libdemo_la_SOURCES = demo.c demo.h\n"
                          "libdemo_la_LIBADD = libpart.la -lm\n"
                          "libdemo_la_LDFLAGS = -version-info @CUR@:@REV@:0 -no-undefined -release $(REL) \\\n"
                          "  -export-symbols-regex '^demo_' -Wl,-z,defs\n"},
                         {"lib/part.c", ""},
                         {"lib/demo.c", ""},
                         {"lib/demo.h", ""},
                         {"src/Makefile.am",
                          "noinst_PROGRAMS = run\n"
                          "run_LDADD = $(top_builddir)/lib/libdemo.la ../lib/libpart.la\n"
                          "run_LDFLAGS = -static -export-dynamic\n"},
                         {"src/run.c", ""}},
                        substitutions({"REL", "CUR", "REV"})};
    CHECK(mapped.has("  convenience library part\n    source part.c\n"));
    CHECK(
        mapped.has("  libtool library demo\n"
                   "    install ${CMAKE_INSTALL_LIBDIR}\n"
                   "    source demo.c\n"
                   "    source demo.h\n"
                   "    link-option -Wl,-z,defs\n"
                   "    library target part\n"
                   "    library system m\n"
                   "    version-info ${CUR}:${REV}:0\n"
                   "    release ${REL}\n"
                   "    no-undefined\n"
                   "    export-symbols-regex ^demo_\n"));
    CHECK(
        mapped.has("  program run\n"
                   "    source run.c\n"
                   "    library target demo\n"
                   "    library target part\n"
                   "    static-libtool-libraries\n"
                   "    export-dynamic\n"));
    CHECK(mapped.findings() == 0);
}

TEST_CASE("a library that no Makefile.am makes is a finding") {
    Mapped const mapped{{{"Makefile.am", "bin_PROGRAMS = demo\ndemo_LDADD = ../x.la sub/libgone.a\n"}, {"demo.c", ""}}};
    CHECK(mapped.count(code::unresolved_library) == 1);
    CHECK(mapped.has("library file sub/libgone.a"));
}

TEST_CASE("names of targets are unique over the project") {
    Mapped const mapped{{{"Makefile.am", "SUBDIRS = a b\nlib_LTLIBRARIES = libdemo.la\n"},
                         {"demo.c", ""},
                         {"libdemo.c", ""},
                         {"a/Makefile.am", "bin_PROGRAMS = demo test\n"},
                         {"a/demo.c", ""},
                         {"a/test.c", ""},
                         {"b/Makefile.am", "noinst_PROGRAMS = demo\n"},
                         {"b/demo.c", ""}}};
    CHECK(mapped.has("libtool library libdemo (demo)\n"));
    CHECK(mapped.has("program demo\n"));
    CHECK(mapped.has("program test_program (test)\n"));
    CHECK(mapped.has("program b_demo (demo)\n"));
}

TEST_CASE("flags that every target takes over are the directory's") {
    Mapped const mapped{{{"Makefile.am",
                          "AM_CPPFLAGS = -I$(top_srcdir)/include -DFOO\n"
                          "AM_CFLAGS = -Wall\n"
                          "noinst_PROGRAMS = a b\n"
                          "b_CFLAGS = -O0\n"},
                         {"a.c", ""},
                         {"b.c", ""}}};
    CHECK(mapped.text ==
          "directory .\n"
          "  include ${CMAKE_CURRENT_SOURCE_DIR}/include\n"
          "  define FOO\n"
          "  program a\n"
          "    source a.c\n"
          "    c-option -Wall\n"
          "  program b\n"
          "    source b.c\n"
          "    c-option -O0\n");
}

TEST_CASE("flags of the user that a Makefile.am sets count for every target") {
    Mapped const mapped{{{"Makefile.am",
                          "CFLAGS = @CFLAGS@ -fno-strict-aliasing\n"
                          "LDFLAGS = -static -Wl,-O1\n"
                          "LIBS = $(FOO)\n"
                          "noinst_PROGRAMS = a\n"
                          "a_CFLAGS = $(AM_CFLAGS) -O0\n"},
                         {"a.c", ""}},
                        substitutions({"FOO"})};
    CHECK(mapped.text ==
          "directory .\n"
          "  c-option -fno-strict-aliasing\n"
          "  link-option -Wl,-O1\n"
          "  program a\n"
          "    source a.c\n"
          "    c-option -O0\n"
          "    library flags ${FOO}\n"
          "    static-libtool-libraries\n");
    CHECK(mapped.findings() == 0);
}

TEST_CASE("definitions go through the quoting of make and of the shell") {
    Mapped const mapped{{{"Makefile.am",
                          "noinst_PROGRAMS = a\n"
                          "a_CPPFLAGS = -DONE=\\\"x\\\" -DTWO='\"a b\"' -DTHREE=\"\\\"$(pkgdatadir)\\\"\" \\\n"
                          "  -DFOUR=$(srcdir) -D FIVE -UOLD '-DSIX=a$$b' -include x.h -I $(builddir)/gen\n"},
                         {"a.c", ""}}};
    model::CompileFlags flags;
    for (model::Directory::Item const& item : mapped.directories.front().items) {
        if (auto const* target = std::get_if<model::Target>(&item)) {
            flags = target->compile;
        }
    }
    REQUIRE(flags.definitions.size() == 6);
    CHECK(flags.definitions[0].value.value() == "ONE=\"x\"");
    CHECK(flags.definitions[1].value.value() == "TWO=\"a b\"");
    CHECK(flags.definitions[2].value == model::parse_cmake_text("THREE=\"${CMAKE_INSTALL_FULL_DATADIR}/demo\""));
    CHECK(flags.definitions[3].value == model::parse_cmake_text("FOUR=${CMAKE_CURRENT_SOURCE_DIR}"));
    CHECK(flags.definitions[4].value.value() == "FIVE");
    CHECK(flags.definitions[5].value.value() == "SIX=a$b");
    CHECK(mapped.has("option -UOLD\n    option SHELL:-include x.h\n"));
    CHECK(mapped.has("include ${CMAKE_CURRENT_BINARY_DIR}/gen\n"));
    CHECK(mapped.findings() == 0);
}

TEST_CASE("what the shell computes in flags is a finding") {
    Mapped const mapped{
        {{"Makefile.am", "noinst_PROGRAMS = a\na_CPPFLAGS = -DDATE=`date` -DX -DHOME=$$HOME\n"}, {"a.c", ""}}};
    CHECK(mapped.count(code::untranslated_flag) == 2);
    CHECK(mapped.place(code::untranslated_flag) == "Makefile.am:2:14");
    CHECK(mapped.has("define X\n"));
}

TEST_CASE("flags of one language are that language's") {
    Mapped const mapped{{{"Makefile.am",
                          "noinst_PROGRAMS = a b\n"
                          "AM_CXXFLAGS = -std=c++11 $(MORE)\n"
                          "a_SOURCES = a.cc\n"
                          "b_SOURCES = b.c\n"
                          "nodist_EXTRA_b_SOURCES = dummy.cxx\n"},
                         {"a.cc", ""},
                         {"b.c", ""}},
                        substitutions({"MORE"})};
    CHECK(mapped.has("directory .\n  cxx-option -std=c++11\n  cxx-option ${MORE}\n"));
    CHECK(mapped.has("source b.c\n    linker-language CXX\n"));
}

TEST_CASE("a flag for threads is a library") {
    Mapped const mapped{
        {{"Makefile.am", "noinst_PROGRAMS = a\nAM_CFLAGS = -pthread\na_LDADD = -lpthread -lm\n"}, {"a.c", ""}}};
    CHECK(mapped.has("library system pthread\n    library system m\n"));
    CHECK(!mapped.has("c-option"));
}

TEST_CASE("a flag of libtool without a translation is a finding") {
    Mapped const mapped{
        {{"Makefile.am", "noinst_PROGRAMS = a\na_LDFLAGS = -dlopen ../x.la -shrext .so stray\n"}, {"a.c", ""}}};
    CHECK(mapped.count(code::untranslated_flag) == 2);
    CHECK(mapped.count(code::unresolved_library) == 1);
}
