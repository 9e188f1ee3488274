#pragma once
// What the two builds made, read from their folders.

#include <string>

#include "verify/builds.hpp"
#include "verify/compare.hpp"

namespace am2cmake::verify {

struct Sides {
    Side autotools;
    Side cmake;
    std::string failure;  // why they can't be told; an empty text: they can
};

Sides read_sides(Builds const& builds);

}  // namespace am2cmake::verify
