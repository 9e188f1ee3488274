# Turns files into C++ text: cmake -DLIST=file -DOUTPUT=file.cpp -P EmbedFiles.cmake
#
# Each line of LIST is `name|path`: the name that src/base/embedded.hpp gives the file, and where it lies. A file is
# written as short string literals of escapes only, so that neither its bytes nor its size meet a compiler's limits.

set(piece_bytes 8000)

# One file as `{"name", {"piece"sv, ...}},`, in the variable `result`.
function(embed name path result)
    file(READ "${path}" bytes HEX)
    string(LENGTH "${bytes}" digits)
    math(EXPR piece_digits "2 * ${piece_bytes}")
    set(text "    {\"${name}\"sv,\n     {\n")
    set(at 0)
    while(at LESS digits)
        string(SUBSTRING "${bytes}" ${at} ${piece_digits} piece)
        string(REGEX REPLACE "(..)" "\\\\x\\1" piece "${piece}")
        string(APPEND text "         \"${piece}\"sv,\n")
        math(EXPR at "${at} + ${piece_digits}")
    endwhile()
    string(APPEND text "     }},\n")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

file(STRINGS "${LIST}" lines ENCODING UTF-8)
set(tables "")
foreach(line IN LISTS lines)
    string(REGEX MATCH "^([^|]+)\\|(.+)$" matched "${line}")
    embed("${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}" table)
    string(APPEND tables "${table}")
endforeach()

file(WRITE "${OUTPUT}" "// Written by cmake/EmbedFiles.cmake.
#include \"base/embedded_pieces.hpp\"

namespace am2cmake {

using namespace std::string_view_literals;

std::vector<EmbeddedPieces> embedded_pieces() {
    return {
${tables}    };
}

}  // namespace am2cmake
")
