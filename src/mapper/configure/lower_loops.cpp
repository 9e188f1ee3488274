// Loops, and what they go through: words that the shell splits, and the positional parameters.

#include <fmt/format.h>

#include <algorithm>

#include "base/words.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/shell_text.hpp"

namespace am2cmake::mapper {
namespace {

using model::Text;
using Form = model::Call::Argument::Form;

constexpr std::string_view blanks = " \t\n";
constexpr char const* positional_list = "positional_parameters";

// What a script does to variables. Macro calls also write what their rules say, in whatever way.
struct Assigned {
    ConfigureScripts& scripts;
    std::set<std::string> names = {};
    bool by_macros = false;

    void collect(shell::Script const& script) {
        for (shell::Command const& command : script.commands) {
            std::visit(*this, command.node);
        }
    }
    void collect(std::vector<shell::Command> const& commands) { collect(shell::Script{{}, commands}); }

    void operator()(shell::Simple const& simple) {
        for (shell::Assignment const& assignment : simple.assignments) {
            names.insert(assignment.name);
        }
        for (std::string& name : assigned_by_eval(simple)) {
            names.insert(std::move(name));
        }
    }
    void operator()(shell::MacroCall const& macro) {
        by_macros = true;
        for (std::size_t i = 0; i < scripts.call(macro.call).arguments.size(); ++i) {
            if (scripts.argument_type(macro.call, i) == rules::ArgumentType::shell) {
                collect(scripts.argument(macro.call, i));
            }
        }
    }
    void operator()(shell::Pipeline const& pipeline) { collect(pipeline.commands); }
    void operator()(shell::AndOr const& list) { collect(list.commands); }
    void operator()(shell::Group const& group) { collect(group.body); }
    void operator()(shell::If const& branch) {
        for (shell::Branch const& each : branch.branches) {
            collect(each.condition);
            collect(each.body);
        }
        collect(branch.otherwise.value_or(shell::Script{}));
    }
    void operator()(shell::For const& loop) {
        names.insert(loop.variable);
        collect(loop.body);
    }
    void operator()(shell::While const& loop) { collect(loop.body); }
    void operator()(shell::Case const& choice) {
        for (shell::CaseArm const& arm : choice.arms) {
            collect(arm.body);
        }
    }
    template <typename Other>
    void operator()(Other const&) {}
};

bool is_split(shell::WordPart const& part) {
    return !std::visit(
               [](auto const& each) {
                   if constexpr (requires { each.quoted; }) {
                       return each.quoted;
                   }
                   return false;
               },
               part) &&
           !std::holds_alternative<shell::Literal>(part);
}

// Where literal characters of a split word would be split as well, only a shell knows what comes out.
bool keeps_literals_whole(shell::Word const& word, std::string_view separators) {
    return std::all_of(word.parts.begin(), word.parts.end(), [&](shell::WordPart const& part) {
        auto const* literal = std::get_if<shell::Literal>(&part);
        return literal == nullptr || literal->text.find_first_of(separators) == std::string::npos;
    });
}

model::Call list_call(std::vector<std::string> const& words, std::string const& result) {
    model::Call call{"list", {}, {result}, {positional_list}, true};
    for (std::string const& word : words) {
        call.arguments.push_back({Text::literal(word), Form::unquoted});
    }
    return call;
}

}  // namespace

bool is_split(shell::Word const& word) {
    return std::any_of(word.parts.begin(), word.parts.end(),
                       [](shell::WordPart const& part) { return is_split(part); });
}

void ConfigureLowering::forget_assigned(shell::Script const& body) {
    Assigned assigned{scripts};
    assigned.collect(body);
    for (std::string const& name : assigned.names) {
        bool const was_set = flow.contains(name);
        Knowledge& known = flow[name];
        known.constant.reset();
        known.maybe_unset = known.maybe_unset || !was_set;
        flow.erase(name + std::string(as_name));
    }
    for (auto& [name, known] : flow) {
        if (assigned.by_macros) {
            known.constant.reset();
        }
    }
}

void ConfigureLowering::set_field_separators(shell::Word const& value) {
    std::optional<Symbolic> const parts = symbolic(value);
    field_separators.reset();
    if (parts && is_constant(*parts)) {
        field_separators = constant_text(*parts);
    } else if (parts && !single_variable(*parts).empty()) {
        field_separators = blanks;  // given back what was saved
    }
}

std::string ConfigureLowering::split(Text const& text, std::string const& list, Span span) {
    model::Call call{"split_words", {{Text::literal(list), Form::unquoted}, {text, Form::quoted}}, {list}, {}, true};
    if (field_separators != blanks) {
        call.arguments.push_back({Text::literal(*field_separators), Form::quoted});
    }
    emit({std::move(call), span});
    return list;
}

std::optional<std::vector<model::ForEach::Item>> ConfigureLowering::items(std::vector<shell::Word> const& words,
                                                                          std::string const& list) {
    std::vector<model::ForEach::Item> made;
    for (shell::Word const& word : words) {
        std::optional<Symbolic> const parts = symbolic(word);
        std::string const variable = parts ? single_variable(*parts) : std::string{};
        auto const known = flow.find(variable);
        bool const is_constant = !variable.empty() && known != flow.end() && !known->second.maybe_unset &&
                                 known->second.constant && field_separators == blanks;
        if (is_split(word) && is_constant) {
            for (std::string const& item : split_words(*known->second.constant)) {
                made.push_back({Text::literal(item, word.span), false});
            }
            continue;
        }
        bool const can_split = field_separators && keeps_literals_whole(word, *field_separators);
        std::optional<Text> const value = is_split(word) && !can_split ? std::nullopt : text(word);
        if (!value) {
            return std::nullopt;
        }
        if (!is_split(word)) {
            made.push_back({*value, false});
        } else if (!value->empty()) {
            made.push_back({Text::variable(split(*value, fresh_result(list), word.span), word.span), true});
        }
    }
    return made;
}

void ConfigureLowering::lower_for(shell::For const& loop) {
    auto made_items = loop.words ? items(*loop.words, loop.variable + "_words") : std::nullopt;
    if (!made_items) {
        untranslated(code::untranslated_shell, loop.span, "the words of this loop are computed by a shell");
        return;
    }
    Flow const before = flow;
    flow[loop.variable] = {};
    flow.erase(loop.variable + std::string(as_name));
    model::ForEach made{loop.variable, std::move(*made_items), lower_loop_body(loop.body, {loop.variable})};
    flow = joined(before, flow);
    flow[loop.variable].is_lost = true;
    forget_assigned(loop.body);
    emit({std::move(made), loop.span});
}

namespace {

bool lacks_something(model::Steps& steps) {
    return std::any_of(steps.begin(), steps.end(), [](model::Step& step) {
        bool lacks = std::holds_alternative<model::Untranslated>(step.what);
        model::for_each_body(step, [&](model::Steps& body) { lacks = lacks || lacks_something(body); });
        return lacks;
    });
}

}  // namespace

void keep_last_values(model::Steps& steps, std::set<std::string> const& variables) {
    for (model::Step& step : steps) {
        model::for_each_body(step, [&](model::Steps& body) { keep_last_values(body, variables); });
        auto* loop = std::get_if<model::ForEach>(&step.what);
        if (loop != nullptr && variables.contains(loop->variable)) {
            std::string const item = "each_" + loop->variable;
            loop->body.insert(loop->body.begin(), {model::Set{loop->variable, Text::variable(item), false}, step.from});
            loop->variable = item;
        }
    }
}

void ConfigureLowering::lower_while(shell::While const& loop) {
    Flow const before = flow;
    forget_assigned(loop.body);
    model::Steps apart;
    model::Steps* const outer = std::exchange(steps, &apart);
    std::optional<model::Condition> const asked = condition(loop.condition);
    steps = outer;
    if (!asked || !apart.empty()) {
        flow = before;
        untranslated(code::untranslated_shell, loop.span, "what this loop asks in each round has no CMake form");
        return;
    }
    model::While made{loop.until ? negation(*asked) : *asked, lower_loop_body(loop.body, {})};
    if (lacks_something(made.body)) {
        flow = before;
        forget_assigned(loop.body);
        untranslated(code::untranslated_shell, loop.span, "a part of this loop has no CMake form, so it may never end");
        return;
    }
    flow = joined(before, flow);
    forget_assigned(loop.body);
    emit({std::move(made), loop.span});
}

// What the body changes is unknown in its next round.
model::Steps ConfigureLowering::lower_loop_body(shell::Script const& body, std::set<std::string> const& variables) {
    forget_assigned(body);
    Assigned assigned{scripts, variables};
    assigned.collect(body);
    loops.push_back({std::move(assigned.names), assigned.by_macros});
    model::Steps made = lower_apart(body);
    loops.pop_back();
    return made;
}

bool ConfigureLowering::lower_jump(shell::Simple const& command, std::string const& name) {
    if ((name != "break" && name != "continue") || command.words.size() != 1 || loops.empty()) {
        return false;
    }
    // What the loop does depends on it, so it goes only with all of that.
    emit({model::Call{name, {}, loops.back().assigned, {}, !loops.back().has_macros}, command.span});
    return true;
}

bool ConfigureLowering::set_positional_parameters(shell::Simple const& command) {
    bool const marked = command.words.size() > 1 && constant_word(command.words[1]) == "--";
    std::vector<shell::Word> const words(command.words.begin() + (marked ? 2 : 1), command.words.end());
    std::optional<std::string> const first = words.empty() ? std::nullopt : constant_word(words.front());
    bool const is_option = !marked && (!first || first->empty() || first->front() == '-' || first->front() == '+');
    auto const made = is_option ? std::nullopt : items(words, "words");
    if (!made) {
        return false;
    }
    model::Call call{"set", {{Text::literal(positional_list), Form::unquoted}}, {positional_list}, {}, true};
    for (model::ForEach::Item const& item : *made) {
        call.arguments.push_back({item.text, item.is_list ? Form::unquoted : Form::quoted});
    }
    if (made->empty()) {
        call.arguments.push_back({{}, Form::quoted});
    }
    emit({std::move(call), command.span});
    has_positional_parameters = true;
    return true;
}

bool ConfigureLowering::shift_positional_parameters(shell::Simple const& command) {
    if (!has_positional_parameters || command.words.size() != 1) {
        return false;
    }
    emit({list_call({"POP_FRONT", positional_list}, positional_list), command.span});
    return true;
}

std::optional<Text> ConfigureLowering::positional_parameter(std::string const& name, Span span) {
    if (!has_positional_parameters) {
        return std::nullopt;
    }
    if (name == "#") {
        std::string const number = fresh_result("number_of_parameters");
        emit({list_call({"LENGTH", positional_list, number}, number), span});
        return Text::variable(number, span);
    }
    if (name == "*" || name == "@") {
        std::string const all = fresh_result("all_parameters");
        model::Call call = list_call({"JOIN", positional_list}, all);
        call.arguments.push_back({Text::literal(" "), Form::quoted});
        call.arguments.push_back({Text::literal(all), Form::unquoted});
        emit({std::move(call), span});
        return Text::variable(all, span);
    }
    std::string const one = fresh_result(fmt::format("parameter_{}", name));
    emit({model::Call{"word_of_list",
                      {{Text::literal(one), Form::unquoted},
                       {Text::literal(positional_list), Form::unquoted},
                       {Text::literal(name), Form::unquoted}},
                      {one},
                      {positional_list},
                      true},
          span});
    return Text::variable(one, span);
}

}  // namespace am2cmake::mapper
