#pragma once
// TESTS and what says how they run (Automake manual, "Support for test suites").

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

void map_tests(DirectoryContext const& context, PlacedItems& items);

// The target that is a program of the project at this path; "" if there is none.
std::string program_at(DirectoryContext const& context, model::Text const& path);

// When the program of this directory is there at all.
model::Condition built_when(DirectoryContext const& context, std::string const& target);

}  // namespace am2cmake::mapper
