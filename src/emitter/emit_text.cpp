#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "emitter/emit.hpp"

namespace am2cmake::emitter {

cmake::Argument argument(model::Text const& text) {
    cmake::Argument made = text.constant() ? cmake::literal(text.value()) : cmake::evaluated(model::cmake_text(text));
    made.from = text.from;
    return made;
}

cmake::Argument quoted_argument(model::Text const& text) {
    cmake::Argument made = argument(text);
    made.form = cmake::Argument::Form::quoted;
    return made;
}

cmake::Command command(std::string name, std::vector<cmake::Argument> arguments, Span from) {
    return {std::move(name), std::move(arguments), from};
}

void append(Nodes& nodes, Nodes more) {
    nodes.insert(nodes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool same_words(std::vector<cmake::Argument> const& a, std::vector<cmake::Argument> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](cmake::Argument const& x, cmake::Argument const& y) { return x.text == y.text; });
}

Nodes untranslated(std::string const& text, std::string const& id, std::string const& reason) {
    Nodes nodes;
    nodes.push_back(cmake::Comment{fmt::format("am2cmake: not translated [{}]: {}", id, reason)});
    nodes.push_back(cmake::Comment{text, true});
    return nodes;
}

}  // namespace am2cmake::emitter
