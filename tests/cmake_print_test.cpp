// The printer of CMake text: layout, quoting, and that CMake reads back what was meant.

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "emitter/cmake_ast.hpp"
#include "emitter/cmake_print.hpp"

using namespace am2cmake;
using namespace am2cmake::cmake;

namespace {

std::string printed(std::vector<Node> nodes) {
    return print({"CMakeLists.txt", std::move(nodes)});
}

std::string printed(std::string name, std::vector<Argument> arguments) {
    return printed({Command{std::move(name), std::move(arguments), {}}});
}

std::vector<Argument> words(std::vector<std::string> const& texts) {
    std::vector<Argument> result;
    for (auto const& text : texts) {
        result.push_back(word(text));
    }
    return result;
}

std::string argument(Argument const& value) {
    std::string const text = printed("f", {value});
    return text.substr(2, text.size() - 4);  // f(...)\n
}

std::string hexadecimal(std::string const& text) {
    std::string result;
    for (unsigned char const c : text) {
        result += "0123456789abcdef"[c >> 4];
        result += "0123456789abcdef"[c & 15];
    }
    return result;
}

// What CMake understands each argument to be, in hexadecimal digits.
std::vector<std::string> read_back(std::vector<Argument> const& arguments) {
    auto const folder = std::filesystem::temp_directory_path();
    auto const script = folder / "am2cmake_print_test.cmake";
    auto const output = folder / "am2cmake_print_test.txt";
    std::vector<Node> nodes{
        Command{"file", {word("WRITE"), cmake::quoted(output.generic_string()), cmake::quoted("")}, {}}};
    for (auto const& value : arguments) {
        nodes.push_back(Command{"set", {word("value"), value}, {}});
        nodes.push_back(Command{"string", {word("HEX"), {"${value}", Argument::Form::quoted, {}}, word("digits")}, {}});
        nodes.push_back(Command{
            "file",
            {word("APPEND"), cmake::quoted(output.generic_string()), {"${digits}\\n", Argument::Form::quoted, {}}},
            {}});
    }
    std::ofstream(script, std::ios::binary) << printed(std::move(nodes));
    REQUIRE(std::system(("cmake -P \"" + script.string() + "\"").c_str()) == 0);
    std::vector<std::string> lines;
    std::ifstream in(output);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    std::filesystem::remove(script);
    std::filesystem::remove(output);
    return lines;
}

}  // namespace

TEST_CASE("a command that fits stays on its line") {
    CHECK(printed("project", words({"jansson", "VERSION", "2.14", "LANGUAGES", "C"})) ==
          "project(jansson VERSION 2.14 LANGUAGES C)\n");
    CHECK(printed("enable_testing", {}) == "enable_testing()\n");
    CHECK(printed("set", words({"sources", "a.c", "b.c", "c.c", "d.c"})) == "set(sources a.c b.c c.c d.c)\n");
}

TEST_CASE("what a command is about stays beside its name, the rest is filled") {
    std::string const a(34, 'a');
    std::string const b(34, 'b');
    CHECK(printed("set", words({"list", a, "x", b, "y", "z"})) == "set(list\n    " + a + " x " + b + " y z\n)\n");
    CHECK(printed("check_headers", words({a + ".h", b + ".h", a + ".h", "d.h"})) ==
          "check_headers(\n    " + a + ".h " + b + ".h\n    " + a + ".h d.h\n)\n");
    CHECK(
        printed("set", {word("X"), cmake::quoted("yes"), word("CACHE"), word("STRING"), cmake::quoted(a + " " + b)}) ==
        "set(X \"yes\" CACHE STRING\n    \"" + a + " " + b + "\"\n)\n");
    std::string const name(75, 'n');
    CHECK(printed("add_subdirectory", words({name, "x"})) == "add_subdirectory(\n    " + name + "\n    x\n)\n");
}

TEST_CASE("sources have lines of their own where they do not fit") {
    std::string const a(40, 'a');
    CHECK(printed("add_library", words({"foo", "STATIC", a + ".c", "b.c", a + ".h"})) ==
          "add_library(foo STATIC\n    " + a + ".c\n    b.c\n    " + a + ".h\n)\n");
}

TEST_CASE("a broken command has its keywords at the beginning of lines") {
    CHECK(printed("target_sources", words({"foo", "PRIVATE", "a.c", "PUBLIC", "FILE_SET", "HEADERS", "BASE_DIRS",
                                           "${CMAKE_CURRENT_SOURCE_DIR}/include", "FILES", "include/foo.h"})) ==
          "target_sources(foo\n"
          "    PRIVATE a.c\n"
          "    PUBLIC\n"
          "        FILE_SET HEADERS\n"
          "            BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR}/include\n"
          "            FILES include/foo.h\n"
          ")\n");
    CHECK(printed("install", words({"TARGETS", "foo", "foo-static", "RUNTIME", "DESTINATION", "${CMAKE_INSTALL_BINDIR}",
                                    "LIBRARY", "DESTINATION", "${CMAKE_INSTALL_LIBDIR}"})) ==
          "install(\n"
          "    TARGETS foo foo-static\n"
          "    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}\n"
          "    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}\n"
          ")\n");
}

