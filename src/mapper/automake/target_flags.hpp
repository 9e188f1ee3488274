#pragma once
// Which flags a target has: its own, or those of the directory (Automake manual, "Flag Variables Ordering").

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

// Flags that every target of the directory takes over are the directory's. Sorted by the variable they stand in.
struct CommonFlags {
    std::set<std::string> variables;  // AM_CPPFLAGS, AM_CFLAGS ... that are in `directory`
    model::Target directory;          // only its flags count
};

enum class Language { c, cxx, assembler, other };
std::set<Language> languages(model::Target const& target);

// `targets` have their sources; `built` are the same ones, in the same order.
CommonFlags common_flags(DirectoryContext const& context, std::vector<model::Target> const& targets,
                         std::vector<BuiltTarget> const& built);

// Adds flags, libraries and what they depend on.
void add_flags(DirectoryContext const& context, CommonFlags const& common, BuiltTarget const& built,
               model::Target& target);

}  // namespace am2cmake::mapper
