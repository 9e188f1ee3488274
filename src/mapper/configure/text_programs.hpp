#pragma once
// Programs that make text of text, as commands of CMake: what stands behind `|` in a command substitution.

#include <optional>
#include <string>
#include <vector>

#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {

// The name of a program: `sed` for sed, $SED and /bin/sed; "" if it is none that can be told.
std::string program_name(shell::Word const& word);

// Commands that compute one variable, emitted where the lowering stands.
class TextPrograms {
public:
    TextPrograms(ConfigureLowering& lowering, std::string target, Span span)
        : lowering_(lowering), target_(std::move(target)), span_(span) {}

    // What the program prints for that input; nothing if it is none of those known, or is used in another way.
    std::optional<model::Text> filter(std::string const& program, std::vector<std::string> const& arguments,
                                      model::Text const& input);
    // `printf format words`, with %s, %d and %02d.
    std::optional<model::Text> print(std::string const& format, std::vector<model::Text> const& words);
    // `expr TEXT : REGEX`: the first group, else the length of the match.
    std::optional<model::Text> match(model::Text const& text, std::string const& regex);
    std::optional<model::Text> math(model::Text const& expression);
    model::Text path_part(model::Text const& path, std::string const& part);  // NAME or DIRECTORY
    model::Text without(std::string const& regex, model::Text const& text);   // the match taken away
    model::Text squeezed(model::Text const& text);                            // as echo prints it: one blank each
    model::Text file_text(model::Text const& file);

private:
    using Argument = model::Call::Argument;
    using Form = Argument::Form;
    using Text = model::Text;

    static Argument bare(std::string const& word) { return {Text::literal(word), Form::unquoted}; }
    static Argument quoted(Text const& text) { return {text, Form::quoted}; }
    static Argument quoted(std::string const& text) { return {Text::literal(text), Form::quoted}; }

    Text call(std::string const& command, std::vector<Argument> arguments);
    std::optional<Text> cut(std::vector<std::string> const& arguments, Text const& input);
    std::optional<Text> awk(std::vector<std::string> const& arguments, Text const& input);
    std::optional<Text> sed(std::vector<std::string> const& arguments, Text const& input);
    std::optional<Text> tr(std::vector<std::string> const& arguments, Text const& input);
    std::optional<Text> transliterated(std::string from, std::string to, Text const& input);
    std::optional<Text> one_line(std::string const& program, std::vector<std::string> const& arguments,
                                 Text const& input);
    Text number_of_words(Text const& text);
    Text replaced(std::string const& regex, std::string const& by, Text const& input);

    ConfigureLowering& lowering_;
    std::string target_;
    Span span_;
};

}  // namespace am2cmake::mapper
