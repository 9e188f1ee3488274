#pragma once
// Paths that start at one of the four directories of a Makefile: $(srcdir), $(builddir), $(top_srcdir),
// $(top_builddir).

#include <optional>
#include <string>

#include "model/text.hpp"

namespace am2cmake::mapper {

struct TreePath {
    enum class Side { unknown, source, build };
    Side side = Side::unknown;  // of a plain relative name: make looks on both
    std::string path;           // relative to the top
};

// `directory` is that of the Makefile. Nothing for what lies outside of the tree or isn't known yet.
std::optional<TreePath> tree_path(model::Text const& text, std::string const& directory);

// The same, also for what lies outside of the tree: its path begins with "..".
std::optional<TreePath> outer_path(model::Text const& text, std::string const& directory);

// ${CMAKE_CURRENT_SOURCE_DIR}/..., ${PROJECT_BINARY_DIR}/...: the shortest that says it.
model::Text full_path(TreePath const& path, std::string const& directory, Span from);

}  // namespace am2cmake::mapper
