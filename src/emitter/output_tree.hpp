#pragma once
// Generated files on their way into a tree: first a plan, then all of it or nothing.
//
// Nobody else's file is overwritten: the plan is refused where a file exists that am2cmake did not write, or that was
// edited since (the manifest tells), and where a symbolic link leads out of the tree.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace am2cmake::emitter {

struct OutputTree {
    std::map<std::string, std::string> files;  // text by path, relative to the top of the tree
};

enum class Change {
    none,
    create,
    replace,
    remove,  // written by an earlier run, not edited since, and not part of the output any more
};

struct PlannedFile {
    std::string path;
    std::filesystem::path target;  // the same, absolute, links in its folders resolved
    Change change = Change::none;
    std::string text;
};

enum class Outcome {
    done,
    refused,  // a foreign file, or a way out of the tree: nothing was written
    failed,   // the system can't read or write a file: nothing was written
};

struct OutputPlan {
    Outcome outcome = Outcome::done;
    std::vector<PlannedFile> files;  // by path, the manifest last
};

// Reads only. Diagnostics: foreign_file, outside_tree, unwritable_file. With `force`, foreign files are replaced; links
// out of the tree are not followed even then.
OutputPlan plan_output(OutputTree const& output, std::filesystem::path const& root, bool force,
                       Diagnostics& diagnostics);

// Diagnostics: unwritable_file.
Outcome write_output(OutputPlan const& plan, Diagnostics& diagnostics);

}  // namespace am2cmake::emitter
