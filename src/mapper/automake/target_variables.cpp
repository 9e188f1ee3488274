#include "mapper/automake/target_variables.hpp"

#include <algorithm>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/rule_names.hpp"
#include "mapper/automake/shell_quoting.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Text;
using model::When;
using model::Words;

bool is_compile_flags(automake::Assignment const& assignment) {
    static std::set<std::string> const names{"CFLAGS",    "CXXFLAGS",    "CPPFLAGS",
                                             "AM_CFLAGS", "AM_CXXFLAGS", "AM_CPPFLAGS"};
    auto const* name =
        assignment.name.parts.size() == 1 ? std::get_if<automake::Text>(&assignment.name.parts.front()) : nullptr;
    return name != nullptr && names.contains(name->text) && assignment.operation == "+=";
}

// Automake: `libfoo_la-fast.lo` is fast.c of libfoo.la, which has flags of its own.
bool compiles_to(BuiltTarget const& built, std::string const& source, std::string const& object) {
    std::string const stem = source.substr(0, source.rfind('.'));
    std::size_t const slash = stem.rfind('/') + 1;
    std::string const own = stem.substr(0, slash) + built.canonical() + "-" + stem.substr(slash);
    std::string const made = object.substr(0, object.rfind('.'));
    return made == stem || made == own;
}

std::vector<Text> sources_of(DirectoryContext const& context, std::string const& object) {
    std::vector<Text> sources;
    for (BuiltTarget const& built : context.targets) {
        for (std::string const prefix : {"", "dist_", "nodist_"}) {
            for (When<Text> const& word : context.variables.value(prefix + built.canonical() + "_SOURCES")) {
                std::optional<TreePath> const path = tree_path(word.value, context.directory());
                if (path && compiles_to(built, path->path, object)) {
                    Text const source = located(context, word.value, prefix == "nodist_");
                    if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
                        sources.push_back(source);
                    }
                }
            }
        }
    }
    return sources;
}

bool map_variable(DirectoryContext const& context, automake::TargetVariable const& variable, Condition const& when,
                  PlacedItems& items) {
    model::DirectoryCall call{"set_property", {Text::literal("SOURCE")}, when, variable.span};
    if (!is_compile_flags(variable.assignment)) {
        return false;
    }
    for (When<Text> const& target : context.variables.expand(variable.targets, when)) {
        std::string const path = path_of(target.value, context.directory());
        std::vector<Text> const sources = sources_of(context, path);
        if (!is_object(path) || !implies(when, target.when)) {
            return false;
        }
        call.arguments.insert(call.arguments.end(), sources.begin(), sources.end());
    }
    for (std::string const word : {"APPEND", "PROPERTY", "COMPILE_OPTIONS"}) {
        call.arguments.push_back(Text::literal(word));
    }
    for (When<Text> const& flag : unquoted(context.variables.expand(variable.assignment.words, when), context.ledger)) {
        if (!implies(when, flag.when)) {
            return false;
        }
        call.arguments.push_back(flag.value);
    }
    items.add(variable.span.begin, std::move(call));
    return true;
}

}  // namespace

std::set<std::size_t> map_target_variables(DirectoryContext const& context, PlacedItems& items) {
    std::set<std::size_t> translated;
    std::vector<PlacedStatement> const& statements = context.makefile.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        auto const* variable = std::get_if<automake::TargetVariable>(&statements[i].statement);
        if (variable != nullptr && map_variable(context, *variable, statements[i].when, items)) {
            translated.insert(i);
        }
    }
    return translated;
}

}  // namespace am2cmake::mapper
