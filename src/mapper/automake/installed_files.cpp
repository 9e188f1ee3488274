#include "mapper/automake/installed_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "base/words.hpp"
#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/listing.hpp"
#include "mapper/automake/tree_path.hpp"

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

void add_install(PlacedItems& items, Listing const& listing, Words files, When<Text> const& destination,
                 std::string const& name = {}) {
    if (files.empty()) {
        return;
    }
    InstallFiles install;
    install.from = files.front().from;
    install.files = std::move(files);
    install.directory = destination.value;
    install.executable = listing.primary == "SCRIPTS";
    install.keep_directories = listing.keep_directories;
    install.name = name;
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

// Automake manual, "Man Pages": the section becomes the ending. "foo.3" of man1_MANS is "foo.1".
std::string name_in_section(Text const& file, std::string const& section) {
    std::string const& path = file.pieces.back().text;
    std::string const name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.rfind('.')) + "." + section;
}

// Automake sorts `man_MANS` by the ending of the file; `man1_MANS` renames where the ending is another one.
void map_manual_pages(DirectoryContext const& context, Listing const& listing, PlacedItems& items) {
    std::map<std::string, Words> sections;
    std::string const own = listing.directory.substr(std::min<std::size_t>(3, listing.directory.size()));
    auto const install = [&](std::string const& section, Words const& files, std::string const& name) {
        bool const has_own_place = !own.empty() || context.variables.assigned("man" + section + "dir");
        for (When<Text> destination : destinations(has_own_place ? "man" + section : "man", context.variables)) {
            destination.value.append(has_own_place ? "" : "/man" + section);
            add_install(items, listing, files, destination, name);
        }
    };
    for (When<Text> const& file : located_files(context, listing)) {
        std::string const section = man_section(file.value);
        if (!own.empty() && section != own.substr(0, 1)) {
            install(own, {file}, name_in_section(file.value, own));
            continue;
        }
        if (section.empty()) {
            context.ledger.report(code::untranslated_variable, file.from,
                                  "the ending of a manual page must be its section: make does not install it");
        }
        sections[own.empty() ? section : own].push_back(file);
    }
    for (auto const& [section, files] : sections) {
        install(section, files, "");
    }
}

// `@setfilename` says how the manual is called; it stands close to the beginning.
std::string info_name(DirectoryContext const& context, TreePath const& path) {
    std::string const name = path.path.substr(path.path.rfind('/') + 1);
    std::optional<Source> const source = context.tree.read(path.path);
    constexpr std::string_view command = "@setfilename";
    std::size_t const begin = source ? source->text.find(command) : std::string_view::npos;
    if (begin == std::string_view::npos) {
        return name.substr(0, name.rfind('.')) + ".info";
    }
    std::string_view const rest = source->text.substr(begin + command.size());
    return std::string(trim(rest.substr(0, rest.find('\n'))));
}

void map_info_manuals(DirectoryContext const& context, Listing const& listing, PlacedItems& items) {
    for (When<Text> const& word : context.variables.value(listing.variable)) {
        std::optional<TreePath> const path = tree_path(word.value, context.directory());
        std::string const name = path ? info_name(context, *path) : "";
        if (name.empty() || name.find_first_of("/ @{") != std::string::npos) {
            context.ledger.report(code::untranslated_variable, word.from, "what is the name of this manual?");
            continue;
        }
        model::DirectoryCall manual{
            "install_info_manual", {located(context, word.value, false), Text::literal(name)}, word.when, word.from};
        for (std::string const variable : {"AM_MAKEINFOFLAGS", "MAKEINFOFLAGS"}) {
            for (When<Text> const& flag : context.variables.value(variable)) {
                manual.arguments.push_back(flag.value);
            }
        }
        items.add(word.from.begin, std::move(manual));
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
    return listing.primary == "HEADERS" || listing.primary == "DATA" || listing.primary == "SCRIPTS" ||
           listing.primary == "PYTHON";
}

bool is_untranslated(DirectoryContext const& context, Listing const& listing) {
    bool const other = listing.primary == "JAVA" || listing.primary == "LISP";
    return other && listing.installed() && !context.variables.value(listing.variable).empty();
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
        } else if (listing->primary == "TEXINFOS") {
            map_info_manuals(context, *listing, items);
        } else if (listing->installed() && listing->primary == "MANS") {
            map_manual_pages(context, *listing, items);
        } else if (listing->installed() && installs_plain_files(*listing)) {
            Words const files = located_files(context, *listing);
            if (listing->primary == "PYTHON" && !files.empty()) {
                context.ledger.report(code::untranslated_variable, files.front().from,
                                      "these modules are installed, but not compiled to byte code");
            }
            for (When<Text> const& destination : destinations(listing->directory, context.variables)) {
                add_install(items, *listing, files, destination);
            }
        }
    }
}

}  // namespace am2cmake::mapper
