#include <doctest/doctest.h>

#include "shell_tree.hpp"

namespace am2cmake::shell {

TEST_CASE("words are split at blanks and keep their quoting") {
    CHECK(tree("echo a'b c'\"d e\"\\ f") == R"(
Simple
  Word "echo"
  Word
    Literal "a"
    Literal quoted "b cd e "
    Literal "f"
)");
    CHECK(tree("test x\"$y\" = x") == R"(
Simple
  Word "test"
  Word
    Literal "x"
    Parameter quoted y
  Word "="
  Word "x"
)");
    CHECK(tree("echo '' \"\"") == R"(
Simple
  Word "echo"
  Word
  Word
)");
    CHECK(tree("a=b\\\nc \\\n  d") == R"(
Simple
  Assignment "a"
    Word "bc"
  Word "d"
)");
    CHECK(tree("echo \"a\\$b\\\"c\\d\"") == R"(
Simple
  Word "echo"
  Word quoted "a$b\"c\\d"
)");
    CHECK(tree("echo $ a$ \"$\"") == R"(
Simple
  Word "echo"
  Word "$"
  Word "a$"
  Word quoted "$"
)");
    CHECK(tree("echo caf\303\251 \\\303\251") == R"(
Simple
  Word "echo"
  Word "caf\xc3\xa9"
  Word quoted "\xc3\xa9"
)");
}

TEST_CASE("assignments stand before the command") {
    CHECK(tree("CFLAGS=\"$CFLAGS -Wall\"") == R"(
Simple
  Assignment "CFLAGS"
    Word
      Parameter quoted CFLAGS
      Literal quoted " -Wall"
)");
    CHECK(tree("x=$y") == R"(
Simple
  Assignment "x"
    Word
      Parameter y
)");
    CHECK(tree("x= y=1 make a=b") == R"(
Simple
  Assignment "x"
    Word
  Assignment "y"
    Word "1"
  Word "make"
  Word "a=b"
)");
    CHECK(tree("save_LIBS=$LIBS; LIBS=\"-lm $LIBS\"") == R"(
Simple
  Assignment "save_LIBS"
    Word
      Parameter LIBS
Simple
  Assignment "LIBS"
    Word
      Literal quoted "-lm "
      Parameter quoted LIBS
)");
}

TEST_CASE("parameters have operations with words") {
    CHECK(tree("${a}") == R"(
Simple
  Word
    Parameter a
)");
    CHECK(tree("${1} $1 $10") == R"(
Simple
  Word
    Parameter 1
  Word
    Parameter 1
  Word
    Parameter 1
    Literal "0"
)");
    CHECK(tree("$# $? $$ $@ \"$*\"") == R"(
Simple
  Word
    Parameter #
  Word
    Parameter ?
  Word
    Parameter $
  Word
    Parameter @
  Word
    Parameter quoted *
)");
    CHECK(tree("${a-b c}") == R"(
Simple
  Word
    Parameter a -
      Word "b c"
)");
    CHECK(tree("${a:=$b}") == R"(
Simple
  Word
    Parameter a :=
      Word
        Parameter b
)");
    CHECK(tree("${#a} ${#}") == R"(
Simple
  Word
    Parameter a length
  Word
    Parameter #
)");
    CHECK(tree("${a%.c} ${a%%/*} ${a#x} ${a##*/}") == R"(
Simple
  Word
    Parameter a %
      Word ".c"
  Word
    Parameter a %%
      Word "/*"
  Word
    Parameter a #
      Word "x"
  Word
    Parameter a ##
      Word "*/"
)");
    CHECK(tree("\"${a:+ $b}\"") == R"(
Simple
  Word
    Parameter quoted a :+
      Word
        Literal quoted " "
        Parameter quoted b
)");
    CHECK(tree("\"${a-'x'}\"") == R"(
Simple
  Word
    Parameter quoted a -
      Word quoted "'x'"
)");
    CHECK(tree("\"${a%'x'}\"") == R"(
Simple
  Word
    Parameter quoted a %
      Word quoted "x"
)");
    CHECK(tree("${a-${b-c}}") == R"(
Simple
  Word
    Parameter a -
      Word
        Parameter b -
          Word "c"
)");
    CHECK(tree(": ${CFLAGS=\"-g -O2\"}") == R"(
Simple
  Word ":"
  Word
    Parameter CFLAGS =
      Word quoted "-g -O2"
)");
}

TEST_CASE("commands are substituted in both forms") {
    CHECK(tree("x=$(pwd)") == R"(
Simple
  Assignment "x"
    Word
      CommandSubstitution "pwd"
        Simple
          Word "pwd"
)");
    CHECK(tree("x=`pwd`") == R"(
Simple
  Assignment "x"
    Word
      CommandSubstitution "pwd"
        Simple
          Word "pwd"
)");
    CHECK(tree("x=\"`echo \\\"a\\\"`\"") == R"(
Simple
  Assignment "x"
    Word
      CommandSubstitution quoted "echo \"a\""
        Simple
          Word "echo"
          Word quoted "a"
)");
    CHECK(tree("x=`a \\`b\\` \\$c`") == R"(
Simple
  Assignment "x"
    Word
      CommandSubstitution "a `b` $c"
        Simple
          Word "a"
          Word
            CommandSubstitution "b"
              Simple
                Word "b"
          Word
            Parameter c
)");
    CHECK(tree("echo $(echo $(echo a))") == R"tree(
Simple
  Word "echo"
  Word
    CommandSubstitution "echo $(echo a)"
      Simple
        Word "echo"
        Word
          CommandSubstitution "echo a"
            Simple
              Word "echo"
              Word "a"
)tree");
    CHECK(tree("x=$((1 + (2)))") == R"tree(
Simple
  Assignment "x"
    Word
      Arithmetic "1 + (2)"
)tree");
    CHECK(tree("x=$((a); b)") == R"(
Simple
  Assignment "x"
    Word
      CommandSubstitution "(a); b"
        Group subshell
          Simple
            Word "a"
        Simple
          Word "b"
)");
    CHECK(tree("ver=`echo \"$v\" | sed 's/\\..*//'`") == R"(
Simple
  Assignment "ver"
    Word
      CommandSubstitution "echo \"$v\" | sed 's/\\..*//'"
        Pipeline
          Simple
            Word "echo"
            Word
              Parameter quoted v
          Simple
            Word "sed"
            Word quoted "s/\\..*//"
)");
}

TEST_CASE("calls of macros are commands and parts of words") {
    CHECK(tree(with_calls("[0]")) == R"(
MacroCall 0
)");
    CHECK(tree(with_calls("[0] [1]")) == R"(
MacroCall 0
MacroCall 1
)");
    CHECK(tree(with_calls("[0][1]")) == R"(
MacroCall 0
MacroCall 1
)");
    CHECK(tree(with_calls("[0]; [1]\n[2]")) == R"(
MacroCall 0
MacroCall 1
MacroCall 2
)");
    CHECK(tree(with_calls("[0] && [1] || a")) == R"(
AndOr
  MacroCall 0
  &&
  MacroCall 1
  ||
  Simple
    Word "a"
)");
    CHECK(tree(with_calls("[0] a=b")) == R"(
MacroCall 0
Simple
  Assignment "a"
    Word "b"
)");
    CHECK(tree(with_calls("if [0]; then [1] fi")) == R"(
If
  Condition
    MacroCall 0
  Then
    MacroCall 1
)");
    CHECK(tree(with_calls("if a; then\n  [0]\nelse\n  [1]\nfi")) == R"(
If
  Condition
    Simple
      Word "a"
  Then
    MacroCall 0
  Else
    MacroCall 1
)");
    CHECK(tree(with_calls("case a in b) [0];; esac")) == R"(
Case
  Word "a"
  Arm
    Word "b"
    Do
      MacroCall 0
)");
    CHECK(tree(with_calls("x=[0]")) == R"(
Simple
  Assignment "x"
    Word
      MacroWord 0
)");
    CHECK(tree(with_calls("echo \"[0]\" '[1]'")) == R"(
Simple
  Word "echo"
  Word
    MacroWord quoted 0
  Word
    MacroWord quoted 1
)");
    CHECK(tree(with_calls("[0]=yes")) == R"(
Simple
  Assignment "<0>"
    Word "yes"
)");
    CHECK(tree(with_calls("test $[0] = yes")) == R"(
Simple
  Word "test"
  Word
    Parameter <0>
  Word "="
  Word "yes"
)");
    CHECK(tree(with_calls("${a_[0]}")) == R"(
Simple
  Word
    Parameter a_<0>
)");
    CHECK(tree(with_calls("[0] >&2")) == R"(
Simple
  Word
    MacroWord 0
  Redirection >&
    Word "2"
)");
    CHECK(tree(with_calls("! [0] | cat")) == R"(
Pipeline !
  MacroCall 0
  Simple
    Word "cat"
)");
    CHECK(tree(with_calls("foo [0]")) == R"(
Simple
  Word "foo"
  Word
    MacroWord 0
)");
}

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

TEST_CASE("any byte is text") {
    CHECK(tree("echo \377\303 b") == R"(
Simple
  Word "echo"
  Word "\xff\xc3"
  Word "b"
)");
    CHECK(tree("x='\376'") == R"(
Simple
  Assignment "x"
    Word quoted "\xfe"
)");
    CHECK(tree("# \200") == R"(
Comment "\x80"
)");
}

}  // namespace am2cmake::shell
