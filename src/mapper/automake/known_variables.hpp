#pragma once
// Make variables that every configure script or Automake itself sets, and what they are in CMake.

#include <optional>
#include <string>
#include <string_view>

#include "model/text.hpp"

namespace am2cmake::mapper {

// As CMake text; an empty Text for those that are nothing there. Directories of the installation are relative to the
// prefix where CMake has them so. `tarname` is the value of $(PACKAGE) in $(pkgdatadir).
std::optional<model::Text> known_variable(std::string const& name, std::string const& tarname,
                                          std::string const& directory);

// CMAKE_INSTALL_LIBDIR becomes CMAKE_INSTALL_FULL_LIBDIR: for a value that must be a full path.
model::Text with_full_directories(model::Text const& text);

// A directory of install(): what lies below the prefix is relative to it.
model::Text install_destination(model::Text const& text);

// What every compile or link line has anyway: $(CFLAGS), $(LIBS), $(DEFS) ...
bool is_implicit_flags(std::string_view name);

}  // namespace am2cmake::mapper
