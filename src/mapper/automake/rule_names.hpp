#pragma once
// What the names in rules say: files, goals of Automake, patterns; and which files are wanted.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// Relative to the top, as far as that can be said.
std::string path_of(model::Text const& word, std::string const& directory);
std::vector<std::string> paths_of(std::vector<automake::Word> const& words, Makefile const& makefile,
                                  MakefileVariables& variables);

// Of suffix and pattern rules, relative to the top: what it makes files of, and what it makes. `d/%.c`, `d/%.o`
using Pattern = std::pair<std::string, std::string>;
std::vector<Pattern> patterns_of(std::vector<std::string> const& targets,
                                 std::vector<std::string> const& prerequisites);

bool is_object(std::string const& path);     // .o, .lo
bool is_special(std::string const& target);  // .PHONY

// A rule without a recipe, or with `@true` or `:` for one: its targets are made along with what it names.
bool does_nothing(automake::Rule const& rule);

// The prerequisites but for `.dirstamp`, with which Automake makes folders for objects; CMake makes them itself.
model::Words without_dirstamps(model::Words words);

// The targets of Automake that a rule may extend; what hangs on the others is for maintainers only.
bool is_goal(std::string const& name);

// What the rules make.
MadeByRules made_by_rules(Makefile const& makefile, MakefileVariables& variables);

// Files and names, relative to the top, that `make all`, `make install` and `make check` want of this directory.
std::set<std::string> wanted_files(Makefile const& makefile, MakefileVariables& variables,
                                   std::vector<BuiltTarget> const& targets);

// When `make all` and `make check` ask for a file by name; what they need for it is not in it.
struct Wanted {
    model::Condition by_all = model::Condition::never();
    model::Condition by_check = model::Condition::never();
};
std::map<std::string, Wanted> wanted_by_goals(DirectoryContext const& context);

}  // namespace am2cmake::mapper
