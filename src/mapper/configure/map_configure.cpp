#include "mapper/configure/map_configure.hpp"

#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {

void map_configure(m4::Program const& program, RuleBook const& rules, SourceTree& tree, model::Project& project,
                   Diagnostics& diagnostics) {
    ConfigureScripts scripts(program, rules, diagnostics);
    ConfigureLowering(scripts, rules, tree, project, diagnostics).run();
}

}  // namespace am2cmake::mapper
