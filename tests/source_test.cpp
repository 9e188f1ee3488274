#include "base/source.hpp"

#include <doctest/doctest.h>

using am2cmake::Location;
using am2cmake::Place;
using am2cmake::Source;
using am2cmake::SourceMap;

TEST_CASE("lines and columns count from one, in bytes") {
    SourceMap sources;
    Source const file = sources.add_file("configure.ac", "AC_INIT\n\xC3\xA4 b\n");
    Place const first = sources.place(file.begin).value();
    CHECK(first.path == "configure.ac");
    CHECK(first.line == 1);
    CHECK(first.column == 1);
    CHECK(first.line_text == "AC_INIT");
    Place const second = sources.place(file.begin + 11).value();
    CHECK(second.line == 2);
    CHECK(second.column == 4);
    CHECK(second.line_text == "\xC3\xA4 b");
}

TEST_CASE("the newline belongs to its line, the end of a file to the line after its last newline") {
    SourceMap sources;
    Source const file = sources.add_file("a", "one\ntwo\n");
    CHECK(sources.place(file.begin + 3)->line == 1);
    CHECK(sources.place(file.begin + 3)->column == 4);
    CHECK(sources.place(file.begin + 8)->line == 3);
    CHECK(sources.place(file.begin + 8)->line_text.empty());
}

TEST_CASE("an empty file has a place, and files beside it keep theirs") {
    SourceMap sources;
    Source const empty = sources.add_file("empty", "");
    Source const next = sources.add_file("next", "x");
    CHECK(sources.place(empty.begin)->path == "empty");
    CHECK(sources.place(next.begin)->path == "next");
    CHECK(sources.place(next.begin)->line == 1);
}

TEST_CASE("nowhere has no place") {
    SourceMap sources;
    CHECK_FALSE(sources.place(Location{}));
    sources.add_file("a", "x");
    CHECK_FALSE(sources.place(Location{}));
    CHECK_FALSE((Location{} + 5).known());
}

TEST_CASE("a source's text stays where it is while files are added") {
    SourceMap sources;
    Source const first = sources.add_file("a", "short");
    for (int i = 0; i < 100; ++i) {
        sources.add_file("b", std::string(100, 'x'));
    }
    CHECK(first.text == "short");
    CHECK(first.path == "a");
}

TEST_CASE("a byte of an expansion knows its spelling and the calls around it") {
    SourceMap sources;
    Source const macros = sources.add_file("m4/my.m4", "AC_DEFUN([MY], [inner])\n");
    Source const top = sources.add_file("configure.ac", "\nMY\n");
    Location const outer = sources.add_expansion(macros.begin + 16, top.begin + 1, 5);
    Location const nested = sources.add_expansion(macros.begin + 17, outer + 2, 3);

    CHECK(sources.spelling(nested + 1) == macros.begin + 18);
    CHECK(sources.place(nested + 1)->path == "m4/my.m4");
    CHECK(sources.expanded_at(nested + 1) == outer + 2);
    CHECK(sources.expanded_at(outer + 2) == top.begin + 1);
    CHECK_FALSE(sources.expanded_at(top.begin + 1));
    CHECK(sources.outermost(nested) == top.begin + 1);
    CHECK(sources.outermost(top.begin) == top.begin);
}

TEST_CASE("an expansion of another expansion's text is spelled where that was") {
    SourceMap sources;
    Source const file = sources.add_file("a", "0123456789");
    Location const once = sources.add_expansion(file.begin + 2, file.begin, 4);
    Location const twice = sources.add_expansion(once + 1, file.begin + 9, 2);
    CHECK(sources.spelling(twice + 1) == file.begin + 4);
}

TEST_CASE("when the handles are used up an expansion is nowhere") {
    SourceMap sources;
    Source const file = sources.add_file("a", "x");
    CHECK_FALSE(sources.add_expansion(file.begin, file.begin, 0xFFFFFFFF).known());
    CHECK(sources.add_expansion(file.begin, file.begin, 1).known());
}
