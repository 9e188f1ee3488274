#include "emitter/cmake_print.hpp"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/words.hpp"
#include "emitter/cmake_pieces.hpp"

namespace am2cmake::cmake {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t indent_width = 4;

std::string indent(std::size_t level) {
    return std::string(level * indent_width, ' ');
}

// Columns on a screen: the bytes that begin a character of UTF-8.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

using Kind = Piece::Kind;

std::string flat_text(Piece const& piece);

std::string flat_text(Pieces const& pieces) {
    std::vector<std::string> words;
    std::transform(pieces.begin(), pieces.end(), std::back_inserter(words),
                   [](Piece const& piece) { return flat_text(piece); });
    return join(words, " ");
}

std::string flat_text(Piece const& piece) {
    switch (piece.kind) {
        case Kind::leaf: return piece.text;
        case Kind::parentheses: return "(" + flat_text(piece.parts) + ")";
        default: return flat_text(piece.parts);
    }
}

bool fits(std::string const& line) {
    return line.find('\n') == std::string::npos && width(line) <= line_width;
}

std::string broken(Piece const& piece, std::size_t level);

std::string laid_out(Piece const& piece, std::size_t level) {
    std::string const line = indent(level) + flat_text(piece);
    return piece.kind == Kind::leaf || fits(line) ? line : broken(piece, level);
}

template <typename Iterator>
std::string one_per_line(Iterator begin, Iterator end, std::size_t level) {
    std::vector<std::string> lines;
    std::transform(begin, end, std::back_inserter(lines), [&](Piece const& piece) { return laid_out(piece, level); });
    return join(lines, "\n");
}

Pieces in_pairs(Pieces::const_iterator begin, Pieces::const_iterator end) {
    Pieces pairs;
    for (; begin != end; ++begin) {
        Piece pair{Kind::pair, "", {*begin}};
        if (std::next(begin) != end) {
            pair.parts.push_back(*++begin);
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::string filled(Pieces::const_iterator begin, Pieces::const_iterator end, std::size_t level) {
    std::string done;
    std::string line = indent(level) + flat_text(*begin);
    for (++begin; begin != end; ++begin) {
        std::string const longer = line + " " + flat_text(*begin);
        if (fits(longer)) {
            line = longer;
        } else {
            done += line + "\n";
            line = indent(level) + flat_text(*begin);
        }
    }
    return done + line;
}

// The values of a keyword that does not fit on its line, one level below it.
std::string values_below(Piece const& piece, std::size_t level) {
    auto const begin = std::next(piece.parts.begin());
    auto const end = piece.parts.end();
    switch (piece.kind) {
        case Kind::pairs: {
            auto const pairs = in_pairs(begin, end);
            return one_per_line(pairs.begin(), pairs.end(), level);
        }
        case Kind::command: return filled(begin, end, level);
        case Kind::many: return piece.listed ? one_per_line(begin, end, level) : filled(begin, end, level);
        case Kind::property: {
            std::string const line = indent(level) + flat_text(Pieces{begin, end});
            return fits(line) || std::next(begin) == end
                       ? line
                       : laid_out(*begin, level) + "\n" + one_per_line(std::next(begin), end, level + 1);
        }
        default: return one_per_line(begin, end, level);
    }
}

std::string broken(Piece const& piece, std::size_t level) {
    auto const& parts = piece.parts;
    switch (piece.kind) {
        case Kind::leaf: return indent(level) + piece.text;
        case Kind::positional:
            return piece.listed ? one_per_line(parts.begin(), parts.end(), level)
                                : filled(parts.begin(), parts.end(), level);
        case Kind::parentheses:
            return indent(level) + "(\n" + one_per_line(parts.begin(), parts.end(), level + 1) + "\n" + indent(level) +
                   ")";
        case Kind::one:
            if (parts.size() == 2 && parts.back().text.starts_with('[')) {  // its lines have their own layout
                return indent(level) + parts.front().text + " " + parts.back().text;
            }
            break;
        case Kind::prefixed:
            if (parts.front().text.size() < indent_width) {  // NOT, AND, OR
                return indent(level) + parts.front().text + " " +
                       laid_out(parts.back(), level).substr(indent(level).size());
            }
            break;
        default: break;
    }
    std::string const head = laid_out(parts.front(), level);
    return parts.size() == 1 ? head : head + "\n" + values_below(piece, level + 1);
}

std::string text_of(Command const& command, std::size_t level) {
    Pieces const pieces = arranged(command);
    std::string head = indent(level) + command.name + "(";
    if (std::string const line = head + flat_text(pieces) + ")"; pieces.empty() || fits(line)) {
        return line + "\n";
    }
    // What the command is about stays beside its name.
    auto rest = pieces.begin();
    for (; (rest->kind == Kind::front || rest->kind == Kind::option) && std::next(rest) != pieces.end(); ++rest) {
        std::string const longer = head + (rest == pieces.begin() ? "" : " ") + flat_text(*rest);
        if (!fits(longer) || pieces.front().kind != Kind::front) {
            break;
        }
        head = longer;
    }
    return head + "\n" + one_per_line(rest, pieces.end(), level + 1) + "\n" + indent(level) + ")\n";
}

// A long line of a comment goes on in the next one, at the same indentation.
std::string text_of(Comment const& comment, std::size_t level) {
    std::string result;
    for (auto const& source_line : split(comment.text, '\n')) {
        if (comment.verbatim) {
            result += indent(level) + (source_line.empty() ? "#" : "# " + source_line) + "\n";
            continue;
        }
        std::string_view const blank = " \t\r";
        auto const begin = std::min(source_line.find_first_not_of(blank), source_line.size());
        auto const last = source_line.find_last_not_of(blank);
        std::string const whole = indent(level) + "# " + source_line.substr(0, last + 1);
        if (begin < source_line.size() && width(whole) <= line_width) {
            result += whole + "\n";
            continue;
        }
        std::string const margin =
            indent(level) + "#" + (begin < source_line.size() ? " " : "") + source_line.substr(0, begin);
        std::string line = margin;
        bool empty = true;
        for (auto const& word : split_words(source_line)) {
            if (!empty && width(line) + 1 + width(word) > line_width) {
                result += line + "\n";
                line = margin;
                empty = true;
            }
            line += (empty ? "" : " ") + word;
            empty = false;
        }
        result += (empty ? indent(level) + "#" : line) + "\n";
    }
    return result;
}

std::string text_of(std::vector<Node> const& nodes, std::size_t level);

std::string text_of(Block const& block, std::size_t level) {
    std::string result;
    for (auto const& part : block.parts) {
        result += text_of(part.head, level) + text_of(part.body, level + 1);
    }
    return block.parts.empty() ? result : result + indent(level) + "end" + block.parts.front().head.name + "()\n";
}

// Blank lines are neither doubled nor at an edge.
std::string text_of(std::vector<Node> const& nodes, std::size_t level) {
    std::string result;
    bool blank = false;
    for (auto const& node : nodes) {
        if (std::holds_alternative<BlankLine>(node)) {
            blank = !result.empty();
            continue;
        }
        std::string const text = std::visit(
            [&](auto const& value) -> std::string {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, BlankLine>) {
                    return "";
                } else {
                    return text_of(value, level);
                }
            },
            node);
        result += (blank && !text.empty() ? "\n" : "") + text;
        blank = blank && text.empty();
    }
    return result;
}

}  // namespace

std::string print(File const& file) {
    return text_of(file.nodes, 0);
}

}  // namespace am2cmake::cmake
