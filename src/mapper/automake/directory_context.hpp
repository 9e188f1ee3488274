#pragma once
// What the mapping of one directory looks at, and the items that it makes.

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mapper/automake/built_targets.hpp"

namespace am2cmake::mapper {

// What the rules of a Makefile.am make.
struct MadeByRules {
    std::set<std::string> aliases;  // names of rules that have prerequisites, but no recipe
    std::set<std::string> files;    // relative to the top; BUILT_SOURCES too
    std::set<std::string> phony;    // goals that are no files: .PHONY, and what a rule without a recipe stands for
    std::vector<std::pair<std::string, std::string>> patterns;  // of suffix and pattern rules: `d/%.x`, `d/%.y`
};

struct DirectoryContext {
    Makefile const& makefile;
    MakefileVariables& variables;
    ConfigureFacts const& facts;
    SourceTree& tree;
    TargetIndex const& index;
    Ledger& ledger;
    std::vector<BuiltTarget> targets;
    MadeByRules made;

    std::string const& directory() const { return makefile.directory; }
};

// Items with the place in the file that they stand at.
class PlacedItems {
public:
    explicit PlacedItems(Makefile const& makefile) : makefile_(makefile) {}

    void add(Location at, model::Directory::Item item);
    bool any_from(std::size_t statement) const;
    std::vector<model::Directory::Item> in_order();

private:
    struct Placed {
        std::size_t statement;
        Location at;
        model::Directory::Item item;
    };
    Makefile const& makefile_;
    std::vector<Placed> items_;
};

// Where a file of a list is: in the source tree relative to the directory, in the build tree with
// ${CMAKE_CURRENT_BINARY_DIR}. `built` says that it is made in the build (nodist_). A finding if it is nowhere.
model::Text located(DirectoryContext const& context, model::Text const& file, bool built);

// It is not in the source tree, and nothing is known to make it.
bool is_missing(DirectoryContext const& context, model::Text const& file);

// What a pattern rule makes the file of, if that is there or made; nothing if the file has another name.
std::optional<std::string> made_from(DirectoryContext const& context, std::string const& path, std::string const& from,
                                     std::string const& to, std::size_t depth = 0);

// A rule, a suffix rule or configure makes it.
bool is_made(DirectoryContext const& context, std::string const& path, std::size_t depth = 0);

}  // namespace am2cmake::mapper
