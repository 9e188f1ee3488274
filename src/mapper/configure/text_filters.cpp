#include "mapper/configure/text_filters.hpp"

#include <algorithm>
#include <cctype>

namespace am2cmake::mapper {
namespace {

constexpr std::size_t most_exchanged = 4;

bool contains(std::string_view set, char value) {
    return set.find(value) != std::string_view::npos;
}

// The characters of `[:digit:]` and its like within a bracket expression.
std::optional<std::string_view> class_characters(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"digit", "0-9"}, {"alpha", "A-Za-z"}, {"alnum", "A-Za-z0-9"}, {"upper", "A-Z"},
        {"lower", "a-z"}, {"blank", " \t"},    {"space", " \t\r\n"},   {"xdigit", "0-9A-Fa-f"},
    };
    auto const* const found =
        std::find_if(std::begin(known), std::end(known), [&](auto const& each) { return each.first == name; });
    return found == std::end(known) ? std::nullopt : std::optional(found->second);
}

class RegexTranslation {
public:
    RegexTranslation(std::string_view posix, bool extended) : posix_(posix), extended_(extended) {}

    std::optional<std::string> run() {
        for (at_ = 0; at_ < posix_.size(); ++at_) {
            char const c = posix_[at_];
            bool const done = c == '\\' ? escaped() : c == '[' ? bracket() : plain(c);
            if (!done) {
                return std::nullopt;
            }
        }
        return std::move(made_);
    }

private:
    bool at_begin() const { return made_.empty() || made_ == "^" || made_.ends_with('(') || made_.ends_with('|'); }

    bool plain(char c) {
        if (c == '{' && extended_) {
            return false;
        }
        bool const literal_star = c == '*' && !extended_ && at_begin();
        bool const operator_of_extended = contains("()|+?", c) && !extended_;
        bool const inner_anchor =
            !extended_ &&
            ((c == '^' && !at_begin()) || (c == '$' && at_ + 1 != posix_.size() && posix_.substr(at_ + 1, 2) != "\\)"));
        if (literal_star || operator_of_extended || inner_anchor) {
            made_ += '\\';
        }
        made_ += c;
        return true;
    }

    bool escaped() {
        if (++at_ == posix_.size()) {
            return false;
        }
        char const c = posix_[at_];
        if (contains("()|+?", c)) {
            made_ += extended_ ? "\\" : "";
            made_ += c;
            return true;
        }
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || contains("{}<>`'\n", c)) {
            return false;
        }
        made_ += contains("\\^$.[]*", c) ? "\\" : "";
        made_ += c;
        return true;
    }

    bool bracket() {
        made_ += posix_[at_++];
        if (at_ < posix_.size() && posix_[at_] == '^') {
            made_ += posix_[at_++];
        }
        for (bool first = true; at_ < posix_.size(); first = false) {
            char const c = posix_[at_];
            if (c == ']' && !first) {
                made_ += c;
                return true;
            }
            if (posix_.substr(at_, 2) == "[:") {
                std::size_t const end = posix_.find(":]", at_);
                std::optional<std::string_view> const characters =
                    end == posix_.npos ? std::nullopt : class_characters(posix_.substr(at_ + 2, end - at_ - 2));
                if (!characters) {
                    return false;
                }
                made_ += *characters;
                at_ = end + 2;
                continue;
            }
            made_ += c;
            ++at_;
        }
        return false;
    }

    std::string_view posix_;
    bool extended_;
    std::size_t at_ = 0;
    std::string made_;
};

// Up to the next delimiter that is neither escaped nor in brackets; an escaped delimiter loses its backslash.
std::optional<std::string> until(std::string_view script, std::size_t& at, char delimiter, bool is_regex) {
    std::string made;
    bool in_bracket = false;
    for (; at < script.size(); ++at) {
        char const c = script[at];
        if (c == '\\' && !in_bracket && at + 1 < script.size()) {
            ++at;
            made += script[at] == delimiter ? "" : "\\";
            made += script[at];
            continue;
        }
        if (c == delimiter && !in_bracket) {
            ++at;
            return made;
        }
        in_bracket = is_regex && (in_bracket ? c != ']' : c == '[');
        made += c;
    }
    return std::nullopt;
}

