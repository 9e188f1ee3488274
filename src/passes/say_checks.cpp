#include <optional>
#include <string>

#include "passes/mirrored_answers.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Call;
using model::Message;
using model::Step;
using model::Steps;
using model::Text;
using Writes = std::map<std::string, std::size_t>;

// What is said to be checked, if the result is this one.
std::optional<Text> checked(Step const& step, Text const& result) {
    auto const* message = std::get_if<Message>(&step.what);
    return message != nullptr && !message->checking.empty() && message->text == result
               ? std::optional(message->checking)
               : std::nullopt;
}

// The message of this result goes.
std::optional<Text> taken_message(Steps& steps, Text const& result) {
    for (auto step = steps.begin(); step != steps.end(); ++step) {
        if (std::optional<Text> const text = checked(*step, result)) {
            steps.erase(step);
            return text;
        }
    }
    return std::nullopt;
}

bool asks(model::If const& choice, std::string const& answer) {
    return choice.branches.size() == 1 &&
           choice.branches.front().condition == model::Condition::of(model::Truth{answer});
}

// if(ANSWER) message(... yes) else() message(... no): both say the same of opposite results.
std::optional<Text> taken_messages(model::If& choice) {
    Steps yes = choice.branches.front().body;
    Steps no = choice.otherwise;
    std::optional<Text> text = taken_message(yes, Text::literal("yes"));
    std::optional<Text> const opposite = taken_message(no, Text::literal("no"));
    if (!text || !opposite || !(*text == *opposite)) {
        return std::nullopt;
    }
    choice.branches.front().body = std::move(yes);
    choice.otherwise = std::move(no);
    return text;
}

// What the steps behind a check say of its answer, and no longer say.
std::optional<Text> said_later(Steps& steps, std::size_t check, std::string const& answer, Writes const& writes) {
    std::optional<Mirror> mirror;
    for (std::size_t i = check + 1; i < steps.size(); ++i) {
        if (mirror) {
            std::optional<Text> text = checked(steps[i], Text::variable(mirror->variable));
            if (text) {
                steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i));
                return text;
            }
        }
        auto* choice = std::get_if<model::If>(&steps[i].what);
        if (choice != nullptr && asks(*choice, answer)) {
            if (std::optional<Text> text = taken_messages(*choice)) {
                return text;
            }
            mirror = mirror_made_at(steps, i, writes);
        } else if (std::holds_alternative<Call>(steps[i].what) ||
                   (mirror && count_writes({steps[i]}).contains(mirror->variable))) {
            break;  // another check and its messages, or another result
        }
    }
    return std::nullopt;
}

void say(Steps& steps, Writes const& writes) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        model::for_each_body(steps[i], [&](Steps& body) { say(body, writes); });
        auto const* call = std::get_if<Call>(&steps[i].what);
        if (call == nullptr || call->command != "check_source" || call->writes.size() != 1) {
            continue;
        }
        if (std::optional<Text> text = said_later(steps, i, *call->writes.begin(), writes)) {
            auto& arguments = std::get<Call>(steps[i].what).arguments;
            arguments.push_back({Text::literal("MESSAGE"), Call::Argument::Form::unquoted});
            arguments.push_back({std::move(*text), Call::Argument::Form::quoted});
        }
    }
}

}  // namespace

void say_checks(model::Project& project, Diagnostics&) {
    say(project.configure, count_writes(project.configure));
    say(project.after_output, count_writes(project.after_output));
}

}  // namespace am2cmake::passes
