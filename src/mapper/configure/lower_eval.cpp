// `eval`: its words are read once, and what comes out is shell that is read again.

#include <fmt/format.h>

#include <algorithm>

#include "base/words.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/shell_text.hpp"

namespace am2cmake::mapper {
namespace {

using shell::WordPart;

constexpr std::size_t most_names = 64;

// `eval dir="$includedir/x"` as `dir="$includedir/x"`: CMake's own values refer to nothing that is left to expand.
std::optional<shell::Simple> evaluated_assignment(ConfigureLowering const& lowering, shell::Simple const& command) {
    std::size_t at = 1;
    while (at < command.words.size() && constant_word(command.words[at]) == "eval") {
        ++at;
    }
    auto const* begin = at + 1 == command.words.size() && !command.words[at].parts.empty()
                            ? std::get_if<shell::Literal>(&command.words[at].parts.front())
                            : nullptr;
    std::size_t const equals = begin == nullptr ? 0 : begin->text.find('=');
    if (begin == nullptr || equals == std::string::npos || !is_name(begin->text.substr(0, equals))) {
        return std::nullopt;
    }
    shell::Assignment assignment{command.span, begin->text.substr(0, equals), command.words[at]};
    std::get<shell::Literal>(assignment.value.parts.front()).text.erase(0, equals + 1);
    bool const plain =
        std::all_of(assignment.value.parts.begin(), assignment.value.parts.end(), [&](shell::WordPart const& part) {
            auto const* literal = std::get_if<shell::Literal>(&part);
            auto const* parameter = std::get_if<shell::Parameter>(&part);
            rules::Variable const* rule =
                parameter == nullptr || !parameter->operation.empty() || lowering.flow.contains(parameter->name)
                    ? nullptr
                    : lowering.rules.variable(parameter->name);
            return (literal != nullptr && literal->text.find_first_of("$`\\\"' ;&|<>()") == std::string::npos) ||
                   (rule != nullptr && std::holds_alternative<rules::Alias>(rule->what));
        });
    return plain ? std::optional(shell::Simple{command.span, {std::move(assignment)}, {}, {}}) : std::nullopt;
}

// Whether nothing is left in the word for a second reading: no \$ and no \".
bool reads_once(shell::Word const& word) {
    return std::all_of(word.parts.begin(), word.parts.end(), [](WordPart const& part) {
        auto const* literal = std::get_if<shell::Literal>(&part);
        return literal == nullptr || literal->text.find_first_of("$`\\\"'") == std::string::npos;
    });
}

// Text of the first reading. Holes stand for values that only CMake knows; to a shell they are part of a name.
struct FirstReading {
    static constexpr std::string_view hole_begin = "am2cmake_hole_";

    std::string text;
    std::vector<WordPart> holes;

    void add(shell::Word const& word) {
        for (WordPart const& part : word.parts) {
            if (auto const* literal = std::get_if<shell::Literal>(&part)) {
                text += literal->text;
            } else {
                text += fmt::format("{}{}_", hole_begin, holes.size());
                holes.push_back(part);
            }
        }
    }

    // The text between holes, and the holes.
    std::vector<WordPart> parts(std::string_view of, bool quoted, Span span) const {
        std::vector<WordPart> made;
        while (!of.empty()) {
            std::size_t const begin = std::min(of.find(hole_begin), of.size());
            if (begin > 0) {
                made.emplace_back(shell::Literal{span, std::string(of.substr(0, begin)), quoted});
            }
            of.remove_prefix(begin);
            if (of.empty()) {
                break;
            }
            std::size_t const end = of.find('_', hole_begin.size());
            WordPart part = holes[std::stoul(std::string(of.substr(hole_begin.size(), end - hole_begin.size())))];
            std::visit([&](auto& each) { each.quoted = quoted; }, part);
            made.push_back(std::move(part));
            of.remove_prefix(end + 1);
        }
        return made;
    }
};

bool has_hole(std::string_view text) {
    return text.find(FirstReading::hole_begin) != text.npos;
}

// Puts the values back where the holes are.
class HoleFiller {
public:
    HoleFiller(ConfigureLowering& lowering, FirstReading const& first) : lowering_(lowering), first_(first) {}

