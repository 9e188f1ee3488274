#include "mapper/automake/listing.hpp"

#include <algorithm>
#include <array>

#include "mapper/automake/known_variables.hpp"

namespace am2cmake::mapper {
namespace {

bool take_prefix(std::string& text, std::string_view prefix) {
    bool const found = text.starts_with(prefix);
    text.erase(0, found ? prefix.size() : 0);
    return found;
}

}  // namespace

std::optional<Listing> parse_listing(std::string const& variable) {
    static std::array<std::string_view, 11> const primaries{"PROGRAMS", "LIBRARIES", "LTLIBRARIES", "HEADERS",
                                                            "DATA",     "MANS",      "SCRIPTS",     "TEXINFOS",
                                                            "PYTHON",   "JAVA",      "LISP"};
    std::size_t const last = variable.rfind('_');
    if (last == std::string::npos || last == 0) {
        return {};
    }
    Listing listing{variable, variable.substr(last + 1), variable.substr(0, last)};
    if (std::find(primaries.begin(), primaries.end(), listing.primary) == primaries.end()) {
        return {};
    }
    for (bool more = true; more;) {
        bool const nobase = take_prefix(listing.directory, "nobase_");
        bool const built = take_prefix(listing.directory, "nodist_");
        more = nobase || built || take_prefix(listing.directory, "dist_") || take_prefix(listing.directory, "notrans_");
        listing.keep_directories = listing.keep_directories || nobase;
        listing.built = listing.built || built;
    }
    return listing;
}

bool has_directory(Listing const& listing, MakefileVariables& variables) {
    return !listing.installed() || variables.set(listing.directory + "dir");
}

std::vector<model::When<model::Text>> destinations(std::string const& directory, MakefileVariables& variables) {
    std::vector<model::When<model::Text>> made;
    for (Case const& each : cases_of(variables.value(directory + "dir")).value_or(std::vector<Case>{})) {
        if (!each.words.empty()) {
            made.push_back({install_destination(joined(each.words)), each.when, each.words.front().from});
        }
    }
    return made;
}

}  // namespace am2cmake::mapper
