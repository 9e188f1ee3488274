// The configure program as CMake commands: one overload per kind of step, nothing else.

#include <algorithm>

#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using cmake::word;

cmake::Argument call_argument(model::Call::Argument const& given) {
    using Form = model::Call::Argument::Form;
    if (given.form == Form::bracket && given.text.constant()) {
        return cmake::bracket(given.text.value());
    }
    cmake::Argument made = argument(given.text);
    if (given.form == Form::quoted || given.form == Form::bracket) {
        made.form = cmake::Argument::Form::quoted;
    } else if (given.form == Form::unquoted) {
        made.form = cmake::Argument::Form::unquoted;
    }
    return made;
}

class EmitStep {
public:
    EmitStep(Nodes& nodes, Span from) : nodes_(nodes), from_(from) {}

    void operator()(model::Comment const& comment) const { nodes_.push_back(cmake::Comment{comment.text}); }
    void operator()(model::BlankLine const&) const { nodes_.push_back(cmake::BlankLine{}); }
    void operator()(model::Set const& set) const {
        if (!set.is_list) {
            add("set", {word(set.variable), argument(set.value)});
            return;
        }
        std::vector<cmake::Argument> arguments{word(set.variable)};
        for (model::Text const& element : model::split_words(set.value)) {
            std::string const variable = element.variable_name();
            arguments.push_back(variable.empty() ? argument(element) : cmake::list(variable));
        }
        if (arguments.size() == 1) {
            arguments.push_back(cmake::quoted(""));
        }
        add("set", std::move(arguments));
    }
    void operator()(model::Call const& call) const {
        std::vector<cmake::Argument> arguments;
        for (model::Call::Argument const& given : call.arguments) {
            arguments.push_back(call_argument(given));
        }
        add(call.command, std::move(arguments));
    }
    void operator()(model::Option const& option) const {
        if (option.boolean) {
            add("option", {word(option.variable), cmake::quoted(option.help), argument(option.default_value)});
        } else {
            // A variable of configure's is taken from the environment, too.
            bool const from_environment = option.configure_name == option.variable + "=...";
            cmake::Argument value = quoted_argument(option.default_value);
            if (from_environment) {
                value.text = "$ENV{" + option.variable + "}";
            }
            add("set",
                {word(option.variable), std::move(value), word("CACHE"), word("STRING"), cmake::quoted(option.help)});
        }
    }
    void operator()(model::Define const& define) const {
        std::vector<cmake::Argument> arguments{cmake::literal(define.name)};
        if (!(define.value.constant() && define.value.value() == "1")) {
            arguments.push_back(argument(define.value));
        }
        add("config_define", std::move(arguments));
    }
    // A pass has replaced it.
    void operator()(model::SetConditional const& conditional) const {
        Nodes set;
        set.push_back(command("set", {word(conditional.name), word("ON")}, from_));
        append(nodes_, guarded(conditional.condition, std::move(set), from_));
    }
    void operator()(model::Message const& message) const {
        model::Text text = message.text;
        if (!message.checking.empty()) {
            text = model::Text::literal("checking ");
            text.append(message.checking);
            text.append(" - ");
            text.append(message.text);
        }
        add("message", {word(message.level), quoted_argument(text)});
    }
    void operator()(model::If const& choice) const {
        cmake::Block block;
        for (model::If::Branch const& branch : choice.branches) {
            block.parts.push_back(
                {command(block.parts.empty() ? "if" : "elseif", condition_words(branch.condition), from_),
                 emit_steps(branch.body)});
        }
        Nodes otherwise = emit_steps(choice.otherwise);
        if (block.parts.size() == 1 && block.parts.front().body.empty()) {
            // Nothing is done where it holds: ask for the opposite.
            append(nodes_, guarded(negation(choice.branches.front().condition), std::move(otherwise), from_));
            return;
        }
        if (!otherwise.empty()) {
            block.parts.push_back({command("else", {}, from_), std::move(otherwise)});
        } else {
            while (!block.parts.empty() && block.parts.back().body.empty()) {
                block.parts.pop_back();
            }
        }
        if (!block.parts.empty()) {
            nodes_.push_back(std::move(block));
        }
    }
    void operator()(model::ForEach const& loop) const {
        std::vector<cmake::Argument> arguments{word(loop.variable)};
        bool const one_list = loop.items.size() == 1 && loop.items.front().is_list;
        if (one_list) {
            arguments.insert(arguments.end(),
                             {word("IN"), word("LISTS"), word(loop.items.front().text.variable_name())});
        }
        for (model::ForEach::Item const& item : one_list ? std::vector<model::ForEach::Item>{} : loop.items) {
            arguments.push_back(item.is_list ? cmake::list(item.text.variable_name()) : argument(item.text));
        }
        nodes_.push_back(cmake::Block{{{command("foreach", std::move(arguments), from_), emit_steps(loop.body)}}});
    }
    void operator()(model::While const& loop) const {
        nodes_.push_back(
            cmake::Block{{{command("while", condition_words(loop.condition), from_), emit_steps(loop.body)}}});
    }
    void operator()(model::Untranslated const& step) const {
        append(nodes_, untranslated(step.text, step.id, step.reason));
    }

private:
    void add(std::string name, std::vector<cmake::Argument> arguments) const {
        nodes_.push_back(command(std::move(name), std::move(arguments), from_));
    }

    Nodes& nodes_;
    Span from_;
};

}  // namespace

Nodes emit_steps(model::Steps const& steps) {
    Nodes nodes;
    for (model::Step const& step : steps) {
        std::visit(EmitStep(nodes, step.from), step.what);
    }
    return nodes;
}

}  // namespace am2cmake::emitter
