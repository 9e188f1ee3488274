// What a user chooses: --enable-FEATURE, --with-PACKAGE and variables of the environment.

#include <fmt/format.h>

#include <set>

#include "base/words.hpp"
#include "mapper/configure/special_forms.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;

struct Choice {
    std::string feature;
    std::string shell_variable;  // enable_foo, with_bar
    std::string value_variable;  // enableval, withval
    std::string cmake_variable;  // ENABLE_FOO, WITH_BAR
    std::string configure_name;  // --enable-foo
    Span span;
};

Choice choice_of(ConfigureLowering const& lowering, std::size_t call, std::string_view parameter, bool enable) {
    std::string const feature = lowering.argument_text(call, parameter);
    return {feature,
            (enable ? "enable_" : "with_") + shell_name(feature),
            enable ? "enableval" : "withval",
            (enable ? "ENABLE_" : "WITH_") + cpp_name(feature),
            (enable ? "--enable-" : "--with-") + feature,
            lowering.scripts.call(call).span};
}

// The help text behind the option's name: AS_HELP_STRING's second argument, or the second column of plain text.
std::string help_text(ConfigureLowering const& lowering, std::size_t call) {
    std::string const help = lowering.argument_text(call, "help");
    if (m4::Placeholder const inner = m4::placeholder_at(help, 0); inner.length != 0) {
        std::vector<m4::Expanded> const& arguments = lowering.scripts.call(inner.call).arguments;
        std::string const text = arguments.size() < 2 ? std::string{} : join(split_words(arguments[1].text), " ");
        // The text of --disable-foo says what OFF does.
        std::string const form(arguments.empty() ? "" : trim(arguments[0].text));
        bool const says_off = form.starts_with("--disable-") || form.starts_with("--without-");
        return (says_off ? "OFF: " : "") + text;
    }
    std::vector<std::string> words = split_words(help);
    if (!words.empty() && words.front().starts_with("--")) {
        words.erase(words.begin());
    }
    return join(words, " ");
}

// The assignments of a script that does nothing else; nothing for one that does.
std::optional<std::map<std::string, Symbolic>> plain_assignments(shell::Script const& script) {
    std::map<std::string, Symbolic> found;
    for (shell::Command const& command : script.commands) {
        if (std::holds_alternative<shell::Comment>(command.node) ||
            std::holds_alternative<shell::BlankLine>(command.node)) {
            continue;
        }
        auto const* simple = std::get_if<shell::Simple>(&command.node);
        if (simple == nullptr || !simple->words.empty()) {
            return std::nullopt;
        }
        for (shell::Assignment const& assignment : simple->assignments) {
            std::optional<Symbolic> value = symbolic(assignment.value);
            if (!value) {
                return std::nullopt;
            }
            found[assignment.name] = *std::move(value);
        }
    }
    return found;
}

// An option in the usual shape: one variable gets what the user gave, or else a constant.
struct PlainOption {
    std::string variable;
    std::string default_value;
    bool on_when_given = false;  // `[foo=yes], [foo=no]`: giving the option says yes
    std::size_t assignments = 0;
};

// What a variable holds if the option is not given, and nothing is done then; nothing if that is not one constant.
std::optional<std::string> value_so_far(ConfigureLowering const& lowering, std::string const& variable) {
    if (lowering.bindings.contains(variable)) {
        return std::nullopt;
    }
    auto const known = lowering.flow.find(variable);
    if (known == lowering.flow.end()) {
        return "";
    }
    return known->second.maybe_unset ? std::nullopt : known->second.constant;
}

std::optional<PlainOption> plain_option(ConfigureLowering& lowering, std::size_t call, Choice const& choice) {
    auto const chosen = plain_assignments(lowering.argument_script(call, "chosen"));
    auto const otherwise = plain_assignments(lowering.argument_script(call, "otherwise"));
    if (!chosen || !otherwise || chosen->size() > 1 || otherwise->size() > 1) {
        return std::nullopt;
    }
    PlainOption made{chosen->empty() ? choice.shell_variable : chosen->begin()->first, "", false,
                     chosen->size() + otherwise->size()};
    if (!otherwise->empty()) {
        if (otherwise->begin()->first != made.variable || !is_constant(otherwise->begin()->second)) {
            return std::nullopt;
        }
        made.default_value = constant_text(otherwise->begin()->second);
    } else if (!chosen->empty()) {
        std::optional<std::string> const before = value_so_far(lowering, made.variable);
        if (!before) {
            return std::nullopt;
        }
        made.default_value = *before;
        made.assignments += before->empty() ? 0 : 1;
    }
    if (!chosen->empty()) {
        Symbolic const& value = chosen->begin()->second;
        std::string const from = single_variable(value);
        made.on_when_given = is_constant(value) && constant_text(value) == "yes" && is_false_word(made.default_value);
        if (from != choice.value_variable && from != choice.shell_variable && !made.on_when_given) {
            return std::nullopt;
        }
    }
    return made;
}

void declare(ConfigureLowering& lowering, std::size_t call, Choice const& choice, bool boolean,
             std::string const& default_value) {
    model::Option option{choice.cmake_variable, choice.configure_name, help_text(lowering, call), boolean,
                         model::Text::literal(default_value, choice.span)};
    lowering.emit({std::move(option), choice.span});
}

bool is_boolean(ConfigureLowering const& lowering, std::string const& variable, std::string const& default_value) {
    bool const known_default = default_value == "yes" || default_value == "no" || default_value.empty();
    return known_default && lowering.facts.type(variable) == VariableType::boolean;
}

