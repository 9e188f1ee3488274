#include "parser/shell_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "parser/shell_words.hpp"

BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Assignment, span.begin, name, value, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::MacroCall, span.begin, call, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Pipeline, span.begin, negated, commands, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Group, span.begin, subshell, body, redirections, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Branch, span.begin, condition, body, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::If, span.begin, branches, otherwise, redirections, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::For, span.begin, variable, words, body, redirections, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::While, span.begin, until, condition, body, redirections, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::CaseArm, span.begin, patterns, body, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Case, span.begin, subject, arms, redirections, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Function, span.begin, name, body, span.end)

namespace am2cmake::shell {
namespace {

struct KeywordParser : x3::parser<KeywordParser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    constexpr explicit KeywordParser(std::string_view keyword) : keyword(keyword) {}

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const& last, Context const&, RuleContext&, Attribute&) const {
        bool const found = keyword_at(first, last, keyword);
        first += found ? keyword.size() : 0;
        return found;
    }

    std::string_view keyword;
};

// What ends a compound command. A missing one is reported and taken as read, since all before it was understood.
struct ClosingParser : x3::parser<ClosingParser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    constexpr explicit ClosingParser(std::string_view text) : text(text) {}

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const&, Context const& context, RuleContext&, Attribute&) const {
        close(first, x3::get<origin_tag>(context));
        return true;
    }

    void close(char const*& first, Reading& reading) const;

    std::string_view text;
};

void ClosingParser::close(char const*& first, Reading& reading) const {
    if (closer_at(first, reading.end()).text == text) {
        first += text.size();
        return;
    }
    std::string message = fmt::format("expected `{}`", text);
    if (auto const opened = reading.diagnostics.sources().place(reading.location(reading.command_begin))) {
        message += fmt::format(" to end the command of line {}", opened->line);
    }
    if (reading.substitutions > 0) {
        reading.fail(first, std::move(message));
    }
    Location const at = reading.location(first);
    reading.diagnostics.report(code::syntax, {at, at}, std::move(message));
}

struct ListParser : x3::parser<ListParser> {
    using attribute_type = Script;
    static constexpr bool has_attribute = true;

    constexpr explicit ListParser(unsigned closers) : closers(closers) {}

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const&, Context const& context, RuleContext&,
               Attribute& attribute) const {
        Script script;
        read_list(first, x3::get<origin_tag>(context), closers, script);
        x3::traits::move_to(std::move(script), attribute);
        return true;
    }

    unsigned closers;
};

char const* after_line_breaks(char const* at, Reading& reading) {
    for (;;) {
        at = after_blanks(at, reading.end());
        if (at != reading.end() && *at == '#') {
            at = line_end(at, reading.end());
        }
        if (at == reading.end() || *at != '\n') {
            return at;
        }
        at = reading.after_newline(at);
    }
}

bool read_value(char const*& first, Reading& reading, Word& word) {
    word.span = {reading.location(first), reading.location(first)};
    read_word(first, reading, word);
    return true;
}

bool read_words_of_for(char const*& first, Reading& reading, std::optional<std::vector<Word>>& words);
bool read_otherwise(char const*& first, Reading& reading, std::optional<Script>& script);
bool read_arms(char const*& first, Reading& reading, std::vector<CaseArm>& arms);
bool read_function_body(char const*& first, Reading& reading, Script& script);
bool read_simple(char const*& first, Reading& reading, Simple& simple);
bool read_pipeline(char const*& first, Reading& reading, Command& command);

