#include <algorithm>

#include "passes/mirrored_answers.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Condition;
using model::If;
using model::Step;
using model::Steps;

constexpr std::size_t most_asked = 4;  // a longer condition is not easier to read than two

bool is_blank(Step const& step) {
    return std::holds_alternative<model::BlankLine>(step.what);
}

bool is_empty(Steps const& steps) {
    return std::all_of(steps.begin(), steps.end(), is_blank);
}

std::size_t atoms(Condition const& condition) {
    std::size_t count = condition.atoms.size();
    for (Condition const& operand : condition.operands) {
        count += atoms(operand);
    }
    return count;
}

// Only the last branch does something: it is asked for.
void ask_for_the_last(If& choice) {
    bool const idle =
        !is_empty(choice.otherwise) && std::all_of(choice.branches.begin(), choice.branches.end(),
                                                   [](If::Branch const& branch) { return is_empty(branch.body); });
    if (idle) {
        Condition any = Condition::never();
        for (If::Branch& branch : choice.branches) {
            any = disjunction(std::move(any), std::move(branch.condition));
        }
        choice.branches = {{negation(std::move(any)), std::move(choice.otherwise)}};
        choice.otherwise.clear();
    }
}

// The one choice that a choice without alternative makes.
If* only_choice_within(If& choice) {
    if (choice.branches.size() != 1 || !is_empty(choice.otherwise)) {
        return nullptr;
    }
    If* inner = nullptr;
    for (Step& step : choice.branches.front().body) {
        auto* found = std::get_if<If>(&step.what);
        if ((found == nullptr && !is_blank(step)) || inner != nullptr) {
            return nullptr;
        }
        inner = found != nullptr ? found : inner;
    }
    bool const simple = inner != nullptr && inner->branches.size() == 1 && is_empty(inner->otherwise);
    return simple ? inner : nullptr;
}

void join_nested(If& choice) {
    If* inner = only_choice_within(choice);
    Condition& outer = choice.branches.front().condition;
    if (inner == nullptr || atoms(outer) + atoms(inner->branches.front().condition) > most_asked) {
        return;
    }
    If::Branch& branch = inner->branches.front();
    Condition both = conjunction(outer, std::move(branch.condition));
    Steps body = std::move(branch.body);
    choice.branches.front() = {std::move(both), std::move(body)};
}

// What is done in the branches changes nothing that is asked.
bool stays_as_asked(If const& choice) {
    return std::all_of(choice.branches.begin(), choice.branches.end(), [&](If::Branch const& branch) {
        auto const changed = [&](Steps const& body) {
            std::vector<std::string> const names = variables(branch.condition);
            std::map<std::string, std::size_t> const writes = count_writes(body);
            return std::any_of(names.begin(), names.end(),
                               [&](std::string const& name) { return writes.contains(name); });
        };
        return !changed(choice.otherwise) && std::none_of(choice.branches.begin(), choice.branches.end(),
                                                          [&](If::Branch const& each) { return changed(each.body); });
    });
}

// The same is asked again right behind it.
bool join_into(If& choice, If& next) {
    bool const same =
        std::equal(choice.branches.begin(), choice.branches.end(), next.branches.begin(), next.branches.end(),
                   [](If::Branch const& a, If::Branch const& b) { return a.condition == b.condition; });
    if (!same || !stays_as_asked(choice)) {
        return false;
    }
    auto const add = [](Steps& body, Steps more) {
        body.insert(body.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (std::size_t i = 0; i < choice.branches.size(); ++i) {
        add(choice.branches[i].body, std::move(next.branches[i].body));
    }
    add(choice.otherwise, std::move(next.otherwise));
    return true;
}

void join(Steps& steps) {
    Steps made;
    for (Step& step : steps) {
        auto* choice = std::get_if<If>(&step.what);
        auto* before = made.empty() || choice == nullptr ? nullptr : std::get_if<If>(&made.back().what);
        if (before != nullptr && join_into(*before, *choice)) {
            continue;
        }
        made.push_back(std::move(step));
    }
    steps = std::move(made);
    for (Step& step : steps) {
        model::for_each_body(step, join);
        if (auto* choice = std::get_if<If>(&step.what)) {
            ask_for_the_last(*choice);
            join_nested(*choice);
        }
    }
}

}  // namespace

void join_ifs(model::Project& project, Diagnostics&) {
    join(project.configure);
    join(project.after_output);
}

}  // namespace am2cmake::passes
