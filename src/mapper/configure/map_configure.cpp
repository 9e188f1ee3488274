#include "mapper/configure/map_configure.hpp"

#include "mapper/configure/checks_in_turn.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/sourced_files.hpp"

namespace am2cmake::mapper {

void map_configure(m4::Program const& program, RuleBook const& rules, SourceTree& tree, model::Project& project,
                   Diagnostics& diagnostics) {
    m4::Program const prepared = with_sourced_files(with_checks_in_turn(program, rules), tree);
    ConfigureScripts scripts(prepared, rules, diagnostics);
    ConfigureLowering(scripts, rules, tree, project, diagnostics).run();
}

}  // namespace am2cmake::mapper
