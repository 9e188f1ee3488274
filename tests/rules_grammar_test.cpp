#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "parser/rules_parse.hpp"

using namespace am2cmake;

namespace {

struct Parsed {
    rules::File file;
    std::vector<std::string> findings;  // "line:column: message"
};

Parsed parsed(std::string text) {
    static SourceMap sources;  // a File points into it
    Diagnostics diagnostics(sources);
    Parsed result{rules::parse(sources.add_file("test.rules", std::move(text)), diagnostics), {}};
    for (Diagnostic const& found : diagnostics.all()) {
        CHECK(found.code == code::rule_syntax);
        Place const place = sources.place(found.span.begin).value();
        result.findings.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
                                  found.message);
    }
    return result;
}

// The only finding of a text.
std::string finding(std::string text) {
    Parsed const result = parsed(std::move(text));
    REQUIRE(result.findings.size() == 1);
    return result.findings.front();
}

// The only finding of a statement in a macro with the parameters `words` and `code`; columns count from the statement.
std::string finding_in(std::string const& statement) {
    std::string const found = finding("macro AC_TEST(words: words, code: shell)\n" + statement + "\n");
    REQUIRE(found.starts_with("2:"));
    return found.substr(2);
}

template <typename T>
T only(std::string text) {
    Parsed const result = parsed(std::move(text));
    CHECK(result.findings == std::vector<std::string>{});
    REQUIRE(result.file.items.size() == 1);
    REQUIRE(std::holds_alternative<T>(result.file.items.front()));
    return std::get<T>(result.file.items.front());
}

rules::Macro macro_with(std::string const& statements) {
    return only<rules::Macro>("macro AC_TEST(words: words, code: shell)\n" + statements + "\n");
}

template <typename T>
T statement(std::string const& text) {
    rules::Macro const macro = macro_with("    " + text);
    REQUIRE(macro.statements.size() == 1);
    REQUIRE(std::holds_alternative<T>(macro.statements.front().what));
    return std::get<T>(macro.statements.front().what);
}

std::string show(rules::Template const& text) {
    std::string shown;
    for (rules::TemplatePart const& part : text.parts) {
        if (auto const* hole = std::get_if<rules::Hole>(&part)) {
            shown += "<" + hole->name + (hole->filter.empty() ? "" : "|" + hole->filter) + ">";
        } else {
            shown += std::get<std::string>(part);
        }
    }
    return text.quoted ? '"' + shown + '"' : shown;
}

std::vector<std::string> show(std::vector<rules::Template> const& texts) {
    std::vector<std::string> shown;
    for (rules::Template const& text : texts) {
        shown.push_back(show(text));
    }
    return shown;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a macro has a name, parameters with types, and the comment above it") {
    auto const macro = only<rules::Macro>(
        "# What the file is about.\n\n"
        "# Which headers exist.\n# In order.\n"
        "macro AC_CHECK(headers: words, lang: name = \"C \\\"x\\\"\", rest...: list)\n"
        "    special check\n");
    CHECK(macro.name == "AC_CHECK");
    CHECK(macro.documentation == "Which headers exist.\nIn order.");
    REQUIRE(macro.parameters.size() == 3);
    CHECK(macro.parameters[0].name == "headers");
    CHECK(macro.parameters[0].type == rules::ArgumentType::words);
    CHECK(macro.parameters[0].default_value.empty());
    CHECK(macro.parameters[1].type == rules::ArgumentType::name);
    CHECK(macro.parameters[1].default_value == "C \"x\"");
    CHECK_FALSE(macro.parameters[1].rest);
    CHECK(macro.parameters[2].rest);
    CHECK(macro.parameters[2].type == rules::ArgumentType::list);
    CHECK(macro.statements.size() == 1);
}

TEST_CASE("names and languages are plain words") {
    CHECK(statement<rules::Requires>("requires AC_A AM_B").names == Words{"AC_A", "AM_B"});
    CHECK(statement<rules::Provides>("provides AC_A").names == Words{"AC_A"});
    CHECK(statement<rules::Enable>("enable C CXX").languages == Words{"C", "CXX"});
    CHECK(statement<rules::Special>("special init").name == "init");
}

