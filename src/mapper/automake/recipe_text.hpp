#pragma once
// The text of recipes: make's references followed, and what a POSIX shell would see as words and operators.

#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// What `$@`, `$^` and `$*` stand for.
struct RuleFiles {
    model::Text target;
    std::vector<model::Text> prerequisites;
    std::string stem;
};

// A case in which a recipe is read: values of variables may depend on conditionals.
struct RecipeCase {
    model::Condition given;
    std::optional<model::Condition> undecided;  // what must be known as well before the recipe can be read

    // Whether that is so here; false and `undecided` set where it isn't known.
    bool holds(model::Condition const& when);
};

// A line of a recipe, as the shell gets it. Nothing where it isn't known, or where only make can do what it asks for.
std::optional<model::Text> expanded_recipe(DirectoryContext const& context, automake::RecipeLine const& line,
                                           RuleFiles const& files, RecipeCase& in_case);

struct ShellWord {
    bool is_operator = false;  // && ; < > >>
    model::Text text;
};

// Nothing if it takes more than quoted words, `&&`, `;` and redirections of standard input and output.
std::optional<std::vector<ShellWord>> shell_words(model::Text const& line);

// One command with its redirections.
struct SimpleCommand {
    std::vector<model::Text> words;
    std::optional<model::Text> input;
    std::optional<model::Text> output;
    bool appends = false;
};

// The commands of a line, each to run if those before it succeed. Nothing if a file is missing behind < or >.
std::optional<std::vector<SimpleCommand>> simple_commands(std::vector<ShellWord> const& words);

bool is_option(model::Text const& word);

// "" where configure computes it.
std::string constant_value(model::Text const& word);

}  // namespace am2cmake::mapper
