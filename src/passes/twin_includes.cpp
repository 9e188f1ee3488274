#include <algorithm>

#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Piece;
using model::Text;
using model::Words;

// The same folder of the source tree; an empty text for one that is not in the build tree.
Text source_twin(Text const& directory) {
    Text twin = directory;
    for (Piece& piece : twin.pieces) {
        for (auto const& [build, source] : {std::pair{"PROJECT_BINARY_DIR", "PROJECT_SOURCE_DIR"},
                                            std::pair{"CMAKE_CURRENT_BINARY_DIR", "CMAKE_CURRENT_SOURCE_DIR"}}) {
            if (piece.kind == Piece::Kind::variable && piece.text == build) {
                piece.text = source;
                return twin;
            }
        }
    }
    return {};
}

void add_twins(Words& includes) {
    Words made;
    auto const is_there = [](Words const& words, Text const& text) {
        return std::any_of(words.begin(), words.end(), [&](auto const& word) { return word.value == text; });
    };
    for (model::When<Text> const& include : includes) {
        made.push_back(include);
        Text const twin = source_twin(include.value);
        if (!twin.empty() && !is_there(includes, twin)) {
            made.push_back({twin, include.when, include.from});
        }
    }
    includes = std::move(made);
}

}  // namespace

void twin_includes(model::Project& project, Diagnostics&) {
    for (model::Directory& directory : project.directories) {
        add_twins(directory.common.includes);
        for (model::Directory::Item& item : directory.items) {
            if (auto* target = std::get_if<model::Target>(&item)) {
                add_twins(target->compile.includes);
            }
        }
    }
}

}  // namespace am2cmake::passes
