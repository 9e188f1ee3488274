// $(shell ...) of a Makefile.am, and `...` in its flags: the part of MakefileVariables that tells what text programs
// print of files of the tree.

#include "base/words.hpp"
#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/make_functions.hpp"
#include "mapper/automake/makefile_variables.hpp"
#include "mapper/automake/tree_path.hpp"
#include "parser/printed_text.hpp"

namespace am2cmake::mapper {

using model::Condition;
using model::Words;

// Nothing is run: only what printed_by() can tell has a value, and any other command none.
std::optional<Words> MakefileVariables::printed(std::string const& command, Span span) {
    std::optional<std::string> const text =
        printed_by(replace_all(command, "$$", "$"), [&](std::string const& name) -> std::optional<std::string> {
            std::optional<TreePath> const path = tree_path(decoded(name, span), makefile_.directory);
            std::optional<Source> const source =
                path && path->side != TreePath::Side::build ? tree_.read(path->path) : std::nullopt;
            return source ? std::optional<std::string>(source->text) : std::nullopt;
        });
    if (!text) {
        return {};
    }
    Words words;
    for (std::string const& word : split_words(*text)) {
        words.push_back({decoded(word, span), Condition::always(), span});
    }
    return words;
}

std::optional<Words> MakefileVariables::expand_shell(automake::FunctionCall const& call) {
    std::string command;
    for (model::When<model::Text> const& word : expand(call.arguments.front(), Condition::always())) {
        if (!word.when.is_always()) {
            return {};
        }
        command += (command.empty() ? "" : " ") + encoded(word.value);
    }
    return printed(command, call.span);
}

// `-version-info `cat version``: the words from one backquote to the next are a command.
Words MakefileVariables::with_printed_commands(Words const& words) {
    Words made;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string command = encoded(words[i].value);
        std::size_t end = i;
        while (command.starts_with('`') && (command.size() == 1 || !command.ends_with('`')) && end + 1 < words.size() &&
               words[end + 1].when == words[i].when) {
            command += " " + encoded(words[++end].value);
        }
        bool const is_command = command.size() > 2 && command.starts_with('`') && command.ends_with('`');
        auto text = is_command ? printed(command.substr(1, command.size() - 2), words[i].from) : std::nullopt;
        if (!text) {
            made.push_back(words[i]);
            continue;
        }
        for (model::When<model::Text>& word : *text) {
            word.when = words[i].when;
            made.push_back(std::move(word));
        }
        i = end;
    }
    return made;
}

}  // namespace am2cmake::mapper
