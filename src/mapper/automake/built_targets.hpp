#pragma once
// What the Makefile.am files build, with names for CMake that are unique over the whole project.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapper/automake/listing.hpp"

namespace am2cmake::mapper {

struct BuiltTarget {
    struct Place {
        std::string directory;  // bin, noinst, EXTRA ...
        model::Condition when;
        Span from;

        bool is_installed() const;
    };
    std::string word;  // `sub/libfoo.la`, without $(EXEEXT)
    model::Target::Kind kind = model::Target::Kind::program;
    std::vector<Place> places;
    std::string name;         // in CMake
    std::string output_name;  // foo

    bool is_installed() const;
    std::string canonical() const { return canonical_name(word); }
};

// Those of one directory, in the order of its statements.
std::vector<BuiltTarget> built_targets(Makefile const& makefile, MakefileVariables& variables, Ledger& ledger);

class TargetIndex {
public:
    // The names of a project around this one are taken; its files are known.
    explicit TargetIndex(std::map<std::string, std::string> const& outer);

    // Gives them their names, in order.
    void add(std::string const& directory, std::vector<BuiltTarget>& targets);

    // All programs and libtool libraries must be known before the first `add`: a library steps aside for a program, and
    // all targets for NAME-static, the static kind of a libtool library.
    void reserve_names(std::vector<BuiltTarget> const& targets);

    std::optional<std::string> by_path(std::string const& path) const;
    std::map<std::string, std::string> const& paths() const { return paths_; }
    std::optional<std::string> library(std::string const& output_name) const;

private:
    std::string unique_name(std::string const& directory, BuiltTarget const& target) const;

    std::set<std::string> programs_;
    std::set<std::string> static_kinds_;
    std::set<std::string> names_;
    std::map<std::string, std::string> paths_;
    std::map<std::string, std::string> libraries_;
};

// The word without a $(EXEEXT) at its end.
model::Text without_exe_suffix(model::Text text);

}  // namespace am2cmake::mapper
