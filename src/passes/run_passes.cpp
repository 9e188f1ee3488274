#include "passes/passes.hpp"

namespace am2cmake::passes {

void run_passes(model::Project& project, Diagnostics& diagnostics) {
    resolve_conditionals(project, diagnostics);
    resolve_libraries(project, diagnostics);
    twin_includes(project, diagnostics);
    package_libraries(project, diagnostics);
    plan_exports(project, diagnostics);
    link_packages(project, diagnostics);
    drop_flags_text(project, diagnostics);
    guard_gnu_flags(project, diagnostics);
    flags_of_checks(project, diagnostics);
    list_flags(project, diagnostics);
    expand_directories(project, diagnostics);
    find_packages(project, diagnostics);
    say_checks(project, diagnostics);
    ask_checks(project, diagnostics);
    drop_unused(project, diagnostics);
    join_ifs(project, diagnostics);
    merge_checks(project, diagnostics);
    split_programs(project, diagnostics);
    tidy_comments(project, diagnostics);
}

}  // namespace am2cmake::passes
