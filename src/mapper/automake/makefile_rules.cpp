#include "mapper/automake/makefile_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/install_recipes.hpp"
#include "mapper/automake/make_functions.hpp"
#include "mapper/automake/makefile_recipes.hpp"
#include "mapper/automake/recipe_commands.hpp"
#include "mapper/automake/recipe_files.hpp"
#include "mapper/automake/rule_set.hpp"
#include "mapper/automake/shell_recipe.hpp"
#include "mapper/automake/target_variables.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Text;
using model::UntranslatedStatement;
using model::When;
using model::Words;

// What becomes of one directory's rules.
class Rules {
public:
    Rules(DirectoryContext const& context, RuleSet const& rules, PlacedItems& items)
        : context_(context), rules_(rules), items_(items) {}

    void map() {
        plan();
        for (RuleEntry const& entry : rules_.entries()) {
            map_rule(entry);
        }
    }

private:
    // CMake knows how resources of Windows are compiled: .rc is a suffix of a language.
    static bool compiles_resources(RuleEntry const& entry) {
        return entry.is_implicit() && std::all_of(entry.patterns.begin(), entry.patterns.end(), [](auto const& each) {
                   return each.first.ends_with(".rc") && is_object(each.second);
               });
    }

    void map_rule(RuleEntry const& entry) {
        bool const special = std::all_of(entry.targets.begin(), entry.targets.end(), is_special);
        if (special) {
            return;
        }
        if (auto const planned = recipes_.find(entry.first); planned != recipes_.end()) {
            add(entry, planned->second);
            return;
        }
        if (is_alias(entry)) {
            return;
        }
        if (compiles_resources(entry)) {
            return;
        }
        bool const check = std::any_of(entry.targets.begin(), entry.targets.end(), [&](std::string const& target) {
            return rules_.local_name(target) == "check" || rules_.local_name(target) == "check-local";
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
        if (entry.needed && (is_goal(entry) || installs(entry)) && translate_goal(entry, check)) {
            return;
        }
        std::string const name = entry.targets.empty() ? "" : rules_.local_name(entry.targets.front());
        if (is_made_elsewhere(entry)) {
            leave_out(entry, code::maintainer_rule, fmt::format("CMake knows how {} is made", name));
            return;
        }
        if (comes_with_sources(entry)) {
            leave_out(entry, code::maintainer_rule,
                      fmt::format("{} comes with the sources: it is not made anew", name));
            return;
        }
        leave_out(entry, entry.needed ? code::untranslated_rule : code::maintainer_rule,
                  entry.needed ? fmt::format("no translation for the rule that makes {}", name)
                               : fmt::format("{}: nothing that is built, installed or tested needs this rule", name));
    }

    // All recipes that make files, but for those that need what no other one makes.
    void plan() {
        for (RuleEntry const& entry : rules_.entries()) {
            if (!entry.needed || is_goal(entry) || installs(entry) || comes_with_sources(entry)) {
                continue;
            }
            if (auto recipe = is_alias(entry) ? translate_alias(entry) : translate(entry)) {
                recipes_.emplace(entry.first, *std::move(recipe));
            } else if (!is_alias(entry) && !entry.is_implicit() && !builds_target(entry)) {
                for (std::string const& target : entry.targets) {
                    lost_.insert(cmake_text(name_in_build(context_, target)));
                }
            }
        }
        while (std::erase_if(recipes_, [&](auto const& each) { return lacks_file(each.second); }) > 0) {
        }
    }

    // What it makes is lost as well.
    bool lacks_file(TranslatedRecipe const& recipe) {
        bool const lacks = std::any_of(recipe.items.begin(), recipe.items.end(), [&](auto const& item) {
            auto const* made = std::get_if<model::MadeFiles>(&item);
            return made != nullptr && std::any_of(made->depends.begin(), made->depends.end(),
                                                  [&](Text const& file) { return lost_.contains(cmake_text(file)); });
        });
        for (auto const& item : lacks ? recipe.items : std::vector<TranslatedRecipe::Item>{}) {
            if (auto const* made = std::get_if<model::MadeFiles>(&item)) {
                for (Text const& file : made->outputs) {
                    lost_.insert(cmake_text(file));
                }
            }
        }
        return lacks;
    }

    static bool is_alias(RuleEntry const& entry) { return does_nothing(*entry.rule) && entry.first == entry.last; }

    // A file that another rule makes along with a stamp: `table.h: table.stamp`.
    std::optional<TranslatedRecipe> translate_alias(RuleEntry const& entry) const {
        TranslatedRecipe all;
        for (std::string const& target : entry.targets) {
            bool const other = is_object(target) || target.find('%') != std::string::npos ||
                               context_.tree.is_file(target) || rules_.has_recipe(target) ||
                               rules_.has_instance(target);
            auto const instances =
                other || entry.is_implicit() || builds_target(entry) ? std::nullopt : rules_.instances_of(entry);
            if (instances && !instances->empty()) {
                RuleInstance alias = instances->front();
                alias.targets = {target};
                alias.recipe.clear();
                alias.order_only.clear();
                if (auto recipe = translate_recipe(context_, alias, when_of(entry))) {
                    all.add(*std::move(recipe));
                }
            }
        }
        return all.items.empty() ? std::nullopt : std::optional{all};
    }

    void add(RuleEntry const& entry, TranslatedRecipe const& recipe) {
        for (auto const& item : recipe.items) {
            std::visit([&](auto const& each) { items_.add(entry.rule->span.begin, each); }, item);
        }
        if (recipe.needs_shell) {
            report_shell(entry);
        }
        if (recipe.runs_always) {
            context_.ledger.report(code::untranslated_rule, entry.rule->span,
                                   fmt::format("make runs what makes {} each time, CMake when it is missing",
                                               rules_.local_name(entry.targets.front())));
        }
    }

    // In place of Automake's own rule.
    bool builds_target(RuleEntry const& entry) const {
        return std::any_of(entry.targets.begin(), entry.targets.end(), [&](std::string const& target) {
            return context_.index.by_path(target) || context_.facts.configured_files.contains(target);
        });
    }

    // A target of another directory, or a file of configure.
    bool is_made_elsewhere(RuleEntry const& entry) const {
        auto const elsewhere = [&](std::string const& path) {
            std::optional<std::string> const target = context_.index.by_path(path);
            bool const own = std::any_of(context_.targets.begin(), context_.targets.end(),
                                         [&](BuiltTarget const& each) { return target && each.name == *target; });
            return (target && !own) || context_.facts.configured_files.contains(path);
        };
        return !entry.targets.empty() && std::all_of(entry.targets.begin(), entry.targets.end(), elsewhere);
    }

    bool comes_with_sources(RuleEntry const& entry) const {
        return !entry.targets.empty() &&
               std::all_of(entry.targets.begin(), entry.targets.end(),
                           [&](std::string const& each) { return context_.tree.is_file(each); });
    }

    // The recipe as commands of CMake, for each file that is needed.
    std::optional<TranslatedRecipe> translate(RuleEntry const& entry) const {
        std::optional<std::vector<RuleInstance>> const instances =
            entry.targets.empty() || entry.rule->double_colon || builds_target(entry) ? std::nullopt
                                                                                      : rules_.instances_of(entry);
        TranslatedRecipe all;
        for (RuleInstance const& instance : instances.value_or(std::vector<RuleInstance>{})) {
            auto recipe = translate_recipe(context_, instance, when_of(entry));
            if (!recipe) {
                return {};
            }
            all.add(*std::move(recipe));
        }
        return all.items.empty() ? std::nullopt : std::optional{all};
    }

    bool is_goal(RuleEntry const& entry) const {
        return std::any_of(entry.targets.begin(), entry.targets.end(),
                           [&](std::string const& target) { return mapper::is_goal(rules_.local_name(target)); });
    }

    // Also what a hook asks for: it must not run before all is built.
    bool installs(RuleEntry const& entry) const {
        bool const stages = std::any_of(entry.rule->recipe.begin(), entry.rule->recipe.end(), [](auto const& line) {
            return line.text.find("DESTDIR") != std::string::npos;
        });
        return stages || std::any_of(entry.targets.begin(), entry.targets.end(), [&](std::string const& target) {
                   return mapper::is_goal(rules_.local_name(target)) &&
                          rules_.local_name(target).starts_with("install");
               });
    }

    // all-local, check-local, install-exec-hook and their like.
    bool translate_goal(RuleEntry const& entry, bool check) {
        std::optional<std::vector<RuleInstance>> const instances =
            entry.targets.empty() ? std::nullopt : rules_.instances_of(entry);
        if (!instances || instances->size() != 1) {
            return false;
        }
        RuleInstance const& instance = instances->front();
        return check             ? translate_check(entry, instance)
               : installs(entry) ? translate_installation(entry, instance)
                                 : translate_all(entry, instance);
    }

    // A rule that hooks ask for runs where one of them does.
    Condition asked_when(RuleEntry const& entry, std::size_t depth = 0) const {
        constexpr std::size_t deepest = 16;
        if (is_goal(entry) || depth == deepest) {
            return when_of(entry);
        }
        Condition asked = Condition::never();
        for (RuleEntry const& other : rules_.entries()) {
            bool const asks = std::any_of(entry.targets.begin(), entry.targets.end(), [&](std::string const& target) {
                return std::find(other.prerequisites.begin(), other.prerequisites.end(), target) !=
                       other.prerequisites.end();
            });
            if (asks && other.needed) {
                asked = disjunction(std::move(asked), asked_when(other, depth + 1));
            }
        }
        return conjunction(when_of(entry), asked.is_never() ? Condition::always() : asked);
    }

    bool translate_installation(RuleEntry const& entry, RuleInstance const& instance) {
        auto const recipe = translate_install_recipe(context_, instance, asked_when(entry));
        if (!recipe) {
            return false;
        }
        // behind all that the directory installs
        Location const end = automake::span_of(context_.makefile.statements.back().statement).begin;
        for (auto const& item : recipe->items) {
            std::visit([&](auto const& each) { items_.add(end, each); }, item);
        }
        if (recipe->needs_shell) {
            report_shell(entry);
        }
        return true;
    }

    bool translate_all(RuleEntry const& entry, RuleInstance const& instance) {
        auto const recipe = translate_recipe(context_, instance, when_of(entry));
        bool const commands = recipe && std::all_of(recipe->items.begin(), recipe->items.end(), [](auto const& item) {
                                  return std::holds_alternative<model::MadeFiles>(item);
                              });
        if (!commands || lacks_file(*recipe)) {
            return false;
        }
        std::string folder = context_.directory();
        std::replace(folder.begin(), folder.end(), '/', '-');
        for (auto const& item : recipe->items) {
            model::MadeFiles made = std::get<model::MadeFiles>(item);
            made.goal = folder.empty() ? "all-local" : folder + "-all-local";
            made.outputs.clear();
            items_.add(entry.rule->span.begin, made);
        }
        if (recipe->needs_shell) {
            report_shell(entry);
        }
        return true;
    }

    bool translate_check(RuleEntry const& entry, RuleInstance const& instance) {
        RecipeCase in_case{when_of(entry), {}};
        std::vector<Text> lines;
        for (RuleInstance::Line const& each : instance.recipe) {
            bool const here = in_case.holds(each.when);
            std::optional<Text> line =
                here ? shell_line(context_, *each.line, {Text::literal("check-local"), {}, {}}, in_case) : Text{};
            if (in_case.undecided || !line) {
                return false;
            }
            if (!line->empty()) {
                lines.push_back(*std::move(line));
            }
        }
        model::Test test;
        test.name = context_.directory().empty() ? "check-local" : context_.directory() + "/check-local";
        test.interpreter = {Text::literal("sh"), Text::literal("-c"), lines.empty() ? Text{} : lines.front()};
        for (std::size_t i = 1; i < lines.size(); ++i) {
            test.interpreter.back().append(" && ");
            test.interpreter.back().append(lines[i]);
        }
        test.when = in_case.given;
        test.from = entry.rule->span;
        items_.add(entry.rule->span.begin, test);
        report_shell(entry);
        return true;
    }

    Condition const& when_of(RuleEntry const& entry) const { return context_.makefile.statements[entry.first].when; }

    void report_shell(RuleEntry const& entry) {
        context_.ledger.report(
            code::untranslated_rule, entry.rule->span,
            fmt::format("sh runs the rule of {}: Windows needs one for it", rules_.local_name(entry.targets.front())));
    }

    void leave_out(RuleEntry const& entry, Code code, std::string const& reason) {
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
    RuleSet const& rules_;
    PlacedItems& items_;
    std::map<std::size_t, TranslatedRecipe> recipes_;  // of the rule whose first statement this is
    std::set<std::string> lost_;                       // files that nothing makes, as dependencies name them
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

}  // namespace

void map_rules(DirectoryContext const& context, std::set<std::string> const& wanted, PlacedItems& items) {
    RuleSet const rules{context, wanted};
    Rules{context, rules, items}.map();
    std::set<std::size_t> const translated = map_target_variables(context, items);
    std::vector<PlacedStatement> const& statements = context.makefile.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        std::optional<std::string> const reason = what_make_does(statements[i].statement, context.variables);
        if (!reason || rules.holds(i) || translated.contains(i)) {
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
