#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>

#include "parser/automake_dump.hpp"
#include "parser/automake_parse.hpp"

namespace am2cmake::automake {
namespace {

struct Parsed {
    explicit Parsed(std::string text)
        : diagnostics(sources), file(parse(sources.add_file("Makefile.am", std::move(text)), diagnostics)) {}

    std::string findings() const {
        std::string text;
        for (Diagnostic const& found : diagnostics.all()) {
            text += render(found, sources);
        }
        return text;
    }

    // "line:column-line:column"
    std::string place(Span span) const {
        auto const text = [this](Location location) {
            Place const place = sources.place(location).value();
            return std::to_string(place.line) + ":" + std::to_string(place.column);
        };
        return text(span.begin) + "-" + text(span.end);
    }

    template <typename Node>
    Node const& statement(std::size_t index) const {
        return std::get<Node>(file.statements.at(index));
    }

    SourceMap sources;
    Diagnostics diagnostics;
    File file;
};

// The tree, and behind it what was found.
std::string tree(std::string text) {
    Parsed const parsed{std::move(text)};
    return dump(parsed.file) + parsed.findings();
}

std::string findings(std::string text) {
    return Parsed{std::move(text)}.findings();
}

bool is_covered(std::string text) {
    std::size_t const size = text.size();
    Parsed const parsed{std::move(text)};
    Location at = parsed.file.source.begin;
    for (Statement const& statement : parsed.file.statements) {
        Span const span = span_of(statement);
        if (span.begin != at || span.end <= span.begin) {
            return false;
        }
        at = span.end;
    }
    return at == parsed.file.source.begin + size;
}

std::string nested(std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
        text += "$(";
    }
    return text + "x" + std::string(depth, ')');
}

// The first word of a value, as the tree shows it.
std::string word(std::string const& value) {
    std::string const head = "assignment =\n  name \"x\"\n";
    std::string const text = tree("x = " + value + "\n");
    return text.starts_with(head) ? text.substr(head.size()) : text;
}

}  // namespace

TEST_CASE("an assignment has a name, an operator and words") {
    CHECK(tree("bin_PROGRAMS = foo bar\n") ==
          "assignment =\n  name \"bin_PROGRAMS\"\n  word \"foo\"\n  word \"bar\"\n");
    CHECK(tree("A=1\n") == "assignment =\n  name \"A\"\n  word \"1\"\n");
    CHECK(tree("A := 1\n") == "assignment :=\n  name \"A\"\n  word \"1\"\n");
    CHECK(tree("A::=1\n") == "assignment ::=\n  name \"A\"\n  word \"1\"\n");
    CHECK(tree("A ?= 1\n") == "assignment ?=\n  name \"A\"\n  word \"1\"\n");
    CHECK(tree("A+=1\n") == "assignment +=\n  name \"A\"\n  word \"1\"\n");
    CHECK(tree("A != date\n") == "assignment !=\n  name \"A\"\n  word \"date\"\n");
    CHECK(tree("A =\n") == "assignment =\n  name \"A\"\n");
    CHECK(tree("libc++_la = 1\n") == "assignment =\n  name \"libc++_la\"\n  word \"1\"\n");
    CHECK(tree("  A = 1\n") == "assignment =\n  name \"A\"\n  word \"1\"\n");
    CHECK(tree("A = 1") == "assignment =\n  name \"A\"\n  word \"1\"\n");
}

TEST_CASE("a keyword may be the name of a variable or a target") {
    CHECK(tree("if = 1\n") == "assignment =\n  name \"if\"\n  word \"1\"\n");
    CHECK(tree("endif_x = 1\n") == "assignment =\n  name \"endif_x\"\n  word \"1\"\n");
    CHECK(tree("export = 1\n") == "assignment =\n  name \"export\"\n  word \"1\"\n");
    CHECK(tree("else: a\n") == "rule\n  target \"else\"\n  prerequisite \"a\"\n");
    CHECK(tree("include/a.h: b\n") == "rule\n  target \"include/a.h\"\n  prerequisite \"b\"\n");
}

TEST_CASE("the name of a variable may hold references and substitutions") {
    CHECK(tree("lib@X@_la_SOURCES = a.c\n") ==
          "assignment =\n  name\n    text \"lib\"\n    substitution \"X\"\n    text \"_la_SOURCES\"\n"
          "  word \"a.c\"\n");
    CHECK(tree("$(foo)_SOURCES = a.c\n") ==
          "assignment =\n  name\n    variable \"foo\"\n    text \"_SOURCES\"\n  word \"a.c\"\n");
    CHECK(tree("%C%_calc = a.c\n") == "assignment =\n  name \"%C%_calc\"\n  word \"a.c\"\n");
}

