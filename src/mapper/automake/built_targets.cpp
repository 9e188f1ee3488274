#include "mapper/automake/built_targets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Text;
using model::When;
using Kind = model::Target::Kind;

std::optional<Kind> kind_of(Listing const& listing) {
    if (listing.primary == "PROGRAMS") {
        return Kind::program;
    }
    if (listing.primary == "LIBRARIES") {
        return Kind::library;
    }
    if (listing.primary == "LTLIBRARIES") {
        bool const convenience = listing.directory == "noinst" || listing.directory == "check";
        return convenience ? Kind::convenience_library : Kind::libtool_library;
    }
    return {};
}

std::string output_name_of(std::string const& word, Kind kind) {
    std::string name = word.substr(word.rfind('/') + 1);
    if (kind == Kind::program) {
        return name;
    }
    std::string_view const suffix = kind == Kind::library ? ".a" : ".la";
    name.resize(name.ends_with(suffix) ? name.size() - suffix.size() : name.size());
    return name.starts_with("lib") ? name.substr(3) : name;
}

void add_place(std::vector<BuiltTarget>& targets, std::string const& word, Kind kind, BuiltTarget::Place place) {
    auto found =
        std::find_if(targets.begin(), targets.end(), [&](BuiltTarget const& each) { return each.word == word; });
    if (found == targets.end()) {
        found = targets.insert(targets.end(), {word, kind, {}, {}, output_name_of(word, kind)});
    }
    if (kind == Kind::libtool_library && place.directory != "EXTRA") {
        found->kind = kind;
    } else if (found->kind == Kind::libtool_library && kind == Kind::convenience_library &&
               found->places.front().directory == "EXTRA") {
        found->kind = kind;
    }
    found->places.push_back(std::move(place));
}

// `bin_PROGRAMS = @PROGS@`: configure chooses among the EXTRA_PROGRAMS.
struct Choice {
    Listing listing;
    When<Text> list;
};

void add_chosen(std::vector<BuiltTarget>& targets, Choice const& choice, Ledger& ledger) {
    bool any = false;
    for (BuiltTarget& target : targets) {
        bool const candidate = std::any_of(target.places.begin(), target.places.end(), [&](auto const& place) {
            return place.directory == "EXTRA" && kind_of(choice.listing) == target.kind;
        });
        if (candidate) {
            Condition const chosen = Condition::of(
                model::Comparison{choice.list.value, "MATCHES", Text::literal("(^| )" + target.word + "( |$)")});
            target.places.push_back(
                {choice.listing.directory, conjunction(choice.list.when, chosen), choice.list.from});
            any = true;
        }
    }
    if (!any) {
        ledger.report(code::untranslated_variable, choice.list.from,
                      fmt::format("configure chooses what is in {}, and no EXTRA_{} says what it may be",
                                  choice.listing.variable, choice.listing.primary));
    }
}

bool reserved(std::string const& name) {
    static std::set<std::string> const names{
        "all",       "test",       "help",      "clean",         "install",        "package",
        "check",     "edit_cache", "depend",    "rebuild_cache", "package_source", "check-programs",
        "uninstall", "ALL_BUILD",  "RUN_TESTS", "INSTALL",       "PACKAGE",        "ZERO_CHECK"};
    return names.contains(name);
}

std::string target_name(std::string name) {
    std::replace_if(
        name.begin(), name.end(),
        [](unsigned char c) { return std::isalnum(c) == 0 && c != '_' && c != '.' && c != '+' && c != '-'; }, '_');
    return name;
}

}  // namespace

