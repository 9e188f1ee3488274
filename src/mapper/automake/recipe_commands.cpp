#include "mapper/automake/recipe_commands.hpp"

#include <algorithm>
#include <map>

#include "base/words.hpp"
#include "mapper/automake/makefile_tests.hpp"
#include "mapper/automake/recipe_text.hpp"
#include "mapper/automake/sed_script.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::EditedFile;
using model::MadeFiles;
using model::Text;
using model::When;

bool is_option(Text const& word) {
    return !word.empty() && word.pieces.front().text.starts_with('-') &&
           word.pieces.front().kind == model::Piece::Kind::literal;
}

std::string value_of(Text const& word) {
    return word.constant() ? word.value() : std::string{};
}

// Relative to the directory, where the file is below it.
Text name_in_build(DirectoryContext const& context, std::string const& path) {
    std::string const inside = context.directory().empty() ? "" : context.directory() + "/";
    return path.starts_with(inside) ? Text::literal(path.substr(inside.size()))
                                    : full_path({TreePath::Side::build, path}, context.directory(), {});
}

bool comes_with_sources(DirectoryContext const& context, TreePath const& path) {
    bool const made = context.facts.configured_files.contains(path.path) || context.made.files.contains(path.path);
    return path.side == TreePath::Side::source ||
           (path.side == TreePath::Side::unknown && !made && context.tree.is_file(path.path));
}

// A file that a command reads: make may find it in the source tree.
Text file_word(DirectoryContext const& context, Text const& word) {
    std::optional<TreePath> const path = tree_path(word, context.directory());
    if (!path || !comes_with_sources(context, *path)) {
        return word;
    }
    return full_path({TreePath::Side::source, path->path}, context.directory(), word.from);
}

struct SimpleCommand {
    std::vector<Text> words;
    std::optional<Text> input;
    std::optional<Text> output;
    bool appends = false;
};

std::optional<std::vector<SimpleCommand>> simple_commands(std::vector<ShellWord> const& words) {
    std::vector<SimpleCommand> commands(1);
    for (std::size_t at = 0; at < words.size(); ++at) {
        SimpleCommand& command = commands.back();
        std::string const name = words[at].is_operator ? words[at].text.value() : std::string{};
        if (!words[at].is_operator) {
            command.words.push_back(words[at].text);
        } else if (name == "&&" || name == ";") {
            commands.emplace_back();
        } else if (++at == words.size() || words[at].is_operator) {
            return {};
        } else {
            (name == "<" ? command.input : command.output) = words[at].text;
            command.appends = command.appends || name == ">>";
        }
    }
    std::erase_if(commands, [](SimpleCommand const& command) { return command.words.empty() && !command.output; });
    return commands;
}

// What a rule needs: files and targets in DEPENDS, and as a command names them.
struct Prerequisites {
    std::vector<Text> depends;
    std::vector<Text> words;
};

bool is_of_autotools(std::string const& path) {
    std::string const name = path.substr(path.rfind('/') + 1);
    return name == "Makefile" || name == "config.status" || name == "Makefile.am" || name == "Makefile.in";
}

std::optional<Prerequisites> prerequisites_of(DirectoryContext const& context, automake::Rule const& rule) {
    Prerequisites found;
    for (When<Text> const& word : context.variables.expand(rule.prerequisites, Condition::always())) {
        std::optional<TreePath> const path = tree_path(without_exe_suffix(word.value), context.directory());
        if (!word.when.is_always() || !path) {
            return {};
        }
        std::optional<std::string> const target = context.index.by_path(path->path);
        bool const shipped = comes_with_sources(context, *path);
        if (is_of_autotools(path->path)) {
            continue;
        }
        if (!target && !shipped && !is_made(context, path->path)) {
            return {};
        }
        found.words.push_back(shipped ? file_word(context, word.value) : name_in_build(context, path->path));
        found.depends.push_back(target ? Text::literal(*target) : found.words.back());
    }
    return found;
}