TEST_CASE("a backslash before a newline is a blank") {
    std::string const expected = "assignment =\n  name \"A\"\n  word \"b\"\n  word \"c\"\n";
    CHECK(tree("A = b \\\n    c\n") == expected);
    CHECK(tree("A = \\\nb\\\nc\n") == expected);
    CHECK(tree("A = b \\\r\n\tc\r\n") == expected);
    CHECK(tree("A = b c\\") == expected);
    CHECK(tree("A = b \\\n  c \\\n\n") == expected + "");
    CHECK(tree("A \\\n = b c\n") == expected);
}

TEST_CASE("an even number of backslashes does not continue a line") {
    CHECK(tree("A = b\\\\\nB = c\n") ==
          "assignment =\n  name \"A\"\n  word \"b\\\\\\\\\"\nassignment =\n  name \"B\"\n  word \"c\"\n");
    CHECK(tree("A = b\\\\\\\nc\n") == "assignment =\n  name \"A\"\n  word \"b\\\\\\\\\"\n  word \"c\"\n");
}

TEST_CASE("Automake takes double-hash lines out of a continued line") {
    CHECK(tree("A = b \\\n## gone \n  c\n") == "assignment =\n  name \"A\"\n  word \"b\"\n  word \"c\"\n");
    CHECK(tree("a:\n\tb \\\n## gone\n\tc\n") == "rule\n  target \"a\"\n  recipe \"b \\\\\\n\\tc\"\n");
}

TEST_CASE("a hash ends a value unless a backslash quotes it") {
    CHECK(tree("A = b # c d\n") == "assignment =\n  name \"A\"\n  word \"b\"\n  comment \"c d\"\n");
    CHECK(tree("A = b#c\n") == "assignment =\n  name \"A\"\n  word \"b\"\n  comment \"c\"\n");
    CHECK(tree("A = b\\#c\n") == "assignment =\n  name \"A\"\n  word \"b#c\"\n");
    CHECK(tree("A = b\\\\#c\n") == "assignment =\n  name \"A\"\n  word \"b\\\\\"\n  comment \"c\"\n");
    CHECK(tree("A = b # c \\\n d\nB = 1\n") ==
          "assignment =\n  name \"A\"\n  word \"b\"\n  comment \"c \\\\\\n d\"\n"
          "assignment =\n  name \"B\"\n  word \"1\"\n");
    CHECK(word("$(shell a#b)") == "  word\n    call shell\n      argument\n        word \"a#b\"\n");
}

TEST_CASE("words are make's, quotes do not join them") {
    CHECK(word("-DX=\"a b\"") == "  word \"-DX=\\\"a\"\n  word \"b\\\"\"\n");
    CHECK(word("\xc3\xa4 \xff") == "  word \"\xc3\xa4\"\n  word \"\xff\"\n");
}

TEST_CASE("a reference names a variable") {
    CHECK(word("$(a)") == "  word\n    variable \"a\"\n");
    CHECK(word("${a}") == "  word\n    variable \"a\"\n");
    CHECK(word("$ab") == "  word\n    variable \"a\"\n    text \"b\"\n");
    CHECK(word("$(@D)/$@") == "  word\n    variable \"@D\"\n    text \"/\"\n    variable \"@\"\n");
    CHECK(word("$(a$(b)c)") ==
          "  word\n    variable\n      name\n        text \"a\"\n        variable \"b\"\n        text \"c\"\n");
    CHECK(word("$()") == "  word\n    variable\n      name\n");
    CHECK(word("$(no such function)") == "  word\n    variable \"no such function\"\n");
    CHECK(word("$(@X@)") == "  word\n    variable\n      name\n        substitution \"X\"\n");
}

TEST_CASE("two dollars stay text, and so does one that names nothing") {
    CHECK(word("$$a") == "  word \"$$a\"\n");
    CHECK(word("$$$a") == "  word\n    text \"$$\"\n    variable \"a\"\n");
    CHECK(word("a$ b") == "  word \"a$\"\n  word \"b\"\n");
    CHECK(word("a$") == "  word \"a$\"\n");
}

