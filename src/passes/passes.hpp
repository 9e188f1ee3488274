#pragma once
// Passes over the model, each in place. `run_passes` is their order.

#include "base/diagnostic.hpp"
#include "model/project.hpp"

namespace am2cmake::passes {

void run_passes(model::Project& project, Diagnostics& diagnostics);

// Each Conditional becomes what it stands for: the condition itself where that is short and stays true, else a CMake
// variable that is set where AM_CONDITIONAL stood.
void resolve_conditionals(model::Project& project, Diagnostics& diagnostics);

// Which linked targets have a shared and a static kind.
void resolve_libraries(model::Project& project, Diagnostics& diagnostics);

// -I$(top_builddir)/x is the source folder as well where a project is built in its source tree, as maintainers do.
void twin_includes(model::Project& project, Diagnostics& diagnostics);

// Installed libraries become targets of the project's CMake package, with the folders that their headers come from.
void package_libraries(model::Project& project, Diagnostics& diagnostics);

// -export-symbols-regex as names and prefixes where it is one of these, else as a regular expression of CMake.
void plan_exports(model::Project& project, Diagnostics& diagnostics);

// $(FOO_CFLAGS) with $(FOO_LIBS) of pkg-config become the target PkgConfig::FOO.
void link_packages(model::Project& project, Diagnostics& diagnostics);

// A variable such as libxdir='${libdir}/x' is text for the files that are written, and a directory for what comes then.
void expand_directories(model::Project& project, Diagnostics& diagnostics);

// What the linked libraries need of find_package().
void find_packages(model::Project& project, Diagnostics& diagnostics);

// What pkg-config says becomes text only where text is read.
void drop_flags_text(model::Project& project, Diagnostics& diagnostics);

// Options that only compilers driven as GNU's know are not given to MSVC and its like.
void guard_gnu_flags(model::Project& project, Diagnostics& diagnostics);

// Flags that are changed for a check and given back behind it become arguments of the check.
void flags_of_checks(model::Project& project, Diagnostics& diagnostics);

// Variables that Makefiles use as flags, and nothing else uses, are CMake lists; others that hold flags are split into
// words where the configure program ends.
void list_flags(model::Project& project, Diagnostics& diagnostics);

// AC_MSG_CHECKING and AC_MSG_RESULT around a check become the message of the check.
void say_checks(model::Project& project, Diagnostics& diagnostics);

// A variable that only repeats the answer of a check as yes or no is not asked: the answer is.
void ask_checks(model::Project& project, Diagnostics& diagnostics);

// Assignments and checks whose results nobody reads go; what an option, a definition, a message, a condition, a config
// file or a Makefile.am reads stays, with all that it is made from.
void drop_unused(model::Project& project, Diagnostics& diagnostics);

// Choices within choices and behind each other are one if() where they can be.
void join_ifs(model::Project& project, Diagnostics& diagnostics);

// Checks of one kind that follow each other are one command.
void merge_checks(model::Project& project, Diagnostics& diagnostics);

// The source of a check is given as the body of main() and what comes before it.
void split_programs(model::Project& project, Diagnostics& diagnostics);

// Comments that led to steps which are gone, boilerplate, and doubled blank lines go.
void tidy_comments(model::Project& project, Diagnostics& diagnostics);

}  // namespace am2cmake::passes
