#include "mapper/automake/recipe_files.hpp"

#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {

using model::Condition;
using model::Text;
using model::When;

namespace {

bool is_of_autotools(std::string const& path) {
    std::string const name = path.substr(path.rfind('/') + 1);
    return name == "Makefile" || name == "config.status" || name == "Makefile.am" || name == "Makefile.in";
}

}  // namespace

Text name_in_build(DirectoryContext const& context, std::string const& path) {
    std::string const inside = context.directory().empty() ? "" : context.directory() + "/";
    return path.starts_with(inside) ? Text::literal(path.substr(inside.size()))
                                    : full_path({TreePath::Side::build, path}, context.directory(), {});
}

bool comes_with_sources(DirectoryContext const& context, TreePath const& path) {
    bool const made = context.facts.configured_files.contains(path.path) || context.made.files.contains(path.path);
    return path.side == TreePath::Side::source ||
           (path.side == TreePath::Side::unknown && !made && context.tree.is_file(path.path));
}

Text file_word(DirectoryContext const& context, Text const& word) {
    std::optional<TreePath> const path = tree_path(word, context.directory());
    if (!path || !comes_with_sources(context, *path)) {
        return word;
    }
    return full_path({TreePath::Side::source, path->path}, context.directory(), word.from);
}

std::optional<Prerequisites> prerequisites_of(DirectoryContext const& context, automake::Rule const& rule) {
    Prerequisites found;
    for (When<Text> const& word : context.variables.expand(rule.prerequisites, Condition::always())) {
        std::optional<TreePath> const path = tree_path(without_exe_suffix(word.value), context.directory());
        if (!word.when.is_always() || !path) {
            return {};
        }
        std::optional<std::string> const target = context.index.by_path(path->path);
        bool const shipped = comes_with_sources(context, *path);
        if (is_of_autotools(path->path)) {
            continue;
        }
        if (!target && !shipped && !is_made(context, path->path)) {
            return {};
        }
        found.words.push_back(shipped ? file_word(context, word.value) : name_in_build(context, path->path));
        found.depends.push_back(target ? Text::literal(*target) : found.words.back());
    }
    return found;
}

}  // namespace am2cmake::mapper