    bool fill(shell::Script& script) {
        return std::all_of(script.commands.begin(), script.commands.end(),
                           [this](shell::Command& command) { return fill(command); });
    }

private:
    bool fill(shell::Command& command) {
        if (auto* list = std::get_if<shell::AndOr>(&command.node)) {
            return std::all_of(list->commands.begin(), list->commands.end(),
                               [this](shell::Command& each) { return fill(each); });
        }
        auto* simple = std::get_if<shell::Simple>(&command.node);
        if (simple == nullptr || !simple->redirections.empty()) {
            return false;
        }
        bool const is_test = parse_test(*simple).has_value();
        for (shell::Assignment& assignment : simple->assignments) {
            if (!fill_name(assignment.name, assignment.span) || !fill(assignment.value, false)) {
                return false;
            }
        }
        return std::all_of(simple->words.begin(), simple->words.end(),
                           [&](shell::Word& word) { return fill(word, is_test); });
    }

    // A value that is read again unquoted must be a plain word; those of tests are taken for one.
    bool fill(shell::Word& word, bool is_test) {
        std::vector<WordPart> made;
        for (WordPart& part : word.parts) {
            if (auto* literal = std::get_if<shell::Literal>(&part); literal != nullptr && has_hole(literal->text)) {
                std::vector<WordPart> parts = first_.parts(literal->text, literal->quoted, literal->span);
                if (!literal->quoted && !is_test &&
                    !std::all_of(parts.begin(), parts.end(), [this](WordPart const& each) { return is_plain(each); })) {
                    return false;
                }
                std::move(parts.begin(), parts.end(), std::back_inserter(made));
                continue;
            }
            auto* parameter = std::get_if<shell::Parameter>(&part);
            bool const is_filled =
                parameter == nullptr || (fill_name(parameter->name, parameter->span) &&
                                         std::all_of(parameter->argument.begin(), parameter->argument.end(),
                                                     [&](shell::Word& each) { return fill(each, is_test); }));
            auto const* substitution = std::get_if<shell::CommandSubstitution>(&part);
            if (!is_filled || (substitution != nullptr && has_hole(substitution->text))) {
                return false;
            }
            made.push_back(std::move(part));
        }
        word.parts = std::move(made);
        return true;
    }

    bool is_plain(WordPart const& part) const {
        auto const* parameter = std::get_if<shell::Parameter>(&part);
        if (parameter == nullptr) {
            return std::holds_alternative<shell::Literal>(part);
        }
        auto const values = parameter->operation.empty() ? lowering_.possible_values(parameter->name) : std::nullopt;
        return values && std::all_of(values->begin(), values->end(), [](std::string const& value) {
                   return value.find_first_of(" \t\n$`\\\"';&|<>()*?[") == std::string::npos;
               });
    }

    bool fill_name(std::string& name, Span span) {
        if (!has_hole(name)) {
            return true;
        }
        std::optional<ConfigureLowering::Name> made = lowering_.computed_name(first_.parts(name, true, span));
        if (made) {
            name = made->text;
            lowering_.computed_names.add(name, std::move(made->candidates));
        }
        return made.has_value();
    }

