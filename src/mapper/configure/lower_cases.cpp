#include <fmt/format.h>

#include <algorithm>

#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {

using model::Condition;

namespace {

// A text that regular expressions take as it is.
model::Text quoted_for_regex(ConfigureLowering& lowering, shell::Parameter const& parameter) {
    model::Text const value = lowering.read(parameter.name, parameter.span);
    if (value.constant()) {
        Pattern literal;
        for (char const c : value.value()) {
            literal.characters.push_back({c, false});
        }
        return model::Text::literal(literal.regex_of_part(), parameter.span);
    }
    using Form = model::Call::Argument::Form;
    std::string const made = lowering.fresh_result(parameter.name + "_regex");
    lowering.emit(
        {model::Call{
             "quote_regex", {{model::Text::literal(made), Form::unquoted}, {value, Form::quoted}}, {made}, {}, true},
         parameter.span});
    return model::Text::variable(made, parameter.span);
}

bool is_open(shell::WordPart const& part, bool at_begin) {
    auto const* literal = std::get_if<shell::Literal>(&part);
    return literal != nullptr && !literal->quoted && !literal->text.empty() &&
           (at_begin ? literal->text.front() : literal->text.back()) == '*';
}

// A pattern with values of variables in it, as a regular expression; nothing if it holds anything else.
std::optional<model::Text> regex_of(ConfigureLowering& lowering, shell::Word const& word) {
    model::Text made{{}, word.span};
    bool const open_begin = is_open(word.parts.front(), true);
    bool const open_end = is_open(word.parts.back(), false);
    made.append(open_begin ? "" : "^");
    for (shell::WordPart const& part : word.parts) {
        auto const* parameter = std::get_if<shell::Parameter>(&part);
        if (parameter != nullptr && parameter->operation.empty()) {
            made.append(quoted_for_regex(lowering, *parameter));
            continue;
        }
        std::optional<Pattern> literal = pattern({word.span, {part}});
        if (!literal) {
            return std::nullopt;
        }
        auto& characters = literal->characters;
        if (&part == &word.parts.front() && open_begin) {
            characters.erase(characters.begin());
        }
        if (&part == &word.parts.back() && open_end && !characters.empty()) {
            characters.pop_back();
        }
        made.append(literal->regex_of_part());
    }
    made.append(open_end ? "" : "$");
    return made;
}

bool has_special_characters(shell::Word const& word) {
    return std::any_of(word.parts.begin(), word.parts.end(), [&](shell::WordPart const& part) {
        std::optional<Pattern> const literal = pattern({word.span, {part}});
        return literal && !literal->is_literal();
    });
}

bool is_host_variable(std::string_view name) {
    return name.starts_with("host") || name.starts_with("build") || name.starts_with("target");
}

}  // namespace

// What is computed gets a variable of its own.
std::optional<Symbolic> ConfigureLowering::subject(shell::Word const& word) {
    if (std::optional<Symbolic> const plain = symbolic(word)) {
        return plain;
    }
    std::optional<model::Text> const value = text(word);
    if (!value) {
        return std::nullopt;
    }
    std::string const name = fresh_result("subject");
    assign(name, *value, word.span);
    return Symbolic{{true, name, true, word.span}};
}

Condition ConfigureLowering::matches(Symbolic const& subject, shell::Word const& word, Span span) {
    std::optional<Pattern> const found = pattern(word);
    if (!found) {
        std::optional<Symbolic> const expanded = symbolic(word);
        if (expanded && !has_special_characters(word)) {
            return equals(subject, *expanded, span);
        }
        if (std::optional<model::Text> const regex = regex_of(*this, word)) {
            return Condition::of(model::Comparison{text(subject), "MATCHES", *regex});
        }
        untranslated(code::untranslated_shell, word.span, "a pattern that only a shell can compute");
        return Condition::never();
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
