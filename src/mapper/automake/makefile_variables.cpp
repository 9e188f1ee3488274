#include "mapper/automake/makefile_variables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/known_variables.hpp"
#include "mapper/automake/make_functions.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Text;
using model::When;
using model::Words;

constexpr std::size_t most_words = 200'000;
constexpr std::size_t most_conditional = 64;  // assignments to one variable: each looks at all before it
constexpr std::size_t most_additions = 2000;  // conditional ones to one variable
constexpr std::size_t longest_name = 256;
constexpr std::size_t long_word = 32;  // bytes; it counts as one word for each of them

// What one assignment gives, as long as no later one replaces it.
struct Entry {
    Condition when;
    Definition const* definition;
};

void replace(std::vector<Entry>& entries, Condition const& when) {
    for (Entry& entry : entries) {
        if (!exclusive(entry.when, when)) {
            entry.when = implies(entry.when, when) ? Condition::never() : conjunction(entry.when, negation(when));
        }
    }
    std::erase_if(entries, [](Entry const& entry) { return entry.when.is_never(); });
}

// What the first `count` of the definitions leave; `covered` is when one of them sets the variable anew.
std::vector<Entry> entries_of(std::vector<Definition> const& definitions, std::size_t count, Condition& covered) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        Condition when = definitions[i].when;
        if (definitions[i].operation == "?=") {
            when = exclusive(when, covered) ? when : conjunction(when, negation(covered));
        }
        if (definitions[i].operation != "+=") {
            replace(entries, when);
            covered = disjunction(std::move(covered), when);
        }
        if (!when.is_never()) {
            entries.push_back({when, &definitions[i]});
        }
    }
    return entries;
}

bool is_automatic(std::string const& name) {
    return name.starts_with("AM_") || name.starts_with("am__");
}

}  // namespace

bool is_automatic_variable(std::string_view name) {
    bool const part = name.size() == 2 && (name[1] == 'D' || name[1] == 'F');
    return (name.size() == 1 || part) && std::string_view("@<^*?+%|").find(name.front()) != std::string_view::npos;
}

MakefileVariables::MakefileVariables(Makefile const& makefile, ConfigureFacts const& facts, SourceTree& tree,
                                     Ledger& ledger)
    : makefile_(makefile), facts_(facts), tree_(tree), ledger_(ledger) {
    for (PlacedStatement const& placed : makefile.statements) {
        collect_references(placed.statement);
        if (auto const* assignment = std::get_if<automake::Assignment>(&placed.statement)) {
            define(*assignment, placed.when);
        }
    }
}

void MakefileVariables::define(automake::Assignment const& assignment, Condition const& when) {
    std::string name;
    for (automake::WordPart const& part : assignment.name.parts) {
        auto const* text = std::get_if<automake::Text>(&part);
        if (text == nullptr) {
            ledger_.report(code::unknown_variable, assignment.span, "a computed name of a variable");
            return;
        }
        name += text->text;
    }
    if (assignment.operation == "!=") {
        ledger_.report(code::untranslated_shell, assignment.span, fmt::format("a shell command computes {}", name));
    }
    std::vector<Definition>& definitions = definitions_[name];
    if (definitions.empty()) {
        names_.push_back(name);
    }
    bool const adds = assignment.operation == "+=";
    std::size_t const most = adds ? most_additions : most_conditional;
    if (!when.is_always() && (adds ? additions_ : conditional_)[name]++ >= most) {
        ledger_.report(code::expansion_budget, assignment.span,
                       fmt::format("more than {} conditional assignments to {}; this one is left out", most, name));
        return;
    }
    definitions.push_back({when, assignment.operation, &assignment.words, assignment.span});
}

