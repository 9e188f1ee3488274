// Which of the modules that travel in the program a converted tree needs.

#include <map>
#include <regex>
#include <set>

#include "base/embedded.hpp"
#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

struct Module {
    std::vector<std::string> commands;
    std::vector<std::string> includes;
};

std::vector<std::string> all_matches(std::string const& text, std::regex const& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        found.push_back((*at)[1]);
    }
    return found;
}

std::map<std::string, Module> read_modules() {
    static std::regex const command(R"((?:^|\n)[ \t]*(?:function|macro)\(\s*([A-Za-z_][A-Za-z0-9_]*))");
    static std::regex const include(
        R"((?:^|\n)[ \t]*include\(\s*"\$\{CMAKE_CURRENT_LIST_DIR\}/([A-Za-z_][A-Za-z0-9_]*)\.cmake")");
    std::map<std::string, Module> modules;
    for (EmbeddedFile const& file : embedded_files("modules")) {
        std::string name(file.path.substr(file.path.rfind('/') + 1));
        name.resize(name.rfind('.'));
        std::string const text(file.text);
        modules[name] = {all_matches(text, command), all_matches(text, include)};
    }
    return modules;
}

void collect_commands(Nodes const& nodes, std::set<std::string>& names) {
    for (cmake::Node const& node : nodes) {
        if (auto const* command = std::get_if<cmake::Command>(&node)) {
            names.insert(command->name);
        } else if (auto const* block = std::get_if<cmake::Block>(&node)) {
            for (cmake::Part const& part : block->parts) {
                collect_commands(part.body, names);
            }
        }
    }
}

void add_with_includes(std::string const& name, std::map<std::string, Module> const& modules,
                       std::set<std::string>& needed) {
    auto const module = modules.find(name);
    if (module == modules.end() || !needed.insert(name).second) {
        return;
    }
    for (std::string const& include : module->second.includes) {
        add_with_includes(include, modules, needed);
    }
}

}  // namespace

std::vector<std::string> with_included(std::vector<std::string> const& names) {
    std::map<std::string, Module> const modules = read_modules();
    std::set<std::string> needed;
    for (std::string const& name : names) {
        add_with_includes(name, modules, needed);
    }
    return {needed.begin(), needed.end()};
}

std::vector<std::string> without_included(std::vector<std::string> names) {
    std::map<std::string, Module> const modules = read_modules();
    std::set<std::string> included;
    for (std::string const& name : names) {
        std::set<std::string> with_own;
        add_with_includes(name, modules, with_own);
        with_own.erase(name);
        included.insert(with_own.begin(), with_own.end());
    }
    std::erase_if(names, [&](std::string const& name) { return included.contains(name); });
    return names;
}

std::vector<std::string> modules_of(std::vector<cmake::File> const& files) {
    std::set<std::string> used;
    for (cmake::File const& file : files) {
        collect_commands(file.nodes, used);
    }
    std::set<std::string> needed;
    for (auto const& [name, module] : read_modules()) {
        for (std::string const& command : module.commands) {
            if (used.contains(command)) {
                needed.insert(name);
            }
        }
    }
    return {needed.begin(), needed.end()};
}

}  // namespace am2cmake::emitter
