#include <algorithm>

#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Target;

// A package can't name what is not installed with it.
bool can_be_packaged(Target const& target) {
    bool const is_library = target.kind == Target::Kind::libtool_library || target.kind == Target::Kind::library;
    return is_library && target.install_directory && !target.module &&
           std::none_of(target.libraries.begin(), target.libraries.end(), [](auto const& library) {
               return library.value.kind == model::Library::Kind::target && !library.value.is_libtool;
           });
}

}  // namespace

void package_libraries(model::Project& project, Diagnostics&) {
    for (model::Directory& directory : project.directories) {
        for (model::Directory::Item& item : directory.items) {
            if (auto* target = std::get_if<Target>(&item); target != nullptr && can_be_packaged(*target)) {
                target->package = project.tarname;
            }
        }
    }
}

}  // namespace am2cmake::passes
