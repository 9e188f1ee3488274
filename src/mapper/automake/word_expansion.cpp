// Words of a Makefile.am to their text: the part of MakefileVariables that follows references and calls functions.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/make_functions.hpp"
#include "mapper/automake/makefile_variables.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Text;
using model::When;
using model::Words;

constexpr std::size_t most_cases = 64;
constexpr std::size_t deepest = 200;  // references and calls within one another, through variables too

// Text of a word up to a part of it, in one case.
struct Prefix {
    Condition when;
    Text text;
};

std::vector<Prefix> followed_by(std::vector<Prefix> const& prefixes, std::vector<Case> const& cases) {
    std::vector<Prefix> made;
    for (Prefix const& prefix : prefixes) {
        for (Case const& each : cases) {
            if (exclusive(prefix.when, each.when)) {
                continue;
            }
            Condition const when = implies(prefix.when, each.when) ? prefix.when : conjunction(prefix.when, each.when);
            made.push_back({when, prefix.text});
            made.back().text.append(joined(each.words));
        }
    }
    return made;
}

// A word that is a variable of configure's, and may hold any words; those of CMake are paths and programs.
bool is_known_late(Text const& word) {
    std::string const name = word.variable_name();
    return !name.empty() && !name.starts_with("CMAKE_") && !name.starts_with("PROJECT_");
}

constexpr char const* of_patterns = "*?[";

// How much of the pattern the character fits: 1, or a whole bracket expression such as `[a-z]`; 0 if it doesn't.
std::size_t fits(std::string_view pattern, char c) {
    std::size_t const end = pattern.starts_with('[') ? pattern.find(']', 2) : std::string_view::npos;
    if (end == std::string_view::npos) {
        return !pattern.empty() && (pattern.front() == '?' || pattern.front() == c) ? 1 : 0;
    }
    bool const negated = pattern[1] == '!' || pattern[1] == '^';
    bool found = false;
    for (std::size_t at = negated ? 2 : 1; at < end; ++at) {
        bool const range = at + 2 < end && pattern[at + 1] == '-';
        found = found || (range ? pattern[at] <= c && c <= pattern[at + 2] : pattern[at] == c);
        at += range ? 2 : 0;
    }
    return found != negated ? end + 1 : 0;
}

