#include <algorithm>
#include <set>

#include "model/visit.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Steps;
using Names = std::set<std::string>;

// Does a reference to another variable stand in it as text, for make to follow? '${libdir}/x'
bool refers(model::Text const& text, Names const& referring) {
    return std::any_of(text.pieces.begin(), text.pieces.end(), [&](model::Piece const& piece) {
        return piece.kind == model::Piece::Kind::variable
                   ? referring.contains(piece.text)
                   : piece.text.find("${") != std::string::npos || piece.text.find("$(") != std::string::npos;
    });
}

// Of an option, the user's value may refer to others as well; the variable that takes it over has the same.
void collect_referring(model::Step const& step, Names& referring) {
    if (auto const* set = std::get_if<model::Set>(&step.what); set != nullptr && refers(set->value, referring)) {
        referring.insert(set->variable);
    } else if (auto const* option = std::get_if<model::Option>(&step.what);
               option != nullptr && refers(option->default_value, referring)) {
        referring.insert(option->variable);
    } else if (auto const* call = std::get_if<model::Call>(&step.what);
               call != nullptr && call->command == "option_value" &&
               std::any_of(call->reads.begin(), call->reads.end(),
                           [&](std::string const& name) { return referring.contains(name); })) {
        referring.insert(call->writes.begin(), call->writes.end());
    }
}

void collect_referring(Steps const& steps, Names& referring) {
    for (model::Step const& step : steps) {
        collect_referring(step, referring);
        model::for_each_body(step, [&](Steps const& body) { collect_referring(body, referring); });
    }
}

Names used_in_directories(model::Project& project) {
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

}  // namespace

void expand_directories(model::Project& project, Diagnostics&) {
    Names referring;
    for (std::size_t before = 1; before != referring.size();) {
        before = referring.size();
        collect_referring(project.configure, referring);
        if (referring.empty()) {
            return;
        }
    }
    Names const used = used_in_directories(project);
    model::Call call{"expand_references", {}, {}, {}, false};
    for (std::string const& name : referring) {
        if (used.contains(name)) {
            call.arguments.push_back({model::Text::literal(name), model::Call::Argument::Form::unquoted});
            call.reads.insert(name);
            call.writes.insert(name);
        }
    }
    if (!call.arguments.empty()) {
        project.after_output.push_back({std::move(call), {}});
    }
}

}  // namespace am2cmake::passes
