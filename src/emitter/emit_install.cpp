// Files that are installed as they are.

#include <algorithm>
#include <string_view>

#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using cmake::word;

// The folder part of a file's name, for nobase_: as make has it, with no word of the tree that it is in.
std::string folder(model::Text const& file) {
    std::string_view name;
    for (model::Piece const& piece : file.pieces) {
        bool const is_here = piece.text == "CMAKE_CURRENT_BINARY_DIR" || piece.text == "CMAKE_CURRENT_SOURCE_DIR";
        if (piece.kind == model::Piece::Kind::variable && !(is_here && name.empty())) {
            return {};
        }
        name = piece.kind == model::Piece::Kind::literal ? std::string_view(piece.text) : name;
    }
    name.remove_prefix(std::min(name.find_first_not_of('/'), name.size()));
    return std::string(name.substr(0, name.find('/') == name.npos ? 0 : name.rfind('/')));
}

cmake::Argument destination(model::InstallFiles const& files, model::Text const& file) {
    model::Text directory = files.directory;
    std::string const below = files.keep_directories ? folder(file) : "";
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
