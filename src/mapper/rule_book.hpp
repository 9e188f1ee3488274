#pragma once
// The rules, looked up by what they are about.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "parser/m4_expand.hpp"
#include "parser/rules_ast.hpp"

namespace am2cmake::mapper {

class RuleBook {
public:
    // A later file's macro, variable, host or library wins over an earlier one's of the same name.
    void add(rules::File const& file);

    rules::Macro const* macro(std::string_view name) const;
    rules::Variable const* variable(std::string_view name) const;

    // host_condition.cpp: the CMake condition for a case pattern over $host, $host_os ...; "" if no rule says. A pattern
    // over the whole name is taken apart into processor and system.
    std::string host_condition(std::string_view variable, std::string_view pattern) const;

    std::vector<rules::Library> libraries(std::string_view name) const;

    // What the m4 expander leaves as calls.
    m4::KnownMacros known_macros() const;

    // CMake words for the platforms that `on` names; nothing for one that there is not.
    static std::optional<std::string> platform_condition(rules::Platform const& platform);

private:
    std::string system_condition(std::string_view name) const;
    std::string composed_condition(std::string_view pattern) const;

    std::map<std::string, rules::Macro, std::less<>> macros_;
    std::map<std::string, rules::Variable, std::less<>> variables_;
    std::map<std::pair<std::string, std::string>, std::string> hosts_;
    std::multimap<std::string, rules::Library, std::less<>> libraries_;
};

}  // namespace am2cmake::mapper
