// What rules make: custom commands, edited copies, catalogs, and targets for files that must be there first.

#include "emitter/emit.hpp"

namespace am2cmake::emitter {

using cmake::word;

namespace {

void add_arguments(std::vector<cmake::Argument>& arguments, std::vector<model::Text> const& texts) {
    for (model::Text const& text : texts) {
        arguments.push_back(argument(text));
    }
}

// yacc_source(<output> <input> [flag...])
cmake::Command parser_source(model::MadeFiles const& made) {
    std::vector<cmake::Argument> arguments{argument(made.outputs.front()), argument(made.depends.front())};
    for (std::vector<model::Text> const& flags : made.commands) {
        add_arguments(arguments, flags);
    }
    return command(made.how == model::MadeFiles::How::yacc ? "yacc_source" : "lex_source", std::move(arguments),
                   made.from);
}

cmake::Command custom_command(model::MadeFiles const& made) {
    std::vector<cmake::Argument> arguments{word("OUTPUT")};
    if (!made.goal.empty()) {
        arguments = {cmake::literal(made.goal), word("ALL")};
    }
    add_arguments(arguments, made.outputs);
    for (std::vector<model::Text> const& each : made.commands) {
        arguments.push_back(word("COMMAND"));
        add_arguments(arguments, each);
    }
    if (!made.depends.empty()) {
        arguments.push_back(word("DEPENDS"));
        add_arguments(arguments, made.depends);
    }
    arguments.push_back(word("VERBATIM"));
    return command(made.goal.empty() ? "add_custom_command" : "add_custom_target", std::move(arguments), made.from);
}

}  // namespace

Nodes emit_made_files(model::MadeFiles const& made) {
    Nodes nodes;
    nodes.push_back(made.how == model::MadeFiles::How::commands ? custom_command(made) : parser_source(made));
    return guarded(made.when, std::move(nodes), made.from);
}

Nodes emit_edited_file(model::EditedFile const& file) {
    std::vector<cmake::Argument> arguments{argument(file.output), argument(file.input)};
    if (file.executable) {
        arguments.push_back(word("EXECUTABLE"));
    }
    if (!file.replacements.empty()) {
        arguments.push_back(word("REPLACE"));
    }
    for (auto const& [from, to] : file.replacements) {
        arguments.push_back(quoted_argument(from));
        arguments.push_back(quoted_argument(to));
    }
    Nodes nodes;
    nodes.push_back(command("edit_file", std::move(arguments), file.from));
    return guarded(file.when, std::move(nodes), file.from);
}

Nodes emit_translations(model::Translations const& translations) {
    std::vector<cmake::Argument> arguments{argument(translations.domain)};
    if (translations.languages) {
        arguments.push_back(word("LINGUAS"));
        arguments.push_back(quoted_argument(*translations.languages));
    }
    Nodes nodes;
    nodes.push_back(command("gettext_catalogs", std::move(arguments), translations.from));
    return nodes;
}

Nodes emit_files_first(model::FilesFirst const& files) {
    std::vector<cmake::Argument> arguments{cmake::literal(files.name), word("ALL"), word("DEPENDS")};
    add_arguments(arguments, files.files);
    Nodes nodes;
    nodes.push_back(command("add_custom_target", std::move(arguments), files.from));
    for (model::When<std::string> const& target : files.before) {
        Nodes one;
        one.push_back(command("files_before", {cmake::literal(target.value), cmake::literal(files.name)}, files.from));
        append(nodes, guarded(target.when, std::move(one), files.from));
    }
    return guarded(files.when, std::move(nodes), files.from);
}

}  // namespace am2cmake::emitter
