#include "model/text.hpp"

#include <algorithm>

namespace am2cmake::model {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string escaped(std::string_view literal) {
    std::string text;
    for (std::size_t i = 0; i < literal.size(); ++i) {
        bool const reference = literal[i] == '$' && i + 1 < literal.size() && literal[i + 1] == '{';
        if (literal[i] == '"' || literal[i] == '\\' || reference) {
            text += '\\';
        }
        text += literal[i];
    }
    return text;
}

}  // namespace

Text Text::literal(std::string_view text, Span from) {
    Text made;
    made.from = from;
    made.append(text);
    return made;
}

Text Text::variable(std::string_view name, Span from) {
    return {{{Piece::Kind::variable, std::string(name)}}, from};
}

bool Text::constant() const {
    return pieces.empty() || (pieces.size() == 1 && pieces.front().kind == Piece::Kind::literal);
}

std::string Text::value() const {
    return pieces.empty() ? std::string{} : pieces.front().text;
}

std::string Text::variable_name() const {
    return pieces.size() == 1 && pieces.front().kind == Piece::Kind::variable ? pieces.front().text : std::string{};
}

void Text::append(std::string_view literal) {
    if (literal.empty()) {
        return;
    }
    if (!pieces.empty() && pieces.back().kind == Piece::Kind::literal) {
        pieces.back().text += literal;
    } else {
        pieces.push_back({Piece::Kind::literal, std::string(literal)});
    }
}

void Text::append(Piece const& piece) {
    if (piece.kind == Piece::Kind::literal) {
        append(piece.text);
    } else {
        pieces.push_back(piece);
    }
}

void Text::append(Text const& text) {
    for (Piece const& piece : text.pieces) {
        append(piece);
    }
}

std::vector<Text> split_words(Text const& text) {
    std::vector<Text> words;
    Text word;
    auto const end_word = [&] {
        if (!word.empty()) {
            word.from = text.from;
            words.push_back(std::move(word));
            word = {};
        }
    };
    for (Piece const& piece : text.pieces) {
        if (piece.kind == Piece::Kind::variable) {
            word.append(piece);
            continue;
        }
        for (std::size_t at = 0; at < piece.text.size();) {
            std::size_t const blank = std::min(piece.text.find_first_of(blanks, at), piece.text.size());
            word.append(std::string_view(piece.text).substr(at, blank - at));
            if (blank < piece.text.size()) {
                end_word();
            }
            at = blank + 1;
        }
    }
    end_word();
    return words;
}

std::string cmake_text(Text const& text) {
    std::string made;
    for (Piece const& piece : text.pieces) {
        made += piece.kind == Piece::Kind::variable ? "${" + piece.text + "}" : escaped(piece.text);
    }
    return made;
}

Text parse_cmake_text(std::string_view text, Span from) {
    Text made;
    made.from = from;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const reference = text.find("${", at);
        std::size_t const end = text.find('}', reference);
        if (reference == std::string_view::npos || end == std::string_view::npos) {
            made.append(text.substr(at));
            break;
        }
        made.append(text.substr(at, reference - at));
        made.append(Piece{Piece::Kind::variable, std::string(text.substr(reference + 2, end - reference - 2))});
        at = end + 1;
    }
    return made;
}

std::vector<std::string> names_within(std::string_view name) {
    std::vector<std::string> names;
    for (Piece const& piece : parse_cmake_text(name).pieces) {
        if (piece.kind == Piece::Kind::variable) {
            names.push_back(piece.text);
        }
    }
    return names;
}

bool may_name(std::string_view name, std::string_view variable) {
    std::string_view const begin = name.substr(0, name.find("${"));
    std::string_view const end = begin == name ? name : name.substr(name.rfind('}') + 1);
    return begin == name ? name == variable
                         : variable.size() > begin.size() + end.size() && variable.starts_with(begin) &&
                               variable.ends_with(end);
}

}  // namespace am2cmake::model
