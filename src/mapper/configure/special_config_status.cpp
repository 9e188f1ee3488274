// What config.status does beside filling in files: links, commands, other configure scripts; and text for autoheader.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/source_tree.hpp"
#include "base/words.hpp"
#include "mapper/configure/special_forms.hpp"

namespace am2cmake::mapper {
namespace {

using Argument = model::Call::Argument;

std::string raw_text(ConfigureLowering const& lowering, std::size_t call, std::string_view parameter) {
    return lowering.has_argument(call, parameter)
               ? lowering.scripts.call(call).arguments[*lowering.scripts.parameter(call, parameter)].text
               : std::string{};
}

void add_paragraph(std::string& text, std::string const& more) {
    text += (text.empty() ? "" : "\n") + more + "\n";
}

model::Step file_step(std::initializer_list<Argument> arguments, Span from) {
    return {model::Call{"file", arguments, {}, {}, false}, from};
}

Argument keyword(char const* word) {
    return {model::Text::literal(word), Argument::Form::unquoted};
}

model::Text below(char const* directory, model::Text const& path) {
    model::Text made = model::Text::variable(directory, path.from);
    made.append("/");
    made.append(path);
    return made;
}

// `rm`, `touch`, `mkdir`, `ln -s`, `cp` and `mv`, with their options.
std::optional<std::vector<Argument>> file_arguments(ConfigureLowering const& lowering, std::string const& command,
                                                    std::string const& options, std::vector<model::Text> const& paths) {
    std::vector<Argument> made;
    static std::map<std::string, char const*> const of_many{
        {"rm", "REMOVE_RECURSE"}, {"mkdir", "MAKE_DIRECTORY"}, {"touch", "TOUCH"}};
    if (auto const many = of_many.find(command); many != of_many.end()) {
        made.push_back(keyword(many->second));
        for (model::Text const& path : paths) {
            made.push_back(path_of_build(lowering, path));
        }
        return made;
    }
    if (paths.size() != 2) {
        return std::nullopt;
    }
    bool const links = command == "ln" && options.find('s') != std::string::npos;
    if (!links && command != "cp" && command != "mv") {
        return std::nullopt;
    }
    made.push_back(keyword(links ? "CREATE_LINK" : command == "cp" ? "COPY_FILE" : "RENAME"));
    made.push_back(links ? Argument{paths[0], Argument::Form::quoted} : path_of_build(lowering, paths[0]));
    made.push_back(path_of_build(lowering, paths[1]));
    if (links) {
        made.push_back(keyword("COPY_ON_ERROR"));
        made.push_back(keyword("SYMBOLIC"));
    }
    return made;
}

// `$srcdir/x`: a file to copy from.
bool begins_in_source_tree(shell::Word const& word) {
    static std::set<std::string> const folders{"srcdir", "top_srcdir", "ac_confdir", "ac_abs_confdir"};
    auto const* first = word.parts.size() < 2 ? nullptr : std::get_if<shell::Parameter>(&word.parts.front());
    return first != nullptr && first->operation.empty() && folders.contains(first->name);
}

}  // namespace

Argument path_of_build(ConfigureLowering const& lowering, model::Text const& path) {
    bool is_absolute = !path.pieces.empty() && (path.pieces.front().kind == model::Piece::Kind::variable ||
                                                path.pieces.front().text.starts_with('/'));
    if (auto const known = lowering.flow.find(path.variable_name()); known != lowering.flow.end()) {
        is_absolute = !known->second.constant || known->second.constant->starts_with('/');
    }
    return {is_absolute ? path : below("PROJECT_BINARY_DIR", path), Argument::Form::quoted};
}

bool lower_file_command(ConfigureLowering& lowering, shell::Simple const& simple) {
    std::optional<Symbolic> const first = symbolic(simple.words.front());
    std::string command = !first ? "" : is_constant(*first) ? constant_text(*first) : single_variable(*first);
    std::string options;
    if (command == "as_ln_s" || command == "LN_S" || command == "MKDIR_P") {
        options = command == "MKDIR_P" ? "p" : "s";
        command = command == "MKDIR_P" ? "mkdir" : "ln";
    }
    static std::set<std::string> const known{"rm", "touch", "mkdir", "ln", "cp", "mv"};
    std::vector<model::Text> paths;
    for (std::size_t i = 1; known.contains(command) && i < simple.words.size(); ++i) {
        std::optional<std::string> const word = constant_word(simple.words[i]);
        if (word && word->starts_with('-')) {
            options += *word;
            continue;
        }
        std::optional<model::Text> const path = lowering.text(simple.words[i]);
        bool const is_pattern = word && word->find_first_of("*?[") != std::string::npos;
        bool const is_source = (command == "cp" || command == "ln") && i + 1 < simple.words.size();
        bool const is_ours = lowering.in_config_status ||
                             (word && !word->starts_with('/') && !word->starts_with("..")) ||
                             (is_source && begins_in_source_tree(simple.words[i]));
        if (!path || path->empty() || is_pattern || !is_ours) {
            return false;
        }
        paths.push_back(*path);
    }
    std::optional<std::vector<Argument>> arguments =
        paths.empty() ? std::nullopt : file_arguments(lowering, command, options, paths);
    if (arguments) {
        bool const waits = lowering.output_is_done && lowering.steps == &lowering.project.configure;
        model::Steps& steps = waits ? lowering.project.after_output : *lowering.steps;
        steps.push_back({model::Call{"file", *std::move(arguments), {}, {}, false}, simple.span});
    }
    return arguments.has_value();
}

void special_header_verbatim(ConfigureLowering& lowering, std::size_t call) {
    std::string const key = lowering.argument_text(call, "key");
    lowering.project.header_templates[key] = {
        key, {}, lowering.scripts.call(call).span, raw_text(lowering, call, "text")};
}

void special_header_top(ConfigureLowering& lowering, std::size_t call) {
    add_paragraph(lowering.project.header_top, raw_text(lowering, call, "text"));
}

void special_header_bottom(ConfigureLowering& lowering, std::size_t call) {
    add_paragraph(lowering.project.header_bottom, raw_text(lowering, call, "text"));
}

// `link:source`: a link of the build tree to a file of the source tree.
void special_config_links(ConfigureLowering& lowering, std::size_t call) {
    Span const span = lowering.argument_span(call, "links");
    for (std::string const& tag : split_shell_words(lowering.argument_text(call, "links"))) {
        std::size_t const colon = tag.find(':');
        if (colon == std::string::npos) {
            lowering.untranslated(code::untranslated_shell, span, fmt::format("the link {} has no source", tag));
            continue;
        }
        std::string const link = tag.substr(0, colon);
        if (std::size_t const slash = link.rfind('/'); slash != std::string::npos) {
            model::Text const folder = lowering.words_text(link.substr(0, slash), span);
            lowering.emit(file_step(
                {keyword("MAKE_DIRECTORY"), {below("PROJECT_BINARY_DIR", folder), Argument::Form::quoted}}, span));
        }
        model::Text const source = lowering.words_text(tag.substr(colon + 1), span);
        lowering.emit(file_step({keyword("CREATE_LINK"),
                                 {below("PROJECT_SOURCE_DIR", source), Argument::Form::quoted},
                                 {below("PROJECT_BINARY_DIR", lowering.words_text(link, span)), Argument::Form::quoted},
                                 keyword("COPY_ON_ERROR"),
                                 keyword("SYMBOLIC")},
                                span));
    }
    special_config_commands(lowering, call);
}

// `chmod +x` of what was written is known; other commands are shell.
void run_file_commands(ConfigureLowering& lowering, std::size_t call) {
    static std::set<std::string> const modes{"+x", "a+x", "ugo+x", "755", "0755"};
    std::vector<std::string> const words = split_shell_words(lowering.argument_text(call, "commands"));
    bool const is_chmod = words.size() > 2 && words[0] == "chmod" && modes.contains(words[1]) &&
                          std::none_of(words.begin(), words.end(), [](std::string const& word) {
                              return word.find_first_of("$;&|`\"'") != std::string::npos;
                          });
    if (!is_chmod) {
        special_config_commands(lowering, call);
        return;
    }
    Span const span = lowering.argument_span(call, "commands");
    for (std::size_t i = 2; i < words.size(); ++i) {
        model::Step step =
            file_step({keyword("CHMOD"),
                       {below("PROJECT_BINARY_DIR", model::Text::literal(words[i])), Argument::Form::quoted},
                       keyword("PERMISSIONS")},
                      span);
        for (char const* permission : {"OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE", "GROUP_READ", "GROUP_EXECUTE",
                                       "WORLD_READ", "WORLD_EXECUTE"}) {
            std::get<model::Call>(step.what).arguments.push_back(keyword(permission));
        }
        lowering.project.after_output.push_back(std::move(step));
    }
}

void special_config_commands(ConfigureLowering& lowering, std::size_t call) {
    Span const span = lowering.scripts.call(call).span;
    lowering.at_output.push_back({call, reached(lowering, "run_commands", span)});
}

model::Condition reached(ConfigureLowering& lowering, std::string const& what, Span from) {
    if (lowering.steps == &lowering.project.configure) {
        return model::Condition::always();
    }
    std::string const variable = lowering.fresh_result(what);
    lowering.emit({model::Set{variable, model::Text::literal("ON"), false}, from});
    return model::Condition::of(model::Truth{variable});
}

void run_config_commands(ConfigureLowering& lowering) {
    model::Steps& later = lowering.project.after_output;
    lowering.in_config_status = true;
    for (char const* folder : {"tmp", "ac_tmp"}) {  // where config.status makes files before it moves them
        lowering.bind(folder, {std::nullopt, {}, {}, model::parse_cmake_text("${PROJECT_BINARY_DIR}/CMakeFiles")}, {});
    }
    for (auto const& [call, when] : lowering.at_output) {
        model::Steps made;
        for (char const* parameter : {"init", "commands"}) {
            if (lowering.has_argument(call, parameter)) {
                model::Steps const more = lowering.lower_apart(lowering.argument_script(call, parameter));
                made.insert(made.end(), more.begin(), more.end());
            }
        }
        if (when.is_always()) {
            later.insert(later.end(), made.begin(), made.end());
        } else if (!made.empty()) {
            later.push_back({model::If{{{when, std::move(made)}}, {}}, lowering.scripts.call(call).span});
        }
    }
    lowering.in_config_status = false;
    lowering.at_output.clear();
}

void special_config_subdirs(ConfigureLowering& lowering, std::size_t call) {
    Span const span = lowering.argument_span(call, "directories");
    for (std::string const& word : split_shell_words(lowering.argument_text(call, "directories"))) {
        std::string const directory = normal_path(word);
        bool const below_this = !directory.empty() && !directory.starts_with("..") && !word.starts_with('/');
        if (below_this && (lowering.tree.is_file(directory + "/configure.ac") ||
                           lowering.tree.is_file(directory + "/configure.in"))) {
            lowering.project.substitutions.insert("subdirs");
            lowering.project.subprojects.push_back(
                {directory, reached(lowering, "configure_" + shell_name(directory), span), span});
        } else {
            lowering.untranslated(code::unsupported_macro, span,
                                  fmt::format("{} has no configure.ac: its own build has to be run by hand", word));
        }
    }
}

}  // namespace am2cmake::mapper