void lower_boolean(ConfigureLowering& lowering, std::size_t call, Choice const& choice, PlainOption const& option) {
    declare(lowering, call, choice, true, option.default_value == "yes" ? "ON" : "OFF");
    Condition const given = Condition::of(model::Truth{choice.cmake_variable});
    std::string const when_false = option.default_value.empty() ? "" : "no";
    for (std::string const& name : std::set{option.variable, choice.shell_variable}) {
        std::size_t const own = name == option.variable ? option.assignments : 0;
        lowering.bind(name, {given, "yes", when_false, {}}, choice.span, own);
    }
}

// The value that configure would have: yes and no for what CMake's users call ON and OFF.
void read_value(ConfigureLowering& lowering, std::string const& variable, Choice const& choice) {
    using Argument = model::Call::Argument;
    model::Call call{"option_value",
                     {{model::Text::literal(variable), Argument::Form::unquoted},
                      {model::Text::literal(choice.cmake_variable), Argument::Form::unquoted}},
                     {variable},
                     {choice.cmake_variable},
                     true};
    lowering.emit({std::move(call), choice.span});
    lowering.flow[variable] = {};
}

void lower_valued(ConfigureLowering& lowering, std::size_t call, Choice const& choice, PlainOption const& option) {
    declare(lowering, call, choice, false, option.default_value);
    read_value(lowering, option.variable, choice);
    if (option.variable != choice.shell_variable) {
        lowering.bind(choice.shell_variable, {std::nullopt, {}, {}, model::Text::variable(option.variable)},
                      choice.span);
    }
}

// Any other shape: an empty cache variable says that the user gave nothing.
void lower_general(ConfigureLowering& lowering, std::size_t call, Choice const& choice) {
    declare(lowering, call, choice, false, "");
    read_value(lowering, choice.shell_variable, choice);
    lowering.bindings.insert_or_assign(choice.value_variable,
                                       Binding{std::nullopt, {}, {}, model::Text::variable(choice.shell_variable)});
    Condition const given = negation(Condition::of(
        model::Comparison{model::Text::variable(choice.cmake_variable), "STREQUAL", model::Text::literal("")}));
    lowering.lower_branches({{given, &lowering.argument_script(call, "chosen")}},
                            &lowering.argument_script(call, "otherwise"), choice.span);
}

// What is done when the option is given does not depend on its value: it is a switch.
bool asks_value(ConfigureLowering& lowering, std::size_t call, Choice const& choice) {
    std::set<std::string> const read = names_in(lowering.argument_text(call, "chosen"));
    VariableFacts const& facts = lowering.facts.of(choice.shell_variable);
    return read.contains(choice.value_variable) || read.contains(choice.shell_variable) ||
           !facts.compared_with.empty() || facts.used_as_text || !facts.copies.empty();
}

void lower_switch(ConfigureLowering& lowering, std::size_t call, Choice const& choice) {
    declare(lowering, call, choice, true, "OFF");
    Condition const given = Condition::of(model::Truth{choice.cmake_variable});
    lowering.lower_branches({{given, &lowering.argument_script(call, "chosen")}},
                            &lowering.argument_script(call, "otherwise"), choice.span);
}

// What an option that is not given is taken for, where nothing sets its variable: all tests on it say.
enum class Unset { is_off, is_on, is_another_value };

Unset meaning_of_unset(ConfigureLowering const& lowering, PlainOption const& option, Choice const& choice) {
    bool asks_yes = false;
    bool asks_no = false;
    bool asks_empty = false;
    for (std::string const& variable : {option.variable, choice.shell_variable}) {
        for (std::string const& name : lowering.facts.with_copies(variable)) {
            for (std::string const& value : lowering.facts.of(name).compared_with) {
                asks_yes = asks_yes || is_true_word(value);
                asks_empty = asks_empty || value.empty();
                asks_no = asks_no || (is_false_word(value) && !value.empty());
            }
        }
    }
    if (!asks_no || option.on_when_given) {
        return Unset::is_off;
    }
    return asks_yes || asks_empty ? Unset::is_another_value : Unset::is_on;
}

void lower_option(ConfigureLowering& lowering, std::size_t call, Choice const& choice) {
    std::optional<PlainOption> option = plain_option(lowering, call, choice);
    Unset const unset =
        option && option->default_value.empty() ? meaning_of_unset(lowering, *option, choice) : Unset::is_off;
    if (!option && !asks_value(lowering, call, choice)) {
        lower_switch(lowering, call, choice);
    } else if (!option) {
        lower_general(lowering, call, choice);
    } else if (unset != Unset::is_another_value && is_boolean(lowering, option->variable, option->default_value) &&
               is_boolean(lowering, choice.shell_variable, option->default_value)) {
        option->default_value = unset == Unset::is_on ? "yes" : option->default_value;
        lower_boolean(lowering, call, choice, *option);
    } else {
        lower_valued(lowering, call, choice, *option);
    }
}

}  // namespace

void special_option(ConfigureLowering& lowering, std::size_t call) {
    lower_option(lowering, call, choice_of(lowering, call, "feature", true));
}

void special_option_with(ConfigureLowering& lowering, std::size_t call) {
    lower_option(lowering, call, choice_of(lowering, call, "package", false));
}

void special_argument_variable(ConfigureLowering& lowering, std::size_t call) {
    std::string const name = lowering.argument_text(call, "variable");
    Span const span = lowering.scripts.call(call).span;
    lowering.project.substitutions.insert(name);
    lowering.emit({model::Option{name, name + "=...", lowering.argument_text(call, "help"), false, {}}, span});
    lowering.flow[name] = {};
    lowering.facts.all()[name].values.open = true;
}

}  // namespace am2cmake::mapper