// Makes of one recipe either custom commands or an edited copy.
class RecipeTranslation {
public:
    RecipeTranslation(DirectoryContext const& context, automake::Rule const& rule, Prerequisites const& prerequisites)
        : context_(context), rule_(rule), prerequisites_(prerequisites) {}

    std::optional<std::variant<MadeFiles, EditedFile>> translate(std::vector<Text> const& outputs,
                                                                 Condition const& when) {
        for (automake::RecipeLine const& line : rule_.recipe) {
            if (!translate_line(line, {outputs.front(), prerequisites_.words})) {
                return {};
            }
        }
        if (edit_) {
            edit_->when = when;
            edit_->from = rule_.span;
            bool const whole = outputs.size() == 1 && edit_->output == outputs.front() && made_.commands.empty();
            return whole ? std::optional<std::variant<MadeFiles, EditedFile>>{*edit_} : std::nullopt;
        }
        if (made_.commands.empty()) {
            return {};
        }
        made_.outputs = outputs;
        made_.depends = prerequisites_.depends;
        made_.when = when;
        made_.from = rule_.span;
        return made_;
    }

    bool needs_shell() const { return needs_shell_; }

private:
    bool translate_line(automake::RecipeLine const& line, RuleFiles const& files) {
        automake::RecipeLine plain = line;
        std::size_t const begin = std::min(line.text.find_first_not_of("@+- \t"), line.text.size());
        bool const may_fail = line.text.substr(0, begin).find('-') != std::string::npos;
        plain.text.erase(0, begin);
        std::optional<Text> const text = expanded_recipe(context_, plain, files);
        std::optional<std::vector<ShellWord>> const words = text ? shell_words(*text) : std::nullopt;
        std::optional<std::vector<SimpleCommand>> const commands = words ? simple_commands(*words) : std::nullopt;
        return commands && std::all_of(commands->begin(), commands->end(), [&](SimpleCommand const& command) {
                   bool const removes = !command.words.empty() && value_of(command.words.front()) == "rm";
                   return (!may_fail || removes) && translate_command(command);
               });
    }

    bool translate_command(SimpleCommand const& command) {
        if (command.words.empty()) {
            return false;
        }
        Text const& program = command.words.front();
        std::string const name = program.variable_name().empty() ? value_of(program) : tool(program.variable_name());
        std::vector<Text> const arguments(command.words.begin() + 1, command.words.end());
        if (name == "sed") {
            return !edit_ && edit(command, arguments);
        }
        if (edit_) {
            return finish_edit(name, arguments);
        }
        if (name == ":" || name == "true") {
            return !command.output;
        }
        if (std::optional<std::vector<Text>> const portable = portable_command(name, arguments, command)) {
            add(*portable, command);
            return true;
        }
        return run_program(program, name, arguments, command);
    }

    static std::string tool(std::string const& variable) {
        static std::map<std::string, std::string> const tools{
            {"SED", "sed"}, {"MKDIR_P", "mkdir -p"}, {"LN_S", "ln -s"}, {"SHELL", "sh"}};
        auto const found = tools.find(variable);
        return found == tools.end() ? std::string{} : found->second;
    }

