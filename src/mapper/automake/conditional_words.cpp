#include "mapper/automake/conditional_words.hpp"

#include <algorithm>

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Piece;
using model::Text;

constexpr char reference_begin = '\x01';
constexpr char reference_end = '\x02';

void add_word(std::vector<Case>& cases, model::When<Text> const& word) {
    std::vector<Case> made;
    for (Case& each : cases) {
        if (implies(each.when, word.when)) {
            each.words.push_back(word.value);
            made.push_back(std::move(each));
            continue;
        }
        Condition const both = exclusive(each.when, word.when) ? Condition::never() : conjunction(each.when, word.when);
        Condition const without = both.is_never() ? each.when : conjunction(each.when, negation(word.when));
        if (!without.is_never()) {
            made.push_back({without, each.words});
        }
        if (!both.is_never()) {
            each.when = both;
            each.words.push_back(word.value);
            made.push_back(std::move(each));
        }
    }
    cases = std::move(made);
}

// Cases in which the words are the same are one.
std::vector<Case> merged(std::vector<Case> cases) {
    std::vector<Case> made;
    for (Case& each : cases) {
        auto const same =
            std::find_if(made.begin(), made.end(), [&](Case const& other) { return other.words == each.words; });
        if (same == made.end()) {
            made.push_back(std::move(each));
        } else {
            same->when = disjunction(std::move(same->when), std::move(each.when));
        }
    }
    if (made.size() == 1) {
        made.front().when = Condition::always();
    }
    return made;
}

}  // namespace

std::optional<std::vector<Case>> cases_of(model::Words const& words, std::size_t most) {
    std::vector<Case> cases{{Condition::always(), {}}};
    for (model::When<Text> const& word : words) {
        add_word(cases, word);
        if (cases.size() > most) {
            return {};
        }
    }
    return merged(std::move(cases));
}

bool exclusive(Condition const& a, Condition const& b) {
    return negation(a) == b || a == negation(b) || conjunction(a, b).is_never();
}

Condition condition_within(Condition const& condition, Condition const& given) {
    if (implies(given, condition)) {
        return Condition::always();
    }
    if (condition.kind != Condition::Kind::conjunction) {
        return condition;
    }
    Condition rest = Condition::always();
    for (Condition const& operand : condition.operands) {
        if (!implies(given, operand)) {
            rest = conjunction(std::move(rest), operand);
        }
    }
    return rest;
}

Text joined(std::vector<Text> const& words) {
    Text text;
    for (Text const& word : words) {
        if (&word == &words.front()) {
            text.from = word.from;
        } else {
            text.append(" ");
        }
        text.append(word);
    }
    return text;
}

std::string encoded(Text const& text) {
    std::string made;
    for (Piece const& piece : text.pieces) {
        made += piece.kind == Piece::Kind::variable ? reference_begin + piece.text + reference_end : piece.text;
    }
    return made;
}

Text decoded(std::string const& text, Span from) {
    Text made;
    made.from = from;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const begin = std::min(text.find(reference_begin, at), text.size());
        made.append(std::string_view(text).substr(at, begin - at));
        std::size_t const end = std::min(text.find(reference_end, begin), text.size());
        if (begin < text.size()) {
            made.append(Piece{Piece::Kind::variable, text.substr(begin + 1, end - begin - 1)});
        }
        at = end + 1;
    }
    return made;
}

}  // namespace am2cmake::mapper