    ConfigureLowering& lowering_;
    FirstReading const& first_;
};

// What AS_TR_SH is for text that is not known: the word of `printf '%s\n' word | sed ...`.
shell::Word const* word_of_name(shell::CommandSubstitution const& substitution) {
    auto const* pipeline = substitution.script.commands.size() == 1
                               ? std::get_if<shell::Pipeline>(&substitution.script.commands.front().node)
                               : nullptr;
    if (pipeline == nullptr || pipeline->commands.size() != 2) {
        return nullptr;
    }
    auto const* print = std::get_if<shell::Simple>(&pipeline->commands[0].node);
    auto const* edit = std::get_if<shell::Simple>(&pipeline->commands[1].node);
    bool const is_name = print != nullptr && edit != nullptr && print->words.size() == 3 && edit->words.size() == 2 &&
                         constant_word(print->words[0]) == "printf" && constant_word(edit->words[0]) == "sed" &&
                         !edit->words[1].parts.empty();
    auto const* script = is_name ? std::get_if<shell::Literal>(&edit->words[1].parts.front()) : nullptr;
    return script != nullptr && script->text.starts_with("y%*+%pp%;s%[^_") ? &print->words[2] : nullptr;
}

}  // namespace

std::vector<std::string> assigned_by_eval(shell::Simple const& command) {
    std::vector<std::string> names;
    if (command.words.size() < 2 || constant_word(command.words.front()) != "eval") {
        return names;
    }
    FirstReading first;
    for (shell::Word const& word : command.words) {
        first.add(word);
        first.text += ' ';
    }
    for (std::size_t at = first.text.find('='); at != std::string::npos; at = first.text.find('=', at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && is_name(std::string_view(first.text).substr(begin - 1, at - begin + 1))) {
            --begin;
        }
        if (begin < at && !has_hole(first.text.substr(begin, at - begin))) {
            names.push_back(first.text.substr(begin, at - begin));
        }
    }
    return names;
}

// `eval "name='yes'"`, `eval test x$name = xyes`, `eval "have_$x=yes"`
std::optional<shell::Script> ConfigureLowering::evaluated(shell::Simple const& command) {
    if (command.words.size() < 2 || constant_word(command.words.front()) != "eval" || !command.redirections.empty()) {
        return std::nullopt;
    }
    if (std::optional<shell::Simple> assignment = evaluated_assignment(*this, command)) {
        return shell::Script{command.span, {{*std::move(assignment)}}};
    }
    std::vector<shell::Word> const words(command.words.begin() + 1, command.words.end());
    FirstReading first;
    for (shell::Word const& word : words) {
        first.add(word);
        first.text += ' ';
    }
    bool const has_macros = std::any_of(first.holes.begin(), first.holes.end(), [](WordPart const& part) {
        return std::holds_alternative<shell::MacroWord>(part);
    });
    if (first.holes.empty() || has_macros) {
        return has_macros ? std::nullopt : std::optional(scripts.parse(first.text, command.span));
    }
    if (std::all_of(words.begin(), words.end(), reads_once)) {
        shell::Simple plain{command.span, {}, words, {}};
        if (parse_test(plain)) {
            return shell::Script{command.span, {{std::move(plain)}}};
        }
    }
    shell::Script script = scripts.parse(first.text, command.span);
    return HoleFiller(*this, first).fill(script) ? std::optional(std::move(script)) : std::nullopt;
}

namespace {

// The parts of a name as CMake text, and what they may spell.
class NameParts {
public:
    explicit NameParts(ConfigureLowering& lowering) : lowering_(lowering) {}

    // `is_edited`: what is no letter, digit or _ becomes _, as AS_TR_SH has it.
    bool add(std::vector<WordPart> const& parts, bool is_edited) {
        return std::all_of(parts.begin(), parts.end(), [&](WordPart const& part) { return add(part, is_edited); });
    }

    std::optional<ConfigureLowering::Name> name() const {
        bool const is_known = !candidates_.empty();
        bool const says_something = text_.find("${") > 0 || !text_.ends_with('}');
        if (!is_known && !says_something) {
            return std::nullopt;  // it may mean any variable
        }
        return ConfigureLowering::Name{text_, candidates_};
    }

private:
    bool add(WordPart const& part, bool is_edited) {
        if (auto const* literal = std::get_if<shell::Literal>(&part)) {
            append(is_edited ? shell_name(literal->text) : literal->text);
            return true;
        }
        if (auto const* substitution = std::get_if<shell::CommandSubstitution>(&part)) {
            shell::Word const* const word = word_of_name(*substitution);
            if (word != nullptr) {
                return add(word->parts, true);
            }
        }
        auto const* parameter = std::get_if<shell::Parameter>(&part);
        if (parameter != nullptr && parameter->operation.empty()) {
            return add(*parameter, is_edited);
        }
        std::optional<model::Text> const value = lowering_.computed(part, lowering_.fresh_result("computed"));
        if (value) {
            append_value(*value, is_edited, "computed", {});
        }
        return value.has_value();
    }

