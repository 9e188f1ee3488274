#include "mapper/automake/test_environment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "mapper/automake/make_functions.hpp"
#include "mapper/automake/shell_quoting.hpp"

namespace am2cmake::mapper {
namespace {

using model::Text;
using model::When;
using model::Words;

std::size_t name_length(std::string_view text) {
    auto const other = [](unsigned char c) { return std::isalnum(c) == 0 && c != '_'; };
    return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), other) - text.begin());
}

bool take_last(Text& text, char c) {
    if (text.empty() || text.pieces.back().kind != model::Piece::Kind::literal || text.pieces.back().text.back() != c) {
        return false;
    }
    text.pieces.back().text.pop_back();
    if (text.pieces.back().text.empty()) {
        text.pieces.pop_back();
    }
    return true;
}

// `PATH="dir:$$PATH"` puts a directory before those that are there, `PATH="$$PATH:dir"` behind them.
std::optional<std::pair<std::string, Text>> changed_path(Text word) {
    take_last(word, ';');
    std::string const begin = word.empty() || word.pieces.front().kind != model::Piece::Kind::literal
                                  ? std::string{}
                                  : word.pieces.front().text;
    std::size_t const length = name_length(begin);
    if (length == 0 || length == begin.size() || begin[length] != '=') {
        return {};
    }
    std::string const name = begin.substr(0, length);
    std::string value = encoded(word).substr(length + 1);
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    std::string operation;
    for (std::string const& old : {"$$" + name, "$${" + name + "}"}) {
        if (value.ends_with(":" + old)) {
            operation = "path_list_prepend:";
            value.erase(value.size() - old.size() - 1);
        } else if (value.starts_with(old + ":")) {
            operation = "path_list_append:";
            value.erase(0, old.size() + 1);
        }
    }
    if (operation.empty() || value.find_first_of("\"'`$\\") != std::string::npos) {
        return {};
    }
    return std::pair{name, decoded(operation + value, word.from)};
}

Words without_changed_paths(Words const& words, TestEnvironment& surroundings) {
    Words rest;
    for (When<Text> const& word : words) {
        auto changed = word.when.is_always() ? changed_path(word.value) : std::nullopt;
        changed ? surroundings.changed_paths.push_back(*std::move(changed)) : rest.push_back(word);
    }
    return rest;
}

// `NAME=value` words, `export NAME;` statements, and a command at the end.
void add_environment(DirectoryContext const& context, std::string const& variable, TestEnvironment& surroundings) {
    Words const words = without_changed_paths(context.variables.value(variable), surroundings);
    if (is_shell_program(words)) {
        context.ledger.report(code::untranslated_variable, context.variables.first_assignment(variable),
                              fmt::format("{} is a program of the shell: it is not translated", variable));
        return;
    }
    bool exported = false;
    for (When<Text> word : unquoted(words, context.ledger)) {
        if (!word.when.is_always()) {
            context.ledger.report(code::untranslated_variable, word.from,
                                  "what surrounds a test depends on a conditional here, but is taken as always given");
        }
        bool const ends = take_last(word.value, ';');
        std::string const begin = word.value.empty() || word.value.pieces.front().kind != model::Piece::Kind::literal
                                      ? std::string{}
                                      : word.value.pieces.front().text;
        std::size_t const length = name_length(begin);
        bool const sets = length > 0 && length < begin.size() && begin[length] == '=';
        if (sets && surroundings.command.empty()) {
            Text value = word.value;
            value.pieces.front().text.erase(0, length + 1);
            if (value.pieces.front().text.empty()) {
                value.pieces.erase(value.pieces.begin());
            }
            surroundings.variables.emplace_back(begin.substr(0, length), std::move(value));
        } else if (word.value == Text::literal("export")) {
            exported = true;
        } else if (!word.value.empty() && !exported) {
            surroundings.command.push_back(word.value);
        }
        exported = exported && !ends;
    }
}

}  // namespace

TestEnvironment test_environment(DirectoryContext const& context) {
    TestEnvironment surroundings;
    add_environment(context, "AM_TESTS_ENVIRONMENT", surroundings);
    if (!surroundings.command.empty()) {
        context.ledger.report(code::untranslated_variable, context.variables.first_assignment("AM_TESTS_ENVIRONMENT"),
                              "expected statements that set and export variables, each with a ';' behind it");
        surroundings.command.clear();
    }
    add_environment(context, "TESTS_ENVIRONMENT", surroundings);
    return surroundings;
}

}  // namespace am2cmake::mapper
