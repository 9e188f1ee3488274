#include "passes/mirrored_answers.hpp"

#include <algorithm>

namespace am2cmake::passes {
namespace {

using model::Step;
using model::Steps;
using Writes = std::map<std::string, std::size_t>;

void add_writes(Steps const& steps, Writes& writes);

struct CountWrites {
    Writes& writes;

    void operator()(model::Set const& set) const { ++writes[set.variable]; }
    void operator()(model::Call const& call) const {
        for (std::string const& name : call.writes) {
            ++writes[name];
        }
        // unset(X CACHE): the next answer may be another one
        if (call.command == "unset" && !call.arguments.empty()) {
            ++writes[call.arguments.front().text.value()];
        }
    }
    void operator()(model::Option const& option) const { ++writes[option.variable]; }
    void operator()(model::ForEach const& loop) const { ++writes[loop.variable]; }
    template <typename Other>
    void operator()(Other const&) const {}
};

void add_writes(Steps const& steps, Writes& writes) {
    for (Step const& step : steps) {
        std::visit(CountWrites{writes}, step.what);
        model::for_each_body(step, [&](Steps const& body) { add_writes(body, writes); });
    }
}

std::size_t count(Writes const& writes, std::string const& name) {
    auto const found = writes.find(name);
    return found == writes.end() ? 0 : found->second;
}

model::Set const* set_of(Steps const& steps, std::string const& variable) {
    for (Step const& step : steps) {
        auto const* set = std::get_if<model::Set>(&step.what);
        if (set != nullptr && set->variable == variable) {
            return set->value.constant() && !set->is_list ? set : nullptr;
        }
    }
    return nullptr;
}

// The check that gives the answer stands before, in the same place of the program.
bool is_answered(Steps const& steps, std::size_t at, std::string const& answer) {
    return std::any_of(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(at), [&](Step const& step) {
        auto const* call = std::get_if<model::Call>(&step.what);
        return call != nullptr && call->writes.contains(answer);
    });
}

std::string asked_variable(model::If const& choice) {
    model::Condition const& condition = choice.branches.front().condition;
    if (choice.branches.size() != 1 || condition.kind != model::Condition::Kind::atom) {
        return {};
    }
    auto const* truth = std::get_if<model::Truth>(&condition.atom());
    return truth == nullptr ? std::string{} : truth->variable;
}

}  // namespace

Writes count_writes(Steps const& steps) {
    Writes writes;
    add_writes(steps, writes);
    return writes;
}

std::optional<Mirror> mirror_made_at(Steps const& steps, std::size_t at, Writes const& writes) {
    auto const* choice = std::get_if<model::If>(&steps[at].what);
    std::string const answer = choice == nullptr ? "" : asked_variable(*choice);
    if (answer.empty() || !is_answered(steps, at, answer)) {
        return std::nullopt;
    }
    Steps const before(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(at));
    for (Step const& step : choice->branches.front().body) {
        auto const* yes = std::get_if<model::Set>(&step.what);
        if (yes == nullptr || !yes->value.constant() || yes->is_list) {
            continue;
        }
        model::Set const* no = set_of(choice->otherwise, yes->variable);
        if (no == nullptr && count(writes, yes->variable) == 2) {
            no = set_of(before, yes->variable);
        }
        if (no != nullptr && !(no->value == yes->value)) {
            return Mirror{yes->variable, answer, yes->value.value(), no->value.value()};
        }
    }
    return std::nullopt;
}

bool is_lasting(Mirror const& mirror, Writes const& writes) {
    return count(writes, mirror.answer) == 1 && count(writes, mirror.variable) == 2;
}

}  // namespace am2cmake::passes
