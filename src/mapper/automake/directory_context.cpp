#include "mapper/automake/directory_context.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "mapper/automake/make_functions.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {

using model::Text;

void PlacedItems::add(Location at, model::Directory::Item item) {
    items_.push_back({makefile_.index_of(at), at, std::move(item)});
}

bool PlacedItems::any_from(std::size_t statement) const {
    return std::any_of(items_.begin(), items_.end(), [&](Placed const& each) { return each.statement == statement; });
}

std::vector<model::Directory::Item> PlacedItems::in_order() {
    std::stable_sort(items_.begin(), items_.end(), [](Placed const& a, Placed const& b) {
        return std::pair{a.statement, a.at} < std::pair{b.statement, b.at};
    });
    std::vector<model::Directory::Item> items;
    for (Placed& placed : items_) {
        items.push_back(std::move(placed.item));
    }
    return items;
}

std::optional<std::string> made_from(DirectoryContext const& context, std::string const& path, std::string const& from,
                                     std::string const& to, std::size_t depth) {
    constexpr std::size_t longest_chain = 4;
    std::optional<std::string> const input = pattern_replaced(path, to, from);
    bool const there = input && *input != path && depth < longest_chain &&
                       (context.tree.is_file(*input) || is_made(context, *input, depth + 1));
    return there ? input : std::nullopt;
}

bool is_made(DirectoryContext const& context, std::string const& path, std::size_t depth) {
    bool const known = context.facts.configured_files.contains(path) || context.made.files.contains(path) ||
                       context.made.aliases.contains(path) || context.index.by_path(path).has_value();
    return known || std::any_of(context.made.patterns.begin(), context.made.patterns.end(), [&](auto const& pattern) {
               return made_from(context, path, pattern.first, pattern.second, depth).has_value();
           });
}

namespace {

// `@PACKAGE@.pc` under the name that configure makes it by.
Text with_package_name(DirectoryContext const& context, Text const& file) {
    Text named{{}, file.from};
    for (model::Piece const& piece : file.pieces) {
        bool const package =
            piece.kind == model::Piece::Kind::variable && (piece.text == "PACKAGE" || piece.text == "PACKAGE_TARNAME");
        if (package && !context.facts.tarname.empty()) {
            named.append(context.facts.tarname);
        } else {
            named.append(piece);
        }
    }
    std::optional<TreePath> const path = tree_path(named, context.directory());
    return path && context.facts.configured_files.contains(path->path) ? named : file;
}

}  // namespace

bool is_missing(DirectoryContext const& context, Text const& file) {
    std::optional<TreePath> const path = tree_path(file, context.directory());
    return path && path->side == TreePath::Side::unknown && !context.tree.is_file(path->path) &&
           !context.tree.is_directory(path->path) && !is_made(context, path->path);
}

Text located(DirectoryContext const& context, Text const& given, bool built) {
    Text const file = with_package_name(context, given);
    std::optional<TreePath> path = tree_path(file, context.directory());
    if (!path) {
        return file;
    }
    if (path->side == TreePath::Side::unknown) {
        // make looks into the build tree first, but what a rule makes may come with the sources
        bool const configured = context.facts.configured_files.contains(path->path);
        bool const shipped = context.tree.is_file(path->path) || context.tree.is_directory(path->path);
        bool const made = built || is_made(context, path->path);
        path->side = configured || (!shipped && made) ? TreePath::Side::build : TreePath::Side::source;
        if (!configured && !shipped && !made) {
            context.ledger.report(
                code::missing_source, file.from,
                fmt::format("{} is not in the source tree, and nothing is known to make it", path->path));
        }
    }
    std::string const inside = context.directory().empty() ? "" : context.directory() + "/";
    if (path->side == TreePath::Side::source && path->path.starts_with(inside) && path->path.size() > inside.size()) {
        return Text::literal(path->path.substr(inside.size()), file.from);
    }
    return full_path(*path, context.directory(), file.from);
}

}  // namespace am2cmake::mapper
