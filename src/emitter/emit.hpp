#pragma once
// The model as CMake files. `emit` is the one public function; the others are its parts, one subject per file.

#include <optional>
#include <string>
#include <vector>

#include "emitter/cmake_ast.hpp"
#include "emitter/output_tree.hpp"
#include "model/project.hpp"

namespace am2cmake::emitter {

// Everything that `convert` writes: a CMakeLists.txt per directory, the modules that they use, config.h's template.
OutputTree emit(model::Project const& project);

using Nodes = std::vector<cmake::Node>;

// emit_text.cpp
cmake::Argument argument(model::Text const& text);         // quoted where it must be
cmake::Argument quoted_argument(model::Text const& text);  // always quoted
cmake::Command command(std::string name, std::vector<cmake::Argument> arguments, Span from = {});
void append(Nodes& nodes, Nodes more);
bool same_words(std::vector<cmake::Argument> const& a, std::vector<cmake::Argument> const& b);
Nodes untranslated(std::string const& text, std::string const& id, std::string const& reason);

// emit_condition.cpp
std::vector<cmake::Argument> condition_words(model::Condition const& condition);
// The nodes within if(), or as they are where the condition always holds.
Nodes guarded(model::Condition const& condition, Nodes nodes, Span from = {});

// emit_steps.cpp
Nodes emit_steps(model::Steps const& steps);

// emit_target.cpp
Nodes emit_target(model::Target const& target);
// What the sources of a target, or of a directory's targets, are compiled as.
struct SourceLanguages {
    bool c = false;
    bool cxx = false;
};
SourceLanguages source_languages(model::Target const& target);
Nodes emit_common_flags(model::Directory const& directory, SourceLanguages languages);

// emit_install.cpp, emit_test.cpp
Nodes emit_install(model::InstallFiles const& files);
Nodes emit_test(model::Test const& test);

// emit_made_files.cpp
Nodes emit_call(model::DirectoryCall const& call);
Nodes emit_made_files(model::MadeFiles const& made);
Nodes emit_edited_file(model::EditedFile const& file);
Nodes emit_translations(model::Translations const& translations);
Nodes emit_files_first(model::FilesFirst const& files);

// emit_package.cpp: nothing where no library is installed.
Nodes emit_package(model::Project const& project);

// emit_config_header.cpp
std::string config_header_template(model::Project const& project);

// emit_directory.cpp
Nodes emit_directory(model::Directory const& directory);

// fold_loops.cpp: commands that differ in one name only, three times and more, as one foreach() of this name.
Nodes fold_loops(Nodes nodes);

// embedded_modules.cpp: the names of the modules that define the commands of these files.
std::vector<std::string> modules_of(std::vector<cmake::File> const& files);
std::vector<std::string> with_included(std::vector<std::string> const& modules);  // and of those that they include
std::vector<std::string> without_included(std::vector<std::string> modules);      // but those that others include

}  // namespace am2cmake::emitter
