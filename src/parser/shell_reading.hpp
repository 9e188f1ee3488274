#pragma once
// Private to the shell parser: what its grammars share while they read one text.

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "parser/here.hpp"
#include "parser/m4_expanded.hpp"
#include "parser/shell_ast.hpp"

namespace am2cmake::shell {

// What characters mean where a word is read.
struct Quoting {
    std::string_view stops;    // end a run of plain characters
    std::string_view openers;  // quotes that open
    std::string_view escapes;  // lose a backslash before them; none: the backslash quotes any character
    bool quoted = false;
};

// What may end a list of commands; the constructs around a list allow theirs too.
enum Closer : unsigned {
    no_closer = 0,
    close_then = 1,
    close_do = 2,
    close_done = 4,
    close_fi = 8,
    close_elif = 16,
    close_else = 32,
    close_esac = 64,
    close_brace = 128,
    close_parenthesis = 256,
    close_arm = 512,  // `;;`
};

// A command can't be parsed. It leaves the grammar for the list of commands that can go on behind it.
struct Failure {
    std::size_t offset = 0;  // in the text that is read
    Location at;
    std::string message;
    bool final = false;  // nothing behind it is read
};

struct HereDocument {
    char const* begin = nullptr;
    char const* end = nullptr;
};

struct Reading {
    Reading(m4::Expanded const& text, Diagnostics& diagnostics) : text(text), diagnostics(diagnostics) {}
    Reading(m4::Expanded const& text, Reading const& around)
        : text(text), diagnostics(around.diagnostics), depth(around.depth), substitutions(around.substitutions) {}

    m4::Expanded const& text;
    Diagnostics& diagnostics;
    Quoting const* quoting = nullptr;
    unsigned closers = no_closer;
    int depth = 0;
    int substitutions = 0;                               // around the command; an error in one is an error of its word
    char const* command_begin = nullptr;                 // of the innermost one
    char const* expansion_begin = nullptr;               // of the innermost one
    std::map<char const*, HereDocument> here_documents;  // by the beginning of their redirections
    std::map<char const*, char const*> here_document_end;  // by the newline they follow: the first byte after them

    char const* begin() const { return text.text.data(); }
    char const* end() const { return begin() + text.text.size(); }

    Location location(char const* at) const { return text.location(static_cast<std::size_t>(at - begin())); }
    Location behind(char const* at) const { return at == begin() ? location(at) : location(at - 1) + 1; }
    Span span(char const* from, char const* to) const { return {location(from), behind(to)}; }

    char const* after_newline(char const* newline) const;  // and after the here-documents of its line
    [[noreturn]] void fail(char const* at, std::string message) const;
};

// A value for as long as a construct is read.
template <typename Value>
class Temporarily {
public:
    Temporarily(Value& variable, Value value) : variable_(variable), old_(std::exchange(variable, value)) {}
    ~Temporarily() { variable_ = old_; }
    Temporarily(Temporarily const&) = delete;
    Temporarily& operator=(Temporarily const&) = delete;

private:
    Value& variable_;
    Value old_;
};

// One level deeper, or a Failure: the stack is not for the input to use up.
class Nesting {
public:
    Nesting(Reading& reading, char const* at);

private:
    Temporarily<int> depth_;
};

// Pieces of a text as a text of its own, with their origins.
class Excerpt {
public:
    explicit Excerpt(m4::Expanded const& whole) : whole_(whole) {}
    void add(char const* begin, char const* end);
    m4::Expanded const& text() const { return excerpt_; }

private:
    m4::Expanded const& whole_;
    m4::Expanded excerpt_;
};

bool begins_line_break(char const* at, char const* last);           // "\n" or "\r\n"
char const* after_continuations(char const* at, char const* last);  // backslash-newlines
char const* after_blanks(char const* at, char const* last);         // continuations too
char const* line_end(char const* at, char const* last);             // its newline
bool ends_word(char const* at, char const* last);                   // a blank, an operator, the end of the line
bool starts_with(char const* at, char const* last, std::string_view text);

// A node that an ordinary function reads. It leaves `first` alone if it returns false.
template <typename Node>
using ReadNode = bool (*)(char const*& first, Reading& reading, Node& node);

template <typename Node>
struct NodeParser : x3::parser<NodeParser<Node>> {
    using attribute_type = Node;
    static constexpr bool has_attribute = true;

    constexpr NodeParser(char const* name, ReadNode<Node> read) : name(name), read(read) {}

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const&, Context const& context, RuleContext&,
               Attribute& attribute) const {
        Node node;
        if (!read(first, x3::get<origin_tag>(context), node)) {
            return false;
        }
        x3::traits::move_to(std::move(node), attribute);
        return true;
    }

    char const* name;
    ReadNode<Node> read;
};

// Text that means nothing by itself, such as blanks; it may be empty.
struct SkipParser : x3::parser<SkipParser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    constexpr explicit SkipParser(char const* (*skip)(char const* at, Reading& reading)) : skip(skip) {}

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const&, Context const& context, RuleContext&, Attribute&) const {
        first = skip(first, x3::get<origin_tag>(context));
        return true;
    }

    char const* (*skip)(char const* at, Reading& reading);
};

inline constexpr SkipParser blanks{[](char const* at, Reading& reading) { return after_blanks(at, reading.end()); }};

template <typename Parser, typename Attribute>
bool read_with(Parser const& parser, char const*& first, Reading& reading, Attribute& attribute) {
    return x3::parse(first, reading.end(), x3::with<origin_tag>(reading)[parser], attribute);
}

// A rule as a function: a table of these does what an alternative does, with the nodes of one rule on the stack at a
// time and not those of all.
template <typename Node, auto const& rule, typename Variant>
bool read_as(char const*& first, Reading& reading, Variant& variant) {
    Node node;
    if (!read_with(rule, first, reading, node)) {
        return false;
    }
    variant = std::move(node);
    return true;
}

template <typename Variant, std::size_t count>
bool read_first(std::array<ReadNode<Variant>, count> const& rules, char const*& first, Reading& reading,
                Variant& variant) {
    return std::any_of(rules.begin(), rules.end(), [&](auto read) { return read(first, reading, variant); });
}

// The Failure behind an expectation of a grammar.
template <typename Read>
auto with_failures(Reading const& reading, Read read) {
    try {
        return read();
    } catch (x3::expectation_failure<char const*> const& unmet) {
        reading.fail(unmet.where(), "expected " + unmet.which());
    }
}

}  // namespace am2cmake::shell

template <typename Node>
struct boost::spirit::x3::get_info<am2cmake::shell::NodeParser<Node>> {
    using result_type = std::string;
    std::string operator()(am2cmake::shell::NodeParser<Node> const& parser) const { return parser.name; }
};
