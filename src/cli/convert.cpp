#include "cli/convert.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/conversion.hpp"
#include "cli/exit_code.hpp"
#include "cli/reports.hpp"
#include "emitter/output_tree.hpp"
#include "mapper/configure/config_inputs.hpp"
#include "mapper/configure/map_configure.hpp"
#include "mapper/configure/project_definitions.hpp"
#include "parser/m4_expand.hpp"

namespace am2cmake::cli {

namespace {

// The one sentence about a tree without a configure.ac that can be read.
int nothing_to_convert(ConvertOptions const& options, Diagnostics& diagnostics, Console const& console) {
    if (!diagnostics.all().empty()) {
        int const status = finish(diagnostics, {}, options.reports, console, exit_code::no_access);
        print_to(stderr, fmt::format("am2cmake: {}: configure.ac can't be read\n", options.source));
        return status;
    }
    std::error_code error;
    std::filesystem::directory_iterator const folder(options.source, error);
    if (error) {
        print_to(stderr, fmt::format("am2cmake: {} can't be read: {}\n", options.source, error.message()));
        return exit_code::no_access;
    }
    print_to(stderr, fmt::format("am2cmake: {} has no configure.ac: nothing to convert\n", options.source));
    return exit_code::not_autotools;
}

int exit_code_of(emitter::Outcome outcome) {
    switch (outcome) {
        case emitter::Outcome::done: return exit_code::clean;
        case emitter::Outcome::refused: return exit_code::wrong_usage;
        case emitter::Outcome::failed: break;
    }
    return exit_code::no_access;
}

}  // namespace

std::optional<Source> find_configure_ac(SourceTree& tree, Diagnostics const& diagnostics) {
    // A configure.ac that can't be read is no reason to take a configure.in from long ago.
    std::size_t const findings = diagnostics.all().size();
    std::optional<Source> source = tree.read("configure.ac");
    return source || diagnostics.all().size() != findings ? source : tree.read("configure.in");
}

m4::Environment m4_environment(SourceTree& tree, Source const& configure_ac, RuleFiles const& rule_files) {
    m4::Environment environment{rule_files.rules.known_macros(),
                                rule_files.definitions,
                                [&tree](std::string const& path) { return tree.read(path); },
                                {}};
    for (m4::Definitions const& definitions : mapper::project_definitions(tree, configure_ac)) {
        environment.definitions.push_back(definitions);
    }
    return environment;
}

model::Project read_configure(SourceTree& tree, Source const& configure_ac, RuleFiles const& rule_files,
                              Progress& progress, Diagnostics& diagnostics) {
    progress.step("expanding configure.ac");
    m4::Program const program = m4::expand(configure_ac, m4_environment(tree, configure_ac, rule_files), diagnostics);

    progress.step("mapping configure.ac");
    model::Project project;
    mapper::map_configure(program, rule_files.rules, tree, project, diagnostics);
    mapper::read_config_inputs(tree, project, diagnostics);
    return project;
}

// What a command writes below the build tree; "" for one that writes nothing.
std::string written_file(model::Call const& call) {
    static std::set<std::string_view> const writers{"prefixed_config_header", "stdint_header", "write_config_script",
                                                    "write_pkg_config_file"};
    static std::set<std::string_view> const with_file{"APPEND", "TOUCH", "WRITE"};
    static constexpr std::string_view build_tree = "${PROJECT_BINARY_DIR}/";
    if (writers.contains(call.command)) {
        model::Text const& file = call.arguments.front().text;
        return file.constant() ? file.value() : std::string{};
    }
    bool const writes = call.command == "file" && call.arguments.size() > 1 &&
                        with_file.contains(model::cmake_text(call.arguments.front().text));
    std::string const path = writes ? model::cmake_text(call.arguments[1].text) : std::string{};
    bool const is_known = path.starts_with(build_tree) && path.find("${", build_tree.size()) == std::string::npos;
    return is_known ? path.substr(build_tree.size()) : std::string{};
}

void add_written_files(model::Steps const& steps, std::set<std::string>& files) {
    for (model::Step const& step : steps) {
        auto const* call = std::get_if<model::Call>(&step.what);
        if (std::string const file = call == nullptr ? std::string{} : written_file(*call); !file.empty()) {
            files.insert(file);
        }
        model::for_each_body(step, [&](model::Steps const& body) { add_written_files(body, files); });
    }
}

mapper::ConfigureFacts configure_facts(model::Project const& project, mapper::RuleBook const& rules) {
    mapper::ConfigureFacts facts;
    facts.substitutions = project.substitutions;
    facts.conditionals = project.conditionals;
    facts.automake_options = project.automake_options;
    facts.po_directories = project.po_directories;
    facts.tarname = project.tarname;
    facts.rules = &rules;
    for (model::Subproject const& each : project.subprojects) {
        facts.subprojects.try_emplace(each.path, each.when);
    }
    for (model::ConfigFile const& file : project.config_files) {
        facts.configured_files.insert(file.output);
    }
    for (model::ConfigHeader const& header : project.config_headers) {
        facts.configured_files.insert(header.output);
        facts.config_headers.insert(header.output);
    }
    add_written_files(project.configure, facts.configured_files);
    add_written_files(project.after_output, facts.configured_files);
    return facts;
}

model::Project read_project(SourceTree& tree, Source const& configure_ac, RuleFiles const& rule_files,
                            Progress& progress, Diagnostics& diagnostics, Targets const& outer_targets) {
    model::Project project = read_configure(tree, configure_ac, rule_files, progress, diagnostics);
    progress.step("mapping Makefile.am files");
    mapper::ConfigureFacts facts = configure_facts(project, rule_files.rules);
    facts.outer_targets = outer_targets;
    mapper::MappedMakefiles mapped = mapper::map_automake(tree, facts, project.tally, diagnostics);
    project.directories = std::move(mapped.directories);
    project.targets = std::move(mapped.targets);
    return project;
}

int convert(ConvertOptions const& options, Console const& console) {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    Progress progress(console);
    SourceTree tree(options.source, diagnostics);
    std::optional<Source> const configure_ac = find_configure_ac(tree, diagnostics);
    if (!configure_ac) {
        return nothing_to_convert(options, diagnostics, console);
    }
    RuleFiles const rule_files = read_rule_files(options.rules, diagnostics);
    Conversion conversion{options.source, rule_files, progress, diagnostics};
    conversion.add(tree, *configure_ac, "", {});

    std::filesystem::path const root = options.output.value_or(options.source);
    emitter::OutputPlan const plan = emitter::plan_output(conversion.output(), root, options.force, diagnostics);
    if (options.dry_run) {
        print_plan(plan);
        return finish(diagnostics, conversion.tally(), options.reports, console, exit_code_of(plan.outcome));
    }
    emitter::Outcome const outcome =
        plan.outcome == emitter::Outcome::done ? emitter::write_output(plan, diagnostics) : plan.outcome;
    return finish(diagnostics, conversion.tally(), options.reports, console, exit_code_of(outcome));
}

}  // namespace am2cmake::cli
