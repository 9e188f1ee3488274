// $(FOO_CFLAGS) and $(FOO_LIBS) of PKG_CHECK_MODULES become PkgConfig::FOO where a target has both.

#include <algorithm>
#include <set>

#include "model/visit.hpp"
#include "passes/found_packages.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Condition;
using model::Library;
using model::Step;
using model::Steps;
using model::Target;
using model::When;
using model::Words;
using Names = std::set<std::string>;

bool compiles(Target const& target) {
    return !target.sources.empty();
}

template <typename Visit>
void for_each_target(model::Directory& directory, Visit visit) {
    for (model::Directory::Item& item : directory.items) {
        if (auto* target = std::get_if<Target>(&item)) {
            visit(*target);
        }
    }
}

// The one condition under which the variable is among the flags; nothing if it is not there, or more than once.
std::optional<Condition> where_used(model::CompileFlags const& flags, std::string const& variable) {
    std::optional<Condition> found;
    for (Words const* words : {&flags.options, &flags.c_options, &flags.cxx_options}) {
        for (When<model::Text> const& word : *words) {
            if (word.value.variable_name() == variable) {
                if (found && *found != word.when) {
                    return std::nullopt;
                }
                found = word.when;
            }
        }
    }
    return found;
}

void erase(model::CompileFlags& flags, std::string const& variable) {
    for (Words* words : {&flags.options, &flags.c_options, &flags.cxx_options}) {
        std::erase_if(*words, [&](When<model::Text> const& word) { return word.value.variable_name() == variable; });
    }
}

class PackageLinks {
public:
    explicit PackageLinks(model::Project& project) : project_(project), packages_(project.configure) {}

    void run() {
        for (auto const& [prefix, package] : packages_.by_prefix()) {
            for (model::Directory& directory : project_.directories) {
                if (!package.changed) {
                    link(directory, prefix);
                }
            }
        }
        keep_linked(project_.configure);
    }

private:
    void link(model::Directory& directory, std::string const& prefix) {
        std::string const cflags = prefix + "_CFLAGS";
        std::optional<Condition> const common = where_used(directory.common, cflags);
        bool const all_link = common && every_target_links(directory, prefix, *common);
        if (all_link) {
            erase(directory.common, cflags);
        }
        for_each_target(directory, [&](Target& target) {
            for (When<Library>& library : target.libraries) {
                if (!is_flags(library.value, prefix)) {
                    continue;
                }
                std::optional<Condition> const own = where_used(target.compile, cflags);
                if (common == library.when || own == library.when) {
                    erase(target.compile, cflags);
                    link_target(library, prefix, target.when);
                } else {
                    library.value.text = model::Text::variable(prefix + "_LDFLAGS", library.from);
                }
            }
        });
    }

    bool every_target_links(model::Directory& directory, std::string const& prefix, Condition const& when) const {
        bool all = true;
        for_each_target(directory, [&](Target const& target) {
            all = all && (!compiles(target) ||
                          std::any_of(target.libraries.begin(), target.libraries.end(), [&](auto const& library) {
                              return is_flags(library.value, prefix) && library.when == when;
                          }));
        });
        return all;
    }

    static bool is_flags(Library const& library, std::string const& prefix) {
        return library.kind == Library::Kind::flags && library.text.variable_name() == prefix + "_LIBS";
    }

    void link_target(When<Library>& library, std::string const& prefix, Condition const& target_when) {
        linked_.insert(prefix);
        Condition const guard = packages_.guard(prefix, conjunction(target_when, library.when));
        library.value = {Library::Kind::package, "PkgConfig::" + prefix, {}};
        library.when = conjunction(library.when, guard);
    }

    // Nothing reads the answers by name any more, but the target is needed.
    void keep_linked(Steps& steps) {
        for (Step& step : steps) {
            if (auto* call = std::get_if<model::Call>(&step.what); call != nullptr && asks_pkg_config(*call)) {
                call->pure = call->pure && !linked_.contains(model::cmake_text(call->arguments.front().text));
            } else if (auto* choice = std::get_if<model::If>(&step.what)) {
                for (model::If::Branch& branch : choice->branches) {
                    keep_linked(branch.body);
                }
                keep_linked(choice->otherwise);
            }
        }
    }

    model::Project& project_;
    FoundPackages packages_;
    Names linked_;
};

}  // namespace

void link_packages(model::Project& project, Diagnostics&) {
    PackageLinks(project).run();
}

}  // namespace am2cmake::passes
