#pragma once
// What -lNAME links on each platform, as the rules have it.

#include <vector>

#include "mapper/rule_book.hpp"
#include "model/build_description.hpp"

namespace am2cmake::mapper {

std::vector<model::When<model::Library>> named_libraries(RuleBook const* rules, std::string const& name,
                                                         model::Condition const& when, Span from);

}  // namespace am2cmake::mapper
