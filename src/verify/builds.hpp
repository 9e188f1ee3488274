#pragma once
// The two builds of one source tree: where they lie and what they run.

#include <filesystem>
#include <string>
#include <vector>

#include "verify/process.hpp"

namespace am2cmake::verify {

// One build. It never touches the tree that the user has: `source` is a copy.
struct Build {
    std::filesystem::path source;
    std::filesystem::path folder;
    std::filesystem::path stage;  // what it installs, below the prefix /usr/local
};

struct Builds {
    Build autotools;
    Build cmake;
    std::filesystem::path logs;
};

struct Step {
    std::string what;  // "autotools: configure"
    Command command;
};

// The places of both builds below a work folder.
Builds builds_below(std::filesystem::path const& work);

// Copies a tree with its times, which make compares; leaves out the folder `work`, if it lies within. Returns why it
// could not; an empty text: it could.
std::string copy_tree(std::filesystem::path const& from, std::filesystem::path const& to,
                      std::filesystem::path const& work);

// What is run, in order: first the autotools side, then the CMake side. The sources are there already.
std::vector<Step> steps(Builds const& builds);

// The programs among those that verify runs that are not on the PATH.
std::vector<std::string> missing_programs(std::filesystem::path const& source);

}  // namespace am2cmake::verify
