#include "mapper/automake/makefile_recipes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/words.hpp"
#include "mapper/automake/makefile_tests.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Test;
using model::Text;
using model::When;

// Within a recipe the parser leaves references as they are.
std::optional<automake::Word> parsed_word(std::string const& text, Span span) {
    automake::Word word{span, {}};
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const dollar = std::min(text.find('$', at), text.size());
        if (dollar > at) {
            word.parts.push_back(automake::Text{span, text.substr(at, dollar - at)});
        }
        at = dollar;
        if (at == text.size()) {
            break;
        }
        char const open = at + 1 < text.size() ? text[at + 1] : '\0';
        std::size_t const end = text.find(open == '(' ? ')' : '}', at);
        if ((open != '(' && open != '{') || end == std::string::npos) {
            return {};
        }
        std::string const name = text.substr(at + 2, end - at - 2);
        bool const plain =
            std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
        if (!plain) {
            return {};
        }
        automake::VariableReference reference{span, {}, false, {}, {}};
        reference.name.push_back({span, {automake::Text{span, name}}});
        word.parts.push_back(std::move(reference));
        at = end + 1;
    }
    return word;
}

std::string unique_test_name(std::vector<Test> const& tests, std::string const& name) {
    auto const same = [&](Test const& test) { return test.name == name || test.name.starts_with(name + "_"); };
    auto const count = std::count_if(tests.begin(), tests.end(), same);
    return count == 0 ? name : fmt::format("{}_{}", name, count + 1);
}

}  // namespace

std::optional<std::vector<Text>> plain_command(DirectoryContext const& context, automake::RecipeLine const& line) {
    std::string text = replace_all(std::string(trim(line.text)), "\\\n", " ");
    text.erase(0, std::min(text.find_first_not_of("@+ \t"), text.size()));
    if (text.find_first_of("|&;<>`'\"\\*?~#!") != std::string::npos || text.starts_with('-')) {
        return {};
    }
    std::vector<Text> command;
    for (std::string const& each : split_words(text)) {
        std::optional<automake::Word> const word = parsed_word(each, line.span);
        if (!word) {
            return {};
        }
        for (When<Text>& expanded : context.variables.expand({*word}, Condition::always())) {
            if (!expanded.when.is_always()) {
                return {};
            }
            command.push_back(std::move(expanded.value));
        }
    }
    return command;
}

std::optional<std::vector<Test>> tests_of_recipe(DirectoryContext const& context, automake::Rule const& rule,
                                                 Condition const& when) {
    std::vector<Test> tests;
    for (automake::RecipeLine const& line : rule.recipe) {
        std::optional<std::vector<Text>> const command = plain_command(context, line);
        if (!command) {
            return {};
        }
        if (command->empty()) {
            continue;
        }
        Text const program = without_exe_suffix(command->front());
        Test test;
        test.target = program_at(context, program);
        std::optional<TreePath> const path = tree_path(program, context.directory());
        if (test.target.empty() || !path) {
            return {};
        }
        test.name = unique_test_name(tests, path->path.substr(path->path.rfind('/') + 1));
        test.arguments.assign(command->begin() + 1, command->end());
        test.when = conjunction(when, built_when(context, test.target));
        test.from = line.span;
        tests.push_back(std::move(test));
    }
    return tests.empty() ? std::nullopt : std::optional{tests};
}

}  // namespace am2cmake::mapper