TEST_CASE("a reference may substitute") {
    CHECK(word("$(a:.c=.o)") == "  word\n    variable \"a\"\n      from \".c\"\n      to \".o\"\n");
    CHECK(word("${a:%.c=$(d)/%.o}") ==
          "  word\n    variable \"a\"\n      from \"%.c\"\n      to\n        variable \"d\"\n        text \"/%.o\"\n");
    CHECK(word("$(a:=.o)") == "  word\n    variable \"a\"\n      from\n      to \".o\"\n");
    CHECK(word("$(a:.c=)") == "  word\n    variable \"a\"\n      from \".c\"\n      to\n");
    CHECK(word("$($(a):b=c)") ==
          "  word\n    variable\n      name\n        variable \"a\"\n      from \"b\"\n      to \"c\"\n");
}

TEST_CASE("a function has arguments of words") {
    CHECK(word("$(subst a,b c,$(d))") ==
          "  word\n    call subst\n      argument\n        word \"a\"\n      argument\n        word \"b\"\n"
          "        word \"c\"\n      argument\n        word\n          variable \"d\"\n");
    CHECK(word("$(filter-out a,\\\n  b)") ==
          "  word\n    call filter-out\n      argument\n        word \"a\"\n      argument\n        word \"b\"\n");
    CHECK(word("$(call f,)") == "  word\n    call call\n      argument\n        word \"f\"\n      argument\n");
}

TEST_CASE("only commas that part arguments end one") {
    CHECK(word("$(shell a, b)") == "  word\n    call shell\n      argument\n        word \"a,\"\n        word \"b\"\n");
    CHECK(word("$(call f,(a, b),c)") ==
          "  word\n    call call\n      argument\n        word \"f\"\n      argument\n        word \"(a,\"\n"
          "        word \"b)\"\n      argument\n        word \"c\"\n");
    CHECK(word("${shell a) b}") == "  word\n    call shell\n      argument\n        word \"a)\"\n        word \"b\"\n");
}

TEST_CASE("configure's substitutions are parts of words") {
    CHECK(word("@A@ b@C_1@d") ==
          "  word\n    substitution \"A\"\n  word\n    text \"b\"\n    substitution \"C_1\"\n    text \"d\"\n");
    CHECK(word("me@example.org @1@ @@") == "  word \"me@example.org\"\n  word \"@1@\"\n  word \"@@\"\n");
}

TEST_CASE("Automake's conditionals stand at the start of a line") {
    CHECK(tree("if FOO\nelse\nendif\n") == "if FOO\nelse\nendif\n");
    CHECK(tree("if !FOO # not\nelse !FOO\nendif !FOO\n") == "if !FOO\nelse !FOO\nendif !FOO\n");
    CHECK(tree("if ! FOO \r\nendif # FOO\r\n") == "if !FOO\nendif\n");
    CHECK(findings("  if FOO\n") ==
          "Makefile.am:1:3: error: expected \"if\" at the start of the line, where Automake looks for it [syntax]\n"
          "    1 |   if FOO\n"
          "      |   ^\n");
}

TEST_CASE("GNU make's conditionals are kept as they are") {
    CHECK(tree("ifeq ($(A),b)\n  else\n  endif\n") ==
          "gnu-conditional \"ifeq ($(A),b)\"\ngnu-conditional \"else\"\ngnu-conditional \"endif\"\n");
    CHECK(tree("ifdef A\nelse ifneq 'a' 'b'\n endif # A\n") ==
          "gnu-conditional \"ifdef A\"\ngnu-conditional \"else ifneq 'a' 'b'\"\ngnu-conditional \"endif # A\"\n");
}

TEST_CASE("an include has paths") {
    CHECK(tree("include a.am\n") == "include\n  path \"a.am\"\n");
    CHECK(tree("include $(top_srcdir)/a.am # why\n") ==
          "include\n  path\n    variable \"top_srcdir\"\n    text \"/a.am\"\n");
    CHECK(tree("-include a b\n") == "include optional\n  path \"a\"\n  path \"b\"\n");
    CHECK(tree("sinclude a\n") == "include optional\n  path \"a\"\n");
}

