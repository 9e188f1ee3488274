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

TEST_CASE("nothing is nothing") {
    CHECK(tree("") == R"(
)");
    CHECK(tree("\n \n") == R"(
)");
    CHECK(tree("\t") == R"(
)");
}

}  // namespace am2cmake::shell
