// The grammar of rules files. A line is parsed at a time; items, comments and the nesting of `each` are C++ below it.

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/words.hpp"
#include "parser/here.hpp"
#include "parser/rules_holes.hpp"
#include "parser/rules_parse.hpp"

namespace rules = am2cmake::rules;

BOOST_FUSION_ADAPT_STRUCT(rules::Hole, span.begin, name, filter, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Template, span.begin, quoted, parts, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Parameter, span.begin, name, rest, type, default_value, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Platform, span.begin, negated, name, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Condition, span.begin, negated, text, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Requires, span.begin, names, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Provides, span.begin, names, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Enable, span.begin, languages, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Reads, span.begin, variables, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Writes, span.begin, variables, values, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Answer, span.begin, variable, when_true, when_false, condition, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Alias, span.begin, variable, text, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Define, span.begin, name, value, help, condition, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Substitute, span.begin, variables, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::CmakeArgument, optional, group)
BOOST_FUSION_ADAPT_STRUCT(rules::Cmake, span.begin, command, arguments, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Run, span.begin, argument, condition, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Shell, span.begin, text, condition, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Object, span.begin, names, condition, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Special, span.begin, name, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Nothing, span.begin, why, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Unsupported, span.begin, why, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Feature, span.begin, name, text, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Each, span.begin, variable, list, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Given, span.begin, negated, argument, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Statement, platform, given, what)
BOOST_FUSION_ADAPT_STRUCT(rules::Macro, span.begin, name, parameters, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Variable, span.begin, what, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Host, span.begin, variable, patterns, condition, span.end)
BOOST_FUSION_ADAPT_STRUCT(rules::Library, span.begin, name, platform, package, target, span.end)

// X3 knows boost::optional only.
namespace boost::spirit::x3::traits {
template <typename T>
struct is_optional<std::optional<T>> : mpl::true_ {};
template <typename T>
struct build_optional<std::optional<T>> {
    using type = std::optional<T>;
};
template <typename T>
struct optional_value<std::optional<T>> : mpl::identity<T> {};
}  // namespace boost::spirit::x3::traits

