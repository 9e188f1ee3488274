#include "emitter/cmake_pieces.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "emitter/cmake_quote.hpp"
#include "emitter/cmake_signature.hpp"

namespace am2cmake::cmake {

namespace {

using Kind = Piece::Kind;

bool is_positional(Piece const& piece) {
    return piece.kind == Kind::positional || piece.kind == Kind::front;
}

Piece leaf(std::string text) {
    return {Kind::leaf, std::move(text), {}};
}

// --- taking a call apart

Kind kind_of(Keyword::Values values) {
    switch (values) {
        case Keyword::Values::one: return Kind::one;
        case Keyword::Values::many: return Kind::many;
        case Keyword::Values::pairs: return Kind::pairs;
        case Keyword::Values::command: return Kind::command;
        case Keyword::Values::property: return Kind::property;
        case Keyword::Values::none: break;
    }
    return Kind::option;
}

// Makes one leaf of a keyword and the word that belongs to its name.
Pieces joined_keywords(Pieces arguments, Signature const& signature) {
    Pieces result;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        auto const found = keyword(signature, arguments[at].text);
        result.push_back(std::move(arguments[at]));
        if (found && found->takes_next && result.back().text.find(' ') == std::string::npos &&
            at + 1 < arguments.size()) {
            result.back().text += " " + arguments[++at].text;
        }
    }
    return result;
}

Pieces groups(Pieces arguments, Signature const& signature);

// PUBLIC FILE_SET HEADERS FILES a.h: the keyword's values have keywords of their own.
Piece opened(Piece group, Signature const& inside) {
    Piece result{Kind::section, "", {group.parts.front()}};
    for (auto& part : groups({std::next(group.parts.begin()), group.parts.end()}, inside)) {
        if (is_positional(part)) {
            std::move(part.parts.begin(), part.parts.end(), std::back_inserter(result.parts));
        } else {
            result.parts.push_back(std::move(part));
        }
    }
    return result;
}

// RUNTIME DESTINATION bin: what follows a section and is a keyword in it belongs to it.
Pieces with_sections(Pieces flat, Signature const& signature) {
    Pieces result;
    std::optional<Signature> open;
    for (auto& group : flat) {
        bool const headed = !is_positional(group) && !group.parts.empty();
        if (headed && open && keyword(*open, group.parts.front().text)) {
            result.back().parts.push_back(std::move(group));
            continue;
        }
        open = headed ? section(signature, group.parts.front().text) : std::nullopt;
        result.push_back(open ? opened(std::move(group), *open) : std::move(group));
    }
    return result;
}

Pieces groups(Pieces arguments, Signature const& signature) {
    Pieces back;
    std::size_t const kept = std::min(signature.back, arguments.size());
    std::move(arguments.end() - static_cast<std::ptrdiff_t>(kept), arguments.end(), std::back_inserter(back));
    arguments.resize(arguments.size() - kept);

    Pieces flat;
    bool open = false;  // the last group takes what is no keyword
    for (auto& argument : joined_keywords(std::move(arguments), signature)) {
        auto const found = keyword(signature, argument.text);
        if (found) {
            flat.push_back({kind_of(found->values), "", {std::move(argument)}});
            open = found->values != Keyword::Values::none;
        } else {
            if (!open) {
                flat.push_back({Kind::positional, "", {}});
            }
            auto& group = flat.back();
            group.parts.push_back(std::move(argument));
            if (group.kind == Kind::positional && flat.size() <= signature.front) {
                group.kind = Kind::front;
            }
            open = group.kind != Kind::front && group.kind != Kind::one;
        }
    }
    flat = with_sections(std::move(flat), signature);
    if (!back.empty()) {
        flat.push_back({Kind::positional, "", std::move(back)});
    }
    return flat;
}

void list_sources(Pieces& pieces) {
    for (Piece& piece : pieces) {
        piece.listed = true;
        list_sources(piece.parts);
    }
}

// --- conditions

bool is_unary_test(std::string_view word) {
    constexpr std::string_view tests[] = {"COMMAND", "POLICY",       "TARGET",      "TEST",
                                          "EXISTS",  "IS_DIRECTORY", "IS_SYMLINK",  "IS_ABSOLUTE",
                                          "DEFINED", "IS_READABLE",  "IS_WRITABLE", "IS_EXECUTABLE"};
    return std::find(std::begin(tests), std::end(tests), word) != std::end(tests);
}

bool is_binary_test(std::string_view word) {
    if (word.starts_with("VERSION_") || word.starts_with("STR")) {
        word.remove_prefix(word.starts_with("STR") ? 3 : 8);
    }
    constexpr std::string_view tests[] = {"LESS",          "GREATER", "EQUAL",   "LESS_EQUAL", "GREATER_EQUAL",
                                          "IS_NEWER_THAN", "MATCHES", "IN_LIST", "PATH_EQUAL"};
    return std::find(std::begin(tests), std::end(tests), word) != std::end(tests);
}

// Puts each word of `is_operator` before what follows it.
template <typename Test>
Pieces prefixed(Pieces pieces, Test is_operator) {
    Pieces result;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (pieces[at].kind == Kind::leaf && is_operator(pieces[at].text) && at + 1 < pieces.size()) {
            Piece whole{Kind::prefixed, "", {std::move(pieces[at]), std::move(pieces[at + 1])}};
            result.push_back(std::move(whole));
            ++at;
        } else {
            result.push_back(std::move(pieces[at]));
        }
    }
    return result;
}