TEST_CASE("a rule has targets, prerequisites and a recipe") {
    CHECK(tree("a b: c d\n\te\n\t@f\n") ==
          "rule\n  target \"a\"\n  target \"b\"\n  prerequisite \"c\"\n  prerequisite \"d\"\n"
          "  recipe \"e\"\n  recipe \"@f\"\n");
    CHECK(tree("a::b\n") == "rule double-colon\n  target \"a\"\n  prerequisite \"b\"\n");
    CHECK(tree("a b &: c\n") == "rule grouped\n  target \"a\"\n  target \"b\"\n  prerequisite \"c\"\n");
    CHECK(tree("%.o: %.c | d\n") == "rule\n  target \"%.o\"\n  prerequisite \"%.c\"\n  order-only \"d\"\n");
    CHECK(tree(".c.o:\n") == "rule\n  target \".c.o\"\n");
    CHECK(tree(".PHONY: a # b\n") == "rule\n  target \".PHONY\"\n  prerequisite \"a\"\n");
    CHECK(tree("a.o b.o : %.o : %.c\n") ==
          "rule\n  target \"a.o\"\n  target \"b.o\"\n  target-pattern \"%.o\"\n  prerequisite \"%.c\"\n");
    CHECK(tree("$(a) @b@/c: d\\:e\n") ==
          "rule\n  target\n    variable \"a\"\n  target\n    substitution \"b\"\n    text \"/c\"\n"
          "  prerequisite \"d:e\"\n");
}

TEST_CASE("a recipe may start on the line of its rule") {
    CHECK(tree("a: b ; c # d\n\te\n") ==
          "rule\n  target \"a\"\n  prerequisite \"b\"\n  recipe \"c # d\"\n  recipe \"e\"\n");
    CHECK(tree("a: ; x=y z\n") == "rule\n  target \"a\"\n  recipe \"x=y z\"\n");
    CHECK(tree("a:;\n") == "rule\n  target \"a\"\n  recipe \"\"\n");
}

TEST_CASE("a recipe is not read but kept") {
    CHECK(tree("a:\n\tif x; then \\\n\t  y $$(z; \\\n\tfi # $(\n") ==
          "rule\n  target \"a\"\n  recipe \"if x; then \\\\\\n\\t  y $$(z; \\\\\\n\\tfi # $(\"\n");
    CHECK(tree("a:\n\tA = 1\n\tifeq (a,b)\n\t# c\n") ==
          "rule\n  target \"a\"\n  recipe \"A = 1\"\n  recipe \"ifeq (a,b)\"\n  recipe \"# c\"\n");
    CHECK(tree("a:\r\n\tb\r\n\r\n\tc") == "rule\n  target \"a\"\n  recipe \"b\"\n  recipe \"c\"\n");
}

TEST_CASE("blank lines do not interrupt a recipe") {
    CHECK(tree("a:\n\n\tb\n\t\n \n\tc\n\nA = 1\n") ==
          "rule\n  target \"a\"\n  recipe \"b\"\n  recipe \"c\"\nblank\nassignment =\n  name \"A\"\n  word \"1\"\n");
}

TEST_CASE("a recipe goes on behind conditionals and comments, as a rule without targets") {
    CHECK(tree("a:\n\tb\nif X\n\tc\nelse\n# d\n\te\n\t## f\n\tg\nendif\n") ==
          "rule\n  target \"a\"\n  recipe \"b\"\nif X\ncontinued-rule\n  recipe \"c\"\nelse\ncomment \"d\"\n"
          "continued-rule\n  recipe \"e\"\ncomment automake-only \"f\"\ncontinued-rule\n  recipe \"g\"\nendif\n");
    CHECK(tree("a:\nifeq (b,c)\n\td\n endif\n") ==
          "rule\n  target \"a\"\ngnu-conditional \"ifeq (b,c)\"\ncontinued-rule\n  recipe \"d\"\n"
          "gnu-conditional \"endif\"\n");
}

TEST_CASE("a line with a tab belongs to a recipe only if there is a rule") {
    CHECK(tree("if X\n\tA = 1\nendif\n") == "if X\nassignment =\n  name \"A\"\n  word \"1\"\nendif\n");
    CHECK(tree("a:\nA = 1\n\tb c\n") ==
          "rule\n  target \"a\"\nassignment =\n  name \"A\"\n  word \"1\"\ncontinued-rule\n  recipe \"b c\"\n");
    CHECK(findings("A = 1\n\tb c\n") ==
          "Makefile.am:2:5: error: expected \":\" of a rule, or \"=\" after a single name [syntax]\n"
          "    2 | \tb c\n"
          "      | \t   ^\n");
}