    // With cmake -E.
    std::optional<std::vector<Text>> portable_command(std::string const& name, std::vector<Text> const& arguments,
                                                      SimpleCommand const& command) const {
        std::string options;
        std::vector<Text> operands;
        for (Text const& argument : arguments) {
            is_option(argument) && name != "echo" ? void(options += value_of(argument))
                                                  : operands.push_back(argument);
        }
        if (name == "echo") {
            bool const plain = std::none_of(operands.begin(), operands.end(), [](Text const& word) {
                return is_option(word) || model::cmake_text(word).find('\\') != std::string::npos;
            });
            return plain ? cmake({"echo"}, operands) : std::nullopt;
        }
        if (name == "cat" && options.empty() && command.output && !(operands.empty() && !command.input)) {
            return cmake({"cat"}, operands.empty() ? std::vector{*command.input} : operands);
        }
        if (name == "cp" && operands.size() == 2 && options.find_first_of("rRn") == std::string::npos) {
            return cmake({"copy"}, operands);
        }
        if (name == "mv" && operands.size() == 2 && (options.empty() || options == "-f")) {
            return cmake({"rename"}, operands);
        }
        if (name == "rm" && !operands.empty()) {
            return cmake({"rm", "-f"}, operands);
        }
        if (name == "touch" && options.empty()) {
            return cmake({"touch"}, operands);
        }
        if (name == "mkdir -p" || (name == "mkdir" && options == "-p")) {
            return cmake({"make_directory"}, operands);
        }
        bool const links = name == "ln -s" || (name == "ln" && (options == "-s" || options == "-sf"));
        return links && operands.size() == 2 ? cmake({"create_symlink"}, operands) : std::nullopt;
    }

    // The tool's operands are files, except for echo.
    std::optional<std::vector<Text>> cmake(std::vector<std::string> const& tool,
                                           std::vector<Text> const& operands) const {
        std::vector<Text> words{Text::variable("CMAKE_COMMAND"), Text::literal("-E")};
        for (std::string const& word : tool) {
            words.push_back(Text::literal(word));
        }
        for (Text const& operand : operands) {
            words.push_back(tool.front() == "echo" ? operand : file_word(context_, operand));
        }
        return words;
    }

    bool run_program(Text const& program, std::string const& name, std::vector<Text> const& arguments,
                     SimpleCommand const& command) {
        static std::set<std::string> const interpreters{"PERL", "PYTHON", "PYTHON3", "AWK"};
        static std::set<std::string> const named{"perl", "python", "python3"};
        std::string const variable = program.variable_name();
        std::string const target = program_at(context_, without_exe_suffix(program));
        std::vector<Text> words{program};
        if (!target.empty()) {
            words.front() = Text::literal(target);
            made_.programs.push_back(target);
        } else if (name == "sh") {
            words.front() = Text::literal("sh");
            needs_shell_ = true;
        } else if (!(interpreters.contains(variable) && context_.facts.substitutions.contains(variable)) &&
                   !named.contains(name)) {
            return false;
        }
        for (Text const& argument : arguments) {
            Text const file = file_word(context_, argument);
            bool const needed = std::find(prerequisites_.words.begin(), prerequisites_.words.end(), file) !=
                                prerequisites_.words.end();
            words.push_back(needed ? file : argument);
        }
        add(words, command);
        return true;
    }

    void add(std::vector<Text> words, SimpleCommand const& command) {
        bool const reads = command.input && (words.size() == 1 || value_of(words[1]) != "-E");
        if (reads) {
            words.push_back(Text::literal("<"));
            words.push_back(file_word(context_, *command.input));
        }
        if (command.output) {
            words.push_back(Text::literal(command.appends ? ">>" : ">"));
            words.push_back(*command.output);
        }
        made_.commands.push_back(std::move(words));
    }

    // sed 's|@x@|$(x)|g' < in > out
    bool edit(SimpleCommand const& command, std::vector<Text> const& arguments) {
        std::vector<Text> scripts;
        std::vector<Text> files;
        for (std::size_t at = 0; at < arguments.size(); ++at) {
            if (value_of(arguments[at]) == "-e" && at + 1 < arguments.size()) {
                scripts.push_back(arguments[++at]);
            } else if (is_option(arguments[at])) {
                return false;
            } else {
                files.push_back(arguments[at]);
            }
        }
        if (scripts.empty() && !files.empty()) {
            scripts.push_back(files.front());
            files.erase(files.begin());
        }
        if (command.input) {
            files.push_back(*command.input);
        }
        bool const removed = std::all_of(made_.commands.begin(), made_.commands.end(),
                                         [](std::vector<Text> const& each) {
                                             return each.size() > 2 && value_of(each[2]) == "rm";
                                         });
        if (files.size() != 1 || !command.output || command.appends || !removed) {
            return false;
        }
        made_.commands.clear();
        edit_ = EditedFile{*command.output, files.front(), {}, false, {}, {}};
        return read_scripts(scripts);
    }