namespace am2cmake::rules {
namespace {

template <typename Text>
struct part_;

using x3::attr;
using x3::char_;
using x3::lit;
using x3::matches;
using x3::omit;
using x3::rule;
using x3::string;

// clang-format off
// Blanks: a backslash at the end of a line continues it.
auto const blank = lit(' ') | '\t' | "\\\n" | "\\\r\n" | (lit('\r') >> &lit('\n'));
auto const ws = omit[*blank];
auto const gap = rule<struct gap_>{"a blank"} = omit[+blank];
auto const line_end = rule<struct line_end_>{"the end of the line"} = x3::eol | x3::eoi;
auto const blank_end = ws >> line_end;
auto const word_end = !(x3::alnum | '_');
auto const keyword = [](char const* text) { return lit(text) >> word_end; };
auto const begin = [](char const* text) { return here >> lit(text) >> word_end; };

// Names.
auto const identifier = char_("A-Za-z_") >> *char_("A-Za-z0-9_");
auto const macro_name = rule<struct macro_name_, std::string>{"a macro name"} = identifier;
auto const parameter_name = rule<struct parameter_name_, std::string>{"a parameter name"} = identifier;
auto const variable_name = rule<struct variable_name_, std::string>{"a variable name"} = identifier;
auto const hole_name = rule<struct hole_name_, std::string>{"the name of a hole"} = identifier;
auto const special_name = rule<struct special_name_, std::string>{"the name of a special"} = identifier;
auto const language = rule<struct language_, std::string>{"a language"} = identifier;
auto const command_name = rule<struct command_name_, std::string>{"a CMake command"} = identifier;
auto const library_name = rule<struct library_name_, std::string>{"a library name"} = +char_("A-Za-z0-9_.+-");
auto const target_name = rule<struct target_name_, std::string>{"a target"} = +char_("A-Za-z0-9_.+:${}-");
auto const pattern = rule<struct pattern_, std::string>{"a pattern"} = +(x3::graph - '=');

// Plain text.
auto const plain_escape = rule<struct plain_escape_, char>{"an escaped quote or backslash"} = char_("\"\\");
auto const plain_quoted = rule<struct plain_quoted_, std::string>{"quoted text"}
    = '"' > *((lit('\\') > plain_escape) | (char_ - char_("\"\\\n"))) > '"';

// Templates.
x3::symbols<char> const escapes({{"n", '\n'}, {"t", '\t'}, {"\"", '"'}, {"\\", '\\'}});
x3::symbols<char> const braces({{"{{", '{'}, {"}}", '}'}});
x3::symbols<char> const continuation({{"\\\n", ' '}});
auto const continued = continuation >> ws;
x3::symbols<char> const line_break({{"\\\n", '\n'}});
auto const broken = line_break >> omit[*char_(" \t")];  // the indentation is not part of the text
x3::symbols<std::string> const filters({{"cpp", "cpp"}, {"sh", "sh"}, {"upper", "upper"}, {"lower", "lower"}});

auto const escape = rule<struct escape_, char>{R"(one of n, t, ", \ or the end of the line)"} = escapes;
auto const filter = rule<struct filter_, std::string>{"one of cpp, sh, upper or lower"} = filters >> word_end;
auto const close = rule<struct close_>{"'}'"} = lit('}');
auto const hole = rule<struct hole_, Hole>{"a hole"}
    = (here >> '{' >> !lit('{')) > hole_name > ((lit('|') > filter) | attr(std::string{})) > close > here;

auto const dollar = char_('$') >> !lit('{');
auto const text_of = [](auto const& character) { return +(braces | dollar | (character - char_("{}$"))); };
auto const bare_text = rule<struct bare_text_, std::string>{"text"} = text_of(x3::graph - char_("\"()[]|=\\"));
auto const quoted_text = rule<struct quoted_text_, std::string>{"text"}
    = +(broken | braces | dollar | (lit('\\') > escape) | (char_ - char_("\"\\\n{}$")));
auto const condition_text = rule<struct condition_text_, std::string>{"text"}
    = +(continued | ((braces | dollar | (char_ - char_("\n{}$"))) - blank_end));

// A reference is text up to its own brace.
auto const reference_begin = rule<struct reference_begin_, std::string>{"a reference"} = string("${");
auto const reference_text = rule<struct reference_text_, std::string>{"text"} = +char_("A-Za-z0-9_./+-");
auto const reference_end = rule<struct reference_end_, std::string>{"'}'"} = string("}");
using Parts = std::vector<TemplatePart>;
auto const part = [](auto const& text) {
    return rule<part_<std::decay_t<decltype(text)>>, TemplatePart>{text.name} = text;
};
auto const reference = part(reference_begin) > *(part(hole) | part(reference_text)) > part(reference_end);
auto const bare_parts = rule<struct bare_parts_, Parts>{"text"} = +(reference | part(hole) | part(bare_text));
auto const quoted_parts = rule<struct quoted_parts_, Parts>{"text"} = *(reference | part(hole) | part(quoted_text));
auto const condition_parts = rule<struct condition_parts_, Parts>{"a condition"}
    = +(reference | part(hole) | part(condition_text));

auto const bare = rule<struct bare_, Template>{"a word"} = here >> attr(false) >> bare_parts >> here;
auto const quote = rule<struct quote_>{"'\"'"} = lit('"');
auto const quoted = rule<struct quoted_, Template>{"quoted text"}
    = (here >> '"' >> attr(true)) > quoted_parts > quote > here;
auto const value = rule<struct value_, Template>{"a value"} = quoted | bare;
auto const variable = rule<struct variable_, Template>{"a variable name"} = bare;
auto const object_name = rule<struct object_name_, Template>{"the name of an object"}
    = bare - (keyword("if") | keyword("unless"));
auto const condition_template = rule<struct condition_template_, Template>{"a condition"}
    = here >> attr(false) >> condition_parts >> here;

auto const equals = rule<struct equals_>{"'='"} = lit('=');
auto const bar = rule<struct bar_>{"'|'"} = lit('|');
auto const colon = rule<struct colon_>{"':'"} = lit(':');
auto const open_list = rule<struct open_list_>{"'('"} = lit('(');
auto const close_list = rule<struct close_list_>{"')'"} = lit(')');
auto const close_group = rule<struct close_group_>{"']'"} = lit(']');
auto const if_word = rule<struct if_word_>{"'if'"} = keyword("if");
auto const in_word = rule<struct in_word_>{"'in'"} = keyword("in");

auto const condition = rule<struct condition_, Condition>{"'if' or 'unless'"}
    = (here >> ((keyword("if") >> attr(false)) | (keyword("unless") >> attr(true))))
    > gap > condition_template > here;

// Statements.
using Texts = std::vector<std::string>;
using Templates = std::vector<Template>;
auto const names = rule<struct names_, Texts>{"a macro name"} = macro_name % gap;
auto const languages = rule<struct languages_, Texts>{"a language"} = language % gap;
auto const variables = rule<struct variables_, Templates>{"a variable name"} = variable % gap;
auto const alternatives = rule<struct alternatives_, Templates>{"a value"} = value % (ws >> '|' >> ws);
auto const words = rule<struct words_, Templates>{"a value"} = value % gap;
auto const values = ((ws >> equals) > ws > alternatives) | attr(Templates{});
auto const requires_ = rule<struct requires__, Requires>{"requires"} = begin("requires") > gap > names > here;
auto const provides = rule<struct provides_, Provides>{"provides"} = begin("provides") > gap > names > here;
auto const enable = rule<struct enable_, Enable>{"enable"} = begin("enable") > gap > languages > here;
auto const reads = rule<struct reads_, Reads>{"reads"} = begin("reads") > gap > variables > here;
auto const writes = rule<struct writes_, Writes>{"writes"}
    = begin("writes") > gap > variables > values > here;
auto const answer = rule<struct answer_, Answer>{"answer"}
    = begin("answer") > gap > variable > ws > equals > ws > value > ws > bar > ws > value
    > gap > if_word > gap > condition_template > here;
auto const alias = rule<struct alias_, Alias>{"alias"}
    = begin("alias") > gap > variable > ws > equals > ws > value > here;
auto const define = rule<struct define_, Define>{"define"}
    = begin("define") > gap > variable > -((ws >> equals) > ws > value) > -(gap >> quoted)
    > -(gap >> condition) > here;
auto const substitute = rule<struct substitute_, Substitute>{"substitute"}
    = begin("substitute") > gap > variables > here;
auto const argument = rule<struct argument_, CmakeArgument>{"an argument"}
    = ((lit('[') >> attr(true)) > ws > words > ws > close_group) | (attr(false) >> x3::repeat(1)[value]);
auto const cmake = rule<struct cmake_, Cmake>{"cmake"}
    = begin("cmake") > gap > command_name > open_list > ws > -(argument % gap) > ws > close_list > here;
auto const run = rule<struct run_, Run>{"run"} = begin("run") > gap > hole > -(gap >> condition) > here;
auto const shell = rule<struct shell_, Shell>{"shell"}
    = begin("shell") > gap > quoted > -(gap >> condition) > here;
auto const objects = rule<struct objects_, Templates>{"the name of an object"} = object_name % gap;
auto const object = rule<struct object_, Object>{"object"}
    = begin("object") > gap > objects > -(gap >> condition) > here;
auto const special = rule<struct special_, Special>{"special"} = begin("special") > gap > special_name > here;
auto const nothing = rule<struct nothing_, Nothing>{"nothing"} = begin("nothing") > gap > plain_quoted > here;
auto const unsupported = rule<struct unsupported_, Unsupported>{"unsupported"}
    = begin("unsupported") > gap > plain_quoted > here;
auto const feature = rule<struct feature_, Feature>{"feature"}
    = begin("feature") > gap > parameter_name > gap > in_word > gap > plain_quoted > here;
auto const each = rule<struct each_, Each>{"each"}
    = begin("each") > gap > variable_name > gap > in_word > gap > hole > here;

x3::symbols<std::string> const platforms({{"windows", "windows"}, {"macos", "macos"}, {"linux", "linux"},
    {"unix", "unix"}, {"msvc", "msvc"}, {"mingw", "mingw"}});
auto const platform_name = rule<struct platform_name_, std::string>{"one of windows, macos, linux, unix, msvc or mingw"}
    = platforms >> word_end;
auto const platform = rule<struct platform_, Platform>{"on"}
    = begin("on") > gap > matches[keyword("not") >> gap] > platform_name > here;
auto const given = rule<struct given_, Given>{"given or without"}
    = (here >> ((keyword("given") >> attr(false)) | (keyword("without") >> attr(true)))) > gap > parameter_name > here;
auto const what = rule<struct what_, decltype(Statement::what)>{"a statement"}
    = requires_ | provides | enable | reads | writes | answer | alias | define | substitute | cmake | run | shell
    | object | special | nothing | unsupported | feature | each;
auto const statement = rule<struct statement_, Statement>{"a statement"}
    = -(platform > gap) > -(given > gap) > what > ws > line_end;

// Items.
x3::symbols<ArgumentType> const types({
    {"text", ArgumentType::text}, {"words", ArgumentType::words}, {"list", ArgumentType::list},
    {"shell", ArgumentType::shell}, {"code", ArgumentType::code}, {"condition", ArgumentType::condition},
    {"name", ArgumentType::name}, {"version", ArgumentType::version}, {"modules", ArgumentType::modules},
    {"declarations", ArgumentType::declarations}, {"programs", ArgumentType::programs}});
auto const type = rule<struct type_, ArgumentType>{"an argument type"} = types >> word_end;
auto const parameter = rule<struct parameter_, Parameter>{"a parameter"}
    = (here >> parameter_name >> matches["..."]) > ws > colon > ws > type
    > (((ws >> '=') > ws > plain_quoted) | attr(std::string{})) > here;
auto const macro = rule<struct macro_, Macro>{"macro"}
    = begin("macro") > gap > macro_name > open_list > ws > -(parameter % (ws >> ',' >> ws)) > ws > close_list
    > here;
auto const known_answer = rule<struct known_answer_, Answer>{"a value"}
    = (here >> variable >> ws >> '=' >> ws >> value >> ws >> '|') > ws > value > gap > if_word > gap
    > condition_template > here;
auto const known_text = rule<struct known_text_, Alias>{"a variable name"}
    = (here >> variable) > ws > equals > ws > value > here;
auto const known = rule<struct known_, decltype(Variable::what)>{"a variable name"} = known_answer | known_text;
auto const known_variable = rule<struct known_variable_, Variable>{"variable"}
    = begin("variable") > gap > known > here;
auto const plain_condition = rule<struct plain_condition_, std::string>{"a condition"} 
    = +(continued | ((char_ - '\n') - blank_end));
auto const patterns = rule<struct patterns_, Texts>{"a pattern"} = pattern % gap;
auto const host = rule<struct host_, Host>{"host"}
    = begin("host") > gap > variable_name > gap > patterns > ws > equals > ws > plain_condition > here;
auto const package = (target_name >> gap >> &target_name) | attr(std::string{});
auto const library = rule<struct library_, Library>{"library"}
    = begin("library") > gap > library_name > -(gap >> platform) > ws > equals > ws
    > package > (target_name | attr(std::string{})) > here;
auto const item = rule<struct item_, Item>{"'macro', 'variable', 'host' or 'library'"}
    = macro | known_variable | host | library;
auto const item_line = rule<struct item_line_, Item>{"an item"} = x3::eps > item > ws > line_end;
// clang-format on

struct Origin {
    Source source;

