#include "cli/conversion.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emitter/emit.hpp"
#include "passes/passes.hpp"

namespace am2cmake::cli {
namespace {

// Projects within each other: a link can make a tree without an end.
constexpr int deepest = 8;
constexpr int most = 64;

bool is_added(model::Project const& project, std::string const& path) {
    return std::any_of(project.directories.begin(), project.directories.end(), [&](model::Directory const& directory) {
        return std::any_of(directory.items.begin(), directory.items.end(), [&](model::Directory::Item const& item) {
            auto const* subdirectory = std::get_if<model::When<model::Subdirectory>>(&item);
            return subdirectory != nullptr && subdirectory->value.own_project &&
                   path_below(directory.path, subdirectory->value.path) == path;
        });
    });
}

// How a project in a folder calls the files of the project around it.
Targets seen_from(std::string const& folder, Targets const& targets) {
    std::string up;
    for (std::size_t at = 0; at != std::string::npos; at = folder.find('/', at + 1)) {
        up += "../";
    }
    Targets seen;
    for (auto const& [path, name] : targets) {
        seen.emplace(up + path, name);
    }
    return seen;
}

}  // namespace

void Conversion::add(SourceTree& tree, Source const& configure_ac, std::string const& folder,
                     Targets const& outer_targets) {
    model::Project project = read_project(tree, configure_ac, rule_files_, progress_, diagnostics_, outer_targets);
    passes::run_passes(project, diagnostics_);
    tally_.statements += project.tally.statements;
    tally_.translated += project.tally.translated;
    keep(emitter::emit(project), folder);
    add_subprojects(project, folder);
}

void Conversion::add_subprojects(model::Project const& project, std::string const& folder) {
    for (model::Subproject const& each : project.subprojects) {
        if (!is_added(project, each.path)) {
            diagnostics_.report(code::unsupported_macro, each.from,
                                fmt::format("{} is configured, but no SUBDIRS builds it: it is left out", each.path));
            continue;
        }
        std::string const path = path_below(folder, each.path);
        SourceTree tree(source_, diagnostics_, path);
        std::optional<Source> const configure_ac = find_configure_ac(tree, diagnostics_);
        if (!configure_ac || depth_ == deepest || ++added_ > most) {
            diagnostics_.report(
                code::missing_include, each.from,
                fmt::format("{}: its configure.ac can't be read, or there are too many projects", path));
            continue;
        }
        ++depth_;
        add(tree, *configure_ac, path, seen_from(each.path, project.targets));
        --depth_;
    }
}

void Conversion::keep(emitter::OutputTree const& output, std::string const& folder) {
    for (auto const& [path, text] : output.files) {
        output_.files[path_below(folder, path)] = text;
    }
}

}  // namespace am2cmake::cli