TEST_CASE("the values of a keyword go below it when they do not fit beside it") {
    CHECK(printed("target_compile_options", words({"foo", "PRIVATE", "-Wall", "-Wextra", "-Wshadow", "-Wpedantic",
                                                   "-Wdeclaration-after-statement", "-Wno-format-truncation"})) ==
          "target_compile_options(foo\n"
          "    PRIVATE\n"
          "        -Wall -Wextra -Wshadow -Wpedantic -Wdeclaration-after-statement\n"
          "        -Wno-format-truncation\n"
          ")\n");
}

TEST_CASE("properties are broken in pairs") {
    CHECK(printed("set_target_properties", words({"foo", "PROPERTIES", "VERSION", "1.2.3", "SOVERSION", "1",
                                                  "OUTPUT_NAME", "an_output_name_that_does_not_fit"})) ==
          "set_target_properties(foo\n"
          "    PROPERTIES\n"
          "        VERSION 1.2.3\n"
          "        SOVERSION 1\n"
          "        OUTPUT_NAME an_output_name_that_does_not_fit\n"
          ")\n");
}

TEST_CASE("a command line is filled") {
    CHECK(printed("add_custom_command",
                  words({"OUTPUT", "parser.c", "COMMAND", "bison", "--defines=parser.h", "--output=parser.c",
                         "--verbose", "--warnings=all,no-yacc", "${CMAKE_CURRENT_SOURCE_DIR}/parser.y", "VERBATIM"})) ==
          "add_custom_command(\n"
          "    OUTPUT parser.c\n"
          "    COMMAND\n"
          "        bison --defines=parser.h --output=parser.c --verbose\n"
          "        --warnings=all,no-yacc ${CMAKE_CURRENT_SOURCE_DIR}/parser.y\n"
          "    VERBATIM\n"
          ")\n");
}

TEST_CASE("a long condition is broken at its operators") {
    CHECK(printed("if", words({"NOT", "CMAKE_C_COMPILER_ID", "STREQUAL", "GNU", "AND", "NOT", "CMAKE_C_COMPILER_ID",
                               "STREQUAL", "Clang", "OR", "WIN32"})) ==
          "if(\n"
          "    NOT CMAKE_C_COMPILER_ID STREQUAL GNU\n"
          "    AND NOT CMAKE_C_COMPILER_ID STREQUAL Clang\n"
          "    OR WIN32\n"
          ")\n");
    CHECK(printed("if", words({"(", "A", "OR", "B", ")", "AND", "C"})) == "if((A OR B) AND C)\n");
}

TEST_CASE("blocks are indented") {
    Command const message{"message", {word("STATUS"), cmake::quoted("hello")}, {}};
    Block const inner{{{{"foreach", words({"x", "IN", "ITEMS", "a", "b"}), {}}, {message}}}};
    Block const outer{{{{"if", words({"A"}), {}}, {Comment{"why"}, inner}}, {{"else", {}, {}}, {message}}}};
    CHECK(printed({outer}) ==
          "if(A)\n"
          "    # why\n"
          "    foreach(x IN ITEMS a b)\n"
          "        message(STATUS \"hello\")\n"
          "    endforeach()\n"
          "else()\n"
          "    message(STATUS \"hello\")\n"
          "endif()\n");
}

TEST_CASE("blank lines are neither doubled nor at an edge") {
    Command const one{"one", {}, {}};
    CHECK(printed({BlankLine{}, one, BlankLine{}, BlankLine{}, one, BlankLine{}}) == "one()\n\none()\n");
    Block const block{{{{"if", words({"A"}), {}}, {BlankLine{}, one, BlankLine{}}}}};
    CHECK(printed({block}) == "if(A)\n    one()\nendif()\n");
    CHECK(printed(std::vector<Node>{BlankLine{}}).empty());
}

TEST_CASE("comments are wrapped and keep their lines and their indentation") {
    CHECK(printed({Comment{"a\n\n  b   c"}}) == "# a\n#\n#   b   c\n");
    CHECK(printed({Comment{std::string(60, 'a') + " " + std::string(30, 'b')}}) ==
          "# " + std::string(60, 'a') + "\n# " + std::string(30, 'b') + "\n");
    CHECK(printed({Comment{"[[ not a bracket comment"}}) == "# [[ not a bracket comment\n");
    CHECK(printed({Comment{"  " + std::string(77, 'x')}}) == "#   " + std::string(77, 'x') + "\n");
}

