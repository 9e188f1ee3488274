// Programs and libraries with their sources, flags and libraries.

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using cmake::word;
using model::Target;
using model::When;
using Arguments = std::vector<cmake::Argument>;

Arguments joined(Arguments first, Arguments const& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

// Within if(), or in the else() of the block right before it that asks for the opposite.
void add_guarded(Nodes& nodes, model::Condition const& when, cmake::Command made) {
    auto* before = nodes.empty() ? nullptr : std::get_if<cmake::Block>(&nodes.back());
    bool const is_opposite = before != nullptr && before->parts.size() == 1 &&
                             same_words(before->parts.front().head.arguments, condition_words(negation(when)));
    if (is_opposite) {
        Span const from = made.from;
        before->parts.push_back({command("else", {}, from), {std::move(made)}});
        return;
    }
    Span const from = made.from;
    Nodes one;
    one.push_back(std::move(made));
    append(nodes, guarded(when, std::move(one), from));
}

// One command for the values that always hold, then one within if() for each run of values with another condition.
template <typename T, typename ToArguments>
Nodes conditional_commands(std::string const& name, Arguments const& head, std::vector<When<T>> const& values,
                           ToArguments to_arguments) {
    Nodes nodes;
    for (std::size_t at = 0; at < values.size();) {
        model::Condition const& when = values[at].when;
        Arguments arguments = head;
        std::size_t const empty = arguments.size();
        Span const from = values[at].from;
        for (; at < values.size() && values[at].when == when; ++at) {
            arguments = joined(std::move(arguments), to_arguments(values[at].value));
        }
        if (arguments.size() > empty && !when.is_never()) {
            add_guarded(nodes, when, command(name, std::move(arguments), from));
        }
    }
    return nodes;
}

Arguments plain(model::Text const& text) {
    return {argument(text)};
}

// Flags that only configure knows are text with blanks between them.
Arguments flags(model::Text const& text) {
    if (text.constant()) {
        return {argument(text)};
    }
    std::string const variable = text.variable_name();
    return {variable.empty() ? argument(text) : cmake::list(variable)};
}

std::string generator(std::string const& language, model::Text const& text) {
    return "$<$<COMPILE_LANGUAGE:" + language + ">:" + model::cmake_text(text) + ">";
}

struct FlagCommands {
    std::string includes;
    std::string definitions;
    std::string options;
    Arguments head;  // target and PRIVATE, or nothing for a directory
};

// Options of a language stand without asking for it where no other is compiled.
void append_flags(Nodes& nodes, FlagCommands const& commands, model::CompileFlags const& compile,
                  SourceLanguages languages) {
    append(nodes, conditional_commands(commands.includes, commands.head, compile.includes, plain));
    append(nodes, conditional_commands(commands.definitions, commands.head, compile.definitions, plain));
    append(nodes, conditional_commands(commands.options, commands.head, compile.options, flags));
    bool const one_language = languages.c != languages.cxx;
    for (auto const& [language, words, is_compiled] :
         {std::tuple{"C", &compile.c_options, languages.c}, std::tuple{"CXX", &compile.cxx_options, languages.cxx}}) {
        if (one_language && !is_compiled) {
            continue;
        }
        auto const for_language = [&, name = std::string(language)](model::Text const& text) -> Arguments {
            return one_language ? flags(text) : Arguments{cmake::evaluated(generator(name, text))};
        };
        append(nodes, conditional_commands(commands.options, commands.head, *words, for_language));
    }
}

bool has_extension(When<model::Text> const& source, std::initializer_list<std::string_view> extensions) {
    if (source.value.pieces.empty()) {
        return false;
    }
    std::string const& name = source.value.pieces.back().text;
    return std::any_of(extensions.begin(), extensions.end(),
                       [&](std::string_view extension) { return name.ends_with(extension); });
}

void append_declaration(Nodes& nodes, Target const& target, Arguments head) {
    Arguments arguments = std::move(head);
    model::Words conditional;
    for (When<model::Text> const& source : target.sources) {
        if (source.when.is_always()) {
            arguments.push_back(argument(source.value));
        } else {
            conditional.push_back(source);
        }
    }
    std::string const name = target.kind == Target::Kind::program && target.for_tests ? "add_check_program"
                             : target.kind == Target::Kind::program                   ? "add_executable"
                             : target.kind == Target::Kind::libtool_library           ? "add_libtool_library"
                                                                                      : "add_library";
    nodes.push_back(command(name, std::move(arguments), target.from));
    if (!target.package.empty()) {
        std::string const alias = target.package + "::" + target.output_name;
        nodes.push_back(command("add_library", {word(alias), word("ALIAS"), word(target.name)}, target.from));
    }
    append(nodes, conditional_commands("target_sources", {word(target.name), word("PRIVATE")}, conditional, plain));
}

// Flags that only configure knows may say -no-undefined, as that is often for Windows alone.
bool allows_undefined_symbols(Target const& target) {
    return !target.no_undefined && !target.static_only &&
           std::all_of(target.link_options.begin(), target.link_options.end(),
                       [](When<model::Text> const& option) { return option.value.constant(); });
}

Arguments declaration_head(Target const& target) {
    Arguments head{word(target.name)};
    using Kind = Target::Kind;
    if (target.kind == Kind::library) {
        head.push_back(word("STATIC"));
    } else if (target.kind == Kind::convenience_library) {
        head.push_back(word("OBJECT"));
    } else if (target.kind == Kind::libtool_library) {
        if (target.module) {
            head.push_back(word("MODULE"));
        }
        for (auto const& [kind, is_only] :
             {std::pair{"SHARED", target.shared_only}, std::pair{"STATIC", target.static_only}}) {
            if (is_only) {
                head.push_back(word(kind));
            }
        }
        if (target.avoid_version) {
            head.push_back(word("AVOID_VERSION"));
        }
        if (allows_undefined_symbols(target)) {
            head.push_back(word("ALLOW_UNDEFINED"));
        }
        if (target.output_name != target.name) {
            head.push_back(word("OUTPUT_NAME"));
            head.push_back(cmake::literal(target.output_name));
        }
    }
    bool const is_check_program = target.kind == Kind::program && target.for_tests;
    if (!target.built_by_all && target.kind != Kind::libtool_library && !is_check_program) {
        head.push_back(word("EXCLUDE_FROM_ALL"));
    }
    return head;
}

// `-version-info` and `-release`: C:R:A stands in one place, where a release manager looks for it.
void append_version(Nodes& nodes, Target const& target) {
    if (target.kind != Target::Kind::libtool_library) {
        return;
    }
    if (target.version || target.release) {
        Arguments arguments{word(target.name),
                            target.version ? argument(target.version->current_revision_age) : cmake::literal("0:0:0")};
        if (target.version && target.version->version_number) {
            arguments.push_back(word("NUMBER"));
        }
        if (target.release) {
            arguments.push_back(word("RELEASE"));
            arguments.push_back(argument(*target.release));
        }
        nodes.push_back(
            command("set_libtool_version", std::move(arguments), target.version ? target.version->from : target.from));
    }
    if (target.export_symbols_regex) {
        Arguments arguments{word(target.name), word(target.export_symbols.empty() ? "MATCHING" : "SYMBOLS")};
        for (std::string const& symbol : target.export_symbols) {
            arguments.push_back(cmake::literal(symbol));
        }
        if (target.export_symbols.empty()) {
            arguments.push_back(cmake::literal(target.export_symbols_regex->value));
        }
        Nodes one;
        one.push_back(command("libtool_export_symbols", std::move(arguments), target.export_symbols_regex->from));
        append(nodes, guarded(target.export_symbols_regex->when, std::move(one)));
    }
    if (target.export_symbols_file) {
        Nodes one;
        one.push_back(command("libtool_export_symbols",
                              {word(target.name), word(target.export_symbols_made ? "MADE_FILE" : "FILE"),
                               argument(target.export_symbols_file->value)},
                              target.export_symbols_file->from));
        append(nodes, guarded(target.export_symbols_file->when, std::move(one)));
    }
}

void append_libraries(Nodes& nodes, Target const& target) {
    // -static asks for the static kind of the project's own libtool libraries.
    auto const static_twin = [&](model::Library const& linked) {
        return (target.static_libtool_libraries || target.all_static) && linked.is_libtool;
    };
    auto const library = [&](model::Library const& linked) -> Arguments {
        switch (linked.kind) {
            case model::Library::Kind::target:
                return {cmake::literal(linked.name + (static_twin(linked) ? "-static" : ""))};
            case model::Library::Kind::package:
            case model::Library::Kind::system: return {cmake::literal(linked.name)};
            case model::Library::Kind::flags: return flags(linked.text);
            case model::Library::Kind::file: return {argument(linked.text)};
        }
        return {};
    };
    append(nodes, conditional_commands("target_link_options", {word(target.name), word("PRIVATE")}, target.link_options,
                                       flags));
    append(nodes, conditional_commands("target_link_libraries", {word(target.name), word("PRIVATE")}, target.libraries,
                                       library));
}

// Files that make it link again; those of the source tree are relative to the directory.
void append_link_depends(Nodes& nodes, Target const& target) {
    if (target.kind != Target::Kind::program && target.kind != Target::Kind::libtool_library) {
        return;
    }
    auto const full = [](model::Text const& file) -> Arguments {
        model::Text path = file.constant() ? model::Text::variable("CMAKE_CURRENT_SOURCE_DIR") : file;
        path.append(file.constant() ? "/" + file.value() : "");
        return {argument(path)};
    };
    append(nodes, conditional_commands(
                      "set_property",
                      {word("TARGET"), word(target.name), word("APPEND"), word("PROPERTY"), word("LINK_DEPENDS")},
                      target.link_depends, full));
}

// Ninja has targets of these names: a program that is called so has another name until it is installed.
bool keeps_target_name(Target const& target) {
    static std::set<std::string> const names{"all",           "clean",   "edit_cache",     "help",
                                             "install",       "package", "package_source", "list_install_components",
                                             "rebuild_cache", "test"};
    return target.kind == Target::Kind::program && names.contains(target.output_name);
}

void append_properties(Nodes& nodes, Target const& target) {
    Arguments properties;
    bool const has_file =
        target.kind != Target::Kind::libtool_library && target.kind != Target::Kind::convenience_library;
    if (has_file && target.output_name != target.name && !keeps_target_name(target)) {
        properties = {word("OUTPUT_NAME"), cmake::literal(target.output_name)};
    }
    if (target.kind == Target::Kind::convenience_library) {
        properties = joined(std::move(properties), {word("POSITION_INDEPENDENT_CODE"), word("ON")});
    }
    if (target.export_dynamic) {
        properties = joined(std::move(properties), {word("ENABLE_EXPORTS"), word("ON")});
    }
    if (!target.linker_language.empty()) {
        properties = joined(std::move(properties), {word("LINKER_LANGUAGE"), word(target.linker_language)});
    }
    if (!properties.empty()) {
        nodes.push_back(
            command("set_target_properties", joined({word(target.name), word("PROPERTIES")}, properties), target.from));
    }
}

void append_install(Nodes& nodes, Target const& target) {
    if (!target.install_directory) {
        return;
    }
    bool const is_libtool = target.kind == Target::Kind::libtool_library;
    bool const needs_own_library = std::any_of(target.libraries.begin(), target.libraries.end(),
                                               [](auto const& library) { return library.value.is_libtool; });
    if (needs_own_library) {
        nodes.push_back(command("set_libtool_run_path", {word(target.name)}, target.from));
    }
    Arguments arguments{word(target.name)};
    bool const is_renamed = keeps_target_name(target);
    if (is_renamed) {
        arguments = {word("PROGRAMS"), cmake::evaluated("$<TARGET_FILE:" + target.name + ">"), word("RENAME"),
                     cmake::evaluated(target.output_name + "${CMAKE_EXECUTABLE_SUFFIX}")};
    } else if (!is_libtool) {
        arguments.insert(arguments.begin(), word("TARGETS"));
    }
    if (!target.package.empty() && !is_renamed) {
        arguments = joined(std::move(arguments), {word("EXPORT"), word(target.package)});
    }
    bool const is_usual = is_libtool && model::cmake_text(*target.install_directory) == "${CMAKE_INSTALL_LIBDIR}";
    if (!is_usual) {
        arguments = joined(std::move(arguments), {word("DESTINATION"), argument(*target.install_directory)});
    }
    Nodes one;
    one.push_back(command(is_libtool ? "install_libtool_library" : "install", std::move(arguments), target.from));
    append(nodes, guarded(target.install_when, std::move(one), target.from));
}

bool same_arguments(cmake::Command const& a, cmake::Command const& b) {
    return a.name == b.name && std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(),
                                          b.arguments.end(), [](auto const& left, auto const& right) {
                                              return left.text == right.text && left.form == right.form;
                                          });
}

