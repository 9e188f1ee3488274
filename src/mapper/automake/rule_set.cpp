#include "mapper/automake/rule_set.hpp"

#include <algorithm>
#include <deque>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/make_functions.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {

using model::Condition;
using model::Text;
using model::When;
using model::Words;

RuleSet::RuleSet(DirectoryContext const& context, std::set<std::string> const& wanted)
    : context_(context), wanted_(wanted) {
    std::vector<PlacedStatement> const& statements = context.makefile.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (auto const* rule = std::get_if<automake::Rule>(&statements[i].statement)) {
            std::size_t const last = last_of_rule(i);
            entries_.push_back({rule,
                                i,
                                last,
                                paths_of(rule->targets, context.makefile, context.variables),
                                paths_of(rule->prerequisites, context.makefile, context.variables),
                                {},
                                {}});
            i = last;
        }
    }
    for (RuleEntry& entry : entries_) {
        bool const explicit_pattern = !entry.rule->target_pattern.empty();
        entry.patterns = explicit_pattern ? std::vector<Pattern>{} : patterns_of(entry.targets, entry.prerequisites);
    }
    find_needed();
}

// The parser gives what follows a conditional within a recipe as a rule without targets.
std::size_t RuleSet::last_of_rule(std::size_t first) const {
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

std::string RuleSet::local_name(std::string const& path) const {
    std::string const inside = context_.directory().empty() ? "" : context_.directory() + "/";
    return path.starts_with(inside) ? path.substr(inside.size()) : path;
}

bool RuleSet::makes_wanted(RuleEntry const& entry) const {
    return std::any_of(entry.targets.begin(), entry.targets.end(), [&](std::string const& target) {
        return is_goal(local_name(target)) || wanted_.contains(target);
    });
}

// A suffix rule for objects that are not Automake's own.
bool RuleSet::compiles(RuleEntry const& entry, std::string const& file) {
    return std::any_of(entry.patterns.begin(), entry.patterns.end(), [&](Pattern const& pattern) {
        return is_object(pattern.second) && pattern_replaced(file, pattern.first, "").has_value();
    });
}

void RuleSet::find_needed() {
    std::set<std::string> own = wanted_files(context_.makefile, context_.variables, context_.targets);
    std::deque<std::string> open(own.begin(), own.end());
    auto const want = [&](std::string const& file) {
        wanted_.insert(file);
        if (own.insert(file).second) {
            open.push_back(file);
        }
    };
    for (bool more = true; more;) {
        more = false;
        for (RuleEntry& entry : entries_) {
            if (!entry.needed && !entry.is_implicit() && makes_wanted(entry)) {
                entry.needed = true;
                more = true;
                std::for_each(entry.prerequisites.begin(), entry.prerequisites.end(), want);
            }
        }
        for (; !open.empty(); open.pop_front(), more = true) {
            if (std::optional<std::string> const input = instantiate(open.front())) {
                want(*input);
            }
        }
    }
}

// The first pattern rule that can make the file; returns what it makes it of.
std::optional<std::string> RuleSet::instantiate(std::string const& file) {
    bool const other = context_.tree.is_file(file) || context_.facts.configured_files.contains(file) ||
                       context_.index.by_path(file) || has_recipe(file);
    for (RuleEntry& entry : entries_) {
        if (compiles(entry, file)) {
            entry.needed = true;
        }
        for (Pattern const& pattern : other ? std::vector<Pattern>{} : entry.patterns) {
            auto const input = made_from(context_, file, pattern.first, pattern.second);
            bool const there = input && (!reads_sources(entry) || context_.tree.is_file(*input));
            if (there && !is_object(file)) {
                entry.needed = true;
                entry.instances.push_back({file, *input, *pattern_replaced(file, pattern.second, "%")});
                return input;
            }
        }
    }
    return {};
}

// `%.o: $(srcdir)/%.x`: only a file of the source tree will do.
bool RuleSet::reads_sources(RuleEntry const& entry) const {
    Words const words = context_.variables.expand(entry.rule->prerequisites, Condition::always());
    std::optional<TreePath> const path =
        words.empty() ? std::nullopt : tree_path(words.front().value, context_.directory());
    return path && path->side == TreePath::Side::source;
}

bool RuleSet::has_recipe(std::string const& file) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](RuleEntry const& entry) {
        return !does_nothing(*entry.rule) &&
               std::find(entry.targets.begin(), entry.targets.end(), file) != entry.targets.end();
    });
}

