#include <optional>

#include "model/program_text.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Call;
using model::Step;
using model::Steps;
using model::Text;
using Argument = Call::Argument;

void split(Call& call) {
    if (call.command != "check_source" || call.arguments.size() < 3) {
        return;
    }
    std::optional<model::Program> program = model::parse_program(call.arguments[2].text);
    if (!program) {
        return;
    }
    std::vector<Argument> made(call.arguments.begin(), call.arguments.begin() + 2);
    auto const add = [&](char const* keyword, Text text) {
        made.push_back({Text::literal(keyword), Argument::Form::unquoted});
        made.push_back({std::move(text), Argument::Form::bracket});
    };
    if (!program->prologue.empty()) {
        add("INCLUDES", std::move(program->prologue));
    }
    add("BODY", std::move(program->body));
    made.insert(made.end(), call.arguments.begin() + 3, call.arguments.end());
    call.arguments = std::move(made);
}

void split(Steps& steps) {
    for (Step& step : steps) {
        if (auto* call = std::get_if<Call>(&step.what)) {
            split(*call);
        }
        model::for_each_body(step, [](Steps& body) { split(body); });
    }
}

}  // namespace

void split_programs(model::Project& project, Diagnostics&) {
    split(project.configure);
    split(project.after_output);
}

}  // namespace am2cmake::passes
