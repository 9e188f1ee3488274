#include <doctest/doctest.h>

#include "shell_tree.hpp"

namespace am2cmake::shell {

TEST_CASE("a broken command is kept and the next one is read") {
    CHECK(tree("a\nfoo ( bar\nb") == R"(
2:5: expected the end of the command
Simple
  Word "a"
Verbatim "foo ( bar"
Simple
  Word "b"
)");
    CHECK(tree("a |") == R"(
1:4: expected a command
Verbatim "a |"
)");
    CHECK(tree("a &&\n") == R"(
2:1: expected a command
Verbatim "a &&\n"
)");
    CHECK(tree("&& a") == R"(
1:1: expected a command
Verbatim "&& a"
)");
    CHECK(tree("a;;\nb") == R"(
1:2: expected the end of the command, found `;;`
Verbatim "a;;"
Simple
  Word "b"
)");
    CHECK(tree("fi\na") == R"(
1:1: expected a command, found `fi`
Verbatim "fi"
Simple
  Word "a"
)");
    CHECK(tree("a )\nb") == R"tree(
1:3: expected the end of the command, found `)`
Verbatim "a )"
Simple
  Word "b"
)tree");
    CHECK(tree("x=(1 2)\nb") == R"tree(
1:3: expected the end of the command
Verbatim "x=(1 2)"
Simple
  Word "b"
)tree");
    CHECK(tree("a > \nb") == R"(
1:5: expected a word
Verbatim "a > "
Simple
  Word "b"
)");
    CHECK(tree("! ! a") == R"(
1:3: expected a command
Verbatim "! ! a"
)");
    CHECK(tree(")") == R"tree(
1:1: expected a command, found `)`
Verbatim ")"
)tree");
    CHECK(tree("; a") == R"(
1:1: expected a command
Verbatim "; a"
)");
}

TEST_CASE("quotes and expansions have an end") {
    CHECK(tree("a\necho 'b\nc") == R"(
2:6: expected a closing `'`
Simple
  Word "a"
Verbatim "echo 'b"
Simple
  Word "c"
)");
    CHECK(tree("echo \"a") == R"(
1:6: expected a closing `"`
Verbatim "echo \"a"
)");
    CHECK(tree("echo \"a $(b") == R"(
1:9: expected a closing `)`
Verbatim "echo \"a $(b"
)");
    CHECK(tree("echo `a") == R"(
1:6: expected a closing ```
Verbatim "echo `a"
)");
    CHECK(tree("echo `a \"b`\nc") == R"(
1:9: expected a closing `"`
Verbatim "echo `a \"b`"
Simple
  Word "c"
)");
    CHECK(tree("echo ${a") == R"(
1:6: expected a parameter expansion of POSIX
Verbatim "echo ${a"
)");
    CHECK(tree("echo ${a-b") == R"(
1:6: expected a closing `}`
Verbatim "echo ${a-b"
)");
    CHECK(tree("echo ${a/b/c}\nd") == R"(
1:6: expected a parameter expansion of POSIX
Verbatim "echo ${a/b/c}"
Simple
  Word "d"
)");
    CHECK(tree("echo $(a; fi)") == R"tree(
1:11: expected a command, found `fi`
Verbatim "echo $(a; fi)"
)tree");
    CHECK(tree("echo $(if a; then b)") == R"tree(
1:20: expected `fi` to end the command of line 1
Verbatim "echo $(if a; then b)"
)tree");
    CHECK(tree("echo \"${a-\"b}\"") == R"(
1:7: expected a closing `}`
Verbatim "echo \"${a-\"b}\""
)");
}

TEST_CASE("here-documents have an end") {
    CHECK(tree("a\n  cat <<EOF\nb") == R"(
2:7: expected a line `EOF` that ends this here-document
Simple
  Word "a"
Verbatim "cat <<EOF"
Simple
  Word "b"
)");
    CHECK(tree("cat <<EOF\n`a\nEOF\nb") == R"(
2:1: expected a closing ```
Verbatim "cat <<EOF"
Simple
  Word "b"
)");
}

TEST_CASE("compound commands have an end") {
    CHECK(tree("if a; then\n  b\n") == R"(
3:1: expected `fi` to end the command of line 1
If
  Condition
    Simple
      Word "a"
  Then
    Simple
      Word "b"
)");
    CHECK(tree("if a; then\n  b\ndone\nfi") == R"(
3:1: expected a command, found `done`
If
  Condition
    Simple
      Word "a"
  Then
    Simple
      Word "b"
    Verbatim "done"
)");
    CHECK(tree("for x in a; do\n  b\n") == R"(
3:1: expected `done` to end the command of line 1
For x
  In
    Word "a"
  Do
    Simple
      Word "b"
)");
    CHECK(tree("while a\nfi") == R"(
2:1: expected a command, found `fi`
2:3: expected `do`
Verbatim "while a\nfi"
)");
    CHECK(tree("if a\n  b\nfi\nc") == R"(
3:1: expected `then`
Verbatim "if a\n  b\nfi"
Simple
  Word "c"
)");
    CHECK(tree("case a in\nb) c ;;\n") == R"(
3:1: expected `esac` to end the command of line 1
Case
  Word "a"
  Arm
    Word "b"
    Do
      Simple
        Word "c"
)");
    CHECK(tree("case a in\nb c) d ;;\nesac") == R"(
2:3: expected `|` or `)` after a pattern
3:1: expected a command, found `esac`
Verbatim "case a in\nb c) d ;;"
Verbatim "esac"
)");
    CHECK(tree("case a b) c;; esac\nd") == R"(
1:8: expected `in`
Verbatim "case a b) c;; esac"
Simple
  Word "d"
)");
    CHECK(tree("for 1 in a; do b; done\nc") == R"(
1:5: expected the name of a variable
Verbatim "for 1 in a; do b; done"
Simple
  Word "c"
)");
    CHECK(tree("for x in a\n b\ndone") == R"(
2:2: expected `do`
3:1: expected a command, found `done`
Verbatim "for x in a\n b"
Verbatim "done"
)");
    CHECK(tree("(a") == R"(
1:3: expected `)` to end the command of line 1
Group subshell
  Simple
    Word "a"
)");
    CHECK(tree("{ a") == R"(
1:4: expected `}` to end the command of line 1
Group
  Simple
    Word "a"
)");
    CHECK(tree("f() a\nb") == R"(
1:5: expected the body of a function
Verbatim "f() a"
Simple
  Word "b"
)");
    CHECK(tree("if a; then b ( ; fi\nc") == R"(
1:14: expected the end of the command
Verbatim "if a; then b ( ; fi"
Simple
  Word "c"
)");
    CHECK(tree("if a; then\n  b (\n  c\nfi") == R"(
2:5: expected the end of the command
If
  Condition
    Simple
      Word "a"
  Then
    Verbatim "b ("
    Simple
      Word "c"
)");
    CHECK(tree("case a in\nb) c ( ;;\nd) e ;;\nesac") == R"(
2:6: expected the end of the command
Case
  Word "a"
  Arm
    Word "b"
    Do
      Verbatim "c ( "
  Arm
    Word "d"
    Do
      Simple
        Word "e"
)");
    CHECK(tree("if a; then\n  if b; then\n  c\nfi\nd") == R"(
5:2: expected `fi` to end the command of line 1
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
    Simple
      Word "d"
)");
    CHECK(tree("while\nif\ndone") == R"(
3:1: expected `then`
3:5: expected `do`
Verbatim "while\nif\ndone"
)");
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

TEST_CASE("deep nesting is read up to a limit") {
    CHECK(Parsed(repeated("if a; then\n", 200) + "b\n" + repeated("fi\n", 200)).findings().empty());
    CHECK(Parsed(repeated("x=`a \\`b\\``; (", 100) + "c" + repeated(")", 100)).findings().empty());
    std::string const limit = "nesting is deeper than 250 levels; nothing from here on is read\n";
    CHECK(Parsed(repeated("if a; then\n", 1000)).findings() == "249:4: " + limit);
    CHECK(Parsed("x=" + repeated("$(", 1000)).findings() == "1:253: " + limit);
    CHECK(Parsed("x=" + repeated("${a-", 1000)).findings() == "1:999: " + limit);
    CHECK(Parsed(repeated("(", 1000)).findings() == "1:251: " + limit);
}

TEST_CASE("constructs without an end are read once") {
    CHECK(Parsed(repeated("if\n", 100)).diagnostics.all().size() == 100);
    CHECK(Parsed(repeated("if a; then\n", 100)).diagnostics.all().size() == 100);
    CHECK(Parsed(repeated("case a in b)\n", 100)).diagnostics.all().size() == 100);
    CHECK(Parsed(repeated("\"$(\n", 100)).findings() == "100:2: expected a closing `)`\n");
}

}  // namespace am2cmake::shell
