#include "parser/rules_holes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace am2cmake::rules {
namespace {

class HoleCheck {
public:
    HoleCheck(std::string_view item, Diagnostics& diagnostics) : item_(item), diagnostics_(&diagnostics) {}

    void know(std::string_view name) { known_.push_back(name); }

    void operator()(Hole const& hole) const {
        if (std::find(known_.begin(), known_.end(), hole.name) == known_.end()) {
            diagnostics_->report(
                code::rule_syntax, hole.span,
                fmt::format("'{}' is neither a parameter or feature of {} nor a variable of 'each' nor 'result'",
                            hole.name, item_));
        }
    }
    void operator()(Template const& text) const {
        for (TemplatePart const& part : text.parts) {
            if (auto const* hole = std::get_if<Hole>(&part)) {
                (*this)(*hole);
            }
        }
    }
    template <typename T>
    void operator()(std::vector<T> const& several) const {
        for (T const& one : several) {
            (*this)(one);
        }
    }
    template <typename T>
    void operator()(std::optional<T> const& maybe) const {
        if (maybe) {
            (*this)(*maybe);
        }
    }
    void operator()(Condition const& condition) const { (*this)(condition.text); }
    void operator()(CmakeArgument const& argument) const { (*this)(argument.group); }

    void operator()(Reads const& reads) const { (*this)(reads.variables); }
    void operator()(Writes const& writes) const { all(writes.variables, writes.values); }
    void operator()(Answer const& answer) const {
        all(answer.variable, answer.when_true, answer.when_false, answer.condition);
    }
    void operator()(Alias const& alias) const { all(alias.variable, alias.text); }
    void operator()(Define const& define) const { all(define.name, define.value, define.help, define.condition); }
    void operator()(Substitute const& substitute) const { (*this)(substitute.variables); }
    void operator()(Cmake const& cmake) const { (*this)(cmake.arguments); }
    void operator()(Run const& run) const { all(run.argument, run.condition); }
    void operator()(Shell const& shell) const { all(shell.text, shell.condition); }
    void operator()(Object const& object) const { all(object.names, object.condition); }
    void operator()(Each const& each) const {
        (*this)(each.list);
        HoleCheck inner = *this;
        inner.know(each.variable);
        inner(each.body);
    }
    void operator()(Statement const& statement) const {
        if (statement.given) {
            (*this)(Hole{statement.given->span, statement.given->argument, ""});
        }
        std::visit(*this, statement.what);
    }

    // These hold plain names only.
    void operator()(Requires const&) const {}
    void operator()(Provides const&) const {}
    void operator()(Enable const&) const {}
    void operator()(Special const&) const {}
    void operator()(Nothing const&) const {}
    void operator()(Unsupported const&) const {}
    void operator()(Feature const&) const {}

private:
    template <typename... Nodes>
    void all(Nodes const&... nodes) const {
        ((*this)(nodes), ...);
    }

    std::string_view item_;
    Diagnostics* diagnostics_;
    std::vector<std::string_view> known_;
};

}  // namespace

void check_holes(Item const& item, Diagnostics& diagnostics) {
    if (auto const* macro = std::get_if<Macro>(&item)) {
        HoleCheck check{macro->name, diagnostics};
        for (Parameter const& parameter : macro->parameters) {
            check.know(parameter.name);
        }
        for (Statement const& statement : macro->statements) {
            if (auto const* feature = std::get_if<Feature>(&statement.what)) {
                check.know(feature->name);
            }
        }
        check.know("result");
        check(macro->statements);
    } else if (auto const* variable = std::get_if<Variable>(&item)) {
        std::visit(HoleCheck{"a variable", diagnostics}, variable->what);
    }
}

}  // namespace am2cmake::rules
