// Programs that a person would write as a loop.

#include <algorithm>

#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using model::Target;

constexpr std::size_t fewest = 3;
constexpr char const* loop_variable = "program";

// The same program for a name that the loop gives: its source is ${program}.c.
std::optional<Target> generic(Target const& target) {
    bool const is_plain = target.kind == Target::Kind::program && target.output_name == target.name &&
                          !target.sources.empty() && target.sources.front().when.is_always() &&
                          target.sources.front().value.constant();
    std::string const source = is_plain ? target.sources.front().value.value() : "";
    if (!is_plain || source.substr(0, source.rfind('.')) != target.name) {
        return std::nullopt;
    }
    Target made = target;
    model::Text name = model::Text::variable(loop_variable);
    made.name = made.output_name = model::cmake_text(name);
    name.append(source.substr(source.rfind('.')));
    made.sources.front().value = name;
    return made;
}

// Generic programs print alike exactly when they are alike.
bool alike(Nodes const& a, Nodes const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](cmake::Node const& x, cmake::Node const& y) {
        auto const* first = std::get_if<cmake::Command>(&x);
        auto const* second = std::get_if<cmake::Command>(&y);
        return first != nullptr && second != nullptr && first->name == second->name &&
               same_words(first->arguments, second->arguments);
    });
}

}  // namespace

std::optional<Nodes> emit_program_loop(model::Directory const& directory, std::size_t& first) {
    std::vector<cmake::Argument> names{cmake::word(loop_variable), cmake::word("IN"), cmake::word("ITEMS")};
    Nodes body;
    std::size_t at = first;
    for (; at < directory.items.size(); ++at) {
        auto const* target = std::get_if<Target>(&directory.items[at]);
        std::optional<Target> const program = target == nullptr ? std::nullopt : generic(*target);
        if (!program || !program->when.is_always()) {
            break;
        }
        Nodes made = emit_target(*program);
        if (at == first) {
            body = std::move(made);
        } else if (!alike(body, made)) {
            break;
        }
        names.push_back(cmake::literal(target->name));
    }
    if (at < first + fewest) {
        return std::nullopt;
    }
    Span const from = std::get<Target>(directory.items[first]).from;
    first = at;
    Nodes nodes;
    nodes.push_back(cmake::Block{{{command("foreach", std::move(names), from), std::move(body)}}});
    return nodes;
}

}  // namespace am2cmake::emitter
