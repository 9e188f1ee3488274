#pragma once
// What cmake/EmbedFiles.cmake generates for embedded.cpp; no one else needs it.

#include <string_view>
#include <vector>

namespace am2cmake {

struct EmbeddedPieces {
    std::string_view path;
    std::vector<std::string_view> pieces;  // of the text, in order
};

std::vector<EmbeddedPieces> embedded_pieces();

}  // namespace am2cmake
