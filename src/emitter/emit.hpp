#pragma once
// The model as CMake files. `emit` is the one public function; the others are its parts, one subject per file.

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
cmake::Argument argument(model::Text const& text);           // quoted where it must be
cmake::Argument quoted_argument(model::Text const& text);    // always quoted
cmake::Command command(std::string name, std::vector<cmake::Argument> arguments, Span from = {});
void append(Nodes& nodes, Nodes more);
Nodes untranslated(std::string const& text, std::string const& id, std::string const& reason);

// emit_condition.cpp
std::vector<cmake::Argument> condition_words(model::Condition const& condition);
// The nodes within if(), or as they are where the condition always holds.
Nodes guarded(model::Condition const& condition, Nodes nodes, Span from = {});

// emit_steps.cpp
Nodes emit_steps(model::Steps const& steps);

// emit_target.cpp
Nodes emit_target(model::Target const& target);
// `one_language`: options need not ask for the language that is compiled.
Nodes emit_common_flags(model::Directory const& directory, bool one_language);

// emit_install.cpp, emit_test.cpp
Nodes emit_install(model::InstallFiles const& files);
Nodes emit_test(model::Test const& test);

// emit_config_header.cpp
std::string config_header_template(model::Project const& project);

// emit_directory.cpp
Nodes emit_directory(model::Directory const& directory, bool one_language);

// embedded_modules.cpp: the names of the modules that define the commands of these files, and of those they include.
std::vector<std::string> modules_of(std::vector<cmake::File> const& files);

}  // namespace am2cmake::emitter
