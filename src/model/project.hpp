#pragma once
// The whole of a project: its configure program and its build description.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/build_description.hpp"
#include "model/configure_program.hpp"

namespace am2cmake::model {

// A macro that a config header may hold, with the text that Autoheader would write above it; or text of the project's
// own in its place.
struct HeaderTemplate {
    std::string name;
    std::string help;
    Span from;
    std::string verbatim = {};  // AH_VERBATIM
};

struct ConfigHeader {
    std::string output;                  // relative to the top of the build tree
    std::vector<std::string> templates;  // hand-written inputs; none: made from the HeaderTemplates
    Condition when;
    Span from;
};

struct ConfigFile {
    std::string output;
    std::vector<std::string> inputs;
    Condition when;
    Span from;
};

// A project within this one, with a configure.ac of its own: AC_CONFIG_SUBDIRS.
struct Subproject {
    std::string path;  // relative to the top
    Condition when;
    Span from;
};

// Counts for the summary. A statement is a shell command, a macro call, or a statement of a Makefile.am.
struct Tally {
    std::size_t statements = 0;
    std::size_t translated = 0;
};

// project(VERSION) takes one to four numbers with dots between them.
bool is_cmake_version(Text const& version);

// A folder whose headers are installed below the include directory. `name` is what it is called there, "" for that
// directory itself.
struct HeaderFolder {
    std::string path;    // relative to the top
    bool built = false;  // in the build tree
    std::string name;

    bool operator==(HeaderFolder const&) const = default;
};

struct Project {
    std::string name;
    Text version;
    std::string bug_report;
    std::string tarname;
    std::string url;
    std::set<std::string> languages;  // C, CXX ...

    Steps configure;
    Steps after_output;  // what must wait until the files are written
    std::map<std::string, HeaderTemplate> header_templates;
    std::string header_top;     // AH_TOP
    std::string header_bottom;  // AH_BOTTOM
    std::vector<ConfigHeader> config_headers;
    std::vector<ConfigFile> config_files;      // Makefiles are not in it
    std::vector<Subproject> subprojects;
    std::set<std::string> po_directories;      // whose Makefile gettext makes
    std::set<std::string> substitutions;       // AC_SUBST names
    std::set<std::string> used_substitutions;  // those that a config file holds as @NAME@
    std::set<std::string> conditionals;        // AM_CONDITIONAL names

    std::set<std::string> read_by_computed_name;  // variables, and names such as have_${x} that may mean many

    std::set<std::string> flag_variables;  // of CFLAGS, LIBS ...: those that hold something in the end

    std::vector<Directory> directories;          // the top first, then in the order of SUBDIRS
    std::map<std::string, std::string> targets;  // by the file that Automake calls it: src/libfoo.la
    std::vector<HeaderFolder> header_folders;  // of the CMake package
    std::set<std::string> automake_options;
    bool uses_libtool = false;
    bool shared_by_default = true;
    bool static_by_default = true;
    Tally tally;
};

}  // namespace am2cmake::model
