#include "mapper/automake/recipe_commands.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/words.hpp"
#include "mapper/automake/edited_copy.hpp"
#include "mapper/automake/makefile_tests.hpp"
#include "mapper/automake/recipe_cases.hpp"
#include "mapper/automake/recipe_files.hpp"
#include "mapper/automake/recipe_text.hpp"
#include "mapper/automake/shell_recipe.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::EditedFile;
using model::MadeFiles;
using model::Text;

// A program that neither a shell nor POSIX has: it is run as it is where it is installed.
bool is_tool(std::string const& name) {
    static std::set<std::string> const of_shell{
        "if",    "then",    "else",  "elif",  "fi",    "for",   "do",    "done",    "while",   "until",    "case",
        "esac",  "{",       "}",     "!",     ".",     "[",     "cd",    "test",    "export",  "set",      "unset",
        "exit",  "eval",    "exec",  "trap",  "umask", "read",  "shift", "command", "type",    "env",      "printf",
        "expr",  "grep",    "egrep", "fgrep", "awk",   "sed",   "sort",  "uniq",    "tr",      "cut",      "head",
        "tail",  "wc",      "diff",  "cmp",   "find",  "xargs", "tee",   "date",    "dirname", "basename", "chmod",
        "chown", "install", "ls",    "ln",    "mv",    "cp",    "cat",   "rm",      "rmdir",   "mkdir",    "touch",
        "echo",  "join",    "paste", "pwd",   "sh",    "od",    "make",  "gmake",   "uname",   "id",       "hostname",
        "sleep", "kill",    "time",  "gzip",  "tar",   "nohup", "ed"};
    bool const plain = !name.empty() && name.find_first_of("/=$%+-.") != 0 && name.find('/') == std::string::npos &&
                       name.find('=') == std::string::npos;
    return plain && !of_shell.contains(name);
}

bool holds_flags(Text const& word) {
    return std::any_of(word.pieces.begin(), word.pieces.end(), [](model::Piece const& piece) {
        return piece.kind == model::Piece::Kind::variable && is_flags_variable(piece.text);
    });
}

// Makes of one recipe either custom commands or an edited copy.
class RecipeTranslation {
public:
    RecipeTranslation(DirectoryContext const& context, RuleInstance const& instance, Prerequisites const& prerequisites,
                      RecipeCase& in_case)
        : context_(context), instance_(instance), prerequisites_(prerequisites), case_(in_case), copy_(context) {}

    std::optional<std::variant<MadeFiles, EditedFile>> translate(std::vector<Text> const& outputs) {
        RuleFiles const files{outputs.front(), prerequisites_.words, instance_.stem};
        for (RuleInstance::Line const& each : instance_.recipe) {
            bool const here = case_.holds(each.when);
            if (case_.undecided || (here && !translate_line(*each.line, files))) {
                return {};
            }
        }
        if (std::optional<EditedFile> copy = copy_.file()) {
            copy->when = case_.given;
            copy->from = instance_.span;
            bool const whole = outputs.size() == 1 && copy->output == outputs.front() && only_removes();
            return whole ? std::optional<std::variant<MadeFiles, EditedFile>>{*copy} : std::nullopt;
        }
        if (made_.commands.empty() && prerequisites_.depends.empty()) {
            return {};
        }
        return completed(std::move(made_), outputs);
    }

    // The same with sh, where no command of CMake does what a line asks for.
    std::optional<MadeFiles> translate_for_shell(std::vector<Text> const& outputs) {
        auto commands = shell_commands(context_, instance_, prerequisites_,
                                       {outputs.front(), prerequisites_.words, instance_.stem}, case_);
        if (!commands) {
            return {};
        }
        MadeFiles made;
        made.commands = *std::move(commands);
        return completed(std::move(made), outputs);
    }

    bool needs_shell() const { return needs_shell_; }

private:
    MadeFiles completed(MadeFiles made, std::vector<Text> const& outputs) const {
        for (auto const& [target, path] : prerequisites_.programs) {
            made.programs.push_back(target);
        }
        made.outputs = outputs;
        made.depends = prerequisites_.depends;
        made.when = case_.given;
        made.from = instance_.span;
        return made;
    }

