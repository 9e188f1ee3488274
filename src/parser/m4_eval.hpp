#pragma once
// (private) The arithmetic of m4_eval and the order of version numbers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace am2cmake::m4 {

// The value of an expression in 32 bits, as GNU m4 computes it; nothing where it reports an error.
std::optional<std::int32_t> evaluate(std::string_view expression);

// A number in a base from 2 to 36, with at least `width` digits.
std::string in_base(std::int32_t value, unsigned base, std::size_t width);

// -1, 0 or 1. Missing numbers at the end count as 0.
int compare(std::vector<std::int64_t> const& left, std::vector<std::int64_t> const& right);

// The numbers of a version in the order of m4_version_compare, where 1.2b is more than 1.2 and less than 1.3.
std::vector<std::int64_t> version_numbers(std::string_view version);

}  // namespace am2cmake::m4