TEST_CASE("variables may hold holes with filters") {
    CHECK(show(statement<rules::Reads>("reads host_os ac_cv_{words|sh}").variables) ==
          Words{"host_os", "ac_cv_<words|sh>"});
    CHECK(show(statement<rules::Substitute>("substitute {words}_LIBS X{words|upper}").variables) ==
          Words{"<words>_LIBS", "X<words|upper>"});
}

TEST_CASE("writes may list the values that are possible") {
    auto const open = statement<rules::Writes>("writes A B");
    CHECK(show(open.variables) == Words{"A", "B"});
    CHECK(open.values.empty());
    auto const closed = statement<rules::Writes>("writes {words} = yes | no|\"a b\"");
    CHECK(show(closed.variables) == Words{"<words>"});
    CHECK(show(closed.values) == Words{"yes", "no", "\"a b\""});
}

TEST_CASE("an answer has two values and a condition that goes to the end of the line") {
    auto const answer =
        statement<rules::Answer>("answer ac_{words|sh} = \"{words} x\" | no if A MATCHES \"x|y\" AND (B)  ");
    CHECK(show(answer.variable) == "ac_<words|sh>");
    CHECK(show(answer.when_true) == "\"<words> x\"");
    CHECK(show(answer.when_false) == "no");
    CHECK(show(answer.condition) == "A MATCHES \"x|y\" AND (B)");
}

TEST_CASE("an alias is CMake text with references") {
    auto const alias = statement<rules::Alias>("alias {words} = \"${SIZEOF_{words|cpp}} of ${A}\"");
    CHECK(show(alias.text) == "\"${SIZEOF_<words|cpp>} of ${A}\"");
    CHECK(show(statement<rules::Alias>("alias X = ${Y}").text) == "${Y}");
}

TEST_CASE("a define may have a value, a help text and a condition") {
    auto const plain = statement<rules::Define>("define HAVE_{words|cpp}");
    CHECK(show(plain.name) == "HAVE_<words|cpp>");
    CHECK_FALSE(plain.value);
    CHECK_FALSE(plain.help);
    CHECK_FALSE(plain.condition);
    auto const full = statement<rules::Define>("define X = \"\" \"about {words}\" unless A AND {words}");
    CHECK(show(full.value.value()) == "\"\"");
    CHECK(show(full.help.value()) == "\"about <words>\"");
    CHECK(full.condition.value().negated);
    CHECK(show(full.condition.value().text) == "A AND <words>");
    CHECK_FALSE(statement<rules::Define>("define X if A").condition.value().negated);
}

TEST_CASE("a cmake command has arguments, quoted ones and groups that may be left out") {
    auto const cmake = statement<rules::Cmake>("cmake f( a {words} \"b {words}\" [INCLUDES {code}] \"\" )");
    CHECK(cmake.command == "f");
    REQUIRE(cmake.arguments.size() == 5);
    CHECK(show(cmake.arguments[0].group) == Words{"a"});
    CHECK(show(cmake.arguments[2].group) == Words{"\"b <words>\""});
    CHECK(cmake.arguments[3].optional);
    CHECK(show(cmake.arguments[3].group) == Words{"INCLUDES", "<code>"});
    CHECK_FALSE(cmake.arguments[4].optional);
    CHECK(show(cmake.arguments[4].group) == Words{"\"\""});
    CHECK(statement<rules::Cmake>("cmake f()").arguments.empty());
}

TEST_CASE("doubled braces, escapes and continued lines are text") {
    auto const cmake = statement<rules::Cmake>("cmake f(\"{{ \\\"x\\\\\\n\\t$y }}\" a{{b}}c \\\n        \"1\\\n     2\")");
    CHECK(show(cmake.arguments[0].group) == Words{"\"{ \"x\\\n\t$y }\""});
    CHECK(show(cmake.arguments[1].group) == Words{"a{b}c"});
    CHECK(show(cmake.arguments[2].group) == Words{"\"1\n2\""});
    CHECK(show(statement<rules::Define>("define X \\\n  if A \\\n    AND B").condition.value().text) == "A  AND B");
}