    Location location(char const* at) const { return source.begin + static_cast<std::size_t>(at - source.text.data()); }
};

// What is left of a file, taken line by line.
struct Lines {
    Origin origin;
    std::string_view left;

    std::string_view line() const { return left.substr(0, left.find('\n')); }
    bool indented() const { return left.starts_with(' ') || left.starts_with('\t'); }
    bool empty() const { return trim(line()).empty(); }
    bool comment() const { return trim(line()).starts_with('#'); }
    void skip() { left.remove_prefix(std::min(line().size() + 1, left.size())); }
    Span place(char const* at) const { return {origin.location(at), origin.location(at)}; }
};

// Parses a line and goes on behind it, also when it is wrong.
template <typename Grammar, typename Node>
bool parse_line(Lines& lines, Grammar const& grammar, Node& node, Diagnostics& diagnostics) {
    char const* at = lines.left.data();
    char const* const end = at + lines.left.size();
    try {
        if (x3::parse(at, end, x3::with<origin_tag>(lines.origin)[grammar], node)) {
            lines.left.remove_prefix(static_cast<std::size_t>(at - lines.left.data()));
            return true;
        }
    } catch (x3::expectation_failure<char const*> const& failure) {
        diagnostics.report(code::rule_syntax, lines.place(failure.where()), "expected " + failure.which());
    }
    while (lines.line().ends_with('\\')) {
        lines.skip();
    }
    lines.skip();
    return false;
}

// The statements of a macro, or of an `each` up to its `end`.
std::vector<Statement> statements(Lines& lines, Each const* around, Diagnostics& diagnostics) {
    std::vector<Statement> body;
    while (lines.indented() || (lines.empty() && !lines.left.empty())) {
        if (lines.empty() || lines.comment()) {
            lines.skip();
        } else if (std::string_view const text = trim(lines.line()); text == "end") {
            lines.skip();
            if (around != nullptr) {
                return body;
            }
            diagnostics.report(code::rule_syntax, lines.place(text.data()), "this 'end' has no 'each'");
        } else if (Statement read; parse_line(lines, ws >> statement, read, diagnostics)) {
            if (auto* inner = std::get_if<Each>(&read.what)) {
                inner->body = statements(lines, inner, diagnostics);
            }
            body.push_back(std::move(read));
        }
    }
    if (around != nullptr) {
        diagnostics.report(code::rule_syntax, around->span, "this 'each' has no 'end'");
    }
    return body;
}

void skip_statements(Lines& lines) {
    while (lines.indented()) {
        lines.skip();
    }
}

// The comment lines that stand right above an item.
std::string documentation(Lines& lines) {
    std::vector<std::string> text;
    for (; lines.left.starts_with('#'); lines.skip()) {
        text.emplace_back(trim(lines.line().substr(1)));
    }
    return join(text, "\n");
}

}  // namespace

File parse(Source const& source, Diagnostics& diagnostics) {
    File file{source, {}};
    Lines lines{{source}, source.text};
    while (!lines.left.empty()) {
        if (lines.empty()) {
            lines.skip();
            continue;
        }
        std::string above = documentation(lines);
        Item read;
        if (lines.empty()) {
            continue;
        }
        if (!parse_line(lines, item_line, read, diagnostics)) {
            skip_statements(lines);
            continue;
        }
        if (auto* macro = std::get_if<Macro>(&read)) {
            macro->documentation = std::move(above);
            macro->statements = statements(lines, nullptr, diagnostics);
        } else if (auto* variable = std::get_if<Variable>(&read)) {
            variable->documentation = std::move(above);
        }
        check_holes(read, diagnostics);
        file.items.push_back(std::move(read));
    }
    return file;
}

}  // namespace am2cmake::rules
