#include <algorithm>
#include <array>
#include <string_view>

#include "model/check_commands.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Call;
using model::Step;
using model::Steps;
using Argument = Call::Argument;

// check_headers(a b) takes any number of things; a keyword begins what belongs to all of them.
bool takes_a_list(std::string const& command) {
    static std::array<std::string_view, 8> const commands{
        "check_headers", "check_functions", "check_declarations",  "check_types",
        "check_members", "check_sizes",     "check_integer_types", "check_alignments"};
    return std::find(commands.begin(), commands.end(), command) != commands.end();
}

bool has_keyword(Call const& call) {
    return std::any_of(call.arguments.begin(), call.arguments.end(), [](Argument const& argument) {
        std::string const word = argument.text.value();
        return argument.form == Argument::Form::bracket || word == "INCLUDES" || word == "LANGUAGE" ||
               model::is_flag_variable(word);
    });
}

bool same_call(Call const& a, Call const& b) {
    return a.command == b.command &&
           std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(),
                      [](Argument const& x, Argument const& y) { return x.text == y.text; });
}

bool is_plain_list(Call const& call) {
    return takes_a_list(call.command) && !has_keyword(call);
}

// `list`: `before` is a plain list, which is known from when it began.
bool merge_into(Call& before, Call const& next, bool list) {
    if (same_call(before, next)) {
        return true;  // the answer is known already
    }
    if (before.command != next.command || !list || !is_plain_list(next)) {
        return false;
    }
    before.arguments.insert(before.arguments.end(), next.arguments.begin(), next.arguments.end());
    before.writes.insert(next.writes.begin(), next.writes.end());
    before.reads.insert(next.reads.begin(), next.reads.end());
    before.pure = before.pure && next.pure;
    return true;
}

void merge(Steps& steps) {
    Steps made;
    bool list = false;
    for (Step& step : steps) {
        auto* next = std::get_if<Call>(&step.what);
        auto* before = made.empty() ? nullptr : std::get_if<Call>(&made.back().what);
        bool const is_check = next != nullptr && next->command.starts_with("check_");
        if (before != nullptr && is_check && merge_into(*before, *next, list)) {
            continue;
        }
        if (auto* choice = std::get_if<model::If>(&step.what)) {
            for (model::If::Branch& branch : choice->branches) {
                merge(branch.body);
            }
            merge(choice->otherwise);
        }
        list = next != nullptr && is_plain_list(*next);
        made.push_back(std::move(step));
    }
    steps = std::move(made);
}

}  // namespace

void merge_checks(model::Project& project, Diagnostics&) {
    merge(project.configure);
    merge(project.after_output);
}

}  // namespace am2cmake::passes
