#include "mapper/automake/recipe_commands.hpp"

#include <algorithm>
#include <map>

#include "mapper/automake/edited_copy.hpp"
#include "mapper/automake/makefile_tests.hpp"
#include "mapper/automake/recipe_files.hpp"
#include "mapper/automake/recipe_text.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::EditedFile;
using model::MadeFiles;
using model::Text;

// Makes of one recipe either custom commands or an edited copy.
class RecipeTranslation {
public:
    RecipeTranslation(DirectoryContext const& context, automake::Rule const& rule, Prerequisites const& prerequisites)
        : context_(context), rule_(rule), prerequisites_(prerequisites), copy_(context) {}

    std::optional<std::variant<MadeFiles, EditedFile>> translate(std::vector<Text> const& outputs,
                                                                 Condition const& when) {
        for (automake::RecipeLine const& line : rule_.recipe) {
            if (!translate_line(line, {outputs.front(), prerequisites_.words})) {
                return {};
            }
        }
        if (std::optional<EditedFile> copy = copy_.file()) {
            copy->when = when;
            copy->from = rule_.span;
            bool const whole = outputs.size() == 1 && copy->output == outputs.front() && only_removes();
            return whole ? std::optional<std::variant<MadeFiles, EditedFile>>{*copy} : std::nullopt;
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
                   bool const removes = !command.words.empty() && constant_value(command.words.front()) == "rm";
                   return (!may_fail || removes) && translate_command(command);
               });
    }

    bool translate_command(SimpleCommand const& command) {
        if (command.words.empty()) {
            return false;
        }
        Text const& program = command.words.front();
        std::string const name =
            program.variable_name().empty() ? constant_value(program) : tool(program.variable_name());
        std::vector<Text> const arguments(command.words.begin() + 1, command.words.end());
        if (name == "sed") {
            return only_removes() && copy_.begin(command, arguments);
        }
        if (copy_.file()) {
            return copy_.follow(name, arguments);
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

    // What a recipe does before it writes its file anew.
    bool only_removes() const {
        return std::all_of(made_.commands.begin(), made_.commands.end(), [](std::vector<Text> const& each) {
            return each.size() > 2 && constant_value(each[2]) == "rm";
        });
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
            is_option(argument) && name != "echo" ? void(options += constant_value(argument))
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
            bool const needed =
                std::find(prerequisites_.words.begin(), prerequisites_.words.end(), file) != prerequisites_.words.end();
            words.push_back(needed ? file : argument);
        }
        add(words, command);
        return true;
    }

    void add(std::vector<Text> words, SimpleCommand const& command) {
        bool const reads = command.input && (words.size() == 1 || constant_value(words[1]) != "-E");
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

    DirectoryContext const& context_;
    automake::Rule const& rule_;
    Prerequisites const& prerequisites_;
    MadeFiles made_;
    EditedCopy copy_;
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
