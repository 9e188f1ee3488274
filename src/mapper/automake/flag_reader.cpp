#include "mapper/automake/flag_reader.hpp"

namespace am2cmake::mapper {

using model::Piece;
using model::Text;
using model::When;

std::string_view FlagReader::literal() const {
    Text const& text = word().value;
    bool const known = !text.empty() && text.pieces.front().kind == Piece::Kind::literal;
    return known ? std::string_view(text.pieces.front().text) : std::string_view{};
}

std::optional<When<Text>> FlagReader::argument(std::string_view option) {
    bool const same = word().value.constant() && word().value.value() == option;
    if (!same || at_ + 1 >= words_.size() || !(words_[at_ + 1].when == word().when)) {
        return {};
    }
    at_ += 2;
    return words_[at_ - 1];
}

std::optional<When<Text>> FlagReader::joined_argument(std::string_view option) {
    if (std::optional<When<Text>> apart = argument(option)) {
        return apart;
    }
    if (!literal().starts_with(option) || word().value == Text::literal(option)) {
        return {};
    }
    When<Text> made = word();
    made.value = without_prefix(std::move(made.value), option.size());
    ++at_;
    return made;
}

Text without_prefix(Text text, std::size_t bytes) {
    text.pieces.front().text.erase(0, bytes);
    if (text.pieces.front().text.empty()) {
        text.pieces.erase(text.pieces.begin());
    }
    return text;
}

Text option_with_argument(std::string_view option, Text const& argument) {
    Text text = Text::literal("SHELL:" + std::string(option) + " ", argument.from);
    text.append(argument);
    return text;
}

}  // namespace am2cmake::mapper