    bool translate_line(automake::RecipeLine const& line, RuleFiles const& files) {
        automake::RecipeLine plain = line;
        std::size_t const begin = std::min(line.text.find_first_not_of("@+- \t"), line.text.size());
        bool const may_fail = line.text.substr(0, begin).find('-') != std::string::npos;
        plain.text.erase(0, begin);
        std::optional<Text> const text = expanded_recipe(context_, plain, files, case_);
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
            {"SED", "sed"}, {"MKDIR_P", "mkdir -p"}, {"mkinstalldirs", "mkdir -p"}, {"LN_S", "ln -s"}, {"SHELL", "sh"},
            {"RM", "rm"},   {"INSTALL_DATA", "cp"}};
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
        std::string const target = program_at(context_, without_exe_suffix(program));
        std::vector<Text> words{program};
        if (!target.empty()) {
            words.front() = Text::literal(target);
            made_.programs.push_back(target);
        } else if (name == "sh") {
            words.front() = Text::literal("sh");
            needs_shell_ = true;
        } else if (std::optional<std::string> const interpreter = interpreter_of(program)) {
            words = {Text::literal(*interpreter), file_word(context_, program)};
            needs_shell_ = needs_shell_ || *interpreter == "sh";
        } else if (!is_found_by_configure(program.variable_name()) && !is_tool(name)) {
            return false;
        }
        for (Text const& argument : arguments) {
            Text const file = file_word(context_, argument);
            bool const needed =
                std::find(prerequisites_.words.begin(), prerequisites_.words.end(), file) != prerequisites_.words.end();
            words.push_back(with_program_files(context_, needed ? file : argument, prerequisites_));
            if (holds_flags(argument)) {
                return false;
            }
        }
        add(words, command);
        return true;
    }

    bool is_found_by_configure(std::string const& variable) const {
        static std::set<std::string> const compilers{"CMAKE_C_COMPILER", "CMAKE_CXX_COMPILER", "CMAKE_AR",
                                                     "CMAKE_RANLIB", "CMAKE_NM"};
        return context_.facts.substitutions.contains(variable) || compilers.contains(variable);
    }

    // A script of the project, by its first line.
    std::optional<std::string> interpreter_of(Text const& program) const {
        std::optional<TreePath> const path = tree_path(program, context_.directory());
        std::optional<Source> const script = path ? context_.tree.read(path->path) : std::nullopt;
        if (!script || !script->text.starts_with("#!")) {
            return {};
        }
        std::string_view const line = script->text.substr(2, script->text.find('\n') - 2);
        std::vector<std::string> words = split_words(line);
        if (words.size() == 2 && words.front().ends_with("/env")) {
            words.erase(words.begin());
        }
        std::string const name = words.empty() ? "" : words.front().substr(words.front().rfind('/') + 1);
        static std::set<std::string> const known{"sh", "perl", "python", "python3", "bash"};
        return words.size() == 1 && known.contains(name) ? std::optional{name} : std::nullopt;
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
    RuleInstance const& instance_;
    Prerequisites const& prerequisites_;
    RecipeCase& case_;
    MadeFiles made_;
    EditedCopy copy_;
    bool needs_shell_ = false;
};

bool names_target(RuleInstance const& instance) {
    return std::any_of(instance.recipe.begin(), instance.recipe.end(), [](RuleInstance::Line const& each) {
        std::string const& text = each.line->text;
        return text.find("$@") != std::string::npos || text.find("$(@") != std::string::npos ||
               text.find("${@") != std::string::npos;
    });
}

// The recipe in one case; nothing, too, where the case says too little.
std::optional<TranslatedRecipe> translate_case(DirectoryContext const& context, RuleInstance const& instance,
                                               RecipeCase& in_case) {
    std::optional<Prerequisites> const prerequisites = prerequisites_of(context, instance, in_case);
    if (!prerequisites) {
        return {};
    }
    std::vector<std::vector<Text>> runs;
    for (std::string const& target : instance.targets) {
        if (runs.empty() || (names_target(instance) && !instance.together)) {
            runs.emplace_back();
        }
        runs.back().push_back(name_in_build(context, target));
    }
    TranslatedRecipe recipe;
    recipe.runs_always = prerequisites->always;
    for (std::vector<Text> const& outputs : runs) {
        RecipeTranslation translation{context, instance, *prerequisites, in_case};
        auto item = translation.translate(outputs);
        if (!item && !in_case.undecided) {
            item = translation.translate_for_shell(outputs);
            recipe.needs_shell = true;
        }
        if (!item) {
            return {};
        }
        recipe.items.push_back(*std::move(item));
        recipe.needs_shell = recipe.needs_shell || translation.needs_shell();
    }
    return recipe;
}

}  // namespace

void TranslatedRecipe::add(TranslatedRecipe more) {
    items.insert(items.end(), more.items.begin(), more.items.end());
    needs_shell = needs_shell || more.needs_shell;
    runs_always = runs_always || more.runs_always;
}

std::optional<TranslatedRecipe> translate_recipe(DirectoryContext const& context, RuleInstance const& instance,
                                                 Condition const& when) {
    return translate_cases<TranslatedRecipe>(
        when, [&](RecipeCase& in_case) { return translate_case(context, instance, in_case); });
}

}  // namespace am2cmake::mapper
