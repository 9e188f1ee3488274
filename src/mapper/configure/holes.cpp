#include "mapper/configure/holes.hpp"

#include <algorithm>
#include <cctype>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

template <typename Change>
std::string changed(std::string_view text, Change change) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(),
                   [&](unsigned char c) { return static_cast<char>(change(c)); });
    return made;
}

std::string filtered(std::string_view word, std::string_view filter) {
    if (filter == "cpp") {
        return cpp_name(word);
    }
    if (filter == "sh") {
        return shell_name(word);
    }
    if (filter == "upper") {
        return changed(word, [](int c) { return std::toupper(c); });
    }
    if (filter == "lower") {
        return changed(word, [](int c) { return std::tolower(c); });
    }
    return std::string(word);
}

bool is_comparison(std::string_view word) {
    return !word.empty() && word.find_first_not_of("<>=!") == std::string_view::npos;
}

// pkg-config's "zlib >= 1.2, foo" as CMake takes it: zlib>=1.2 and foo.
std::vector<std::string> split_modules(std::string text) {
    std::replace(text.begin(), text.end(), ',', ' ');
    std::vector<std::string> modules;
    bool joins = false;
    for (std::string const& word : split_shell_words(text)) {
        bool const comparison = is_comparison(word);
        if (!modules.empty() && (joins || comparison)) {
            modules.back() += word;
        } else {
            modules.push_back(word);
        }
        joins = comparison;
    }
    return modules;
}

// An m4 list of symbols; "strerror_r(int, char *, size_t)" is strerror_r.
std::vector<std::string> split_declarations(std::string_view text) {
    std::vector<std::string> symbols(1);
    int depth = 0;
    for (char const c : text) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0 && c == ',') {
            symbols.emplace_back();
        } else if (depth == 0 && c != ')') {
            symbols.back() += c;
        }
    }
    for (std::string& symbol : symbols) {
        symbol = trim(symbol);
    }
    std::erase(symbols, "");
    return symbols;
}

// Of 'bison -y' yacc: bison and yacc.
std::vector<std::string> program_names(std::string const& text) {
    std::vector<std::string> names;
    char quote = '\0';
    bool has_options = false;
    for (std::string const& word : split_shell_words(text)) {
        bool const begins = quote == '\0' && (word.front() == '\'' || word.front() == '"');
        quote = begins ? word.front() : quote;
        if (!has_options) {
            names.push_back(word.substr(begins ? 1 : 0));
        }
        bool const ends = quote != '\0' && word.back() == quote && word.size() > (begins ? 1 : 0);
        if (ends && !has_options) {
            names.back().pop_back();
        }
        has_options = quote != '\0' && !ends;
        quote = ends ? '\0' : quote;
    }
    return names;
}

HoleValue bound(rules::Parameter const& parameter, std::string const& text, Span span) {
    HoleValue value{{}, parameter.type, span};
    if (parameter.type == rules::ArgumentType::words) {
        value.words = split_shell_words(text);
    } else if (parameter.type == rules::ArgumentType::programs) {
        value.words = program_names(text);
    } else if (parameter.type == rules::ArgumentType::declarations) {
        value.words = split_declarations(text);
    } else if (parameter.type == rules::ArgumentType::modules) {
        value.words = split_modules(text);
    } else if (parameter.type == rules::ArgumentType::list) {
        for (std::string const& part : split(text, ',')) {
            value.words.emplace_back(trim(part));
        }
        std::erase(value.words, "");
    } else if (std::string const kept{parameter.type == rules::ArgumentType::code ? text : trim(text)}; !kept.empty()) {
        value.words = {kept};
    }
    return value;
}

}  // namespace

std::string cpp_name(std::string_view text) {
    return changed(text, [](int c) { return c == '*' ? 'P' : std::isalnum(c) != 0 ? std::toupper(c) : '_'; });
}

std::string shell_name(std::string_view text) {
    return changed(text, [](int c) { return c == '*' || c == '+' ? 'p' : std::isalnum(c) != 0 ? c : '_'; });
}

bool names_options(m4::Expanded const& programs) {
    return program_names(programs.text).size() != split_shell_words(programs.text).size();
}

Holes bind_arguments(rules::Macro const& macro, m4::Call const& call) {
    Holes holes;
    for (std::size_t i = 0; i < macro.parameters.size(); ++i) {
        rules::Parameter const& parameter = macro.parameters[i];
        bool const given = i < call.arguments.size() && !trim(call.arguments[i].text).empty();
        if (!given) {
            holes[parameter.name] = bound(parameter, parameter.default_value, call.span);
            continue;
        }
        m4::Expanded const& argument = call.arguments[i];
        Span const span{argument.location(0), argument.location(argument.text.size())};
        HoleValue& value = holes[parameter.name] = bound(parameter, argument.text, span);
        for (std::size_t more = i + 1; parameter.rest && more < call.arguments.size(); ++more) {
            HoleValue const next = bound(parameter, call.arguments[more].text, span);
            value.words.insert(value.words.end(), next.words.begin(), next.words.end());
        }
    }
    return holes;
}

void put_known_values(Holes& holes, KnownText const& known) {
    for (auto& [name, value] : holes) {
        bool const is_name = value.type == rules::ArgumentType::name;
        bool const is_list = value.type == rules::ArgumentType::words || value.type == rules::ArgumentType::programs;
        if (!is_name && !is_list) {
            continue;
        }
        std::vector<std::string> words;
        for (std::string const& word : value.words) {
            bool const is_shell = word.find_first_of(is_name ? "$\"'" : "$") != std::string::npos;
            std::optional<std::string> const text = is_shell ? known(word, value.span) : std::nullopt;
            std::vector<std::string> const made =
                is_name || !text ? std::vector{text.value_or(word)} : split_words(*text);
            words.insert(words.end(), made.begin(), made.end());
        }
        value.words = std::move(words);
    }
}

std::vector<std::string> words_of(rules::Hole const& hole, Holes const& holes) {
    auto const found = holes.find(hole.name);
    if (found == holes.end()) {
        return {};
    }
    std::vector<std::string> words = found->second.words;
    for (std::string& word : words) {
        word = filtered(word, hole.filter);
    }
    return words;
}

std::string fill(rules::Template const& text, Holes const& holes) {
    std::string made;
    for (rules::TemplatePart const& part : text.parts) {
        if (auto const* plain = std::get_if<std::string>(&part)) {
            made += *plain;
        } else {
            made += join(words_of(std::get<rules::Hole>(part), holes), " ");
        }
    }
    return made;
}

bool has_empty_hole(rules::Template const& text, Holes const& holes) {
    return std::any_of(text.parts.begin(), text.parts.end(), [&](rules::TemplatePart const& part) {
        auto const* hole = std::get_if<rules::Hole>(&part);
        return hole != nullptr && words_of(*hole, holes).empty();
    });
}

}  // namespace am2cmake::mapper