TEST_CASE("an argument has quotes only where it needs them") {
    CHECK(argument(literal("foo.c")) == "foo.c");
    CHECK(argument(literal("-Wall")) == "-Wall");
    CHECK(argument(literal("")) == "\"\"");
    CHECK(argument(literal("a b")) == "\"a b\"");
    CHECK(argument(literal("a;b")) == "\"a;b\"");
    CHECK(argument(literal("a#b")) == "\"a#b\"");
    CHECK(argument(literal("f(x)")) == "\"f(x)\"");
    CHECK(argument(literal("[[x]]")) == "\"[[x]]\"");
    CHECK(argument(literal("say \"x\"")) == "\"say \\\"x\\\"\"");
    CHECK(argument(cmake::quoted("x")) == "\"x\"");
    CHECK(argument(word("PRIVATE")) == "PRIVATE");
    CHECK(argument(list("sources")) == "${sources}");
}

TEST_CASE("a reference has quotes when there is more than it") {
    CHECK(argument(evaluated("${CMAKE_INSTALL_LIBDIR}")) == "${CMAKE_INSTALL_LIBDIR}");
    CHECK(argument(evaluated("${CMAKE_INSTALL_LIBDIR}/pkgconfig")) == "\"${CMAKE_INSTALL_LIBDIR}/pkgconfig\"");
    CHECK(argument(evaluated("${a}${b}")) == "\"${a}${b}\"");
    CHECK(argument(evaluated("$<$<BOOL:x>:y>")) == "$<$<BOOL:x>:y>");
}

TEST_CASE("what CMake would not read is mended") {
    CHECK(argument(evaluated("a \"b\" ${c}")) == "\"a \\\"b\\\" ${c}\"");
    CHECK(argument(evaluated("a\\")) == "\"a\\\\\"");
    CHECK(argument(evaluated("\\d+")) == "\"\\\\d+\"");
    CHECK(argument(evaluated("${a")) == "\"\\${a\"");
    CHECK(argument(evaluated("${a b}")) == "\"\\${a b}\"");
    CHECK(argument(word("two words")) == "\"two words\"");
    CHECK(argument(bracket("a\rb")) == "\"a\\rb\"");
}

TEST_CASE("brackets have as many equal signs as it takes") {
    CHECK(argument(bracket("a")) == "[[a]]");
    CHECK(argument(bracket("a]]b")) == "[=[a]]b]=]");
    CHECK(argument(bracket("a]]b]=]")) == "[==[a]]b]=]]==]");
    CHECK(argument(bracket("a]")) == "[=[a]]=]");
    CHECK(printed("check_source", {word("COMPILES"), word("HAVE_X"), bracket("int x;\nint y;\n")}) ==
          "check_source(COMPILES HAVE_X\n    [[\nint x;\nint y;\n]]\n)\n");
}

TEST_CASE("CMake reads back hostile text in every form") {
    std::vector<std::string> const texts = {
        "plain",
        "a b",
        "",
        "\"quoted\"",
        "back\\slash",
        "trailing\\",
        "\\\\",
        "\\n is no newline",
        "$",
        "$$",
        "${X}",
        "$ENV{HOME}",
        "$CACHE{X}",
        "${",
        "}",
        "a;b;c",
        "a\\;b",
        ";",
        "]]",
        "]=]",
        "[[x]]",
        "[=[x]=]",
        "a]",
        "two\nlines",
        "\nleading newline",
        "trailing newline\n",
        "tab\there",
        "@X@",
        "@",
        "#no comment",
        "f(x) (y)",
        "it's",
        "`ls`",
        "%d %s",
        "$(VAR)",
        "$<CONFIG>",
        "-DX=\"a b\"",
        "caf\xc3\xa9",
        "\r\n",
        "a\rb",
        "$HOME/${x}/$y{z}",
        "#include <x.h>\nint main(void) { return \"\\n\"[0]; }\n",
    };
    std::vector<Argument> arguments;
    std::vector<std::string> expected;
    for (auto const& text : texts) {
        for (auto const& form : {literal(text), cmake::quoted(text), bracket(text)}) {
            arguments.push_back(form);
            expected.push_back(hexadecimal(text));
        }
    }
    auto const found = read_back(arguments);
    REQUIRE(found.size() == expected.size());
    for (std::size_t at = 0; at < found.size(); ++at) {
        CAPTURE(texts[at / 3]);
        CHECK(found[at] == expected[at]);
    }
}
