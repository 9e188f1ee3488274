#include "passes/text_uses.hpp"

#include <algorithm>

#include "passes/found_packages.hpp"

namespace am2cmake::passes {
namespace {

using model::Step;
using model::Steps;
using Names = std::set<std::string>;

bool is_plain(model::Text const& text) {
    return std::none_of(text.pieces.begin(), text.pieces.end(), [](model::Piece const& piece) {
        return piece.kind == model::Piece::Kind::literal && piece.text.find_first_of("\"'\\;") != std::string::npos;
    });
}

struct TextUses {
    Names const& flags;
    Names& needed;

    void add(model::Text const& text) const {
        for (model::Piece const& piece : text.pieces) {
            if (piece.kind == model::Piece::Kind::variable) {
                needed.insert(piece.text);
            }
        }
    }
    void add(model::Condition const& condition) const {
        std::vector<std::string> const names = variables(condition);
        needed.insert(names.begin(), names.end());
    }
    void add(Steps const& steps) const {
        for (Step const& step : steps) {
            std::visit(*this, step.what);
        }
    }

    void operator()(model::Set const& set) const {
        if (!flags.contains(set.variable)) {
            add(set.value);
        } else if (!is_plain(set.value)) {
            needed.insert(set.variable);
        }
    }
    void operator()(model::Call const& call) const {
        if (!asks_pkg_config(call) && !makes_flags_text(call)) {
            needed.insert(call.writes.begin(), call.writes.end());
        }
        needed.insert(call.reads.begin(), call.reads.end());
        for (model::Call::Argument const& argument : call.arguments) {
            add(argument.text);
        }
    }
    void operator()(model::Option const& option) const { needed.insert(option.variable); }
    void operator()(model::Define const& define) const { add(define.value); }
    void operator()(model::SetConditional const& conditional) const { add(conditional.condition); }
    void operator()(model::Message const& message) const {
        add(message.checking);
        add(message.text);
    }
    void operator()(model::If const& choice) const {
        for (model::If::Branch const& branch : choice.branches) {
            add(branch.condition);
            add(branch.body);
        }
        add(choice.otherwise);
    }
    void operator()(model::ForEach const& loop) const {
        needed.insert(loop.variable);
        for (model::ForEach::Item const& item : loop.items) {
            add(item.text);
        }
        add(loop.body);
    }
    void operator()(model::While const& loop) const {
        add(loop.condition);
        add(loop.body);
    }
    template <typename Other>
    void operator()(Other const&) const {}
};

}  // namespace

void add_text_uses(Steps const& steps, Names const& flags, Names& needed) {
    TextUses{flags, needed}.add(steps);
}

}  // namespace am2cmake::passes
