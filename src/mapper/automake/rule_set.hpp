#pragma once
// One directory's rules: which of them are needed, and for which files.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mapper/automake/rule_instance.hpp"
#include "mapper/automake/rule_names.hpp"

namespace am2cmake::mapper {

struct RuleEntry {
    // What one pattern rule makes.
    struct Instance {
        std::string target;
        std::string input;
        std::string stem;
    };
    automake::Rule const* rule;
    std::size_t first;  // of its statements: conditionals of GNU make part a recipe
    std::size_t last;
    std::vector<std::string> targets;
    std::vector<std::string> prerequisites;
    std::vector<Pattern> patterns;    // of a suffix or pattern rule
    std::vector<Instance> instances;  // and what it makes that is needed
    bool needed = false;

    bool is_implicit() const { return !patterns.empty(); }
};

class RuleSet {
public:
    // `wanted` are the files that all directories want.
    RuleSet(DirectoryContext const& context, std::set<std::string> const& wanted);

    std::vector<RuleEntry> const& entries() const { return entries_; }

    // Whether the statement is part of a rule.
    bool holds(std::size_t statement) const;

    // Relative to the directory, where it is below it.
    std::string local_name(std::string const& path) const;

    bool has_recipe(std::string const& file) const;
    bool has_instance(std::string const& file) const;

    // Nothing where conditionals of GNU make part the recipe, or it writes into the source tree.
    std::optional<std::vector<RuleInstance>> instances_of(RuleEntry const& entry) const;

private:
    std::size_t last_of_rule(std::size_t first) const;
    bool makes_wanted(RuleEntry const& entry) const;
    bool reads_sources(RuleEntry const& entry) const;
    static bool compiles(RuleEntry const& entry, std::string const& file);
    void find_needed();
    std::optional<std::string> instantiate(std::string const& file);
    std::vector<RuleInstance> of_targets(RuleEntry const& entry, RuleInstance rule) const;
    std::vector<RuleInstance> of_static_pattern(RuleEntry const& entry, RuleInstance const& rule) const;
    std::vector<RuleInstance> of_pattern(RuleEntry const& entry, RuleInstance const& rule) const;
    RuleInstance with_stem(RuleInstance rule, std::string const& target, std::string const& stem) const;
    void add_further_prerequisites(std::string const& target, RuleInstance& rule) const;

    DirectoryContext const& context_;
    std::set<std::string> wanted_;
    std::vector<RuleEntry> entries_;
};

}  // namespace am2cmake::mapper
