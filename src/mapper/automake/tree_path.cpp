#include "mapper/automake/tree_path.hpp"

#include "base/source_tree.hpp"

namespace am2cmake::mapper {
namespace {

using model::Piece;
using model::Text;

struct Anchor {
    TreePath::Side side;
    bool top;
};

std::optional<Anchor> anchor_of(Piece const& piece) {
    if (piece.text == "CMAKE_CURRENT_SOURCE_DIR") {
        return Anchor{TreePath::Side::source, false};
    }
    if (piece.text == "CMAKE_CURRENT_BINARY_DIR") {
        return Anchor{TreePath::Side::build, false};
    }
    if (piece.text == "PROJECT_SOURCE_DIR") {
        return Anchor{TreePath::Side::source, true};
    }
    if (piece.text == "PROJECT_BINARY_DIR") {
        return Anchor{TreePath::Side::build, true};
    }
    return {};
}

}  // namespace

std::optional<TreePath> outer_path(Text const& text, std::string const& directory) {
    TreePath path;
    std::string rest;
    if (text.constant()) {
        rest = text.value();
        if (rest.empty() || rest.front() == '/') {
            return {};
        }
        path.path = path_below(directory, rest);
    } else {
        std::optional<Anchor> const anchor = anchor_of(text.pieces.front());
        bool const literal_rest = text.pieces.size() == 2 && text.pieces.back().kind == Piece::Kind::literal;
        if (text.pieces.front().kind != Piece::Kind::variable || !anchor ||
            (text.pieces.size() != 1 && !literal_rest)) {
            return {};
        }
        rest = literal_rest ? text.pieces.back().text : std::string{};
        if (!rest.empty() && rest.front() != '/') {
            return {};
        }
        path.side = anchor->side;
        path.path = path_below(anchor->top ? "" : directory, rest);
    }
    return path;
}

std::optional<TreePath> tree_path(Text const& text, std::string const& directory) {
    std::optional<TreePath> path = outer_path(text, directory);
    return path && path->path.starts_with("..") ? std::nullopt : path;
}

Text full_path(TreePath const& path, std::string const& directory, Span from) {
    bool const build = path.side == TreePath::Side::build;
    bool const here = path.path == directory || directory.empty() || path.path.starts_with(directory + "/");
    Text text = Text::variable(here    ? build ? "CMAKE_CURRENT_BINARY_DIR" : "CMAKE_CURRENT_SOURCE_DIR"
                               : build ? "PROJECT_BINARY_DIR"
                                       : "PROJECT_SOURCE_DIR",
                               from);
    std::size_t const inside = directory.empty() || !here ? 0 : std::min(directory.size() + 1, path.path.size());
    std::string const rest = path.path.substr(inside);
    if (!rest.empty()) {
        text.append("/" + rest);
    }
    return text;
}

}  // namespace am2cmake::mapper
