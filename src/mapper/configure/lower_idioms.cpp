// Commands that every configure.ac uses in one of a few shapes.

#include <fmt/format.h>

#include <algorithm>

#include "base/words.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/shell_text.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;

bool is_parameter(shell::Word const& word, std::string_view name) {
    std::optional<Symbolic> const parts = symbolic(word);
    return parts && single_variable(*parts) == name;
}

// The flags of `$CC FLAGS -c -o /dev/null -xc /dev/null`: an empty source, compiled to learn whether flags are known.
std::optional<std::vector<std::string>> flags_of_empty_compilation(shell::Simple const& command) {
    std::vector<std::string> flags;
    bool reads_nothing = false;
    for (std::size_t i = 1; i < command.words.size(); ++i) {
        std::optional<std::string> const word = constant_word(command.words[i]);
        if (!word) {
            return std::nullopt;
        }
        if (*word == "-o" || *word == "-x") {
            ++i;
        } else if (*word == "/dev/null") {
            reads_nothing = true;
        } else if (*word != "-c" && *word != "-S" && *word != "-E" && *word != "-xc" && *word != "-xc++") {
            flags.push_back(*word);
        }
    }
    return reads_nothing && !flags.empty() ? std::optional(flags) : std::nullopt;
}

std::vector<model::Text> lines_of(model::Text const& text) {
    std::vector<model::Text> lines(1);
    for (model::Piece const& piece : text.pieces) {
        if (piece.kind != model::Piece::Kind::literal) {
            lines.back().pieces.push_back(piece);
            continue;
        }
        std::vector<std::string> const parts = split(piece.text, '\n');
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0) {
                lines.emplace_back();
            }
            lines.back().append(parts[i]);
        }
    }
    return lines;
}

}  // namespace

std::optional<Condition> ConfigureLowering::command_condition(shell::Simple const& command) {
    if (command.words.empty()) {
        return std::nullopt;
    }
    std::optional<std::string> const name = constant_word(command.words.front());
    if (name == ":" || name == "true") {
        return Condition::always();
    }
    if (name == "false") {
        return Condition::never();
    }
    // `if $enabled`: the variable holds the command true or false.
    std::optional<Symbolic> const word = symbolic(command.words.front());
    std::string const variable = word ? single_variable(*word) : std::string{};
    if (!variable.empty() && command.words.size() == 1) {
        std::optional<std::set<std::string>> const values = possible_values(variable);
        bool const is_command = values && std::all_of(values->begin(), values->end(), [](std::string const& value) {
                                    return value == "true" || value == "false" || value.empty();
                                });
        return is_command ? std::optional(is_value(variable, "true", command.span)) : std::nullopt;
    }
    bool const is_c = is_parameter(command.words.front(), "CC");
    if (!is_c && !is_parameter(command.words.front(), "CXX")) {
        return std::nullopt;
    }
    std::optional<std::vector<std::string>> const flags = flags_of_empty_compilation(command);
    if (!flags) {
        return std::nullopt;
    }
    using Argument = model::Call::Argument;
    std::string const result =
        fresh_result("HAVE_" + cpp_name(flags->front().substr(flags->front().find_first_not_of('-'))));
    model::Call call{
        "check_compiler_flags", {{model::Text::literal(result), Argument::Form::unquoted}}, {result}, {}, true};
    for (std::string const& flag : *flags) {
        call.arguments.push_back({model::Text::literal(flag, command.span), Argument::Form::automatic});
    }
    if (!is_c) {
        call.arguments.push_back({model::Text::literal("LANGUAGE"), Argument::Form::unquoted});
        call.arguments.push_back({model::Text::literal("CXX"), Argument::Form::unquoted});
    }
    emit({std::move(call), command.span});
    return Condition::of(model::Truth{result});
}

bool appends_definitions(shell::Simple const& command) {
    auto const& given = command.redirections;
    auto const appends = [](shell::Redirection const& each) {
        return each.operation == ">>" && constant_word(each.target) == "confdefs.h";
    };
    auto const has_body = [](shell::Redirection const& each) { return !each.body.empty(); };
    std::optional<std::string> const name = command.words.empty() ? std::nullopt : constant_word(command.words.front());
    bool const echoes = name == "echo" && command.words.size() == 2 && given.size() == 1;
    bool const copies = name == "cat" && command.words.size() == 1 && given.size() == 2 &&
                        std::any_of(given.begin(), given.end(), has_body);
    return (echoes || copies) && std::any_of(given.begin(), given.end(), appends);
}

