#include "mapper/automake/files_first.hpp"

#include <algorithm>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/rule_names.hpp"
#include "mapper/automake/tree_path.hpp"
#include "mapper/header_names.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Directory;
using model::FilesFirst;
using model::Library;
using model::MadeFiles;
using model::Target;
using model::Text;
using model::When;

template <typename Item>
std::vector<Item const*> items_of(Directory const& directory) {
    std::vector<Item const*> found;
    for (Directory::Item const& item : directory.items) {
        if (auto const* each = std::get_if<Item>(&item)) {
            found.push_back(each);
        }
    }
    return found;
}

// The programs that rules run, and the libraries in them: they can't wait for what they make.
std::set<std::string> generators(Directory const& directory) {
    std::set<std::string> names;
    for (MadeFiles const* made : items_of<MadeFiles>(directory)) {
        names.insert(made->programs.begin(), made->programs.end());
    }
    for (bool more = true; more;) {
        more = false;
        for (Target const* target : items_of<Target>(directory)) {
            for (When<Library> const& library : target->libraries) {
                bool const part = names.contains(target->name) && library.value.kind == Library::Kind::target;
                more = (part && names.insert(library.value.name).second) || more;
            }
        }
    }
    return names;
}

// In how many compilations a file takes part; a libtool library has two.
std::size_t uses(DirectoryContext const& context, Directory const& directory, std::string const& path) {
    std::size_t count = 0;
    for (Target const* target : items_of<Target>(directory)) {
        for (When<Text> const& source : target->sources) {
            std::optional<TreePath> const place = tree_path(source.value, context.directory());
            count += place && place->path == path ? target->kind == Target::Kind::program ? 1 : 2 : 0;
        }
    }
    return count;
}

// `by_all`: into a target that `all` builds.
bool is_linked(DirectoryContext const& context, Directory const& directory, std::string const& path, bool by_all) {
    std::vector<Target const*> const targets = items_of<Target>(directory);
    return std::any_of(targets.begin(), targets.end(), [&](Target const* target) {
        auto const same = [&](When<Text> const& file) {
            std::optional<TreePath> const place = tree_path(file.value, context.directory());
            return place && place->path == path;
        };
        return target->built_by_all == by_all &&
               std::any_of(target->link_depends.begin(), target->link_depends.end(), same);
    });
}

bool is_built_source(DirectoryContext const& context, std::string const& path) {
    model::Words const words = context.variables.value("BUILT_SOURCES");
    return std::any_of(words.begin(), words.end(), [&](When<Text> const& word) {
        std::optional<TreePath> const place = tree_path(word.value, context.directory());
        return place && place->path == path;
    });
}

// Files with one condition are in one of them.
void add_file(std::vector<FilesFirst>& groups, std::string const& name, When<Text> const& file) {
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](FilesFirst const& each) { return each.when == file.when; });
    if (group == groups.end()) {
        std::string const number = groups.empty() ? "" : "-" + std::to_string(groups.size() + 1);
        group = groups.insert(groups.end(), FilesFirst{name + number, {}, {}, file.when, file.from});
    }
    group->files.push_back(file.value);
}

std::string name_in(std::string directory, std::string const& name) {
    std::replace(directory.begin(), directory.end(), '/', '-');
    return directory.empty() ? name : directory + "-" + name;
}

// Not with `all`, but with the programs of the tests.
void add_for_tests(FilesFirst const& files, Directory& directory) {
    model::DirectoryCall target{
        "add_custom_target", {Text::literal(files.name), Text::literal("DEPENDS")}, files.when, files.from};
    target.arguments.insert(target.arguments.end(), files.files.begin(), files.files.end());
    directory.items.emplace_back(std::move(target));
    directory.items.emplace_back(model::DirectoryCall{
        "add_dependencies", {Text::literal("check-programs"), Text::literal(files.name)}, files.when, files.from});
}

}  // namespace

void add_files_first(DirectoryContext const& context, std::set<std::string> const& wanted, Directory& directory) {
    std::map<std::string, Wanted> const goals = wanted_by_goals(context);
    bool const tests = !items_of<model::Test>(directory).empty();
    std::vector<FilesFirst> sources;
    std::vector<FilesFirst> others;
    std::vector<FilesFirst> for_tests;
    for (MadeFiles const* made : items_of<MadeFiles>(directory)) {
        for (Text const& file : made->outputs) {
            std::optional<TreePath> const place = tree_path(file, context.directory());
            std::string const path = place ? place->path : "";
            auto const goal = goals.find(path);
            bool const by_all = goal != goals.end() && !goal->second.by_all.is_never();
            bool const named_by_check = goal != goals.end() && !goal->second.by_check.is_never();
            bool const by_check = tests && !by_all && (named_by_check || is_linked(context, directory, path, false));
            Condition const when = conjunction(made->when, by_all                       ? goal->second.by_all
                                                           : by_check && named_by_check ? goal->second.by_check
                                                                                        : Condition::always());
            When<Text> const named{file, when, made->from};
            std::size_t const used = place ? uses(context, directory, path) : 0;
            bool const first = place && (is_header(path) || is_built_source(context, path) ||
                                         is_linked(context, directory, path, true));
            if (first || used > 1) {
                add_file(sources, name_in(directory.path, "built-sources"), named);
            } else if (used == 0 && by_check) {
                add_file(for_tests, name_in(directory.path, "check-files"), named);
            } else if (used == 0 && (goal != goals.end() || wanted.contains(path))) {
                add_file(others, name_in(directory.path, "made-files"), named);
            }
        }
    }
    std::set<std::string> const makers = generators(directory);
    for (FilesFirst& files : sources) {
        for (Target const* target : items_of<Target>(directory)) {
            if (!makers.contains(target->name)) {
                files.before.push_back({target->name, condition_within(target->when, files.when), target->from});
            }
        }
    }
    directory.items.insert(directory.items.end(), sources.begin(), sources.end());
    directory.items.insert(directory.items.end(), others.begin(), others.end());
    for (FilesFirst const& files : for_tests) {
        add_for_tests(files, directory);
    }
}

}  // namespace am2cmake::mapper