void MakefileVariables::collect_references(automake::Statement const& statement) {
    if (auto const* assignment = std::get_if<automake::Assignment>(&statement)) {
        collect_references(assignment->words);
    } else if (auto const* rule = std::get_if<automake::Rule>(&statement)) {
        collect_references(rule->targets);
        collect_references(rule->prerequisites);
        collect_references(rule->order_only);
        for (automake::RecipeLine const& line : rule->recipe) {
            collect_references(line.text);
        }
    } else if (auto const* define = std::get_if<automake::Define>(&statement)) {
        collect_references(define->body);
    } else if (auto const* conditional = std::get_if<automake::GnuConditional>(&statement)) {
        collect_references(conditional->text);
    } else if (auto const* verbatim = std::get_if<automake::Verbatim>(&statement)) {
        collect_references(verbatim->text);
    }
}

void MakefileVariables::collect_references(std::vector<automake::Word> const& words) {
    for (automake::Word const& word : words) {
        for (automake::WordPart const& part : word.parts) {
            if (auto const* reference = std::get_if<automake::VariableReference>(&part)) {
                auto const* name = reference->name.size() == 1 && reference->name.front().parts.size() == 1
                                       ? std::get_if<automake::Text>(&reference->name.front().parts.front())
                                       : nullptr;
                if (name != nullptr) {
                    references_.insert(name->text);
                }
                collect_references(reference->name);
            } else if (auto const* call = std::get_if<automake::FunctionCall>(&part)) {
                for (std::vector<automake::Word> const& argument : call->arguments) {
                    collect_references(argument);
                }
            }
        }
    }
}

void MakefileVariables::collect_references(std::string const& recipe) {
    for (std::size_t at = recipe.find('$'); at != std::string::npos; at = recipe.find('$', at + 2)) {
        if (at + 1 < recipe.size() && (recipe[at + 1] == '(' || recipe[at + 1] == '{')) {
            std::string_view const name = std::string_view(recipe).substr(at + 2, longest_name);
            references_.emplace(name.substr(0, name.find_first_of(")}:")));
        }
    }
}

bool MakefileVariables::set(std::string const& name) const {
    return assigned(name) || is_automatic_variable(name) || loop_words_.contains(name) ||
           facts_.substitutions.contains(name) || known_variable(name, facts_.tarname, makefile_.directory);
}

Span MakefileVariables::first_assignment(std::string const& name) const {
    auto const found = definitions_.find(name);
    return found == definitions_.end() ? Span{} : found->second.front().from;
}

Condition MakefileVariables::assigned_when(std::string const& name) const {
    Condition when = Condition::never();
    if (auto const found = definitions_.find(name); found != definitions_.end()) {
        for (Definition const& definition : found->second) {
            when = disjunction(std::move(when), definition.when);
        }
    }
    return when;
}

Words MakefileVariables::value(std::string const& name) {
    if (auto const running = active_.find(name); running != active_.end()) {
        ++cycles_;
        Definition const& definition = definitions_[name][running->second];
        if (definition.operation == "=") {
            ledger_.report(code::untranslated_variable, definition.from,
                           fmt::format("{} refers to itself, which stops make", name));
        }
        return value_until(name, running->second);
    }
    if (auto const word = loop_words_.find(name); word != loop_words_.end()) {
        Words words;
        for (Text& each : model::split_words(decoded(word->second, {}))) {
            words.push_back({std::move(each), Condition::always(), {}});
        }
        return words;
    }
    auto const known = values_.find(name);
    if (known != values_.end() && !(for_shell_ && incomplete_.contains(name))) {
        lacks_something_ = lacks_something_ || incomplete_.contains(name);
        return known->second;
    }
    bool const outer_lacks = std::exchange(lacks_something_, false);
    auto const found = definitions_.find(name);
    std::size_t const cycles = cycles_;
    Words const words = value_until(name, found == definitions_.end() ? 0 : found->second.size());
    if ((cycles_ == cycles || active_.empty()) && loop_words_.empty() && !for_shell_) {
        values_[name] = words;
    }
    if (lacks_something_ && !for_shell_) {
        incomplete_.insert(name);
    }
    lacks_something_ = lacks_something_ || outer_lacks;
    return words;
}

