#pragma once
// LDFLAGS, LDADD, LIBADD and LIBS: libtool's options, libraries, and options of the linker (Libtool manual, "Link
// mode").

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// A lone reference to a variable of configure is an option.
void add_link_flags(DirectoryContext const& context, model::Words const& words, model::Target& target);

// A lone reference to a variable of configure is libraries.
void add_libraries(DirectoryContext const& context, model::Words const& words, model::Target& target);

}  // namespace am2cmake::mapper
