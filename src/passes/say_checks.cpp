#include <algorithm>
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

constexpr std::string_view before_text = "checking ";
constexpr std::string_view between = " - ";

// `checking TEXT - RESULT`, as a message: TEXT, if the result is this one.
std::optional<Text> checked(Step const& step, Text const& result) {
    auto const* message = std::get_if<Message>(&step.what);
    if (message == nullptr || message->level != "STATUS" || message->text.pieces.empty()) {
        return std::nullopt;
    }
    Text end = Text::literal(between);
    end.append(result);
    Text text = message->text;
    // Both are made of the same kinds of pieces from the end on.
    for (std::size_t i = end.pieces.size(); i-- > 0;) {
        if (text.pieces.empty() || text.pieces.back().kind != end.pieces[i].kind ||
            !text.pieces.back().text.ends_with(end.pieces[i].text)) {
            return std::nullopt;
        }
        std::string& last = text.pieces.back().text;
        bool const is_whole = last.size() == end.pieces[i].text.size();
        if (!is_whole && i > 0) {
            return std::nullopt;
        }
        last.resize(last.size() - end.pieces[i].text.size());
        if (is_whole) {
            text.pieces.pop_back();
        }
    }
    if (text.pieces.empty() || !text.pieces.front().text.starts_with(before_text)) {
        return std::nullopt;
    }
    text.pieces.front().text.erase(0, before_text.size());
    return text.pieces.front().text.empty() ? std::nullopt : std::optional(text);
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
}

}  // namespace am2cmake::passes
