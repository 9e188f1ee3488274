// Parameter expansions of the shell that compute a value: ${x:-y}, ${x%.*}, ${x##*/}, ${#x}.

#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {
namespace {

using model::Text;
using Form = model::Call::Argument::Form;

bool is_star(Pattern::Character const& character) {
    return character.special && character.value == '*';
}

// The regular expression of anything but the one character that a pattern is; nothing for a longer one.
std::optional<std::string> regex_of_others(Pattern const& pattern) {
    if (pattern.characters.size() == 1 && !pattern.characters.front().special) {
        return std::string("[^") + pattern.characters.front().value + "]";
    }
    std::string const regex = pattern.regex_of_part();
    bool const is_bracket = pattern.characters.front().special && regex.size() > 2 && regex.front() == '[' &&
                            regex.find(']', 2) == regex.size() - 1;
    if (!is_bracket) {
        return std::nullopt;
    }
    return regex[1] == '^' ? "[" + regex.substr(2) : "[^" + regex.substr(1);
}

// What `%` or `#` take away, as a regular expression; nothing if CMake's can't say it.
std::optional<std::string> regex_taken_away(Pattern pattern, std::string const& operation) {
    auto& characters = pattern.characters;
    bool const at_end = operation.front() == '%';
    bool const longest = operation.size() == 2;
    bool const open_begin = !characters.empty() && is_star(characters.front());
    bool const open_end = !characters.empty() && is_star(characters.back());
    if (open_begin && open_end) {
        return std::nullopt;
    }
    if (open_begin) {
        characters.erase(characters.begin());
    } else if (open_end) {
        characters.pop_back();
    }
    for (Pattern::Character const& character : characters) {
        if (is_star(character)) {
            return std::nullopt;
        }
    }
    if (characters.empty()) {
        return std::nullopt;
    }
    std::string const regex = pattern.regex_of_part();
    std::optional<std::string> const others = regex_of_others(pattern);
    if (at_end) {
        return open_end ? (longest  ? regex + ".*$"
                           : others ? std::optional(regex + *others + "*$")
                                    : std::nullopt)
                        : (open_begin && longest ? "^.*" : "") + regex + "$";
    }
    return open_begin ? (longest  ? "^.*" + regex
                         : others ? std::optional("^" + *others + "*" + regex)
                                  : std::nullopt)
                      : "^" + regex + (open_end && longest ? ".*" : "");
}

bool is_default(std::string const& operation) {
    return operation == ":-" || operation == "-" || operation == ":+" || operation == "+";
}

}  // namespace

// A choice between two values.
bool ConfigureLowering::assign_default(shell::Parameter const& parameter, std::string const& target, Span span) {
    if (!is_default(parameter.operation) || parameter.argument.size() > 1) {
        return false;
    }
    shell::Word const given = parameter.argument.empty() ? shell::Word{} : parameter.argument.front();
    shell::Word const variable{parameter.span, {shell::Parameter{parameter.span, parameter.name, "", {}, true}}};
    auto const set_to = [&](shell::Word const& value) {
        shell::Simple simple{span, {{span, target, value}}, {}, {}};
        return shell::Script{span, {shell::Command{std::move(simple)}}};
    };
    bool const alternative = parameter.operation.ends_with('+');
    model::Condition const has_value = negation(equals({{true, parameter.name, true, parameter.span}}, {}, span));
    shell::Script const if_given = set_to(alternative ? given : variable);
    shell::Script const otherwise = set_to(alternative ? shell::Word{} : given);
    lower_branches({{has_value, &if_given}}, &otherwise, span);
    return true;
}

std::optional<Text> ConfigureLowering::parameter_value(shell::Parameter const& parameter, std::string const& target) {
    if (is_default(parameter.operation)) {
        return assign_default(parameter, target, parameter.span) ? std::optional(read(target, parameter.span))
                                                                 : std::nullopt;
    }
    Text const value = read(parameter.name, parameter.span);
    if (parameter.operation == "length") {
        emit({model::Call{"string",
                          {{Text::literal("LENGTH"), Form::unquoted},
                           {value, Form::quoted},
                           {Text::literal(target), Form::unquoted}},
                          {target},
                          {},
                          true},
              parameter.span});
        return Text::variable(target, parameter.span);
    }
    bool const takes_away = parameter.operation.find_first_not_of("%#") == std::string::npos;
    std::optional<Pattern> const asked =
        takes_away && parameter.argument.size() == 1 ? pattern(parameter.argument.front()) : std::nullopt;
    std::optional<std::string> const regex = asked ? regex_taken_away(*asked, parameter.operation) : std::nullopt;
    if (!regex) {
        return std::nullopt;
    }
    emit({model::Call{"sed_text",
                      {{Text::literal(target), Form::unquoted},
                       {value, Form::quoted},
                       {Text::literal(*regex), Form::quoted},
                       {{}, Form::quoted}},
                      {target},
                      {},
                      true},
          parameter.span});
    return Text::variable(target, parameter.span);
}

}  // namespace am2cmake::mapper
