#pragma once
// The shell of a configure program: its text and the shell arguments of its macro calls, each parsed once.

#include <map>
#include <utility>

#include "base/diagnostic.hpp"
#include "mapper/rule_book.hpp"
#include "parser/m4_expanded.hpp"
#include "parser/shell_ast.hpp"

namespace am2cmake::mapper {

class ConfigureScripts {
public:
    ConfigureScripts(m4::Program const& program, RuleBook const& rules, Diagnostics& diagnostics);

    shell::Script const& top() const { return top_; }
    m4::Call const& call(std::size_t index) const { return program_->calls[index]; }
    // Whether the project's own copy of a macro lacks a name or the text of a feature that its rule knows.
    bool copy_lacks(std::string const& macro, std::string const& text) const {
        auto const copy = program_->not_in_copy.find(macro);
        return copy != program_->not_in_copy.end() && copy->second.contains(text);
    }
    rules::Macro const* rule(std::size_t call) const { return rules_->macro(program_->calls[call].name); }

    // The argument as shell; an empty script where there is no such argument.
    shell::Script const& argument(std::size_t call, std::size_t index);

    // Shell that a rule holds itself; every byte is at `span`.
    shell::Script parse(std::string const& text, Span span) const;

    // The type that the rule gives the argument; of a macro without a rule: text.
    rules::ArgumentType argument_type(std::size_t call, std::size_t index) const;

    // The index of the parameter of that name; nothing if the rule has none.
    std::optional<std::size_t> parameter(std::size_t call, std::string_view name) const;

private:
    m4::Program const* program_;
    RuleBook const* rules_;
    Diagnostics* diagnostics_;
    shell::Script top_;
    std::map<std::pair<std::size_t, std::size_t>, shell::Script> arguments_;
};

}  // namespace am2cmake::mapper
