#include "mapper/automake/installed_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/listing.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::InstallFiles;
using model::Text;
using model::When;
using model::Words;

Words located_files(DirectoryContext const& context, Listing const& listing) {
    Words files;
    for (When<Text> word : context.variables.value(listing.variable)) {
        if (!word.value.variable_name().empty()) {
            context.ledger.report(code::untranslated_variable, word.from, "configure chooses these files");
        }
        word.value = located(context, word.value, listing.built);
        files.push_back(std::move(word));
    }
    return files;
}

// A condition that all files share is that of the whole.
void share_condition(InstallFiles& install) {
    Condition const first = install.files.front().when;
    bool const shared = std::all_of(install.files.begin(), install.files.end(),
                                    [&](When<Text> const& file) { return file.when == first; });
    if (!shared) {
        return;
    }
    install.when = conjunction(install.when, first);
    for (When<Text>& file : install.files) {
        file.when = Condition::always();
    }
}

void add_install(PlacedItems& items, Listing const& listing, Words files, When<Text> const& destination) {
    if (files.empty()) {
        return;
    }
    InstallFiles install;
    install.from = files.front().from;
    install.files = std::move(files);
    install.directory = destination.value;
    install.executable = listing.primary == "SCRIPTS";
    install.keep_directories = listing.keep_directories;
    install.when = destination.when;
    share_condition(install);
    items.add(install.from.begin, std::move(install));
}

// "foo.3pm" is in section 3; "" if the name tells none.
std::string man_section(Text const& file) {
    std::string const& name = file.pieces.back().text;
    std::size_t const dot = name.rfind('.');
    if (dot == std::string::npos || dot + 1 == name.size()) {
        return {};
    }
    char const c = name[dot + 1];
    bool const section = std::isdigit(static_cast<unsigned char>(c)) != 0 || c == 'l' || c == 'n';
    return section ? std::string(1, c) : std::string{};
}

// Automake sorts `man_MANS` by the ending of the file; `man1_MANS` renames where the ending is another one.
void map_manual_pages(DirectoryContext const& context, Listing const& listing, PlacedItems& items) {
    std::map<std::string, Words> sections;
    std::string const own = listing.directory.substr(std::min<std::size_t>(3, listing.directory.size()));
    for (When<Text> const& file : located_files(context, listing)) {
        std::string const section = man_section(file.value);
        if (section.empty() || (!own.empty() && section != own.substr(0, 1))) {
            context.ledger.report(code::untranslated_variable, file.from,
                                  "the ending of a manual page must be its section: it would be renamed");
        }
        sections[own.empty() ? section : own].push_back(file);
    }
    for (auto& [section, files] : sections) {
        for (When<Text> destination : destinations("man" + own, context.variables)) {
            destination.value.append(own.empty() ? "/man" + section : "");
            add_install(items, listing, files, destination);
        }
    }
}

void leave_untranslated(DirectoryContext const& context, Listing const& listing, PlacedItems& items) {
    Span const from = context.variables.first_assignment(listing.variable);
    std::string const reason = fmt::format("no translation for {} yet", listing.primary);
    context.ledger.report(code::untranslated_variable, from, reason);
    PlacedStatement const& placed = context.makefile.statements[context.makefile.index_of(from.begin)];
    items.add(from.begin, model::UntranslatedStatement{text_of(placed.source, from),
                                                       std::string(code::untranslated_variable.id), reason, from});
}

bool installs_plain_files(Listing const& listing) {
    return listing.primary == "HEADERS" || listing.primary == "DATA" || listing.primary == "SCRIPTS";
}

bool is_untranslated(DirectoryContext const& context, Listing const& listing) {
    bool const other = listing.primary == "PYTHON" || listing.primary == "JAVA" || listing.primary == "LISP";
    return (listing.primary == "TEXINFOS" && listing.directory == "info") ||
           (other && listing.installed() && !context.variables.value(listing.variable).empty());
}

}  // namespace

void map_installed_files(DirectoryContext const& context, PlacedItems& items) {
    for (std::string const& variable : context.variables.names()) {
        std::optional<Listing> const listing = parse_listing(variable);
        // `foo_TEXINFOS` lists what foo.texi includes
        if (!listing || (listing->primary == "TEXINFOS" && listing->directory != "info")) {
            continue;
        }
        if (!has_directory(*listing, context.variables)) {
            if (!context.variables.referenced(variable)) {
                context.ledger.report(
                    code::unknown_variable, context.variables.first_assignment(variable),
                    fmt::format("nothing sets {}dir, where this is to be installed", listing->directory));
            }
        } else if (is_untranslated(context, *listing)) {
            leave_untranslated(context, *listing, items);
        } else if (listing->installed() && listing->primary == "MANS") {
            map_manual_pages(context, *listing, items);
        } else if (listing->installed() && installs_plain_files(*listing)) {
            Words const files = located_files(context, *listing);
            for (When<Text> const& destination : destinations(listing->directory, context.variables)) {
                add_install(items, *listing, files, destination);
            }
        }
    }
}

}  // namespace am2cmake::mapper
