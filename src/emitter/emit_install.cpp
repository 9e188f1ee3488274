// Files that are installed as they are.

#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using cmake::word;

// The folder part of a file's name, for nobase_.
std::string folder(model::Text const& file) {
    std::string const text = model::cmake_text(file);
    std::size_t const slash = text.rfind('/');
    return slash == std::string::npos ? std::string{} : text.substr(0, slash);
}

cmake::Argument destination(model::InstallFiles const& files, model::Text const& file) {
    model::Text directory = files.directory;
    std::string const below = files.keep_directories && file.constant() ? folder(file) : "";
    if (!below.empty()) {
        directory.append("/" + below);
    }
    return argument(directory);
}

}  // namespace

Nodes emit_install(model::InstallFiles const& files) {
    Nodes nodes;
    for (std::size_t at = 0; at < files.files.size();) {
        model::Condition const& when = files.files[at].when;
        cmake::Argument const directory = destination(files, files.files[at].value);
        std::vector<cmake::Argument> arguments{word(files.executable ? "PROGRAMS" : "FILES")};
        Span const from = files.files[at].from;
        for (; at < files.files.size() && files.files[at].when == when &&
               destination(files, files.files[at].value).text == directory.text;
             ++at) {
            arguments.push_back(argument(files.files[at].value));
        }
        arguments.push_back(word("DESTINATION"));
        arguments.push_back(directory);
        if (!files.name.empty()) {
            arguments.push_back(word("RENAME"));
            arguments.push_back(cmake::literal(files.name));
        }
        Nodes one;
        one.push_back(command("install", std::move(arguments), from));
        append(nodes, guarded(when, std::move(one), from));
    }
    return guarded(files.when, std::move(nodes), files.from);
}

Nodes emit_call(model::DirectoryCall const& call) {
    std::vector<cmake::Argument> arguments;
    for (model::Text const& text : call.arguments) {
        arguments.push_back(argument(text));
    }
    Nodes nodes;
    nodes.push_back(command(call.command, std::move(arguments), call.from));
    return guarded(call.when, std::move(nodes), call.from);
}

}  // namespace am2cmake::emitter
