// What a Makefile.am installs and tests, its rules, its comments, and what is left out.

#include <doctest/doctest.h>

#include "mapped_tree.hpp"

using namespace am2cmake;

TEST_CASE("files are installed where their prefix says") {
    Mapped const mapped{{{"Makefile.am",
                          "demodir = $(includedir)/demo-$(VERSION)\n"
                          "nobase_demo_HEADERS = sub/a.h\n"
                          "pkginclude_HEADERS = b.h\n"
                          "sbin_SCRIPTS = run.sh\n"
                          "noinst_HEADERS = c.h\n"
                          "rootdir = $(prefix)/share/x\n"
                          "dist_root_DATA = d.txt\n"
                          "html_DATA = e.html\n"
                          "pkgconfigdir = $(libdir)/pkgconfig\n"
                          "nodist_pkgconfig_DATA = demo.pc\n"},
                         {"sub/a.h", ""},
                         {"b.h", ""},
                         {"run.sh", ""},
                         {"d.txt", ""},
                         {"e.html", ""}}};
    CHECK(mapped.has(
        "install files to ${CMAKE_INSTALL_INCLUDEDIR}/demo-${VERSION}, with directories\n    file sub/a.h\n"));
    CHECK(mapped.has("install files to ${CMAKE_INSTALL_INCLUDEDIR}/demo\n    file b.h\n"));
    CHECK(mapped.has("install files to ${CMAKE_INSTALL_SBINDIR}, executable\n    file run.sh\n"));
    CHECK(mapped.has("install files to share/x\n    file d.txt\n"));
    CHECK(mapped.has("install files to ${CMAKE_INSTALL_DOCDIR}\n    file e.html\n"));
    CHECK(
        mapped.has("install files to ${CMAKE_INSTALL_LIBDIR}/pkgconfig\n"
                   "    file ${CMAKE_CURRENT_BINARY_DIR}/demo.pc\n"));
    CHECK(!mapped.has("c.h"));
    CHECK(mapped.findings() == 0);
}

TEST_CASE("manual pages go to the section of their ending") {
    Mapped const mapped{{{"Makefile.am", "dist_man_MANS = a.1 b.3x c.1\nman5_MANS = d.5\n"},
                         {"a.1", ""},
                         {"b.3x", ""},
                         {"c.1", ""},
                         {"d.5", ""}}};
    CHECK(mapped.has("install files to ${CMAKE_INSTALL_MANDIR}/man1\n    file a.1\n    file c.1\n"));
    CHECK(mapped.has("install files to ${CMAKE_INSTALL_MANDIR}/man3\n    file b.3x\n"));
    CHECK(mapped.has("install files to ${CMAKE_INSTALL_MANDIR}/man5\n    file d.5\n"));
}

TEST_CASE("primaries without a translation stay visible") {
    Mapped const mapped{{{"Makefile.am", "foodir = $(datadir)\nfoo_JAVA = a.java\nnowhere_DATA = x\n"}}};
    CHECK(
        mapped.has("untranslated [untranslated-variable] no translation for JAVA yet\n"
                   "    foo_JAVA = a.java\n"));
    CHECK(mapped.count(code::unknown_variable) == 1);
    CHECK(mapped.tally.translated == 1);
}

TEST_CASE("variables of no target are a finding, those for others to use are not") {
    Mapped const mapped{{{"Makefile.am",
                          "noinst_PROGRAMS = a\n"
                          "common_SOURCES = a.c\n"
                          "a_SOURCES = $(common_SOURCES)\n"
                          "b_SOURCES = b.c\n"
                          "MY_CFLAGS = -x\n"
                          "EXTRA_DIST = README\n"},
                         {"a.c", ""}}};
    CHECK(mapped.count(code::unknown_variable) == 1);
    CHECK(mapped.place(code::unknown_variable) == "Makefile.am:4:1");
    CHECK(mapped.findings() == 1);
}

TEST_CASE("tests run programs and scripts, with what surrounds them") {
    Mapped const mapped{{{"Makefile.am",
                          "check_PROGRAMS = one two\n"
                          "TESTS = $(check_PROGRAMS) three.sh bad$(EXEEXT)\n"
                          "check_PROGRAMS += bad\n"
                          "XFAIL_TESTS = bad$(EXEEXT)\n"
                          "TESTS_ENVIRONMENT = A=$(srcdir) B='x y' valgrind -q\n"
                          "AM_TESTS_ENVIRONMENT = C=1; export C;\n"
                          "TEST_EXTENSIONS = .sh\n"
                          "SH_LOG_COMPILER = $(SHELL)\n"},
                         {"one.c", ""},
                         {"two.c", ""},
                         {"bad.c", ""},
                         {"three.sh", ""}}};
    CHECK(mapped.has("program one\n    not in all\n    for tests\n"));
    CHECK(
        mapped.has("test one\n"
                   "    target one\n"
                   "    interpreter valgrind\n"
                   "    interpreter -q\n"
                   "    environment C=1\n"
                   "    environment A=${CMAKE_CURRENT_SOURCE_DIR}\n"
                   "    environment B=x y\n"));
    CHECK(
        mapped.has("test three.sh\n    script three.sh\n    interpreter valgrind\n    interpreter -q\n"
                   "    interpreter ${SHELL}\n"));
    CHECK(mapped.has("test bad (fails)\n    target bad\n"));
    CHECK(!mapped.has("test bad\n"));
    CHECK(mapped.findings() == 0);
}

