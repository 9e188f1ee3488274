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
    std::set<std::string> files;                               // relative to the top; BUILT_SOURCES too
    std::vector<std::pair<std::string, std::string>> endings;  // of suffix and pattern rules: from, to
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

// A suffix rule with these endings makes it, from a file that is there.
bool makes_from(DirectoryContext const& context, std::string const& path, std::string const& from,
                std::string const& to);

// A rule, a suffix rule or configure makes it.
bool is_made(DirectoryContext const& context, std::string const& path);

}  // namespace am2cmake::mapper