    bool read_scripts(std::vector<Text> const& scripts) {
        std::optional<TreePath> const path = tree_path(edit_->input, context_.directory());
        if (!path || !(comes_with_sources(context_, *path) || context_.facts.configured_files.contains(path->path))) {
            return false;
        }
        edit_->input = located(context_, edit_->input, false);
        for (Text const& script : scripts) {
            std::optional<std::vector<SedReplacement>> const replacements =
                sed_replacements(script, context_.variables);
            if (!replacements) {
                return false;
            }
            for (SedReplacement const& each : *replacements) {
                if (!each.all && !stands_once_a_line(path->path, each.from)) {
                    return false;
                }
                edit_->replacements.emplace_back(Text::literal(each.from), each.to);
            }
        }
        return true;
    }

    // Without `g`, sed replaces the first one of each line only.
    bool stands_once_a_line(std::string const& path, std::string const& text) const {
        std::optional<Source> const source = context_.tree.read(path);
        if (!source) {
            return false;
        }
        std::vector<std::string> const lines = split(std::string(source->text), '\n');
        return std::all_of(lines.begin(), lines.end(), [&text](std::string const& line) {
            return line.find(text) == line.rfind(text);
        });
    }

    // What follows sed: its output gets its mode and its name.
    bool finish_edit(std::string const& name, std::vector<Text> const& arguments) {
        if (arguments.size() < 2 || !(arguments[arguments.size() - (name == "chmod" ? 1 : 2)] == edit_->output)) {
            return false;
        }
        std::string const mode = value_of(arguments.front());
        if (name == "chmod") {
            edit_->executable = edit_->executable || mode == "+x" || mode == "a+x" || mode == "755" || mode == "0755";
            return edit_->executable || mode == "a-w" || mode == "-w";
        }
        bool const moves = name == "mv" && (arguments.size() == 2 || (arguments.size() == 3 && mode == "-f"));
        if (moves) {
            edit_->output = arguments.back();
        }
        return moves;
    }

    DirectoryContext const& context_;
    automake::Rule const& rule_;
    Prerequisites const& prerequisites_;
    MadeFiles made_;
    std::optional<EditedFile> edit_;
    bool needs_shell_ = false;
};

bool names_target(automake::Rule const& rule) {
    return std::any_of(rule.recipe.begin(), rule.recipe.end(), [](automake::RecipeLine const& line) {
        return line.text.find("$@") != std::string::npos || line.text.find("$(@") != std::string::npos ||
               line.text.find("${@") != std::string::npos;
    });
}

}  // namespace

std::optional<TranslatedRecipe> translate_recipe(DirectoryContext const& context, automake::Rule const& rule,
                                                 std::vector<std::string> const& targets, Condition const& when) {
    std::optional<Prerequisites> const prerequisites = prerequisites_of(context, rule);
    if (!prerequisites || !rule.target_pattern.empty() || !rule.order_only.empty() || rule.double_colon) {
        return {};
    }
    std::vector<std::vector<Text>> runs;
    for (std::string const& target : targets) {
        if (target.find('%') != std::string::npos || context.tree.is_file(target)) {
            return {};
        }
        if (runs.empty() || (names_target(rule) && !rule.grouped)) {
            runs.emplace_back();
        }
        runs.back().push_back(name_in_build(context, target));
    }
    TranslatedRecipe recipe;
    for (std::vector<Text> const& outputs : runs) {
        RecipeTranslation translation{context, rule, *prerequisites};
        auto item = translation.translate(outputs, when);
        if (!item) {
            return {};
        }
        recipe.items.push_back(*std::move(item));
        recipe.needs_shell = recipe.needs_shell || translation.needs_shell();
    }
    return recipe;
}

}  // namespace am2cmake::mapper