TEST_CASE("a variable may be set for a target") {
    CHECK(tree("a b: A += 1 # c\n") ==
          "target-variable\n  target \"a\"\n  target \"b\"\n  assignment +=\n    name \"A\"\n    word \"1\"\n"
          "    comment \"c\"\n");
    CHECK(tree("a: private A := 1\n") ==
          "target-variable\n  target \"a\"\n  assignment := private\n    name \"A\"\n    word \"1\"\n");
}

TEST_CASE("a define goes to its own endef") {
    CHECK(tree("define A\nb $(\ndefine C\nendef\nendef\nB = 1\n") ==
          "define \"A\"\n  body \"b $(\\ndefine C\\nendef\"\nassignment =\n  name \"B\"\n  word \"1\"\n");
    CHECK(tree("define A :=\nendef # A\n") == "define \"A\" :=\n  body \"\"\n");
    CHECK(tree("override define A\nb\nendef\n") == "define \"A\"\n  body \"b\"\n");
    CHECK(findings("define A\nb = c\n") ==
          "Makefile.am:2:1: error: expected \"endef\" further down [syntax]\n"
          "    2 | b = c\n"
          "      | ^\n");
}

TEST_CASE("GNU make's directives have words") {
    CHECK(tree("export A B\nexport\nunexport C\n") ==
          "directive export\n  word \"A\"\n  word \"B\"\ndirective export\ndirective unexport\n  word \"C\"\n");
    CHECK(tree("vpath %.c a:b\n") == "directive vpath\n  word \"%.c\"\n  word \"a:b\"\n");
    CHECK(tree("export A = b\n") == "assignment = export\n  name \"A\"\n  word \"b\"\n");
    CHECK(tree("override export A = b\n") == "assignment = override export\n  name \"A\"\n  word \"b\"\n");
}

TEST_CASE("a line of references expands to statements") {
    CHECK(tree("@RULES@\n") == "expansion\n  word\n    substitution \"RULES\"\n");
    CHECK(tree("$(eval $(call a,b))\n") ==
          "expansion\n  word\n    call eval\n      argument\n        word\n          call call\n            argument\n"
          "              word \"a\"\n            argument\n              word \"b\"\n");
    CHECK(tree("@X@ : y\n") == "rule\n  target\n    substitution \"X\"\n  prerequisite \"y\"\n");
}

TEST_CASE("comment lines of one kind are one comment") {
    CHECK(tree("# a\n#b\n#   c\n\n# d\n") == "comment \"a\\nb\\n  c\"\nblank\ncomment \"d\"\n");
    CHECK(tree("## a\n##b\n# c\n### d\n") == "comment automake-only \"a\\nb\"\ncomment \"c\\n## d\"\n");
    CHECK(tree("#\n#\n") == "comment \"\\n\"\n");
    CHECK(tree("# a\r\n# b\r\n") == "comment \"a\\nb\"\n");
}

TEST_CASE("a backslash continues a comment of one hash only") {
    CHECK(tree("# A = b \\\n  c\nB = 1\n") ==
          "comment \"A = b \\\\\\n  c\"\nassignment =\n  name \"B\"\n  word \"1\"\n");
    CHECK(tree("## a \\\nB = 1\n") == "comment automake-only \"a \\\\\"\nassignment =\n  name \"B\"\n  word \"1\"\n");
}

TEST_CASE("an empty file has no statements") {
    CHECK(tree("").empty());
    CHECK(tree("\n \n\t") == "blank\n");
}

TEST_CASE("nodes know where they stand") {
    Parsed const parsed{"# a\nfoo_SOURCES = a.c \\\n  $(b:.c=.o)d # e\nx: y\n\tz $@ \\\n\t0\n"};
    auto const& assignment = parsed.statement<Assignment>(1);
    CHECK(parsed.place(assignment.span) == "2:1-4:1");
    CHECK(parsed.place(assignment.name.span) == "2:1-2:12");
    CHECK(parsed.place(assignment.words.at(0).span) == "2:15-2:18");
    Word const& word = assignment.words.at(1);
    CHECK(parsed.place(word.span) == "3:3-3:14");
    CHECK(parsed.place(span_of(word.parts.at(0))) == "3:3-3:13");
    CHECK(parsed.place(span_of(word.parts.at(1))) == "3:13-3:14");
    auto const& reference = std::get<VariableReference>(word.parts.at(0));
    CHECK(reference.has_substitution);
    CHECK(parsed.place(reference.name.at(0).span) == "3:5-3:6");
    CHECK(parsed.place(reference.from.at(0).span) == "3:7-3:9");
    CHECK(parsed.place(reference.to.at(0).span) == "3:10-3:12");
    auto const& rule = parsed.statement<Rule>(2);
    CHECK(parsed.place(rule.span) == "4:1-7:1");
    CHECK(parsed.place(rule.recipe.at(0).span) == "5:2-6:3");
}

