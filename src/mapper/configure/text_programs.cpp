#include "mapper/configure/text_programs.hpp"

#include <algorithm>
#include <cctype>

#include "mapper/configure/text_filters.hpp"

namespace am2cmake::mapper {
namespace {

using model::Text;

// An operand and the operators of expr, or what stands between $(( and )).
bool is_arithmetic(Text const& expression) {
    std::string spelled;
    for (model::Piece const& piece : expression.pieces) {
        spelled += piece.kind == model::Piece::Kind::variable ? "0" : piece.text;
    }
    for (std::size_t at = 0; at < spelled.size(); ++at) {
        std::string_view const two = std::string_view(spelled).substr(at, 2);
        if (two == "<<" || two == ">>" || two == "0x") {
            ++at;
        } else if (std::string_view("0123456789abcdefABCDEF+-*/%()&|^~ \t").find(spelled[at]) ==
                   std::string_view::npos) {
            return false;
        }
    }
    std::size_t const end = spelled.find_last_not_of(" \t");
    return end != std::string::npos && std::string_view("+-*/%(&|^~<>").find(spelled[end]) == std::string_view::npos &&
           spelled.find("&&") == std::string::npos && spelled.find("||") == std::string::npos;
}

}  // namespace

std::string program_name(shell::Word const& word) {
    std::optional<Symbolic> const parts = symbolic(word);
    if (!parts) {
        return {};
    }
    if (is_constant(*parts)) {
        std::string const path = constant_text(*parts);
        return path.substr(path.rfind('/') + 1);
    }
    std::string name = single_variable(*parts);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name;
}

Text TextPrograms::call(std::string const& command, std::vector<Argument> arguments) {
    lowering_.emit({model::Call{command, std::move(arguments), {target_}, {}, true}, span_});
    return Text::variable(target_, span_);
}

std::optional<Text> TextPrograms::filter(std::string const& program, std::vector<std::string> const& arguments,
                                         Text const& input) {
    return program == "cut"                                                 ? cut(arguments, input)
           : program == "sed"                                               ? sed(arguments, input)
           : program == "tr"                                                ? tr(arguments, input)
           : program == "awk"                                               ? awk(arguments, input)
           : program == "head" || program == "tail"                         ? one_line(program, arguments, input)
           : program == "xargs" && arguments.empty()                        ? std::optional(squeezed(input))
           : program == "cat" && arguments.empty()                          ? std::optional(input)
           : program == "wc" && arguments == std::vector<std::string>{"-w"} ? std::optional(number_of_words(input))
                                                                            : std::nullopt;
}

std::optional<Text> TextPrograms::math(Text const& expression) {
    if (!is_arithmetic(expression)) {
        return std::nullopt;
    }
    return call("math", {bare("EXPR"), bare(target_), quoted(expression)});
}

std::optional<Text> TextPrograms::match(Text const& text, std::string const& regex) {
    std::optional<std::string> const written = cmake_regex(regex, false);
    if (!written || written->empty()) {
        return std::nullopt;
    }
    std::string const anchored = written->starts_with('^') ? *written : "^" + *written;
    Text const matched = call("string", {bare("REGEX"), bare("MATCH"), quoted(anchored), bare(target_), quoted(text)});
    if (regex.find("\\(") != std::string::npos) {
        return call("set", {bare(target_), quoted(Text::variable("CMAKE_MATCH_1"))});
    }
    return call("string", {bare("LENGTH"), quoted(matched), bare(target_)});
}

std::optional<Text> TextPrograms::print(std::string const& format, std::vector<Text> const& words) {
    std::optional<std::vector<PrintfPart>> const parts = printf_parts(format);
    std::size_t const wanted =
        !parts ? 0 : static_cast<std::size_t>(std::count_if(parts->begin(), parts->end(), [](PrintfPart const& part) {
            return part.is_word;
        }));
    if (!parts || wanted != words.size()) {
        return std::nullopt;
    }
    Text made;
    auto word = words.begin();
    for (PrintfPart const& part : *parts) {
        if (!part.is_word) {
            made.append(part.text);
            continue;
        }
        if (part.width < 2) {
            made.append(*word++);
            continue;
        }
        std::string const padded = lowering_.fresh_result(target_ + "_padded");
        lowering_.emit(
            {model::Call{
                 "pad_number", {bare(padded), quoted(*word++), bare(std::to_string(part.width))}, {padded}, {}, true},
             span_});
        made.append(Text::variable(padded, span_));
    }
    return made;
}

Text TextPrograms::path_part(Text const& path, std::string const& part) {
    return call("part_of_path", {bare(target_), quoted(path), bare(part)});
}

Text TextPrograms::without(std::string const& regex, Text const& text) {
    return call("sed_text", {bare(target_), quoted(text), quoted(regex), quoted("")});
}

Text TextPrograms::squeezed(Text const& text) {
    return call("squeeze_blanks", {bare(target_), quoted(text)});
}

Text TextPrograms::number_of_words(Text const& text) {
    std::string const words = lowering_.split(text, lowering_.fresh_result(target_ + "_words"), span_);
    lowering_.emit(
        {model::Call{"list", {bare("LENGTH"), bare(words), bare(target_)}, {target_}, {words}, true}, span_});
    return Text::variable(target_, span_);
}

Text TextPrograms::file_text(Text const& file) {
    return call("read_text", {bare(target_), quoted(file)});
}

// -d. -f1, -d . -f 1-2, -c1-3
std::optional<Text> TextPrograms::cut(std::vector<std::string> const& arguments, Text const& input) {
    std::string delimiter = "\t";
    std::string fields;
    bool characters = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string const letter = arguments[i].substr(0, 2);
        bool const apart = arguments[i].size() == 2 && i + 1 < arguments.size();
        std::string const value =
            apart ? arguments[++i] : arguments[i].substr(std::min<std::size_t>(2, arguments[i].size()));
        if (letter == "-d") {
            delimiter = value;
        } else if (letter == "-f" || letter == "-c") {
            fields = value;
            characters = letter == "-c";
        } else {
            return std::nullopt;
        }
    }
    if (characters) {
        bool const from_first = fields.starts_with("1-") && fields.size() > 2;
        return from_first && fields.find_first_not_of("0123456789", 2) == fields.npos
                   ? std::optional(call("string", {bare("SUBSTRING"), quoted(input), bare("0"), bare(fields.substr(2)),
                                                   bare(target_)}))
                   : std::nullopt;
    }
    bool const one_range = !fields.empty() && fields.find_first_not_of("0123456789-") == fields.npos;
    if (!one_range || delimiter.size() != 1) {
        return std::nullopt;
    }
    return call("cut_text", {bare(target_), quoted(input), quoted(delimiter), bare(fields)});
}

