#include "parser/shell_words.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/words.hpp"
#include "parser/shell_heredoc.hpp"

BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::MacroWord, span.begin, call, quoted, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Parameter, span.begin, name, operation, argument, quoted, span.end)
BOOST_FUSION_ADAPT_STRUCT(am2cmake::shell::Redirection, span.begin, descriptor, operation, target, body, span.end)

namespace am2cmake::shell {

Quoting const single_word{" \t\v\f\n|&;<>()'\"\\$`\x01", "'\"", "", false};
Quoting const whole_value{"'\"\\$`\x01", "'\"", "", false};
Quoting const here_document_text{"\\$`\x01", "", "\\$`", true};
Quoting const plain_text{"\x01", "", "", true};

namespace {

using Parts = std::vector<WordPart>;

Quoting const single_quotes{"'\x01", "", "", true};
Quoting const double_quotes{"\"\\$`\x01", "", "\"\\$`", true};
Quoting const braces{"}'\"\\$`\x01", "'\"", "", false};
Quoting const quoted_braces{"}\"\\$`\x01", "\"", "\"\\$`}", true};

bool holds(std::string_view characters, char c) {
    return characters.find(c) != std::string_view::npos;
}

// Elsewhere a `$` is itself.
bool begins_expansion(char const* dollar, char const* last) {
    char const next = dollar + 1 == last ? ' ' : dollar[1];
    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9') ||
           holds("_@*#?-$!{(\x01", next);
}

// The characters of a run up to what stops it; nothing taken away but the backslashes that `quoting` names.
char const* plain_end(char const* at, char const* last, Quoting const& quoting, std::string& text) {
    for (; at != last; ++at) {
        bool const stops =
            holds(quoting.stops, *at) || (*at == '\r' && holds(quoting.stops, '\n') && ends_word(at, last));
        if (stops && *at == '\\' && !quoting.escapes.empty() && !begins_line_break(at + 1, last)) {
            at += at + 1 != last && holds(quoting.escapes, at[1]) ? 1 : 0;
        } else if (stops && !(*at == '$' && !begins_expansion(at, last))) {
            break;
        }
        text += *at;
    }
    return at;
}

bool read_literal(char const*& first, Reading& reading, Literal& literal) {
    char const* const end = plain_end(first, reading.end(), *reading.quoting, literal.text);
    if (end == first) {
        return false;
    }
    literal.span = reading.span(first, end);
    literal.quoted = reading.quoting->quoted;
    first = end;
    return true;
}

// A backslash outside of quotes, and the character behind it with all of its bytes.
bool read_escaped(char const*& first, Reading& reading, Literal& literal) {
    if (*first != '\\' || !reading.quoting->escapes.empty()) {
        return false;
    }
    char const* at = first + 1;
    bool const escapes = at != reading.end() && *at != m4::call_begin;
    char const* const begin = escapes ? at++ : first;
    while (escapes && at != reading.end() && (static_cast<unsigned char>(*at) & 0xC0U) == 0x80U) {
        ++at;
    }
    literal = {reading.span(first, at), {begin, at}, true};
    first = at;
    return true;
}

// $(( ... )); what does not end with two parentheses is a subshell in a command substitution.
bool read_arithmetic(char const*& first, Reading& reading, Arithmetic& arithmetic) {
    if (!starts_with(first, reading.end(), "$((")) {
        return false;
    }
    int open = 0;
    char const* at = first + 3;
    for (; at != reading.end() && (*at != ')' || open > 0); ++at) {
        open += *at == '(' ? 1 : *at == ')' ? -1 : 0;
    }
    if (!starts_with(at, reading.end(), "))")) {
        return false;
    }
    arithmetic = {reading.span(first, at + 2), {first + 3, at}, reading.quoting->quoted};
    first = at + 2;
    return true;
}

Script substituted_script(char const*& first, Reading& reading, unsigned closers) {
    Temporarily const within{reading.substitutions, reading.substitutions + 1};
    Temporarily const ends{reading.closers, unsigned{no_closer}};
    Script script;
    read_list(first, reading, closers, script);
    return script;
}

bool read_substitution(char const*& first, Reading& reading, CommandSubstitution& substitution) {
    if (!starts_with(first, reading.end(), "$(")) {
        return false;
    }
    char const* at = first + 2;
    substitution.script = substituted_script(at, reading, close_parenthesis);
    if (at == reading.end()) {
        reading.fail(first, "expected a closing `)`");
    }
    substitution.text.assign(first + 2, at);
    substitution.span = reading.span(first, at + 1);
    substitution.quoted = reading.quoting->quoted;
    first = at + 1;
    return true;
}

// POSIX 2.6.3: within backquotes a backslash is itself unless it stands before `$`, a backquote or a backslash; within
// double quotes also before a double quote.
char const* unquote_backquoted(char const* at, Reading const& reading, Excerpt& inner) {
    char const* begin = at;
    for (; at != reading.end() && *at != '`'; ++at) {
        if (*at == '\\' && at + 1 != reading.end()) {
            if (holds("$`\\", at[1]) || (at[1] == '"' && holds(reading.quoting->escapes, '"'))) {
                inner.add(begin, at);
                begin = at + 1;
            }
            ++at;
        }
    }
    inner.add(begin, at);
    return at;
}

bool read_backquoted(char const*& first, Reading& reading, CommandSubstitution& substitution) {
    if (*first != '`') {
        return false;
    }
    Excerpt excerpt(reading.text);
    char const* const end = unquote_backquoted(first + 1, reading, excerpt);
    if (end == reading.end()) {
        reading.fail(first, "expected a closing ```");
    }
    Reading inner(excerpt.text(), reading);
    char const* at = inner.begin();
    try {
        substitution.script = substituted_script(at, inner, no_closer);
    } catch (Failure& failure) {
        failure.offset = static_cast<std::size_t>(end - reading.begin());
        throw;
    }
    substitution.text = excerpt.text().text;
    substitution.span = reading.span(first, end + 1);
    substitution.quoted = reading.quoting->quoted;
    first = end + 1;
    return true;
}

Word argument(char const*& first, Reading& reading, Quoting const& quoting) {
    Word word = read_text(first, reading, quoting);
    if (first == reading.end()) {
        reading.fail(reading.expansion_begin, "expected a closing `}`");
    }
    return word;
}

bool read_argument(char const*& first, Reading& reading, Word& word) {
    word = argument(first, reading, reading.quoting->quoted ? quoted_braces : braces);
    return true;
}

// Quotes around the expansion do not reach into a pattern.
bool read_pattern(char const*& first, Reading& reading, Word& word) {
    word = argument(first, reading, braces);
    return true;
}

struct QuotedParser : x3::parser<QuotedParser> {
    using attribute_type = bool;
    static constexpr bool has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const&, Context const& context, RuleContext&, Attribute& quoted) const {
        static_cast<void>(first);
        x3::traits::move_to(bool{x3::get<origin_tag>(context).quoting->quoted}, quoted);
        return true;
    }
};

namespace grammar {

using x3::attr, x3::char_, x3::lit, x3::omit, x3::raw, x3::repeat, x3::rule, x3::string;

constexpr QuotedParser quoted{};
constexpr NodeParser<Literal> literal{"characters", read_literal};
constexpr NodeParser<Literal> escaped{"an escaped character", read_escaped};
constexpr NodeParser<Arithmetic> arithmetic{"an arithmetic expansion", read_arithmetic};
constexpr NodeParser<CommandSubstitution> substitution{"a command substitution", read_substitution};
constexpr NodeParser<CommandSubstitution> backquoted{"a command substitution", read_backquoted};
constexpr NodeParser<Word> default_argument{"a word", read_argument};
constexpr NodeParser<Word> pattern_argument{"a pattern", read_pattern};

auto const call = lit(m4::call_begin) >> x3::uint_parser<std::size_t>{} >> m4::call_end;
auto const macro_word = rule<struct macro_word_, MacroWord>{"a macro call"} = here >> call >> quoted >> behind;

// A macro may make up a name or the rest of one.
auto const name_character = char_("a-zA-Z0-9_");
auto const special = char_("@*#?$!-");
auto const short_name = raw[((char_("a-zA-Z_") | omit[call]) >> *name_character) | char_("0-9") | special];
auto const braced_name = raw[+(name_character | omit[call]) | special];

auto const no_word = attr(std::vector<Word>{});
auto const no_operation = attr(std::string{}) >> no_word;
auto const with_default =
    string(":-") | string(":=") | string(":?") | string(":+") | string("-") | string("=") | string("?") | string("+");
auto const with_pattern = string("%%") | string("##") | string("%") | string("#");

auto const plain = rule<struct plain_, Parameter>{"a parameter"} =
    here >> '$' >> short_name >> no_operation >> quoted >> behind;
auto const braced = rule<struct braced_, Parameter>{"a parameter"} =
    here >> "${" >> braced_name >> '}' >> no_operation >> quoted >> behind;
auto const length = rule<struct length_, Parameter>{"the length of a parameter"} =
    here >> "${#" >> braced_name >> '}' >> attr(std::string{"length"}) >> no_word >> quoted >> behind;
auto const defaulted = rule<struct defaulted_, Parameter>{"a parameter"} = here >> "${" >> braced_name >>
                                                                           with_default >>
                                                                           repeat(1)[default_argument] >> '}' >> quoted
                                                                           >> behind;
auto const trimmed = rule<struct trimmed_, Parameter>{"a parameter"} = here >> "${" >> braced_name >> with_pattern >>
                                                                       repeat(1)[pattern_argument] >> '}' >> quoted
                                                                       >> behind;
auto const posix_parameter = rule<struct posix_parameter_, Parameter>{"a parameter expansion of POSIX"} =
    x3::eps(false);
auto const bad_parameter = &lit("${") > posix_parameter;

auto const redirection_operator = string("<<-") | string("<<") | string("<&") | string("<>") | string("<") |
                                  string(">>") | string(">&") | string(">|") | string(">");
auto const redirection = rule<struct redirection_, Redirection>{"a redirection"} = (here >> raw[*char_("0-9")] >>
                                                                                    redirection_operator >> blanks) >
                                                                                   a_word >
                                                                                   attr(std::vector<Word>{}) > behind;

}  // namespace grammar

constexpr std::array<ReadNode<WordPart>, 12> parts{
    read_as<Literal, grammar::literal>,
    read_as<Literal, grammar::escaped>,
    read_as<MacroWord, grammar::macro_word>,
    read_as<Arithmetic, grammar::arithmetic>,
    read_as<CommandSubstitution, grammar::substitution>,
    read_as<CommandSubstitution, grammar::backquoted>,
    read_as<Parameter, grammar::plain>,
    read_as<Parameter, grammar::braced>,
    read_as<Parameter, grammar::length>,
    read_as<Parameter, grammar::defaulted>,
    read_as<Parameter, grammar::trimmed>,
    read_as<Parameter, grammar::bad_parameter>,
};

bool read_quotes(char const*& first, Reading& reading, Parts& parts);

bool read_part(char const*& first, Reading& reading, WordPart& part) {
    Nesting const level(reading, first);
    Temporarily const begin{reading.expansion_begin, first};
    return with_failures(reading, [&] { return read_first(parts, first, reading, part); });
}

// One run of plain characters, however it was quoted, is one Literal.
void append(Parts& parts, WordPart part) {
    auto* const last = parts.empty() ? nullptr : std::get_if<Literal>(&parts.back());
    auto* const next = std::get_if<Literal>(&part);
    if (last != nullptr && next != nullptr && last->quoted == next->quoted) {
        last->text += next->text;
        last->span.end = next->span.end;
    } else {
        parts.push_back(std::move(part));
    }
}

bool read_parts(char const*& first, Reading& reading, Parts& parts) {
    bool const continues = holds(reading.quoting->stops, '\\');
    bool any = false;
    for (;;) {
        char const* at = continues ? after_continuations(first, reading.end()) : first;
        WordPart part;
        if (at == reading.end()) {
            return any;
        }
        if (read_part(at, reading, part)) {
            append(parts, std::move(part));
        } else if (!read_quotes(at, reading, parts)) {
            return any;
        }
        any = true;
        first = at;
    }
}

bool read_quotes(char const*& first, Reading& reading, Parts& parts) {
    char const quote = *first;
    if (!holds(reading.quoting->openers, quote)) {
        return false;
    }
    char const* at = first + 1;
    Temporarily const quotes{reading.quoting, quote == '"' ? &double_quotes : &single_quotes};
    read_parts(at, reading, parts);
    at = after_continuations(at, reading.end());
    if (at == reading.end() || *at != quote) {
        reading.fail(first, fmt::format("expected a closing `{}`", quote));
    }
    first = at + 1;
    return true;
}

}  // namespace