TEST_CASE("a statement that can't be parsed is kept, and the next one is parsed") {
    CHECK(tree("foo bar \\\n baz\n\tqux\nA = 1\n") ==
          "verbatim \"foo bar \\\\\\n baz\\n\\tqux\\n\"\nassignment =\n  name \"A\"\n  word \"1\"\n"
          "Makefile.am:2:5: error: expected \":\" of a rule, or \"=\" after a single name [syntax]\n"
          "    2 |  baz\n"
          "      |     ^\n");
    Parsed const parsed{"a b = c\nif\nx = 1\n: d\n"};
    CHECK(parsed.diagnostics.all().size() == 3);
    CHECK(parsed.file.statements.size() == 4);
}

TEST_CASE("a finding says what was expected and where") {
    CHECK(findings("A = b \\\n  $(c d\n") ==
          "Makefile.am:2:3: error: expected \")\" that closes this reference before the end of the line [syntax]\n"
          "    2 |   $(c d\n"
          "      |   ^\n");
    CHECK(findings("A = ${b $(c)\n") ==
          "Makefile.am:1:5: error: expected \"}\" that closes this reference before the end of the line [syntax]\n"
          "    1 | A = ${b $(c)\n"
          "      |     ^\n");
    CHECK(findings("A = $(b:c)\n") ==
          "Makefile.am:1:10: error: expected \"=\" of the substitution [syntax]\n"
          "    1 | A = $(b:c)\n"
          "      |          ^\n");
    CHECK(findings("if A B\n") ==
          "Makefile.am:1:6: error: expected the end of the line [syntax]\n"
          "    1 | if A B\n"
          "      |      ^\n");
    CHECK(findings("if $(A)\n") ==
          "Makefile.am:1:4: error: expected the name of a conditional [syntax]\n"
          "    1 | if $(A)\n"
          "      |    ^\n");
    CHECK(findings("include # a\n") ==
          "Makefile.am:1:9: error: expected the path of a makefile [syntax]\n"
          "    1 | include # a\n"
          "      |         ^\n");
    CHECK(findings("= a\n") ==
          "Makefile.am:1:1: error: expected an assignment, a rule or a conditional [syntax]\n"
          "    1 | = a\n"
          "      | ^\n");
    CHECK(findings("a: b: c: d\n") ==
          "Makefile.am:1:8: error: expected the end of the line [syntax]\n"
          "    1 | a: b: c: d\n"
          "      |        ^\n");
}

TEST_CASE("references may lie 100 deep in one another and no deeper") {
    CHECK(findings("A = " + nested(100) + "\n").empty());
    std::string const text = findings("A = " + nested(101) + "\n");
    CHECK(text.starts_with("Makefile.am:1:207: error: expected at most 100 references within one another [syntax]\n"));
    CHECK(Parsed{"A = " + nested(100'000) + "\nB = 1\n"}.file.statements.size() == 2);
    CHECK(Parsed{nested(100'000)}.diagnostics.all().size() == 1);
}

TEST_CASE("every byte belongs to one statement") {
    CHECK(
        is_covered("# a\n\nA = b \\\n  c # d\nif X\n\tB = 1\nendif\n\nall: a | b ; c\n\td\n\n\te\nif Y\n\tf\nendif\n"
                   "## g\n\th\n@X@\nexport A\ndefine B\nc\nendef\nfoo bar\n\tbaz\nifeq (a,b)\n  endif\ninclude x\n"
                   "a: B = 1\n   \n\t"));
    CHECK(is_covered("A = 1\r\n\r\na:\r\n\tb\r\n# c \\\r\n d\r\nfoo\r\nif X\r\nendif"));
    CHECK(is_covered("A = $(\n= \\\n\n\t\\\n:\n\xff\xfe\n"));
    CHECK(is_covered("define A\nb\n"));
    CHECK(is_covered("a: b\\"));
}

}  // namespace am2cmake::automake
