#pragma once
// A condition with other atoms.

#include "model/condition.hpp"

namespace am2cmake::passes {

// `meaning` says what stands for an atom: a condition.
template <typename Meaning>
model::Condition rewritten(model::Condition const& condition, Meaning const& meaning) {
    using Kind = model::Condition::Kind;
    switch (condition.kind) {
        case Kind::always:
        case Kind::never: return condition;
        case Kind::atom: return meaning(condition);
        case Kind::negation: return negation(rewritten(condition.operands.front(), meaning));
        default: break;
    }
    bool const all = condition.kind == Kind::conjunction;
    model::Condition made = all ? model::Condition::always() : model::Condition::never();
    for (model::Condition const& operand : condition.operands) {
        model::Condition next = rewritten(operand, meaning);
        made = all ? conjunction(std::move(made), std::move(next)) : disjunction(std::move(made), std::move(next));
    }
    return made;
}

}  // namespace am2cmake::passes
