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

// Moves find_package(PkgConfig) out of the branches in which a macro required it: CMake knows pkg_check_modules() only
// behind it.
void take_out(Steps& steps, Steps& taken) {
    for (std::size_t at = 0; at < steps.size();) {
        if (auto* choice = std::get_if<model::If>(&steps[at].what)) {
            for (model::If::Branch& branch : choice->branches) {
                take_out(branch.body, taken);
            }
            take_out(choice->otherwise, taken);
        }
        if (finds(steps[at], "PkgConfig")) {
            taken.push_back(std::move(steps[at]));
            steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
            ++at;
        }
    }
}

void find_pkg_config_first(Steps& steps) {
    for (std::size_t at = 0; at < steps.size() && !finds(steps[at], "PkgConfig"); ++at) {
        Steps nested{steps[at]};
        Steps taken;
        take_out(nested, taken);
        if (!taken.empty()) {
            steps[at] = std::move(nested.front());
            steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(at), std::move(taken.front()));
            return;
        }
    }
}

}  // namespace

void find_packages(model::Project& project, Diagnostics&) {
    find_pkg_config_first(project.configure);
    Steps found;
    for (auto const& [package, needed] : linked_packages(project)) {
        auto const known = std::find_if(project.configure.begin(), project.configure.end(),
                                        [&, name = package](Step const& step) { return finds(step, name); });
        if (known == project.configure.end()) {
            found.push_back(find_step(package, needed));
        } else {
            std::get<model::Call>(known->what).pure = false;  // its target is needed
        }
    }
    if (!found.empty()) {
        project.configure.push_back({model::BlankLine{}, {}});
        project.configure.insert(project.configure.end(), found.begin(), found.end());
    }
}

}  // namespace am2cmake::passes