Words MakefileVariables::expand_for_shell(std::vector<automake::Word> const& words) {
    bool const outer = std::exchange(for_shell_, true);
    Words made = expand(words, Condition::always());
    for_shell_ = outer;
    return made;
}

Words MakefileVariables::value_until(std::string const& name, std::size_t count) {
    auto const found = definitions_.find(name);
    std::vector<Definition> const none;
    std::vector<Definition> const& definitions = found == definitions_.end() ? none : found->second;
    Condition covered = Condition::never();
    std::vector<Entry> const entries = entries_of(definitions, count, covered);
    Words words = base_value(name, negation(covered));
    bool const running = active_.contains(name);
    std::size_t const outer = running ? active_[name] : 0;
    for (Entry const& entry : entries) {
        active_[name] = static_cast<std::size_t>(entry.definition - definitions.data());
        append(words, expand(*entry.definition->words, entry.when), Condition::always(), entry.definition->from);
    }
    if (running) {
        active_[name] = outer;
    } else {
        active_.erase(name);
    }
    return words;
}

// What configure or Automake gives it where the Makefile.am doesn't.
Words MakefileVariables::base_value(std::string const& name, Condition const& when) {
    if (when.is_never()) {
        return {};
    }
    if (std::optional<Text> const known = known_variable(name, facts_.tarname, makefile_.directory)) {
        return {{*known, when, {}}};
    }
    if (facts_.substitutions.contains(name) || is_automatic_variable(name)) {
        return {{Text::variable(name), when, {}}};
    }
    return {};
}

void MakefileVariables::append(Words& words, Words more, Condition const& when, Span from) {
    if (!within_budget(more, from)) {
        return;
    }
    for (When<Text>& word : more) {
        if (exclusive(word.when, when)) {
            continue;
        }
        word.when = implies(when, word.when)   ? when
                    : implies(word.when, when) ? word.when
                                               : conjunction(when, word.when);
        if (!word.from.begin.known()) {
            word.from = from;
            word.value.from = from;
        }
        words.push_back(std::move(word));
    }
}

bool MakefileVariables::within_budget(Words const& words, Span span) {
    std::size_t cost = words.size();
    for (When<Text> const& word : words) {
        for (model::Piece const& piece : word.value.pieces) {
            cost += piece.text.size() / long_word;
        }
    }
    return within_budget(cost, span);
}

bool MakefileVariables::within_budget(std::size_t cost, Span span) {
    bool const before = expanded_ <= most_words;
    expanded_ += cost;
    if (before && expanded_ > most_words) {
        ledger_.report(code::expansion_budget, span,
                       fmt::format("more than {} words in variables; those from here on are left out", most_words));
    }
    return expanded_ <= most_words;
}

Words MakefileVariables::expand(std::vector<automake::Word> const& words, Condition const& when) {
    Words expanded;
    for (automake::Word const& word : words) {
        append(expanded, expand_word(word, when), when, word.span);
    }
    return expanded;
}

Words MakefileVariables::expand_reference(automake::VariableReference const& reference) {
    if (!within_budget(1, reference.span)) {
        return {};
    }
    std::string const name = constant(reference.name, reference.span);
    if (!set(name) && !is_automatic(name) && unset_.insert(name).second) {
        ledger_.report(code::unset_variable, reference.span,
                       fmt::format("nothing sets {}: make takes it as empty", name));
    }
    Words words = value(name);
    if (reference.has_substitution) {
        std::string const from = constant(reference.from, reference.span);
        std::string const to = constant(reference.to, reference.span);
        for (When<Text>& word : words) {
            word.value = decoded(reference_replaced(encoded(word.value), from, to), word.from);
        }
    }
    return words;
}

}  // namespace am2cmake::mapper