TEST_CASE("run, shell and object take conditions") {
    auto const run = statement<rules::Run>("run {code} unless {result}");
    CHECK(run.argument.name == "code");
    CHECK(run.condition.value().negated);
    CHECK(show(run.condition.value().text) == "<result>");
    auto const shell = statement<rules::Shell>("shell \"LIBS=\\\"-l{words} $LIBS\\\"\" if X");
    CHECK(show(shell.text) == "\"LIBS=\"-l<words> $LIBS\"\"");
    CHECK(show(shell.condition.value().text) == "X");
    auto const object = statement<rules::Object>("object {words} other unless HAVE_{words|cpp}");
    CHECK(show(object.names) == Words{"<words>", "other"});
    CHECK(object.condition.value().negated);
}

TEST_CASE("nothing and unsupported say why") {
    CHECK(statement<rules::Nothing>("nothing \"CMake \\\"does\\\" it\"").why == "CMake \"does\" it");
    CHECK(statement<rules::Unsupported>("unsupported \"no {hole} here\"").why == "no {hole} here");
}

TEST_CASE("a statement may be for a platform, and for calls with an argument") {
    rules::Macro const macro =
        macro_with("    on windows special a\n    on not msvc without code special b\n    given words special c");
    REQUIRE(macro.statements.size() == 3);
    CHECK(macro.statements[0].platform.value().name == "windows");
    CHECK_FALSE(macro.statements[0].platform.value().negated);
    CHECK(macro.statements[1].platform.value().negated);
    CHECK(macro.statements[1].given.value().argument == "code");
    CHECK(macro.statements[1].given.value().negated);
    CHECK_FALSE(macro.statements[2].platform);
    CHECK_FALSE(macro.statements[2].given.value().negated);
}

TEST_CASE("each holds statements up to its end and may be nested") {
    rules::Macro const macro = macro_with(
        "    each x in {words}\n"
        "        each y in {code}\n"
        "            define {x}_{y}\n"
        "        end\n"
        "\n"
        "        # a comment\n"
        "        reads {x}\n"
        "    end\n"
        "    special a");
    REQUIRE(macro.statements.size() == 2);
    auto const& outer = std::get<rules::Each>(macro.statements[0].what);
    CHECK(outer.variable == "x");
    CHECK(outer.list.name == "words");
    REQUIRE(outer.body.size() == 2);
    CHECK(std::get<rules::Each>(outer.body[0].what).body.size() == 1);
    CHECK(std::holds_alternative<rules::Reads>(outer.body[1].what));
}

TEST_CASE("a variable is CMake text or the answer to a condition") {
    auto const text =
        std::get<rules::Alias>(only<rules::Variable>("# C.\nvariable CC = \"${CMAKE_C_COMPILER}\"\n").what);
    CHECK(show(text.variable) == "CC");
    CHECK(show(text.text) == "\"${CMAKE_C_COMPILER}\"");
    auto const answer = std::get<rules::Answer>(only<rules::Variable>("variable GCC = yes | \"\" if A AND NOT B").what);
    CHECK(show(answer.when_true) == "yes");
    CHECK(show(answer.when_false) == "\"\"");
    CHECK(show(answer.condition) == "A AND NOT B");
}

TEST_CASE("a host has patterns and a condition") {
    auto const host =
        only<rules::Host>("host host_os linux* i[3-6]86 \\\n    *-?x = A STREQUAL \"Linux\" \\\n  AND B\n");
    CHECK(host.variable == "host_os");
    CHECK(host.patterns == Words{"linux*", "i[3-6]86", "*-?x"});
    CHECK(host.condition == "A STREQUAL \"Linux\"  AND B");
}

