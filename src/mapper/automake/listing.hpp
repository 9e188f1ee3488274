#pragma once
// Variables that list things to build or to install: `nobase_dist_pkgdata_DATA` (Automake manual, "The Uniform Naming
// Scheme").

#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/makefile_variables.hpp"

namespace am2cmake::mapper {

struct Listing {
    std::string variable;
    std::string primary;            // DATA
    std::string directory;          // pkgdata, noinst, check, EXTRA ...
    bool keep_directories = false;  // nobase_
    bool built = false;             // nodist_

    bool installed() const { return directory != "noinst" && directory != "check" && directory != "EXTRA"; }
};

// Nothing if the name doesn't end as such a one.
std::optional<Listing> parse_listing(std::string const& variable);

// False if it names a directory that nothing sets.
bool has_directory(Listing const& listing, MakefileVariables& variables);

// Where its files go, in each case.
std::vector<model::When<model::Text>> destinations(std::string const& directory, MakefileVariables& variables);

}  // namespace am2cmake::mapper