Pieces with_binary_tests(Pieces pieces) {
    Pieces result;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        bool const is_test = at > 0 && at + 1 < pieces.size() && is_binary_test(pieces[at].text);
        if (is_test && result.back().kind != Kind::binary) {
            Piece whole{Kind::binary, "", {std::move(result.back()), std::move(pieces[at]), std::move(pieces[at + 1])}};
            result.back() = std::move(whole);
            ++at;
        } else {
            result.push_back(std::move(pieces[at]));
        }
    }
    return result;
}

Pieces with_operators(Pieces pieces) {
    pieces = with_binary_tests(prefixed(std::move(pieces), is_unary_test));
    for (std::string_view const word : {"NOT", "AND", "OR"}) {
        pieces = prefixed(std::move(pieces), [&](std::string_view text) { return text == word; });
    }
    return pieces;
}

// Arguments up to the matching `)`, those within parentheses as a piece of their own.
Pieces nested(std::vector<Argument> const& arguments, std::size_t& at, bool condition) {
    Pieces pieces;
    for (; at < arguments.size(); ++at) {
        auto const& argument = arguments[at];
        bool const bare = argument.form == Argument::Form::unquoted;
        if (bare && argument.text == ")") {
            break;
        }
        if (bare && argument.text == "(") {
            Piece inner{Kind::parentheses, "", nested(arguments, ++at, condition)};
            inner.parts = condition ? with_operators(std::move(inner.parts)) : std::move(inner.parts);
            pieces.push_back(std::move(inner));
        } else if (std::string text = spelled(argument); !text.empty()) {
            pieces.push_back(leaf(std::move(text)));
        }
    }
    return pieces;
}

}  // namespace

bool is_condition(std::string_view name) {
    return name == "if" || name == "elseif" || name == "while" || name == "else" || name == "endif" ||
           name == "endwhile";
}

Pieces arranged(Command const& command) {
    std::size_t at = 0;
    auto pieces = nested(command.arguments, at, is_condition(command.name));
    if (is_condition(command.name)) {
        return with_operators(std::move(pieces));
    }
    std::vector<std::string> words;
    std::transform(pieces.begin(), pieces.end(), std::back_inserter(words), [](Piece const& p) { return p.text; });
    Pieces made = groups(std::move(pieces), signature(command.name, words));
    if (lists_sources(command.name)) {
        list_sources(made);
    }
    return made;
}

}  // namespace am2cmake::cmake
