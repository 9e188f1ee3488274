#include "mapper/configure/text_filters.hpp"

#include <algorithm>
#include <cctype>
#include <regex>

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

bool is_lower_set(std::string_view set) {
    return set == "a-z" || set == "[a-z]" || set == "[:lower:]" || set == "abcdefghijklmnopqrstuvwxyz";
}

bool is_upper_set(std::string_view set) {
    return set == "A-Z" || set == "[A-Z]" || set == "[:upper:]" || set == "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
}

std::size_t awk_printed_field(std::string_view program) {
    static std::regex const print(R"(\s*\{\s*print\s*\(?\s*\$([1-9])\s*\)?\s*;?\s*\}\s*)");
    std::match_results<std::string_view::const_iterator> found;
    constexpr std::size_t longest = 100;  // std::regex goes deeper with each character
    return program.size() <= longest && std::regex_match(program.begin(), program.end(), found, print)
               ? static_cast<std::size_t>(*found[1].first - '0')
               : 0;
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
