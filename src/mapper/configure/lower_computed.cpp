// Values that a shell computes with a few text programs: $(echo $VERSION | cut -d. -f1), `expr $a + $b`, $((a + 1)).

#include <algorithm>

#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/text_filters.hpp"
#include "mapper/configure/text_programs.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Text;

using Stages = std::vector<shell::Simple const*>;

// What is thrown away: 2>/dev/null, >/dev/null, 2>&1.
bool is_quiet(shell::Redirection const& redirection) {
    std::optional<std::string> const target = constant_word(redirection.target);
    return redirection.descriptor == "2" || (redirection.operation == ">" && target == "/dev/null");
}

void add_stages(shell::Command const& command, Stages& made) {
    if (auto const* pipeline = std::get_if<shell::Pipeline>(&command.node); pipeline && !pipeline->negated) {
        for (shell::Command const& each : pipeline->commands) {
            add_stages(each, made);
        }
        return;
    }
    auto const* group = std::get_if<shell::Group>(&command.node);
    if (group != nullptr && group->body.commands.size() == 1 &&
        std::all_of(group->redirections.begin(), group->redirections.end(), is_quiet)) {
        add_stages(group->body.commands.front(), made);
        return;
    }
    auto const* simple = std::get_if<shell::Simple>(&command.node);
    bool const plain = simple != nullptr && simple->assignments.empty() && !simple->words.empty() &&
                       std::all_of(simple->redirections.begin(), simple->redirections.end(), is_quiet);
    made.push_back(plain ? simple : nullptr);
}

// The commands of a pipeline, or the one command; nothing if a shell must run them.
std::optional<Stages> stages(shell::Command const& command) {
    Stages made;
    add_stages(command, made);
    return std::find(made.begin(), made.end(), nullptr) == made.end() ? std::optional(made) : std::nullopt;
}

std::optional<Stages> stages(shell::Script const& script) {
    return script.commands.size() == 1 ? stages(script.commands.front()) : std::nullopt;
}

shell::Simple const* only_command(shell::Script const& script) {
    return script.commands.size() == 1 ? std::get_if<shell::Simple>(&script.commands.front().node) : nullptr;
}

std::optional<std::vector<std::string>> constant_arguments(shell::Simple const& command) {
    std::vector<std::string> arguments;
    for (std::size_t i = 1; i < command.words.size(); ++i) {
        std::optional<std::string> const word = constant_word(command.words[i]);
        if (!word) {
            return std::nullopt;
        }
        arguments.push_back(*word);
    }
    return arguments;
}

class Computation {
public:
    Computation(ConfigureLowering& lowering, std::string const& target, Span span)
        : lowering_(lowering), programs_(lowering, target, span) {}

    std::optional<Text> run(Stages const& stages) {
        bool const alone = stages.size() == 1;
        std::optional<Text> value = source(*stages.front(), alone);
        for (std::size_t i = 1; value && i < stages.size(); ++i) {
            auto const arguments = constant_arguments(*stages[i]);
            value =
                arguments ? programs_.filter(program_name(stages[i]->words.front()), *arguments, *value) : std::nullopt;
        }
        return value;
    }

private:
    std::optional<std::vector<Text>> texts(std::vector<shell::Word> const& words, std::size_t first) {
        std::vector<Text> made;
        for (std::size_t i = first; i < words.size(); ++i) {
            std::optional<Text> const word = lowering_.text(words[i]);
            if (!word) {
                return std::nullopt;
            }
            made.push_back(*word);
        }
        return made;
    }

    std::optional<Text> joined(std::vector<shell::Word> const& words, std::size_t first) {
        auto const parts = texts(words, first);
        if (!parts) {
            return std::nullopt;
        }
        Text made;
        for (std::size_t i = 0; i < parts->size(); ++i) {
            made.append(i > 0 ? " " : "");
            made.append((*parts)[i]);
        }
        return made;
    }