std::string cmake_replacement(std::string_view sed) {
    std::string made;
    for (std::size_t at = 0; at < sed.size(); ++at) {
        if (sed[at] == '&') {
            made += "\\0";
        } else if (sed[at] != '\\' || at + 1 == sed.size()) {
            made += sed[at];
        } else {
            ++at;
            made += std::isdigit(static_cast<unsigned char>(sed[at])) != 0 || sed[at] == '\\' ? "\\" : "";
            made += sed[at];
        }
    }
    return made;
}

std::string characters_of(std::string const& set) {
    bool const bracketed = set.size() > 2 && set.front() == '[' && set.back() == ']';
    return bracketed ? set.substr(1, set.size() - 2) : set;
}

}  // namespace

std::optional<std::string> cmake_regex(std::string_view posix, bool extended) {
    return RegexTranslation(posix, extended).run();
}

std::optional<std::vector<SedSubstitution>> sed_substitutions(std::string_view script, bool extended) {
    std::vector<SedSubstitution> made;
    for (std::size_t at = 0; at < script.size();) {
        if (contains(" \t\n;", script[at])) {
            ++at;
            continue;
        }
        if (script[at] != 's' || at + 1 == script.size()) {
            return std::nullopt;
        }
        char const delimiter = script[at + 1];
        at += 2;
        std::optional<std::string> const regex = until(script, at, delimiter, true);
        std::optional<std::string> const replacement = regex ? until(script, at, delimiter, false) : std::nullopt;
        std::optional<std::string> const written = regex ? cmake_regex(*regex, extended) : std::nullopt;
        if (!replacement || !written || written->empty()) {
            return std::nullopt;
        }
        bool const all = at < script.size() && script[at] == 'g';
        at += all ? 1 : 0;
        if (at < script.size() && !contains(" \t\n;", script[at])) {
            return std::nullopt;
        }
        made.push_back({*written, cmake_replacement(*replacement), all});
    }
    return made.empty() ? std::nullopt : std::optional(made);
}

std::optional<std::vector<std::pair<std::string, std::string>>> tr_pairs(std::string const& from,
                                                                         std::string const& to) {
    std::string const old = characters_of(from);
    std::string const wanted = characters_of(to);
    bool const has_range = old.size() > 2 && old.find('-', 1) < old.size() - 1;
    if (old.empty() || old.size() > most_exchanged || has_range || contains(old + wanted, '\\') || contains(old, ':')) {
        return std::nullopt;
    }
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::size_t i = 0; i < old.size(); ++i) {
        std::string const by = wanted.empty() ? "" : std::string(1, wanted[std::min(i, wanted.size() - 1)]);
        if (!by.empty() && old.find(by, i + 1) != old.npos) {
            return std::nullopt;
        }
        pairs.emplace_back(std::string(1, old[i]), by);
    }
    return pairs;
}