bool read_word(char const*& first, Reading& reading, Word& word) {
    Temporarily const quoting{reading.quoting, &single_word};
    char const* const begin = first;
    if (!read_parts(first, reading, word.parts)) {
        return false;
    }
    word.span = reading.span(begin, first);
    return true;
}

bool read_redirection(char const*& first, Reading& reading, Redirection& redirection) {
    char const* const begin = first;
    if (!with_failures(reading, [&] { return read_with(grammar::redirection, first, reading, redirection); })) {
        return false;
    }
    if (redirection.operation.starts_with("<<")) {
        std::string_view const written(begin, static_cast<std::size_t>(first - begin));
        std::size_t const behind_operator = redirection.descriptor.size() + redirection.operation.size();
        bool const strips_tabs = redirection.operation == "<<-";
        redirection.body.push_back(
            read_here_document(begin, first, trim(written.substr(behind_operator)), strips_tabs, reading));
    }
    return true;
}

Word read_text(char const*& first, Reading& reading, Quoting const& quoting) {
    Temporarily const temporary{reading.quoting, &quoting};
    char const* const begin = first;
    Word word;
    read_parts(first, reading, word.parts);
    if (holds(quoting.stops, '\\')) {
        first = after_continuations(first, reading.end());
    }
    word.span = begin == first ? Span{reading.location(begin), reading.location(begin)} : reading.span(begin, first);
    return word;
}

}  // namespace am2cmake::shell
