#include "mapper/automake/shell_loops.hpp"

#include <algorithm>
#include <cctype>

#include "base/words.hpp"
#include "mapper/automake/conditional_words.hpp"

namespace am2cmake::mapper {
namespace {

using model::Text;

constexpr std::size_t most_turns = 256;

struct Loop {
    std::string before;
    std::string variable;
    std::vector<std::string> words;
    std::string body;
    std::string behind;
};

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The keyword as a word of its own; npos if there is none.
std::size_t find_keyword(std::string const& text, std::string const& keyword, std::size_t from) {
    for (std::size_t at = text.find(keyword, from); at != std::string::npos; at = text.find(keyword, at + 1)) {
        std::size_t const end = at + keyword.size();
        bool const begins = at == 0 || std::string_view(" \t;&(").find(text[at - 1]) != std::string_view::npos;
        bool const ends = end == text.size() || std::string_view(" \t;)").find(text[end]) != std::string_view::npos;
        if (begins && ends) {
            return at;
        }
    }
    return std::string::npos;
}

std::string trimmed(std::string_view text) {
    std::string_view made = trim(text);
    while (!made.empty() && made.back() == ';') {
        made = trim(made.substr(0, made.size() - 1));
    }
    return std::string(made);
}

std::optional<Loop> read_loop(std::string const& text) {
    std::size_t const begin = find_keyword(text, "for", 0);
    std::size_t const in = find_keyword(text, "in", begin);
    std::size_t const work = find_keyword(text, "do", in);
    std::size_t const end = find_keyword(text, "done", work);
    if (begin == std::string::npos || in == std::string::npos || work == std::string::npos ||
        end == std::string::npos) {
        return {};
    }
    Loop loop;
    loop.before = trimmed(std::string_view(text).substr(0, begin));
    loop.variable = trimmed(std::string_view(text).substr(begin + 3, in - begin - 3));
    loop.words = split_words(trimmed(std::string_view(text).substr(in + 2, work - in - 2)));
    loop.body = trimmed(std::string_view(text).substr(work + 2, end - work - 2));
    loop.behind = text.substr(end + 4);
    bool const plain = std::all_of(loop.words.begin(), loop.words.end(), [](std::string const& word) {
        return word.find_first_of("$`*?['\"\\") == std::string::npos;
    });
    bool const name =
        !loop.variable.empty() && std::all_of(loop.variable.begin(), loop.variable.end(), is_name_character);
    return plain && name && loop.words.size() <= most_turns ? std::optional{loop} : std::nullopt;
}

// `$f` and `${f}`, within double quotes as well.
std::string with_word(std::string const& body, std::string const& variable, std::string const& word) {
    std::string made = replace_all(body, "${" + variable + "}", word);
    std::string const reference = "$" + variable;
    for (std::size_t at = made.find(reference); at != std::string::npos; at = made.find(reference, at)) {
        std::size_t const end = at + reference.size();
        bool const whole = end == made.size() || !is_name_character(made[end]);
        made.replace(at, whole ? reference.size() : 0, whole ? word : "");
        at += whole ? word.size() : reference.size();
    }
    return made;
}

}  // namespace

std::optional<std::vector<Text>> unrolled_loops(Text const& line) {
    std::string const text = encoded(line);
    if (find_keyword(text, "for", 0) == std::string::npos) {
        return std::vector{line};
    }
    std::optional<Loop> const loop = read_loop(text);
    std::string behind = loop ? std::string(trim(loop->behind)) : "";
    if (behind == "|| exit 1" || behind == "|| exit $?") {
        behind.clear();
    }
    bool const whole =
        loop && behind.find_first_not_of("; ") == std::string::npos &&
        (loop->before.empty() || loop->before.ends_with("&&") || loop->before.find("||") == std::string::npos);
    if (!whole || find_keyword(loop->body, "for", 0) != std::string::npos) {
        return {};
    }
    std::vector<Text> lines;
    for (std::string const& word : loop->words) {
        std::string body = with_word(loop->body, loop->variable, word);
        for (std::string const end : {"|| exit 1", "|| exit $?"}) {
            body = body.ends_with(end) ? trimmed(body.substr(0, body.size() - end.size())) : body;
        }
        std::string before = loop->before;
        before += before.empty() || before.ends_with("&&") ? "" : ";";
        lines.push_back(decoded(before + " " + body, line.from));
    }
    return lines;
}

}  // namespace am2cmake::mapper
