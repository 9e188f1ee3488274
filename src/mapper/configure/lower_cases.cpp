#include <fmt/format.h>

#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {

using model::Condition;

namespace {

bool is_host_variable(std::string_view name) {
    return name.starts_with("host") || name.starts_with("build") || name.starts_with("target");
}

}  // namespace

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
    std::string const variable = single_variable(subject);
    if (!variable.empty() && !flow.contains(variable)) {
        if (std::string const words = rules.host_condition(variable, found->text()); !words.empty()) {
            return rule_condition(words);
        }
        if (is_host_variable(variable)) {
            diagnostics.report(code::unknown_host, word.span,
                               fmt::format("no rule for the host pattern {}; it is taken as false", found->text()));
            return Condition::never();
        }
    }
    auto const wanted = [&](std::string const& spelled) { return found->matches(spelled); };
    if (std::optional<Condition> const made = where(subject, wanted)) {
        return *made;
    }
    if (found->is_literal()) {
        return equals(subject, {{false, found->text(), true, span}}, span);
    }
    return Condition::of(model::Comparison{text(subject), "MATCHES", model::Text::literal(found->regex(), span)});
}

}  // namespace am2cmake::mapper
