#pragma once
// Words that hold under conditions, taken together.

#include <optional>
#include <string>
#include <vector>

#include "model/build_description.hpp"

namespace am2cmake::mapper {

// What a list of conditional words is in one case. The cases exclude each other and leave none out.
struct Case {
    model::Condition when;
    std::vector<model::Text> words;
};

// Nothing if there are more than `most` different ones.
std::optional<std::vector<Case>> cases_of(model::Words const& words, std::size_t most = 32);

// True if both can't hold, by structure.
bool exclusive(model::Condition const& a, model::Condition const& b);

// What `condition` still asks where `given` holds anyway.
model::Condition condition_within(model::Condition const& condition, model::Condition const& given);

// Words with one text joined by blanks.
model::Text joined(std::vector<model::Text> const& words);

// References to CMake variables as characters that no file holds, so that functions on strings can handle them.
std::string encoded(model::Text const& text);
model::Text decoded(std::string const& text, Span from);

}  // namespace am2cmake::mapper
