#include <map>
#include <set>

#include "model/visit.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Piece;
using model::Text;

// Autoconf manual, "Preset Output Variables": those that mean the same in each Makefile.
std::map<std::string, std::string> const& directories() {
    static std::map<std::string, std::string> const names{{"top_srcdir", "PROJECT_SOURCE_DIR"},
                                                          {"abs_top_srcdir", "PROJECT_SOURCE_DIR"},
                                                          {"top_builddir", "PROJECT_BINARY_DIR"},
                                                          {"abs_top_builddir", "PROJECT_BINARY_DIR"}};
    return names;
}

Text with_directories(Text const& text) {
    Text made;
    made.from = text.from;
    for (Piece const& piece : text.pieces) {
        if (piece.kind == Piece::Kind::variable) {
            made.append(piece);
            continue;
        }
        for (std::size_t at = 0; at < piece.text.size();) {
            std::size_t const begin = std::min(piece.text.find("$(", at), piece.text.size());
            made.append(std::string_view(piece.text).substr(at, begin - at));
            std::size_t const end = piece.text.find(')', begin);
            if (end == std::string::npos) {
                made.append(std::string_view(piece.text).substr(begin));
                break;
            }
            auto const found = directories().find(piece.text.substr(begin + 2, end - begin - 2));
            if (found == directories().end()) {
                made.append(std::string_view(piece.text).substr(begin, end + 1 - begin));
            } else {
                made.append(Piece{Piece::Kind::variable, found->second});
            }
            at = end + 1;
        }
    }
    return made;
}

void follow(model::Steps& steps, std::set<std::string> const& names) {
    for (model::Step& step : steps) {
        if (auto* set = std::get_if<model::Set>(&step.what)) {
            if (names.contains(set->variable)) {
                set->value = with_directories(set->value);
            }
        } else if (auto* choice = std::get_if<model::If>(&step.what)) {
            for (model::If::Branch& branch : choice->branches) {
                follow(branch.body, names);
            }
            follow(choice->otherwise, names);
        } else if (auto* loop = std::get_if<model::ForEach>(&step.what)) {
            follow(loop->body, names);
        }
    }
}

}  // namespace

void follow_make_references(model::Project& project, Diagnostics&) {
    std::set<std::string> names;
    for (model::Directory const& directory : project.directories) {
        model::for_each_text(directory, [&](Text const& text) {
            for (Piece const& piece : text.pieces) {
                if (piece.kind == Piece::Kind::variable && !project.used_substitutions.contains(piece.text)) {
                    names.insert(piece.text);
                }
            }
        });
    }
    follow(project.configure, names);
}

}  // namespace am2cmake::passes
