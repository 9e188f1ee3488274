#pragma once
// Which arguments of a command are keywords, and what belongs to each: the layout of a broken command follows from it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace am2cmake::cmake {

struct Keyword {
    enum class Values {
        none,  // an option
        one,
        many,
        pairs,     // names and values in turn, as after PROPERTIES
        command,   // a command line, filled up to the width
        property,  // a name, then its values
    };
    Values values = Values::none;
    bool takes_next = false;  // the keyword is two words: FILE_SET HEADERS, REGEX REPLACE
};

struct Signature {
    std::size_t front = 0;  // positional arguments that count one by one
    std::size_t back = 0;   // positional arguments after the last keyword
    std::string_view keywords;
    std::string_view path;  // what its sections are called: `install TARGETS`
};

// The signature of a call, chosen by the first argument that tells signatures apart (`string(REGEX ...)`).
Signature signature(std::string_view command, std::vector<std::string> const& arguments);

// What a keyword opens that has keywords of its own, as PUBLIC does in target_sources.
std::optional<Signature> section(Signature const& around, std::string_view keyword);

// Its arguments are sources: each has a line of its own, so that one that comes or goes is a line that does.
bool lists_sources(std::string_view command);

std::optional<Keyword> keyword(Signature const& signature, std::string_view text);

}  // namespace am2cmake::cmake
