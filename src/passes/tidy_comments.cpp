#include <algorithm>
#include <array>
#include <string_view>

#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Step;
using model::Steps;

// Comments that speak of the build system itself.
bool is_boilerplate(std::string_view text) {
    static constexpr std::array<std::string_view, 8> phrases{
        "-*-",         "rocess this file with", "Process this with", "autoscan",
        "to generate", "Define Makefiles",      "nitialize auto",    "autoreconf"};
    return std::any_of(phrases.begin(), phrases.end(),
                       [text](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

bool is_comment(Step const& step) {
    return std::holds_alternative<model::Comment>(step.what);
}
bool is_blank(Step const& step) {
    return std::holds_alternative<model::BlankLine>(step.what);
}

// A comment counts if a step follows before the next paragraph's comment.
void tidy(Steps& steps) {
    Steps made;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (is_comment(steps[i])) {
            std::size_t next = i + 1;
            while (next < steps.size() && is_blank(steps[next])) {
                ++next;
            }
            bool const leads = next < steps.size() && !is_comment(steps[next]);
            if (!leads || is_boilerplate(std::get<model::Comment>(steps[i].what).text)) {
                continue;
            }
        }
        bool const doubled = is_blank(steps[i]) && (made.empty() || is_blank(made.back()));
        if (!doubled) {
            made.push_back(std::move(steps[i]));
        }
    }
    while (!made.empty() && is_blank(made.back())) {
        made.pop_back();
    }
    steps = std::move(made);
    for (Step& step : steps) {
        model::for_each_body(step, tidy);
    }
}

}  // namespace

void tidy_comments(model::Project& project, Diagnostics&) {
    tidy(project.configure);
}

}  // namespace am2cmake::passes
