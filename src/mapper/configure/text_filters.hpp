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
// Takes a whole alphabet out of both sets where the one has its small letters and the other its capitals (`up`), or the
// other way round.
bool fold_case(std::string& from, std::string& to, bool up);
// The two sets of sed's `y/abc/xyz/`.
std::optional<std::pair<std::string, std::string>> sed_transliteration(std::string_view script);
// A set of tr as it stands between the brackets of a regular expression; nothing if that can't be said.
std::optional<std::string> bracket_characters(std::string const& set);

// `{ print $2 }`, `{ printf "%d.%d", $1, $2 }`; nothing for any other program.
struct AwkPrint {
    std::optional<std::string> format;
    std::vector<std::size_t> fields;
};
std::optional<AwkPrint> awk_print(std::string_view program);

// The text of a printf format, and the places of its words; nothing if there are other conversions than %s and %d.
struct PrintfPart {
    bool is_word = false;
    std::string text;
    std::size_t width = 0;  // of a number with leading zeros
};
std::optional<std::vector<PrintfPart>> printf_parts(std::string_view format);

// What stands between $(( and )), with the names of variables as `${name}`.
std::string with_references(std::string const& arithmetic);

}  // namespace am2cmake::mapper