// What follows each other under the same condition stands in one if(): no flag changes a condition.
Nodes with_joined_conditions(Nodes nodes) {
    Nodes joined;
    for (cmake::Node& node : nodes) {
        auto* const block = std::get_if<cmake::Block>(&node);
        auto* const before = joined.empty() ? nullptr : std::get_if<cmake::Block>(&joined.back());
        if (block != nullptr && before != nullptr && block->parts.size() == 1 && before->parts.size() == 1 &&
            same_arguments(block->parts.front().head, before->parts.front().head)) {
            append(before->parts.front().body, std::move(block->parts.front().body));
        } else {
            joined.push_back(std::move(node));
        }
    }
    return joined;
}

}  // namespace

Nodes emit_target(Target const& target) {
    Nodes nodes;
    append_declaration(nodes, target, declaration_head(target));
    append_properties(nodes, target);
    append_version(nodes, target);
    append_flags(nodes,
                 {"target_include_directories",
                  "target_compile_definitions",
                  "target_compile_options",
                  {word(target.name), word("PRIVATE")}},
                 target.compile, source_languages(target));
    append_libraries(nodes, target);
    append_link_depends(nodes, target);
    append_install(nodes, target);
    if (target.for_tests && target.kind != Target::Kind::program) {
        nodes.push_back(command("add_dependencies", {word("check-programs"), word(target.name)}, target.from));
    }
    return guarded(target.when, with_joined_conditions(std::move(nodes)), target.from);
}

SourceLanguages source_languages(Target const& target) {
    SourceLanguages languages;
    for (When<model::Text> const& source : target.sources) {
        languages.c = languages.c || has_extension(source, {".c"});
        languages.cxx = languages.cxx || has_extension(source, {".cc", ".cpp", ".cxx", ".C", ".c++"});
    }
    return languages;
}

Nodes emit_common_flags(model::Directory const& directory, SourceLanguages languages) {
    Nodes nodes;
    append_flags(nodes, {"include_directories", "add_compile_definitions", "add_compile_options", {}}, directory.common,
                 languages);
    append(nodes, conditional_commands("add_link_options", {}, directory.common_link_options, flags));
    return with_joined_conditions(std::move(nodes));
}

}  // namespace am2cmake::emitter
