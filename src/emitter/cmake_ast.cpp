#include "emitter/cmake_ast.hpp"

#include <cctype>

namespace am2cmake::cmake {

namespace {

// `${`, `$ENV{` and `$CACHE{` begin a reference.
bool begins_reference(std::string_view text, std::size_t dollar) {
    for (std::size_t at = dollar + 1; at < text.size(); ++at) {
        if (text[at] == '{') {
            return true;
        }
        if (std::isalnum(static_cast<unsigned char>(text[at])) == 0) {
            return false;
        }
    }
    return false;
}

}  // namespace

std::string escape(std::string_view text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (char const c = text[at]) {
            case '\\': escaped += "\\\\"; break;
            case '"': escaped += "\\\""; break;
            case '\n': escaped += "\\n"; break;
            case '\r': escaped += "\\r"; break;
            case '\t': escaped += "\\t"; break;
            case '$': escaped += begins_reference(text, at) ? "\\$" : "$"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

Argument literal(std::string_view text) {
    return {escape(text), Argument::Form::automatic, {}};
}

Argument quoted(std::string_view text) {
    return {escape(text), Argument::Form::quoted, {}};
}

Argument evaluated(std::string text) {
    return {std::move(text), Argument::Form::automatic, {}};
}

Argument word(std::string_view text) {
    return {std::string(text), Argument::Form::unquoted, {}};
}

Argument list(std::string_view variable) {
    return word("${" + std::string(variable) + "}");
}

Argument bracket(std::string_view text) {
    return {std::string(text), Argument::Form::bracket, {}};
}

}  // namespace am2cmake::cmake
