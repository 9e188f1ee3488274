// Input that wants to crash the program, to keep it busy for ever or to make it write elsewhere: each case ends in
// time, with a finding, and leaves all but the tree alone.

#include <doctest/doctest.h>

#include "program_run.hpp"

namespace fs = std::filesystem;

namespace {

// A tenth where the program is slow, or the tests would take a quarter of an hour.
constexpr int scale = slowness == 1 ? 1 : 10;
constexpr int many = 100'000 / scale;
constexpr int some = 20'000 / scale;

std::string repeated(std::string const& text, int count) {
    std::string all;
    all.reserve(text.size() * static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

// The text for each number, which stands for `#` in it.
std::string numbered(std::string const& text, int count, int first = 0) {
    std::string all;
    for (int i = first; i < first + count; ++i) {
        for (char const c : text) {
            all += c == '#' ? std::to_string(i) : std::string(1, c);
        }
    }
    return all;
}

std::string nested(std::string const& open, std::string const& close, int depth = many) {
    return repeated(open, depth) + repeated(close, depth);
}

struct Hostile {
    std::string configure_ac;  // between AC_INIT and AC_OUTPUT
    std::string makefile_am;
    std::map<std::string, std::string> more = {};
};

// Returns what it says. Whatever the input, nothing but the tree changes, and the same files stand in it.
std::string convert_hostile(Hostile const& input) {
    TemporaryFolder const folder;
    fs::path const tree = folder.path / "outer/tree";
    put(folder.path / "outer/Makefile.am", "bin_PROGRAMS = outside_marker\n");
    put(folder.path / "outer/x.in", "outside_marker\n");
    put(tree / "configure.ac", "AC_INIT([x], [1])\nAM_INIT_AUTOMAKE([foreign])\n" + input.configure_ac +
                                   "AC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n");
    put(tree / "Makefile.am", input.makefile_am);
    for (auto const& [path, text] : input.more) {
        put(tree / path, text);
    }
    auto const before = files_below(folder.path);
    ProgramRun const run = convert(tree);
    CHECK((run.status == 0 || run.status == 1 || run.status == 2));
    for (auto const& [path, text] : files_below(folder.path)) {
        bool const inside = path.starts_with("outer/tree/");
        bool const same = before.contains(path) && before.at(path) == text;
        CHECK_MESSAGE((same || (inside && !before.contains(path))), path);
        CHECK_MESSAGE((!inside || text.find("outside_marker") == std::string::npos), path);
    }
    return run.err;
}

std::string in_configure(std::string const& text) {
    return convert_hostile({text, ""});
}

std::string in_makefile(std::string const& text) {
    return convert_hostile({"", text});
}

bool tells(std::string const& findings, std::string const& part) {
    return findings.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE_BEGIN("m4");

TEST_CASE("macros that never end are left as they are") {
    for (std::string const& text :
         {std::string("AC_DEFUN([A], [B])\nAC_DEFUN([B], [A])\nA\n"),
          std::string("m4_define([A], [A(A($1), $1$1)])\nA([x])\n"),
          std::string("m4_foreach([h], [[unistd.h], [poll.h]], [F(h)])\n"),
          std::string("m4_for([i], [1], [100000000], [1], [x])\n"),
          std::string("m4_define([A], [$1$1])\nA(" + nested("A(", ")", 40) + ")A(" + nested("A(", "[x])", 40) + ")\n"),
          std::string("m4_include([configure.ac])\n")}) {
        CAPTURE(text.substr(0, 60));
        CHECK(tells(in_configure(text), "does not come to an end, so it is left as it is [expansion-budget]\n"));
    }
}

TEST_CASE("deep nesting of m4 comes to an end") {
    for (std::string const& text : std::initializer_list<std::string>{
             "AC_MSG_NOTICE(" + nested("(", ")") + ")\n", "AC_MSG_NOTICE(" + repeated("(", many) + "\n",
             "AC_DEFUN([A], [$1])\n" + nested("A(", ")") + "\n", "AC_DEFUN([A], [$1])\n" + repeated("A(", many) + "\n",
             nested("AC_CHECK_HEADERS(", ")") + "\n", "AC_MSG_NOTICE(" + nested("[", "]") + ")\n",
             repeated("[", many) + "\n", repeated("]", many) + "\n", nested("AS_IF([a], [", "])", some) + "\n",
             "AC_CHECK_FUNCS([f], " + nested("[AC_CHECK_FUNCS([f], ", "])", 200) + ")\n",
             numbered("AC_DEFUN([A#], [AC_REQUIRE([B#])AC_REQUIRE([A1#])])\n", 2000) + "A0\n",
             "m4_define([R], [m4_if([$#], [1], [$1], [R(m4_shift($@))])])\nR(" + repeated("[a],", 3000) + ")\n",
             std::string("AC_DEFUN([A], [AC_REQUIRE([B])])\nAC_DEFUN([B], [AC_REQUIRE([A])])\nA\n"),
             repeated("m4_divert_push([BODY])\n", many) + "m4_divert_pop([x])\n",
             repeated("m4_pushdef([A], [x])\n", many) + repeated("m4_popdef([A])\n", 10)}) {
        CAPTURE(text.substr(0, 60));
        in_configure(text);
    }
}

TEST_CASE("m4's arithmetic, formats and patterns have their limits") {
    for (std::string const& text :
         {"m4_eval([" + nested("(", ")") + "])\nm4_eval([" + repeated("-", many) + "1])\n",
          "m4_eval([1" + repeated("**9", many) + "])\nm4_eval([1" + repeated("+1", many) + "])\n",
          std::string("m4_eval([1/0])m4_eval([-2147483648/-1])m4_eval([-2147483648%-1])m4_eval([1<<999])\n"
                      "m4_eval([1], [99], [999999999])m4_eval([2**99999999])m4_eval([0r99:1])\n"),
          std::string("m4_format([%999999999d], [1])m4_format([%*d], [2000000000], [1])m4_format([%n%s%s])\n"
                      "m4_format([%.999999999f], [1])m4_format([%llllld], [1])m4_format([%])m4_format([%5)\n"),
          std::string("m4_incr([99999999999999999999])m4_substr([abc], [-1], [99999999999])m4_index([a], [])\n"
                      "m4_translit([abc], [a-z], [z-a])m4_text_wrap([a b c], [x], [yyy], [-5])\n"),
          "m4_bpatsubst([" + repeated("a", 5000) + "], [\\(a*\\)*b], [x])\n",
          "m4_bpatsubst([" + repeated("a", 50) + "], [\\(a\\|aa\\)*\\(a\\|aa\\)*\\(a\\|aa\\)*b], [x])\n",
          "m4_bpatsubst([aaa], [" + nested("\\(", "\\)") + "], [x])\n",
          "m4_bpatsubst([aaa], [a" + repeated("*", many) + "], [x])\n",
          "m4_bpatsubst([aaa], [" + repeated("[", many) + "], [x])\n"}) {
        CAPTURE(text.substr(0, 60));
        in_configure(text);
    }
}

TEST_CASE("no text can pass for a macro call of another place") {
    std::string const findings = in_configure(
        "m4_format([%c999%c], [1], [2])\n\x01"
        "0\x02\x01"
        "1\n");
    CHECK(tells(findings, "the command '?999?' is run by configure"));
    CHECK(tells(findings, "a control character: it is read as '?' [invalid-text]\n"));
}

TEST_SUITE_END();
TEST_SUITE_BEGIN("shell");

TEST_CASE("deep nesting of the shell is a finding") {
    for (std::string const& text :
         {nested("if x; then\n", "fi\n"), repeated("if x; then\n", many), nested("x=$(", ")") + "\n",
          "x=" + repeated("$(", many) + "\n", "x=" + nested("\"$(", ")\"") + "\n", "x=" + nested("${a-", "}") + "\n",
          "x=" + repeated("`", many + 1) + "\n", nested("{ ", "}; ") + "\n", nested("( ", ") ") + "\n",
          nested("case x in x) ", ";; esac ") + "\n", nested("while x; do ", "done; ") + "\n",
          nested("f () { ", "}; ") + "\n", repeated("x=$((\n", some), repeated("x=$(\n", some)}) {
        CAPTURE(text.substr(0, 60));
        CHECK(tells(in_configure(text), ": error: "));
    }
}

TEST_CASE("long lists and many errors of the shell come to an end") {
    for (std::string const& text :
         {repeated("fi\n", many / 2), "x=" + nested("$((", "))") + "\n", "a" + repeated(" && a", many / 2) + "\n",
          "a" + repeated(" | a", many / 2) + "\n", repeated("! ", many) + "a\n",
          "if a; then b\n" + repeated("elif a; then b\n", some) + "fi\n",
          "case x in\n" + repeated("a) b ;;\n", some) + "esac\n", numbered("cat <<E#\n", 5000),
          "cat <<E\n" + repeated("$(cat <<E\n", 5000), repeated("cat <<E\n`x\nE\n", 5000), repeated("x=\"\n", some + 1),
          repeated("x=${a\n", some), repeated("case x in\n", some), repeated("f()\n", some),
          "if test " + repeated("! ", many) + "a; then b; fi\n",
          "if test x" + repeated(" -a x", some) + "; then b; fi\n", "test " + nested("\\( ", "\\) ") + "\n"}) {
        CAPTURE(text.substr(0, 60));
        in_configure(text);
    }
}

TEST_CASE("values that double come to an end") {
    for (std::string const& text :
         {"v=x\n" + repeated("v=\"$v$v\"\n", 60) + "AC_SUBST([v])\n",
          "v=x\n" + repeated("v=\"$v a\"\n", 5000) + "AC_SUBST([v])\n",
          "v=x\n" + repeated("if test \"$v\" = y; then v=\"$v a\"; else v=\"$v b\"; fi\n", 60) + "AC_SUBST([v])\n",
          numbered("v1#=$v#$v#\n", 2000) + "AC_SUBST([v11999])\n",
          "if a; then x=1\n" + repeated("else if a; then x=1\n", 3000) + "else x=2\n" + repeated("fi\n", 3001)}) {
        CAPTURE(text.substr(0, 60));
        in_configure(text);
    }
}

TEST_SUITE_END();
TEST_SUITE_BEGIN("automake");

TEST_CASE("deep nesting in a Makefile.am is a finding") {
    for (std::string const& text :
         {nested("if A\n", "endif\n", some), repeated("if A\n", some), repeated("endif\n", some),
          repeated("else\n", some), "x = " + nested("$(", ")") + "\n", "x = " + repeated("$(", many) + "\n",
          "x = " + repeated("${", many) + "\n", "x = " + nested("$(subst a,b,", ")") + "\n"}) {
        CAPTURE(text.substr(0, 60));
        CHECK(tells(in_makefile(text), ": error: "));
    }
}

TEST_CASE("variables that never end are a finding") {
    std::string const use = "bin_PROGRAMS = x\nx_SOURCES = ";
    CHECK(tells(in_makefile("a = $(b)\nb = $(a)\n" + use + "$(a)\n"), "a refers to itself, which stops make "));
    for (std::string const& text :
         {"v0 = x.c\n" + numbered("v1# = $(v#)\n", 1) + numbered("w# = $(w1#)\n", 2000) + use + "$(w1)\n",
          "v0 = x y\n" + numbered("v# = $(v#x) $(v#x)\nv#x = $(v#y) $(v#y)\nv#y = $(v0) $(v0) $(v#)\n", 60, 1) + use +
              "$(v9)\n",
          "a = x\n" + repeated("a += $(a)\n", 60) + use + "$(a)\n"}) {
        CAPTURE(text.substr(0, 60));
        in_makefile(text);
    }
    std::string chain = "v0 = x y\n";
    std::string joined = "v0 = x\n";
    std::string replaced = "v0 = a\n";
    std::string deep = "v0 = x.c\n";
    for (int i = 1; i < 5000; ++i) {
        std::string const before = "$(v" + std::to_string(i - 1) + ")";
        std::string const begin = "v" + std::to_string(i) + " = ";
        chain += i < 60 ? begin + before + " " + before + "\n" : "";
        joined += i < 60 ? begin + before + before + "\n" : "";
        replaced += i < 60 ? begin + "$(subst a,aa," + before + ")\n" : "";
        deep += begin + before + "\n";
    }
    CHECK(tells(in_makefile(chain + use + "$(v59)\n"), "more than 200000 words in variables"));
    CHECK(tells(in_makefile(joined + use + "$(v59)\n"), "more than 200000 words in variables"));
    CHECK(tells(in_makefile(replaced + use + "$(v59)\n"), "more than 200000 words in variables"));
    CHECK(tells(in_makefile(deep + use + "$(v4999)\n"), "variables refer to each other more than 200 levels deep"));
}

TEST_CASE("conditions that multiply are a finding") {
    std::string const declared = numbered("AM_CONDITIONAL([C#], [test x$c# = xy])\n", 400);
    std::string const use = "bin_PROGRAMS = x\nx_SOURCES = ";
    CHECK(tells(convert_hostile({declared, numbered("if C#\nv = a#.c\nendif\n", 400) + use + "$(v)\n"}),
                "more than 64 conditional assignments to v; this one is left out [expansion-budget]\n"));
    CHECK_FALSE(tells(convert_hostile({declared, numbered("if C#\nv += a#.c\nendif\n", 400) + use + "$(v)\n"}),
                      "conditional assignments"));
    CHECK(tells(
        convert_hostile({declared, numbered("if C#\nv += a#.c\n", 400) + repeated("endif\n", 400) + use + "$(v)\n"}),
        "conditionals nest more than 100 levels deep; what is deeper is left out [expansion-budget]\n"));
    std::string const parts =
        numbered("if C#\nv# = a\nelse\nv# = b\nendif\n", 40) + use + numbered("$(v#)", 40) + ".c\n";
    CHECK(tells(convert_hostile({declared, parts}), "too many conditions meet in this word [expansion-budget]\n"));
}

TEST_CASE("files that include themselves or each other are a finding") {
    CHECK(
        tells(in_makefile("include Makefile.am\nbin_PROGRAMS = x\n"), "files include each other [missing-include]\n"));
    std::map<std::string, std::string> twice;
    for (int i = 0; i < 30; ++i) {
        std::string const next = "include a" + std::to_string(i + 1) + ".am\n";
        twice["a" + std::to_string(i) + ".am"] = next + next;
    }
    twice["a30.am"] = "y = 1\n";
    CHECK(tells(convert_hostile({"", "include a0.am\n", twice}), "the included files are too many or too large "));
    CHECK(tells(in_makefile("include ../Makefile.am\ninclude $(top_srcdir)/../Makefile.am\n"), "no such file "));
}

TEST_CASE("SUBDIRS that go round or out of the tree are a finding") {
    std::string const findings = convert_hostile({"AC_CONFIG_FILES([sub/Makefile ../Makefile /etc/Makefile])\n",
                                                  "SUBDIRS = . sub .. /etc ../../x sub/../.. $(nothing) \"q d\" a;b\n",
                                                  {{"sub/Makefile.am", "SUBDIRS = . .. ../sub sub\n"}}});
    CHECK(tells(findings, "Makefile.am:1:17: warning: ..: SUBDIRS comes back to a directory, or leaves the tree "));
    CHECK(tells(findings, "sub/Makefile.am:1:13: warning: ..: SUBDIRS comes back to a directory, or leaves the tree "));
    std::map<std::string, std::string> deep;
    std::string path;
    for (int i = 0; i < 150; ++i) {
        path += "a/";
        deep[path + "Makefile.am"] = "SUBDIRS = a\n";
    }
    CHECK(tells(convert_hostile({"", "SUBDIRS = a\n", deep}), "the directory has no Makefile.am [missing-include]\n"));
}

TEST_CASE("projects within each other come to an end") {
    TemporaryFolder const folder;
    std::string names;
    for (char name = 'a'; name <= 'j'; ++name) {
        names += std::string(" ") + name;
        std::filesystem::create_directory_symlink(".", folder.path / std::string(1, name));
    }
    put(folder.path / "configure.ac", "AC_INIT([x], [1])\nAM_INIT_AUTOMAKE([foreign])\nAC_CONFIG_SUBDIRS([" + names +
                                          "])\n" + "AC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n");
    put(folder.path / "Makefile.am", "SUBDIRS = $(subdirs)\n");
    TemporaryFolder const output;
    ProgramRun const run = convert(folder.path, {"--output", output.path.string()});
    CHECK(run.status == 1);
    CHECK(tells(run.err, "there are too many projects [missing-include]\n"));
}

TEST_CASE("patterns of files and names of folders have their limits") {
    convert_hostile({"",
                     "x_SOURCES = $(wildcard " + repeated("*a", 60) + "b)\nbin_PROGRAMS = x\n",
                     {{repeated("a", 200) + ".c", ""}}});
    convert_hostile({"AC_CONFIG_MACRO_DIR([" + repeated("m", 1'000'000) + "])\n", ""});
    convert_hostile(
        {numbered("AC_CONFIG_MACRO_DIR([m#])\n", 5000), "ACLOCAL_AMFLAGS = " + repeated("-I m4 ", many) + "\n"});
}

TEST_SUITE_END();
TEST_SUITE_BEGIN("names");

TEST_CASE("names of files that lead out of the tree write nothing there") {
    for (std::string const name : {"../../x", "../x", "/tmp/am2cmake-escaped", "a/../../../x", "./../x"}) {
        CAPTURE(name);
        convert_hostile({"AC_CONFIG_FILES([" + name + "])\nAC_CONFIG_HEADERS([" + name + "])\nAC_CONFIG_LINKS([" +
                             name + ":" + name + "])\nAC_CONFIG_MACRO_DIR([" + name + "])\nAC_CONFIG_AUX_DIR([" + name +
                             "])\nAC_CONFIG_SRCDIR([" + name + "])\nAC_CONFIG_COMMANDS([" + name + "], [touch x])\n",
                         "bin_PROGRAMS = " + name + "\ndata_DATA = " + name + "\nSUBDIRS = " + name + "\ninclude " +
                             name + "\nEXTRA_DIST = " + name + "\nlib_LTLIBRARIES = " + name + ".la\n"});
        CHECK_FALSE(fs::exists("/tmp/am2cmake-escaped"));
    }
}

TEST_CASE("names may hold any character") {
    std::vector<std::string> const names{"a\"b",    "a b", "a;b", "a$b",  "a\\b", "a]]b", "a\nb", "a#b",
                                         "a@b",     "a'b", "a(b", "a)b",  "${x}", "$<x>", "-x",   "a[=[b",
                                         "a,b",     "*",   "~",   "a\tb", "@x@",  "]]",   "]=]",  "\\",
                                         "$ENV{X}", "\"",  "$",   "a\rb", "%D%"};
    for (std::string const& name : names) {
        CAPTURE(name);
        std::string const quoted = "[" + name + "]";
        std::string macros = "AC_CONFIG_FILES(" + quoted + ")\nAC_CONFIG_HEADERS(" + quoted + ")\n";
        for (std::string const macro : {"AC_DEFINE", "AC_SUBST", "AC_ARG_ENABLE", "AC_ARG_WITH", "AC_CHECK_LIB",
                                        "AC_CHECK_FUNCS", "AC_CHECK_HEADERS", "AM_CONDITIONAL", "PKG_CHECK_MODULES",
                                        "AC_MSG_WARN", "AC_ARG_VAR", "AC_SEARCH_LIBS"}) {
            macros += macro + "(" + quoted + ", " + quoted + ", " + quoted + ")\n";
        }
        std::string words;
        for (std::string const variable :
             {"SUBDIRS", "bin_PROGRAMS", "EXTRA_DIST", "x_SOURCES", "data_DATA", "man_MANS", "TESTS", "AM_CPPFLAGS",
              "AM_CFLAGS", "AM_LDFLAGS", "LDADD", "CLEANFILES"}) {
            words += variable + " = " + name + " -I" + name + " -D" + name + " $(srcdir)/" + name + "\n";
        }
        convert_hostile({macros, "lib_LTLIBRARIES = libx.la\nnoinst_PROGRAMS = x\n" + words + name + ": " + name +
                                     "\n\t" + name + "\n"});
    }
}

TEST_CASE("the name and version of a project may hold any character") {
    for (std::string const name : {"a\"b;c$d\\e", "]]", "${x}", "../..", "", "a\nb", "1 2;3"}) {
        CAPTURE(name);
        TemporaryFolder const folder;
        put(folder.path / "configure.ac", "AC_INIT([" + name + "], [" + name + "], [" + name + "], [" + name +
                                              "])\nAM_INIT_AUTOMAKE([" + name + "])\nAC_OUTPUT\n");
        put(folder.path / "Makefile.am", "");
        int const status = convert(folder.path).status;
        CHECK((status == 0 || status == 1));
    }
}

TEST_SUITE_END();
TEST_SUITE_BEGIN("size");

TEST_CASE("a configure.ac of 10 MB is a finding, and one of 2 MB (or a tenth) is converted") {
    TemporaryFolder const folder;
    put(folder.path / "configure.ac", "AC_INIT([x], [1])\n" + repeated("echo hello world $x\n", 500'000));
    ProgramRun const run = convert(folder.path);
    CHECK(run.status == 5);
    CHECK(tells(run.err, "configure.ac:1:1: warning: can't be read: larger than 4 MiB [unreadable-file]\n"));
    for (std::string const& text :
         {repeated("echo hello world $x\n", 100'000 / scale), "x=\"" + repeated("a", 2'000'000 / scale) + "\"\n",
          "x=\"" + repeated("a ", 1'000'000 / scale) + "\"\n", numbered("AC_CHECK_HEADERS([a#.h])\n", 50'000 / scale),
          "AC_CHECK_HEADERS([" + numbered("a#.h ", 100'000 / scale) + "])\n",
          "AC_CHECK_HEADERS(" + repeated(",", 100'000 / scale) + ")\n",
          "# " + repeated("x", 1'000'000 / scale) + "\ndnl" + repeated("y", 1'000'000 / scale) + "\n",
          "dnl " + repeated("y", 1'000'000 / scale) + "\nAC_PROG_CC\n",
          repeated(" ", 1'000'000 / scale) + ". $srcdir/" + repeated("y", 1'000'000 / scale) + "\n",
          repeated("dnl x\nx=y\n", 50'000 / scale), repeated("\n", 2'000'000 / scale),
          "AS_IF(" + repeated("[a], [b],\n", 5000) + ")\n", "m4_case([x], " + repeated("[a], [b],\n", 5000) + ")\n",
          "m4_foreach_w([i], [" + numbered("a# ", 5000) + "], [m4_set_add([s], i)])\nm4_set_contents([s], [,])\n",
          numbered("AC_ARG_ENABLE([o#], [AS_HELP_STRING([--enable-o#], [x])])\n", 5000),
          numbered("if test \"$a#\" = x; then AC_DEFINE([X#], [1], [d])\nfi\n", 5000)}) {
        CAPTURE(text.substr(0, 60));
        in_configure(text);
    }
}

TEST_CASE("a large Makefile.am is converted") {
    for (std::string const& text :
         {"bin_PROGRAMS = x\nx_SOURCES = " + numbered("s#.c ", 100'000 / scale) + "\n",
          "bin_PROGRAMS = " + numbered("s# ", 3000) + "\n", numbered("a#: b#\n\techo $@\n", 20'000 / scale),
          numbered("a# = b#\n", 50'000 / scale),
          "bin_PROGRAMS = x\nx_SOURCES =\n" + repeated("x_SOURCES += a.c\n", 20'000 / scale),
          "bin_PROGRAMS = x\nx_LDFLAGS = " + repeated("y", 1'000'000 / scale) + " `" + repeated("z ", 20'000 / scale) +
              "`\n",
          "bin_PROGRAMS = x\nx_SOURCES = " + repeated("a.c \\\n", 100'000 / scale) + "\n"}) {
        CAPTURE(text.substr(0, 60));
        in_makefile(text);
    }
}

TEST_SUITE_END();
