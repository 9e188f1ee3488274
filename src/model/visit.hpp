#pragma once
// Every condition and every text of a build description, for passes over all of them.

#include "model/build_description.hpp"

namespace am2cmake::model {

template <typename Visit>
void for_each_condition(Words& words, Visit visit) {
    for (When<Text>& word : words) {
        visit(word.when);
    }
}

template <typename Visit>
void for_each_condition(CompileFlags& flags, Visit visit) {
    for (Words* words : {&flags.includes, &flags.definitions, &flags.c_options, &flags.cxx_options, &flags.options}) {
        for_each_condition(*words, visit);
    }
}

template <typename Visit>
struct ConditionsOfItem {
    Visit& visit;

    void operator()(Target& target) const {
        visit(target.when);
        visit(target.install_when);
        for_each_condition(target.sources, visit);
        for_each_condition(target.compile, visit);
        for_each_condition(target.link_options, visit);
        for_each_condition(target.link_depends, visit);
        for (When<Library>& library : target.libraries) {
            visit(library.when);
        }
        if (target.export_symbols_regex) {
            visit(target.export_symbols_regex->when);
        }
        if (target.export_symbols_file) {
            visit(target.export_symbols_file->when);
        }
    }
    void operator()(InstallFiles& files) const {
        visit(files.when);
        for_each_condition(files.files, visit);
    }
    void operator()(DirectoryCall& call) const { visit(call.when); }
    void operator()(Test& test) const { visit(test.when); }
    void operator()(When<Subdirectory>& subdirectory) const { visit(subdirectory.when); }
    void operator()(MadeFiles& made) const { visit(made.when); }
    void operator()(EditedFile& file) const { visit(file.when); }
    void operator()(FilesFirst& files) const {
        visit(files.when);
        for (When<std::string>& target : files.before) {
            visit(target.when);
        }
    }
    void operator()(Translations&) const {}
    void operator()(UntranslatedStatement&) const {}
    void operator()(CommentBlock&) const {}
};

template <typename Visit>
void for_each_condition(Directory& directory, Visit visit) {
    for (Directory::Item& item : directory.items) {
        std::visit(ConditionsOfItem<Visit>{visit}, item);
    }
    for_each_condition(directory.common, visit);
    for_each_condition(directory.common_link_options, visit);
}

template <typename Visit>
void for_each_text(Words const& words, Visit visit) {
    for (When<Text> const& word : words) {
        visit(word.value);
    }
}

template <typename Visit>
void for_each_text(CompileFlags const& flags, Visit visit) {
    for (Words const* words :
         {&flags.includes, &flags.definitions, &flags.c_options, &flags.cxx_options, &flags.options}) {
        for_each_text(*words, visit);
    }
}

template <typename Visit>
struct TextsOfItem {
    Visit& visit;

    void operator()(Target const& target) const {
        for_each_text(target.sources, visit);
        for_each_text(target.compile, visit);
        for_each_text(target.link_options, visit);
        for_each_text(target.link_depends, visit);
        for (When<Library> const& library : target.libraries) {
            visit(library.value.text);
        }
        for (std::optional<Text> const* text : {&target.install_directory, &target.release, &target.run_path}) {
            if (*text) {
                visit(**text);
            }
        }
        if (target.version) {
            visit(target.version->current_revision_age);
        }
        if (target.export_symbols_file) {
            visit(target.export_symbols_file->value);
        }
    }
    void operator()(InstallFiles const& files) const {
        for_each_text(files.files, visit);
        visit(files.directory);
    }
    void operator()(DirectoryCall const& call) const {
        for (Text const& argument : call.arguments) {
            visit(argument);
        }
    }
    void operator()(Test const& test) const {
        visit(test.script);
        for (std::vector<Text> const* texts : {&test.interpreter, &test.arguments}) {
            for (Text const& text : *texts) {
                visit(text);
            }
        }
        for (auto const* variables : {&test.environment, &test.environment_modification}) {
            for (auto const& [name, value] : *variables) {
                visit(value);
            }
        }
    }
    void operator()(MadeFiles const& made) const {
        for (std::vector<Text> const& command : made.commands) {
            for (Text const& word : command) {
                visit(word);
            }
        }
        for (Text const& file : made.depends) {
            visit(file);
        }
    }
    void operator()(EditedFile const& file) const {
        visit(file.input);
        for (auto const& [from, to] : file.replacements) {
            visit(to);
        }
    }
    void operator()(FilesFirst const&) const {}
    void operator()(Translations const& translations) const {
        visit(translations.domain);
        visit(translations.languages.value_or(Text{}));
    }
    void operator()(When<Subdirectory> const&) const {}
    void operator()(UntranslatedStatement const&) const {}
    void operator()(CommentBlock const&) const {}
};

template <typename Visit>
void for_each_text(Directory const& directory, Visit visit) {
    for (Directory::Item const& item : directory.items) {
        std::visit(TextsOfItem<Visit>{visit}, item);
    }
    for_each_text(directory.common, visit);
    for_each_text(directory.common_link_options, visit);
}

}  // namespace am2cmake::model
