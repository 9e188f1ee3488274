#include "mapper/rule_book.hpp"

#include <algorithm>
#include <array>

namespace am2cmake::mapper {
namespace {

struct Add {
    std::map<std::string, rules::Macro, std::less<>>& macros;
    std::map<std::string, rules::Variable, std::less<>>& variables;
    std::map<std::pair<std::string, std::string>, std::string>& hosts;
    std::multimap<std::string, rules::Library, std::less<>>& libraries;

    void operator()(rules::Macro const& macro) const { macros.insert_or_assign(macro.name, macro); }
    void operator()(rules::Variable const& variable) const {
        rules::Template const& name =
            std::visit([](auto const& what) -> rules::Template const& { return what.variable; }, variable.what);
        if (!name.parts.empty()) {
            variables.insert_or_assign(std::get<std::string>(name.parts.front()), variable);
        }
    }
    void operator()(rules::Host const& host) const {
        for (std::string const& pattern : host.patterns) {
            hosts[{host.variable, pattern}] = host.condition;
        }
    }
    void operator()(rules::Library const& library) const { libraries.emplace(library.name, library); }
};

void add_defined_names(std::vector<rules::Statement> const& statements, std::set<std::string, std::less<>>& names) {
    for (rules::Statement const& statement : statements) {
        if (auto const* define = std::get_if<rules::Define>(&statement.what)) {
            auto const& parts = define->name.parts;
            auto const* name = parts.size() == 1 ? std::get_if<std::string>(&parts.front()) : nullptr;
            if (name != nullptr) {
                names.insert(*name);
            }
        } else if (auto const* each = std::get_if<rules::Each>(&statement.what)) {
            add_defined_names(each->body, names);
        }
    }
}

std::size_t argument_index(rules::Macro const& macro, std::string const& parameter) {
    auto const found = std::find_if(macro.parameters.begin(), macro.parameters.end(),
                                    [&](rules::Parameter const& each) { return each.name == parameter; });
    return static_cast<std::size_t>(found - macro.parameters.begin());
}

}  // namespace

void RuleBook::add(rules::File const& file) {
    for (rules::Item const& item : file.items) {
        if (auto const* library = std::get_if<rules::Library>(&item)) {
            libraries_.erase(library->name);
        }
    }
    for (rules::Item const& item : file.items) {
        std::visit(Add{macros_, variables_, hosts_, libraries_}, item);
    }
}

rules::Macro const* RuleBook::macro(std::string_view name) const {
    auto const found = macros_.find(name);
    return found == macros_.end() ? nullptr : &found->second;
}

rules::Variable const* RuleBook::variable(std::string_view name) const {
    auto const found = variables_.find(name);
    return found == variables_.end() ? nullptr : &found->second;
}

std::vector<rules::Library> RuleBook::libraries(std::string_view name) const {
    std::vector<rules::Library> found;
    auto const [begin, end] = libraries_.equal_range(name);
    for (auto at = begin; at != end; ++at) {
        found.push_back(at->second);
    }
    return found;
}

m4::KnownMacros RuleBook::known_macros() const {
    m4::KnownMacros known;
    for (auto const& [name, macro] : macros_) {
        m4::KnownMacro& entry = known[name];
        add_defined_names(macro.statements, entry.defines);
        for (rules::Statement const& statement : macro.statements) {
            if (auto const* needed = std::get_if<rules::Requires>(&statement.what)) {
                if (statement.given) {
                    entry.requires_by_argument.push_back(
                        {argument_index(macro, statement.given->argument), !statement.given->negated, needed->names});
                } else {
                    entry.requires_first.insert(entry.requires_first.end(), needed->names.begin(), needed->names.end());
                }
            } else if (auto const* given = std::get_if<rules::Provides>(&statement.what)) {
                entry.provides.insert(entry.provides.end(), given->names.begin(), given->names.end());
            } else if (auto const* feature = std::get_if<rules::Feature>(&statement.what)) {
                entry.features.insert(feature->text);
            }
        }
    }
    return known;
}

std::optional<std::string> RuleBook::platform_condition(rules::Platform const& platform) {
    // Windows is two questions: its API (MinGW and MSVC have it), and a compiler that is driven as GNU's.
    static std::array<std::pair<std::string_view, std::string_view>, 6> const words{{
        {"windows", "WIN32"},
        {"macos", "APPLE"},
        {"msvc", "MSVC"},
        {"mingw", "MINGW"},
        {"linux", "CMAKE_SYSTEM_NAME STREQUAL \"Linux\""},
        {"unix", "UNIX"},
    }};
    for (auto const& [name, condition] : words) {
        if (platform.name == name) {
            return platform.negated ? "NOT " + std::string(condition) : std::string(condition);
        }
    }
    return std::nullopt;
}

}  // namespace am2cmake::mapper
