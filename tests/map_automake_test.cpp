// Makefile.am trees to the build description: variables, targets, flags, tests, installed files and what is left out.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "mapper/map_automake.hpp"
#include "model/build_dump.hpp"
#include "temporary_folder.hpp"

using namespace am2cmake;

namespace {

using Files = std::map<std::string, std::string>;

// What a tree becomes. Files without content that a Makefile.am names must be given too.
class Mapped {
public:
    explicit Mapped(Files const& files, mapper::ConfigureFacts facts = {}) : diagnostics_(sources_) {
        for (auto const& [name, text] : files) {
            put(folder_.path / name, text);
        }
        facts.tarname = "demo";
        SourceTree tree{folder_.path, diagnostics_};
        directories = mapper::map_automake(tree, facts, tally, diagnostics_);
        diagnostics_.sort();
        for (model::Directory const& directory : directories) {
            text += dump(directory);
        }
    }

    bool has(std::string const& part) const { return text.find(part) != std::string::npos; }
    std::size_t count(Code code) const {
        auto const same = [&](Diagnostic const& found) { return found.code == code; };
        return static_cast<std::size_t>(std::count_if(diagnostics_.all().begin(), diagnostics_.all().end(), same));
    }
    std::size_t findings() const { return diagnostics_.all().size(); }
    std::string place(Code code) const {
        for (Diagnostic const& found : diagnostics_.all()) {
            if (found.code == code) {
                Place const place = sources_.place(found.span.begin).value_or(Place{});
                return std::string(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
            }
        }
        return {};
    }
    SourceMap const& sources() const { return sources_; }

    std::vector<model::Directory> directories;
    model::Tally tally;
    std::string text;

private:
    TemporaryFolder folder_;
    SourceMap sources_;
    Diagnostics diagnostics_;
};

mapper::ConfigureFacts conditionals(std::set<std::string> names) {
    mapper::ConfigureFacts facts;
    facts.conditionals = std::move(names);
    return facts;
}

mapper::ConfigureFacts substitutions(std::set<std::string> names) {
    mapper::ConfigureFacts facts;
    facts.substitutions = std::move(names);
    return facts;
}

}  // namespace

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
    CHECK(mapped.place(code::unset_variable) == "Makefile.am:2:39");
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
    Mapped const mapped{{{"Makefile.am", "info_TEXINFOS = a.texi\na_TEXINFOS = b.texi\nnowhere_DATA = x\n"}}};
    CHECK(
        mapped.has("untranslated [untranslated-variable] no translation for TEXINFOS yet\n"
                   "    info_TEXINFOS = a.texi\n"));
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
    CHECK(
        other.has("untranslated [untranslated-rule] no translation for the rule that makes check-local\n"
                  "    check-local:\n"
                  "    \tfor i in 1 2; do ./one; done\n"));
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

TEST_CASE("rules that make what is wanted need a person") {
    Mapped const mapped{{{"Makefile.am",
                          "noinst_PROGRAMS = a\n"
                          "nodist_a_SOURCES = gen.c\n"
                          "gen.c: gen.tmp\n\tcp gen.tmp $@\n"
                          "gen.tmp:\n\ttouch $@\n"
                          "data_DATA = x.out\n"
                          ".in.out:\n\tcp $< $@\n"
                          "install-data-hook:\n\ttrue\n"
                          "a.$(OBJEXT): other.h\n"},
                         {"x.in", ""}}};
    CHECK(mapped.count(code::untranslated_rule) == 4);
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
