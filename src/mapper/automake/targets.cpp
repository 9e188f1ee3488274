#include "mapper/automake/targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/parser_sources.hpp"
#include "mapper/automake/target_flags.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Library;
using model::Target;
using model::Text;
using model::When;
using model::Words;

// Where it is listed, and so whether and where it is installed.
void set_places(DirectoryContext const& context, BuiltTarget const& built, Target& target) {
    bool const only_extra = std::all_of(built.places.begin(), built.places.end(),
                                        [](BuiltTarget::Place const& place) { return place.directory == "EXTRA"; });
    target.when = Condition::never();
    target.built_by_all = false;
    for (BuiltTarget::Place const& place : built.places) {
        if (place.directory == "EXTRA" && !only_extra) {
            continue;
        }
        target.when = disjunction(std::move(target.when), place.when);
        target.built_by_all = target.built_by_all || (place.directory != "check" && place.directory != "EXTRA");
        target.for_tests = target.for_tests || place.directory == "check";
    }
    for (BuiltTarget::Place const& place : built.places) {
        for (When<Text> const& destination : destinations(place.directory, context.variables)) {
            if (!place.is_installed()) {
                continue;
            }
            if (target.install_directory && !(*target.install_directory == destination.value)) {
                context.ledger.report(code::untranslated_variable, place.from,
                                      fmt::format("{} is installed in more than one directory", built.word));
                continue;
            }
            Condition const when = conjunction(place.when, destination.when);
            target.install_when = target.install_directory ? disjunction(target.install_when, when) : when;
            target.install_directory = destination.value;
        }
    }
    target.install_when = condition_within(target.install_when, target.when);
    target.for_tests = target.for_tests && !target.install_directory;
}

// Automake: a generator's input stands in the list for what it makes.
void report_generator(DirectoryContext const& context, When<Text> const& source) {
    static constexpr std::array<std::string_view, 10> endings{".y",  ".yy",  ".ypp", ".yxx",  ".l",
                                                              ".ll", ".lpp", ".lxx", ".vala", ".m4"};
    std::string const& last = source.value.pieces.back().text;
    if (std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return last.ends_with(ending); })) {
        context.ledger.report(code::untranslated_rule, source.from,
                              fmt::format("no translation for what is made from {}", cmake_text(source.value)));
    }
}

// Automake only distributes the headers of a list, so that nobody notices one that isn't there; CMake wants each.
bool is_missing_header(DirectoryContext const& context, When<Text> const& source) {
    static constexpr std::array<std::string_view, 5> endings{".h", ".hh", ".hpp", ".hxx", ".inc"};
    std::string const& last = source.value.pieces.back().text;
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return last.ends_with(ending); }) &&
           is_missing(context, source.value);
}

void add_sources(DirectoryContext const& context, BuiltTarget const& built, Target& target) {
    bool any = false;
    for (std::string const prefix : {"", "dist_", "nodist_"}) {
        std::string const variable = prefix + built.canonical() + "_SOURCES";
        any = any || context.variables.assigned(variable);
        for (When<Text> word : context.variables.value(variable)) {
            if (is_missing_header(context, word)) {
                context.ledger.report(code::missing_source, word.from,
                                      fmt::format("{} is left out of {}: it is not in the source tree, and nothing is "
                                                  "known to make it",
                                                  cmake_text(word.value), built.word));
                continue;
            }
            if (std::optional<ParserSource> const parser = parser_source(context, built, word)) {
                word.value = located(context, parser->output, !parser->shipped);
            } else if (word.value.variable_name().empty()) {
                report_generator(context, word);
                word.value = located(context, word.value, prefix == "nodist_");
            } else {
                context.ledger.report(code::untranslated_variable, word.from, "configure chooses these sources");
            }
            word.when = condition_within(word.when, target.when);
            target.sources.push_back(std::move(word));
        }
    }
    if (!any) {
        Words const ending = context.variables.value("AM_DEFAULT_SOURCE_EXT");
        std::size_t const dot = built.kind == Target::Kind::program ? std::string::npos : built.word.rfind('.');
        std::string const file = built.word.substr(0, dot) + (ending.empty() ? ".c" : cmake_text(ending.front().value));
        target.sources.push_back({located(context, Text::literal(file, target.from), false), {}, target.from});
    }
}

bool has_cxx(Words const& sources) {
    Target target;
    target.sources = sources;
    return languages(target).contains(Language::cxx);
}

// Automake manual, "Libtool Convenience Libraries": a source that isn't compiled chooses the linker.
void choose_linker(DirectoryContext const& context, BuiltTarget const& built, Target& target) {
    for (std::string const prefix : {"EXTRA_", "nodist_EXTRA_", "dist_EXTRA_"}) {
        if (!has_cxx(target.sources) && has_cxx(context.variables.value(prefix + built.canonical() + "_SOURCES"))) {
            target.linker_language = "CXX";
        }
    }
}

Target make_target(DirectoryContext const& context, BuiltTarget const& built) {
    Target target;
    target.name = built.name;
    target.output_name = built.output_name;
    target.kind = built.kind;
    target.from = built.places.front().from;
    set_places(context, built, target);
    add_sources(context, built, target);
    choose_linker(context, built, target);
    return target;
}

