#pragma once
// A Makefile.am with its includes in place and each statement in its conditionals (Automake manual, "Conditionals",
// "Including other files").

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/source_tree.hpp"
#include "mapper/automake/ledger.hpp"
#include "model/condition.hpp"
#include "parser/automake_ast.hpp"

namespace am2cmake::mapper {

// One that is no If, Else, Endif or Include.
struct PlacedStatement {
    automake::Statement statement;
    model::Condition when;
    Source source;
};

struct Makefile {
    std::string directory;  // relative to the top, "" for the top
    Source source;
    std::vector<PlacedStatement> statements;

    std::map<Location, std::size_t> places{};  // in `statements`, by where they begin

    // The place in `statements` of the one that the location lies in; their number if there is none.
    std::size_t index_of(Location location) const;
};

// Nothing if the directory has no file of that name.
std::optional<Makefile> read_makefile(SourceTree& tree, std::set<std::string> const& conditionals,
                                      std::string const& directory, Ledger& ledger,
                                      std::string const& name = "Makefile.am");

// As it stands in the file.
std::string text_of(Source const& source, Span span);

// "libfoo-1.la" is "libfoo_1_la" in the names of variables.
std::string canonical_name(std::string_view name);

}  // namespace am2cmake::mapper
