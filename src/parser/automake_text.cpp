#include "parser/automake_text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace am2cmake::automake {
namespace {

char peek(char const* at, char const* last) {
    return at < last ? *at : '\n';
}

char const* skip_newline(char const* at, char const* last) {
    if (at != last && *at == '\r' && peek(at + 1, last) == '\n') {
        ++at;
    }
    return at != last && *at == '\n' ? at + 1 : at;
}

char const* skip_spaces(char const* at, char const* last) {
    return std::find_if_not(at, last, is_blank);
}

bool starts_with_word(char const* at, char const* last, std::string_view word) {
    std::string_view const rest{at, static_cast<std::size_t>(last - at)};
    if (!rest.starts_with(word)) {
        return false;
    }
    char const next = peek(at + word.size(), last);
    return is_blank(next) || next == '\n' || next == '#';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool starts_reference(char const* at, char const* last, OpenReference const* within) {
    char const next = peek(at + 1, last);
    return *at == '$' && next != '$' && next != '\n' && !is_blank(next) && (!within || next != within->closing);
}

bool is_stop(char const* at, char const* last, std::string_view stops) {
    if (is_blank(*at)) {
        return stops.find(' ') != std::string_view::npos;
    }
    if (stops.find(*at) == std::string_view::npos) {
        return false;
    }
    switch (*at) {
        case '+':
        case '?':
        case '!': return peek(at + 1, last) == '=';
        case '&': return peek(at + 1, last) == ':';
        default: return true;
    }
}

bool ends_text(char const* at, char const* last, std::string_view stops, OpenReference const* within) {
    if (is_stop(at, last, stops) || starts_reference(at, last, within) || substitution_length(at, last) != 0) {
        return true;
    }
    if (within == nullptr) {
        return *at == '#';
    }
    return within->brackets == 0 && (*at == within->closing || (*at == ',' && within->commas > 0));
}

// Backslashes quote `#`, a colon that would stop the text, and one another only before these and before a newline.
char const* read_backslashes(char const* at, char const* last, bool quotes_colon, bool quotes_comment,
                             std::string& text) {
    char const* const end = std::find_if(at, last, [](char c) { return c != '\\'; });
    auto const count = static_cast<std::size_t>(end - at);
    bool const odd = count % 2 != 0;
    char const next = peek(end, last);
    if (odd && skip_continuation(end - 1, last) != end - 1) {
        text.append(count - 1, '\\');
        return end - 1;
    }
    if ((next == '#' && quotes_comment) || (next == ':' && quotes_colon)) {
        text.append(count / 2, '\\');
        if (odd) {
            text += next;
        }
        return odd ? end + 1 : end;
    }
    text.append(count, '\\');
    return end;
}

void count_bracket(char c, OpenReference& within) {
    if (c == within.closing) {
        --within.brackets;
    } else if (c == (within.closing == ')' ? '(' : '{')) {
        ++within.brackets;
    }
}

}  // namespace

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

char const* skip_continuation(char const* at, char const* last) {
    if (at == last || *at != '\\') {
        return at;
    }
    char const* next = skip_newline(at + 1, last);
    if (next == at + 1 && next != last) {
        return at;
    }
    while (next != last && is_ignored_line(next, last)) {
        next = skip_newline(line_end(next, last), last);
    }
    return next;
}

char const* skip_blanks(char const* at, char const* last) {
    for (;;) {
        char const* const next = skip_continuation(skip_spaces(at, last), last);
        if (next == at) {
            return at;
        }
        at = next;
    }
}

char const* line_end(char const* at, char const* last) {
    return std::find(at, last, '\n');
}

char const* logical_line_end(char const* at, char const* last) {
    while (at != last && *at != '\n') {
        char const* const next = skip_continuation(at, last);
        if (next != at) {
            at = next;
        } else {
            at += *at == '\\' && peek(at + 1, last) == '\\' ? 2 : 1;
        }
    }
    return at;
}

std::string logical_line(char const* at, char const* end) {
    std::string text;
    while (at != end) {
        char const* const newline = line_end(at, end);
        char const* const next = newline == end ? end : newline + 1;
        if (text.empty() || !is_ignored_line(at, end)) {
            text.append(at, next);
        }
        at = next;
    }
    if (text.ends_with('\r')) {
        text.pop_back();
    }
    return text;
}

char const* read_comment(char const* at, char const* last, bool automake_only, std::string& text) {
    char const* end = at;
    while (at != last) {
        char const* const mark = skip_spaces(at, last);
        bool const is_first = end == at;
        if (peek(mark, last) != '#' || is_ignored_line(at, last) != automake_only ||
            (!is_first && is_recipe_line(at, last))) {
            break;
        }
        if (!is_first) {
            text += '\n';
        }
        char const* const begin = mark + (automake_only ? 2 : 1);
        // A `##` line is deleted by itself, so that a backslash does not continue it.
        end = automake_only ? line_end(begin, last) : logical_line_end(begin, last);
        text += logical_line(peek(begin, last) == ' ' ? begin + 1 : begin, end);
        at = end == last ? last : end + 1;
    }
    return end;
}

char const* skip_blank_lines(char const* at, char const* last) {
    for (;;) {
        char const* const end = skip_spaces(at, last);
        if (end == last) {
            return last;
        }
        if (*end != '\n') {
            return at;
        }
        at = end + 1;
    }
}

bool is_ignored_line(char const* at, char const* last) {
    at = skip_spaces(at, last);
    return peek(at, last) == '#' && peek(at + 1, last) == '#' && peek(at + 2, last) != '#';
}

bool is_recipe_line(char const* at, char const* last) {
    return at != last && *at == '\t' && peek(skip_spaces(at, last), last) != '\n' && !is_ignored_line(at, last);
}

std::size_t substitution_length(char const* at, char const* last) {
    if (peek(at, last) != '@' || !is_letter(peek(at + 1, last))) {
        return 0;
    }
    char const* const end =
        std::find_if_not(at + 1, last, [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
    return peek(end, last) == '@' ? static_cast<std::size_t>(end + 1 - at) : 0;
}

char const* read_text(char const* at, char const* last, std::string_view stops, OpenReference* within,
                      std::string& text) {
    bool const splits = stops.find(' ') != std::string_view::npos;
    bool const quotes_colon = stops.find(':') != std::string_view::npos;
    while (at != last && *at != '\n') {
        if (char const* const next = skip_continuation(at, last); next != at) {
            if (splits) {
                break;
            }
            text += ' ';
            at = next;
        } else if (*at == '\\') {
            at = read_backslashes(at, last, quotes_colon, within == nullptr, text);
        } else if (ends_text(at, last, stops, within)) {
            break;
        } else if (*at == '$' && peek(at + 1, last) == '$') {
            text += "$$";
            at += 2;
        } else {
            if (within != nullptr) {
                count_bracket(*at, *within);
            }
            text += *at++;
        }
    }
    return at;
}

int most_arguments(std::string_view function) {
    constexpr int any = std::numeric_limits<int>::max();
    static constexpr std::array table = std::to_array<std::pair<std::string_view, int>>({
        {"abspath", 1},   {"addprefix", 2},  {"addsuffix", 2}, {"and", any},    {"basename", 1}, {"call", any},
        {"dir", 1},       {"error", 1},      {"eval", 1},      {"file", 2},     {"filter", 2},   {"filter-out", 2},
        {"firstword", 1}, {"findstring", 2}, {"flavor", 1},    {"foreach", 3},  {"guile", 1},    {"if", 3},
        {"info", 1},      {"intcmp", 5},     {"join", 2},      {"lastword", 1}, {"let", 3},      {"notdir", 1},
        {"or", any},      {"origin", 1},     {"patsubst", 3},  {"realpath", 1}, {"shell", 1},    {"sort", 1},
        {"strip", 1},     {"subst", 3},      {"suffix", 1},    {"value", 1},    {"warning", 1},  {"wildcard", 1},
        {"word", 2},      {"wordlist", 3},   {"words", 1},
    });
    auto const found =
        std::find_if(table.begin(), table.end(), [function](auto const& entry) { return entry.first == function; });
    return found == table.end() ? 0 : found->second;
}

std::map<char const*, char const*> definitions(std::string_view text) {
    std::map<char const*, char const*> result;
    std::vector<char const*> bodies;
    char const* const last = text.data() + text.size();
    for (char const* at = text.data(); at != last;) {
        char const* const next = skip_newline(line_end(at, last), last);
        char const* word = *at == '\t' ? at : skip_spaces(at, last);
        for (std::string_view const modifier : {"export", "override", "private"}) {
            if (starts_with_word(word, last, modifier)) {
                word = skip_spaces(word + modifier.size(), last);
            }
        }
        if (starts_with_word(word, last, "define")) {
            bodies.push_back(next);
        } else if (!bodies.empty() && starts_with_word(word, last, "endef")) {
            result.emplace(bodies.back(), at);
            bodies.pop_back();
        }
        at = next;
    }
    return result;
}

}  // namespace am2cmake::automake
