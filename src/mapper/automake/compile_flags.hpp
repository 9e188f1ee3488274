#pragma once
// CPPFLAGS, CFLAGS and CXXFLAGS of any kind, sorted by meaning.

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

enum class FlagClass { preprocessor, c, cxx };

// Adds to `target.compile`, and to its link options and libraries what the linker has to see too: it gets CFLAGS.
void add_compile_flags(DirectoryContext const& context, model::Words const& words, FlagClass flag_class,
                       model::Target& target);

// Once for every target, however many flags ask for it.
void add_library(model::Target& target, model::When<model::Library> library);

}  // namespace am2cmake::mapper
