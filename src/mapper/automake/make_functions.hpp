#pragma once
// Functions of GNU make that work on words (GNU make manual, "Functions for String Substitution and Analysis",
// "Functions for File Names").

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace am2cmake::mapper {

// `pattern` with its `%` for any stem; without one, only itself.
std::optional<std::string> pattern_replaced(std::string const& word, std::string_view pattern,
                                            std::string_view replacement);

// $(X:from=to): a `from` without `%` is a suffix.
std::string reference_replaced(std::string const& word, std::string const& from, std::string const& to);

// Those that are translated.
bool is_word_function(std::string_view function);

// Whether it makes each word from one word, or drops it; others need the whole list.
bool works_on_each_word(std::string_view function);

// `first` are the words of the arguments before the list. Nothing if the word is dropped.
std::optional<std::string> apply_to_word(std::string_view function, std::vector<std::vector<std::string>> const& first,
                                         std::string const& word);

// The last argument is the list.
std::vector<std::string> apply_to_list(std::string_view function,
                                       std::vector<std::vector<std::string>> const& arguments);

}  // namespace am2cmake::mapper