TEST_CASE("a test fails only under the condition that says so") {
    Mapped const mapped{{{"Makefile.am", "TESTS = a.sh\nif W\nXFAIL_TESTS = a.sh\nendif\n"}, {"a.sh", ""}},
                        conditionals({"W"})};
    CHECK(mapped.has("test a.sh (fails) if W\n"));
    CHECK(mapped.has("test a.sh if not W\n"));
}

TEST_CASE("a rule for check that runs programs is tests") {
    Mapped const mapped{{{"Makefile.am",
                          "noinst_PROGRAMS = one\n"
                          "check: $(noinst_PROGRAMS)\n"
                          "\t@./one$(EXEEXT) $(srcdir)/data -v\n"
                          "\t./one$(EXEEXT)\n"},
                         {"one.c", ""}}};
    CHECK(mapped.has("  test one\n    target one\n    argument ${CMAKE_CURRENT_SOURCE_DIR}/data\n    argument -v\n"));
    CHECK(mapped.has("  test one_2\n    target one\n"));
    CHECK(mapped.findings() == 0);
    Mapped const other{{{"Makefile.am", "check-local:\n\tfor i in 1 2; do ./one; done\n"}}};
    CHECK(other.count(code::untranslated_rule) == 1);
    CHECK(other.has("  test check-local\n"));
}

TEST_CASE("rules that nothing needs are for maintainers") {
    Mapped const mapped{{{"Makefile.am",
                          ".PHONY: docs\n"
                          "docs: readme.html\n\tcp readme.html x\n"
                          "readme.html: readme.md\n\tmd $< > $@\n"
                          "clean-local:\n\trm -f x\n"}}};
    CHECK(mapped.count(code::maintainer_rule) == 3);
    CHECK(mapped.count(code::untranslated_rule) == 0);
    CHECK(mapped.tally.statements == mapped.tally.translated);
}

TEST_CASE("a recipe of known commands is translated") {
    Mapped const mapped{{{"Makefile.am",
                          "noinst_PROGRAMS = a\n"
                          "nodist_a_SOURCES = gen.c\n"
                          "gen.c: gen.tmp\n\tcp gen.tmp $@\n"
                          "gen.tmp:\n\ttouch $@\n"}}};
    CHECK(mapped.count(code::untranslated_rule) == 0);
    CHECK(mapped.has("output gen.c\n"));
    CHECK(mapped.has("depends gen.tmp\n"));
    CHECK(mapped.has("word copy\n"));
    CHECK(mapped.has("word touch\n"));
}

TEST_CASE("rules that make what is wanted run in a shell, if they take one") {
    Mapped const mapped{{{"Makefile.am",
                          "noinst_PROGRAMS = a\n"
                          "nodist_a_SOURCES = gen.c\n"
                          "gen.c: gen.tmp\n\tsort gen.tmp > $@\n"
                          "gen.tmp:\n\tdate | cut -c1-4 > $@\n"
                          "data_DATA = x.out\n"
                          ".in.out:\n\tcp $< $@\n"
                          "install-data-hook:\n\ttrue\n"
                          "a.$(OBJEXT): other.h\n"},
                         {"x.in", ""}}};
    CHECK(mapped.count(code::untranslated_rule) == 2);
    CHECK(mapped.has("word sort gen.tmp > gen.c\n"));
    CHECK(mapped.count(code::maintainer_rule) == 0);
    CHECK(mapped.has("source ${CMAKE_CURRENT_BINARY_DIR}/gen.c\n"));
    CHECK(mapped.has("file ${CMAKE_CURRENT_BINARY_DIR}/x.out\n"));
    CHECK(mapped.count(code::missing_source) == 0);
}

TEST_CASE("configure chooses among the programs of EXTRA_PROGRAMS") {
    Mapped const mapped{{{"Makefile.am", "bin_PROGRAMS = @PROGS@\nEXTRA_PROGRAMS = a b\n"}, {"a.c", ""}, {"b.c", ""}}};
    CHECK(mapped.has("program a if \"${PROGS}\" MATCHES \"(^| )a( |$)\"\n    install ${CMAKE_INSTALL_BINDIR}\n"));
    Mapped const none{{{"Makefile.am", "bin_PROGRAMS = @PROGS@\n"}}};
    CHECK(none.count(code::untranslated_variable) == 1);
}

TEST_CASE("comments that say something stay above their statement") {
    Mapped const mapped{{{"Makefile.am",
                          "# Copyright 2020 Somebody\n"
                          "\n"
                          "## Process this file with automake\n"
                          "\n"
                          "# The tools.\n"
                          "noinst_PROGRAMS = a\n"
                          "\n"
                          "#AM_CFLAGS = -Wall\n"
                          "##############\n"
                          "# Not shipped.\n"
                          "EXTRA_DIST = x\n"},
                         {"a.c", ""}}};
    CHECK(mapped.text ==
          "directory .\n"
          "  comment\n"
          "    The tools.\n"
          "  program a\n"
          "    source a.c\n");
}

TEST_CASE("elements know the word they came from") {
    Mapped const mapped{{{"Makefile.am", "noinst_PROGRAMS = a b\n"}, {"a.c", ""}, {"b.c", ""}}};
    auto const& second = std::get<model::Target>(mapped.directories.front().items.at(1));
    Place const place = mapped.sources().place(second.from.begin).value_or(Place{});
    CHECK(place.line == 1);
    CHECK(place.column == 21);
}

TEST_CASE("an option of Automake takes the default includes away") {
    Mapped const mapped{{{"Makefile.am", "AUTOMAKE_OPTIONS = foreign nostdinc\n"}}};
    CHECK(mapped.has("no default includes"));
    CHECK(!mapped.directories.front().default_includes);
}
