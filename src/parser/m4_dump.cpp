#include "parser/m4_dump.hpp"

#include <fmt/format.h>

#include "base/words.hpp"

namespace am2cmake::m4 {
namespace {

// Each line behind a bar, so that blanks at its ends and empty lines are seen.
std::string barred(Expanded const& expanded, std::string_view indent) {
    std::string text;
    for (std::size_t at = 0; at < expanded.text.size();) {
        Placeholder const found = placeholder_at(expanded.text, at);
        text += found.length > 0 ? fmt::format("{{{}}}", found.call) : std::string(1, expanded.text[at]);
        at += found.length > 0 ? found.length : 1;
    }
    std::string result;
    for (std::string const& line : split(text, '\n')) {
        result += fmt::format("{}|{}\n", indent, line);
    }
    return result;
}

}  // namespace

std::string dump(Program const& program) {
    std::string text = "text\n" + barred(program.text, "  ");
    for (std::size_t i = 0; i < program.calls.size(); ++i) {
        Call const& call = program.calls[i];
        text += fmt::format("call {} {}{}\n", i, call.name, call.required ? " required" : "");
        for (std::size_t argument = 0; argument < call.arguments.size(); ++argument) {
            text += fmt::format("  ${}\n", argument + 1) + barred(call.arguments[argument], "    ");
        }
    }
    return text;
}

}  // namespace am2cmake::m4
