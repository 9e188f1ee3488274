#include "mapper/automake/makefile_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Subdirectory;
using model::Text;
using model::When;

class TreeReader {
public:
    TreeReader(SourceTree& tree, ConfigureFacts const& facts, Ledger& ledger)
        : tree_(tree), facts_(facts), ledger_(ledger) {}

    // False if there is no Makefile.am.
    bool read(std::string const& path) {
        seen_.insert(path);
        std::optional<Makefile> makefile = read_makefile(tree_, facts_.conditionals, path, ledger_);
        if (!makefile) {
            return false;
        }
        std::size_t const index = add(std::move(*makefile));
        for (When<Text> const& entry : directories_[index].variables->value("SUBDIRS")) {
            if (entry.value.constant()) {
                enter(index, entry.value.value(), entry.when, entry.from);
            } else {
                enter_chosen(index, entry);
            }
        }
        return true;
    }

    std::vector<MakefileDirectory> take() { return std::move(directories_); }

private:
    std::size_t add(Makefile makefile) {
        std::size_t const index = directories_.size();
        directories_.emplace_back();
        directories_[index].makefile = std::make_unique<Makefile>(std::move(makefile));
        directories_[index].variables =
            std::make_unique<MakefileVariables>(*directories_[index].makefile, facts_, tree_, ledger_);
        return index;
    }

    // Translations: gettext makes the Makefile, and Makevars is what it leaves to the project.
    void add_translations(std::string const& path, Span from) {
        seen_.insert(path);
        std::optional<Makefile> makevars = read_makefile(tree_, facts_.conditionals, path, ledger_, "Makevars");
        Source nowhere;
        nowhere.begin = from.begin;
        std::size_t const index = add(makevars ? std::move(*makevars) : Makefile{path, nowhere, {}});
        directories_[index].holds_translations = true;
    }

    void enter(std::size_t parent, std::string const& name, Condition const& when, Span from) {
        std::string const& folder = directories_[parent].makefile->directory;
        std::string const path = path_below(folder, name);
        std::string const relative = path == folder ? "." : name;
        std::vector<When<Subdirectory>>& entries = directories_[parent].subdirectories;
        auto const known =
            std::find_if(entries.begin(), entries.end(), [&](auto const& each) { return each.value.path == relative; });
        if (known != entries.end()) {
            known->when = disjunction(known->when, when);
        } else if (path == folder) {
            entries.push_back({{"."}, when, from});
        } else if (seen_.contains(path) || path.starts_with("..")) {
            leave_out(parent, name, from, "SUBDIRS comes back to a directory, or leaves the tree");
        } else if (facts_.subprojects.contains(path)) {
            entries.push_back({{relative, true}, when, from});
        } else if (tree_.is_file(path_below(path, "configure.ac"))) {
            leave_out(parent, name, from, "a project of its own, and no AC_CONFIG_SUBDIRS configures it");
        } else if (facts_.po_directories.contains(path)) {
            entries.push_back({{relative}, when, from});
            add_translations(path, from);
        } else if (path == "intl" && tree_.is_file("intl/libgnuintl.h.in")) {
            // the copy of libintl that gettextize makes; libintl is found instead
        } else {
            entries.push_back({{relative}, when, from});
            if (!read(path)) {
                directories_[parent].subdirectories.pop_back();
                leave_out(parent, name, from, "the directory has no Makefile.am");
            }
        }
    }

    // `SUBDIRS = src $(MAYBE)`: configure chooses among the DIST_SUBDIRS.
    void enter_chosen(std::size_t parent, When<Text> const& entry) {
        if (entry.value.variable_name() == "POSUB") {  // of AM_GNU_GETTEXT
            enter(parent, "po", entry.when, entry.from);
            return;
        }
        if (entry.value.variable_name() == "subdirs") {  // of AC_CONFIG_SUBDIRS
            for (auto const& [path, configured] : facts_.subprojects) {
                enter(parent, path, conjunction(entry.when, configured), entry.from);
            }
            return;
        }
        bool any = false;
        MakefileVariables& variables = *directories_[parent].variables;
        for (When<Text> const& candidate : variables.value("DIST_SUBDIRS")) {
            std::string const name = candidate.value.constant() ? candidate.value.value() : std::string{};
            bool const listed =
                std::any_of(directories_[parent].subdirectories.begin(), directories_[parent].subdirectories.end(),
                            [&](auto const& each) { return each.value.path == name; });
            if (!name.empty() && name != "." && !listed) {
                Condition const chosen =
                    Condition::of(model::Comparison{entry.value, "MATCHES", Text::literal("(^| )" + name + "( |$)")});
                enter(parent, name, conjunction(entry.when, chosen), entry.from);
                any = true;
            }
        }
        if (!any) {
            leave_out(parent, cmake_text(entry.value), entry.from,
                      "configure chooses directories here, and no DIST_SUBDIRS says which there may be");
        }
    }

    void leave_out(std::size_t parent, std::string const& name, Span from, std::string const& reason) {
        ledger_.report(code::missing_include, from, fmt::format("{}: {}", name, reason));
        directories_[parent].without_makefile.push_back(
            {"SUBDIRS += " + name, std::string(code::missing_include.id), reason, from});
    }

    SourceTree& tree_;
    ConfigureFacts const& facts_;
    Ledger& ledger_;
    std::set<std::string> seen_;
    std::vector<MakefileDirectory> directories_;
};

}  // namespace

std::vector<MakefileDirectory> read_makefiles(SourceTree& tree, ConfigureFacts const& facts, Ledger& ledger) {
    TreeReader reader{tree, facts, ledger};
    reader.read("");
    return reader.take();
}

}  // namespace am2cmake::mapper
