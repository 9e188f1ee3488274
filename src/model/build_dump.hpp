#pragma once
// The build description as text, for tests and people: one thing a line, nothing left out but the places.

#include <string>

#include "model/build_description.hpp"

namespace am2cmake::model {

std::string dump(Directory const& directory);

}  // namespace am2cmake::model
