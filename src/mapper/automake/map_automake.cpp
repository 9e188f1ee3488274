#include "mapper/automake/map_automake.hpp"

#include <algorithm>

#include "mapper/automake/files_first.hpp"
#include "mapper/automake/installed_files.hpp"
#include "mapper/automake/makefile_comments.hpp"
#include "mapper/automake/makefile_rules.hpp"
#include "mapper/automake/makefile_tests.hpp"
#include "mapper/automake/makefile_tree.hpp"
#include "mapper/automake/parser_sources.hpp"
#include "mapper/automake/rule_names.hpp"
#include "mapper/automake/targets.hpp"

namespace am2cmake::mapper {
namespace {

using model::Directory;
using model::Text;
using model::When;

// Automake manual, "List of Automake options": no -I for the directory itself.
bool has_option(DirectoryContext const& context, std::string const& option) {
    model::Words const words = context.variables.value("AUTOMAKE_OPTIONS");
    return context.facts.automake_options.contains(option) ||
           std::any_of(words.begin(), words.end(),
                       [&](When<Text> const& word) { return word.value == Text::literal(option); });
}

void map_subdirectories(MakefileDirectory const& read, PlacedItems& items) {
    Location const place = read.variables->first_assignment("SUBDIRS").begin;
    for (When<model::Subdirectory> const& entry : read.subdirectories) {
        items.add(place, entry);
    }
    for (model::UntranslatedStatement const& entry : read.without_makefile) {
        items.add(place, entry);
    }
}

// GNU gettext manual, "Files You Must Create or Alter": po/LINGUAS, po/Makevars.
Directory map_translations(SourceTree& tree, ConfigureFacts const& facts, MakefileDirectory const& read) {
    Directory directory;
    directory.path = read.makefile->directory;
    directory.from = {read.makefile->source.begin, read.makefile->source.begin};
    model::Translations translations{{}, {}, directory.from};
    for (When<Text> const& word : read.variables->value("DOMAIN")) {
        translations.domain = word.value;
    }
    if (translations.domain.empty()) {
        bool const named = facts.substitutions.contains("GETTEXT_PACKAGE");
        translations.domain = Text::variable(named ? "GETTEXT_PACKAGE" : "PACKAGE", directory.from);
    }
    if (!tree.is_file(directory.path + "/LINGUAS")) {
        translations.languages = Text::variable("ALL_LINGUAS", directory.from);
    }
    directory.items.emplace_back(std::move(translations));
    return directory;
}

Directory map_directory(DirectoryContext const& context, MakefileDirectory const& read,
                        std::set<std::string> const& wanted) {
    Directory directory;
    directory.path = context.directory();
    directory.from = {context.makefile.source.begin, context.makefile.source.begin};
    directory.default_includes = !has_option(context, "nostdinc");
    PlacedItems items{context.makefile};
    map_subdirectories(read, items);
    map_targets(context, items, directory);
    map_parser_sources(context, items);
    map_installed_files(context, items);
    map_tests(context, items);
    map_rules(context, wanted, items);
    report_strays(context);
    map_comments(context, items);
    directory.items = items.in_order();
    add_files_first(context, wanted, directory);
    return directory;
}

}  // namespace

MappedMakefiles map_automake(SourceTree& tree, ConfigureFacts const& facts, model::Tally& tally,
                             Diagnostics& diagnostics) {
    Ledger ledger{diagnostics};
    std::vector<MakefileDirectory> const read = read_makefiles(tree, facts, ledger);
    std::vector<std::vector<BuiltTarget>> targets;
    TargetIndex index{facts.outer_targets};
    for (MakefileDirectory const& each : read) {
        targets.push_back(built_targets(*each.makefile, *each.variables, ledger));
        index.reserve_names(targets.back());
    }
    std::set<std::string> wanted;
    for (std::size_t i = 0; i < read.size(); ++i) {
        index.add(read[i].makefile->directory, targets[i]);
        wanted.merge(wanted_files(*read[i].makefile, *read[i].variables, targets[i]));
    }
    MappedMakefiles mapped{{}, index.paths()};
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (read[i].holds_translations) {
            mapped.directories.push_back(map_translations(tree, facts, read[i]));
            continue;
        }
        MadeByRules const made = made_by_rules(*read[i].makefile, *read[i].variables);
        DirectoryContext const context{
            *read[i].makefile, *read[i].variables, facts, tree, index, ledger, targets[i], made};
        mapped.directories.push_back(map_directory(context, read[i], wanted));
    }
    model::Tally const counted = ledger.tally();
    tally.statements += counted.statements;
    tally.translated += counted.translated;
    return mapped;
}

}  // namespace am2cmake::mapper
