#pragma once
// What the programs of small pipelines do with text, said in the terms of CMake: `echo $V | sed 's/-.*//'`.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace am2cmake::mapper {

// A regular expression as CMake writes it. Nothing for one that CMake's are too weak for.
std::optional<std::string> cmake_regex(std::string_view posix, bool extended);

struct SedSubstitution {
    std::string regex;        // CMake's
    std::string replacement;  // with \0 to \9
    bool all = false;
};
// `s/a/b/;s/c/d/g`; nothing if the script has any other command or flag.
std::optional<std::vector<SedSubstitution>> sed_substitutions(std::string_view script, bool extended);

// Single characters that `tr from to` exchanges, or with an empty `to` deletes; nothing if an order would matter.
std::optional<std::vector<std::pair<std::string, std::string>>> tr_pairs(std::string const& from,
                                                                         std::string const& to);
bool is_lower_set(std::string_view set);
bool is_upper_set(std::string_view set);

// N of `{print $N}`; 0 for any other program.
std::size_t awk_printed_field(std::string_view program);

// What stands between $(( and )), with the names of variables as `${name}`.
std::string with_references(std::string const& arithmetic);

}  // namespace am2cmake::mapper