// Shell patterns, as in $(wildcard). Where it goes wrong, only the last * takes one character more: those before it
// would gain nothing.
bool matches(std::string_view name, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t in_pattern = 0;
    std::size_t star = std::string_view::npos;
    std::size_t star_end = 0;
    while (at < name.size()) {
        std::string_view const rest = pattern.substr(in_pattern);
        if (rest.starts_with('*')) {
            star = in_pattern++;
            star_end = at;
        } else if (std::size_t const length = fits(rest, name[at])) {
            in_pattern += length;
            ++at;
        } else if (star != std::string_view::npos) {
            in_pattern = star + 1;
            at = ++star_end;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

}  // namespace

Words MakefileVariables::expand_word(automake::Word const& word, Condition const& when) {
    if (word.parts.size() == 1 && !std::holds_alternative<automake::Text>(word.parts.front())) {
        Words words;
        append(words, expand_part(word.parts.front()), when, word.span);
        return words;
    }
    std::vector<Prefix> prefixes{{when, {}}};
    for (automake::WordPart const& part : word.parts) {
        if (auto const* text = std::get_if<automake::Text>(&part)) {
            for (Prefix& prefix : prefixes) {
                prefix.text.append(text->text);
            }
            continue;
        }
        Words const words = expand_part(part);
        if (!within_budget(words, word.span)) {
            return {};
        }
        std::optional<std::vector<Case>> const cases = cases_of(words, most_cases);
        if (!cases || cases->size() * prefixes.size() > most_cases) {
            ledger_.report(code::expansion_budget, word.span, "too many conditions meet in this word");
            return {};
        }
        prefixes = followed_by(prefixes, *cases);
    }
    Words words;
    for (Prefix& prefix : prefixes) {
        prefix.text.from = word.span;
        for (Text& each : model::split_words(prefix.text)) {
            words.push_back({std::move(each), prefix.when, word.span});
        }
    }
    return words;
}

Words MakefileVariables::expand_part(automake::WordPart const& part) {
    if (depth_ == deepest) {
        if (!std::exchange(too_deep_, true)) {
            ledger_.report(code::expansion_budget, automake::span_of(part),
                           fmt::format("variables refer to each other more than {} levels deep", deepest));
        }
        return {};
    }
    ++depth_;
    Words words = expand_nested(part);
    --depth_;
    return words;
}

Words MakefileVariables::expand_nested(automake::WordPart const& part) {
    if (auto const* reference = std::get_if<automake::VariableReference>(&part)) {
        return expand_reference(*reference);
    }
    if (auto const* call = std::get_if<automake::FunctionCall>(&part)) {
        return expand_call(*call);
    }
    if (auto const* substitution = std::get_if<automake::Substitution>(&part)) {
        Words words = base_value(substitution->name, Condition::always());
        return words.empty() ? Words{{Text::variable(substitution->name), Condition::always(), {}}} : words;
    }
    return {{Text::literal(std::get<automake::Text>(part).text), Condition::always(), {}}};
}

// Words that are the same in every case; a finding where they are not.
std::vector<std::string> MakefileVariables::constant_words(std::vector<automake::Word> const& words, Span span) {
    std::vector<std::string> constants;
    for (When<Text> const& word : expand(words, Condition::always())) {
        if (!word.when.is_always()) {
            ledger_.report(code::untranslated_variable, span, "what make computes here depends on a conditional");
        }
        constants.push_back(encoded(word.value));
    }
    return constants;
}

std::string MakefileVariables::constant(std::vector<automake::Word> const& words, Span span) {
    std::string text;
    for (std::string const& word : constant_words(words, span)) {
        text += text.empty() ? word : " " + word;
    }
    return text;
}

Words MakefileVariables::expand_call(automake::FunctionCall const& call) {
    if (call.function == "wildcard") {
        return expand_wildcard(call);
    }
    if ((call.function == "if" || call.function == "or" || call.function == "and") && !call.arguments.empty()) {
        return expand_choice(call);
    }
    if (call.function == "foreach" && call.arguments.size() == 3) {
        return expand_loop(call);
    }
    if (call.function == "call" && !call.arguments.empty()) {
        return expand_user_function(call);
    }
    if (call.function == "shell" && call.arguments.size() == 1) {
        if (std::optional<Words> words = expand_shell(call)) {
            return *std::move(words);
        }
        if (for_shell_) {
            return {{decoded("$(" + constant(call.arguments.front(), call.span) + ")", call.span), Condition::always(),
                     call.span}};
        }
    }
    if (call.arguments.empty() || !is_word_function(call.function)) {
        lacks_something_ = true;
        ledger_.report(call.function == "shell" ? code::untranslated_shell : code::untranslated_variable, call.span,
                       fmt::format("no translation for the function '{}' of GNU make", call.function));
        return {};
    }
    std::vector<std::vector<std::string>> arguments;
    for (std::size_t i = 0; i + 1 < call.arguments.size(); ++i) {
        arguments.push_back(constant_words(call.arguments[i], call.span));
    }
    if (!works_on_each_word(call.function)) {
        arguments.push_back(constant_words(call.arguments.back(), call.span));
        Words words;
        for (std::string const& word : apply_to_list(call.function, arguments)) {
            words.push_back({decoded(word, call.span), Condition::always(), call.span});
        }
        return words;
    }
    Words words;
    for (When<Text>& word : expand(call.arguments.back(), Condition::always())) {
        if (call.function != "strip" && is_known_late(word.value)) {
            ledger_.report(code::untranslated_variable, call.span,
                           fmt::format("only configure knows what '{}' has to work on: {} is taken as one word",
                                       call.function, word.value.variable_name()));
        }
        if (std::optional<std::string> const made = apply_to_word(call.function, arguments, encoded(word.value))) {
            words.push_back({decoded(*made, word.from), word.when, word.from});
        }
    }
    return words;
}

// When there is a word: make takes no word as false.
Condition MakefileVariables::holds_words(std::vector<automake::Word> const& words) {
    Condition any = Condition::never();
    for (When<Text> const& word : expand(words, Condition::always())) {
        bool const known =
            std::any_of(word.value.pieces.begin(), word.value.pieces.end(),
                        [](model::Piece const& piece) { return piece.kind == model::Piece::Kind::literal; });
        Condition const empty = Condition::of(model::Comparison{word.value, "STREQUAL", {}});
        any = disjunction(any, known ? word.when : conjunction(word.when, negation(empty)));
    }
    return any;
}

// $(if condition,then,else), $(or a,b), $(and a,b)
Words MakefileVariables::expand_choice(automake::FunctionCall const& call) {
    std::size_t const last = call.arguments.size() - 1;
    Words words;
    auto const add = [&](std::size_t argument, Condition const& when) {
        if (!when.is_never()) {
            append(words, expand(call.arguments[argument], when), when, call.span);
        }
    };
    if (call.function == "if") {
        Condition const holds = holds_words(call.arguments.front());
        for (std::size_t i = 1; i <= last; ++i) {
            add(i, i == 1 ? holds : negation(holds));
        }
        return words;
    }
    Condition rest = Condition::always();
    for (std::size_t i = 0; i < last; ++i) {
        Condition const holds = holds_words(call.arguments[i]);
        if (call.function == "or") {
            add(i, conjunction(rest, holds));
        }
        rest = conjunction(rest, call.function == "or" ? negation(holds) : holds);
    }
    add(last, rest);
    return words;
}

// $(call name,first,second)
Words MakefileVariables::expand_user_function(automake::FunctionCall const& call) {
    std::string const name = constant(call.arguments.front(), call.span);
    auto const found = definitions_.find(name);
    if (found == definitions_.end()) {
        ledger_.report(code::untranslated_variable, call.span, fmt::format("no translation for $(call {})", name));
        lacks_something_ = true;
        return {};
    }
    auto const before = loop_words_;
    for (std::size_t i = 1; i < call.arguments.size(); ++i) {
        loop_words_[std::to_string(i)] = constant(call.arguments[i], call.span);
    }
    Words words = value_until(name, found->second.size());
    loop_words_ = before;
    return words;
}

// $(foreach variable,words,text)
Words MakefileVariables::expand_loop(automake::FunctionCall const& call) {
    std::string const name = constant(call.arguments[0], call.span);
    Words words;
    for (When<Text> const& turn : expand(call.arguments[1], Condition::always())) {
        auto const before = loop_words_;
        loop_words_[name] = encoded(turn.value);
        append(words, expand(call.arguments[2], turn.when), turn.when, call.span);
        loop_words_ = before;
        if (!within_budget(words.size(), call.span)) {
            break;
        }
    }
    return words;
}

Words MakefileVariables::expand_wildcard(automake::FunctionCall const& call) {
    Words words;
    for (std::vector<automake::Word> const& argument : call.arguments) {
        for (When<Text> const& pattern : expand(argument, Condition::always())) {
            Words const found = files_like({pattern.value, pattern.when, call.span});
            words.insert(words.end(), found.begin(), found.end());
        }
    }
    return words;
}

Words MakefileVariables::files_like(When<Text> const& pattern) {
    std::optional<TreePath> const path = tree_path(pattern.value, makefile_.directory);
    std::string const text = encoded(pattern.value);
    std::size_t const slash = path ? path->path.rfind('/') : std::string::npos;
    std::string const folder = slash == std::string::npos ? "" : path->path.substr(0, slash);
    if (!path || folder.find_first_of(of_patterns) != std::string::npos) {
        ledger_.report(code::untranslated_variable, pattern.from, "no translation for this pattern of files");
        return {};
    }
    Words words;
    std::size_t const last = text.rfind('/') + 1;
    for (std::string const& name : tree_.files(folder, "")) {
        if (matches(name, std::string_view(text).substr(last))) {
            words.push_back({decoded(text.substr(0, last) + name, pattern.from), pattern.when, pattern.from});
        }
    }
    return words;
}

Words MakefileVariables::expand_files(std::vector<automake::Word> const& words, Condition const& when) {
    Words made;
    for (When<Text> const& word : expand(words, when)) {
        bool const is_pattern = encoded(word.value).find_first_of(of_patterns) != std::string::npos;
        Words const found = is_pattern ? files_like(word) : Words{};
        made.insert(made.end(), found.begin(), found.end());
        if (found.empty()) {  // as make leaves a pattern that fits no file
            made.push_back(word);
        }
    }
    return made;
}

}  // namespace am2cmake::mapper