TEST_CASE("a library has a target, perhaps of a package, or nothing") {
    auto const threads = only<rules::Library>("library pthread on not windows = Threads Threads::Threads");
    CHECK(threads.name == "pthread");
    CHECK(threads.platform.value().negated);
    CHECK(threads.package == "Threads");
    CHECK(threads.target == "Threads::Threads");
    auto const plain = only<rules::Library>("library stdc++ = ${X}\n");
    CHECK(plain.name == "stdc++");
    CHECK(plain.package.empty());
    CHECK(plain.target == "${X}");
    auto const none = only<rules::Library>("library m on windows =\n");
    CHECK(none.package.empty());
    CHECK(none.target.empty());
}

TEST_CASE("every node knows where it stands") {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    rules::File const file =
        rules::parse(sources.add_file("a.rules", "\nmacro A(x: text)\n    on unix reads {x}\n"), diagnostics);
    auto const& macro = std::get<rules::Macro>(file.items.at(0));
    auto const column = [&](Location at) { return sources.place(at).value().column; };
    CHECK(sources.place(macro.span.begin).value().line == 2);
    CHECK(column(macro.parameters.at(0).span.begin) == 9);
    CHECK(column(macro.parameters.at(0).span.end) == 16);
    CHECK(column(macro.statements.at(0).platform.value().span.begin) == 5);
    auto const& reads = std::get<rules::Reads>(macro.statements.at(0).what);
    CHECK(column(reads.span.begin) == 13);
    CHECK(column(std::get<rules::Hole>(reads.variables.at(0).parts.at(0)).span.begin) == 19);
    CHECK(column(reads.span.end) == 22);
}

TEST_CASE("an empty file and one of comments hold nothing") {
    CHECK(parsed("").file.items.empty());
    CHECK(parsed("# only\n\n  \n# this").file.items.empty());
    CHECK(parsed("macro A()\r\n    special b\r\n").findings.empty());
}

TEST_CASE("a wrong item says what was expected, at its place") {
    CHECK(finding("rule AC_A()\n") == "1:1: expected 'macro', 'variable', 'host' or 'library'");
    CHECK(finding("    special a\n") == "1:1: expected 'macro', 'variable', 'host' or 'library'");
    CHECK(finding("macro ()\n") == "1:7: expected a macro name");
    CHECK(finding("macro AC_A\n") == "1:11: expected '('");
    CHECK(finding("macro AC_A(x)\n") == "1:13: expected ':'");
    CHECK(finding("macro AC_A(x: list of)\n") == "1:20: expected ')'");
    CHECK(finding("macro AC_A(x: word)\n") == "1:15: expected an argument type");
    CHECK(finding("macro AC_A(x: text = C)\n") == "1:22: expected quoted text");
    CHECK(finding("macro AC_A() x\n") == "1:14: expected the end of the line");
    CHECK(finding("variable = x\n") == "1:10: expected a variable name");
    CHECK(finding("variable X\n") == "1:11: expected '='");
    CHECK(finding("variable X = a | b\n") == "1:19: expected a blank");
    CHECK(finding("host host = A\n") == "1:11: expected a pattern");
    CHECK(finding("host host linux* =\n") == "1:19: expected a condition");
    CHECK(finding("library m on beos = m\n") == "1:14: expected one of windows, macos, linux, unix, msvc or mingw");
    CHECK(finding("library a = b c d\n") == "1:17: expected the end of the line");
}

