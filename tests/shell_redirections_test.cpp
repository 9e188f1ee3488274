#include <doctest/doctest.h>

#include "shell_tree.hpp"

namespace am2cmake::shell {

TEST_CASE("redirections stand anywhere") {
    CHECK(tree("a >b 2>&1 <c") == R"(
Simple
  Word "a"
  Redirection >
    Word "b"
  Redirection 2>&
    Word "1"
  Redirection <
    Word "c"
)");
    CHECK(tree(">conftest.c") == R"(
Simple
  Redirection >
    Word "conftest.c"
)");
    CHECK(tree("2>/dev/null a") == R"(
Simple
  Word "a"
  Redirection 2>
    Word "/dev/null"
)");
    CHECK(tree("exec 5>>config.log") == R"(
Simple
  Word "exec"
  Redirection 5>>
    Word "config.log"
)");
    CHECK(tree("a <&- >|b <>c") == R"(
Simple
  Word "a"
  Redirection <&
    Word "-"
  Redirection >|
    Word "b"
  Redirection <>
    Word "c"
)");
    CHECK(tree("echo 2 >a") == R"(
Simple
  Word "echo"
  Word "2"
  Redirection >
    Word "a"
)");
    CHECK(tree("echo a2>b") == R"(
Simple
  Word "echo"
  Word "a2"
  Redirection >
    Word "b"
)");
    CHECK(tree("(a) >b") == R"(
Group subshell
  Simple
    Word "a"
  Redirection >
    Word "b"
)");
    CHECK(tree("if a; then b; fi >c 2>&1") == R"(
If
  Condition
    Simple
      Word "a"
  Then
    Simple
      Word "b"
  Redirection >
    Word "c"
  Redirection 2>&
    Word "1"
)");
    CHECK(tree("while read x; do a; done <f") == R"(
While
  Condition
    Simple
      Word "read"
      Word "x"
  Do
    Simple
      Word "a"
  Redirection <
    Word "f"
)");
}

TEST_CASE("here-documents lie behind their line") {
    CHECK(tree("cat <<EOF\na $b `c`\nEOF\nd") == R"(
Simple
  Word "cat"
  Redirection <<
    Word "EOF"
    Word
      Literal quoted "a "
      Parameter quoted b
      Literal quoted " "
      CommandSubstitution quoted "c"
        Simple
          Word "c"
      Literal quoted "\n"
Simple
  Word "d"
)");
    CHECK(tree("cat <<'EOF'\na $b\nEOF") == R"(
Simple
  Word "cat"
  Redirection <<
    Word quoted "EOF"
    Word quoted "a $b\n"
)");
    CHECK(tree("cat <<\\EOF >f\na \\$b\nEOF") == R"(
Simple
  Word "cat"
  Redirection <<
    Word
      Literal quoted "E"
      Literal "OF"
    Word quoted "a \\$b\n"
  Redirection >
    Word "f"
)");
    CHECK(tree("cat <<A <<-B\na\nA\n\tb\n\t\tc\n\tB\nd") == R"(
Simple
  Word "cat"
  Redirection <<
    Word "A"
    Word quoted "a\n"
  Redirection <<-
    Word "B"
    Word quoted "b\nc\n"
Simple
  Word "d"
)");
    CHECK(tree("cat <<EOF | sed \"a\nb\"\nc\nEOF") == R"(
Pipeline
  Simple
    Word "cat"
    Redirection <<
      Word "EOF"
      Word quoted "c\n"
  Simple
    Word "sed"
    Word quoted "a\nb"
)");
    CHECK(tree("if a; then cat >>f <<_ACEOF\n#define X \"y\"\n_ACEOF\nfi") == R"(
If
  Condition
    Simple
      Word "a"
  Then
    Simple
      Word "cat"
      Redirection >>
        Word "f"
      Redirection <<
        Word "_ACEOF"
        Word quoted "#define X \"y\"\n"
)");
    CHECK(tree("x=$(cat <<E\na\nE\n)") == R"(
Simple
  Assignment "x"
    Word
      CommandSubstitution "cat <<E\na\nE\n"
        Simple
          Word "cat"
          Redirection <<
            Word "E"
            Word quoted "a\n"
)");
    CHECK(tree(with_calls("cat <<'EOF'\n[0]\nEOF")) == R"(
Simple
  Word "cat"
  Redirection <<
    Word quoted "EOF"
    Word
      MacroWord quoted 0
      Literal quoted "\n"
)");
    CHECK(tree("cat <<EOF\nEOF") == R"(
Simple
  Word "cat"
  Redirection <<
    Word "EOF"
    Word
)");
}

}  // namespace am2cmake::shell
