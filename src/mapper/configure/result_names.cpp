// What the variables are called that hold the answers of checks.

#include <fmt/format.h>

#include <algorithm>

#include "base/words.hpp"
#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {
namespace {

// The first variable that a script assigns.
std::string first_assigned(shell::Script const& script) {
    for (shell::Command const& command : script.commands) {
        auto const* simple = std::get_if<shell::Simple>(&command.node);
        if (simple != nullptr && !simple->assignments.empty()) {
            return simple->assignments.front().name;
        }
    }
    return {};
}

}  // namespace

std::string ConfigureLowering::fresh_result(std::string const& name) {
    std::string made = name;
    for (int number = 2; !result_variables.insert(made).second; ++number) {
        made = fmt::format("{}_{}", name, number);
    }
    return made;
}

std::string ConfigureLowering::result_variable(std::size_t call) {
    if (has_argument(call, "flag")) {
        std::string const flag = argument_text(call, "flag");
        return fresh_result("HAVE_" + cpp_name(flag.substr(std::min(flag.find_first_not_of("-$"), flag.size()))));
    }
    for (std::size_t i = 0; i < scripts.call(call).arguments.size(); ++i) {
        if (scripts.argument_type(call, i) == rules::ArgumentType::shell) {
            if (std::string const name = first_assigned(scripts.argument(call, i)); !name.empty()) {
                std::string const plain = name.starts_with("ac_cv_") ? name.substr(6) : name;
                // The answer is no variable of the project's own.
                bool const is_own = facts.of(cpp_name(plain)).assignments > 0;
                return fresh_result((is_own ? "HAVE_" : "") + cpp_name(plain));
            }
        }
    }
    if (has_argument(call, "file")) {
        std::string name = cpp_name(argument_text(call, "file"));
        name.erase(0, name.find_first_not_of('_'));
        return fresh_result("HAVE_" + name.substr(0, name.find_last_not_of('_') + 1));
    }
    if (has_argument(call, "modules")) {
        std::string const modules = argument_text(call, "modules");
        return fresh_result("HAVE_" + cpp_name(modules.substr(0, modules.find_first_of(" ,<>=!\n"))));
    }
    std::vector<std::string> words = split_words(checking);
    std::erase_if(words, [](std::string const& word) {
        return word == "for" || word == "whether" || word == "the" || word == "if";
    });
    std::string name = cpp_name(join(words, "_"));
    name.erase(0, name.find_first_not_of('_'));
    return fresh_result(name.empty() ? "CONFIGURE_TEST" : "HAVE_" + name);
}

}  // namespace am2cmake::mapper
