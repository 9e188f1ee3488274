#include <doctest/doctest.h>

#include "shell_tree.hpp"

namespace am2cmake::shell {

TEST_CASE("operators make lists and pipelines") {
    CHECK(tree("a && b || c") == R"(
AndOr
  Simple
    Word "a"
  &&
  Simple
    Word "b"
  ||
  Simple
    Word "c"
)");
    CHECK(tree("a | b | c") == R"(
Pipeline
  Simple
    Word "a"
  Simple
    Word "b"
  Simple
    Word "c"
)");
    CHECK(tree("! a") == R"(
Pipeline !
  Simple
    Word "a"
)");
    CHECK(tree("! a | b") == R"(
Pipeline !
  Simple
    Word "a"
  Simple
    Word "b"
)");
    CHECK(tree("a &&\n# why\n  b") == R"(
AndOr
  Simple
    Word "a"
  &&
  Simple
    Word "b"
)");
    CHECK(tree("a | \n b") == R"(
Pipeline
  Simple
    Word "a"
  Simple
    Word "b"
)");
    CHECK(tree("a; b & c") == R"(
Simple
  Word "a"
Simple
  Word "b"
Simple
  Word "c"
)");
    CHECK(tree("a &\nb") == R"(
Simple
  Word "a"
Simple
  Word "b"
)");
}

TEST_CASE("an if has branches of lists") {
    CHECK(tree("if a; then b; fi") == R"(
If
  Condition
    Simple
      Word "a"
  Then
    Simple
      Word "b"
)");
    CHECK(tree("if a; b\nthen c\nelif d; then e; else f; fi") == R"(
If
  Condition
    Simple
      Word "a"
    Simple
      Word "b"
  Then
    Simple
      Word "c"
  Condition
    Simple
      Word "d"
  Then
    Simple
      Word "e"
  Else
    Simple
      Word "f"
)");
    CHECK(tree("if a; then\nfi") == R"(
If
  Condition
    Simple
      Word "a"
  Then
)");
    CHECK(tree("if a; then\n  # nothing\nelse\n  :\nfi") == R"(
If
  Condition
    Simple
      Word "a"
  Then
    Comment "nothing"
  Else
    Simple
      Word ":"
)");
    CHECK(tree("if a; then if b; then c; fi fi") == R"(
If
  Condition
    Simple
      Word "a"
  Then
    If
      Condition
        Simple
          Word "b"
      Then
        Simple
          Word "c"
)");
    CHECK(tree("if test \"x$a\" = xyes && { b || c; }; then d; fi") == R"(
If
  Condition
    AndOr
      Simple
        Word "test"
        Word
          Literal quoted "x"
          Parameter quoted a
        Word "="
        Word "xyes"
      &&
      Group
        AndOr
          Simple
            Word "b"
          ||
          Simple
            Word "c"
  Then
    Simple
      Word "d"
)");
}

TEST_CASE("loops have words or conditions") {
    CHECK(tree("for x in a $b \"c\"; do d; done") == R"(
For x
  In
    Word "a"
    Word
      Parameter b
    Word quoted "c"
  Do
    Simple
      Word "d"
)");
    CHECK(tree("for x\ndo a\ndone") == R"(
For x
  Do
    Simple
      Word "a"
)");
    CHECK(tree("for x; do a; done") == R"(
For x
  Do
    Simple
      Word "a"
)");
    CHECK(tree("for x in; do a; done") == R"(
For x
  In
  Do
    Simple
      Word "a"
)");
    CHECK(tree("for x\nin a\ndo\n  b\ndone") == R"(
For x
  In
    Word "a"
  Do
    Simple
      Word "b"
)");
    CHECK(tree("while a; b; do c; done") == R"(
While
  Condition
    Simple
      Word "a"
    Simple
      Word "b"
  Do
    Simple
      Word "c"
)");
    CHECK(tree("until a\ndo b\ndone") == R"(
Until
  Condition
    Simple
      Word "a"
  Do
    Simple
      Word "b"
)");
}

TEST_CASE("a case has arms") {
    CHECK(tree("case \"$a$b\" in\n  *-mingw* | *-cygwin*) c ;;\n  (d) ;;\n  *) e\nesac") == R"(
Case
  Word
    Parameter quoted a
    Parameter quoted b
  Arm
    Word "*-mingw*"
    Word "*-cygwin*"
    Do
      Simple
        Word "c"
  Arm
    Word "d"
    Do
  Arm
    Word "*"
    Do
      Simple
        Word "e"
)");
    CHECK(tree("case x in esac") == R"(
Case
  Word "x"
)");
    CHECK(tree("case $a in #(\n  yes) :\n    b ;; #(\n  *) :\n     ;;\nesac") == R"(
Case
  Word
    Parameter a
  Arm
    Word "yes"
    Do
      Simple
        Word ":"
      Simple
        Word "b"
  Arm
    Word "*"
    Do
      Simple
        Word ":"
)");
    CHECK(tree("case $host\nin\na) b;;\nesac") == R"(
Case
  Word
    Parameter host
  Arm
    Word "a"
    Do
      Simple
        Word "b"
)");
    CHECK(tree("case $a in\n# first\nb) c ;;\n# last\nesac") == R"(
Case
  Word
    Parameter a
  Arm
    Word "b"
    Do
      Comment "first"
      Simple
        Word "c"
      Comment "last"
)");
    CHECK(tree("case $a in [\\\\/]* | ?:[\\\\/]*) b;; ''|\"x y\") c;; esac") == R"(
Case
  Word
    Parameter a
  Arm
    Word
      Literal "["
      Literal quoted "\\"
      Literal "/]*"
    Word
      Literal "?:["
      Literal quoted "\\"
      Literal "/]*"
    Do
      Simple
        Word "b"
  Arm
    Word
    Word quoted "x y"
    Do
      Simple
        Word "c"
)");
}

TEST_CASE("functions have a body of any compound command") {
    CHECK(tree("f() { a; b; }") == R"(
Function f
  Simple
    Word "a"
  Simple
    Word "b"
)");
    CHECK(tree("f ()\n{\n  a\n}") == R"(
Function f
  Simple
    Word "a"
)");
    CHECK(tree("f() ( a )") == R"(
Function f
  Group subshell
    Simple
      Word "a"
)");
    CHECK(tree("as_fn_x () { a; } >b") == R"(
Function as_fn_x
  Group
    Simple
      Word "a"
    Redirection >
      Word "b"
)");
}

TEST_CASE("groups are subshells or not") {
    CHECK(tree("(a; b)") == R"(
Group subshell
  Simple
    Word "a"
  Simple
    Word "b"
)");
    CHECK(tree("{ a; b; }") == R"(
Group
  Simple
    Word "a"
  Simple
    Word "b"
)");
    CHECK(tree("(cd x && (a))") == R"(
Group subshell
  AndOr
    Simple
      Word "cd"
      Word "x"
    &&
    Group subshell
      Simple
        Word "a"
)");
    CHECK(tree("{\n(a)\n}") == R"(
Group
  Group subshell
    Simple
      Word "a"
)");
    CHECK(tree("echo {a} }") == R"(
Simple
  Word "echo"
  Word "{a}"
  Word "}"
)");
}

TEST_CASE("comments and blank lines are kept between commands") {
    CHECK(tree("# a\n#b\n#\n#  c\nd") == R"(
Comment "a\nb\n\n c"
Simple
  Word "d"
)");
    CHECK(tree("a # b\nc") == R"(
Simple
  Word "a"
Simple
  Word "c"
)");
    CHECK(tree("\n\n# a\n\n\nb\n\n") == R"(
Comment "a"
BlankLine
Simple
  Word "b"
)");
    CHECK(tree("if a; then # b\n  # c\n\n  d\n\nfi") == R"(
If
  Condition
    Simple
      Word "a"
  Then
    Comment "b\nc"
    BlankLine
    Simple
      Word "d"
)");
    CHECK(tree("a#b '#' $#") == R"(
Simple
  Word "a#b"
  Word quoted "#"
  Word
    Parameter #
)");
}

TEST_CASE("keywords are words elsewhere") {
    CHECK(tree("echo if then fi") == R"(
Simple
  Word "echo"
  Word "if"
  Word "then"
  Word "fi"
)");
    CHECK(tree("x=1 if") == R"(
Simple
  Assignment "x"
    Word "1"
  Word "if"
)");
    CHECK(tree("iff") == R"(
Simple
  Word "iff"
)");
    CHECK(tree("for in in in; do a; done") == R"(
For in
  In
    Word "in"
  Do
    Simple
      Word "a"
)");
    CHECK(tree("case in in in) a;; esac") == R"(
Case
  Word "in"
  Arm
    Word "in"
    Do
      Simple
        Word "a"
)");
    CHECK(tree("echo ! { }") == R"(
Simple
  Word "echo"
  Word "!"
  Word "{"
  Word "}"
)");
}

TEST_CASE("lines may end with a carriage return") {
    CHECK(tree("a\r\nb c\r\n") == R"(
Simple
  Word "a"
Simple
  Word "b"
  Word "c"
)");
    CHECK(tree("if a\r\nthen\r\n  b\r\nfi\r\n") == R"(
If
  Condition
    Simple
      Word "a"
  Then
    Simple
      Word "b"
)");
    CHECK(tree("a \\\r\n b") == R"(
Simple
  Word "a"
  Word "b"
)");
    CHECK(tree("cat <<E\r\na\r\nE\r\nb") == R"(
Simple
  Word "cat"
  Redirection <<
    Word "E"
    Word quoted "a\x0d\n"
Simple
  Word "b"
)");
    CHECK(tree("# a\r\n") == R"(
Comment "a"
)");
}

}  // namespace am2cmake::shell
