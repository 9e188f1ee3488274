#include "mapper/configure/checks_in_turn.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

constexpr std::string_view blanks_and_ends = " \t\n;";

// Where the `break` begins that is the last command of a script.
std::optional<std::size_t> last_break(std::string const& script) {
    static constexpr std::string_view word = "break";
    std::size_t const last = script.find_last_not_of(blanks_and_ends);
    if (last == std::string::npos || last + 1 < word.size()) {
        return std::nullopt;
    }
    std::size_t const begin = last + 1 - word.size();
    bool const is_apart = begin == 0 || blanks_and_ends.find(script[begin - 1]) != std::string_view::npos;
    return is_apart && script.compare(begin, word.size(), word) == 0 ? std::optional(begin) : std::nullopt;
}

// The parameters of a rule that goes through the words of one, and runs a script for each.
struct Loop {
    std::size_t words = 0;
    std::size_t found = 0;
    std::size_t missing = 0;
};

std::optional<std::size_t> parameter(rules::Macro const& macro, std::string_view name, rules::ArgumentType type) {
    auto const found = std::find_if(macro.parameters.begin(), macro.parameters.end(),
                                    [&](auto const& each) { return each.name == name && each.type == type; });
    return found == macro.parameters.end() ? std::nullopt
                                           : std::optional<std::size_t>(found - macro.parameters.begin());
}

std::optional<Loop> loop_of(rules::Macro const& macro) {
    for (rules::Statement const& statement : macro.statements) {
        if (auto const* each = std::get_if<rules::Each>(&statement.what)) {
            auto const words = parameter(macro, each->list.name, rules::ArgumentType::words);
            auto const found = parameter(macro, "found", rules::ArgumentType::shell);
            auto const missing = parameter(macro, "missing", rules::ArgumentType::shell);
            return words && found && missing ? std::optional(Loop{*words, *found, *missing}) : std::nullopt;
        }
    }
    return std::nullopt;
}

void set_words(m4::Expanded& argument, std::string words) {
    Location const begin = argument.location(0);
    argument = {std::move(words), {{0, begin}}};
}

// The first word's check stays in its place, and makes the others' where it fails.
void split(m4::Program& program, std::size_t index, Loop const& loop) {
    m4::Call first = program.calls[index];
    std::vector<std::string> const words = split_words(first.arguments[loop.words].text);
    std::optional<std::size_t> const end = last_break(first.arguments[loop.found].text);
    bool const is_literal = first.arguments[loop.words].text.find_first_of("$`") == std::string::npos;
    if (!end || words.empty() || !is_literal) {
        return;
    }
    if (words.size() > 1) {
        m4::Call others = first;
        set_words(others.arguments[loop.words], join({words.begin() + 1, words.end()}, " "));
        first.arguments.resize(std::max(first.arguments.size(), loop.missing + 1));
        m4::Expanded& missing = first.arguments[loop.missing];
        if (missing.text.empty()) {
            missing.origins = {{0, first.span.begin}};
        }
        missing.text += fmt::format("\n{}{}{}\n", m4::call_begin, program.calls.size(), m4::call_end);
        program.calls.push_back(std::move(others));
    }
    set_words(first.arguments[loop.words], words.front());
    first.arguments[loop.found].text.erase(*end);
    program.calls[index] = std::move(first);
}

}  // namespace

m4::Program with_checks_in_turn(m4::Program program, RuleBook const& rules) {
    for (std::size_t i = 0; i < program.calls.size(); ++i) {
        rules::Macro const* macro = rules.macro(program.calls[i].name);
        std::optional<Loop> const loop = macro == nullptr ? std::nullopt : loop_of(*macro);
        if (loop && program.calls[i].arguments.size() > std::max(loop->words, loop->found)) {
            split(program, i, *loop);
        }
    }
    return program;
}

}  // namespace am2cmake::mapper
