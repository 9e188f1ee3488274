// The CMake package that is installed, with what its static libraries need of others.

#include <set>

#include "base/words.hpp"
#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using cmake::word;
using Names = std::set<std::string>;

constexpr std::string_view pkg_config_target = "PkgConfig::";

struct Needs {
    std::vector<std::string> targets;
    Names packages;  // of find_package()
    Names prefixes;  // of pkg_check_modules()

    void add(model::Target const& target) {
        if (!target.package.empty()) {
            targets.push_back(target.name);
        }
        for (auto const& library : target.package.empty() ? decltype(target.libraries){} : target.libraries) {
            if (library.value.kind != model::Library::Kind::package) {
                continue;
            }
            if (library.value.name.starts_with(pkg_config_target)) {
                prefixes.insert(library.value.name.substr(pkg_config_target.size()));
            } else {
                packages.insert(library.value.package);
            }
        }
    }
};

Needs needs_of(model::Project const& project) {
    Needs needs;
    for (model::Directory const& directory : project.directories) {
        for (model::Directory::Item const& item : directory.items) {
            if (auto const* target = std::get_if<model::Target>(&item)) {
                needs.add(*target);
            }
        }
    }
    return needs;
}

// "PREFIX module>=1 other" of each call for one of the prefixes.
void collect_modules(model::Steps const& steps, Names const& prefixes, std::vector<std::string>& found) {
    for (model::Step const& step : steps) {
        if (auto const* call = std::get_if<model::Call>(&step.what); call != nullptr) {
            bool const asked = call->command == "pkg_check_modules" &&
                               prefixes.contains(model::cmake_text(call->arguments.front().text));
            std::vector<std::string> words;
            for (model::Call::Argument const& argument : call->arguments) {
                std::string const text = model::cmake_text(argument.text);
                if (asked && text != "REQUIRED" && text != "IMPORTED_TARGET") {
                    words.push_back(text);
                }
            }
            if (asked) {
                found.push_back(join(words, " "));
            }
        } else if (auto const* choice = std::get_if<model::If>(&step.what)) {
            for (model::If::Branch const& branch : choice->branches) {
                collect_modules(branch.body, prefixes, found);
            }
            collect_modules(choice->otherwise, prefixes, found);
        }
    }
}

// `src`, `"${PROJECT_BINARY_DIR}/src"`, and `src=foo` for what is installed as foo.
void append_headers(std::vector<cmake::Argument>& arguments, std::vector<model::HeaderFolder> const& folders) {
    if (!folders.empty()) {
        arguments.push_back(word("HEADERS"));
    }
    for (model::HeaderFolder const& folder : folders) {
        std::string const path = folder.path.empty() ? "." : folder.path;
        model::Text text = folder.built ? model::Text::variable("PROJECT_BINARY_DIR") : model::Text::literal(path);
        text.append(folder.built && !folder.path.empty() ? "/" + folder.path : "");
        text.append(folder.name.empty() ? "" : "=" + folder.name);
        arguments.push_back(argument(text));
    }
}

}  // namespace

Nodes emit_package(model::Project const& project) {
    Nodes nodes;
    Needs const needs = needs_of(project);
    if (needs.targets.empty()) {
        return nodes;
    }
    std::vector<cmake::Argument> arguments{word(project.tarname), word("TARGETS")};
    for (std::string const& target : needs.targets) {
        arguments.push_back(word(target));
    }
    append_headers(arguments, project.header_folders);
    if (!needs.packages.empty()) {
        arguments.push_back(word("PACKAGES"));
        for (std::string const& package : needs.packages) {
            arguments.push_back(word(package));
        }
    }
    std::vector<std::string> modules;
    collect_modules(project.configure, needs.prefixes, modules);
    if (!modules.empty()) {
        arguments.push_back(word("MODULES"));
        for (std::string const& each : modules) {
            arguments.push_back(cmake::evaluated(each));
        }
    }
    nodes.push_back(command("install_cmake_package", std::move(arguments)));
    return nodes;
}

}  // namespace am2cmake::emitter
