#include "mapper/automake/install_recipes.hpp"

#include <algorithm>
#include <map>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/install_manuals.hpp"
#include "mapper/automake/known_variables.hpp"
#include "mapper/automake/makefile_tests.hpp"
#include "mapper/automake/recipe_cases.hpp"
#include "mapper/automake/recipe_text.hpp"
#include "mapper/automake/shell_loops.hpp"
#include "mapper/automake/shell_recipe.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::DirectoryCall;
using model::InstallFiles;
using model::Piece;
using model::Text;
using Item = std::variant<InstallFiles, DirectoryCall>;

// `$(DESTDIR)$(bindir)/x` as install() names it; nothing for what is not installed.
std::optional<Text> installed_path(Text const& word) {
    Text path = word;
    bool const staged = !path.empty() && path.pieces.front() == Piece{Piece::Kind::variable, "DESTDIR"};
    if (staged) {
        path.pieces.erase(path.pieces.begin());
    }
    std::string const first = path.empty() ? std::string{} : path.pieces.front().text;
    bool const directory = first.starts_with("CMAKE_INSTALL_") && path.pieces.front().kind == Piece::Kind::variable;
    if (!directory && !(staged && first.starts_with('/'))) {
        return {};
    }
    constexpr std::string_view full = "CMAKE_INSTALL_FULL_";
    if (first.starts_with(full)) {
        path.pieces.front().text = "CMAKE_INSTALL_" + first.substr(full.size());
    }
    return install_destination(path);
}

struct SplitPath {
    Text folder;
    std::string file;
};

// Nothing if the last part isn't known.
std::optional<SplitPath> split_path(Text path) {
    bool const literal = !path.empty() && path.pieces.back().kind == Piece::Kind::literal;
    std::size_t const slash = literal ? path.pieces.back().text.rfind('/') : std::string::npos;
    if (slash == std::string::npos) {
        return {};
    }
    SplitPath made{{}, path.pieces.back().text.substr(slash + 1)};
    path.pieces.back().text.erase(slash);
    if (path.pieces.back().text.empty()) {
        path.pieces.pop_back();
    }
    made.folder = path;
    return made;
}

class InstallTranslation {
public:
    InstallTranslation(DirectoryContext const& context, Span span) : context_(context), span_(span) {}

    // All commands of the line, or none of them.
    bool translate(Text const& line, Condition const& when) {
        when_ = when;
        std::optional<std::vector<Text>> const unrolled = unrolled_loops(line);
        std::size_t const before = items_.size();
        folder_.reset();
        bool const done = unrolled && std::all_of(unrolled->begin(), unrolled->end(),
                                                  [&](Text const& each) { return translate_commands(each); });
        if (!done) {
            items_.resize(before);
        }
        return done;
    }

    void run_with_shell(Text const& line) {
        Text command;
        for (Piece const& piece : line.pieces) {
            piece == Piece{Piece::Kind::variable, "DESTDIR"} ? command.append("$DESTDIR") : command.append(piece);
        }
        add("install_with_shell", {command});
    }

    std::vector<Item> take() { return std::move(items_); }

private:
    bool translate_commands(Text const& line) {
        std::optional<std::vector<ShellWord>> const words = shell_words(line);
        std::optional<std::vector<SimpleCommand>> const commands = words ? simple_commands(*words) : std::nullopt;
        return commands && std::all_of(commands->begin(), commands->end(),
                                       [&](SimpleCommand const& command) { return translate_command(command); });
    }

