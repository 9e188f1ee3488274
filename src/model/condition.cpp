#include "model/condition.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace am2cmake::model {
namespace {

using Kind = Condition::Kind;

// Adds an operand to a conjunction or disjunction, flat and once; false when it makes the whole constant.
bool add_operand(std::vector<Condition>& operands, Condition condition, Kind kind) {
    if (condition.kind == kind) {
        for (Condition& operand : condition.operands) {
            if (!add_operand(operands, std::move(operand), kind)) {
                return false;
            }
        }
        return true;
    }
    if (std::find(operands.begin(), operands.end(), negation(condition)) != operands.end()) {
        return false;
    }
    if (std::find(operands.begin(), operands.end(), condition) == operands.end()) {
        operands.push_back(std::move(condition));
    }
    return true;
}

// A longer list is not compared with itself: it would take time, and nobody wrote it.
constexpr std::size_t most_compared = 12;

bool is_in(std::vector<Condition> const& operands, Condition const& condition) {
    return std::find(operands.begin(), operands.end(), condition) != operands.end();
}

// The operands of an operand whose kind is the opposite: `(x or y)` and `not (x and y)` within a conjunction.
std::vector<Condition> opposite_operands(Condition const& operand, Kind kind) {
    Kind const opposite = kind == Kind::conjunction ? Kind::disjunction : Kind::conjunction;
    if (operand.kind == opposite) {
        return operand.operands;
    }
    std::vector<Condition> made;
    if (operand.kind == Kind::negation && operand.operands.front().kind == kind) {
        std::transform(operand.operands.front().operands.begin(), operand.operands.front().operands.end(),
                       std::back_inserter(made), negation);
    }
    return made;
}

// `x and (x or y)` is x, `x and (not x or y)` is x and y.
bool absorb_one(std::vector<Condition>& operands, Kind kind) {
    for (std::size_t i = 0; i < operands.size(); ++i) {
        std::vector<Condition> parts = opposite_operands(operands[i], kind);
        bool const is_said = std::any_of(parts.begin(), parts.end(), [&](auto& part) { return is_in(operands, part); });
        std::size_t const before = parts.size();
        std::erase_if(parts, [&](Condition const& part) { return is_in(operands, negation(part)); });
        if (!is_said && parts.size() == before) {
            continue;
        }
        operands.erase(operands.begin() + static_cast<std::ptrdiff_t>(i));
        if (is_said) {
            return true;
        }
        bool const conjoined = kind == Kind::conjunction;
        Condition rest = conjoined ? Condition::never() : Condition::always();
        for (Condition& part : parts) {
            rest = conjoined ? disjunction(std::move(rest), std::move(part))
                             : conjunction(std::move(rest), std::move(part));
        }
        operands.insert(operands.begin() + static_cast<std::ptrdiff_t>(i), std::move(rest));
        return true;
    }
    return false;
}

Condition combine(Condition a, Condition b, Kind kind, Kind neutral, Kind dominant) {
    if (a.kind == neutral) {
        return b;
    }
    if (b.kind == neutral) {
        return a;
    }
    if (a.kind == dominant || b.kind == dominant) {
        return {dominant, {}, {}};
    }
    Condition made{kind, {}, {}};
    if (!add_operand(made.operands, std::move(a), kind) || !add_operand(made.operands, std::move(b), kind)) {
        return {dominant, {}, {}};
    }
    if (made.operands.size() <= most_compared && absorb_one(made.operands, kind)) {
        Condition whole{neutral, {}, {}};
        for (Condition& operand : made.operands) {
            whole = combine(std::move(whole), std::move(operand), kind, neutral, dominant);
        }
        return whole;
    }
    return made.operands.size() == 1 ? made.operands.front() : made;
}

void collect(Text const& text, std::vector<std::string>& names) {
    for (Piece const& piece : text.pieces) {
        if (piece.kind == Piece::Kind::variable) {
            names.push_back(piece.text);
        }
    }
}

struct CollectVariables {
    std::vector<std::string>& names;

