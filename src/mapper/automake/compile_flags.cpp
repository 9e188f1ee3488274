#include "mapper/automake/compile_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mapper/automake/flag_reader.hpp"
#include "mapper/automake/known_variables.hpp"
#include "mapper/automake/link_flags.hpp"
#include "mapper/automake/shell_quoting.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Target;
using model::Text;
using model::When;
using model::Words;

// The C compiler that links needs to know of these as well.
bool matters_to_linker(Text const& text) {
    if (!text.constant()) {
        std::string const variable = text.variable_name();
        return variable == "OPENMP_CFLAGS" || variable == "OPENMP_CXXFLAGS";
    }
    std::string const option = text.value();
    static constexpr std::array<std::string_view, 14> options{"-fsanitize",  "-fopenmp",  "--coverage", "-coverage",
                                                              "-fprofile",   "-flto",     "-stdlib=",   "-m32",
                                                              "-m64",        "-mthreads", "-pg",        "--sysroot",
                                                              "-static-lib", "-fuse-ld"};
    return std::any_of(options.begin(), options.end(), [&](std::string_view each) { return option.starts_with(each); });
}

class CompileFlagReader {
public:
    CompileFlagReader(DirectoryContext const& context, FlagClass flag_class, Target& target)
        : context_(context), class_(flag_class), target_(target) {}

    void read(FlagReader flags) {
        while (!flags.at_end()) {
            if (!read_preprocessor_flag(flags) && !read_option_with_argument(flags)) {
                read_word(flags.word());
                flags.next();
            }
        }
    }

private:
    bool read_preprocessor_flag(FlagReader& flags) {
        if (auto directory = flags.joined_argument("-I")) {
            add_include(*directory);
            return true;
        }
        if (auto definition = flags.joined_argument("-D")) {
            definition->value = with_full_directories(definition->value);
            target_.compile.definitions.push_back(*definition);
            return true;
        }
        if (auto name = flags.joined_argument("-U")) {
            Text option = Text::literal("-U", name->from);
            option.append(name->value);
            add_option({option, name->when, name->from});
            return true;
        }
        return false;
    }

    bool read_option_with_argument(FlagReader& flags) {
        static constexpr std::array<std::string_view, 11> options{
            "-include", "-isystem", "-idirafter", "-imacros", "-iquote", "-Xpreprocessor",
            "-arch",    "--param",  "-isysroot",  "-x",       "-Xclang"};
        for (std::string_view const option : options) {
            if (auto argument = flags.argument(option)) {
                argument->value = option_with_argument(option, with_full_directories(argument->value));
                add_option(*argument);
                return true;
            }
        }
        return false;
    }

    void read_word(When<Text> const& word) {
        std::string const variable = word.value.variable_name();
        if (is_implicit_flags(variable)) {
            return;
        }
        std::string const constant = word.value.constant() ? word.value.value() : std::string{};
        bool const option = word.value.pieces.front().text.starts_with('-');
        if (constant == "-pthread") {
            add_link_flags(context_, {word}, target_);
        } else if (class_ != FlagClass::preprocessor && (constant.starts_with("-l") || constant.starts_with("-Wl,"))) {
            add_link_flags(context_, {word}, target_);
        } else if (!variable.empty() || option) {
            add_option({with_full_directories(word.value), word.when, word.from});
        } else {
            context_.ledger.report(code::untranslated_flag, word.from,
                                   fmt::format("'{}' is no option of a compiler", cmake_text(word.value)));
        }
    }

    void add_option(When<Text> const& option) {
        switch (class_) {
            case FlagClass::preprocessor: target_.compile.options.push_back(option); return;
            case FlagClass::c: target_.compile.c_options.push_back(option); break;
            case FlagClass::cxx: target_.compile.cxx_options.push_back(option); break;
        }
        if (matters_to_linker(option.value)) {
            target_.link_options.push_back(option);
        }
    }

    // The compiler runs in the build directory; a relative name that is only found below the source directory works in
    // builds within the sources.
    void add_include(When<Text> const& directory) {
        std::optional<TreePath> path = tree_path(directory.value, context_.directory());
        if (!path) {
            target_.compile.includes.push_back(
                {with_full_directories(directory.value), directory.when, directory.from});
            return;
        }
        auto const add = [&](TreePath::Side side) {
            target_.compile.includes.push_back(
                {full_path({side, path->path}, context_.directory(), directory.from), directory.when, directory.from});
        };
        if (path->side != TreePath::Side::unknown) {
            add(path->side);
            return;
        }
        bool const sources = context_.tree.is_directory(path->path);
        if (!sources || path->path == context_.directory() || holds_configured_files(path->path)) {
            add(TreePath::Side::build);
        }
        if (sources) {
            add(TreePath::Side::source);
        }
    }

    bool holds_configured_files(std::string const& directory) const {
        return std::any_of(
            context_.facts.configured_files.begin(), context_.facts.configured_files.end(),
            [&](std::string const& file) { return directory.empty() || file.starts_with(directory + "/"); });
    }

    DirectoryContext const& context_;
    FlagClass class_;
    Target& target_;
};

}  // namespace

void add_compile_flags(DirectoryContext const& context, Words const& words, FlagClass flag_class, Target& target) {
    CompileFlagReader{context, flag_class, target}.read(FlagReader{unquoted(words, context.ledger)});
}

void add_library(Target& target, When<model::Library> library) {
    bool const known = std::any_of(target.libraries.begin(), target.libraries.end(), [&](auto const& each) {
        return each.value.kind == library.value.kind && each.value.name == library.value.name &&
               each.value.text == library.value.text && implies(library.when, each.when);
    });
    if (!known) {
        target.libraries.push_back(std::move(library));
    }
}

}  // namespace am2cmake::mapper
