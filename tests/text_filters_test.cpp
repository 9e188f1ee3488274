#include "mapper/configure/text_filters.hpp"

#include <doctest/doctest.h>

using namespace am2cmake::mapper;

TEST_CASE("basic regular expressions become CMake's") {
    CHECK(cmake_regex(R"(^\([0-9]*\)\..*$)", false) == R"(^([0-9]*)\..*$)");
    CHECK(cmake_regex("a+(b)", false) == R"(a\+\(b\))");
    CHECK(cmake_regex("[[:digit:].]", false) == "[0-9.]");
    CHECK(cmake_regex("*a$b", false) == R"(\*a\$b)");
    CHECK(cmake_regex("(a|b)+", true) == "(a|b)+");
}

TEST_CASE("what CMake's regular expressions lack is refused") {
    CHECK(!cmake_regex(R"(a\{2\})", false));
    CHECK(!cmake_regex("a{2}", true));
    CHECK(!cmake_regex(R"(\(a\)\1)", false));
    CHECK(!cmake_regex(R"(\w)", false));
    CHECK(!cmake_regex("[[:punct:]]", false));
    CHECK(!cmake_regex("[a", false));
}

TEST_CASE("a sed script of substitutions is read") {
    auto const all = sed_substitutions("s/-.*//; s,a/b,[&],g", false);
    REQUIRE(all);
    REQUIRE(all->size() == 2);
    CHECK(all->at(0).regex == "-.*");
    CHECK(all->at(0).replacement.empty());
    CHECK(!all->at(0).all);
    CHECK(all->at(1).regex == "a/b");
    CHECK(all->at(1).replacement == "[\\0]");
    CHECK(all->at(1).all);
    CHECK(sed_substitutions("s/[/]/x/", false));
    CHECK(!sed_substitutions("/x/d", false));
    CHECK(!sed_substitutions("s/a/b", false));
    CHECK(!sed_substitutions("s/a/b/p", false));
    CHECK(!sed_substitutions("s/a/b/2", false));
}

TEST_CASE("tr exchanges single characters where their order does not matter") {
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    CHECK(tr_pairs(".", "_") == Pairs{{".", "_"}});
    CHECK(tr_pairs(".-", "_") == Pairs{{".", "_"}, {"-", "_"}});
    CHECK(!tr_pairs("ab", "ba"));
    CHECK(!tr_pairs("0-9", "x"));
    CHECK(!tr_pairs("\\n", " "));
}

TEST_CASE("names within arithmetic are references") {
    CHECK(with_references("a + $b * ${c} - 10") == "${a} + ${b} * ${c} - 10");
    CHECK(with_references("0x1f + $(x1 - ${y2})") == "0x1f + $(${x1} - ${y2})");
    CHECK(with_references("$") == "$");
    CHECK(awk_printed_field("{ print $3; }") == 3);
    CHECK(awk_printed_field("{print $NF}") == 0);
}