// What only `make check` or nothing builds does not keep the rest from being built.
bool can_be_left_out(DirectoryContext const& context, BuiltTarget const& built, Target const& target) {
    auto const missing = [&](std::string const& prefix) {
        Words const words = context.variables.value(prefix + built.canonical() + "_SOURCES");
        return std::any_of(words.begin(), words.end(), [&](When<Text> const& word) {
            return word.value.variable_name().empty() && is_missing(context, word.value);
        });
    };
    bool const no_list = !context.variables.assigned(built.canonical() + "_SOURCES") &&
                         !context.variables.assigned("nodist_" + built.canonical() + "_SOURCES") &&
                         is_missing(context, target.sources.front().value);
    return !target.built_by_all && (missing("") || missing("dist_") || missing("nodist_") || no_list);
}

void leave_out(DirectoryContext const& context, BuiltTarget const& built, Target const& target, PlacedItems& items) {
    PlacedStatement const& placed = context.makefile.statements[context.makefile.index_of(target.from.begin)];
    std::string const reason = fmt::format("{} is left out: a source of it is missing", built.word);
    items.add(target.from.begin,
              model::UntranslatedStatement{text_of(placed.source, automake::span_of(placed.statement)),
                                           std::string(code::missing_source.id), reason, target.from});
}

void drop_known_conditions(Target& target) {
    auto const within = [&](auto& values) {
        for (auto& value : values) {
            value.when = condition_within(value.when, target.when);
        }
    };
    within(target.compile.includes), within(target.compile.definitions), within(target.compile.options);
    within(target.compile.c_options), within(target.compile.cxx_options), within(target.link_options);
    within(target.libraries), within(target.link_depends);
}

// A target stands where its sources are listed, which is where its comment is; else where it is listed itself.
Location place_of(DirectoryContext const& context, BuiltTarget const& built, Target const& target) {
    Span const sources = context.variables.first_assignment(built.canonical() + "_SOURCES");
    return sources.begin.known() ? sources.begin : target.from.begin;
}

// The parts of `canonical_SUFFIX` and what may stand before it.
constexpr std::array<std::string_view, 5> source_prefixes{"", "dist_", "nodist_", "EXTRA_", "nodist_EXTRA_"};

}  // namespace

// Automake manual, "Conditional Sources": configure composes a list of objects, and EXTRA_foo_SOURCES says what they
// may be made of.
std::vector<model::DirectoryCall> choices_of_objects(DirectoryContext const& context, BuiltTarget const& built,
                                                     Target& target) {
    std::vector<Text> sources;
    for (std::string const prefix : {"EXTRA_", "nodist_EXTRA_", "dist_EXTRA_"}) {
        for (When<Text> const& source : context.variables.value(prefix + built.canonical() + "_SOURCES")) {
            if (source.value.constant() && !source.value.value().ends_with(".h")) {
                sources.push_back(located(context, source.value, prefix == "nodist_EXTRA_"));
            }
        }
    }
    std::vector<model::DirectoryCall> calls;
    for (When<Library> const& library : sources.empty() ? std::vector<When<Library>>{} : target.libraries) {
        std::string const name = library.value.text.variable_name();
        if (library.value.kind != Library::Kind::flags || name.ends_with("LIBS")) {
            continue;
        }
        model::DirectoryCall call{
            "choose_sources",
            {Text::literal(target.name), Text::literal("OBJECTS"), library.value.text, Text::literal("SOURCES")},
            conjunction(target.when, library.when),
            target.from};
        call.arguments.insert(call.arguments.end(), sources.begin(), sources.end());
        calls.push_back(std::move(call));
    }
    std::erase_if(target.libraries, [&](When<Library> const& library) {
        return std::any_of(calls.begin(), calls.end(),
                           [&](model::DirectoryCall const& call) { return call.arguments[2] == library.value.text; });
    });
    return calls;
}

void map_targets(DirectoryContext const& context, PlacedItems& items, model::Directory& directory) {
    std::vector<Target> targets;
    for (BuiltTarget const& built : context.targets) {
        targets.push_back(make_target(context, built));
    }
    CommonFlags common = common_flags(context, targets, context.targets);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        add_flags(context, common, context.targets[i], targets[i]);
        if (targets[i].run_path && targets[i].kind == Target::Kind::convenience_library) {
            targets[i].kind = Target::Kind::libtool_library;
        }
        if (can_be_left_out(context, context.targets[i], targets[i])) {
            leave_out(context, context.targets[i], targets[i], items);
            continue;
        }
        drop_known_conditions(targets[i]);
        Location const place = place_of(context, context.targets[i], targets[i]);
        std::vector<model::DirectoryCall> const choices = choices_of_objects(context, context.targets[i], targets[i]);
        items.add(place, std::move(targets[i]));
        for (model::DirectoryCall const& choice : choices) {
            items.add(place, choice);
        }
    }
    directory.common = std::move(common.directory.compile);
    directory.common_link_options = std::move(common.directory.link_options);
}

void report_strays(DirectoryContext const& context) {
    static constexpr std::array<std::string_view, 3> suffixes{"_SOURCES", "_LDADD", "_LIBADD"};
    std::set<std::string> known{"BUILT_SOURCES"};
    for (BuiltTarget const& built : context.targets) {
        for (std::string_view const suffix : suffixes) {
            for (std::string_view const prefix : source_prefixes) {
                known.insert(std::string(prefix) + built.canonical() + std::string(suffix));
            }
        }
    }
    for (std::string const& name : context.variables.names()) {
        bool const looks_so = std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) {
            return name.ends_with(suffix) && name.size() > suffix.size();
        });
        if (looks_so && !known.contains(name) && !context.variables.referenced(name)) {
            context.ledger.report(code::unknown_variable, context.variables.first_assignment(name),
                                  fmt::format("{} belongs to no program or library of this directory", name));
        }
    }
}

}  // namespace am2cmake::mapper
