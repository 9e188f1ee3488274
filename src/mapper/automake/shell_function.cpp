// $(shell ...) of a Makefile.am: the part of MakefileVariables that tells what text programs print of files of the
// tree.

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
std::optional<Words> MakefileVariables::expand_shell(automake::FunctionCall const& call) {
    std::string command;
    for (model::When<model::Text> const& word : expand(call.arguments.front(), Condition::always())) {
        if (!word.when.is_always()) {
            return {};
        }
        command += (command.empty() ? "" : " ") + encoded(word.value);
    }
    std::optional<std::string> const printed =
        printed_by(replace_all(command, "$$", "$"), [&](std::string const& name) -> std::optional<std::string> {
            std::optional<TreePath> const path = tree_path(decoded(name, call.span), makefile_.directory);
            std::optional<Source> const source =
                path && path->side != TreePath::Side::build ? tree_.read(path->path) : std::nullopt;
            return source ? std::optional<std::string>(source->text) : std::nullopt;
        });
    if (!printed) {
        return {};
    }
    Words words;
    for (std::string const& word : split_words(*printed)) {
        words.push_back({decoded(word, call.span), Condition::always(), call.span});
    }
    return words;
}

}  // namespace am2cmake::mapper
