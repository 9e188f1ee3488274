#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/words.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "model/check_commands.hpp"
#include "parser/shell_parse.hpp"

namespace am2cmake::mapper {
namespace {

// A text with one origin, for the shell parser.
m4::Expanded expanded(std::string const& text, Span span) {
    m4::Expanded made{text, {}};
    if (!text.empty()) {
        made.origins.push_back({0, span.begin});
    }
    return made;
}

struct RuleBinding {
    Binding operator()(rules::Alias const& alias) const {
        return {std::nullopt, {}, {}, model::parse_cmake_text(fill(alias.text, {}), alias.span)};
    }
    Binding operator()(rules::Answer const& answer) const {
        return {
            rule_condition(fill(answer.condition, {})), fill(answer.when_true, {}), fill(answer.when_false, {}), {}};
    }
};

model::Text without_extra_blanks(model::Text const& text) {
    model::Text made;
    for (model::Text const& word : model::split_words(text)) {
        made.append(made.empty() ? "" : " ");
        made.append(word);
    }
    return made;
}

// `$(srcdir)` in a value is what make would put in where a target uses it; programs have no suffix here.
model::Text with_values_of_make(model::Text const& text) {
    static std::map<std::string, std::string, std::less<>> const values{{"top_srcdir", "${PROJECT_SOURCE_DIR}"},
                                                                        {"abs_top_srcdir", "${PROJECT_SOURCE_DIR}"},
                                                                        {"top_builddir", "${PROJECT_BINARY_DIR}"},
                                                                        {"abs_top_builddir", "${PROJECT_BINARY_DIR}"},
                                                                        {"srcdir", "$<TARGET_PROPERTY:SOURCE_DIR>"},
                                                                        {"builddir", "$<TARGET_PROPERTY:BINARY_DIR>"},
                                                                        {"EXEEXT", ""}};
    model::Text made;
    made.from = text.from;
    for (model::Piece const& piece : text.pieces) {
        std::size_t at = 0;
        std::size_t begin = piece.kind == model::Piece::Kind::literal ? piece.text.find("$(") : std::string::npos;
        for (; begin != std::string::npos; begin = piece.text.find("$(", begin + 1)) {
            std::size_t const end = piece.text.find(')', begin);
            auto const known =
                end == std::string::npos ? values.end() : values.find(piece.text.substr(begin + 2, end - begin - 2));
            if (known != values.end()) {
                made.append(piece.text.substr(at, begin - at));
                made.append(model::parse_cmake_text(known->second, text.from));
                at = end + 1;
            }
        }
        if (piece.kind != model::Piece::Kind::literal) {
            made.pieces.push_back(piece);
        } else {
            made.append(piece.text.substr(at));
        }
    }
    return made;
}

// CMAKE_INSTALL_FULL_SYSCONFDIR for what stands for it; "" for anything else.
std::string install_directory(Binding const* bound) {
    std::string const name = bound == nullptr ? std::string{} : bound->text.variable_name();
    return name.starts_with("CMAKE_INSTALL_FULL_") ? name : std::string{};
}

bool is_number(std::string_view name) {
    return !name.empty() && name.find_first_not_of("0123456789") == name.npos;
}

}  // namespace

Binding const* ConfigureLowering::binding(std::string const& variable) const {
    if (auto const found = bindings.find(variable); found != bindings.end()) {
        return &found->second;
    }
    rules::Variable const* rule = flow.contains(variable) ? nullptr : rules.variable(variable);
    return rule == nullptr ? nullptr : &bindings.emplace(variable, std::visit(RuleBinding{}, rule->what)).first->second;
}

void ConfigureLowering::set_bound_substitutions() {
    for (std::string const& name : project.substitutions) {
        keep_after_loop(name);
        Binding const* bound = flow.contains(name) ? nullptr : binding(name);
        if (bound != nullptr && !bound->condition) {
            emit({model::Set{name, bound->text, false}, bound->text.from});
        } else if (bound != nullptr) {
            read(name, {});
        }
    }
}

// A variable that the project also assigns itself is a CMake variable from the start; others stay what they stand for.
void ConfigureLowering::bind(std::string const& variable, Binding bound, Span span, std::size_t own_assignments) {
    if (facts.of(variable).assignments <= own_assignments) {
        bindings.insert_or_assign(variable, std::move(bound));
        return;
    }
    bindings.erase(variable);
    if (!bound.condition) {
        assign(variable, bound.text, span);
        return;
    }
    model::If choice;
    choice.branches.push_back(
        {*bound.condition, {{model::Set{variable, model::parse_cmake_text(bound.when_true, span), false}, span}}});
    choice.otherwise.push_back({model::Set{variable, model::parse_cmake_text(bound.when_false, span), false}, span});
    emit({std::move(choice), span});
    flow[variable] = {};
}

void ConfigureLowering::assign(std::string const& variable, model::Text const& value, Span span) {
    if (is_computed_name(variable)) {
        assign_by_name(variable, value, span);
        return;
    }
    if (std::string const full = install_directory(binding(variable)); !full.empty()) {
        model::Text const directory = followed(value);
        for (std::string const& name :
             {"CMAKE_INSTALL_" + full.substr(std::string_view("CMAKE_INSTALL_FULL_").size()), full}) {
            emit({model::Set{name, directory, false}, span});
        }
        return;
    }
    bindings.erase(variable);
    model::Text kept = with_values_of_make(model::is_flag_variable(variable) ? without_extra_blanks(value) : value);
    kept.from = span;
    if (kept == model::Text::variable(variable)) {
        return;
    }
    emit({model::Set{variable, kept, false}, span});
    flow.erase(variable + std::string(as_name));
    flow[variable] = {false, kept.constant() ? std::optional(kept.value()) : std::nullopt};
}

void ConfigureLowering::keep_after_loop(std::string const& variable) {
    auto const known = flow.find(variable);
    if (known != flow.end() && known->second.is_lost) {
        kept_after_loops.insert(variable);
    }
}

model::Text ConfigureLowering::followed(model::Text const& text) const {
    model::Text made;
    made.from = text.from;
    for (model::Piece const& piece : text.pieces) {
        if (piece.kind == model::Piece::Kind::variable) {
            made.append(piece);
            continue;
        }
        std::string_view rest = piece.text;
        for (std::size_t begin = rest.find('$'); begin != rest.npos; begin = rest.find('$', begin)) {
            std::size_t const end = rest.find_first_of(")}", begin);
            bool const is_reference = end != rest.npos && (rest[begin + 1] == '{' || rest[begin + 1] == '(');
            std::string const name{is_reference ? rest.substr(begin + 2, end - begin - 2) : std::string_view{}};
            Binding const* const bound = is_reference ? binding(name) : nullptr;
            if (bound == nullptr || bound->condition) {
                ++begin;
                continue;
            }
            made.append(rest.substr(0, begin));
            made.append(bound->text);
            rest.remove_prefix(end + 1);
            begin = 0;
        }
        made.append(rest);
    }
    return made;
}

model::Text ConfigureLowering::read(std::string const& variable, Span span) {
    if (is_computed_name(variable)) {
        return read_by_name(variable, span);
    }
    if (Binding const* bound = binding(variable)) {
        if (!bound->condition) {
            return bound->text;
        }
        // Read as text: from here on it is a CMake variable.
        model::If choice;
        choice.branches.push_back(
            {*bound->condition,
             {{model::Set{variable, model::parse_cmake_text(bound->when_true, span), false}, span}}});
        choice.otherwise.push_back(
            {model::Set{variable, model::parse_cmake_text(bound->when_false, span), false}, span});
        emit({std::move(choice), span});
        return model::Text::variable(variable, span);
    }
    if (auto const known = flow.find(variable); known != flow.end()) {
        keep_after_loop(variable);
        // Only nothing is worth repeating: other constants keep the name that the project gave them.
        bool const nothing = !known->second.maybe_unset && known->second.constant == "";
        return nothing ? model::Text{{}, span} : model::Text::variable(variable, span);
    }
    if (is_number(variable) || variable == "#" || variable == "*" || variable == "@") {
        if (std::optional<model::Text> const parameter = positional_parameter(variable, span)) {
            return *parameter;
        }
    }
    if (computed_names.may_be_assigned(variable)) {
        return model::Text::variable(variable, span);
    }
    VariableFacts const& all = facts.of(variable);
    if (all.assignments == 0 && !all.written_by_rule && !is_number(variable)) {
        diagnostics.report(code::unset_variable, span, fmt::format("nothing sets ${}; it is taken as empty", variable));
    }
    return {{}, span};
}

model::Text ConfigureLowering::text(Symbolic const& symbolic) {
    model::Text made;
    for (SymbolicPart const& part : symbolic) {
        if (part.is_variable) {
            made.append(read(part.text, part.span));
        } else {
            made.append(part.text);
        }
    }
    if (!symbolic.empty()) {
        made.from = symbolic.front().span;
    }
    return made;
}

std::optional<model::Text> ConfigureLowering::text(shell::Word const& word) {
    model::Text made;
    for (shell::WordPart const& part : word.parts) {
        std::optional<Symbolic> const plain = symbolic({word.span, {part}});
        std::optional<model::Text> const value =
            plain ? std::optional(text(*plain)) : computed(part, fresh_result("computed"));
        if (!value) {
            return std::nullopt;
        }
        made.append(*value);
    }
    made.from = word.span;
    return made;
}

model::Text ConfigureLowering::words_text(std::string const& shell_text, Span span) {
    if (shell_text.find_first_of("$'\"\\`") == std::string::npos) {
        return model::Text::literal(shell_text, span);
    }
    return text(shell::parse_word(expanded(shell_text, span), diagnostics))
        .value_or(model::Text::literal(shell_text, span));
}

std::optional<std::string> ConfigureLowering::known_text(std::string const& shell_text, Span span) const {
    std::optional<Symbolic> const parts = symbolic(shell::parse_word(expanded(shell_text, span), diagnostics));
    if (!parts) {
        return std::nullopt;
    }
    std::string made;
    for (SymbolicPart const& part : *parts) {
        auto const values = part.is_variable ? possible_values(part.text) : std::optional(std::set{part.text});
        if (!values || values->size() != 1) {
            return std::nullopt;
        }
        made += *values->begin();
    }
    return made;
}

model::Text ConfigureLowering::quoted_text(std::string const& shell_text, Span span) {
    if (shell_text.find_first_of("$\\`") == std::string::npos) {
        return model::Text::literal(shell_text, span);
    }
    std::optional<model::Text> const made = text(shell::parse_quoted(expanded(shell_text, span), diagnostics));
    if (!made) {
        diagnostics.report(code::untranslated_shell, span,
                           "a value that only a shell can compute; give it by hand in the CMake file");
    }
    return made.value_or(model::Text::literal(shell_text, span));
}

}  // namespace am2cmake::mapper
