#include "mapper/automake/sed_script.hpp"

#include "mapper/automake/known_variables.hpp"

namespace am2cmake::mapper {
namespace {

using model::Piece;
using model::Text;

class SedReader {
public:
    SedReader(Text const& script, MakefileVariables const& variables) : variables_(variables) {
        for (Piece const& piece : script.pieces) {
            if (piece.kind == Piece::Kind::variable) {
                characters_.push_back(piece);
                continue;
            }
            for (char const c : piece.text) {
                characters_.push_back({Piece::Kind::literal, std::string(1, c)});
            }
        }
    }

    std::optional<std::vector<SedReplacement>> read() {
        std::vector<SedReplacement> replacements;
        for (skip(" \t\n;"); at_ < characters_.size(); skip(" \t\n;")) {
            std::optional<SedReplacement> replacement = substitution();
            if (!replacement) {
                return {};
            }
            replacements.push_back(*std::move(replacement));
        }
        return replacements;
    }

private:
    // "" at the end and for a reference.
    std::string peek(std::size_t ahead = 0) const {
        bool const literal = at_ + ahead < characters_.size() && characters_[at_ + ahead].kind == Piece::Kind::literal;
        return literal ? characters_[at_ + ahead].text : std::string{};
    }

    void skip(std::string_view any) {
        while (!peek().empty() && any.find(peek()) != std::string_view::npos) {
            ++at_;
        }
    }

    std::optional<SedReplacement> substitution() {
        if (peek() != "s" || peek(1).empty()) {
            return {};
        }
        std::string const delimiter = peek(1);
        at_ += 2;
        SedReplacement replacement;
        if (!pattern(delimiter, replacement.from) || replacement.from.empty() ||
            !substitute(delimiter, replacement.to)) {
            return {};
        }
        replacement.all = peek() == "g";
        at_ += replacement.all ? 1 : 0;
        bool const ends = at_ == characters_.size() || peek() == ";" || peek() == "\n" || peek() == " ";
        return ends ? std::optional{replacement} : std::nullopt;
    }

    // A regular expression that stands for one text.
    bool pattern(std::string const& delimiter, std::string& text) {
        for (; at_ < characters_.size(); ++at_) {
            std::string const c = peek();
            if (c == delimiter) {
                ++at_;
                return true;
            }
            if (c.empty()) {
                std::string const& name = characters_[at_].text;
                if (variables_.set(name)) {
                    return false;
                }
                text += "@" + name + "@";  // no variable of configure, so it stays as it is written
            } else if (c == "[" && peek(2) == "]" && peek(1) != "^") {
                text += peek(1);
                at_ += 2;
            } else if (c == "\\" && !peek(1).empty() && std::string_view(".*[]^$\\@/").find(peek(1)) != npos) {
                text += peek(1);
                ++at_;
            } else if (std::string_view(".*[^$\\\n").find(c) != npos) {
                return false;
            } else {
                text += c;
            }
        }
        return false;
    }

    bool substitute(std::string const& delimiter, Text& text) {
        for (; at_ < characters_.size(); ++at_) {
            std::string const c = peek();
            if (c == delimiter) {
                ++at_;
                text = with_full_directories(text);
                return true;
            }
            if (c == "&" || c == "\n" || (c == "\\" && peek(1) != delimiter && peek(1) != "&" && peek(1) != "\\")) {
                return false;
            }
            at_ += c == "\\" ? 1 : 0;
            text.append(characters_[at_]);
        }
        return false;
    }

    static constexpr std::size_t npos = std::string_view::npos;

    MakefileVariables const& variables_;
    std::vector<Piece> characters_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<SedReplacement>> sed_replacements(Text const& script, MakefileVariables const& variables) {
    return SedReader{script, variables}.read();
}

}  // namespace am2cmake::mapper
