#include "mapper/automake/make_functions.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

using Arguments = std::vector<std::vector<std::string>>;

std::string joined(Arguments const& arguments, std::size_t index) {
    return index < arguments.size() ? join(arguments[index], " ") : std::string{};
}

bool matches_any(std::vector<std::string> const& patterns, std::string const& word) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](std::string const& pattern) { return pattern_replaced(word, pattern, "").has_value(); });
}

std::string without_suffix(std::string const& word) {
    std::size_t const slash = word.rfind('/');
    std::size_t const dot = word.rfind('.');
    bool const suffix = dot != std::string::npos && (slash == std::string::npos || dot > slash);
    return suffix ? word.substr(0, dot) : word;
}

std::size_t number(std::string const& text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

std::optional<std::string> pattern_replaced(std::string const& word, std::string_view pattern,
                                            std::string_view replacement) {
    std::size_t const percent = pattern.find('%');
    if (percent == std::string_view::npos) {
        return word == pattern ? std::optional{std::string(replacement)} : std::nullopt;
    }
    std::string_view const before = pattern.substr(0, percent);
    std::string_view const behind = pattern.substr(percent + 1);
    if (word.size() < before.size() + behind.size() || !word.starts_with(before) || !word.ends_with(behind)) {
        return {};
    }
    std::string const stem = word.substr(before.size(), word.size() - before.size() - behind.size());
    std::string made{replacement};
    if (std::size_t const at = made.find('%'); at != std::string::npos) {
        made.replace(at, 1, stem);
    }
    return made;
}

std::string reference_replaced(std::string const& word, std::string const& from, std::string const& to) {
    if (from.find('%') != std::string::npos) {
        return pattern_replaced(word, from, to).value_or(word);
    }
    return word.ends_with(from) ? word.substr(0, word.size() - from.size()) + to : word;
}

bool works_on_each_word(std::string_view function) {
    static std::set<std::string_view> const functions{"subst",     "patsubst",  "filter", "filter-out",
                                                      "addprefix", "notdir",    "dir",    "basename",
                                                      "suffix",    "addsuffix", "strip"};
    return functions.contains(function);
}

bool is_word_function(std::string_view function) {
    static std::set<std::string_view> const functions{"sort",     "word",     "words",      "firstword",
                                                      "lastword", "wordlist", "findstring", "join"};
    return works_on_each_word(function) || functions.contains(function);
}

std::optional<std::string> apply_to_word(std::string_view function, Arguments const& first, std::string const& word) {
    std::size_t const slash = word.rfind('/');
    if (function == "subst") {
        std::string const from = joined(first, 0);
        return from.empty() ? word : replace_all(word, from, joined(first, 1));
    }
    if (function == "patsubst") {
        return pattern_replaced(word, joined(first, 0), joined(first, 1)).value_or(word);
    }
    if (function == "filter" || function == "filter-out") {
        bool const found = !first.empty() && matches_any(first.front(), word);
        return found == (function == "filter") ? std::optional{word} : std::nullopt;
    }
    if (function == "addprefix" || function == "addsuffix") {
        return function == "addprefix" ? joined(first, 0) + word : word + joined(first, 0);
    }
    if (function == "notdir") {
        return slash == std::string::npos ? word : word.substr(slash + 1);
    }
    if (function == "dir") {
        return slash == std::string::npos ? "./" : word.substr(0, slash + 1);
    }
    if (function == "basename") {
        return without_suffix(word);
    }
    if (function == "suffix") {
        std::string const suffix = word.substr(without_suffix(word).size());
        return suffix.empty() ? std::nullopt : std::optional{suffix};
    }
    return word;
}

std::vector<std::string> apply_to_list(std::string_view function, Arguments const& arguments) {
    std::vector<std::string> words = arguments.back();
    if (function == "sort") {
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        return words;
    }
    if (function == "words") {
        return {std::to_string(words.size())};
    }
    if (function == "findstring") {
        std::string const text = join(words, " ");
        bool const found = text.find(joined(arguments, 0)) != std::string::npos;
        return found ? arguments.front() : std::vector<std::string>{};
    }
    if (function == "join") {
        std::vector<std::string> made = arguments.front();
        made.resize(std::max(made.size(), words.size()));
        for (std::size_t i = 0; i < words.size(); ++i) {
            made[i] += words[i];
        }
        return made;
    }
    if (function == "wordlist") {
        std::size_t const first = std::max<std::size_t>(number(joined(arguments, 0)), 1);
        std::size_t const last = std::min(number(joined(arguments, 1)), words.size());
        return first <= last ? std::vector<std::string>(words.begin() + static_cast<std::ptrdiff_t>(first) - 1,
                                                        words.begin() + static_cast<std::ptrdiff_t>(last))
                             : std::vector<std::string>{};
    }
    std::size_t const wanted = function == "firstword"  ? 1
                               : function == "lastword" ? words.size()
                                                        : number(joined(arguments, 0));
    return wanted >= 1 && wanted <= words.size() ? std::vector{words[wanted - 1]} : std::vector<std::string>{};
}

}  // namespace am2cmake::mapper
