#include "mapper/automake/makefile_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "mapper/automake/listing.hpp"
#include "mapper/automake/makefile_recipes.hpp"
#include "mapper/automake/recipe_commands.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Text;
using model::UntranslatedStatement;
using model::When;
using model::Words;

// Relative to the top, as far as that can be said.
std::string path_of(Text const& word, std::string const& directory) {
    Text const text = without_exe_suffix(word);
    std::optional<TreePath> const path = tree_path(text, directory);
    return path ? path->path : cmake_text(text);
}

std::vector<std::string> paths_of(std::vector<automake::Word> const& words, Makefile const& makefile,
                                  MakefileVariables& variables) {
    std::vector<std::string> paths;
    for (When<Text> const& word : variables.expand(words, Condition::always())) {
        paths.push_back(path_of(word.value, makefile.directory));
    }
    return paths;
}

// ".c.o" is {".c", ".o"}; nothing if it is no suffix rule.
std::optional<std::pair<std::string, std::string>> suffix_rule(std::string const& target) {
    std::string const name = target.substr(target.rfind('/') + 1);
    std::size_t const second = name.find('.', 1);
    if (!name.starts_with('.') || second == std::string::npos || second + 1 == name.size()) {
        return {};
    }
    return std::pair{name.substr(0, second), name.substr(second)};
}

bool is_object(std::string const& ending) {
    return ending == ".o" || ending == ".lo" || ending == ".obj";
}

bool is_special(std::string const& target) {
    std::string const name = target.substr(target.rfind('/') + 1);
    return name.size() > 1 && name.front() == '.' && std::isupper(static_cast<unsigned char>(name[1])) != 0;
}

std::string after_percent(std::string const& pattern) {
    std::size_t const percent = pattern.find('%');
    return percent == std::string::npos ? std::string{} : pattern.substr(percent + 1);
}

std::vector<std::pair<std::string, std::string>> endings_of(std::vector<std::string> const& targets,
                                                            std::vector<std::string> const& prerequisites) {
    std::vector<std::pair<std::string, std::string>> endings;
    for (std::string const& target : targets) {
        if (std::optional<std::pair<std::string, std::string>> const suffixes = suffix_rule(target)) {
            endings.push_back(*suffixes);
        } else if (target.find('%') != std::string::npos && !prerequisites.empty()) {
            endings.emplace_back(after_percent(prerequisites.front()), after_percent(target));
        }
    }
    return endings;
}

// The targets of Automake that a rule may extend; what hangs on the others is for maintainers only.
bool is_goal(std::string const& name) {
    static std::set<std::string> const goals{"all",
                                             "all-am",
                                             "all-local",
                                             "check",
                                             "check-am",
                                             "check-local",
                                             "install",
                                             "install-am",
                                             "install-exec",
                                             "install-data",
                                             "install-exec-local",
                                             "install-data-local",
                                             "install-exec-hook",
                                             "install-hook",
                                             "install-data-hook"};
    return goals.contains(name);
}

// One directory's rules, and which of them are needed.
class Rules {
public:
    Rules(DirectoryContext const& context, std::set<std::string> const& wanted, PlacedItems& items)
        : context_(context), wanted_(wanted), items_(items) {
        std::vector<PlacedStatement> const& statements = context.makefile.statements;
        for (std::size_t i = 0; i < statements.size(); ++i) {
            if (auto const* rule = std::get_if<automake::Rule>(&statements[i].statement)) {
                std::size_t const last = last_of_rule(i);
                rules_.push_back({rule, i, last, paths_of(rule->targets, context.makefile, context.variables),
                                  paths_of(rule->prerequisites, context.makefile, context.variables)});
                i = last;
            }
        }
        find_needed();
    }

    void map() {
        for (Entry const& entry : rules_) {
            map_rule(entry);
        }
    }

    // Whether the statement is part of a rule.
    bool holds(std::size_t statement) const {
        return std::any_of(rules_.begin(), rules_.end(), [statement](Entry const& entry) {
            return entry.first <= statement && statement <= entry.last;
        });
    }

private:
    struct Entry {
        automake::Rule const* rule;
        std::size_t first;  // of its statements: conditionals of GNU make part a recipe
        std::size_t last;
        std::vector<std::string> targets;
        std::vector<std::string> prerequisites;
        bool needed = false;
    };

