#include "parser/m4_macros.hpp"

#include <charconv>
#include <utility>

#include "parser/m4_text.hpp"

namespace am2cmake::m4 {

Expanded const& Invocation::at(std::size_t index) const {
    static Expanded const none;
    return index < arguments.size() ? arguments[index] : none;
}

void append_made(Expanded& to, std::string_view text, Invocation const& call) {
    append_made(to, text, call.span.begin, call.name.size());
}

Definition const* Macros::find(std::string_view name) const {
    auto const found = stacks_.find(name);
    return found == stacks_.end() ? nullptr : &found->second.back();
}

void Macros::define(std::string_view name, Definition definition) {
    auto const found = stacks_.find(name);
    if (found == stacks_.end()) {
        push(name, std::move(definition));
    } else {
        found->second.back() = std::move(definition);
    }
}

void Macros::push(std::string_view name, Definition definition) {
    stacks_[std::string(name)].push_back(std::move(definition));
}

void Macros::pop(std::string_view name) {
    auto const found = stacks_.find(name);
    if (found == stacks_.end()) {
        return;
    }
    found->second.pop_back();
    if (found->second.empty()) {
        stacks_.erase(found);
    }
}

void Macros::undefine(std::string_view name) {
    if (auto const found = stacks_.find(name); found != stacks_.end()) {
        stacks_.erase(found);
    }
}

std::vector<Definition> Macros::stack(std::string_view name) const {
    auto const found = stacks_.find(name);
    return found == stacks_.end() ? std::vector<Definition>{} : found->second;
}

void Diversions::divert(int number) {
    number_ = number;
    dropped_ = {};
    sink_ = number < 0 ? &dropped_ : &kept_[number];
}

int Diversions::fresh() {
    return next_++;
}

Expanded Diversions::take(int number) {
    auto const found = kept_.find(number);
    if (found == kept_.end()) {
        return {};
    }
    Expanded text = std::move(found->second);
    if (sink_ == &found->second) {
        found->second = {};
    } else {
        kept_.erase(found);
    }
    return text;
}

void Diversions::undivert(int number) {
    if (number != number_ && number >= 0) {
        append(current(), take(number));
    }
}

Expanded Diversions::all(int first, int last) {
    Expanded text;
    for (auto const& [number, part] : kept_) {
        if (number >= first && number <= last) {
            append(text, part);
        }
    }
    return text;
}

int Diversions::by_name(std::string_view name) {
    // The order of Autoconf's sections. A --help text is not shell, and the header of configure means nothing here.
    static std::map<std::string_view, int> const numbers{{"KILL", -1},
                                                         {"", body},
                                                         {"0", body},
                                                         {"BINSH", -1},
                                                         {"HEADER-REVISION", -1},
                                                         {"HEADER-COMMENT", -1},
                                                         {"GROW", 10000},
                                                         {"HEADER-COPYRIGHT", -1},
                                                         {"M4SH-SANITIZE", 4},
                                                         {"M4SH-INIT-FN", 5},
                                                         {"M4SH-INIT", 6},
                                                         {"DEFAULTS", 10},
                                                         {"PARSE_ARGS", 20},
                                                         {"HELP_BEGIN", -1},
                                                         {"HELP_CANON", -1},
                                                         {"HELP_ENABLE", -1},
                                                         {"HELP_WITH", -1},
                                                         {"HELP_VAR", -1},
                                                         {"HELP_VAR_END", -1},
                                                         {"HELP_END", -1},
                                                         {"VERSION_BEGIN", -1},
                                                         {"VERSION_FSF", -1},
                                                         {"VERSION_USER", -1},
                                                         {"VERSION_END", -1},
                                                         {"SHELL_FN", 250},
                                                         {"INIT_PREPARE", 300},
                                                         {"BODY", body}};
    if (auto const found = numbers.find(name); found != numbers.end()) {
        return found->second;
    }
    int number = body;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

}  // namespace am2cmake::m4