std::optional<Text> TextPrograms::awk(std::vector<std::string> const& arguments, Text const& input) {
    std::string delimiter = " ";
    std::size_t at = 0;
    if (at < arguments.size() && arguments[at].starts_with("-F")) {
        bool const apart = arguments[at].size() == 2 && at + 1 < arguments.size();
        delimiter = apart ? arguments[++at] : arguments[at].substr(2);
        ++at;
    }
    std::optional<AwkPrint> const asked = at + 1 == arguments.size() ? awk_print(arguments[at]) : std::nullopt;
    if (!asked || delimiter.size() != 1) {
        return std::nullopt;
    }
    if (!asked->format) {
        return call("awk_field",
                    {bare(target_), quoted(input), quoted(delimiter), bare(std::to_string(asked->fields.front()))});
    }
    std::vector<Text> fields;
    for (std::size_t const number : asked->fields) {
        std::string const field = lowering_.fresh_result(target_ + "_field");
        lowering_.emit({model::Call{"awk_field",
                                    {bare(field), quoted(input), quoted(delimiter), bare(std::to_string(number))},
                                    {field},
                                    {},
                                    true},
                        span_});
        fields.push_back(Text::variable(field, span_));
    }
    return print(*asked->format, fields);
}

std::optional<Text> TextPrograms::sed(std::vector<std::string> const& arguments, Text const& input) {
    bool extended = false;
    bool prints = true;
    std::string script;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "-E" || arguments[i] == "-r") {
            extended = true;
        } else if (arguments[i] == "-n") {
            prints = false;
        } else if (arguments[i] == "-e" && i + 1 < arguments.size()) {
            script += arguments[++i] + "\n";
        } else if (script.empty() && !arguments[i].starts_with('-')) {
            script = arguments[i];
        } else {
            return std::nullopt;
        }
    }
    if ((prints && script == "1q") || (!prints && script == "1p")) {
        return one_line("head", {"-1"}, input);
    }
    if (auto const exchanged = prints ? sed_transliteration(script) : std::nullopt) {
        return transliterated(exchanged->first, exchanged->second, input);
    }
    bool const prints_matches = !prints && script.ends_with('p');
    std::optional<std::vector<SedSubstitution>> const all =
        prints           ? sed_substitutions(script, extended)
        : prints_matches ? sed_substitutions(script.substr(0, script.size() - 1), extended)
                         : std::nullopt;
    if (!all || (prints_matches && all->size() != 1)) {
        return std::nullopt;
    }
    Text value = input;
    for (SedSubstitution const& each : *all) {
        std::vector<Argument> made{bare(target_), quoted(value), quoted(each.regex), quoted(each.replacement)};
        if (each.all) {
            made.push_back(bare("ALL"));
        }
        if (prints_matches) {
            made.push_back(bare("ONLY_MATCHES"));
        }
        value = call("sed_text", std::move(made));
    }
    return value;
}

