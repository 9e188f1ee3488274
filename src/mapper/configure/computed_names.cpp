#include "mapper/configure/computed_names.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace am2cmake::mapper {

bool is_computed_name(std::string_view name) {
    return name.find("${") != name.npos;
}

void ComputedNames::add(std::string const& name, std::set<std::string> candidates) {
    candidates_[name].merge(candidates);
}

std::set<std::string> const& ComputedNames::candidates(std::string const& name) const {
    static std::set<std::string> const none;
    auto const found = candidates_.find(name);
    return found == candidates_.end() ? none : found->second;
}

bool ComputedNames::may_mean(std::string const& name, std::string const& variable) const {
    std::set<std::string> const& known = candidates(name);
    return known.empty() ? model::may_name(name, variable) : known.contains(variable);
}

bool ComputedNames::may_be_assigned(std::string const& variable) const {
    return std::any_of(assigned_.begin(), assigned_.end(),
                       [&](std::string const& name) { return may_mean(name, variable); });
}

}  // namespace am2cmake::mapper
