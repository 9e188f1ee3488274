#include "base/words.hpp"

#include <doctest/doctest.h>

using namespace am2cmake;
using Words = std::vector<std::string>;

TEST_CASE("trim takes blanks and newlines from both ends") {
    CHECK(trim("  a b \n") == "a b");
    CHECK(trim("\t\r\n ") == "");
    CHECK(trim("") == "");
    CHECK(trim("a") == "a");
}

TEST_CASE("words are split at any run of blanks") {
    CHECK(split_words(" a  b\n\tc ") == Words{"a", "b", "c"});
    CHECK(split_words("") == Words{});
    CHECK(split_words(" \n ") == Words{});
}

TEST_CASE("split keeps empty parts") {
    CHECK(split("a::b:", ':') == Words{"a", "", "b", ""});
    CHECK(split("", ':') == Words{""});
    CHECK(split("ab", ':') == Words{"ab"});
}

TEST_CASE("join is the inverse of split") {
    CHECK(join({"a", "", "b"}, ":") == "a::b");
    CHECK(join({"x", "x"}, ", ") == "x, x");
    CHECK(join({}, ":") == "");
    CHECK(join(split("a:b::", ':'), ":") == "a:b::");
}

TEST_CASE("replacing does not look into what it has put there") {
    CHECK(replace_all("aXbX", "X", "XX") == "aXXbXX");
    CHECK(replace_all("aaa", "aa", "b") == "ba");
    CHECK(replace_all("abc", "x", "y") == "abc");
}
