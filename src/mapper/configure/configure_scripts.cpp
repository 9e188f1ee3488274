#include "mapper/configure/configure_scripts.hpp"

#include "parser/shell_parse.hpp"

namespace am2cmake::mapper {

ConfigureScripts::ConfigureScripts(m4::Program const& program, RuleBook const& rules, Diagnostics& diagnostics)
    : program_(&program), rules_(&rules), diagnostics_(&diagnostics), top_(shell::parse(program.text, diagnostics)) {}

shell::Script const& ConfigureScripts::argument(std::size_t call, std::size_t index) {
    auto const [at, is_new] = arguments_.try_emplace({call, index});
    auto const& arguments = program_->calls[call].arguments;
    if (is_new && index < arguments.size()) {
        at->second = shell::parse(arguments[index], *diagnostics_);
    }
    return at->second;
}

shell::Script ConfigureScripts::parse(std::string const& text, Span span) const {
    m4::Expanded expanded{text, {}};
    if (!text.empty()) {
        expanded.origins.push_back({0, span.begin});
    }
    return shell::parse(expanded, *diagnostics_);
}

rules::ArgumentType ConfigureScripts::argument_type(std::size_t call, std::size_t index) const {
    rules::Macro const* macro = rule(call);
    if (macro == nullptr || macro->parameters.empty()) {
        return rules::ArgumentType::text;
    }
    if (index < macro->parameters.size()) {
        return macro->parameters[index].type;
    }
    rules::Parameter const& last = macro->parameters.back();
    return last.rest ? last.type : rules::ArgumentType::text;
}

std::optional<std::size_t> ConfigureScripts::parameter(std::size_t call, std::string_view name) const {
    rules::Macro const* macro = rule(call);
    for (std::size_t i = 0; macro != nullptr && i < macro->parameters.size(); ++i) {
        if (macro->parameters[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

}  // namespace am2cmake::mapper
