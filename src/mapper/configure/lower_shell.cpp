// What only a shell can answer is asked of one when CMake configures, and told with a finding.

#include "base/words.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/shell_text.hpp"

namespace am2cmake::mapper {
namespace {

using Argument = model::Call::Argument;

bool is_known(ConfigureLowering const& lowering, std::string const& name) {
    return lowering.binding(name) != nullptr || lowering.flow.contains(name);
}

// shell_output(X [[script]] "NAME=value"...)
model::Call shell_call(ConfigureLowering& lowering, std::string const& command, std::string const& result,
                       ShellText const& script, Span span) {
    model::Call call{command,
                     {{model::Text::literal(result), Argument::Form::unquoted},
                      {model::Text::literal(script.text, span), Argument::Form::bracket}},
                     {result},
                     {},
                     true};
    for (std::string const& name : script.variables) {
        if (!is_known(lowering, name)) {
            continue;
        }
        model::Text variable = model::Text::literal(name + "=", span);
        variable.append(lowering.read(name, span));
        call.arguments.push_back({std::move(variable), Argument::Form::quoted});
    }
    return call;
}

// AC_TRY_EVAL, AC_TRY_COMMAND: command lines.
std::optional<std::string> command_line(ConfigureLowering const& lowering, std::size_t call) {
    m4::Call const& made = lowering.scripts.call(call);
    if (made.arguments.size() != 1 || made.arguments.front().text.find(m4::call_begin) != std::string::npos) {
        return std::nullopt;
    }
    std::string text = made.arguments.front().text;
    std::replace(text.begin(), text.end(), '\n', ' ');  // as `eval` has it
    return made.name == "AC_TRY_EVAL"      ? std::optional("{ eval \"$" + text + "\"; }")
           : made.name == "AC_TRY_COMMAND" ? std::optional("{ " + text + "\n}")
                                           : std::nullopt;
}

// The end of the passage that begins with a command; the same place if none does.
std::size_t end_of_passage(std::vector<shell::Command> const& commands, std::size_t begin) {
    if (!handles_test_file(commands[begin])) {
        return begin;
    }
    std::size_t end = begin + 1;
    for (std::size_t i = end; i < commands.size(); ++i) {
        end = handles_test_file(commands[i]) ? i + 1 : end;
    }
    return end;
}

void tell(ConfigureLowering& lowering, Span span, std::string const& what) {
    lowering.diagnostics.report(code::shell_when_configured, span, what);
    lowering.project.tally.translated -= lowering.project.tally.translated == 0 ? 0 : 1;
}

}  // namespace

std::optional<model::Text> ConfigureLowering::shell_output(shell::CommandSubstitution const& substitution,
                                                           std::string const& target) {
    std::optional<ShellText> const script = shell_text(substitution.script.commands, true);
    if (!script) {
        return std::nullopt;
    }
    model::Call call = shell_call(*this, "shell_output", target, *script, substitution.span);
    tell(*this, substitution.span, "a shell computes this when CMake runs; without one it is empty");
    emit({std::move(call), substitution.span});
    return model::Text::variable(target, substitution.span);
}

std::optional<model::Condition> ConfigureLowering::shell_condition(shell::Command const& command) {
    std::optional<ShellText> const script = shell_text({command}, false);
    if (!script) {
        return std::nullopt;
    }
    Span const span = span_of(command);
    std::string const result = fresh_result("answer");
    model::Call call = shell_call(*this, "shell_succeeds", result, *script, span);
    tell(*this, span, "a shell is asked this when CMake runs; without one it is taken as false");
    emit({std::move(call), span});
    return model::Condition::of(model::Truth{result});
}

std::size_t ConfigureLowering::lower_passage(std::vector<shell::Command> const& commands, std::size_t begin) {
    auto const text_until = [&](std::size_t end) {
        auto const first = commands.begin();
        return shell_passage({first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end)},
                             [&](std::size_t call) { return command_line(*this, call); });
    };
    std::size_t end = end_of_passage(commands, begin);
    std::optional<ShellText> script = end == begin ? std::nullopt : text_until(end);
    if (!script && end > begin + 1) {
        end = begin + 1;
        script = text_until(end);
    }
    if (!script) {
        return begin;
    }
    Span const span{span_of(commands[begin]).begin, span_of(commands[end - 1]).end};
    model::Call call = shell_call(*this, "shell_values", join(script->assigned, ";"), *script, span);
    call.writes = {script->assigned.begin(), script->assigned.end()};
    call.pure = !call.writes.empty();
    call.arguments.front().form = Argument::Form::quoted;
    project.tally.statements += 1;
    project.tally.translated += 1;
    tell(*this, span, "a shell runs this when CMake runs; without one what it sets is empty");
    emit({std::move(call), span});
    for (std::string const& name : script->assigned) {
        bindings.erase(name);
        flow[name] = {};
        flow[name].maybe_unset = true;  // not every path through the passage need set it
    }
    return end;
}

}  // namespace am2cmake::mapper
