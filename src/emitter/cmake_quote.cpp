#include "emitter/cmake_quote.hpp"

#include <cctype>

#include "base/words.hpp"

namespace am2cmake::cmake {

namespace {

bool is_alphanumeric(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// CMake knows \n, \r, \t, \; and a backslash before anything that is no letter or digit.
bool is_escape(std::string_view text, std::size_t backslash) {
    if (backslash + 1 == text.size()) {
        return false;
    }
    char const next = text[backslash + 1];
    return !is_alphanumeric(next) || next == 'n' || next == 'r' || next == 't';
}

// The length of the reference that begins at `dollar`; 0 when none does or when it is not well formed.
std::size_t reference_length(std::string_view text, std::size_t dollar) {
    std::size_t at = dollar + 1;
    while (at < text.size() && is_alphanumeric(text[at])) {
        ++at;
    }
    auto const name = text.substr(dollar + 1, at - dollar - 1);
    if (at == text.size() || text[at] != '{' || (!name.empty() && name != "ENV" && name != "CACHE")) {
        return 0;
    }
    for (++at; at < text.size() && text[at] != '}';) {
        std::size_t const inner = text[at] == '$' ? reference_length(text, at) : 0;
        if (inner != 0) {
            at += inner;
        } else if (text[at] == '\\' && is_escape(text, at)) {
            at += 2;
        } else if (is_alphanumeric(text[at]) || std::string_view{"/_.+-"}.find(text[at]) != std::string_view::npos) {
            ++at;
        } else {
            return 0;
        }
    }
    return at == text.size() ? 0 : at + 1 - dollar;
}

// `$` with a word and a brace that is no reference is an error to CMake, unless it is escaped.
bool is_broken_reference(std::string_view text, std::size_t dollar) {
    std::size_t at = dollar + 1;
    while (at < text.size() && is_alphanumeric(text[at])) {
        ++at;
    }
    return at < text.size() && text[at] == '{' && reference_length(text, dollar) == 0;
}

// Between quotes: what is escaped stays so, what would end the argument or break it gets its backslash.
std::string mended(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '\\' && is_escape(text, at)) {
            result += text.substr(at++, 2);
        } else if (c == '$' && reference_length(text, at) != 0) {
            std::size_t const length = reference_length(text, at);
            result += text.substr(at, length);
            at += length - 1;
        } else if (c == '\r') {
            result += "\\r";  // CMake reads a bare one before a newline as part of the line end
        } else {
            if (c == '\\' || c == '"' || (c == '$' && is_broken_reference(text, at))) {
                result += '\\';
            }
            result += c;
        }
    }
    return result;
}

bool looks_like_bracket(std::string_view text) {
    auto const end = text.find_first_not_of('=', 1);
    return text.starts_with('[') && end != std::string_view::npos && text[end] == '[';
}

// What an unquoted argument may not hold, or would mean something else in.
bool needs_quotes(std::string_view text) {
    return text.empty() || text.find_first_of(" \t\r\n;()#\"\\") != std::string_view::npos || looks_like_bracket(text);
}

bool has_reference_and_more(std::string_view text) {
    auto const dollar = text.find('$');
    return dollar != std::string_view::npos && text.find('{', dollar) != std::string_view::npos &&
           reference_length(text, dollar) != text.size();
}

// A legacy unquoted argument such as `-DX="a b"` is written with its quotes inside.
bool can_be_bare(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && is_escape(text, at) && text[at + 1] != '\n') {
            ++at;
        } else if (std::string_view{" \t\r\n()#\"\\"}.find(text[at]) != std::string_view::npos ||
                   (text[at] == '$' && is_broken_reference(text, at))) {
            return false;
        }
    }
    return !looks_like_bracket(text);
}

std::string in_brackets(std::string_view text) {
    std::string level;
    std::string const closed = std::string(text) + "]";
    while (closed.find("]" + level + "]") != std::string::npos) {
        level += '=';
    }
    // The newline after the opening bracket is no part of the text.
    char const* const begin = text.find('\n') != std::string_view::npos ? "[\n" : "[";
    return "[" + level + begin + std::string(text) + "]" + level + "]";
}

std::string in_quotes(std::string_view text) {
    return '"' + mended(text) + '"';
}

}  // namespace

std::string spelled(Argument const& argument) {
    auto const& text = argument.text;
    switch (argument.form) {
        case Argument::Form::quoted: return in_quotes(text);
        case Argument::Form::unquoted: return text == "(" || text == ")" || can_be_bare(text) ? text : in_quotes(text);
        case Argument::Form::bracket:
            // A carriage return would get lost in brackets.
            return text.find('\r') == std::string::npos ? in_brackets(text) : in_quotes(escape(text));
        case Argument::Form::automatic: break;
    }
    bool const bare = !needs_quotes(text) && !has_reference_and_more(text) && can_be_bare(text);
    return bare ? text : in_quotes(text);
}

}  // namespace am2cmake::cmake
