#pragma once
// Sources in yacc and lex, and the files that are made of them (Automake manual, "Yacc and Lex support").

#include <optional>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

struct ParserSource {
    model::Text output;    // what is compiled, as a file of the directory
    bool shipped = false;  // it comes with the sources
    model::MadeFiles made;
};

// Nothing for other sources, and where the flags depend on a conditional.
std::optional<ParserSource> parser_source(DirectoryContext const& context, BuiltTarget const& built,
                                          model::When<model::Text> const& source);

// What makes those that are not shipped.
void map_parser_sources(DirectoryContext const& context, PlacedItems& items);

}  // namespace am2cmake::mapper
