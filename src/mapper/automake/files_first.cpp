#include "mapper/automake/files_first.hpp"

#include <algorithm>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

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

bool is_built_source(DirectoryContext const& context, std::string const& path) {
    model::Words const words = context.variables.value("BUILT_SOURCES");
    return std::any_of(words.begin(), words.end(), [&](When<Text> const& word) {
        std::optional<TreePath> const place = tree_path(word.value, context.directory());
        return place && place->path == path;
    });
}

bool is_header(std::string const& path) {
    std::string const ending = path.substr(std::min(path.rfind('.'), path.size()));
    return ending == ".h" || ending == ".hh" || ending == ".hpp" || ending == ".hxx";
}

// Files with one condition are in one of them.
void add_file(std::vector<FilesFirst>& groups, std::string const& name, Text const& file, MadeFiles const& made) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](FilesFirst const& each) { return each.when == made.when; });
    if (group == groups.end()) {
        std::string const number = groups.empty() ? "" : "-" + std::to_string(groups.size() + 1);
        group = groups.insert(groups.end(), FilesFirst{name + number, {}, {}, made.when, made.from});
    }
    group->files.push_back(file);
}

std::string name_in(std::string directory, std::string const& name) {
    std::replace(directory.begin(), directory.end(), '/', '-');
    return directory.empty() ? name : directory + "-" + name;
}

}  // namespace

void add_files_first(DirectoryContext const& context, Directory& directory) {
    std::vector<FilesFirst> sources;
    std::vector<FilesFirst> others;
    for (MadeFiles const* made : items_of<MadeFiles>(directory)) {
        for (Text const& file : made->outputs) {
            std::optional<TreePath> const place = tree_path(file, context.directory());
            std::size_t const used = place ? uses(context, directory, place->path) : 0;
            bool const first = place && (is_header(place->path) || is_built_source(context, place->path));
            if (first || used > 1) {
                add_file(sources, name_in(directory.path, "built-sources"), file, *made);
            } else if (used == 0) {
                add_file(others, name_in(directory.path, "made-files"), file, *made);
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
}

}  // namespace am2cmake::mapper