    bool add(shell::Parameter const& parameter, bool is_edited) {
        std::optional<std::set<std::string>> values = lowering_.possible_values(parameter.name);
        std::set<std::string> names;
        for (std::string const& value : values.value_or(std::set<std::string>{})) {
            names.insert(is_edited ? shell_name(value) : value);
        }
        append_value(lowering_.read(parameter.name, parameter.span), is_edited && names != values, parameter.name,
                     names);
        return true;
    }

    void append_value(model::Text value, bool is_edited, std::string const& name,
                      std::set<std::string> const& spellings) {
        if (value.constant()) {
            append(is_edited ? shell_name(value.value()) : value.value());
            return;
        }
        if (is_edited) {
            value = edited(value, name + std::string(as_name));
        }
        text_ += model::cmake_text(value);
        std::set<std::string> longer;
        for (std::string const& begin : candidates_) {
            for (std::string const& end : spellings) {
                longer.insert(begin + end);
            }
        }
        candidates_ = longer.size() > most_names ? std::set<std::string>{} : longer;
    }

    // AS_TR_SH of a value, when CMake configures.
    model::Text edited(model::Text const& value, std::string const& target) {
        if (auto const known = lowering_.flow.find(target);
            known != lowering_.flow.end() && !known->second.maybe_unset) {
            return model::Text::variable(target, value.from);
        }
        lowering_.flow[target] = {};
        using Form = model::Call::Argument::Form;
        model::Text text = value;
        for (auto const& [regex, by] : {std::pair{"[*+]", "p"}, std::pair{"[^A-Za-z0-9_]", "_"}}) {
            lowering_.emit({model::Call{"string",
                                        {{model::Text::literal("REGEX"), Form::unquoted},
                                         {model::Text::literal("REPLACE"), Form::unquoted},
                                         {model::Text::literal(regex), Form::quoted},
                                         {model::Text::literal(by), Form::quoted},
                                         {model::Text::literal(target), Form::unquoted},
                                         {text, Form::quoted}},
                                        {target},
                                        {},
                                        true},
                            value.from});
            text = model::Text::variable(target, value.from);
        }
        return text;
    }

    void append(std::string const& literal) {
        text_ += literal;
        std::set<std::string> longer;
        for (std::string const& begin : candidates_) {
            longer.insert(begin + literal);
        }
        candidates_ = std::move(longer);
    }

    ConfigureLowering& lowering_;
    std::string text_;
    std::set<std::string> candidates_{""};
};

}  // namespace

std::optional<ConfigureLowering::Name> ConfigureLowering::computed_name(std::vector<WordPart> const& parts) {
    NameParts name(*this);
    return name.add(parts, false) ? name.name() : std::nullopt;
}

void ConfigureLowering::assign_by_name(std::string const& name, model::Text const& value, Span span) {
    emit({model::Set{name, value, false}, span});
    computed_names.assigned(name);
    for (std::string const& candidate : computed_names.candidates(name)) {
        flow.try_emplace(candidate, Knowledge{true, std::nullopt, false});
        bindings.erase(candidate);
    }
    for (auto& [variable, known] : flow) {
        if (computed_names.may_mean(name, variable)) {
            known.constant.reset();
        }
    }
}

model::Text ConfigureLowering::read_by_name(std::string const& name, Span span) {
    std::set<std::string> const& candidates = computed_names.candidates(name);
    project.read_by_computed_name.insert(name);
    for (std::string const& candidate : candidates) {
        // What stands for something else must be a variable of CMake now.
        if (binding(candidate) != nullptr) {
            assign(candidate, read(candidate, span), span);
        }
    }
    return model::Text::variable(name, span);
}

}  // namespace am2cmake::mapper
