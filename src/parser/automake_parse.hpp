#pragma once
// Makefile.am to its statements. A statement that can't be parsed becomes a Verbatim and a `syntax` finding.

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "parser/automake_ast.hpp"

namespace am2cmake::automake {

File parse(Source const& source, Diagnostics& diagnostics);

struct ParsedReference {
    WordPart part;
    std::size_t length = 0;
};

// The `$(...)`, `$x` or `@NAME@` that the text of a recipe begins with. Nothing for any other text.
std::optional<ParsedReference> parse_reference(std::string_view text, Location place);

}  // namespace am2cmake::automake