    bool translate_command(SimpleCommand const& command) {
        if (command.words.empty() || command.input || command.output) {
            return false;
        }
        std::string options;
        std::vector<Text> operands;
        std::vector<Text> words(command.words.begin() + 1, command.words.end());
        std::string name = program(command.words.front(), options);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (is_option(words[i])) {
                options += " " + constant_value(words[i]);
                if (constant_value(words[i]) == "-m" && i + 1 < words.size()) {
                    options += constant_value(words[++i]);
                }
            } else {
                operands.push_back(words[i]);
            }
        }
        return name == "cd"                                                    ? change_folder(operands)
               : name == "mkdir"                                               ? make_folders(operands)
               : name == "ln"                                                  ? link(options, operands)
               : name == "rm"                                                  ? remove(options, operands)
               : name == "mv"                                                  ? rename(operands)
               : name == "cp"                                                  ? copy(options, operands)
               : name == "install" && options.find(" -d") != std::string::npos ? make_folders(operands)
               : name == "install"
                   ? copy(options.find(" -m") == std::string::npos ? options + " -m755" : options, operands)
                   : name == ":" || name == "true" || name == "echo";
    }

    // With the options that the variable of configure brings along.
    static std::string program(Text const& word, std::string& options) {
        struct Program {
            std::string name;
            std::string options;
        };
        static std::map<std::string, Program> const programs{{"LN_S", {"ln", " -s"}},
                                                             {"MKDIR_P", {"mkdir", " -p"}},
                                                             {"mkdir_p", {"mkdir", " -p"}},
                                                             {"mkinstalldirs", {"mkdir", " -p"}},
                                                             {"install_sh_DATA", {"install", " -m644"}},
                                                             {"RM", {"rm", " -f"}},
                                                             {"INSTALL", {"install", ""}},
                                                             {"INSTALL_DATA", {"install", " -m644"}},
                                                             {"INSTALL_HEADER", {"install", " -m644"}},
                                                             {"INSTALL_PROGRAM", {"install", " -m755"}},
                                                             {"INSTALL_SCRIPT", {"install", " -m755"}}};
        auto const found = programs.find(word.variable_name());
        if (found == programs.end()) {
            return constant_value(word);
        }
        options = found->second.options;
        return found->second.name;
    }

    // A path that is relative to where `cd` led.
    std::optional<Text> installed(Text const& word) const {
        bool const relative = word.constant() && !word.value().starts_with('/');
        if (!relative || !folder_) {
            return installed_path(word);
        }
        Text path = *folder_;
        path.append("/" + word.value());
        return path;
    }

    bool change_folder(std::vector<Text> const& operands) {
        folder_ = operands.size() == 1 ? installed_path(operands.front()) : std::nullopt;
        return folder_.has_value();
    }

    bool make_folders(std::vector<Text> const& operands) {
        for (Text const& operand : operands) {
            std::optional<Text> const path = installed(operand);
            if (!path) {
                return false;
            }
            folders_.push_back(cmake_text(*path));
            add("install", {Text::literal("DIRECTORY"), Text::literal("DESTINATION"), *path});
        }
        return !operands.empty();
    }

    bool is_folder(Text const& word, Text const& path) const {
        bool const variable = !path.empty() && path.pieces.back().kind == Piece::Kind::variable;
        bool const slash = !variable && !word.empty() && word.pieces.back().text.ends_with('/');
        return variable || slash || path == Text::literal(".") ||
               std::find(folders_.begin(), folders_.end(), cmake_text(path)) != folders_.end();
    }

    static Text without_last_slash(Text path) {
        if (!path.empty() && path.pieces.back().text.ends_with('/')) {
            path.pieces.back().text.pop_back();
            if (path.pieces.back().text.empty()) {
                path.pieces.pop_back();
            }
        }
        return path;
    }

    bool link(std::string const& options, std::vector<Text> const& operands) {
        bool const known = options.find_first_not_of(" -sfnv") == std::string::npos;
        if (options.find('s') == std::string::npos || !known || operands.size() != 2) {
            return false;
        }
        std::optional<Text> path = installed(operands.back());
        if (!path) {
            return false;
        }
        Text content = operands.front();
        if (!content.empty() && content.pieces.front() == Piece{Piece::Kind::variable, "DESTDIR"}) {
            content.pieces.erase(content.pieces.begin());
        }
        if (is_folder(operands.back(), *path)) {
            std::optional<SplitPath> const target = split_path(content);
            std::string const name = target ? target->file : constant_value(content);
            if (name.empty()) {
                return false;
            }
            path = without_last_slash(*path);
            path->append("/" + name);
        }
        drop_removal_of(*path);
        add("install_symlink", {content, *path});
        return true;
    }

    // Making the link removes what is there.
    void drop_removal_of(Text const& path) {
        auto* const last = items_.empty() ? nullptr : std::get_if<DirectoryCall>(&items_.back());
        if (last != nullptr && last->command == "remove_installed" && last->arguments == std::vector{path}) {
            items_.pop_back();
        }
    }

    bool remove(std::string const& options, std::vector<Text> const& operands) {
        std::vector<Text> paths;
        for (Text const& operand : operands) {
            std::optional<Text> const path = installed(operand);
            if (!path || options.find_first_not_of(" -f") != std::string::npos) {
                return false;
            }
            paths.push_back(*path);
        }
        add("remove_installed", paths);
        return !operands.empty();
    }

    bool rename(std::vector<Text> const& operands) {
        std::optional<Text> const from = operands.size() == 2 ? installed(operands.front()) : std::nullopt;
        std::optional<Text> const to = from ? installed(operands.back()) : std::nullopt;
        if (!to || is_folder(operands.back(), *to)) {
            return false;
        }
        add("rename_installed", {*from, *to});
        return true;
    }

    bool copy(std::string const& options, std::vector<Text> operands) {
        bool const executable =
            options.find(" -m755") != std::string::npos || options.find(" -m0755") != std::string::npos;
        std::string rest = options;
        for (std::string const known : {" -m755", " -m0755", " -m644", " -m0644", " -c", " -p", " -f"}) {
            if (std::size_t const at = rest.find(known); at != std::string::npos) {
                rest.erase(at, known.size());
            }
        }
        std::optional<Text> const path = operands.size() < 2 || folder_ ? std::nullopt : installed(operands.back());
        if (!path || rest.find_first_not_of(' ') != std::string::npos) {
            return false;
        }
        bool const folder = operands.size() > 2 || is_folder(operands.back(), *path);
        operands.pop_back();
        InstallFiles install;
        install.executable = executable;
        install.from = span_;
        install.when = when_;
        install.directory = without_last_slash(*path);
        for (Text const& operand : operands) {
            std::string const target = program_at(context_, without_exe_suffix(operand));
            if (!target.empty()) {
                install.files.push_back({Text::literal("$<TARGET_FILE:" + target + ">"), {}, span_});
            } else if (tree_path(operand, context_.directory())) {
                install.files.push_back({located(context_, operand, false), {}, span_});
            } else {
                return false;
            }
        }
        if (!folder) {
            std::optional<SplitPath> const split = split_path(*path);
            std::optional<SplitPath> const source = split_path(operands.front());
            if (!split) {
                return false;
            }
            install.directory = split->folder;
            install.name = (source ? source->file : constant_value(operands.front())) == split->file ? "" : split->file;
        }
        items_.push_back(install);
        return true;
    }

    void add(std::string const& command, std::vector<Text> arguments) {
        items_.push_back(DirectoryCall{command, std::move(arguments), when_, span_});
    }

    DirectoryContext const& context_;
    Span span_;
    Condition when_;
    std::vector<Item> items_;
    std::vector<std::string> folders_;  // that it has made
    std::optional<Text> folder_;        // where `cd` led, on this line
};