    // The parser gives what follows a conditional within a recipe as a rule without targets.
    std::size_t last_of_rule(std::size_t first) const {
        std::vector<PlacedStatement> const& statements = context_.makefile.statements;
        std::size_t last = first;
        for (std::size_t next = first + 1; next < statements.size(); ++next) {
            auto const* rule = std::get_if<automake::Rule>(&statements[next].statement);
            auto const* conditional = std::get_if<automake::GnuConditional>(&statements[next].statement);
            if (conditional == nullptr && (rule == nullptr || !rule->targets.empty())) {
                break;
            }
            if (rule != nullptr || (last > first && conditional->text.starts_with("endif"))) {
                last = next;
            }
        }
        return last;
    }

    std::string local_name(std::string const& path) const {
        std::string const inside = context_.directory().empty() ? "" : context_.directory() + "/";
        return path.starts_with(inside) ? path.substr(inside.size()) : path;
    }

    bool makes_wanted(Entry const& entry) const {
        auto const wanted = [&](std::string const& target) {
            return is_goal(local_name(target)) || wanted_.contains(target);
        };
        if (std::any_of(entry.targets.begin(), entry.targets.end(), wanted)) {
            return true;
        }
        auto const endings = endings_of(entry.targets, entry.prerequisites);
        return std::any_of(endings.begin(), endings.end(), [&](auto const& each) {
            return std::any_of(wanted_.begin(), wanted_.end(),
                               [&](std::string const& file) { return can_make(each.first, each.second, file); });
        });
    }

    // A suffix rule makes the file, or an object of a target from it.
    bool can_make(std::string const& from, std::string const& to, std::string const& file) const {
        if (is_object(to)) {
            return file.ends_with(from);
        }
        return !context_.facts.configured_files.contains(file) && makes_from(context_, file, from, to);
    }

    void find_needed() {
        for (bool more = true; more;) {
            more = false;
            for (Entry& entry : rules_) {
                if (!entry.needed && makes_wanted(entry)) {
                    entry.needed = true;
                    more = true;
                    wanted_.insert(entry.prerequisites.begin(), entry.prerequisites.end());
                }
            }
        }
    }

    // CMake knows how resources of Windows are compiled: .rc is a suffix of a language.
    static bool compiles_resources(Entry const& entry) {
        auto const endings = endings_of(entry.targets, entry.prerequisites);
        return !endings.empty() && endings.size() == entry.targets.size() &&
               std::all_of(endings.begin(), endings.end(),
                           [](auto const& ending) { return ending.first == ".rc" && is_object(ending.second); });
    }

    void map_rule(Entry const& entry) {
        bool const special = std::all_of(entry.targets.begin(), entry.targets.end(), is_special);
        if ((entry.rule->recipe.empty() && entry.first == entry.last) || special) {
            return;
        }
        if (compiles_resources(entry)) {
            return;
        }
        bool const check = std::any_of(entry.targets.begin(), entry.targets.end(), [&](std::string const& target) {
            return local_name(target) == "check" || local_name(target) == "check-local";
        });
        if (check && entry.first == entry.last) {
            if (auto const tests =
                    tests_of_recipe(context_, *entry.rule, context_.makefile.statements[entry.first].when)) {
                for (model::Test const& test : *tests) {
                    items_.add(entry.rule->span.begin, test);
                }
                return;
            }
        }
        if (entry.needed && translate(entry)) {
            return;
        }
        std::string const name = entry.targets.empty() ? "" : local_name(entry.targets.front());
        leave_out(entry, entry.needed ? code::untranslated_rule : code::maintainer_rule,
                  entry.needed ? fmt::format("no translation for the rule that makes {}", name)
                               : fmt::format("{}: nothing that is built, installed or tested needs this rule", name));
    }

    // The recipe as commands of CMake; false if one of its commands has no portable form.
    bool translate(Entry const& entry) {
        bool const goal = std::any_of(entry.targets.begin(), entry.targets.end(),
                                      [&](std::string const& target) { return is_goal(local_name(target)); });
        if (goal || entry.first != entry.last || entry.targets.empty()) {
            return false;
        }
        auto const recipe = translate_recipe(context_, *entry.rule, entry.targets,
                                             context_.makefile.statements[entry.first].when);
        if (!recipe) {
            return false;
        }
        for (auto const& item : recipe->items) {
            std::visit([&](auto const& each) { items_.add(entry.rule->span.begin, each); }, item);
        }
        if (recipe->needs_shell) {
            context_.ledger.report(code::untranslated_rule, entry.rule->span,
                                   fmt::format("sh runs what makes {}: Windows needs one for it",
                                               local_name(entry.targets.front())));
        }
        return true;
    }