namespace grammar {

using x3::attr, x3::char_, x3::lit, x3::omit, x3::raw, x3::repeat, x3::rule;

constexpr SkipParser line_breaks{after_line_breaks};

constexpr auto keyword(std::string_view word) {
    return KeywordParser{word};
}
constexpr auto closing(std::string_view text) {
    return ClosingParser{text};
}
constexpr auto list(unsigned closers) {
    return ListParser{closers};
}

constexpr NodeParser<Command> command{"a command", read_command};
constexpr NodeParser<Simple> simple{"a command", read_simple};
constexpr NodeParser<Redirection> a_redirection{"a redirection", read_redirection};
constexpr NodeParser<Word> value{"a value", read_value};
constexpr NodeParser<std::optional<std::vector<Word>>> words_of_for{"words", read_words_of_for};
constexpr NodeParser<std::optional<Script>> otherwise{"commands", read_otherwise};
constexpr NodeParser<std::vector<CaseArm>> arms{"patterns", read_arms};
constexpr NodeParser<Script> function_body{"the body of a function", read_function_body};

auto const redirections = *(blanks >> a_redirection);

auto const name = raw[char_("a-zA-Z_") >> *char_("a-zA-Z0-9_")];
auto const variable_name = rule<struct variable_name_, std::string>{"the name of a variable"} = name;
auto const call = lit(m4::call_begin) >> x3::uint_parser<std::size_t>{} >> m4::call_end;
auto const made_up_name = raw[(char_("a-zA-Z_") | omit[call]) >> *(char_("a-zA-Z0-9_") | omit[call])];

auto const assignment = rule<struct assignment_, Assignment>{"an assignment"} =
    here >> made_up_name >> '=' >> value >> behind;

// A macro with a redirection behind it is a simple command.
auto const macro_end = x3::eoi | &char_(" \t\v\f\r\n;&|()<>\\\x01");
auto const macro_call = rule<struct macro_call_, MacroCall>{"a macro call"} =
    here >> call >> behind >> &macro_end >> !(blanks >> *char_("0-9") >> char_("<>"));

auto const then = rule<struct then_>{"`then`"} = keyword("then");
constexpr unsigned end_of_branch = close_elif | close_else | close_fi;
auto const condition = list(close_then | end_of_branch);  // where a `then` is missing
auto const then_body = list(end_of_branch);
auto const if_branch = rule<struct if_branch_, Branch>{"a condition"} =
    (here >> keyword("if") >> condition) > then > then_body > behind;
auto const elif_branch = rule<struct elif_branch_, Branch>{"a condition"} =
    (here >> keyword("elif") >> condition) > then > then_body > behind;
auto const branches = rule<struct branches_, std::vector<Branch>>{"conditions"} = repeat(1)[if_branch] >> *elif_branch;
auto const if_clause = rule<struct if_clause_, If>{"an `if`"} = here >> branches >> otherwise >>
                                                                closing("fi") >> redirections >> behind;

auto const do_ = rule<struct do_rule_>{"`do`"} = keyword("do");
auto const for_clause = rule<struct for_clause_, For>{"a `for`"} = (here >> keyword("for") >> blanks) > variable_name >
                                                                   words_of_for > do_ > list(close_done) >
                                                                   closing("done") > redirections > behind;
auto const while_or_until = (keyword("while") >> attr(false)) | (keyword("until") >> attr(true));
auto const while_clause = rule<struct while_clause_, While>{"a loop"} = (here >> while_or_until >>
                                                                         list(close_do | close_done)) > do_ >
                                                                        list(close_done) >
                                                                        closing("done") > redirections > behind;

auto const in = rule<struct in_>{"`in`"} = keyword("in");
auto const end_of_patterns = rule<struct end_of_patterns_>{"`|` or `)` after a pattern"} = lit(')');
auto const patterns = rule<struct patterns_, std::vector<Word>>{"patterns"} = a_word % (blanks >> '|' >> blanks);
auto const arm = rule<struct arm_, CaseArm>{"a pattern"} = (here >> -lit('(') >> blanks >> patterns >> blanks) >
                                                           end_of_patterns > list(close_arm | close_esac) > behind;
auto const case_clause = rule<struct case_clause_, Case>{"a `case`"} = (here >> keyword("case") >> blanks) > a_word >
                                                                       line_breaks > in > arms >
                                                                       closing("esac") > redirections > behind;

auto const subshell = rule<struct subshell_, Group>{
    "a subshell"} = here >> '(' >> attr(true) >> list(close_parenthesis) >> closing(")") >> redirections >> behind;
auto const brace_group = rule<struct brace_group_, Group>{
    "a group"} = here >> keyword("{") >> attr(false) >> list(close_brace) >> closing("}") >> redirections >> behind;

auto const function_name = raw[char_("a-zA-Z_") >> *char_("a-zA-Z0-9_.-")];
auto const function = rule<struct function_, Function>{"a function"} =
    (here >> function_name >> blanks >> '(' >> blanks >> ')' >> line_breaks) > function_body > behind;

auto const pipe = blanks >> '|' >> !lit('|') >> line_breaks;
auto const piped = rule<struct piped_, std::vector<Command>>{"commands"} = command >> *(pipe > command);
auto const pipeline = rule<struct pipeline_, Pipeline>{"a pipeline"} =
    here >> x3::matches[keyword("!") >> blanks] >> piped >> behind;

auto const and_or_operator = blanks >> (x3::string("&&") | x3::string("||")) >> line_breaks;
constexpr NodeParser<Command> a_pipeline{"a command", read_pipeline};
auto const expected_pipeline = x3::eps > a_pipeline;

}  // namespace grammar

