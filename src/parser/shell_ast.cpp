#include "parser/shell_ast.hpp"

namespace am2cmake::shell {
namespace {

constexpr auto span_of_node = [](auto const& node) { return node.span; };

}  // namespace

Span span_of(Command const& command) {
    return std::visit(span_of_node, command.node);
}

Span span_of(WordPart const& part) {
    return std::visit(span_of_node, part);
}

}  // namespace am2cmake::shell