    void leave_out(Entry const& entry, Code code, std::string const& reason) {
        std::vector<PlacedStatement> const& statements = context_.makefile.statements;
        Span const span{entry.rule->span.begin, automake::span_of(statements[entry.last].statement).end};
        context_.ledger.report(code, span, reason);
        for (std::size_t i = entry.first; i <= entry.last && code.needs_you; ++i) {
            context_.ledger.not_understood(automake::span_of(statements[i].statement));
        }
        items_.add(span.begin, UntranslatedStatement{text_of(statements[entry.first].source, span),
                                                     std::string(code.id), reason, span});
    }

    DirectoryContext const& context_;
    std::set<std::string> wanted_;
    PlacedItems& items_;
    std::vector<Entry> rules_;
};

// Statements that only make itself understands.
std::optional<std::string> what_make_does(automake::Statement const& statement, MakefileVariables const& variables) {
    if (std::holds_alternative<automake::GnuConditional>(statement)) {
        return "no translation for conditionals of GNU make";
    }
    if (auto const* define = std::get_if<automake::Define>(&statement)) {
        return variables.referenced(define->name) ? std::optional{"no translation for define"} : std::nullopt;
    }
    if (std::holds_alternative<automake::Expansion>(statement)) {
        return "no translation for a statement that make computes";
    }
    if (std::holds_alternative<automake::TargetVariable>(statement)) {
        return "no translation for a variable of one target";
    }
    if (auto const* directive = std::get_if<automake::Directive>(&statement)) {
        return "no translation for the directive " + directive->keyword;
    }
    if (std::holds_alternative<automake::Verbatim>(statement)) {
        return "the statement can't be read";
    }
    return {};
}

void add_words(std::set<std::string>& files, Makefile const& makefile, Words const& words) {
    for (When<Text> const& word : words) {
        files.insert(path_of(word.value, makefile.directory));
    }
}

}  // namespace

MadeByRules made_by_rules(Makefile const& makefile, MakefileVariables& variables) {
    MadeByRules made;
    for (PlacedStatement const& placed : makefile.statements) {
        auto const* rule = std::get_if<automake::Rule>(&placed.statement);
        if (rule == nullptr || (rule->recipe.empty() && rule->prerequisites.empty())) {
            continue;
        }
        std::vector<std::string> const targets = paths_of(rule->targets, makefile, variables);
        auto const endings = endings_of(targets, paths_of(rule->prerequisites, makefile, variables));
        made.endings.insert(made.endings.end(), endings.begin(), endings.end());
        made.files.insert(targets.begin(), targets.end());
    }
    add_words(made.files, makefile, variables.value("BUILT_SOURCES"));
    return made;
}

std::set<std::string> wanted_files(Makefile const& makefile, MakefileVariables& variables,
                                   std::vector<BuiltTarget> const& targets) {
    std::set<std::string> files;
    for (std::string const& name : variables.names()) {
        std::optional<Listing> const listing = parse_listing(name);
        bool const wanted = listing && listing->directory != "EXTRA" && has_directory(*listing, variables);
        if (wanted || name == "BUILT_SOURCES" || name == "TESTS" || name == "LDADD") {
            add_words(files, makefile, variables.value(name));
        }
    }
    for (BuiltTarget const& target : targets) {
        files.insert(path_below(makefile.directory, target.word));
        std::string const name = target.canonical();
        for (std::string const& variable :
             {name + "_SOURCES", "nodist_" + name + "_SOURCES", "dist_" + name + "_SOURCES", name + "_LDADD",
              name + "_LIBADD", name + "_DEPENDENCIES"}) {
            add_words(files, makefile, variables.value(variable));
        }
    }
    return files;
}

void map_rules(DirectoryContext const& context, std::set<std::string> const& wanted, PlacedItems& items) {
    Rules rules{context, wanted, items};
    rules.map();
    std::vector<PlacedStatement> const& statements = context.makefile.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        std::optional<std::string> const reason = what_make_does(statements[i].statement, context.variables);
        if (!reason || rules.holds(i)) {
            continue;
        }
        Span const span = automake::span_of(statements[i].statement);
        Code const code = code::untranslated_rule;
        if (!std::holds_alternative<automake::Verbatim>(statements[i].statement)) {
            context.ledger.report(code, span, *reason);
        }
        items.add(span.begin,
                  UntranslatedStatement{text_of(statements[i].source, span), std::string(code.id), *reason, span});
    }
}

}  // namespace am2cmake::mapper