bool fold_case(std::string& from, std::string& to, bool up) {
    static constexpr std::string_view small[] = {"[:lower:]", "a-z", "abcdefghijklmnopqrstuvwxyz"};
    static constexpr std::string_view capital[] = {"[:upper:]", "A-Z", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"};
    for (std::string_view const a : small) {
        for (std::string_view const b : capital) {
            std::size_t const in_from = from.find(up ? a : b);
            std::size_t const in_to = to.find(up ? b : a);
            if (in_from != std::string::npos && in_from == in_to) {
                from.erase(in_from, (up ? a : b).size());
                to.erase(in_to, (up ? b : a).size());
                from = from == "[]" ? "" : from;
                return true;
            }
        }
    }
    return false;
}

std::optional<std::pair<std::string, std::string>> sed_transliteration(std::string_view script) {
    if (script.size() < 3 || script.front() != 'y') {
        return std::nullopt;
    }
    std::size_t at = 2;
    std::optional<std::string> const from = until(script, at, script[1], false);
    std::optional<std::string> const to = from ? until(script, at, script[1], false) : std::nullopt;
    bool const plain = to && at == script.size() && from->size() == to->size() && !contains(*from + *to, '\\');
    return plain ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

std::optional<std::string> bracket_characters(std::string const& set) {
    std::string made;
    std::string at_begin;
    std::string at_end;
    for (std::size_t at = 0; at < set.size(); ++at) {
        if (set.compare(at, 2, "[:") == 0) {
            std::size_t const end = set.find(":]", at);
            auto const characters =
                end == std::string::npos ? std::nullopt : class_characters(set.substr(at + 2, end - at - 2));
            if (!characters) {
                return std::nullopt;
            }
            made += *characters;
            at = end + 1;
        } else if (set.compare(at, 2, "\\n") == 0) {
            made += '\n';
            ++at;
        } else if (set[at] == '\\' || set[at] == '^') {
            return std::nullopt;
        } else if (set[at] == ']') {
            at_begin = "]";
        } else if (set[at] == '-' && (at == 0 || at + 1 == set.size())) {
            at_end = "-";
        } else {
            made += set[at];
        }
    }
    return set.empty() ? std::nullopt : std::optional(at_begin + made + at_end);
}

std::optional<AwkPrint> awk_print(std::string_view program) {
    std::string rest;
    for (char const c : program) {
        rest += contains(" \t", c) && !contains(rest, '"') ? "" : std::string(1, c);
    }
    AwkPrint made;
    bool const formats = rest.starts_with("{printf");
    if ((!formats && !rest.starts_with("{print")) || !rest.ends_with('}')) {
        return std::nullopt;
    }
    rest = rest.substr(formats ? 7 : 6);
    rest.pop_back();
    rest.resize(rest.find_last_not_of("; \t") + 1);
    if (rest.starts_with('(') && rest.ends_with(')')) {
        rest = rest.substr(1, rest.size() - 2);
    }
    if (formats) {
        std::size_t const end = rest.find('"', 1);
        if (!rest.starts_with('"') || end == std::string::npos) {
            return std::nullopt;
        }
        made.format = rest.substr(1, end - 1);
        rest.erase(0, std::min(rest.size(), rest.find_first_not_of(", \t", end + 1)));
    }
    std::erase_if(rest, [](char c) { return c == ' ' || c == '\t'; });
    for (std::size_t at = 0; at < rest.size(); at += 3) {
        bool const is_field = rest[at] == '$' && at + 1 < rest.size() && rest[at + 1] >= '1' && rest[at + 1] <= '9' &&
                              (at + 2 == rest.size() || rest[at + 2] == ',');
        if (!is_field) {
            return std::nullopt;
        }
        made.fields.push_back(static_cast<std::size_t>(rest[at + 1] - '0'));
    }
    bool const wanted = made.format ? !made.fields.empty() : made.fields.size() == 1;
    return wanted ? std::optional(made) : std::nullopt;
}

std::optional<std::vector<PrintfPart>> printf_parts(std::string_view format) {
    std::vector<PrintfPart> made(1);
    for (std::size_t at = 0; at < format.size(); ++at) {
        bool const has_next = at + 1 < format.size();
        if (format[at] == '\\') {
            bool const ends_line = has_next && format[at + 1] == 'n' && at + 2 == format.size();
            if (!ends_line) {
                return std::nullopt;
            }
            ++at;
        } else if (format.substr(at, 2) == "%%") {
            made.back().text += '%';
            ++at;
        } else if (format[at] == '%') {
            bool const padded = has_next && format[at + 1] == '0';
            std::size_t const width_at = at + (padded ? 2 : 1);
            bool const has_width = padded && width_at < format.size() && contains("123456789", format[width_at]);
            at = width_at + (has_width ? 1 : 0);
            if (at >= format.size() || padded != has_width || !contains(padded ? "diu" : "sdiu", format[at])) {
                return std::nullopt;
            }
            made.push_back({true, {}, has_width ? static_cast<std::size_t>(format[width_at] - '0') : 0});
            made.emplace_back();
        } else {
            made.back().text += format[at];
        }
    }
    return made;
}

std::string with_references(std::string const& arithmetic) {
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    static constexpr std::string_view digits = "0123456789";
    std::string result;
    bool within_number = false;  // 0x1f is no name
    for (std::size_t at = 0; at < arithmetic.size();) {
        bool const braced = arithmetic.compare(at, 2, "${") == 0;
        std::size_t const begin = at + (braced ? 2 : arithmetic[at] == '$' ? 1 : 0);
        std::size_t end = begin;
        while (!within_number && end < arithmetic.size() &&
               (letters.find(arithmetic[end]) != std::string_view::npos ||
                (end > begin && digits.find(arithmetic[end]) != std::string_view::npos))) {
            ++end;
        }
        if (end == begin) {
            bool const digit = digits.find(arithmetic[at]) != std::string_view::npos;
            within_number = digit || (within_number && letters.find(arithmetic[at]) != std::string_view::npos);
            result += arithmetic[at++];
            continue;
        }
        result += "${" + arithmetic.substr(begin, end - begin) + "}";
        at = end + (braced && end < arithmetic.size() && arithmetic[end] == '}' ? 1 : 0);
    }
    return result;
}

}  // namespace am2cmake::mapper
