#pragma once
// The directories that SUBDIRS leads to (Automake manual, "Directories").

#include <memory>
#include <vector>

#include "mapper/automake/makefile_variables.hpp"

namespace am2cmake::mapper {

struct MakefileDirectory {
    std::unique_ptr<Makefile> makefile;
    std::unique_ptr<MakefileVariables> variables;
    std::vector<model::When<model::Subdirectory>> subdirectories;
    std::vector<model::UntranslatedStatement> without_makefile;  // entries that lead nowhere
    bool holds_translations = false;                             // its Makefile is gettext's; read were its Makevars
};

// The top first, then as make enters them. Empty without a Makefile.am at the top.
std::vector<MakefileDirectory> read_makefiles(SourceTree& tree, ConfigureFacts const& facts, Ledger& ledger);

}  // namespace am2cmake::mapper
