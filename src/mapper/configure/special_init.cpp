// The project and its tools.

#include <algorithm>
#include <cctype>

#include "base/words.hpp"
#include "mapper/configure/special_forms.hpp"

namespace am2cmake::mapper {
namespace {

// AC_INIT: without "GNU ", lower case, other characters than letters, digits and `_` become `-`.
std::string default_tarname(std::string name) {
    name = name.starts_with("GNU ") ? name.substr(4) : name;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_' ? static_cast<char>(std::tolower(c)) : '-';
    });
    return name;
}

std::string language_name(std::string const& autoconf_name) {
    return autoconf_name == "C++" ? "CXX" : autoconf_name;
}

bool has_word(std::string const& text, std::string_view word) {
    std::vector<std::string> const words = split_words(text);
    return std::find(words.begin(), words.end(), word) != words.end();
}

void add_templates(model::Project& project, Span span,
                   std::initializer_list<std::pair<std::string, std::string>> templates) {
    for (auto const& [name, help] : templates) {
        project.substitutions.insert(name);
        project.header_templates.try_emplace(name, model::HeaderTemplate{name, help, span});
    }
}

void add_keyword(model::Call& call, std::string const& keyword, model::Text const& value) {
    if (!value.empty()) {
        call.arguments.push_back({model::Text::literal(keyword), model::Call::Argument::Form::unquoted});
        call.arguments.push_back({value, model::Call::Argument::Form::quoted});
    }
}

// The shell that runs configure, whose path scripts are made with.
void find_shell(ConfigureLowering& lowering, Span span) {
    using Form = model::Call::Argument::Form;
    std::string const result = "CONFIG_SHELL";
    lowering.emit(
        {model::Call{"find_config_shell", {{model::Text::literal(result), Form::unquoted}}, {result}, {}, true}, span});
    for (char const* name : {"SHELL", "CONFIG_SHELL"}) {
        lowering.bind(name, {std::nullopt, {}, {}, model::Text::variable(result, span)}, span);
    }
}

}  // namespace

void special_init(ConfigureLowering& lowering, std::size_t call) {
    model::Project& project = lowering.project;
    project.name = lowering.argument_text(call, "name");
    project.version =
        lowering.quoted_text(lowering.argument_text(call, "version"), lowering.argument_span(call, "version"));
    project.bug_report = lowering.argument_text(call, "bug_report");
    project.url = lowering.argument_text(call, "url");
    std::string const tarname = lowering.argument_text(call, "tarname");
    project.tarname = tarname.empty() ? default_tarname(project.name) : tarname;
    Span const span = lowering.scripts.call(call).span;
    add_templates(project, span,
                  {{"PACKAGE_NAME", "Define to the full name of this package."},
                   {"PACKAGE_TARNAME", "Define to the one symbol short name of this package."},
                   {"PACKAGE_VERSION", "Define to the version of this package."},
                   {"PACKAGE_STRING", "Define to the full name and version of this package."},
                   {"PACKAGE_BUGREPORT", "Define to the address where bug reports should go."},
                   {"PACKAGE_URL", "Define to the home page of this package."}});
    // It defines PACKAGE and VERSION as well: a header without templates for them does not show them.
    model::Call package{"config_package", {}, {"PACKAGE_NAME", "PACKAGE_VERSION"}, {}, false};
    if (project.name != project.tarname) {
        add_keyword(package, "NAME", model::Text::literal(project.name, span));
    }
    if (!is_cmake_version(project.version)) {
        add_keyword(package, "VERSION", project.version);
    }
    if (project.tarname != default_tarname(project.name)) {
        add_keyword(package, "TARNAME", model::Text::literal(project.tarname, span));
    }
    add_keyword(package, "BUGREPORT", model::Text::literal(project.bug_report, span));
    add_keyword(package, "URL", model::Text::literal(project.url, span));
    lowering.emit({std::move(package), span});
    find_shell(lowering, span);
    for (char const* name : {"PACKAGE", "VERSION", "PACKAGE_NAME", "PACKAGE_TARNAME", "PACKAGE_VERSION",
                             "PACKAGE_STRING", "PACKAGE_BUGREPORT", "PACKAGE_URL"}) {
        lowering.flow[name] = {};
    }
}

namespace {

// AM_INIT_AUTOMAKE(package, version), as it was before AC_INIT told both: a value of its own for PACKAGE or VERSION.
void set_own_value(ConfigureLowering& lowering, std::size_t call, std::string const& variable,
                   std::string const& parameter, model::Text const& told) {
    Span const span = lowering.argument_span(call, parameter);
    model::Text const value = lowering.words_text(lowering.argument_text(call, parameter), span);
    if (value == told || value == model::Text::variable(variable)) {
        return;
    }
    lowering.assign(variable, value, span);
    if (!lowering.has_argument(call, "no_define")) {
        model::Text quoted = model::Text::literal("\"", span);
        quoted.append(value);
        quoted.append("\"");
        lowering.emit({model::Define{variable, std::move(quoted)}, span});
    }
}

}  // namespace

void special_automake_init(ConfigureLowering& lowering, std::size_t call) {
    if (lowering.has_argument(call, "version")) {
        set_own_value(lowering, call, "PACKAGE", "options", model::Text::literal(lowering.project.tarname));
        set_own_value(lowering, call, "VERSION", "version", lowering.project.version);
        if (!lowering.has_argument(call, "no_define")) {
            add_templates(lowering.project, lowering.scripts.call(call).span,
                          {{"PACKAGE", "Name of package"}, {"VERSION", "Version number of package"}});
        }
        return;
    }
    std::vector<std::string> const options = split_words(lowering.argument_text(call, "options"));
    lowering.project.automake_options.insert(options.begin(), options.end());
    if (!has_word(lowering.argument_text(call, "options"), "no-define")) {
        add_templates(lowering.project, lowering.scripts.call(call).span,
                      {{"PACKAGE", "Name of package"}, {"VERSION", "Version number of package"}});
    }
}

void special_libtool_init(ConfigureLowering& lowering, std::size_t call) {
    std::string const options = lowering.argument_text(call, "options");
    model::Project& project = lowering.project;
    project.uses_libtool = true;
    project.shared_by_default = project.shared_by_default && !has_word(options, "disable-shared");
    project.static_by_default = project.static_by_default && !has_word(options, "disable-static");
}

void special_language(ConfigureLowering& lowering, std::size_t call) {
    lowering.language = lowering.argument_text(call, "language");
    lowering.project.languages.insert(language_name(lowering.language));
}

void special_language_push(ConfigureLowering& lowering, std::size_t call) {
    lowering.languages.push_back(lowering.language);
    special_language(lowering, call);
}

void special_language_pop(ConfigureLowering& lowering, std::size_t) {
    if (!lowering.languages.empty()) {
        lowering.language = lowering.languages.back();
        lowering.languages.pop_back();
    }
}

}  // namespace am2cmake::mapper
