#include "model/build_dump.hpp"

namespace am2cmake::model {
namespace {

std::string suffix(Condition const& when) {
    return when.is_always() ? "" : " if " + describe(when);
}

class Dump {
public:
    void line(std::string const& text) { text_ += std::string(indent_, ' ') + text + "\n"; }

    void words(std::string const& label, Words const& words) {
        for (When<Text> const& word : words) {
            line(label + " " + cmake_text(word.value) + suffix(word.when));
        }
    }

    void texts(std::string const& label, std::vector<Text> const& texts) {
        for (Text const& text : texts) {
            line(label + " " + cmake_text(text));
        }
    }

    void flags(CompileFlags const& flags) {
        words("include", flags.includes);
        words("define", flags.definitions);
        words("option", flags.options);
        words("c-option", flags.c_options);
        words("cxx-option", flags.cxx_options);
    }

    void flag(std::string const& label, bool set) {
        if (set) {
            line(label);
        }
    }

    void text(std::string const& label, std::optional<Text> const& value) {
        if (value) {
            line(label + " " + cmake_text(*value));
        }
    }

    void operator()(Target const& target) {
        line(std::string(kind(target.kind)) + " " + target.name +
             (target.output_name == target.name ? "" : " (" + target.output_name + ")") + suffix(target.when));
        indent_ += 2;
        if (target.install_directory) {
            line("install " + cmake_text(*target.install_directory) + suffix(target.install_when));
        }
        flag("not in all", !target.built_by_all);
        flag("for tests", target.for_tests);
        words("source", target.sources);
        flags(target.compile);
        words("link-option", target.link_options);
        for (When<Library> const& library : target.libraries) {
            line("library " + described(library.value) + suffix(library.when));
        }
        words("link-depends", target.link_depends);
        link_properties(target);
        indent_ -= 2;
    }

    void operator()(InstallFiles const& install) {
        line("install files to " + cmake_text(install.directory) + (install.executable ? ", executable" : "") +
             (install.keep_directories ? ", with directories" : "") + suffix(install.when));
        indent_ += 2;
        words("file", install.files);
        indent_ -= 2;
    }

    void operator()(Test const& test) {
        line("test " + test.name + (test.expected_to_fail ? " (fails)" : "") + suffix(test.when));
        indent_ += 2;
        line(test.target.empty() ? "script " + cmake_text(test.script) : "target " + test.target);
        for (Text const& word : test.interpreter) {
            line("interpreter " + cmake_text(word));
        }
        for (Text const& word : test.arguments) {
            line("argument " + cmake_text(word));
        }
        for (auto const* variables : {&test.environment, &test.environment_modification}) {
            for (auto const& [name, value] : *variables) {
                line("environment " + name + "=" + cmake_text(value));
            }
        }
        indent_ -= 2;
    }

    void operator()(DirectoryCall const& call) {
        line("call " + call.command + suffix(call.when));
        indent_ += 2;
        texts("argument", call.arguments);
        indent_ -= 2;
    }

    void operator()(When<Subdirectory> const& entry) { line("subdirectory " + entry.value.path + suffix(entry.when)); }
    void operator()(MadeFiles const& made) {
        line((made.goal.empty() ? "made files" : "goal " + made.goal) + suffix(made.when));
        indent_ += 2;
        texts("output", made.outputs);
        texts("depends", made.depends);
        for (std::vector<Text> const& command : made.commands) {
            line("command");
            indent_ += 2;
            texts("word", command);
            indent_ -= 2;
        }
        indent_ -= 2;
    }

    void operator()(EditedFile const& file) {
        line("edited file " + cmake_text(file.output) + " from " + cmake_text(file.input) + suffix(file.when));
        indent_ += 2;
        for (auto const& [from, to] : file.replacements) {
            line("replace " + cmake_text(from) + " by " + cmake_text(to));
        }
        flag("executable", file.executable);
        indent_ -= 2;
    }

    void operator()(FilesFirst const& files) {
        line("files first " + files.name + suffix(files.when));
        indent_ += 2;
        texts("file", files.files);
        for (When<std::string> const& target : files.before) {
            line("before " + target.value + suffix(target.when));
        }
        indent_ -= 2;
    }

    void operator()(Translations const& translations) {
        line("translations of " + cmake_text(translations.domain));
        indent_ += 2;
        texts("languages", translations.languages ? std::vector<Text>{*translations.languages} : std::vector<Text>{});
        indent_ -= 2;
    }

    void operator()(UntranslatedStatement const& statement) {
        line("untranslated [" + statement.id + "] " + statement.reason);
        indent_ += 2;
        lines(statement.text);
        indent_ -= 2;
    }
    void operator()(CommentBlock const& comment) {
        line("comment");
        indent_ += 2;
        lines(comment.text);
        indent_ -= 2;
    }

    std::string take() { return std::move(text_); }
    void indent() { indent_ += 2; }

private:
    static std::string_view kind(Target::Kind kind) {
        switch (kind) {
            case Target::Kind::program: return "program";
            case Target::Kind::library: return "library";
            case Target::Kind::libtool_library: return "libtool library";
            case Target::Kind::convenience_library: return "convenience library";
        }
        return "";
    }

    static std::string described(Library const& library) {
        switch (library.kind) {
            case Library::Kind::target: return "target " + library.name;
            case Library::Kind::package: return "package " + library.name;
            case Library::Kind::system: return "system " + library.name;
            case Library::Kind::flags: return "flags " + cmake_text(library.text);
            case Library::Kind::file: return "file " + cmake_text(library.text);
        }
        return "";
    }

    void link_properties(Target const& target) {
        if (target.version) {
            line(std::string(target.version->version_number ? "version-number " : "version-info ") +
                 cmake_text(target.version->current_revision_age));
        }
        text("release", target.release);
        text("run-path", target.run_path);
        if (!target.linker_language.empty()) {
            line("linker-language " + target.linker_language);
        }
        flag("static-libtool-libraries", target.static_libtool_libraries);
        flag("all-static", target.all_static);
        flag("export-dynamic", target.export_dynamic);
        flag("shared-only", target.shared_only);
        flag("static-only", target.static_only);
        flag("avoid-version", target.avoid_version);
        flag("module", target.module);
        flag("no-undefined", target.no_undefined);
        if (target.export_symbols_regex) {
            line("export-symbols-regex " + target.export_symbols_regex->value +
                 suffix(target.export_symbols_regex->when));
        }
        if (target.export_symbols_file) {
            line("export-symbols-file " + cmake_text(target.export_symbols_file->value) +
                 suffix(target.export_symbols_file->when));
        }
    }

    void lines(std::string const& text) {
        for (std::size_t at = 0; at <= text.size();) {
            std::size_t const end = std::min(text.find('\n', at), text.size());
            line(text.substr(at, end - at));
            at = end + 1;
        }
    }

    std::string text_;
    std::size_t indent_ = 0;
};

}  // namespace

std::string dump(Directory const& directory) {
    Dump dump;
    dump.line("directory " + (directory.path.empty() ? "." : directory.path));
    dump.indent();
    dump.flag("no default includes", !directory.default_includes);
    dump.flags(directory.common);
    dump.words("link-option", directory.common_link_options);
    for (Directory::Item const& item : directory.items) {
        std::visit(dump, item);
    }
    return dump.take();
}

}  // namespace am2cmake::model