constexpr std::array<ReadNode<Command::Variant>, 6> compound_commands{
    read_as<If, grammar::if_clause>,     read_as<For, grammar::for_clause>,    read_as<While, grammar::while_clause>,
    read_as<Case, grammar::case_clause>, read_as<Group, grammar::brace_group>, read_as<Group, grammar::subshell>};
constexpr std::array<ReadNode<Command::Variant>, 3> other_commands{
    read_as<MacroCall, grammar::macro_call>, read_as<Function, grammar::function>, read_as<Simple, grammar::simple>};

bool read_words_of_for(char const*& first, Reading& reading, std::optional<std::vector<Word>>& words) {
    char const* at = after_line_breaks(first, reading);
    if (keyword_at(at, reading.end(), "in")) {
        at += 2;
        words.emplace();
        Word word;
        for (at = after_blanks(at, reading.end()); read_word(at, reading, word); at = after_blanks(at, reading.end())) {
            words->push_back(std::exchange(word, {}));
        }
    }
    at = after_blanks(at, reading.end());
    if (at != reading.end() && *at == ';') {
        ++at;
    }
    first = after_line_breaks(at, reading);
    return true;
}

bool read_otherwise(char const*& first, Reading& reading, std::optional<Script>& script) {
    if (keyword_at(first, reading.end(), "else")) {
        first += 4;
        read_list(first, reading, close_fi, script.emplace());
    }
    return true;
}

// Comments before a pattern open its body, those behind the last arm close that of the last arm.
bool read_arms(char const*& first, Reading& reading, std::vector<CaseArm>& arms) {
    for (;;) {
        std::vector<Command> comments;
        read_between(first, reading, false, comments);
        CaseArm arm;
        unsigned const closers = reading.closers | close_esac;
        bool const ends = first == reading.end() || (closer_at(first, reading.end()).closer & closers) != 0;
        if (!ends && !read_with(grammar::arm, first, reading, arm)) {
            reading.fail(first, "expected a pattern or `esac`");
        }
        std::vector<Command>* const body = !ends          ? &arm.body.commands
                                           : arms.empty() ? nullptr
                                                          : &arms.back().body.commands;
        if (body != nullptr) {
            body->insert(ends ? body->end() : body->begin(), std::make_move_iterator(comments.begin()),
                         std::make_move_iterator(comments.end()));
        }
        if (ends) {
            return true;
        }
        arms.push_back(std::move(arm));
        first += starts_with(first, reading.end(), ";;") ? 2 : 0;
    }
}

