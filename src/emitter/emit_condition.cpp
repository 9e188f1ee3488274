#include <algorithm>
#include <set>

#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using model::Condition;
using Words = std::vector<cmake::Argument>;

Words parentheses(Words words) {
    words.insert(words.begin(), cmake::word("("));
    words.push_back(cmake::word(")"));
    return words;
}

// The words of a rule's condition: text in double quotes stays quoted.
Words predicate_words(std::string const& text) {
    Words words;
    for (std::size_t at = text.find_first_not_of(' '); at < text.size(); at = text.find_first_not_of(' ', at)) {
        bool const is_quoted = text[at] == '"';
        std::size_t const begin = at + (is_quoted ? 1 : 0);
        std::size_t end = begin;
        if (!is_quoted && (text[at] == '(' || text[at] == ')')) {
            end = begin + 1;
        } else {
            while (end < text.size() &&
                   (is_quoted ? text[end] != '"' : std::string_view(" ()").find(text[end]) == std::string_view::npos)) {
                end += text[end] == '\\' ? 2 : 1;
            }
        }
        std::string const word = text.substr(begin, end - begin);
        words.push_back(is_quoted ? cmake::Argument{word, cmake::Argument::Form::quoted, {}} : cmake::word(word));
        at = std::min(end + (is_quoted ? 1 : 0), text.size());
    }
    return words;
}

bool is_compound(std::string const& words) {
    return words.find(" AND ") != std::string::npos || words.find(" OR ") != std::string::npos;
}

// if() takes these for its own where they stand without quotes, even the name of a variable.
bool is_word_of_if(std::string_view name) {
    static std::set<std::string_view> const words{
        "AND",        "COMMAND", "DEFINED", "EQUAL", "EXISTS", "GREATER", "IN_LIST", "IS_ABSOLUTE", "IS_DIRECTORY",
        "IS_SYMLINK", "LESS",    "MATCHES", "NOT",   "OR",     "POLICY",  "TARGET",  "STREQUAL",    "TEST"};
    return words.contains(name);
}

// Whether the text has characters whatever the variables in it hold.
bool says_something(model::Text const& text) {
    return std::any_of(text.pieces.begin(), text.pieces.end(),
                       [](model::Piece const& piece) { return piece.kind == model::Piece::Kind::literal; });
}

struct AtomWords {
    Words operator()(model::Truth const& truth) const { return {cmake::word(truth.variable)}; }
    // A variable that is not set would be taken for its own name: where the other side may be empty, its value is asked
    // in quotes.
    Words operator()(model::Comparison const& comparison) const {
        std::string const name = comparison.left.variable_name();
        bool const by_name = !name.empty() && !is_word_of_if(name) && says_something(comparison.right);
        bool const is_number = comparison.operation != "STREQUAL" && comparison.operation != "MATCHES";
        Words words;
        words.push_back(by_name ? cmake::word(name) : quoted_argument(comparison.left));
        words.push_back(cmake::word(comparison.operation));
        words.push_back(is_number ? argument(comparison.right) : quoted_argument(comparison.right));
        return words;
    }
    Words operator()(model::Question const& question) const {
        bool const names = question.operation == "DEFINED" || question.operation == "TARGET";
        return {cmake::word(question.operation),
                names ? argument(question.operand) : quoted_argument(question.operand)};
    }
    Words operator()(model::Predicate const& predicate) const { return predicate_words(predicate.words); }
    Words operator()(model::Conditional const& conditional) const { return {cmake::word(conditional.name)}; }
};

// What stands behind NOT, or between AND and OR.
Words operand_words(Condition const& condition) {
    auto const* predicate =
        condition.kind == Condition::Kind::atom ? std::get_if<model::Predicate>(&condition.atom()) : nullptr;
    bool const compound = condition.kind == Condition::Kind::conjunction ||
                          condition.kind == Condition::Kind::disjunction ||
                          (predicate != nullptr && is_compound(predicate->words));
    return compound ? parentheses(condition_words(condition)) : condition_words(condition);
}

}  // namespace

Words condition_words(Condition const& condition) {
    switch (condition.kind) {
        case Condition::Kind::always: return {cmake::word("TRUE")};
        case Condition::Kind::never: return {cmake::word("FALSE")};
        case Condition::Kind::atom: return std::visit(AtomWords{}, condition.atom());
        default: break;
    }
    Words words;
    if (condition.kind == Condition::Kind::negation) {
        words.push_back(cmake::word("NOT"));
    }
    for (Condition const& operand : condition.operands) {
        if (&operand != &condition.operands.front()) {
            words.push_back(cmake::word(condition.kind == Condition::Kind::conjunction ? "AND" : "OR"));
        }
        Words const more = operand_words(operand);
        words.insert(words.end(), more.begin(), more.end());
    }
    return words;
}

Nodes guarded(Condition const& condition, Nodes nodes, Span from) {
    if (condition.is_always() || nodes.empty()) {
        return nodes;
    }
    Nodes made;
    made.push_back(cmake::Block{{{command("if", condition_words(condition), from), std::move(nodes)}}});
    return made;
}

}  // namespace am2cmake::emitter
