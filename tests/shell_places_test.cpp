#include <doctest/doctest.h>

#include "shell_tree.hpp"

namespace am2cmake::shell {

TEST_CASE("nodes know where they were written") {
    Parsed const parsed("a=b\n\nif test \"$x\" = y; then\n  foo `bar \\`baz\\` qux`\nfi >out\n");
    REQUIRE(parsed.script.commands.size() == 3);
    CHECK(parsed.span(parsed.script.span) == "1:1 to 5:8");
    CHECK(parsed.span(span_of(parsed.script.commands[0])) == "1:1 to 1:4");
    CHECK(parsed.span(span_of(parsed.script.commands[1])) == "2:1 to 3:1");
    auto const& node = std::get<If>(parsed.script.commands[2].node);
    CHECK(parsed.span(node.span) == "3:1 to 5:8");
    CHECK(parsed.span(node.branches[0].condition.span) == "3:4 to 3:17");
    CHECK(parsed.span(node.redirections[0].span) == "5:4 to 5:8");
    auto const& test = std::get<Simple>(node.branches[0].condition.commands[0].node);
    CHECK(parsed.span(test.words[1].span) == "3:9 to 3:13");
    CHECK(parsed.span(span_of(test.words[1].parts[0])) == "3:10 to 3:12");
    auto const& foo = std::get<Simple>(node.branches[0].body.commands[0].node);
    auto const& outer = std::get<CommandSubstitution>(foo.words[1].parts[0]);
    CHECK(parsed.span(outer.span) == "4:7 to 4:24");
    auto const& bar = std::get<Simple>(outer.script.commands[0].node);
    CHECK(parsed.span(bar.words[1].span) == "4:13 to 4:19");
    CHECK(parsed.span(bar.words[2].span) == "4:20 to 4:23");
}

TEST_CASE("nodes of a here-document know where they were written") {
    Parsed const parsed("if a; then\n\tcat <<-E\n\t\tx $y\n\tE\nfi\n");
    auto const& node = std::get<If>(parsed.script.commands[0].node);
    auto const& cat = std::get<Simple>(node.branches[0].body.commands[0].node);
    Word const& body = cat.redirections[0].body[0];
    CHECK(parsed.span(cat.span) == "2:2 to 2:10");
    CHECK(parsed.span(body.span) == "3:3 to 4:1");
    CHECK(parsed.span(span_of(body.parts[1])) == "3:5 to 3:7");
}

TEST_CASE("nodes end where their text does, though another file goes on") {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    Source const one = sources.add_file("one.m4", "foo");
    Source const two = sources.add_file("two.m4", "\n bar");
    Script const script = parse({"foo\n bar", {{0, one.begin}, {3, two.begin}}}, diagnostics);
    REQUIRE(script.commands.size() == 2);
    CHECK(span_of(script.commands[0]) == Span{one.begin, one.begin + 3});
    CHECK(span_of(script.commands[1]) == Span{two.begin + 2, two.begin + 5});
}

TEST_CASE("a text may be a single word or what double quotes hold") {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    std::string const text = "a b;'c d' \"$e\"";
    Source const source = sources.add_file("configure.ac", text);
    CHECK("\n" + dump(parse_word({text, {{0, source.begin}}}, diagnostics)) == R"(
Word
  Literal "a b;"
  Literal quoted "c d"
  Literal " "
  Parameter quoted e
)");
    CHECK("\n" + dump(parse_quoted({text, {{0, source.begin}}}, diagnostics)) == R"(
Word
  Literal quoted "a b;'c d' \""
  Parameter quoted e
  Literal quoted "\""
)");
    CHECK(dump(parse_word({"", {}}, diagnostics)) == "Word\n");
    CHECK(diagnostics.all().empty());
    CHECK(dump(parse_word({"a'b", {{0, source.begin}}}, diagnostics)) == "Word quoted \"a'b\"\n");
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].message == "expected a closing `'`");
    CHECK(diagnostics.all()[0].span.begin == source.begin + 1);
}

}  // namespace am2cmake::shell
