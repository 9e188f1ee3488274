#pragma once
// Recipes that run make again for what Automake's own rules do.

#include <string>

namespace am2cmake::mapper {

// `$(MAKE) mandir="$(mandir)/de" dist_man_MANS="de/a.1" install-man` as the function of the shell that
// install_with_shell() brings along: `install_manuals "$(mandir)/de" de/a.1`. Other calls of make stay as they are.
std::string with_manuals_installed(std::string const& recipe);

}  // namespace am2cmake::mapper
