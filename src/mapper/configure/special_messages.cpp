// Messages and cached tests.

#include "mapper/configure/special_forms.hpp"

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

void result(ConfigureLowering& lowering, std::size_t call, std::string const& shell, Span span) {
    model::Text checking;
    if (!lowering.checking.empty()) {
        checking = lowering.quoted_text(message_text(lowering.checking), span);
    }
    model::Text text = lowering.quoted_text(message_text(shell), span);
    lowering.emit({model::Message{"STATUS", std::move(text), std::move(checking)}, lowering.scripts.call(call).span});
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
    result(lowering, call, lowering.argument_text(call, "result"), lowering.argument_span(call, "result"));
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
    result(lowering, call, "$" + lowering.argument_text(call, "variable"), lowering.argument_span(call, "variable"));
}

void special_cache_val(ConfigureLowering& lowering, std::size_t call) {
    lowering.lower(lowering.argument_script(call, "commands"));
}

}  // namespace am2cmake::mapper