std::optional<Text> TextPrograms::tr(std::vector<std::string> const& arguments, Text const& input) {
    std::string options;
    std::vector<std::string> sets;
    for (std::string const& argument : arguments) {
        bool const is_option = sets.empty() && argument.size() > 1 && argument.front() == '-';
        is_option ? void(options += argument.substr(1)) : sets.push_back(argument);
    }
    bool const deletes = options.find('d') != std::string::npos;
    bool const complement = options.find_first_of("cC") != std::string::npos;
    bool const squeezes = options == "s";
    if (sets.size() != (deletes || squeezes ? 1U : 2U) || options.find_first_not_of("dcCs") != std::string::npos ||
        (options.find('s') != std::string::npos && !squeezes)) {
        return std::nullopt;
    }
    if (!complement && sets.size() == 2) {
        return transliterated(sets[0], sets[1], input);
    }
    std::optional<std::string> const characters = bracket_characters(sets[0]);
    if (!characters || (squeezes && sets[0].size() != 1)) {
        return std::nullopt;
    }
    if (squeezes) {
        return replaced("[" + *characters + "]+", sets[0], input);
    }
    // The newline at the end is exchanged as well.
    Text line = input;
    line.append(deletes || characters->find('\n') != std::string::npos ? "" : "\n");
    bool const one = deletes || sets[1].size() == 1;
    return one ? std::optional(replaced((complement ? "[^" : "[") + *characters + "]", deletes ? "" : sets[1], line))
               : std::nullopt;
}

// By characters of the one set those of the other in the same place.
std::optional<Text> TextPrograms::transliterated(std::string from, std::string to, Text const& input) {
    Text value = input;
    if (bool const up = fold_case(from, to, true); up || fold_case(from, to, false)) {
        value = call("string", {bare(up ? "TOUPPER" : "TOLOWER"), quoted(value), bare(target_)});
        if (from.empty()) {
            return value;
        }
    }
    std::optional<std::string> const characters = bracket_characters(from);
    bool const to_one = !to.empty() && to.find_first_not_of(to.front()) == std::string::npos && to.front() != '\\';
    if (characters && to_one && from.size() > 1) {
        bool const is_newline = characters->find('\n') != std::string::npos;
        value.append(is_newline ? "\n" : "");
        return replaced("[" + *characters + "]", to.substr(0, 1), value);
    }
    auto const pairs = tr_pairs(from, to);
    if (!pairs) {
        return std::nullopt;
    }
    for (auto const& [old, wanted] : *pairs) {
        value = call("string", {bare("REPLACE"), quoted(old), quoted(wanted), bare(target_), quoted(value)});
    }
    return value;
}

Text TextPrograms::replaced(std::string const& regex, std::string const& by, Text const& input) {
    return call("string", {bare("REGEX"), bare("REPLACE"), quoted(regex), quoted(by), bare(target_), quoted(input)});
}

// The first line or the last one.
std::optional<Text> TextPrograms::one_line(std::string const& program, std::vector<std::string> const& arguments,
                                           Text const& input) {
    std::string all;
    for (std::string const& argument : arguments) {
        all += argument;
    }
    if (all != "-1" && all != "-n1") {
        return std::nullopt;
    }
    return replaced(program == "head" ? "\n.*" : "^.*\n", "", input);
}

}  // namespace am2cmake::mapper
