#pragma once
// What the Makefile.am files build, install and test: directories of declarations, each with a condition and an origin.

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "model/condition.hpp"
#include "model/text.hpp"

namespace am2cmake::model {

// A value that holds under a condition.
template <typename T>
struct When {
    T value;
    Condition when;
    Span from;
};

using Words = std::vector<When<Text>>;

// Flags sorted by meaning, in the order in which the compiler sees them.
struct CompileFlags {
    Words includes;     // directories, without -I
    Words definitions;  // NAME or NAME=VALUE, as the compiler sees it after make's and the shell's quoting
    Words c_options;
    Words cxx_options;
    Words options;  // for every language (from CPPFLAGS)
};

// A library to link: a target of the project or of a package that is found, a library of the system, or flags that only
// configure knows.
struct Library {
    enum class Kind { target, package, system, flags, file };
    Kind kind = Kind::system;
    std::string name;          // of the target or the system library (without -l)
    Text text;                 // of flags: a reference to the variable; of a file: its path
    bool is_libtool = false;   // of a target: a shared and a static kind
    std::string package = {};  // what find_package() must find for it
};

struct VersionInfo {
    Text current_revision_age;    // C:R:A
    bool version_number = false;  // it is MAJOR:MINOR:REVISION of -version-number instead
    Span from;
};

struct Target {
    enum class Kind { program, library, libtool_library, convenience_library };

    std::string name;         // of the CMake target
    std::string output_name;  // what Automake calls it, without lib, .la and .a
    Kind kind = Kind::program;
    Condition when;
    Span from;

    std::optional<Text> install_directory;  // nothing: not installed
    Condition install_when;                 // asked beside `when`
    bool built_by_all = true;               // false for check_ and EXTRA_ ones
    bool for_tests = false;                 // check_

    std::string package;   // the CMake package that offers it, "" for none
    Words sources;         // relative to the directory; generated ones with ${CMAKE_CURRENT_BINARY_DIR}
    CompileFlags compile;  // what is the target's own, or the directory's AM_ flags where it has none
    Words link_options;
    std::vector<When<Library>> libraries;
    Words link_depends;                     // files that make it link again: _DEPENDENCIES
    std::string linker_language;            // "CXX" where the sources don't tell; else ""
    bool static_libtool_libraries = false;  // -static
    bool all_static = false;                // -all-static
    bool export_dynamic = false;            // -export-dynamic
    bool shared_only = false;               // of a libtool library: -shared
    bool static_only = false;               // of a libtool library: -static
    std::optional<Text> run_path;           // -rpath: a library with it is built shared even if it isn't installed

    std::optional<VersionInfo> version;  // -version-info
    std::optional<Text> release;         // -release
    bool avoid_version = false;
    bool module = false;
    bool no_undefined = false;
    std::optional<When<std::string>> export_symbols_regex;
    std::vector<std::string> export_symbols;  // the same as patterns with `*`, once a pass has proven them equal
    std::optional<When<Text>> export_symbols_file;
    bool export_symbols_made = false;  // the file is there only when the library is linked
};

// Files that go to one directory.
struct InstallFiles {
    Words files;
    Text directory;
    bool executable = false;        // scripts
    bool keep_directories = false;  // nobase_
    std::string name = {};          // what the one file is called there, if not as here
    Condition when;
    Span from;
};

// A command of CMake for one statement of the Makefile: what a hook does at installation, flags of some sources.
struct DirectoryCall {
    std::string command;
    std::vector<Text> arguments;
    Condition when;
    Span from;
};

struct Test {
    std::string name;
    std::string target;             // of the project; empty: a script
    Text script;                    // path, when there is no target
    std::vector<Text> interpreter;  // what runs it: *_LOG_COMPILER, and the command in TESTS_ENVIRONMENT
    std::vector<Text> arguments;
    std::vector<std::pair<std::string, Text>> environment;
    std::vector<std::pair<std::string, Text>> environment_modification;  // as CTest has it: path_list_prepend:value
    bool expected_to_fail = false;
    bool speaks_tap = false;  // what it prints tells how it went: the Test Anything Protocol
    Condition when;
    Span from;
};

// Files of the build tree that commands make when something needs them.
struct MadeFiles {
    enum class How { commands, yacc, lex };
    How how = How::commands;
    std::vector<Text> outputs;                // relative to the directory in the build tree
    std::vector<std::vector<Text>> commands;  // `<`, `>` and `>>` are words of their own; flags of yacc and lex
    std::vector<Text> depends;                // the input of yacc and lex
    std::vector<std::string> programs;        // of the project, that the commands run
    std::string goal = {};                    // all-local: a target of `all` that makes no file
    Condition when;
    Span from;
};

// A copy of a file with some texts replaced, made when CMake configures.
struct EditedFile {
    Text output;  // relative to the directory in the build tree
    Text input;
    std::vector<std::pair<Text, Text>> replacements;
    bool executable = false;
    Condition when;
    Span from;
};

// A target of its own for files that must be there before targets of the directory compile, or with `all`.
struct FilesFirst {
    std::string name;
    std::vector<Text> files;
    std::vector<When<std::string>> before;  // targets
    Condition when;
    Span from;
};

// A directory of translations: <language>.po for each language, installed as catalogs of the domain.
struct Translations {
    Text domain;
    std::optional<Text> languages;  // nothing: the file LINGUAS of the directory lists them
    Span from;
};

struct Subdirectory {
    std::string path;         // relative to this directory; "." is where its own things are built
    bool own_project = false;  // AC_CONFIG_SUBDIRS names it
};

// A statement that has no counterpart in CMake, or none that is known: it stays visible as a comment.
struct UntranslatedStatement {
    std::string text;
    std::string id;
    std::string reason;
    Span from;
};

struct CommentBlock {
    std::string text;
    Span from;
};

struct Directory {
    std::string path;  // relative to the top, "" for the top
    using Item = std::variant<Target, InstallFiles, DirectoryCall, Test, When<Subdirectory>, MadeFiles, EditedFile,
                              FilesFirst, Translations, UntranslatedStatement, CommentBlock>;
    std::vector<Item> items;  // in the project's own order
    CompileFlags common;      // AM_ flags that every target of the directory takes over
    Words common_link_options;
    bool default_includes = true;  // the compiler looks here, in the build tree and beside config.h: no `nostdinc`
    Span from;
};

}  // namespace am2cmake::model
