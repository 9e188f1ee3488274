#include <set>

#include "model/visit.hpp"
#include "passes/found_packages.hpp"
#include "passes/passes.hpp"
#include "passes/text_uses.hpp"

namespace am2cmake::passes {
namespace {

using model::Step;
using model::Steps;
using Names = std::set<std::string>;

Names names_in_makefiles(model::Project& project) {
    Names names;
    for (model::Directory& directory : project.directories) {
        model::for_each_text(directory, [&](model::Text const& text) {
            for (model::Piece const& piece : text.pieces) {
                if (piece.kind == model::Piece::Kind::variable) {
                    names.insert(piece.text);
                }
            }
        });
    }
    return names;
}

class FlagsTexts {
public:
    explicit FlagsTexts(model::Project& project)
        : packages_(project.configure), as_text_(project.used_substitutions), as_flags_(names_in_makefiles(project)) {
        add_text_uses(project.configure, {}, as_text_);
    }

    void drop_unneeded(Steps& steps) const {
        std::erase_if(steps, [&](Step const& step) {
            auto const* call = std::get_if<model::Call>(&step.what);
            return call != nullptr && makes_flags_text(*call) && !is_needed(*call);
        });
        for (Step& step : steps) {
            if (auto* choice = std::get_if<model::If>(&step.what)) {
                for (model::If::Branch& branch : choice->branches) {
                    drop_unneeded(branch.body);
                }
                drop_unneeded(choice->otherwise);
            }
        }
    }

private:
    bool is_needed(model::Call const& call) const {
        std::string const prefix = model::cmake_text(call.arguments.front().text);
        std::string const cflags = prefix + "_CFLAGS";
        std::string const libs = prefix + "_LIBS";
        auto const package = packages_.by_prefix().find(prefix);
        // A list of this name comes from pkg_check_modules() itself.
        bool const has_list = package != packages_.by_prefix().end() && !package->second.changed;
        return as_text_.contains(cflags) || as_text_.contains(libs) || as_flags_.contains(libs) ||
               (as_flags_.contains(cflags) && !has_list);
    }

    FoundPackages packages_;
    Names as_text_;
    Names as_flags_;
};

}  // namespace

void drop_flags_text(model::Project& project, Diagnostics&) {
    FlagsTexts(project).drop_unneeded(project.configure);
}

}  // namespace am2cmake::passes
