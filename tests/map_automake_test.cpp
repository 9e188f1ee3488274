// Makefile.am trees to the build description: variables, conditionals, includes and directories.

#include <doctest/doctest.h>

#include "mapped_tree.hpp"

using namespace am2cmake;

TEST_CASE("a program without sources of its own is made from the file of its name") {
    Mapped const mapped{{{"Makefile.am", "bin_PROGRAMS = demo\n"}, {"demo.c", ""}}};
    CHECK(mapped.text ==
          "directory .\n"
          "  program demo\n"
          "    install ${CMAKE_INSTALL_BINDIR}\n"
          "    source demo.c\n");
    CHECK(mapped.findings() == 0);
    CHECK(mapped.tally.statements == 1);
    CHECK(mapped.tally.translated == 1);
}

TEST_CASE("a source that is nowhere is a finding at its word") {
    Mapped const mapped{{{"Makefile.am", "bin_PROGRAMS = demo\ndemo_SOURCES = a.c b.c\n"}, {"a.c", ""}}};
    CHECK(mapped.count(code::missing_source) == 1);
    CHECK(mapped.place(code::missing_source) == "Makefile.am:2:20");
    CHECK(mapped.tally.translated == 1);
}

TEST_CASE("a source that configure makes is in the build tree") {
    mapper::ConfigureFacts facts;
    facts.configured_files = {"src/version.h"};
    Mapped const mapped{{{"Makefile.am", "SUBDIRS = src\n"},
                         {"src/Makefile.am", "bin_PROGRAMS = demo\ndemo_SOURCES = demo.c version.h\n"},
                         {"src/demo.c", ""}},
                        facts};
    CHECK(mapped.has("source ${CMAKE_CURRENT_BINARY_DIR}/version.h"));
    CHECK(mapped.findings() == 0);
}

TEST_CASE("words keep the conditions of their assignments, without what the target asks itself") {
    Mapped const mapped{{{"Makefile.am",
                          "if A\n"
                          "bin_PROGRAMS = demo\n"
                          "endif\n"
                          "demo_SOURCES = demo.c\n"
                          "if A\n"
                          "if B\n"
                          "demo_SOURCES += b.c\n"
                          "else\n"
                          "demo_SOURCES += c.c\n"
                          "endif B\n"
                          "endif\n"},
                         {"demo.c", ""},
                         {"b.c", ""},
                         {"c.c", ""}},
                        conditionals({"A", "B"})};
    CHECK(mapped.has("program demo if A\n"));
    CHECK(mapped.has("source demo.c\n"));
    CHECK(mapped.has("source b.c if B\n"));
    CHECK(mapped.has("source c.c if not B\n"));
    CHECK(mapped.findings() == 0);
    CHECK(mapped.tally.statements == 7);
}

TEST_CASE("a later assignment replaces an earlier one where both hold") {
    Mapped const mapped{{{"Makefile.am",
                          "FILES = a.h\n"
                          "if A\n"
                          "FILES = b.h\n"
                          "endif\n"
                          "include_HEADERS = $(FILES)\n"},
                         {"a.h", ""},
                         {"b.h", ""}},
                        conditionals({"A"})};
    CHECK(mapped.has("file a.h if not A\n"));
    CHECK(mapped.has("file b.h if A\n"));
}

TEST_CASE("a conditional assignment sets only what is unset") {
    Mapped const mapped{{{"Makefile.am", "A = a.h\nA ?= b.h\nC ?= c.h\ninclude_HEADERS = $(A) $(C)\n"},
                         {"a.h", ""},
                         {"b.h", ""},
                         {"c.h", ""}}};
    CHECK(mapped.has("file a.h\n"));
    CHECK(!mapped.has("file b.h"));
    CHECK(mapped.has("file c.h\n"));
}

TEST_CASE("conditionals must be defined and balanced") {
    Mapped const mapped{{{"Makefile.am", "if A\nX = 1\n"}, {"sub/Makefile.am", ""}}};
    CHECK(mapped.count(code::undefined_conditional) == 1);
    CHECK(mapped.count(code::unbalanced_conditional) == 1);
    Mapped const ended{{{"Makefile.am", "endif\n"}}};
    CHECK(ended.place(code::unbalanced_conditional) == "Makefile.am:1:1");
    Mapped const named{{{"Makefile.am", "if A\nX = 1\nendif B\n"}}, conditionals({"A"})};
    CHECK(named.count(code::unbalanced_conditional) == 1);
}

TEST_CASE("references are followed, also with substitutions and within words") {
    Mapped const mapped{{{"Makefile.am",
                          "names = a b\n"
                          "files = $(names:%=%.x)\n"
                          "dir = sub\n"
                          "include_HEADERS = $(files:.x=.h) $(dir)/c.h\n"},
                         {"a.h", ""},
                         {"b.h", ""},
                         {"sub/c.h", ""}}};
    CHECK(mapped.has("file a.h\n    file b.h\n    file sub/c.h\n"));
    CHECK(mapped.findings() == 0);
}

