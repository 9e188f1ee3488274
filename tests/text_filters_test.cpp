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
}

TEST_CASE("awk programs that print fields") {
    CHECK(awk_print("{ print $3; }")->fields == std::vector<std::size_t>{3});
    CHECK(!awk_print("{print $NF}"));
    CHECK(!awk_print("/x/ {print $1}"));
    auto const formatted = awk_print("{ printf(\"%d.%02d\", $1, $2) }");
    REQUIRE(formatted);
    CHECK(formatted->format == "%d.%02d");
    CHECK(formatted->fields == std::vector<std::size_t>{1, 2});
}

TEST_CASE("formats of printf") {
    auto const parts = printf_parts("v%d.%02d\\n");
    REQUIRE(parts);
    REQUIRE(parts->size() == 5);
    CHECK(parts->at(0).text == "v");
    CHECK(parts->at(3).width == 2);
    CHECK(!printf_parts("%x"));
    CHECK(!printf_parts("a\\tb"));
}

TEST_CASE("letters exchanged by their place in the alphabet fold the case") {
    std::string from = "*abcdefghijklmnopqrstuvwxyz";
    std::string to = "PABCDEFGHIJKLMNOPQRSTUVWXYZ";
    CHECK(fold_case(from, to, true));
    CHECK(from == "*");
    CHECK(to == "P");
    CHECK(sed_transliteration("y%./%__%") == std::pair<std::string, std::string>{"./", "__"});
    CHECK(!sed_transliteration("y/a/bc/"));
    CHECK(bracket_characters("a-z_") == "a-z_");
    CHECK(bracket_characters(".-") == ".-");
    CHECK(!bracket_characters("^a"));
}
