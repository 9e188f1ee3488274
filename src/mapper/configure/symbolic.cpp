#include "mapper/configure/symbolic.hpp"

#include <algorithm>

namespace am2cmake::mapper {
namespace {

void strip_common_end(Symbolic& left, Symbolic& right, bool front) {
    while (!left.empty() && !right.empty()) {
        SymbolicPart& a = front ? left.front() : left.back();
        SymbolicPart& b = front ? right.front() : right.back();
        if (a.is_variable || b.is_variable) {
            return;
        }
        std::size_t const shorter = std::min(a.text.size(), b.text.size());
        std::size_t same = 0;
        while (same < shorter && (front ? a.text[same] == b.text[same]
                                        : a.text[a.text.size() - 1 - same] == b.text[b.text.size() - 1 - same])) {
            ++same;
        }
        if (same == 0) {
            return;
        }
        for (Symbolic* side : {&left, &right}) {
            SymbolicPart& part = front ? side->front() : side->back();
            part.text.erase(front ? 0 : part.text.size() - same, same);
            if (part.text.empty()) {
                side->erase(front ? side->begin() : std::prev(side->end()));
            }
        }
    }
}

using Characters = std::vector<Pattern::Character>;

bool special(Pattern::Character const& character, char value) {
    return character.special && character.value == value;
}

// Behind the closing bracket of the expression that begins at `at`; `at` itself if it is never closed.
std::size_t bracket_end(Characters const& pattern, std::size_t at) {
    std::size_t end = at + 1;
    if (end < pattern.size() && (pattern[end].value == '!' || pattern[end].value == '^')) {
        ++end;
    }
    if (end < pattern.size() && pattern[end].value == ']') {
        ++end;
    }
    while (end < pattern.size() && pattern[end].value != ']') {
        ++end;
    }
    return end < pattern.size() ? end + 1 : at;
}

bool in_bracket(Characters const& pattern, std::size_t begin, std::size_t end, char value) {
    std::size_t at = begin + 1;
    bool const negated = pattern[at].value == '!' || pattern[at].value == '^';
    at += negated ? 1 : 0;
    bool found = false;
    for (; at + 1 < end; ++at) {
        if (at + 3 < end && pattern[at + 1].value == '-') {
            found = found || (pattern[at].value <= value && value <= pattern[at + 2].value);
            at += 2;
        } else {
            found = found || pattern[at].value == value;
        }
    }
    return found != negated;
}

bool match_here(Characters const& pattern, std::size_t at, std::string_view subject) {
    while (at < pattern.size()) {
        if (special(pattern[at], '*')) {
            for (std::size_t skip = 0; skip <= subject.size(); ++skip) {
                if (match_here(pattern, at + 1, subject.substr(skip))) {
                    return true;
                }
            }
            return false;
        }
        if (subject.empty()) {
            return false;
        }
        std::size_t const end = special(pattern[at], '[') ? bracket_end(pattern, at) : at;
        bool const same = end != at ? in_bracket(pattern, at, end, subject.front())
                                    : special(pattern[at], '?') || pattern[at].value == subject.front();
        if (!same) {
            return false;
        }
        at = end != at ? end : at + 1;
        subject.remove_prefix(1);
    }
    return subject.empty();
}

void append_regex_literal(std::string& regex, char value) {
    if (std::string_view("\\^$.[]|()*+?").find(value) != std::string_view::npos) {
        regex += '\\';
    }
    regex += value;
}

}  // namespace

std::optional<Symbolic> symbolic(shell::Word const& word) {
    Symbolic made;
    for (shell::WordPart const& part : word.parts) {
        if (auto const* literal = std::get_if<shell::Literal>(&part)) {
            if (!made.empty() && !made.back().is_variable) {
                made.back().text += literal->text;
            } else {
                made.push_back({false, literal->text, literal->quoted, literal->span});
            }
        } else if (auto const* parameter = std::get_if<shell::Parameter>(&part);
                   parameter != nullptr && parameter->operation.empty()) {
            made.push_back({true, parameter->name, parameter->quoted, parameter->span});
        } else {
            return std::nullopt;
        }
    }
    return made;
}

bool is_constant(Symbolic const& text) {
    return std::none_of(text.begin(), text.end(), [](SymbolicPart const& part) { return part.is_variable; });
}

std::string constant_text(Symbolic const& text) {
    std::string made;
    for (SymbolicPart const& part : text) {
        made += part.text;
    }
    return made;
}

std::string single_variable(Symbolic const& text) {
    return text.size() == 1 && text.front().is_variable ? text.front().text : std::string{};
}

std::vector<std::string> variable_names(Symbolic const& text) {
    std::vector<std::string> names;
    for (SymbolicPart const& part : text) {
        if (part.is_variable) {
            names.push_back(part.text);
        }
    }
    return names;
}

std::optional<std::string> constant_word(shell::Word const& word) {
    std::optional<Symbolic> const parts = symbolic(word);
    if (!parts || !is_constant(*parts)) {
        return std::nullopt;
    }
    return constant_text(*parts);
}

void strip_common(Symbolic& left, Symbolic& right) {
    strip_common_end(left, right, true);
    strip_common_end(left, right, false);
}

bool Pattern::is_literal() const {
    return std::none_of(characters.begin(), characters.end(), [](Character const& c) { return c.special; });
}

bool Pattern::is_anything() const {
    return !characters.empty() &&
           std::all_of(characters.begin(), characters.end(), [](Character const& c) { return special(c, '*'); });
}

std::string Pattern::text() const {
    std::string made;
    for (Character const& character : characters) {
        made += character.value;
    }
    return made;
}

// What begins or ends with `*` matches from or up to anywhere.
std::string Pattern::regex() const {
    std::string const all = regex_of_part();
    bool const open_begin = !characters.empty() && special(characters.front(), '*');
    bool const open_end = !characters.empty() && special(characters.back(), '*');
    std::size_t const begin = open_begin ? 2 : 0;
    std::size_t const length = all.size() - begin - (open_end ? 2 : 0);
    return (open_begin ? "" : "^") + all.substr(begin, length) + (open_end ? "" : "$");
}

std::string Pattern::regex_of_part() const {
    std::string made;
    for (std::size_t at = 0; at < characters.size();) {
        std::size_t const end = special(characters[at], '[') ? bracket_end(characters, at) : at;
        if (end != at) {
            for (std::size_t i = at; i < end; ++i) {
                made += i == at + 1 && characters[i].value == '!' ? '^' : characters[i].value;
            }
            at = end;
            continue;
        }
        if (special(characters[at], '*')) {
            made += ".*";
        } else if (special(characters[at], '?')) {
            made += '.';
        } else {
            append_regex_literal(made, characters[at].value);
        }
        ++at;
    }
    return made;
}

bool Pattern::matches(std::string_view subject) const {
    return match_here(characters, 0, subject);
}

std::optional<Pattern> pattern(shell::Word const& word) {
    Pattern made;
    for (shell::WordPart const& part : word.parts) {
        auto const* literal = std::get_if<shell::Literal>(&part);
        if (literal == nullptr) {
            return std::nullopt;
        }
        for (char const c : literal->text) {
            bool const is_special = !literal->quoted && (c == '*' || c == '?' || c == '[');
            made.characters.push_back({c, is_special});
        }
    }
    return made;
}

}  // namespace am2cmake::mapper
