// What configure leaves behind: substitutions, definitions, conditionals, headers and files.

#include <fmt/format.h>

#include "base/words.hpp"
#include "mapper/configure/special_forms.hpp"
#include "mapper/header_names.hpp"
#include "model/check_commands.hpp"

namespace am2cmake::mapper {
namespace {

// The name is known when CMake runs; the header has a line for it only if a template says so.
void define_computed(ConfigureLowering& lowering, std::size_t call, std::string const& name, bool expands) {
    using Form = model::Call::Argument::Form;
    Span const span = lowering.scripts.call(call).span;
    model::Call made{"config_define", {{lowering.quoted_text(name, span), Form::quoted}}, {}, {}, false};
    if (lowering.scripts.call(call).arguments.size() > 1) {
        std::string const value = lowering.argument_text(call, "value");
        made.arguments.push_back(
            {expands ? lowering.quoted_text(value, span) : model::Text::literal(value, span), Form::quoted});
    }
    lowering.emit({std::move(made), span});
}

void define(ConfigureLowering& lowering, std::size_t call, bool expands) {
    Span const span = lowering.scripts.call(call).span;
    std::string const full = lowering.argument_text(call, "name");
    std::string const help = join(split_words(lowering.argument_text(call, "help")), " ");
    if (full.find_first_of("$`") != std::string::npos) {
        define_computed(lowering, call, full, expands);
        return;
    }
    // A macro with parameters is known by its name.
    std::string const name = full.substr(0, full.find('('));
    model::HeaderTemplate& known = lowering.project.header_templates[name];
    if (known.name.empty()) {
        known = {name, help, span};
    } else if (known.help.empty()) {
        known.help = help;
    }
    bool const given = lowering.scripts.call(call).arguments.size() > 1;
    std::string const value = given ? lowering.argument_text(call, "value") : "1";
    Span const value_span = lowering.argument_span(call, "value");
    model::Text const text =
        expands ? lowering.quoted_text(value, value_span) : model::Text::literal(value, value_span);
    lowering.emit({model::Define{full, text}, span});
}

struct TagInputs {
    std::string output;
    std::vector<std::string> inputs;
};

// `out:in1:in2`; without inputs it is made from out.in.
TagInputs parse_tag(std::string const& tag) {
    std::vector<std::string> parts = split(tag, ':');
    TagInputs made{parts.front(), {parts.begin() + 1, parts.end()}};
    return made;
}

// Templates that a person wrote. What autoheader makes is never read: nothing says that it is up to date.
std::vector<std::string> hand_written(SourceTree& tree, std::string const& output, std::vector<std::string> inputs) {
    if (inputs.empty()) {
        inputs = {output + ".in"};
    }
    std::erase_if(inputs, [&](std::string const& input) {
        std::optional<Source> const source = tree.is_file(input) ? tree.read(input) : std::nullopt;
        return !source || source->text.substr(0, 300).find("by autoheader") != std::string_view::npos;
    });
    return inputs;
}

// `po/Makefile.in`: config.status makes the Makefile of a directory with translations out of it.
bool is_po_makefile(SourceTree& tree, std::string const& output) {
    std::string const directory = output.substr(0, output.rfind('/') + 1);
    return output.ends_with("/Makefile.in") &&
           (tree.is_file(directory + "POTFILES.in") || tree.is_file(directory + "Makevars"));
}

// The copy of libintl that gettextize makes: libintl is found instead.
bool is_copied_libintl(SourceTree& tree, std::string const& output) {
    return output == "intl/Makefile" && tree.is_file("intl/libgnuintl.h.in");
}

}  // namespace

void special_substitute(ConfigureLowering& lowering, std::size_t call) {
    std::string const name = lowering.argument_text(call, "variable");
    lowering.project.substitutions.insert(name);
    if (lowering.scripts.call(call).arguments.size() > 1) {
        lowering.assign(
            name, lowering.words_text(lowering.argument_text(call, "value"), lowering.argument_span(call, "value")),
            lowering.scripts.call(call).span);
        return;
    }
    VariableFacts const& facts = lowering.facts.of(name);
    bool const set_by_configure = model::is_flag_variable(name) || facts.assignments != 0 || facts.written_by_rule ||
                                  lowering.binding(name) != nullptr || lowering.flow.contains(name) ||
                                  lowering.rules.variable(name) != nullptr;
    if (!set_by_configure) {
        Span const span = lowering.argument_span(call, "variable");
        lowering.emit({model::Option{name, name + "=...", "Substituted for @" + name + "@", false, {}}, span});
        lowering.flow[name] = {};
        lowering.facts.all()[name].values.open = true;
    }
}

void special_define(ConfigureLowering& lowering, std::size_t call) {
    define(lowering, call, false);
}

void special_define_unquoted(ConfigureLowering& lowering, std::size_t call) {
    define(lowering, call, true);
}

void special_template(ConfigureLowering& lowering, std::size_t call) {
    std::string const name = lowering.argument_text(call, "name");
    lowering.project.header_templates[name] = {name, lowering.argument_text(call, "help"),
                                               lowering.scripts.call(call).span};
}

void special_conditional(ConfigureLowering& lowering, std::size_t call) {
    std::string const name = lowering.argument_text(call, "conditional");
    Span const span = lowering.scripts.call(call).span;
    std::optional<model::Condition> const asked = lowering.condition(lowering.argument_script(call, "condition"));
    if (!asked) {
        lowering.untranslated(code::untranslated_shell, span,
                              fmt::format("only a shell can ask what {} stands for; it is taken as false", name));
    }
    lowering.project.conditionals.insert(name);
    lowering.emit({model::SetConditional{name, asked.value_or(model::Condition::never())}, span});
}

void special_if_conditional(ConfigureLowering& lowering, std::size_t call) {
    model::Conditional const asked{lowering.argument_text(call, "conditional")};
    lowering.lower_branches({{model::Condition::of(asked), &lowering.argument_script(call, "met")}},
                            &lowering.argument_script(call, "unmet"), lowering.scripts.call(call).span);
}

namespace {

// `#include "x.h"` takes the one beside the source before any directory of the compiler's options.
void tell_of_hidden_header(ConfigureLowering& lowering, std::string const& output, Span span) {
    if (is_header(output) && lowering.tree.is_file(output)) {
        lowering.diagnostics.report(
            code::hidden_file, span,
            fmt::format("{0} comes with the sources: those beside it see that one, and not the {0} that CMake makes; "
                        "remove it",
                        output));
    }
}

}  // namespace

void special_config_headers(ConfigureLowering& lowering, std::size_t call) {
    Span const span = lowering.scripts.call(call).span;
    for (std::string const& tag : split_shell_words(lowering.argument_text(call, "headers"))) {
        auto const [output, inputs] = parse_tag(tag);
        tell_of_hidden_header(lowering, output, span);
        lowering.project.config_headers.push_back({output, hand_written(lowering.tree, output, inputs),
                                                   reached(lowering, "configure_" + shell_name(output), span), span});
    }
}

// Makefiles are CMake's own business; every other file is filled in by it.
void special_config_files(ConfigureLowering& lowering, std::size_t call) {
    Span const span = lowering.argument_span(call, "files");
    for (std::string const& tag : split_shell_words(lowering.argument_text(call, "files"))) {
        auto const [output, inputs] = parse_tag(tag);
        if (is_po_makefile(lowering.tree, output)) {
            lowering.project.po_directories.insert(output.substr(0, output.rfind('/')));
            continue;
        }
        if (is_copied_libintl(lowering.tree, output)) {
            continue;
        }
        bool const is_makefile = lowering.tree.is_file(
            (inputs.empty() ? output : inputs.front().substr(0, inputs.front().rfind(".in"))) + ".am");
        if (!is_makefile) {
            tell_of_hidden_header(lowering, output, span);
            model::Condition when = reached(lowering, "configure_" + shell_name(output), span);
            lowering.project.config_files.push_back({output, inputs, std::move(when), span});
        }
    }
    if (lowering.has_argument(call, "commands")) {
        run_file_commands(lowering, call);
    }
}

// The files that it writes are declared by the calls before it.
void special_output(ConfigureLowering& lowering, std::size_t) {
    run_config_commands(lowering);
    lowering.output_is_done = true;
}

void special_library_object(ConfigureLowering& lowering, std::size_t call) {
    lowering.emit(library_object(lowering, lowering.argument_text(call, "name"), lowering.scripts.call(call).span));
}

void special_library_object_directory(ConfigureLowering& lowering, std::size_t call) {
    std::string const directory = lowering.argument_text(call, "directory");
    lowering.object_directory = directory == "." ? "" : directory;
}

model::Step library_object(ConfigureLowering const& lowering, std::string const& name, Span from) {
    using Argument = model::Call::Argument;
    // Without a directory they are beside the Makefile.am that links them.
    std::string const folder =
        lowering.object_directory.empty() ? "" : "${PROJECT_SOURCE_DIR}/" + lowering.object_directory + "/";
    model::Call append{"list",
                       {{model::Text::literal("APPEND"), Argument::Form::unquoted},
                        {model::Text::literal("LIBOBJS"), Argument::Form::unquoted},
                        {model::parse_cmake_text(folder + name + ".c", from), Argument::Form::automatic}},
                       {"LIBOBJS"},
                       {"LIBOBJS"},
                       true};
    return {std::move(append), from};
}

}  // namespace am2cmake::mapper
