#include <fmt/format.h>

#include <utility>

#include "parser/automake_parse.hpp"
#include "parser/automake_words.hpp"

BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Assignment, span.begin, modifiers, name, operation, words, comment,
                          span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::TargetVariable, span.begin, targets, assignment, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::If, span.begin, negated, name, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Else, span.begin, negated, name, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Endif, span.begin, negated, name, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Include, span.begin, optional, paths, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::RecipeLine, span.begin, text, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Rule, span.begin, targets, grouped, double_colon, target_pattern,
                          prerequisites, order_only, recipe, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Define, span.begin, name, operation, body, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Directive, span.begin, keyword, words, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Expansion, span.begin, words, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::GnuConditional, span.begin, text, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Comment, span.begin, automake_only, text, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::BlankLine, span.begin, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::automake::Verbatim, span.begin, text, span.end)

namespace am2cmake::automake {
namespace {

using x3::eoi;
using x3::omit;

// Lines

auto const logical = lexeme<std::string>([](Reading&, char const* at, char const* last, std::string& line) {
    char const* const end = logical_line_end(at, last);
    line = logical_line(at, end);
    return end;
});

auto comment_lines(bool automake_only) {
    return lexeme<std::string>(
        [automake_only](Reading&, char const* at, char const* last, std::string& text) -> char const* {
            char const* const end = read_comment(at, last, automake_only, text);
            return end == at ? nullptr : end;
        });
}

auto const blank_lines = lexeme<x3::unused_type>(
    [](Reading&, char const* at, char const* last, x3::unused_type) { return skip_blank_lines(at, last); });

auto const recipe_start =
    lexeme<x3::unused_type>([](Reading&, char const* at, char const* last, x3::unused_type) -> char const* {
        return is_recipe_line(at, last) ? at + 1 : nullptr;
    });

auto const blank = omit[char_(" \t\r\f\v")];
auto const newline = x3::rule<struct newline_>{"the end of the line"} = '\n' | eoi;
auto const line_rest = x3::rule<struct line_rest_>{"the end of the line"} = blanks >> -('#' >> logical) >> newline;

auto const blank_line = x3::rule<struct blank_line_, BlankLine>{"a blank line"} =
    (here >> &(*blank >> newline) >> blank_lines >> here);

auto comment_of(bool automake_only) {
    return x3::rule<struct comment_, Comment>{"a comment"} =
               here >> attr(automake_only) >> comment_lines(automake_only) >> newline >> here;
}
auto const comment = x3::rule<struct comments_, Comment>{"a comment"} = comment_of(true) | comment_of(false);

// Keywords

auto const operation = x3::rule<struct operation_, std::string>{"an assignment operator"} =
    string("=") | string(":=") | string("::=") | string(":::=") | string("?=") | string("+=") | string("!=");
// A keyword may be the name of a variable or a target as well.
auto const keyword_end = &(some_blanks | '#' | newline) >> !(blanks >> (operation | ':'));

auto const modifier_name = x3::rule<struct modifier_name_, std::string>{"a modifier"} =
    string("export") | string("override") | string("private");
auto const modifier = x3::rule<struct modifier_, std::string>{"a modifier"} =
    modifier_name >> keyword_end >> some_blanks;

// Automake's conditionals, which it sees at the first column only

auto const conditional_name = x3::rule<struct conditional_name_, std::string>{"the name of a conditional"} =
    x3::raw[char_("A-Za-z") >> *name_character];
auto const optional_name = x3::rule<struct optional_name_, std::string>{"the name of a conditional"} =
    -conditional_name;
auto const gnu_test = (lit("ifeq") | "ifneq" | "ifdef" | "ifndef") >> keyword_end;

auto const if_ = x3::rule<struct if_, If>{"if"} =
    (here >> "if" >> keyword_end >> some_blanks) > matches['!'] > blanks > conditional_name > line_rest > here;
auto const else_ = x3::rule<struct else_, Else>{"else"} =
    (here >> "else" >> keyword_end >> blanks >> !gnu_test) > matches['!'] > blanks > optional_name > line_rest > here;
auto const endif = x3::rule<struct endif_, Endif>{"endif"} =
    (here >> "endif" >> keyword_end >> blanks) > matches['!'] > blanks > optional_name > line_rest > here;

auto const column_one = x3::rule<struct column_one_>{"\"if\" at the start of the line, where Automake looks for it"} =
    eps(false);
auto const indented_if = (+blank >> &("if" >> keyword_end >> some_blanks)) > column_one;

// GNU make's own statements

auto const gnu_conditional = x3::rule<struct gnu_conditional_, GnuConditional>{"a conditional"} =
    here >> *blank >> &(gnu_test | ("else" >> keyword_end >> blanks >> -gnu_test) | ("endif" >> keyword_end)) >> logical
    >> newline >> here;

auto const path = x3::rule<struct path_, std::vector<Word>>{"the path of a makefile"} = +(word(" ") >> blanks);
auto const optional_include = x3::rule<struct optional_include_, bool>{"include"} =
    ("include" >> attr(false)) | ((lit("-include") | "sinclude") >> attr(true));
auto const include = x3::rule<struct include_, Include>{"include"} =
    (here >> blanks >> optional_include >> keyword_end >> blanks) > path > line_rest > here;

auto const keyword = x3::rule<struct keyword_, std::string>{"a directive"} =
    string("export") | string("unexport") | string("undefine") | string("vpath") | string("load");
auto const directive = x3::rule<struct directive_, Directive>{"a directive"} =
    (here >> blanks >> keyword >> keyword_end >> words(" ") >> line_rest >> here);

auto const define_name = x3::rule<struct define_name_, std::string>{"the name of a variable"} =
    x3::raw[+(char_ - char_(" \t\r\n#=:+?!"))];
auto const define_operation = x3::rule<struct define_operation_, std::string>{"an assignment operator"} = -operation;
auto const define_body = x3::rule<struct define_body_, std::string>{"\"endef\" further down"} =
    lexeme<std::string>([](Reading& reading, char const* at, char const*, std::string& body) -> char const* {
        auto const found = reading.endef_of_body.find(at);
        if (found == reading.endef_of_body.end()) {
            return nullptr;
        }
        char const* const end = found->second;
        body.assign(at, end == at ? end : end - 1);  // the last newline is not part of the value
        return end;
    });
auto const define = x3::rule<struct define_, Define>{"define"} =
    (here >> blanks >> omit[*modifier] >> "define" >> keyword_end >> some_blanks) > define_name > blanks >
    define_operation > line_rest > define_body > blanks > "endef" > line_rest > here;

// Assignments

auto const variable_name = word(" :=+?!#;|");
auto const comment_behind = x3::rule<struct comment_behind_, std::string>{"a comment"} = -('#' >> *blank >> logical);
auto const assignment = x3::rule<struct assignment_, Assignment>{"an assignment"} =
    (here >> blanks >> *modifier >> variable_name >> blanks >> operation) > words(" ") > comment_behind > newline
    > here;

auto const target_stops = " :=&+?!";
auto const target_variable = x3::rule<struct target_variable_, TargetVariable>{"an assignment"} =
    (here >> blanks >> +(word(target_stops) >> blanks) >> ':' >> -lit(':') >> assignment >> here);

// Rules

auto const inline_recipe = x3::rule<struct inline_recipe_, RecipeLine>{"a recipe"} =
    ';' >> *blank >> here >> logical >> here;
auto const recipe_line = x3::rule<struct recipe_line_, RecipeLine>{"a line of a recipe"} =
    blank_lines >> recipe_start >> here >> logical >> here >> newline;
auto const recipe_lines = x3::rule<struct recipe_lines_, std::vector<RecipeLine>>{"a recipe"} = *recipe_line;
auto const recipe = x3::rule<struct recipe_, std::vector<RecipeLine>>{"a recipe"} =
    (-inline_recipe > line_rest) >> *recipe_line;

auto const targets = x3::rule<struct targets_, std::vector<Word>>{"an assignment, a rule or a conditional"} =
    +(word(target_stops) >> blanks);
auto const colon = x3::rule<struct colon_>{"\":\" of a rule, or \"=\" after a single name"} = ':';
auto const prerequisite_stops = " :|;";
auto const target_pattern = x3::rule<struct target_pattern_, Word>{"a pattern"} =
    word(prerequisite_stops) >> blanks >> ':';
auto const order_only = x3::rule<struct order_only_, std::vector<Word>>{"prerequisites"} =
    -('|' >> words(prerequisite_stops));
auto const rule_head = (here >> !indented_if >> blanks) > targets > matches['&'] > colon > matches[':'] > blanks;
auto const rule = x3::rule<struct rule_, Rule>{"a rule"} =
    (rule_head > -target_pattern > words(prerequisite_stops) > order_only > recipe > here);

auto const only_references = x3::rule<struct only_references_, WordPart>{"a reference"} =
    function_call | variable_reference | substitution;
auto const expansion_word = x3::rule<struct expansion_word_, Word>{"a reference"} = here >> +only_references >> here;
auto const expansion = x3::rule<struct expansion_, Expansion>{"a reference"} =
    (here >> blanks >> +(expansion_word >> blanks) >> line_rest >> here);

auto const statement = x3::rule<struct statement_, Statement>{"a statement"} =
    blank_line | comment | if_ | else_ | endif | gnu_conditional | include | define | assignment | target_variable |
    directive | expansion | rule;

// The statement loop

class Parser {
public:
    Parser(Source const& source, Diagnostics& diagnostics)
        : reading_{source, definitions(source.text), {}},
          at_(source.text.data()),
          last_(at_ + source.text.size()),
          diagnostics_(diagnostics) {}

