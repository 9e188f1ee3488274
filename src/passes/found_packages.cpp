#include "passes/found_packages.hpp"

#include <algorithm>

namespace am2cmake::passes {

using model::Condition;
using model::Step;
using model::Steps;

namespace {

bool has_argument(model::Call const& call, std::string_view word) {
    return std::any_of(call.arguments.begin(), call.arguments.end(),
                       [&](auto const& argument) { return argument.text == model::Text::literal(word); });
}

Condition truth(std::string const& variable) {
    return Condition::of(model::Truth{variable});
}

bool is_false(std::string const& value) {
    return value.empty() || value == "OFF" || value == "no" || value == "0" || value == "false";
}

// The branches of a choice, each with all that must hold for it.
template <typename Visit>
void for_each_branch(model::If const& choice, Condition const& path, Visit visit) {
    Condition rest = path;
    for (model::If::Branch const& branch : choice.branches) {
        visit(conjunction(rest, branch.condition), branch.body);
        rest = conjunction(rest, negation(branch.condition));
    }
    visit(rest, choice.otherwise);
}

bool stops(Steps const& steps) {
    return std::any_of(steps.begin(), steps.end(), [](Step const& step) {
        auto const* message = std::get_if<model::Message>(&step.what);
        return message != nullptr && message->level == "FATAL_ERROR";
    });
}

// PKG_CHECK_MODULES with an error of the project's own in place of pkg.m4's.
bool stops_without(std::string const& prefix, Steps const& steps, std::size_t from) {
    Condition const missing = negation(truth(prefix + "_FOUND"));
    bool found = false;
    for (std::size_t at = from; at < steps.size(); ++at) {
        if (auto const* choice = std::get_if<model::If>(&steps[at].what)) {
            for_each_branch(*choice, Condition::always(), [&](Condition const& when, Steps const& body) {
                found = found || (stops(body) && implies(missing, when));
            });
        }
    }
    return found;
}

}  // namespace

bool asks_pkg_config(model::Call const& call) {
    return call.command == "pkg_check_modules";
}

bool makes_flags_text(model::Call const& call) {
    return call.command == "pkg_config_flags";
}

class PackageReader {
public:
    explicit PackageReader(FoundPackages& made) : made_(made) {}

    void read(Steps const& steps, Condition const& path) {
        for (std::size_t at = 0; at < steps.size(); ++at) {
            if (auto const* call = std::get_if<model::Call>(&steps[at].what)) {
                read_call(*call, path, steps, at + 1);
            } else if (auto const* set = std::get_if<model::Set>(&steps[at].what)) {
                read_set(*set, path);
            } else if (auto const* choice = std::get_if<model::If>(&steps[at].what)) {
                for_each_branch(*choice, path, [&](Condition const& when, Steps const& body) { read(body, when); });
            } else if (auto const* loop = std::get_if<model::ForEach>(&steps[at].what)) {
                changed_.insert(loop->variable);
                read(loop->body, path);
            } else if (auto const* rounds = std::get_if<model::While>(&steps[at].what)) {
                read(rounds->body, path);
            }
        }
    }

    void finish() {
        for (auto& [prefix, package] : made_.packages_) {
            package.changed = changed_.contains(prefix + "_CFLAGS") || changed_.contains(prefix + "_LIBS");
        }
        for (std::string const& variable : changed_) {
            made_.true_only_if_.erase(variable);
        }
    }

private:
    void read_call(model::Call const& call, Condition const& path, Steps const& steps, std::size_t next) {
        if (makes_flags_text(call)) {
            return;
        }
        if (!asks_pkg_config(call)) {
            changed_.insert(call.writes.begin(), call.writes.end());
            return;
        }
        if (!has_argument(call, "IMPORTED_TARGET") || !call.arguments.front().text.constant()) {
            return;
        }
        std::string const prefix = call.arguments.front().text.value();
        FoundPackage& package = made_.packages_[prefix];
        bool const needed = has_argument(call, "REQUIRED") || stops_without(prefix, steps, next);
        package.found =
            disjunction(package.found, conjunction(path, needed ? Condition::always() : truth(prefix + "_FOUND")));
        package.always_asked = package.always_asked || path.is_always();
    }

    void read_set(model::Set const& set, Condition const& path) {
        bool const is_constant = set.value.constant();
        if (!is_constant || set.variable.ends_with("_LIBS") || set.variable.ends_with("_CFLAGS")) {
            changed_.insert(set.variable);
        } else {
            auto const known = made_.true_only_if_.try_emplace(set.variable, Condition::never()).first;
            if (!is_false(set.value.value())) {
                known->second = disjunction(known->second, path);
            }
        }
    }

    FoundPackages& made_;
    std::set<std::string> changed_;  // by what is no constant
};

FoundPackages::FoundPackages(Steps const& steps) {
    PackageReader reader{*this};
    reader.read(steps, Condition::always());
    reader.finish();
}

// `when`, and what it takes to make the variables in it true.
Condition FoundPackages::spelled_out(Condition const& when) const {
    Condition made = when;
    std::vector<Condition> const parts = when.kind == Condition::Kind::conjunction ? when.operands : std::vector{when};
    for (Condition const& part : parts) {
        auto const* asked = part.kind == Condition::Kind::atom ? std::get_if<model::Truth>(&part.atom()) : nullptr;
        auto const known = asked == nullptr ? true_only_if_.end() : true_only_if_.find(asked->variable);
        if (known != true_only_if_.end()) {
            made = conjunction(made, known->second);
        }
    }
    return made;
}

Condition FoundPackages::guard(std::string const& prefix, Condition const& when) const {
    FoundPackage const& package = packages_.at(prefix);
    Condition reason = when;
    for (int depth = 0; depth < 3 && !implies(reason, package.found); ++depth) {
        reason = spelled_out(reason);
    }
    if (implies(reason, package.found)) {
        return Condition::always();
    }
    // An answer of an earlier run stays in the cache; a target does not.
    return package.always_asked
               ? truth(prefix + "_FOUND")
               : Condition::of(model::Question{"TARGET", model::Text::literal("PkgConfig::" + prefix)});
}

}  // namespace am2cmake::passes
