#pragma once
// What the configure program asks pkg-config for, and where its answers are known to be there.

#include <map>
#include <set>
#include <string>

#include "model/configure_program.hpp"

namespace am2cmake::passes {

// pkg_check_modules(PREFIX IMPORTED_TARGET ...): PkgConfig::PREFIX.
struct FoundPackage {
    model::Condition found = model::Condition::never();  // when there is the target
    bool always_asked = false;                           // not only within some if()
    bool changed = false;                                // the program changes PREFIX_CFLAGS or PREFIX_LIBS itself
};

class FoundPackages {
public:
    explicit FoundPackages(model::Steps const& steps);

    std::map<std::string, FoundPackage> const& by_prefix() const { return packages_; }

    // What must be asked beside `when` before PkgConfig::PREFIX is linked.
    model::Condition guard(std::string const& prefix, model::Condition const& when) const;

private:
    friend class PackageReader;
    model::Condition spelled_out(model::Condition const& when) const;

    std::map<std::string, FoundPackage> packages_;
    std::map<std::string, model::Condition> true_only_if_;  // a variable: where the program makes it true
};

// The modules' arguments are known lists: no text that a shell would split.
bool asks_pkg_config(model::Call const& call);

// pkg_config_flags(PREFIX): makes text of the answers, for what is no target.
bool makes_flags_text(model::Call const& call);

}  // namespace am2cmake::passes
