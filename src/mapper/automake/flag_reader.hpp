#pragma once
// Flags one after another: options and their arguments, as a compiler or libtool takes them.

#include <optional>
#include <string>
#include <string_view>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

class FlagReader {
public:
    // Words as the shell passes them on.
    explicit FlagReader(model::Words words) : words_(std::move(words)) {}

    bool at_end() const { return at_ == words_.size(); }
    model::When<model::Text> const& word() const { return words_[at_]; }
    void next() { ++at_; }

    // What is known of the beginning of the word; "" where a reference begins it.
    std::string_view literal() const;

    // The word is `option`: its argument is the next word under the same condition. Reads both.
    std::optional<model::When<model::Text>> argument(std::string_view option);

    // The same, with the argument possibly in the same word: `-Ifoo`, `-I foo`.
    std::optional<model::When<model::Text>> joined_argument(std::string_view option);

private:
    model::Words words_;
    std::size_t at_ = 0;
};

model::Text without_prefix(model::Text text, std::size_t bytes);

// A word that CMake must not part, reorder or drop as a repetition: `SHELL:-include x`.
model::Text option_with_argument(std::string_view option, model::Text const& argument);

}  // namespace am2cmake::mapper
