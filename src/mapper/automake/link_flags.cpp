#include "mapper/automake/link_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mapper/automake/compile_flags.hpp"
#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/flag_reader.hpp"
#include "mapper/automake/known_variables.hpp"
#include "mapper/automake/named_libraries.hpp"
#include "mapper/automake/rule_names.hpp"
#include "mapper/automake/shell_quoting.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Library;
using model::Target;
using model::Text;
using model::When;
using model::Words;

bool contains(auto const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What libtool's link mode gives to the compiler that makes a library; of all else that it doesn't know it gives
// nothing (Libtool manual, "Link mode").
bool is_dropped_by_libtool(std::string_view option) {
    static constexpr std::array<std::string_view, 27> passed{"-arch",      "-isysroot",   "-l",
                                                             "-L",         "-R",          "-Wl,",
                                                             "-Wc,",       "-Wa,",        "-Xlinker",
                                                             "-Xcompiler", "-m",          "-O",
                                                             "-g",         "-flto",       "-fwhopr",
                                                             "-t4",        "-t5",         "-fprofile-",
                                                             "-F",         "-q",          "-specs=",
                                                             "-stdlib=",   "-fuse-",      "-static-",
                                                             "-framework", "-fsanitize=", "-fstack-protector"};
    bool const known =
        option == "-p" || option == "-pg" || option.starts_with("--") ||
        std::any_of(passed.begin(), passed.end(), [&](std::string_view begin) { return option.starts_with(begin); });
    return option.starts_with('-') && !known;
}

// By its folder or its ending; a version may follow `.so`.
bool names_file(std::string_view word) {
    static constexpr std::array<std::string_view, 9> endings{".o",     ".lo",  ".a",   ".la", ".so",
                                                             ".dylib", ".obj", ".lib", ".dll"};
    return word.find('/') != std::string_view::npos || word.starts_with('@') ||
           word.find(".so.") != std::string_view::npos ||
           std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

class LinkFlagReader {
public:
    LinkFlagReader(DirectoryContext const& context, bool for_libraries, Target& target)
        : context_(context), for_libraries_(for_libraries), target_(target) {}

    void read(FlagReader flags) {
        while (!flags.at_end()) {
            if (!read_valued_flag(flags) && !read_library_flag(flags) && !read_option_with_argument(flags)) {
                read_word(flags);
                flags.next();
            }
        }
    }

private:
    bool read_valued_flag(FlagReader& flags) {
        for (bool const number : {false, true}) {
            if (auto const version = flags.argument(number ? "-version-number" : "-version-info")) {
                once(target_.version, *version, {version->value, number, version->from});
                return true;
            }
        }
        if (auto const release = flags.argument("-release")) {
            once(target_.release, *release, release->value);
            return true;
        }
        if (auto const regex = flags.argument("-export-symbols-regex")) {
            require_constant(*regex);
            once(target_.export_symbols_regex, *regex, {cmake_text(regex->value), rest(*regex), regex->from});
            return true;
        }
        if (auto const file = flags.argument("-export-symbols")) {
            Text const path = located(context_, file->value, false);
            std::optional<TreePath> const place = tree_path(path, context_.directory());
            target_.export_symbols_made =
                place && place->side == TreePath::Side::build && !context_.facts.configured_files.contains(place->path);
            once(target_.export_symbols_file, *file, {path, rest(*file), file->from});
            return true;
        }
        if (auto const path = flags.argument("-rpath")) {
            once(target_.run_path, *path, with_full_directories(path->value));
            return true;
        }
        if (auto path = flags.argument("-R")) {
            Text option = Text::literal("-Wl,-rpath,", path->from);
            option.append(with_full_directories(path->value));
            target_.link_options.push_back({option, path->when, path->from});
            return true;
        }
        return read_module_flag(flags);
    }

    // Modules that libtool opens for the program, and flags that matter only to its own bookkeeping.
    bool read_module_flag(FlagReader& flags) {
        for (std::string_view const option : {"-dlopen", "-dlpreopen"}) {
            if (auto const module = flags.argument(option)) {
                if (module->value == Text::literal("self") || module->value == Text::literal("force")) {
                    target_.export_dynamic = true;
                } else {
                    unknown(*module, fmt::format("no translation for libtool's {}", option));
                }
                return true;
            }
        }
        for (std::string_view const option : {"-objectlist", "-precious-files-regex", "-shrext"}) {
            if (auto const argument = flags.argument(option)) {
                unknown(*argument, fmt::format("no translation for libtool's {}", option));
                return true;
            }
        }
        return flags.argument("-bindir") || flags.argument("-weak");
    }

    bool read_library_flag(FlagReader& flags) {
        if (auto const name = flags.joined_argument("-l")) {
            add_named_library(*name);
            return true;
        }
        if (auto const directory = flags.joined_argument("-L")) {
            // CMake knows where the targets of the project are
            if (!tree_path(directory->value, context_.directory())) {
                Text option = Text::literal("-L", directory->from);
                option.append(with_full_directories(directory->value));
                target_.link_options.push_back({option, directory->when, directory->from});
            }
            return true;
        }
        if (auto const name = flags.argument("-framework")) {
            Text text = Text::literal("-framework ", name->from);
            text.append(name->value);
            add_library(target_, {{Library::Kind::flags, "", text}, name->when, name->from});
            return true;
        }
        return false;
    }

    void add_named_library(When<Text> const& name) {
        if (!name.value.constant()) {
            Text text = Text::literal("-l", name.from);
            text.append(name.value);
            add_library(target_, {{Library::Kind::flags, "", text}, name.when, name.from});
            return;
        }
        std::optional<std::string> const own = context_.index.library(name.value.value());
        bool const itself = own && *own == target_.name;
        if (own && !itself) {
            add_library(target_, {{Library::Kind::target, *own, {}}, name.when, name.from});
            return;
        }
        for (When<Library>& each : named_libraries(context_.facts.rules, name.value.value(), name.when, name.from)) {
            add_library(target_, std::move(each));
        }
    }

    bool read_option_with_argument(FlagReader& flags) {
        static constexpr std::array<std::string_view, 5> passing{"-Xlinker", "-Xcompiler", "-XCClinker", "-Wl,-rpath",
                                                                 "-Wl,-rpath-link"};
        for (std::string_view const option : {"-u", "-z", "-T", "-arch", "-e", "-isysroot"}) {
            if (auto argument = flags.argument(option)) {
                argument->value = option_with_argument(option, with_full_directories(argument->value));
                target_.link_options.push_back(*argument);
                return true;
            }
        }
        for (std::string_view const option : passing) {
            if (auto argument = flags.argument(option)) {
                argument->value = option_with_argument(option, with_full_directories(argument->value));
                target_.link_options.push_back(*argument);
                return true;
            }
        }
        return false;
    }

    void read_word(FlagReader const& flags) {
        When<Text> const& word = flags.word();
        std::string const variable = word.value.variable_name();
        if (is_implicit_flags(variable) || (word.value.constant() && read_libtool_flag(word, word.value.value()))) {
            return;
        }
        if (!variable.empty()) {
            if (variable == "LIBOBJS" || variable == "LTLIBOBJS") {
                // The objects of AC_LIBOBJ: in CMake it is a list of their sources.
                target_.sources.push_back({Text::variable("LIBOBJS", word.from), rest(word), word.from});
            } else if (for_libraries_ || variable.ends_with("LIBS")) {  // those of LDFLAGS stand behind the objects too
                add_library(target_, {{Library::Kind::flags, "", word.value}, word.when, word.from});
            } else {
                target_.link_options.push_back(word);
            }
        } else if (flags.literal().starts_with("-Wl,--version-script")) {
            add_version_script(word);
        } else if (target_.kind != Target::Kind::program && target_.kind != Target::Kind::library &&
                   word.value.constant() && is_dropped_by_libtool(word.value.value())) {
            unknown(word, fmt::format("libtool gives '{}' to no command that makes a library", word.value.value()));
        } else if (flags.literal().starts_with('-')) {
            target_.link_options.push_back({with_full_directories(word.value), word.when, word.from});
        } else {
            add_file(word);
        }
    }

    // make reads the path in its directory, CMake links somewhere else.
    void add_version_script(When<Text> const& word) {
        std::string const text = encoded(word.value);
        std::size_t const begin = text.find_first_of("=,", std::string_view("-Wl,-").size()) + 1;
        Text const path = decoded(text.substr(begin), word.from);
        std::optional<TreePath> place = tree_path(path, context_.directory());
        if (begin == 0 || !place) {
            target_.link_options.push_back(word);
            return;
        }
        bool const made = is_made(context_, place->path) && !context_.tree.is_file(place->path);
        place->side = made                                     ? TreePath::Side::build
                      : place->side == TreePath::Side::unknown ? TreePath::Side::source
                                                               : place->side;
        Text const file = full_path(*place, context_.directory(), word.from);
        Text option = decoded(text.substr(0, begin), word.from);
        option.append(file);
        target_.link_options.push_back({option, word.when, word.from});
        if (made) {
            target_.link_depends.push_back({file, word.when, word.from});
        }
    }

    bool read_libtool_flag(When<Text> const& word, std::string const& flag) {
        static constexpr std::array<std::string_view, 6> bookkeeping{
            "-no-install", "-no-fast-install", "-thread-safe", "-no-suppress", "-prefer-pic", "-prefer-non-pic"};
        bool const library = target_.kind != Target::Kind::program;
        if (flag == "-no-undefined") {
            target_.no_undefined = true;
            return true;
        }
        if (flag == "-pthread" || flag == "-pthreads") {
            add_named_library({Text::literal("pthread", word.from), word.when, word.from});
            return true;
        }
        bool* const property = flag == "-module"                                     ? &target_.module
                               : flag == "-avoid-version"                            ? &target_.avoid_version
                               : flag == "-export-dynamic" || flag == "-rdynamic"    ? &target_.export_dynamic
                               : flag == "-all-static"                               ? &target_.all_static
                               : flag == "-static" && library                        ? &target_.static_only
                               : flag == "-static" || flag == "-static-libtool-libs" ? &target_.static_libtool_libraries
                               : flag == "-shared" && library                        ? &target_.shared_only
                                                                                     : nullptr;
        if (property != nullptr) {
            require_always(word);
            *property = true;
        }
        return property != nullptr || contains(bookkeeping, flag);
    }

    // A target of the project, or a file as it is.
    void add_file(When<Text> const& word) {
        std::optional<TreePath> const path = tree_path(word.value, context_.directory());
        std::optional<TreePath> const built = outer_path(word.value, context_.directory());
        std::optional<std::string> const own = built ? context_.index.by_path(built->path) : std::nullopt;
        if (own) {
            add_library(target_, {{Library::Kind::target, *own, {}}, word.when, word.from});
            return;
        }
        if (path && add_object(*path, word)) {
            return;
        }
        // libtool takes a bare word for an option of the compiler, and gives those to no command that makes a library.
        bool const is_bare = word.value.constant() && !names_file(word.value.value());
        if (is_bare && target_.kind != Target::Kind::program) {
            unknown(word, fmt::format("libtool ignores '{}'; is there a '-' missing?", word.value.value()));
            return;
        }
        if (path) {
            context_.ledger.report(code::unresolved_library, word.from,
                                   fmt::format("no Makefile.am that is read makes {}", path->path));
        }
        add_library(target_, {{Library::Kind::file, "", word.value}, word.when, word.from});
    }

    // An object that a rule makes, or that make knows how to compile: it or its source becomes one of the target's.
    bool add_object(TreePath const& path, When<Text> const& word) {
        if (!is_object(path.path)) {
            return false;
        }
        std::string const stem = path.path.substr(0, path.path.rfind('.'));
        for (std::string const ending : {".o", ".c", ".cc", ".cpp", ".cxx", ".C", ".S", ".s"}) {
            bool const shipped = context_.tree.is_file(stem + ending);
            bool const compiled = ending != ".o" && is_made(context_, stem + ending);
            if (shipped || compiled || context_.made.files.contains(stem + ending)) {
                TreePath const source{shipped ? TreePath::Side::source : TreePath::Side::build, stem + ending};
                Text const file = full_path(source, context_.directory(), word.from);
                target_.sources.push_back({located(context_, file, !shipped), rest(word), word.from});
                return true;
            }
        }
        return false;
    }

    model::Condition rest(When<Text> const& word) const { return condition_within(word.when, target_.when); }

    template <typename T>
    void once(std::optional<T>& place, When<Text> const& word, T value) {
        if (place) {
            unknown(word, "a second value for the same flag of libtool, which depends on a conditional");
            return;
        }
        if constexpr (!requires { value.when; }) {
            require_always(word);
        }
        place = std::move(value);
    }

    void require_always(When<Text> const& word) {
        if (!rest(word).is_always()) {
            unknown(word, fmt::format("'{}' depends on a conditional here, but is taken as always given",
                                      cmake_text(word.value)));
        }
    }

    void require_constant(When<Text> const& word) {
        if (!word.value.constant()) {
            unknown(word, "configure computes this regular expression");
        }
    }

    void unknown(When<Text> const& word, std::string message) {
        context_.ledger.report(code::untranslated_flag, word.from, std::move(message));
    }

    DirectoryContext const& context_;
    bool for_libraries_;
    Target& target_;
};

}  // namespace

void add_link_flags(DirectoryContext const& context, Words const& words, Target& target) {
    LinkFlagReader{context, false, target}.read(
        FlagReader{unquoted(context.variables.with_printed_commands(words), context.ledger)});
}

void add_libraries(DirectoryContext const& context, Words const& words, Target& target) {
    LinkFlagReader{context, true, target}.read(
        FlagReader{unquoted(context.variables.with_printed_commands(words), context.ledger)});
}

}  // namespace am2cmake::mapper