std::optional<InstallRecipe> translate_case(DirectoryContext const& context, RuleInstance const& instance,
                                            RecipeCase& in_case) {
    InstallRecipe recipe;
    InstallTranslation translation{context, instance.span};
    auto const needed = prerequisites_of(context, instance, in_case);
    if (in_case.undecided) {
        return {};
    }
    RuleFiles const files{Text::literal(instance.targets.front()), needed ? needed->words : std::vector<Text>{}, {}};
    for (RuleInstance::Line const& each : instance.recipe) {
        RecipeCase line_case{conjunction(in_case.given, each.when), {}};
        if (exclusive(in_case.given, each.when)) {
            continue;
        }
        automake::RecipeLine const own{each.line->span, with_manuals_installed(each.line->text)};
        std::optional<Text> const line = recipe_line(context, own, files, line_case);
        std::optional<Text> const for_shell = line ? shell_line(context, own, files, line_case) : std::nullopt;
        if (!for_shell) {
            in_case.undecided = line_case.undecided;
            return {};
        }
        if (!line->empty() && !translation.translate(*line, line_case.given)) {
            translation.run_with_shell(*for_shell);
            recipe.needs_shell = true;
        }
    }
    recipe.items = translation.take();
    return recipe;
}

}  // namespace

void InstallRecipe::add(InstallRecipe more) {
    items.insert(items.end(), more.items.begin(), more.items.end());
    needs_shell = needs_shell || more.needs_shell;
}

std::optional<InstallRecipe> translate_install_recipe(DirectoryContext const& context, RuleInstance const& instance,
                                                      Condition const& when) {
    return translate_cases<InstallRecipe>(
        when, [&](RecipeCase& in_case) { return translate_case(context, instance, in_case); });
}

}  // namespace am2cmake::mapper
