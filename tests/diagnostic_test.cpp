#include "base/diagnostic.hpp"

#include <doctest/doctest.h>

using namespace am2cmake;

TEST_CASE("a finding is printed as compilers print it") {
    SourceMap sources;
    Source const file = sources.add_file("Makefile.am", "if X\n\tendif Y\n");
    Diagnostics diagnostics(sources);
    diagnostics.report(code::unbalanced_conditional, {file.begin + 12, file.begin + 13}, "expected X");
    CHECK(render(diagnostics.all().front(), sources) ==
          "Makefile.am:2:8: error: expected X [unbalanced-conditional]\n"
          "    2 | \tendif Y\n"
          "      | \t      ^\n");
}

TEST_CASE("a finding without a place names the program") {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    diagnostics.report(code::foreign_file, {}, "a exists");
    CHECK(render(diagnostics.all().front(), sources) == "am2cmake: error: a exists [foreign-file]\n");
}

TEST_CASE("each macro call around a finding is a note") {
    SourceMap sources;
    Source const macros = sources.add_file("my.m4", "define([MY], [bad])\n");
    Source const top = sources.add_file("configure.ac", "MY\n");
    Location const expansion = sources.add_expansion(macros.begin + 14, top.begin, 3);
    Diagnostics diagnostics(sources);
    diagnostics.report(code::syntax, {expansion, expansion + 3}, "expected a command");
    CHECK(render(diagnostics.all().front(), sources) ==
          "my.m4:1:15: error: expected a command [syntax]\n"
          "    1 | define([MY], [bad])\n"
          "      |               ^\n"
          "configure.ac:1:1: note: in the expansion of this macro\n");
}

TEST_CASE("control bytes of an input do not reach the terminal") {
    SourceMap sources;
    Source const file = sources.add_file("a", "x\x1b[31m\x01y\n");
    Diagnostics diagnostics(sources);
    diagnostics.report(code::syntax, {file.begin, file.begin}, "no");
    CHECK(render(diagnostics.all().front(), sources).find('\x1b') == std::string::npos);
}

TEST_CASE("colours stand around the parts of a finding") {
    SourceMap sources;
    Source const file = sources.add_file("a", "x\n");
    Diagnostics diagnostics(sources);
    diagnostics.report(code::unknown_macro, {file.begin, file.begin}, "no rule");
    Palette const palette{"<b>", "<n>", "<w>", "<e>", "<c>", "</>"};
    CHECK(render(diagnostics.all().front(), sources, palette) ==
          "<b>a:1:1:</> <w>warning:</> no rule [unknown-macro]\n    1 | x\n      | <c>^</>\n");
}

TEST_CASE("findings are sorted by place, and a repetition is told once") {
    SourceMap sources;
    Source const second = sources.add_file("b", "1\n2\n");
    Source const first = sources.add_file("a", "1\n2\n");
    Diagnostics diagnostics(sources);
    diagnostics.report(code::syntax, {second.begin, second.begin}, "in b");
    diagnostics.report(code::syntax, {first.begin + 2, first.begin + 2}, "line 2");
    diagnostics.report(code::unset_variable, {first.begin, first.begin}, "line 1");
    diagnostics.report(code::syntax, {first.begin + 2, first.begin + 2}, "line 2");
    diagnostics.sort();
    REQUIRE(diagnostics.all().size() == 3);
    CHECK(diagnostics.all()[0].message == "line 1");
    CHECK(diagnostics.all()[1].message == "line 2");
    CHECK(diagnostics.all()[2].message == "in b");
    CHECK(diagnostics.count(Severity::error) == 2);
    CHECK(diagnostics.count(Severity::note) == 1);
    CHECK(diagnostics.count_needing_you() == 2);
}