TEST_CASE("a wrong statement says what was expected, at its place") {
    CHECK(finding_in("    define") == "11: expected a blank");
    CHECK(finding_in("    defines X") == "5: expected a statement");
    CHECK(finding_in("    define \"X\"") == "12: expected a variable name");
    CHECK(finding_in("    define X =") == "15: expected a value");
    CHECK(finding_in("    define X \"help") == "19: expected '\"'");
    CHECK(finding_in("    define X \"a\\q\"") == "17: expected one of n, t, \", \\ or the end of the line");
    CHECK(finding_in("    requires \"x\"") == "14: expected a macro name");
    CHECK(finding_in("    enable 1") == "12: expected a language");
    CHECK(finding_in("    answer X = yes") == "19: expected '|'");
    CHECK(finding_in("    answer X = yes | no when Y") == "25: expected 'if'");
    CHECK(finding_in("    answer X = yes | no if ") == "28: expected a condition");
    CHECK(finding_in("    alias X \"y\"") == "13: expected '='");
    CHECK(finding_in("    cmake (x)") == "11: expected a CMake command");
    CHECK(finding_in("    cmake f x") == "12: expected '('");
    CHECK(finding_in("    cmake f(x") == "14: expected ')'");
    CHECK(finding_in("    cmake f([x)") == "15: expected ']'");
    CHECK(finding_in("    cmake f({words") == "19: expected '}'");
    CHECK(finding_in("    cmake f({})") == "14: expected the name of a hole");
    CHECK(finding_in("    cmake f({words|up})") == "20: expected one of cpp, sh, upper or lower");
    CHECK(finding_in("    cmake f(${A)") == "16: expected '}'");
    CHECK(finding_in("    run code") == "9: expected a hole");
    CHECK(finding_in("    special \"x\"") == "13: expected the name of a special");
    CHECK(finding_in("    nothing because") == "13: expected quoted text");
    CHECK(finding_in("    each x of {words}") == "12: expected 'in'");
    CHECK(finding_in("    on wine special x") == "8: expected one of windows, macos, linux, unix, msvc or mingw");
    CHECK(finding_in("    on windows") == "15: expected a blank");
    CHECK(finding_in("    given \"x\" special y") == "11: expected a parameter name");
}

TEST_CASE("each and end belong together") {
    CHECK(finding_in("    end") == "5: this 'end' has no 'each'");
    CHECK(finding_in("    each x in {words}\n        reads {x}") == "5: this 'each' has no 'end'");
}

TEST_CASE("a hole names a parameter, a variable of each around it, or result") {
    std::string const unknown = "is neither a parameter or feature of AC_TEST nor a variable of 'each' nor 'result'";
    CHECK(finding_in("    reads a_{word}") == "13: 'word' " + unknown);
    CHECK(finding_in("    cmake f(a [B {x}])") == "18: 'x' " + unknown);
    CHECK(finding_in("    define {words} = \"{v}\" \"{words}\" if {words}") == "23: 'v' " + unknown);
    CHECK(finding_in("    answer x = {result} | {no} if {words}") == "27: 'no' " + unknown);
    CHECK(finding_in("    run {found} if {result}") == "9: 'found' " + unknown);
    CHECK(finding_in("    shell \"x={y}\"") == "14: 'y' " + unknown);
    CHECK(finding_in("    object {o}") == "12: 'o' " + unknown);
    CHECK(finding_in("    given found special x") == "5: 'found' " + unknown);
    CHECK(finding_in("    each x in {list}\n        reads {x}\n    end") == "15: 'list' " + unknown);
    CHECK(finding("macro AC_TEST(w: words)\n    each x in {w}\n    end\n    reads {x}\n") == "4:11: 'x' " + unknown);
    CHECK(finding("variable X = \"{y}\"\n") ==
          "1:15: 'y' is neither a parameter or feature of a variable nor a variable of 'each' "
          "nor 'result'");
}

TEST_CASE("parsing goes on behind what is wrong") {
    Parsed const result = parsed(
        "macro AC_A()\n    wrong \\\n        still\n    special a\n"
        "macro B(\n    special skipped\n\n"
        "macro AC_C()\n    cmake f(\n    special c\n");
    CHECK(result.findings == Words{"2:5: expected a statement", "5:9: expected ')'", "9:13: expected ')'"});
    REQUIRE(result.file.items.size() == 2);
    CHECK(std::get<rules::Macro>(result.file.items[0]).statements.size() == 1);
    CHECK(std::get<rules::Macro>(result.file.items[1]).statements.size() == 1);
}
