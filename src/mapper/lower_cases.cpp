#include "mapper/configure_lowering.hpp"

namespace am2cmake::mapper {

using model::Condition;

Condition ConfigureLowering::matches(Symbolic const& subject, shell::Word const& word, Span span) {
    std::optional<Pattern> const found = pattern(word);
    if (!found) {
        std::optional<Symbolic> const expanded = symbolic(word);
        if (!expanded) {
            untranslated(code::untranslated_shell, word.span, "a pattern that only a shell can compute");
            return Condition::never();
        }
        return equals(subject, *expanded, span);
    }
    if (found->is_anything()) {
        return Condition::always();
    }
    auto const wanted = [&](std::string const& spelled) { return found->matches(spelled); };
    if (std::optional<Condition> const made = where(subject, wanted)) {
        return *made;
    }
    std::string const variable = single_variable(subject);
    if (std::string const words = rules.host_condition(variable, found->text()); !words.empty()) {
        return Condition::of(model::Predicate{words});
    }
    if (found->is_literal()) {
        return equals(subject, {{false, found->text(), true, span}}, span);
    }
    return Condition::of(model::Comparison{text(subject), "MATCHES", model::Text::literal(found->regex(), span)});
}

}  // namespace am2cmake::mapper
