// Values that a shell computes with a few text programs: $(echo $VERSION | cut -d. -f1), `expr $a + $b`, $((a + 1)).

#include <algorithm>
#include <cctype>

#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/text_filters.hpp"

namespace am2cmake::mapper {
namespace {

using model::Text;
using Form = model::Call::Argument::Form;

// `sed` for sed and $SED.
std::string program_name(shell::Word const& word) {
    std::optional<Symbolic> const parts = symbolic(word);
    std::string name = !parts ? "" : is_constant(*parts) ? constant_text(*parts) : single_variable(*parts);
    if (parts && !is_constant(*parts)) {
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    }
    return name;
}

bool is_quiet(shell::Redirection const& redirection) {
    return redirection.descriptor == "2";
}

// The commands of a pipeline, or the one command.
std::optional<std::vector<shell::Simple const*>> stages(shell::Script const& script) {
    if (script.commands.size() != 1) {
        return std::nullopt;
    }
    std::vector<shell::Simple const*> made;
    auto const add = [&](shell::Command const& command) {
        auto const* simple = std::get_if<shell::Simple>(&command.node);
        bool const plain = simple != nullptr && simple->assignments.empty() && !simple->words.empty() &&
                           std::all_of(simple->redirections.begin(), simple->redirections.end(), is_quiet);
        made.push_back(plain ? simple : nullptr);
    };
    if (auto const* pipeline = std::get_if<shell::Pipeline>(&script.commands.front().node)) {
        std::for_each(pipeline->commands.begin(), pipeline->commands.end(), add);
    } else {
        add(script.commands.front());
    }
    bool const all = std::find(made.begin(), made.end(), nullptr) == made.end();
    return all ? std::optional(made) : std::nullopt;
}

bool ends_with_operator(model::Piece const& last) {
    std::size_t const end = last.text.find_last_not_of(" \t");
    return last.kind == model::Piece::Kind::literal &&
           (end == std::string::npos || std::string_view("+-*/%(").find(last.text[end]) != std::string_view::npos);
}

// An operand and the operators of expr, or what stands between $(( and )).
bool is_arithmetic(Text const& expression) {
    bool const plain = std::all_of(expression.pieces.begin(), expression.pieces.end(), [](model::Piece const& piece) {
        return piece.kind == model::Piece::Kind::variable ||
               piece.text.find_first_not_of("0123456789+-*/%() \t") == std::string::npos;
    });
    return plain && !expression.empty() && !ends_with_operator(expression.pieces.back());
}

class Computation {
public:
    Computation(ConfigureLowering& lowering, std::string target, Span span)
        : lowering_(lowering), target_(std::move(target)), span_(span) {}

    std::optional<Text> run(std::vector<shell::Simple const*> const& stages) {
        std::optional<Text> value = source(*stages.front());
        for (std::size_t i = 1; value && i < stages.size(); ++i) {
            value = filter(*stages[i], *value);
        }
        return value;
    }

    std::optional<Text> math(Text const& expression) {
        if (!is_arithmetic(expression)) {
            return std::nullopt;
        }
        return call("math", {bare("EXPR"), bare(target_), quoted(expression)});
    }

private:
    using Argument = model::Call::Argument;

    static Argument bare(std::string const& word) { return {Text::literal(word), Form::unquoted}; }
    static Argument quoted(Text const& text) { return {text, Form::quoted}; }
    static Argument quoted(std::string const& text) { return {Text::literal(text), Form::quoted}; }

    Text call(std::string const& command, std::vector<Argument> arguments) {
        lowering_.emit({model::Call{command, std::move(arguments), {target_}, {}, true}, span_});
        return Text::variable(target_, span_);
    }

    std::optional<Text> joined(std::vector<shell::Word> const& words, std::size_t first) {
        Text made;
        for (std::size_t i = first; i < words.size(); ++i) {
            std::optional<Text> const word = lowering_.text(words[i]);
            if (!word) {
                return std::nullopt;
            }
            made.append(i > first ? " " : "");
            made.append(*word);
        }
        return made;
    }

