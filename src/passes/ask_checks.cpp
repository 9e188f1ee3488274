#include <algorithm>
#include <array>
#include <string_view>

#include "model/visit.hpp"
#include "passes/mirrored_answers.hpp"
#include "passes/passes.hpp"
#include "passes/rewritten_condition.hpp"

namespace am2cmake::passes {
namespace {

using model::Comparison;
using model::Condition;
using model::Steps;

bool are_yes_and_no(Mirror const& mirror) {
    static std::array<std::pair<std::string_view, std::string_view>, 4> const pairs{
        {{"yes", "no"}, {"true", "false"}, {"1", "0"}, {"ON", "OFF"}}};
    return std::any_of(pairs.begin(), pairs.end(),
                       [&](auto const& pair) { return pair.first == mirror.yes && pair.second == mirror.no; });
}

Condition meaning(Mirror const& mirror, Condition const& asked) {
    Condition const answer = Condition::of(model::Truth{mirror.answer});
    if (auto const* truth = std::get_if<model::Truth>(&asked.atom())) {
        return truth->variable == mirror.variable && are_yes_and_no(mirror) ? answer : asked;
    }
    auto const* comparison = std::get_if<Comparison>(&asked.atom());
    if (comparison == nullptr || comparison->operation != "STREQUAL" || !comparison->right.constant() ||
        comparison->left.variable_name() != mirror.variable) {
        return asked;
    }
    std::string const value = comparison->right.value();
    return value == mirror.yes ? answer : value == mirror.no ? negation(answer) : asked;
}

void ask(Condition& condition, Mirror const& mirror) {
    condition = rewritten(condition, [&](Condition const& atom) { return meaning(mirror, atom); });
}

void ask(Steps& steps, std::size_t from, Mirror const& mirror);

void ask_at(model::Step& step, Mirror const& mirror) {
    if (auto* choice = std::get_if<model::If>(&step.what)) {
        for (model::If::Branch& branch : choice->branches) {
            ask(branch.condition, mirror);
        }
    } else if (auto* loop = std::get_if<model::While>(&step.what)) {
        ask(loop->condition, mirror);
    }
    model::for_each_body(step, [&](Steps& body) { ask(body, 0, mirror); });
}

void ask(Steps& steps, std::size_t from, Mirror const& mirror) {
    for (std::size_t i = from; i < steps.size(); ++i) {
        ask_at(steps[i], mirror);
    }
}

class AskChecks {
public:
    explicit AskChecks(model::Project& project) : project_(project), writes_(count_writes(project.configure)) {
        for (auto const& [name, count] : count_writes(project.after_output)) {
            writes_[name] += count;
        }
    }

    void run() { walk(project_.configure, true); }

private:
    void walk(Steps& steps, bool at_top) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            std::optional<Mirror> const mirror = mirror_made_at(steps, i, writes_);
            if (mirror && is_lasting(*mirror, writes_)) {
                ask(steps, i + 1, *mirror);
                if (at_top) {
                    ask_elsewhere(*mirror);
                }
            } else if (mirror) {
                ask_as_long_as_true(steps, i + 1, *mirror);
            }
            if (auto* choice = std::get_if<model::If>(&steps[i].what)) {  // not loops: answers change in them
                for (model::If::Branch& branch : choice->branches) {
                    walk(branch.body, false);
                }
                walk(choice->otherwise, false);
            }
        }
    }

    // Up to where one of them changes, or what the variable is called by.
    static void ask_as_long_as_true(Steps& steps, std::size_t from, Mirror const& mirror) {
        std::vector<std::string> const parts = model::names_within(mirror.variable);
        for (std::size_t i = from; i < steps.size(); ++i) {
            auto const writes = count_writes({steps[i]});
            bool const changes = std::any_of(writes.begin(), writes.end(), [&](auto const& write) {
                std::string const& name = write.first;
                return name == mirror.answer || model::may_name(name, mirror.variable) ||
                       model::may_name(mirror.variable, name) ||
                       std::find(parts.begin(), parts.end(), name) != parts.end();
            });
            if (changes) {
                return;
            }
            ask_at(steps[i], mirror);
        }
    }

    void ask_elsewhere(Mirror const& mirror) {
        ask(project_.after_output, 0, mirror);
        for (model::Directory& directory : project_.directories) {
            model::for_each_condition(directory, [&](Condition& condition) { ask(condition, mirror); });
        }
        for (model::ConfigFile& file : project_.config_files) {
            ask(file.when, mirror);
        }
        for (model::ConfigHeader& header : project_.config_headers) {
            ask(header.when, mirror);
        }
    }

    model::Project& project_;
    std::map<std::string, std::size_t> writes_;
};

}  // namespace

void ask_checks(model::Project& project, Diagnostics&) {
    AskChecks(project).run();
}

}  // namespace am2cmake::passes
