#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/visit.hpp"
#include "passes/passes.hpp"
#include "passes/rewritten_condition.hpp"

namespace am2cmake::passes {
namespace {

using model::Condition;
using model::Step;
using model::Steps;

void collect_writes(Steps const& steps, std::set<std::string>& names);

struct CollectWrites {
    std::set<std::string>& names;

    void operator()(model::Set const& set) const { names.insert(set.variable); }
    void operator()(model::Call const& call) const { names.insert(call.writes.begin(), call.writes.end()); }
    void operator()(model::Option const& option) const { names.insert(option.variable); }
    void operator()(model::If const& choice) const {
        for (model::If::Branch const& branch : choice.branches) {
            collect_writes(branch.body, names);
        }
        collect_writes(choice.otherwise, names);
    }
    void operator()(model::ForEach const& loop) const {
        names.insert(loop.variable);
        collect_writes(loop.body, names);
    }
    void operator()(model::While const& loop) const { collect_writes(loop.body, names); }
    template <typename Other>
    void operator()(Other const&) const {}
};

void collect_writes(Steps const& steps, std::set<std::string>& names) {
    for (Step const& step : steps) {
        std::visit(CollectWrites{names}, step.what);
    }
}

bool is_short(Condition const& condition) {
    using Kind = Condition::Kind;
    return condition.kind == Kind::always || condition.kind == Kind::never || condition.kind == Kind::atom ||
           (condition.kind == Kind::negation && condition.operands.front().kind == Kind::atom);
}

class Resolution {
public:
    explicit Resolution(model::Project& project) : project_(project) { collect_writes(project.configure, taken_); }

    void run() {
        resolve(project_.configure, true);
        for (model::Directory& directory : project_.directories) {
            model::for_each_condition(directory, [this](Condition& condition) { condition = resolved(condition); });
        }
    }

private:
    void resolve(Steps& steps, bool at_top) {
        Steps made;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            auto* conditional = std::get_if<model::SetConditional>(&steps[i].what);
            if (conditional == nullptr) {
                resolve_inside(steps[i]);
                made.push_back(std::move(steps[i]));
            } else if (at_top && is_short(conditional->condition) && stays_true(conditional->condition, steps, i + 1)) {
                meanings_[conditional->name] = conditional->condition;
            } else {
                set_variable(*conditional, steps[i].from, made);
            }
        }
        steps = std::move(made);
    }

    void resolve_inside(Step& step) {
        if (auto* choice = std::get_if<model::If>(&step.what)) {
            for (model::If::Branch& branch : choice->branches) {
                branch.condition = resolved(branch.condition);
            }
        } else if (auto* loop = std::get_if<model::While>(&step.what)) {
            loop->condition = resolved(loop->condition);
        }
        model::for_each_body(step, [this](Steps& body) { resolve(body, false); });
    }

    // Nothing later in the program changes what it asks.
    static bool stays_true(Condition const& condition, Steps const& steps, std::size_t from) {
        std::set<std::string> changed;
        for (std::size_t i = from; i < steps.size(); ++i) {
            std::visit(CollectWrites{changed}, steps[i].what);
        }
        std::vector<std::string> const asked = variables(condition);
        return std::none_of(asked.begin(), asked.end(),
                            [&](std::string const& name) { return changed.contains(name); });
    }

    void set_variable(model::SetConditional const& conditional, Span from, Steps& made) {
        std::string const variable = taken_.contains(conditional.name) ? "AM_" + conditional.name : conditional.name;
        meanings_[conditional.name] = Condition::of(model::Truth{variable});
        auto const set_to = [&](char const* value) {
            return Step{model::Set{variable, model::Text::literal(value, from), false}, from};
        };
        if (conditional.condition.is_always() || conditional.condition.is_never()) {
            made.push_back(set_to(conditional.condition.is_always() ? "ON" : "OFF"));
            return;
        }
        model::If choice;
        choice.branches.push_back({conditional.condition, {set_to("ON")}});
        choice.otherwise.push_back(set_to("OFF"));
        made.push_back({std::move(choice), from});
    }

    Condition resolved(Condition const& condition) const {
        return rewritten(condition, [this](Condition const& asked) {
            auto const* conditional = std::get_if<model::Conditional>(&asked.atom());
            if (conditional == nullptr) {
                return asked;
            }
            auto const found = meanings_.find(conditional->name);
            return found == meanings_.end() ? Condition::of(model::Truth{conditional->name}) : found->second;
        });
    }

    model::Project& project_;
    std::set<std::string> taken_;
    std::map<std::string, Condition> meanings_;
};

}  // namespace

void resolve_conditionals(model::Project& project, Diagnostics&) {
    Resolution(project).run();
}

}  // namespace am2cmake::passes
