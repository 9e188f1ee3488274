// What only a shell can answer is asked of one when CMake configures, and told with a finding.

#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/shell_text.hpp"

namespace am2cmake::mapper {
namespace {

using Argument = model::Call::Argument;

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
        model::Text variable = model::Text::literal(name + "=", span);
        variable.append(lowering.read(name, span));
        call.arguments.push_back({std::move(variable), Argument::Form::quoted});
    }
    return call;
}

void tell(ConfigureLowering& lowering, Span span, std::string const& what) {
    lowering.diagnostics.report(code::shell_when_configured, span, what);
    lowering.project.tally.translated -= lowering.project.tally.translated == 0 ? 0 : 1;
}

}  // namespace

std::optional<model::Text> ConfigureLowering::shell_output(shell::CommandSubstitution const& substitution,
                                                           std::string const& target) {
    std::optional<ShellText> const script = shell_text(substitution.script.commands);
    if (!script) {
        return std::nullopt;
    }
    model::Call call = shell_call(*this, "shell_output", target, *script, substitution.span);
    tell(*this, substitution.span, "a shell computes this when CMake runs; without one it is empty");
    emit({std::move(call), substitution.span});
    return model::Text::variable(target, substitution.span);
}

std::optional<model::Condition> ConfigureLowering::shell_condition(shell::Command const& command) {
    std::optional<ShellText> const script = shell_text({command});
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

}  // namespace am2cmake::mapper