TEST_CASE("variables that refer to each other without end do not hang") {
    Mapped const mapped{{{"Makefile.am", "A = $(B) x.h\nB = $(A)\ninclude_HEADERS = $(A)\n"}, {"x.h", ""}}};
    CHECK(mapped.has("file x.h"));
}

TEST_CASE("values that grow without measure are a finding") {
    std::string text = "X0 = a b c d e f g h\n";
    for (int i = 1; i < 30; ++i) {
        std::string const before = "$(X" + std::to_string(i - 1) + ")";
        text += "X" + std::to_string(i) + " = " + before + " " + before + "\n";
    }
    Mapped const mapped{{{"Makefile.am", text + "data_DATA = $(X29)\n"}}};
    CHECK(mapped.count(code::expansion_budget) == 1);
}

TEST_CASE("functions of make work on what is known") {
    Mapped const mapped{
        {{"Makefile.am",
          "all = b.c a.c d.h\n"
          "include_HEADERS = $(patsubst %.c,%.h,$(filter %.c,$(all))) $(addprefix sub/,$(notdir x/e.h))\n"
          "data_DATA = $(wildcard $(srcdir)/*.dat) $(sort $(filter-out %.c,$(all)))\n"},
         {"a.h", ""},
         {"b.h", ""},
         {"d.h", ""},
         {"sub/e.h", ""},
         {"two.dat", ""},
         {"one.dat", ""}}};
    CHECK(mapped.has("file b.h\n    file a.h\n    file sub/e.h\n"));
    CHECK(mapped.has("file one.dat\n    file two.dat\n    file d.h\n"));
    CHECK(mapped.findings() == 0);
}

TEST_CASE("a function that a shell computes is a finding") {
    Mapped const mapped{{{"Makefile.am", "data_DATA = $(shell ls)\n"}}};
    CHECK(mapped.count(code::untranslated_shell) == 1);
    CHECK(mapped.tally.translated == 0);
}

TEST_CASE("substitutions and unknown variables are told apart") {
    Mapped const mapped{{{"Makefile.am",
                          "bin_PROGRAMS = demo\n"
                          "demo_LDADD = $(FOO_LIBS) @BAR_LIBS@ $(NOBODY)\n"},
                         {"demo.c", ""}},
                        substitutions({"FOO_LIBS"})};
    CHECK(mapped.has("library flags ${FOO_LIBS}\n    library flags ${BAR_LIBS}\n"));
    CHECK(mapped.count(code::unset_variable) == 1);
    CHECK(mapped.place(code::unset_variable) == "Makefile.am:2:37");
}

TEST_CASE("included files stand in their own directory") {
    Mapped const mapped{{{"Makefile.am", "bin_PROGRAMS =\ninclude src/local.mk\ninclude $(top_srcdir)/none.mk\n"},
                         {"src/local.mk", "bin_PROGRAMS += %D%/demo\n%C%_demo_SOURCES = %reldir%/main.c\n"},
                         {"src/main.c", ""}}};
    CHECK(mapped.has("program demo\n    install ${CMAKE_INSTALL_BINDIR}\n    source src/main.c\n"));
    CHECK(mapped.count(code::missing_include) == 1);
    CHECK(mapped.place(code::missing_include) == "Makefile.am:3:9");
    CHECK(mapped.tally.statements == 5);
    CHECK(mapped.tally.translated == 4);
}

TEST_CASE("directories come in the order of SUBDIRS") {
    Mapped const mapped{{{"Makefile.am", "SUBDIRS = b . \nif T\nSUBDIRS += a\nendif\nSUBDIRS += none b\n"},
                         {"a/Makefile.am", ""},
                         {"b/Makefile.am", "SUBDIRS = c\n"},
                         {"b/c/Makefile.am", ""}},
                        conditionals({"T"})};
    CHECK(mapped.text ==
          "directory .\n"
          "  subdirectory b\n"
          "  subdirectory .\n"
          "  subdirectory a if T\n"
          "  untranslated [missing-include] the directory has no Makefile.am\n"
          "    SUBDIRS += none\n"
          "directory b\n"
          "  subdirectory c\n"
          "directory b/c\n"
          "directory a\n");
    CHECK(mapped.place(code::missing_include) == "Makefile.am:5:12");
}

TEST_CASE("configure chooses among the directories of DIST_SUBDIRS") {
    Mapped const mapped{{{"Makefile.am", "SUBDIRS = src @MORE@\nDIST_SUBDIRS = src more\n"},
                         {"src/Makefile.am", ""},
                         {"more/Makefile.am", ""}}};
    CHECK(mapped.has("subdirectory more if \"${MORE}\" MATCHES \"(^| )more( |$)\"\n"));
    CHECK(mapped.findings() == 0);
}
