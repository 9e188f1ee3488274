#include <set>

#include "passes/passes.hpp"

namespace am2cmake::passes {

void resolve_libraries(model::Project& project, Diagnostics&) {
    std::set<std::string> libtool_libraries;
    auto const for_each_target = [&](auto visit) {
        for (model::Directory& directory : project.directories) {
            for (model::Directory::Item& item : directory.items) {
                if (auto* target = std::get_if<model::Target>(&item)) {
                    visit(*target);
                }
            }
        }
    };
    for_each_target([&](model::Target const& target) {
        if (target.kind == model::Target::Kind::libtool_library) {
            libtool_libraries.insert(target.name);
        }
    });
    for_each_target([&](model::Target& target) {
        for (model::When<model::Library>& library : target.libraries) {
            library.value.is_libtool =
                library.value.kind == model::Library::Kind::target && libtool_libraries.contains(library.value.name);
        }
    });
}

}  // namespace am2cmake::passes