std::vector<BuiltTarget> built_targets(Makefile const& makefile, MakefileVariables& variables, Ledger& ledger) {
    std::vector<BuiltTarget> targets;
    std::vector<Choice> choices;
    for (std::string const& variable : variables.names()) {
        std::optional<Listing> const listing = parse_listing(variable);
        std::optional<Kind> const kind = listing ? kind_of(*listing) : std::nullopt;
        if (!kind || !has_directory(*listing, variables)) {
            continue;
        }
        for (When<Text> const& word : variables.value(variable)) {
            Text const name = without_exe_suffix(word.value);
            if (name.empty() || output_name_of(cmake_text(name), *kind).empty()) {
                ledger.report(code::unknown_variable, word.from, "not a name of a program or library");
            } else if (name.constant()) {
                add_place(targets, name.value(), *kind, {listing->directory, word.when, word.from});
            } else {
                choices.push_back({*listing, word});
            }
        }
    }
    for (Choice const& choice : choices) {
        add_chosen(targets, choice, ledger);
    }
    std::stable_sort(targets.begin(), targets.end(), [&](BuiltTarget const& a, BuiltTarget const& b) {
        auto const order = [&](BuiltTarget const& each) {
            return std::pair{makefile.index_of(each.places.front().from.begin), each.places.front().from.begin};
        };
        return order(a) < order(b);
    });
    return targets;
}

bool BuiltTarget::Place::is_installed() const {
    return directory != "noinst" && directory != "check" && directory != "EXTRA";
}

bool BuiltTarget::is_installed() const {
    return std::any_of(places.begin(), places.end(), [](Place const& place) { return place.is_installed(); });
}

TargetIndex::TargetIndex(std::map<std::string, std::string> const& outer) : paths_(outer) {
    for (auto const& [path, name] : outer) {
        names_.insert(name);
    }
}

void TargetIndex::reserve_names(std::vector<BuiltTarget> const& targets) {
    for (BuiltTarget const& target : targets) {
        if (target.kind == Kind::program) {
            programs_.insert(target_name(target.output_name));
        } else if (target.kind == Kind::libtool_library) {
            static_kinds_.insert(target_name(target.output_name) + "-static");
        }
    }
}

void TargetIndex::add(std::string const& directory, std::vector<BuiltTarget>& targets) {
    std::set<std::string> files;
    for (BuiltTarget& target : targets) {
        target.name = unique_name(directory, target);
        // a/try and b/try: CMake makes all programs of a directory in one folder.
        if (target.kind == Kind::program && !files.insert(target.output_name).second && !target.is_installed()) {
            target.output_name = target.name;
        }
        names_.insert(target.name);
        paths_[path_below(directory, target.word)] = target.name;
        if (target.kind != Kind::program) {
            libraries_.try_emplace(target.output_name, target.name);
        }
    }
}

std::string TargetIndex::unique_name(std::string const& directory, BuiltTarget const& target) const {
    bool const program = target.kind == Kind::program;
    std::string const name = target_name(target.output_name);
    std::string const folder = directory.empty() ? "top" : directory.substr(directory.rfind('/') + 1);
    std::vector<std::string> candidates{name};
    if (std::size_t const slash = target.word.rfind('/'); slash != std::string::npos) {
        candidates.push_back(target_name(target.word.substr(0, slash)) + "_" + name);
    }
    if (program) {
        candidates.push_back(reserved(name) ? name + "_program" : target_name(folder) + "_" + name);
    } else {
        candidates.insert(candidates.end(), {"lib" + name, name + "_static", target_name(folder) + "_" + name});
    }
    candidates.push_back(target_name(directory) + "_" + name);
    for (std::string const& candidate : candidates) {
        if (!names_.contains(candidate) && !static_kinds_.contains(candidate) && !reserved(candidate) &&
            (program || !programs_.contains(candidate))) {
            return candidate;
        }
    }
    for (int number = 2;; ++number) {
        if (std::string const candidate = fmt::format("{}_{}", name, number); !names_.contains(candidate)) {
            return candidate;
        }
    }
}

std::optional<std::string> TargetIndex::by_path(std::string const& path) const {
    auto const found = paths_.find(path);
    return found == paths_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::string> TargetIndex::library(std::string const& output_name) const {
    auto const found = libraries_.find(output_name);
    return found == libraries_.end() ? std::nullopt : std::optional{found->second};
}

Text without_exe_suffix(Text text) {
    if (!text.pieces.empty() &&
        text.pieces.back() == model::Piece{model::Piece::Kind::variable, "CMAKE_EXECUTABLE_SUFFIX"}) {
        text.pieces.pop_back();
    }
    return text;
}

}  // namespace am2cmake::mapper
