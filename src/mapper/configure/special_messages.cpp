// Messages and cached tests.

#include <algorithm>
#include <utility>

#include "mapper/configure/special_forms.hpp"
#include "model/check_commands.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::mapper {
namespace {

// Backquotes and double quotes of a message stand for themselves, unless it escapes them itself.
std::string message_text(std::string const& text) {
    if (text.find("\\`") != std::string::npos || text.find("\\\"") != std::string::npos) {
        return text;
    }
    std::string made;
    for (char const c : text) {
        made += (c == '`' ? "\\" : "") + std::string(1, c);
    }
    return made;
}

void emit_result(ConfigureLowering& lowering, std::size_t call, model::Text result, Span span) {
    model::Text checking;
    if (!lowering.checking.empty()) {
        checking = lowering.quoted_text(message_text(lowering.checking), span);
    }
    lowering.emit({model::Message{"STATUS", std::move(result), std::move(checking)}, lowering.scripts.call(call).span});
}

// The value of a variable whose name the shell computes.
model::Text value_of_computed(ConfigureLowering& lowering, std::string const& name, Span span) {
    model::Steps steps = lowering.lower_apart(lowering.scripts.parse("eval ac_res=\\$" + name, span));
    model::Text value = model::Text::variable("ac_res");
    if (auto const* set = steps.empty() ? nullptr : std::get_if<model::Set>(&steps.back().what)) {
        value = set->value;
        steps.pop_back();
    }
    for (model::Step& step : steps) {
        lowering.emit(std::move(step));
    }
    return value;
}

bool is_plain_name(std::string const& variable) {
    return std::all_of(variable.begin(), variable.end(), m4::is_name_byte);
}

// Something is left to a shell, or to the reader.
bool has_untranslated(model::Steps const& steps) {
    return std::any_of(steps.begin(), steps.end(), [](model::Step const& step) {
        auto const* call = std::get_if<model::Call>(&step.what);
        bool found = std::holds_alternative<model::Untranslated>(step.what) ||
                     (call != nullptr && model::is_asked_of_shell(call->command));
        model::for_each_body(step, [&](model::Steps const& body) { found = found || has_untranslated(body); });
        return found;
    });
}

void message(ConfigureLowering& lowering, std::size_t call, std::string const& parameter, std::string const& level) {
    Span const span = lowering.argument_span(call, parameter);
    model::Text text = lowering.quoted_text(message_text(lowering.argument_text(call, parameter)), span);
    lowering.emit({model::Message{level, std::move(text), {}}, lowering.scripts.call(call).span});
}

}  // namespace

void special_message_checking(ConfigureLowering& lowering, std::size_t call) {
    lowering.checking = lowering.argument_text(call, "feature");
}

// Together with what AC_MSG_CHECKING said it is one status line.
void special_message_result(ConfigureLowering& lowering, std::size_t call) {
    Span const span = lowering.argument_span(call, "result");
    emit_result(lowering, call, lowering.quoted_text(message_text(lowering.argument_text(call, "result")), span), span);
}

void special_message_notice(ConfigureLowering& lowering, std::size_t call) {
    message(lowering, call, "message", "STATUS");
}

void special_message_warn(ConfigureLowering& lowering, std::size_t call) {
    message(lowering, call, "message", "WARNING");
}

void special_message_error(ConfigureLowering& lowering, std::size_t call) {
    message(lowering, call, "message", "FATAL_ERROR");
}

// The commands set the variable; a user's -D of it comes first.
void special_cache_check(ConfigureLowering& lowering, std::size_t call) {
    lowering.checking = lowering.argument_text(call, "message");
    special_cache_val(lowering, call);
    std::string const variable = lowering.argument_text(call, "variable");
    Span const span = lowering.argument_span(call, "variable");
    emit_result(lowering, call,
                is_plain_name(variable) ? lowering.quoted_text("$" + variable, span)
                                        : value_of_computed(lowering, variable, span),
                span);
}

// What only a shell can answer a user may want to answer: -Da_cv_x=yes.
void special_cache_val(ConfigureLowering& lowering, std::size_t call) {
    model::Steps steps = lowering.lower_apart(lowering.argument_script(call, "commands"));
    std::string const variable = lowering.argument_text(call, "variable");
    if (is_plain_name(variable) && has_untranslated(steps)) {
        model::Condition const answered =
            model::Condition::of(model::Question{"DEFINED", model::Text::literal(variable)});
        lowering.emit({model::If{{{negation(answered), std::move(steps)}}, {}}, lowering.scripts.call(call).span});
        return;
    }
    for (model::Step& step : steps) {
        lowering.emit(std::move(step));
    }
}

}  // namespace am2cmake::mapper
