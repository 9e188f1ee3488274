#include "base/words.hpp"

#include <algorithm>

namespace am2cmake {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

}  // namespace

std::string_view trim(std::string_view text) {
    std::size_t const begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;
         at = text.find_first_not_of(blanks, at)) {
        std::size_t const end = std::min(text.find_first_of(blanks, at), text.size());
        words.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::vector<std::string> split_shell_words(std::string_view text) {
    std::vector<std::string> words =
        split_words(replace_all(replace_all(std::string(text), "\\\n", " "), "\\\r\n", " "));
    std::erase(words, "\\");  // before a newline that was trimmed
    return words;
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0;;) {
        std::size_t const end = text.find(at, begin);
        parts.emplace_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) {
            return parts;
        }
        begin = end + 1;
    }
}

std::string join(std::vector<std::string> const& words, std::string_view between) {
    std::string text;
    for (std::string const& word : words) {
        if (&word != &words.front()) {
            text += between;
        }
        text += word;
    }
    return text;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    std::size_t at = text.find(from);
    if (at == std::string::npos || from.empty()) {
        return text;
    }
    std::string replaced;
    std::size_t done = 0;
    for (; at != std::string::npos; at = text.find(from, done)) {
        replaced.append(text, done, at - done);
        replaced += to;
        done = at + from.size();
    }
    return replaced.append(text, done);
}

}  // namespace am2cmake