bool RuleSet::has_instance(std::string const& file) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](RuleEntry const& entry) {
        return std::any_of(entry.instances.begin(), entry.instances.end(),
                           [&](RuleEntry::Instance const& each) { return each.target == file; });
    });
}

std::optional<std::vector<RuleInstance>> RuleSet::instances_of(RuleEntry const& entry) const {
    RuleInstance rule;
    rule.span = entry.rule->span;
    rule.together = entry.rule->grouped;
    for (std::size_t i = entry.first; i <= entry.last; ++i) {
        PlacedStatement const& placed = context_.makefile.statements[i];
        auto const* part = std::get_if<automake::Rule>(&placed.statement);
        if (part == nullptr) {
            return {};
        }
        for (automake::RecipeLine const& line : part->recipe) {
            rule.recipe.push_back({&line, placed.when});
        }
    }
    Words const targets = context_.variables.expand(entry.rule->targets, Condition::always());
    bool const into_sources = std::any_of(targets.begin(), targets.end(), [&](When<Text> const& target) {
        std::optional<TreePath> const path = tree_path(target.value, context_.directory());
        return path && path->side == TreePath::Side::source;
    });
    if (into_sources) {
        return {};
    }
    rule.prerequisites =
        without_dirstamps(context_.variables.expand_files(entry.rule->prerequisites, Condition::always()));
    rule.order_only = without_dirstamps(context_.variables.expand_files(entry.rule->order_only, Condition::always()));
    return entry.is_implicit()                   ? of_pattern(entry, rule)
           : !entry.rule->target_pattern.empty() ? of_static_pattern(entry, rule)
                                                 : of_targets(entry, rule);
}

std::vector<RuleInstance> RuleSet::of_targets(RuleEntry const& entry, RuleInstance rule) const {
    for (std::string const& target : entry.targets) {
        if (!context_.tree.is_file(target)) {
            rule.targets.push_back(target);
            add_further_prerequisites(target, rule);
        }
    }
    return rule.targets.empty() ? std::vector<RuleInstance>{} : std::vector{rule};
}

std::vector<RuleInstance> RuleSet::of_static_pattern(RuleEntry const& entry, RuleInstance const& rule) const {
    std::vector<RuleInstance> instances;
    std::vector<std::string> const patterns =
        paths_of(entry.rule->target_pattern, context_.makefile, context_.variables);
    for (std::string const& target : entry.targets) {
        std::optional<std::string> const stem = pattern_replaced(target, patterns.front(), "%");
        if (stem && !context_.tree.is_file(target)) {
            instances.push_back(with_stem(rule, target, *stem));
        }
    }
    return instances;
}

std::vector<RuleInstance> RuleSet::of_pattern(RuleEntry const& entry, RuleInstance const& rule) const {
    std::vector<RuleInstance> instances;
    for (RuleEntry::Instance const& each : entry.instances) {
        instances.push_back(with_stem(rule, each.target, each.stem));
        if (rule.prerequisites.empty()) {  // a suffix rule
            Text const input = Text::literal(local_name(each.input), rule.span);
            instances.back().prerequisites.push_back({input, Condition::always(), rule.span});
        }
    }
    return instances;
}

RuleInstance RuleSet::with_stem(RuleInstance rule, std::string const& target, std::string const& stem) const {
    for (Words* words : {&rule.prerequisites, &rule.order_only}) {
        for (When<Text>& word : *words) {
            std::string text = encoded(word.value);
            if (std::size_t const percent = text.find('%'); percent != std::string::npos) {
                word.value = decoded(text.replace(percent, 1, stem), word.from);
            }
        }
    }
    rule.targets = {target};
    rule.stem = stem;
    add_further_prerequisites(target, rule);
    return rule;
}

// From the rules without recipes.
void RuleSet::add_further_prerequisites(std::string const& target, RuleInstance& rule) const {
    for (RuleEntry const& entry : entries_) {
        bool const names = std::find(entry.targets.begin(), entry.targets.end(), target) != entry.targets.end();
        if (names && does_nothing(*entry.rule) && entry.first == entry.last) {
            Words const more = without_dirstamps(context_.variables.expand_files(
                entry.rule->prerequisites, context_.makefile.statements[entry.first].when));
            rule.order_only.insert(rule.order_only.end(), more.begin(), more.end());
        }
    }
}

bool RuleSet::holds(std::size_t statement) const {
    return std::any_of(entries_.begin(), entries_.end(), [statement](RuleEntry const& entry) {
        return entry.first <= statement && statement <= entry.last;
    });
}

}  // namespace am2cmake::mapper