    void operator()(Truth const& truth) const { names.push_back(truth.variable); }
    void operator()(Comparison const& comparison) const {
        collect(comparison.left, names);
        collect(comparison.right, names);
    }
    void operator()(Question const& question) const {
        if (question.operation == "DEFINED" && question.operand.constant()) {
            names.push_back(question.operand.value());
        }
        collect(question.operand, names);
    }
    void operator()(Predicate const& predicate) const { split_identifiers(predicate.words); }
    void operator()(Conditional const&) const {}

    // Words of a rule may name variables that the program sets, such as HAVE_X.
    void split_identifiers(std::string_view words) const {
        std::string name;
        for (char const c : words) {
            if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
                name += c;
            } else if (!name.empty()) {
                names.push_back(std::exchange(name, {}));
            }
        }
        if (!name.empty()) {
            names.push_back(name);
        }
    }
};

struct DescribeAtom {
    std::string operator()(Truth const& truth) const { return truth.variable; }
    std::string operator()(Comparison const& comparison) const {
        return "\"" + cmake_text(comparison.left) + "\" " + comparison.operation + " \"" +
               cmake_text(comparison.right) + "\"";
    }
    std::string operator()(Question const& question) const {
        return question.operation + " \"" + cmake_text(question.operand) + "\"";
    }
    std::string operator()(Predicate const& predicate) const { return predicate.words; }
    std::string operator()(Conditional const& conditional) const { return conditional.name; }
};

}  // namespace

Condition negation(Condition condition) {
    switch (condition.kind) {
        case Kind::always: return Condition::never();
        case Kind::never: return Condition::always();
        case Kind::negation: return condition.operands.front();
        default: return {Kind::negation, {}, {std::move(condition)}};
    }
}

Condition conjunction(Condition a, Condition b) {
    return combine(std::move(a), std::move(b), Kind::conjunction, Kind::always, Kind::never);
}

Condition disjunction(Condition a, Condition b) {
    return combine(std::move(a), std::move(b), Kind::disjunction, Kind::never, Kind::always);
}

bool implies(Condition const& a, Condition const& b) {
    if (a == b || b.is_always() || a.is_never()) {
        return true;
    }
    if (b.kind == Kind::conjunction) {
        return std::all_of(b.operands.begin(), b.operands.end(),
                           [&](Condition const& each) { return implies(a, each); });
    }
    if (a.kind == Kind::disjunction) {
        return std::all_of(a.operands.begin(), a.operands.end(),
                           [&](Condition const& each) { return implies(each, b); });
    }
    if (a.kind == Kind::conjunction &&
        std::any_of(a.operands.begin(), a.operands.end(), [&](Condition const& each) { return implies(each, b); })) {
        return true;
    }
    return b.kind == Kind::disjunction &&
           std::any_of(b.operands.begin(), b.operands.end(), [&](Condition const& each) { return implies(a, each); });
}

std::vector<std::string> variables(Condition const& condition) {
    std::vector<std::string> names;
    for (Atom const& atom : condition.atoms) {
        std::visit(CollectVariables{names}, atom);
    }
    for (Condition const& operand : condition.operands) {
        std::vector<std::string> const more = variables(operand);
        names.insert(names.end(), more.begin(), more.end());
    }
    return names;
}

std::string describe(Condition const& condition) {
    switch (condition.kind) {
        case Kind::always: return "always";
        case Kind::never: return "never";
        case Kind::atom: return std::visit(DescribeAtom{}, condition.atom());
        case Kind::negation: return "not " + describe(condition.operands.front());
        default: break;
    }
    std::string text = "(";
    for (Condition const& operand : condition.operands) {
        if (&operand != &condition.operands.front()) {
            text += condition.kind == Kind::conjunction ? " and " : " or ";
        }
        text += describe(operand);
    }
    return text + ")";
}

}  // namespace am2cmake::model
