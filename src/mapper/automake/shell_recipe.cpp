#include "mapper/automake/shell_recipe.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

using model::Piece;
using model::Text;

// Programs of POSIX that a shell finds by itself.
std::string_view posix_program(std::string_view variable) {
    static std::map<std::string_view, std::string_view> const programs{{"SHELL", "sh"},
                                                                       {"SED", "sed"},
                                                                       {"GREP", "grep"},
                                                                       {"EGREP", "grep -E"},
                                                                       {"FGREP", "grep -F"},
                                                                       {"LN_S", "ln -s"},
                                                                       {"MKDIR_P", "mkdir -p"},
                                                                       {"mkdir_p", "mkdir -p"},
                                                                       {"RM", "rm -f"},
                                                                       {"INSTALL", "install -c"},
                                                                       {"AWK", "awk"},
                                                                       {"INSTALL_DATA", "install -c -m 644"},
                                                                       {"INSTALL_HEADER", "install -c -m 644"},
                                                                       {"INSTALL_PROGRAM", "install -c"},
                                                                       {"INSTALL_SCRIPT", "install -c"},
                                                                       {"mkinstalldirs", "mkdir -p"}};
    auto const found = programs.find(variable);
    return found == programs.end() ? std::string_view{} : found->second;
}

// What the user has given to CMake in place of the variable of configure.
std::string_view flags_of_user(std::string_view variable) {
    static std::map<std::string_view, std::string_view> const flags{
        {"CFLAGS", "CMAKE_C_FLAGS"}, {"CXXFLAGS", "CMAKE_CXX_FLAGS"}, {"LDFLAGS", "CMAKE_EXE_LINKER_FLAGS"}};
    auto const found = flags.find(variable);
    return found == flags.end() ? std::string_view{} : found->second;
}

Text for_shell(Text const& text) {
    Text made;
    for (Piece const& piece : text.pieces) {
        bool const variable = piece.kind == Piece::Kind::variable;
        if (std::string_view const program = posix_program(piece.text); variable && !program.empty()) {
            made.append(program);
        } else if (variable && is_flags_variable(piece.text)) {
            if (std::string_view const user = flags_of_user(piece.text); !user.empty()) {
                made.append(Piece{Piece::Kind::variable, std::string(user)});
                made.append(" ");
            }
            made.append("$<JOIN:");
            made.append(piece);
            made.append(", >");
        } else {
            made.append(piece);
        }
    }
    return made;
}

// A backslash before the end of a line is part of a script that stands in single quotes.
bool script_goes_on(std::string_view line) {
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        quoted = line[at] == '\'' ? !quoted : quoted;
        if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '\n' && quoted) {
            return line.find("sed") != std::string_view::npos || line.find("SED") != std::string_view::npos;
        }
    }
    return false;
}

// `@`, `+` and `-` before a command are make's, but not the first `@` of a substitution.
std::size_t prefix_length(std::string_view line) {
    std::size_t at = 0;
    for (; at < line.size() && std::string_view("@+- \t").find(line[at]) != std::string_view::npos; ++at) {
        std::string_view const after = line.substr(at + 1);
        auto const other = [](unsigned char c) { return std::isalnum(c) == 0 && c != '_'; };
        auto const end = std::find_if(after.begin(), after.end(), other);
        if (line[at] == '@' && end != after.begin() && end != after.end() && *end == '@') {
            break;
        }
    }
    return at;
}

}  // namespace

bool is_flags_variable(std::string_view name) {
    return (name.ends_with("FLAGS") || name.ends_with("LIBS")) && !name.starts_with("CMAKE_");
}

std::optional<Text> recipe_line(DirectoryContext const& context, automake::RecipeLine const& line,
                                RuleFiles const& files, RecipeCase& in_case) {
    automake::RecipeLine plain = line;
    plain.text.erase(0, prefix_length(line.text));
    return expanded_recipe(context, plain, files, in_case);
}

std::optional<Text> shell_line(DirectoryContext const& context, automake::RecipeLine const& line,
                               RuleFiles const& files, RecipeCase& in_case) {
    std::size_t const begin = prefix_length(line.text);
    bool const may_fail = line.text.substr(0, begin).find('-') != std::string::npos;
    std::optional<Text> const text = recipe_line(context, line, files, in_case);
    bool const generates = text && cmake_text(*text).find("$<") != std::string::npos;
    if (!text || generates || script_goes_on(line.text)) {
        return {};
    }
    Text made = for_shell(*text);
    if (may_fail && !made.empty()) {
        made.append(" || :");
    }
    return made;
}

std::optional<std::vector<std::vector<Text>>> shell_commands(DirectoryContext const& context,
                                                             RuleInstance const& instance,
                                                             Prerequisites const& prerequisites, RuleFiles const& files,
                                                             RecipeCase& in_case) {
    std::vector<std::vector<Text>> commands;
    for (RuleInstance::Line const& each : instance.recipe) {
        bool const here = in_case.holds(each.when);
        std::optional<Text> const line = in_case.undecided ? std::nullopt
                                         : here            ? shell_line(context, *each.line, files, in_case)
                                                           : Text{};
        if (!line) {
            return {};
        }
        if (!line->empty()) {
            commands.push_back(
                {Text::literal("sh"), Text::literal("-c"), with_program_files(context, *line, prerequisites)});
        }
    }
    return commands.empty() ? std::nullopt : std::optional{commands};
}

}  // namespace am2cmake::mapper
