#include "verify/config_header.hpp"

#include <algorithm>
#include <cctype>

#include "base/words.hpp"

namespace am2cmake::verify {
namespace {

bool is_word_byte(char byte) {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_';
}

bool take(std::string_view& text, std::string_view start) {
    text = trim(text);
    bool const there = text.starts_with(start);
    text.remove_prefix(there ? start.size() : 0);
    return there;
}

// A comment is a blank, over lines too: templates talk of #define in theirs.
std::string without_comments(std::string_view text) {
    std::string code;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!in_string && text.substr(at, 2) == "/*") {
            std::size_t const end = text.find("*/", at + 2);
            code += ' ';
            at = end == std::string_view::npos ? text.size() : end + 1;
            continue;
        }
        if (in_string && text[at] == '\\' && at + 1 < text.size()) {
            code += text[at++];  // what it escapes ends no string
        } else if (text[at] == '"') {
            in_string = !in_string;
        } else if (text[at] == '\n') {
            in_string = false;
        }
        code += text[at];
    }
    return code;
}

}  // namespace

Macros parse_macros(std::string_view header) {
    Macros macros;
    for (std::string const& line : split(without_comments(header), '\n')) {
        std::string_view rest = line;
        if (!take(rest, "#") || !take(rest, "define") || rest.empty() || is_word_byte(rest.front())) {
            continue;
        }
        rest = trim(rest);
        auto const end = std::find_if_not(rest.begin(), rest.end(), is_word_byte);
        std::size_t const length = static_cast<std::size_t>(end - rest.begin());
        macros.insert_or_assign(std::string(rest.substr(0, length)), std::string(trim(rest.substr(length))));
    }
    return macros;
}

// config_headers="config.h src/other.h:src/other.hin"
std::vector<std::string> parse_config_headers(std::string_view config_status) {
    constexpr std::string_view start = "config_headers=\"";
    std::vector<std::string> headers;
    for (std::string const& line : split(config_status, '\n')) {
        if (line.starts_with(start)) {
            std::string_view const value = std::string_view(line).substr(start.size());
            for (std::string const& word : split_words(value.substr(0, value.find('"')))) {
                headers.push_back(word.substr(0, word.find(':')));
            }
            break;  // later lines of the script assign to it, too
        }
    }
    return headers;
}

}  // namespace am2cmake::verify
