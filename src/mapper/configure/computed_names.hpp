#pragma once
// Names of variables that CMake computes: `have_${x}` for the shell's have_$x in `eval`.

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace am2cmake::mapper {

bool is_computed_name(std::string_view name);

// ${x_as_name} is AS_TR_SH of $x, until x changes.
constexpr std::string_view as_name = "_as_name";

class ComputedNames {
public:
    // Variables that the name may mean; none: any that fits it.
    void add(std::string const& name, std::set<std::string> candidates);

    bool may_mean(std::string const& name, std::string const& variable) const;
    std::set<std::string> const& candidates(std::string const& name) const;

    // One that was assigned by such a name so far has values that nobody sees.
    void assigned(std::string const& name) { assigned_.insert(name); }
    bool may_be_assigned(std::string const& variable) const;

private:
    std::map<std::string, std::set<std::string>, std::less<>> candidates_;
    std::set<std::string> assigned_;
};

}  // namespace am2cmake::mapper
