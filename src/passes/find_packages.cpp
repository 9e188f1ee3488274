#include <algorithm>
#include <map>

#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Step;
using model::Steps;
using model::Target;

// The packages of what targets link, and whether a target that is always built needs them.
std::map<std::string, bool> linked_packages(model::Project const& project) {
    std::map<std::string, bool> packages;
    for (model::Directory const& directory : project.directories) {
        for (model::Directory::Item const& item : directory.items) {
            auto const* target = std::get_if<Target>(&item);
            for (auto const& library : target == nullptr ? decltype(Target::libraries){} : target->libraries) {
                if (!library.value.package.empty()) {
                    bool& needed = packages[library.value.package];
                    needed = needed || (target->built_by_all && target->when.is_always() && library.when.is_always());
                }
            }
        }
    }
    return packages;
}

bool finds(Step const& step, std::string const& package) {
    auto const* call = std::get_if<model::Call>(&step.what);
    return call != nullptr && call->command == "find_package" &&
           call->arguments.front().text == model::Text::literal(package);
}

Step find_step(std::string const& package, bool needed) {
    using Argument = model::Call::Argument;
    model::Call call{"find_package", {{model::Text::literal(package), Argument::Form::unquoted}}, {}, {}, false};
    if (needed) {
        call.arguments.push_back({model::Text::literal("REQUIRED"), Argument::Form::unquoted});
    }
    return {std::move(call), {}};
}

}  // namespace

void find_packages(model::Project& project, Diagnostics&) {
    Steps found;
    for (auto const& [package, needed] : linked_packages(project)) {
        bool const known = std::any_of(project.configure.begin(), project.configure.end(),
                                       [&, name = package](Step const& step) { return finds(step, name); });
        if (!known) {
            found.push_back(find_step(package, needed));
        }
    }
    if (!found.empty()) {
        project.configure.push_back({model::BlankLine{}, {}});
        project.configure.insert(project.configure.end(), found.begin(), found.end());
    }
}

}  // namespace am2cmake::passes