bool read_function_body(char const*& first, Reading& reading, Script& script) {
    Command command;
    char const* const begin = first;
    if (!read_first(compound_commands, first, reading, command.node)) {
        return false;
    }
    auto* const group = std::get_if<Group>(&command.node);
    if (group != nullptr && !group->subshell && group->redirections.empty()) {
        script = std::move(group->body);
    } else {
        script.span = reading.span(begin, first);
        script.commands.push_back(std::move(command));
    }
    return true;
}

bool is_reserved(char const* at, char const* last) {
    static constexpr std::array<std::string_view, 7> openers{"if", "for", "while", "until", "case", "{", "!"};
    return closer_at(at, last).closer != no_closer ||
           std::any_of(openers.begin(), openers.end(), [&](auto word) { return keyword_at(at, last, word); });
}

bool read_simple(char const*& first, Reading& reading, Simple& simple) {
    if (is_reserved(first, reading.end())) {
        return false;
    }
    char const* const begin = first;
    for (char const* at = first; at != reading.end() && *at != '#'; at = after_blanks(first, reading.end())) {
        Redirection redirection;
        Assignment assignment;
        Word word;
        if (read_redirection(at, reading, redirection)) {
            simple.redirections.push_back(std::move(redirection));
        } else if (simple.words.empty() && read_with(grammar::assignment, at, reading, assignment)) {
            simple.assignments.push_back(std::move(assignment));
        } else if (read_word(at, reading, word)) {
            simple.words.push_back(std::move(word));
        } else {
            break;
        }
        first = at;
    }
    simple.span = reading.span(begin, first);
    return first != begin;
}

bool read_pipeline(char const*& first, Reading& reading, Command& command) {
    Pipeline pipeline;
    if (!read_with(grammar::pipeline, first, reading, pipeline)) {
        if (keyword_at(first, reading.end(), "!")) {
            reading.fail(after_blanks(first + 1, reading.end()), "expected a command");
        }
        return false;
    }
    if (pipeline.negated || pipeline.commands.size() > 1) {
        command.node = std::move(pipeline);
    } else {
        command = std::move(pipeline.commands.front());
    }
    return true;
}

}  // namespace

bool read_command(char const*& first, Reading& reading, Command& command) {
    Temporarily const begin{reading.command_begin, first};
    return read_first(compound_commands, first, reading, command.node) ||
           read_first(other_commands, first, reading, command.node);
}

bool read_and_or(char const*& first, Reading& reading, Command& command) {
    char const* const begin = first;
    if (!read_pipeline(first, reading, command)) {
        return false;
    }
    AndOr list;
    for (std::string joins; read_with(grammar::and_or_operator, first, reading, joins); joins.clear()) {
        list.operators.push_back(joins);
        list.commands.push_back(std::exchange(command, {}));
        read_with(grammar::expected_pipeline, first, reading, command);
    }
    if (!list.operators.empty()) {
        list.commands.push_back(std::move(command));
        list.span = reading.span(begin, first);
        command.node = std::move(list);
    }
    return true;
}

bool keyword_at(char const* at, char const* last, std::string_view keyword) {
    return starts_with(at, last, keyword) && ends_word(at + keyword.size(), last);
}

FoundCloser closer_at(char const* at, char const* last) {
    static constexpr std::array<FoundCloser, 8> keywords{{{close_then, "then"},
                                                          {close_do, "do"},
                                                          {close_done, "done"},
                                                          {close_fi, "fi"},
                                                          {close_elif, "elif"},
                                                          {close_else, "else"},
                                                          {close_esac, "esac"},
                                                          {close_brace, "}"}}};
    if (starts_with(at, last, ")")) {
        return {close_parenthesis, ")"};
    }
    if (starts_with(at, last, ";;")) {
        return {close_arm, ";;"};
    }
    auto const found = std::find_if(keywords.begin(), keywords.end(),
                                    [&](FoundCloser const& keyword) { return keyword_at(at, last, keyword.text); });
    return found == keywords.end() ? FoundCloser{} : *found;
}

}  // namespace am2cmake::shell