// What AC_DEFINE does, done by hand: lines of `#define NAME value` for confdefs.h.
bool ConfigureLowering::lower_definitions(shell::Simple const& command) {
    if (!appends_definitions(command)) {
        return false;
    }
    auto const document = std::find_if(command.redirections.begin(), command.redirections.end(),
                                       [](shell::Redirection const& each) { return !each.body.empty(); });
    bool const has_document = document != command.redirections.end();
    std::optional<model::Text> const text = this->text(has_document ? document->body.front() : command.words.back());
    std::vector<model::Step> defines;
    for (model::Text const& line : text ? lines_of(*text) : std::vector<model::Text>{}) {
        static constexpr std::string_view begin = "#define ";
        std::string const first = line.empty() || line.pieces.front().kind != model::Piece::Kind::literal
                                      ? std::string{}
                                      : line.pieces.front().text;
        if (line.empty()) {
            continue;
        }
        if (!first.starts_with(begin)) {
            return false;
        }
        std::size_t const end = std::min(first.find(' ', begin.size()), first.size());
        bool const is_whole = end < first.size() || line.pieces.size() == 1;
        if (!is_whole || end == begin.size()) {
            return false;
        }
        model::Text value = line;
        value.pieces.front().text.erase(0, end + (end < first.size() ? 1 : 0));
        if (value.pieces.front().text.empty()) {
            value.pieces.erase(value.pieces.begin());
        }
        defines.push_back({model::Define{first.substr(begin.size(), end - begin.size()), value}, command.span});
    }
    for (model::Step& define : defines) {
        emit(std::move(define));
    }
    return !defines.empty();
}

// `export X=y Z`, `unset X`
void ConfigureLowering::lower_environment(shell::Simple const& command, std::string const& name) {
    for (std::size_t i = 1; i < command.words.size(); ++i) {
        std::optional<std::string> const variable = constant_word(command.words[i]);
        if (!variable || variable->find('=') != std::string::npos || variable->starts_with('-')) {
            untranslated(code::untranslated_shell, command.span, fmt::format("{} of what a shell must read", name));
            return;
        }
        if (name == "unset") {
            assign(*variable, {}, command.span);
            continue;
        }
        using Form = model::Call::Argument::Form;
        emit({model::Call{"set",
                          {{model::Text::literal("ENV{" + *variable + "}"), Form::unquoted},
                           {read(*variable, command.span), Form::quoted}},
                          {},
                          {},
                          false},
              command.span});
    }
}

void ConfigureLowering::lower_simple(shell::Simple const& command) {
    std::optional<std::string> const name = constant_word(command.words.front());
    if (name == ":" || name == "true") {
        // `: ${X=default}` sets X where it is not set yet.
        for (std::size_t i = 1; i < command.words.size(); ++i) {
            for (shell::WordPart const& part : command.words[i].parts) {
                auto const* parameter = std::get_if<shell::Parameter>(&part);
                if (parameter != nullptr && parameter->operation.ends_with('=') && !parameter->argument.empty()) {
                    shell::Parameter chosen = *parameter;
                    chosen.operation = ":-";
                    assign_default(chosen, parameter->name, parameter->span);
                }
            }
        }
        return;
    }
    if (lower_file_command(*this, command) || lower_written_file(*this, command)) {
        return;
    }
    if (lower_definitions(command)) {
        return;
    }
    if (std::optional<shell::Script> const script = evaluated(command)) {
        lower(*script);
        return;
    }
    if (name == "export" || name == "unset") {
        lower_environment(command, *name);
        return;
    }
    if (name == "echo" && command.redirections.empty()) {
        model::Text text;
        for (std::size_t i = 1; i < command.words.size(); ++i) {
            std::optional<model::Text> const word = this->text(command.words[i]);
            if (!word) {
                untranslated(code::untranslated_shell, command.span, "a message that only a shell can compute");
                return;
            }
            text.append(i > 1 ? " " : "");
            text.append(*word);
        }
        emit({model::Message{"STATUS", std::move(text), {}}, command.span});
        return;
    }
    if (name == "set"     ? set_positional_parameters(command)
        : name == "shift" ? shift_positional_parameters(command)
                          : lower_jump(command, name.value_or(""))) {
        return;
    }
    untranslated(code::untranslated_shell, command.span,
                 fmt::format("the command '{}' is run by configure; say in CMake what it does", name.value_or("...")));
}

}  // namespace am2cmake::mapper