    std::vector<Statement> statements();

private:
    Statement next();
    Rule continued_rule();
    Verbatim verbatim(char const* begin);
    void report(x3::expectation_failure<char const*> const& failure);
    Span span(char const* begin, char const* end) const { return {reading_.location(begin), reading_.location(end)}; }

    template <typename Grammar, typename Result>
    void read(Grammar const& grammar, Result& result) {
        reading_.open.clear();
        x3::parse(at_, last_, x3::with<origin_tag>(reading_)[x3::expect[grammar]], result);
    }

    Reading reading_;
    char const* at_;
    char const* last_;
    Diagnostics& diagnostics_;
    bool seen_rule_ = false;
    bool within_rule_ = false;  // a line that starts with a tab belongs to the recipe
};

void Parser::report(x3::expectation_failure<char const*> const& failure) {
    if (failure.which() == closing.name && (failure.where() == last_ || *failure.where() == '\n')) {
        OpenReference const& open = reading_.open.back();
        diagnostics_.report(
            code::syntax, span(open.begin, failure.where()),
            fmt::format("expected \"{}\" that closes this reference before the end of the line", open.closing));
        return;
    }
    char const* const where = skip_blanks(failure.where(), last_);
    diagnostics_.report(code::syntax, span(where, where), "expected " + failure.which());
}

// The lines of a recipe below go along: they must not continue the recipe of another rule.
Verbatim Parser::verbatim(char const* begin) {
    char const* const end = logical_line_end(begin, last_);
    at_ = end == last_ ? last_ : end + 1;
    std::vector<RecipeLine> recipe;
    read(recipe_lines, recipe);
    return {span(begin, at_), {begin, at_}};
}

Rule Parser::continued_rule() {
    Rule rule;
    rule.span.begin = reading_.location(at_);
    read(recipe_lines, rule.recipe);
    rule.span.end = reading_.location(at_);
    return rule;
}

Statement Parser::next() {
    if (within_rule_ && is_recipe_line(at_, last_)) {
        return continued_rule();
    }
    char const* const begin = at_;
    try {
        Statement result;
        read(statement, result);
        return result;
    } catch (x3::expectation_failure<char const*> const& failure) {
        at_ = begin;
        // Automake gathers what is neither a rule nor an assignment behind the last rule.
        if (seen_rule_ && is_recipe_line(at_, last_)) {
            return continued_rule();
        }
        report(failure);
        return verbatim(begin);
    }
}

bool may_stand_within_recipe(Statement const& statement) {
    return std::holds_alternative<Comment>(statement) || std::holds_alternative<BlankLine>(statement) ||
           std::holds_alternative<If>(statement) || std::holds_alternative<Else>(statement) ||
           std::holds_alternative<Endif>(statement) || std::holds_alternative<GnuConditional>(statement);
}

std::vector<Statement> Parser::statements() {
    std::vector<Statement> statements;
    while (at_ != last_) {
        Statement const& added = statements.emplace_back(next());
        if (std::holds_alternative<Rule>(added)) {
            seen_rule_ = within_rule_ = true;
        } else if (!may_stand_within_recipe(added)) {
            within_rule_ = false;
        }
    }
    return statements;
}

template <typename Node>
Span span_of_node(Node const& node) {
    return std::visit([](auto const& alternative) { return alternative.span; }, node);
}

}  // namespace

File parse(Source const& source, Diagnostics& diagnostics) {
    return {source, Parser{source, diagnostics}.statements()};
}

std::optional<ParsedReference> parse_reference(std::string_view text, Location place) {
    Reading reading{{place, "", text}, {}, {}};
    char const* at = text.data();
    char const* const last = at + text.size();
    ParsedReference reference;
    try {
        if (!x3::parse(at, last, x3::with<origin_tag>(reading)[only_references], reference.part)) {
            return {};
        }
    } catch (x3::expectation_failure<char const*> const&) {
        return {};
    }
    reference.length = static_cast<std::size_t>(at - text.data());
    return reference;
}

Span span_of(Statement const& statement) {
    return span_of_node(statement);
}
Span span_of(WordPart const& part) {
    return span_of_node(part);
}

}  // namespace am2cmake::automake