    // A command that reads no input; `alone`: nothing follows it.
    std::optional<Text> source(shell::Simple const& command, bool alone) {
        std::string const name = program_name(command.words.front());
        std::vector<shell::Word> const& words = command.words;
        std::optional<std::string> const first = words.size() > 1 ? constant_word(words[1]) : std::nullopt;
        if (name == "echo") {
            std::optional<Text> const text = joined(words, first == "-n" ? 2 : 1);
            bool const squeezes =
                alone && text && !text->constant() &&
                std::any_of(words.begin(), words.end(), [](shell::Word const& word) { return is_split(word); });
            return squeezes ? std::optional(programs_.squeezed(*text)) : text;
        }
        if (name == "printf" && first) {
            auto const operands = texts(words, 2);
            return operands ? programs_.print(*first, *operands) : std::nullopt;
        }
        if (name == "expr") {
            return expr(words);
        }
        if (name == "basename" || name == "dirname") {
            return path_part(name, {words.begin() + (first == "--" ? 2 : 1), words.end()});
        }
        if (name == "cat" && words.size() == 2) {
            std::optional<Text> const file = joined(words, 1);
            return file ? std::optional(programs_.file_text(*file)) : std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<Text> expr(std::vector<shell::Word> const& words) {
        std::optional<std::string> const regex =
            words.size() == 4 && constant_word(words[2]) == ":" ? constant_word(words[3]) : std::nullopt;
        if (regex) {
            std::optional<Text> const text = lowering_.text(words[1]);
            return text ? programs_.match(*text, *regex) : std::nullopt;
        }
        std::optional<Text> const expression = joined(words, 1);
        return expression ? programs_.math(*expression) : std::nullopt;
    }

    // `words`: a path, and maybe a suffix that basename takes away.
    std::optional<Text> path_part(std::string const& program, std::vector<shell::Word> const& words) {
        if (words.empty() || words.size() > 2) {
            return std::nullopt;
        }
        std::optional<Text> const path = lowering_.text(words[0]);
        std::optional<std::string> const suffix = words.size() == 2 ? constant_word(words[1]) : "";
        if (!path || !suffix) {
            return std::nullopt;
        }
        Text const part = programs_.path_part(*path, program == "basename" ? "NAME" : "DIRECTORY");
        Pattern taken_away;
        for (char const c : *suffix) {
            taken_away.characters.push_back({c, false});
        }
        return suffix->empty() ? part : programs_.without(taken_away.regex_of_part() + "$", part);
    }

    ConfigureLowering& lowering_;
    TextPrograms programs_;
};

// A question of grep: its options without an effect on the answer are left out.
struct GrepQuestion {
    std::string regex;
    bool inverted = false;
};

std::optional<GrepQuestion> grep_question(shell::Simple const& command) {
    std::string const name = program_name(command.words.front());
    auto const arguments = constant_arguments(command);
    if ((name != "grep" && name != "egrep" && name != "fgrep") || !arguments || arguments->empty()) {
        return std::nullopt;
    }
    std::string options;
    std::size_t at = 0;
    for (; at < arguments->size() && (*arguments)[at].size() > 1 && (*arguments)[at].front() == '-'; ++at) {
        options += (*arguments)[at].substr(1);
    }
    if (at + 1 != arguments->size() || options.find_first_not_of("qsEFev") != std::string::npos) {
        return std::nullopt;
    }
    std::string const& asked = (*arguments)[at];
    bool const fixed = name == "fgrep" || options.find('F') != std::string::npos;
    bool const extended = name == "egrep" || options.find('E') != std::string::npos;
    Pattern literal;
    for (char const c : asked) {
        literal.characters.push_back({c, false});
    }
    std::optional<std::string> const regex =
        fixed ? std::optional(literal.regex_of_part()) : cmake_regex(asked, extended);
    return regex && !regex->empty() ? std::optional(GrepQuestion{*regex, options.find('v') != std::string::npos})
                                    : std::nullopt;
}

}  // namespace

std::optional<Text> ConfigureLowering::computed(shell::WordPart const& part, std::string const& target) {
    if (auto const* parameter = std::get_if<shell::Parameter>(&part)) {
        return parameter_value(*parameter, target);
    }
    if (auto const* arithmetic = std::get_if<shell::Arithmetic>(&part)) {
        bool const holds_commands =
            arithmetic->text.find("$(") != std::string::npos || arithmetic->text.find('`') != std::string::npos;
        if (holds_commands) {
            return std::nullopt;
        }
        Text const expression = quoted_text(with_references(arithmetic->text), arithmetic->span);
        return TextPrograms(*this, target, arithmetic->span).math(expression);
    }
    auto const* substitution = std::get_if<shell::CommandSubstitution>(&part);
    shell::Simple const* const only = substitution == nullptr ? nullptr : only_command(substitution->script);
    std::optional<shell::Script> const read_again = only == nullptr ? std::nullopt : evaluated(*only);
    std::optional<Stages> const commands =
        substitution == nullptr ? std::nullopt : stages(read_again ? *read_again : substitution->script);
    if (!commands) {
        return substitution == nullptr ? std::nullopt : shell_output(*substitution, target);
    }
    std::optional<Text> const value =
        all_or_nothing([&] { return Computation(*this, target, substitution->span).run(*commands); });
    return value ? value : shell_output(*substitution, target);
}

// `echo "$x" | grep y`, `expr "$x" : y`: is there a match?
std::optional<Condition> ConfigureLowering::match_condition(shell::Command const& command, Span span) {
    std::optional<Stages> commands = stages(command);
    if (!commands) {
        return std::nullopt;
    }
    shell::Simple const& last = *commands->back();
    if (commands->size() == 1) {
        bool const matches =
            last.words.size() == 4 && program_name(last.words[0]) == "expr" && constant_word(last.words[2]) == ":";
        std::optional<Text> const found =
            matches ? all_or_nothing([&] { return Computation(*this, fresh_result("match"), span).run(*commands); })
                    : std::nullopt;
        return found ? std::optional(Condition::of(model::Truth{found->variable_name()})) : std::nullopt;
    }
    std::optional<GrepQuestion> const question = grep_question(last);
    commands->pop_back();
    std::optional<Text> const text =
        question ? all_or_nothing([&] { return Computation(*this, fresh_result("text"), span).run(*commands); })
                 : std::nullopt;
    if (!text) {
        return std::nullopt;
    }
    Condition const found = Condition::of(model::Comparison{*text, "MATCHES", Text::literal(question->regex, span)});
    return question->inverted ? negation(found) : found;
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

// What the parts of a computation emit counts only if all of them have a CMake form.
std::optional<Text> ConfigureLowering::all_or_nothing(std::function<std::optional<Text>()> const& compute) {
    model::Steps apart;
    model::Steps* const outer = std::exchange(steps, &apart);
    std::optional<Text> value = compute();
    steps = outer;
    if (value) {
        std::move(apart.begin(), apart.end(), std::back_inserter(*steps));
    }
    return value;
}

}  // namespace am2cmake::mapper
