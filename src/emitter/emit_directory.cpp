// A directory's CMakeLists.txt: what its Makefile.am says, in its order.

#include <algorithm>

#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using model::Directory;

struct EmitItem {
    Nodes operator()(model::Target const& target) const { return emit_target(target); }
    Nodes operator()(model::InstallFiles const& files) const { return emit_install(files); }
    Nodes operator()(model::DirectoryCall const& call) const { return emit_call(call); }
    Nodes operator()(model::Test const& test) const { return emit_test(test); }
    Nodes operator()(model::When<model::Subdirectory> const& subdirectory) const {
        Nodes nodes;
        if (subdirectory.value.path != ".") {
            char const* const add = subdirectory.value.own_project ? "add_config_subdirectory" : "add_subdirectory";
            nodes.push_back(command(add, {cmake::literal(subdirectory.value.path)}, subdirectory.from));
        }
        return guarded(subdirectory.when, std::move(nodes), subdirectory.from);
    }
    Nodes operator()(model::MadeFiles const& made) const { return emit_made_files(made); }
    Nodes operator()(model::EditedFile const& file) const { return emit_edited_file(file); }
    Nodes operator()(model::FilesFirst const& files) const { return emit_files_first(files); }
    Nodes operator()(model::Translations const& translations) const { return emit_translations(translations); }
    Nodes operator()(model::UntranslatedStatement const& statement) const {
        return untranslated(statement.text, statement.id, statement.reason);
    }
    Nodes operator()(model::CommentBlock const& comment) const {
        Nodes nodes;
        nodes.push_back(cmake::Comment{comment.text});
        return nodes;
    }
};

// Lines of one kind stand together; a blank line is between others, and around what has several commands.
bool stand_together(Directory::Item const& before, Nodes const& before_nodes, Directory::Item const& item) {
    if (std::holds_alternative<model::CommentBlock>(before)) {
        return true;
    }
    return before.index() == item.index() && before_nodes.size() == 1 &&
           !std::holds_alternative<cmake::Block>(before_nodes.front()) &&
           !std::holds_alternative<model::UntranslatedStatement>(item);
}

// `if(X)` right behind an `if(X)` without else: one of them.
bool merge_into(Nodes& nodes, Nodes& more) {
    auto* last = nodes.empty() ? nullptr : std::get_if<cmake::Block>(&nodes.back());
    auto* next = more.size() != 1 ? nullptr : std::get_if<cmake::Block>(&more.front());
    bool const same = last != nullptr && next != nullptr && last->parts.size() == 1 && next->parts.size() == 1 &&
                      last->parts.front().head.name == "if" && next->parts.front().head.name == "if" &&
                      same_words(last->parts.front().head.arguments, next->parts.front().head.arguments);
    if (same) {
        append(last->parts.front().body, std::move(next->parts.front().body));
    }
    return same;
}

SourceLanguages languages_of(Directory const& directory) {
    SourceLanguages languages;
    for (Directory::Item const& item : directory.items) {
        if (auto const* target = std::get_if<model::Target>(&item)) {
            SourceLanguages const more = source_languages(*target);
            languages = {languages.c || more.c, languages.cxx || more.cxx};
        }
    }
    return languages;
}

}  // namespace

Nodes emit_directory(Directory const& directory) {
    Nodes nodes = emit_common_flags(directory, languages_of(directory));
    Directory::Item const* before = nullptr;
    Nodes before_nodes;
    for (Directory::Item const& item : directory.items) {
        Nodes made = std::visit(EmitItem{}, item);
        if (made.empty()) {
            continue;
        }
        Nodes const kept = made;
        if (!merge_into(nodes, made)) {
            if (!nodes.empty() && (before == nullptr || !stand_together(*before, before_nodes, item))) {
                nodes.push_back(cmake::BlankLine{});
            }
            append(nodes, std::move(made));
        }
        before = &item;
        before_nodes = kept;
    }
    return fold_loops(std::move(nodes));
}

}  // namespace am2cmake::emitter
