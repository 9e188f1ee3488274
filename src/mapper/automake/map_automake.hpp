#pragma once
// Makefile.am files to the build description (Automake manual, "Building Programs and Libraries" to "Support for test
// suites").

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_tree.hpp"
#include "mapper/rule_book.hpp"
#include "model/project.hpp"

namespace am2cmake::mapper {

// What configure.ac told that a Makefile.am depends on.
struct ConfigureFacts {
    std::set<std::string> substitutions;     // AC_SUBST: $(NAME) and @NAME@ are ${NAME} in CMake
    std::set<std::string> conditionals;      // AM_CONDITIONAL
    std::set<std::string> configured_files;  // what AC_CONFIG_FILES and AC_CONFIG_HEADERS make, below the build tree
    std::set<std::string> config_headers;    // those of AC_CONFIG_HEADERS alone
    std::set<std::string> automake_options;  // of AM_INIT_AUTOMAKE
    std::set<std::string> po_directories;    // whose Makefile gettext makes: they hold translations
    std::map<std::string, model::Condition> subprojects;  // AC_CONFIG_SUBDIRS: by path below the top
    // Of the project around this one: the CMake target by file, such as "../src/libfoo.la".
    std::map<std::string, std::string> outer_targets;
    std::string tarname;
    RuleBook const* rules = nullptr;  // what -lNAME links; without rules all is linked by name
};

struct MappedMakefiles {
    std::vector<model::Directory> directories;   // the top first, then in the order of SUBDIRS
    std::map<std::string, std::string> targets;  // the CMake target by file, relative to the top: "src/libfoo.la"
};

// Follows SUBDIRS from the top's Makefile.am. Adds to the project's tally.
MappedMakefiles map_automake(SourceTree& tree, ConfigureFacts const& facts, model::Tally& tally,
                             Diagnostics& diagnostics);

}  // namespace am2cmake::mapper