    std::optional<Text> source(shell::Simple const& command) {
        std::string const name = program_name(command.words.front());
        std::optional<std::string> const first =
            command.words.size() > 1 ? constant_word(command.words[1]) : std::nullopt;
        if (name == "echo") {
            return joined(command.words, first == "-n" ? 2 : 1);
        }
        if (name == "printf" && first && command.words.size() > 2) {
            bool const prints_text = *first == "%s" || *first == "%s\\n";
            return prints_text && command.words.size() == 3 ? joined(command.words, 2) : std::nullopt;
        }
        if (name == "expr") {
            std::optional<Text> const expression = joined(command.words, 1);
            return expression ? math(*expression) : std::nullopt;
        }
        if (name == "cat" && command.words.size() == 2) {
            std::optional<Text> const file = joined(command.words, 1);
            return file ? std::optional(call("read_text", {bare(target_), quoted(*file)})) : std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<Text> filter(shell::Simple const& command, Text const& input) {
        std::vector<std::string> arguments;
        for (std::size_t i = 1; i < command.words.size(); ++i) {
            std::optional<std::string> const word = constant_word(command.words[i]);
            if (!word) {
                return std::nullopt;
            }
            arguments.push_back(*word);
        }
        std::string const name = program_name(command.words.front());
        return name == "cut"   ? cut(arguments, input)
               : name == "sed" ? sed(arguments, input)
               : name == "tr"  ? tr(arguments, input)
               : name == "awk" ? awk(arguments, input)
                               : std::nullopt;
    }

    // -d. -f1, -d . -f 1-2
    std::optional<Text> cut(std::vector<std::string> const& arguments, Text const& input) {
        std::string delimiter = "\t";
        std::string fields;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            std::string const letter = arguments[i].substr(0, 2);
            bool const apart = arguments[i].size() == 2 && i + 1 < arguments.size();
            std::string const value =
                apart ? arguments[++i] : arguments[i].substr(std::min<std::size_t>(2, arguments[i].size()));
            if (letter == "-d") {
                delimiter = value;
            } else if (letter == "-f") {
                fields = value;
            } else {
                return std::nullopt;
            }
        }
        bool const one_range = !fields.empty() && fields.find_first_not_of("0123456789-") == fields.npos;
        if (!one_range || delimiter.size() != 1) {
            return std::nullopt;
        }
        return call("cut_text", {bare(target_), quoted(input), quoted(delimiter), bare(fields)});
    }

    std::optional<Text> awk(std::vector<std::string> const& arguments, Text const& input) {
        std::string delimiter = " ";
        std::size_t at = 0;
        if (at < arguments.size() && arguments[at].starts_with("-F")) {
            bool const apart = arguments[at].size() == 2 && at + 1 < arguments.size();
            delimiter = apart ? arguments[++at] : arguments[at].substr(2);
            ++at;
        }
        std::size_t const field = at + 1 == arguments.size() ? awk_printed_field(arguments[at]) : 0;
        if (field == 0 || delimiter.size() != 1) {
            return std::nullopt;
        }
        return call("awk_field", {bare(target_), quoted(input), quoted(delimiter), bare(std::to_string(field))});
    }

    std::optional<Text> sed(std::vector<std::string> const& arguments, Text const& input) {
        bool extended = false;
        std::string script;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (arguments[i] == "-E" || arguments[i] == "-r") {
                extended = true;
            } else if (arguments[i] == "-e" && i + 1 < arguments.size()) {
                script += arguments[++i] + "\n";
            } else if (script.empty() && !arguments[i].starts_with('-')) {
                script = arguments[i];
            } else {
                return std::nullopt;
            }
        }
        std::optional<std::vector<SedSubstitution>> const all = sed_substitutions(script, extended);
        if (!all) {
            return std::nullopt;
        }
        Text value = input;
        for (SedSubstitution const& each : *all) {
            std::vector<Argument> arguments_of_call{bare(target_), quoted(value), quoted(each.regex),
                                                    quoted(each.replacement)};
            if (each.all) {
                arguments_of_call.push_back(bare("ALL"));
            }
            value = call("sed_text", std::move(arguments_of_call));
        }
        return value;
    }

    std::optional<Text> tr(std::vector<std::string> const& arguments, Text const& input) {
        if (arguments.size() != 2) {
            return std::nullopt;
        }
        if (is_lower_set(arguments[0]) && is_upper_set(arguments[1])) {
            return call("string", {bare("TOUPPER"), quoted(input), bare(target_)});
        }
        if (is_upper_set(arguments[0]) && is_lower_set(arguments[1])) {
            return call("string", {bare("TOLOWER"), quoted(input), bare(target_)});
        }
        bool const deletes = arguments[0] == "-d";
        if (!deletes && arguments[0].size() > 1 && arguments[0].front() == '-') {
            return std::nullopt;
        }
        auto const pairs = deletes ? tr_pairs(arguments[1], "") : tr_pairs(arguments[0], arguments[1]);
        if (!pairs) {
            return std::nullopt;
        }
        Text value = input;
        for (auto const& [from, to] : *pairs) {
            value = call("string", {bare("REPLACE"), quoted(from), quoted(to), bare(target_), quoted(value)});
        }
        return value;
    }

    ConfigureLowering& lowering_;
    std::string target_;
    Span span_;
};

}  // namespace

std::optional<Text> ConfigureLowering::computed(shell::WordPart const& part, std::string const& target) {
    if (auto const* arithmetic = std::get_if<shell::Arithmetic>(&part)) {
        bool const holds_commands =
            arithmetic->text.find("$(") != std::string::npos || arithmetic->text.find('`') != std::string::npos;
        if (holds_commands) {
            return std::nullopt;
        }
        Text const expression = quoted_text(with_references(arithmetic->text), arithmetic->span);
        return Computation(*this, target, arithmetic->span).math(expression);
    }
    auto const* substitution = std::get_if<shell::CommandSubstitution>(&part);
    std::optional<std::vector<shell::Simple const*>> const commands =
        substitution == nullptr ? std::nullopt : stages(substitution->script);
    if (!commands) {
        return substitution == nullptr ? std::nullopt : shell_output(*substitution, target);
    }
    // What the stages emit counts only if all of them have a CMake form.
    model::Steps apart;
    model::Steps* const outer = std::exchange(steps, &apart);
    std::optional<Text> value = Computation(*this, target, substitution->span).run(*commands);
    steps = outer;
    if (!value) {
        return shell_output(*substitution, target);
    }
    std::move(apart.begin(), apart.end(), std::back_inserter(*steps));
    return value;
}

bool ConfigureLowering::assign_computed(shell::Assignment const& assignment) {
    bool const lone = assignment.value.parts.size() == 1;
    std::optional<Text> const value = lone ? computed(assignment.value.parts.front(), assignment.name) : std::nullopt;
    if (!value) {
        return false;
    }
    if (value->variable_name() != assignment.name) {
        assign(assignment.name, *value, assignment.span);
    }
    bindings.erase(assignment.name);
    flow[assignment.name] = {};
    return true;
}

}  // namespace am2cmake::mapper
