#include "mapper/automake/rule_names.hpp"

#include <cctype>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/listing.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {

using model::Condition;
using model::Text;
using model::When;
using model::Words;

namespace {

constexpr std::size_t most_patterns = 64;

// ".c.o" is {".c", ".o"}; nothing if it is no suffix rule.
std::optional<Pattern> suffix_rule(std::string const& target) {
    std::size_t const begin = target.rfind('/') + 1;
    std::string const name = target.substr(begin);
    std::size_t const second = name.find('.', 1);
    if (!name.starts_with('.') || second == std::string::npos || second + 1 == name.size()) {
        return {};
    }
    std::string const stem = target.substr(0, begin) + "%";
    return Pattern{stem + name.substr(0, second), stem + name.substr(second)};
}

void add_words(std::set<std::string>& files, Makefile const& makefile, Words const& words) {
    for (When<Text> const& word : words) {
        files.insert(path_of(word.value, makefile.directory));
    }
}

// The files in flags of the linker: -Wl,--version-script=PATH, -export-symbols PATH
void add_link_files(std::set<std::string>& files, Makefile const& makefile, Words const& words) {
    for (When<Text> const& word : words) {
        std::string const text = encoded(word.value);
        std::size_t const begin = text.starts_with("-Wl,") ? text.find_last_of("=,") + 1 : 0;
        files.insert(path_of(decoded(text.substr(begin), word.from), makefile.directory));
    }
}

// What an object is compiled from, by the rules that make and Automake have for it.
void add_sources_of_objects(std::set<std::string>& files) {
    std::set<std::string> sources;
    for (std::string const& file : files) {
        if (is_object(file)) {
            for (std::string const ending : {".c", ".cc", ".cpp", ".cxx", ".S", ".s", ".asm"}) {
                sources.insert(file.substr(0, file.rfind('.')) + ending);
            }
        }
    }
    files.merge(sources);
}

}  // namespace

std::string path_of(Text const& word, std::string const& directory) {
    Text const text = without_exe_suffix(word);
    std::optional<TreePath> const path = tree_path(text, directory);
    return path ? path->path : cmake_text(text);
}

std::vector<std::string> paths_of(std::vector<automake::Word> const& words, Makefile const& makefile,
                                  MakefileVariables& variables) {
    std::vector<std::string> paths;
    for (When<Text> const& word : variables.expand(words, Condition::always())) {
        paths.push_back(path_of(word.value, makefile.directory));
    }
    return paths;
}

std::vector<Pattern> patterns_of(std::vector<std::string> const& targets,
                                 std::vector<std::string> const& prerequisites) {
    std::vector<Pattern> patterns;
    for (std::string const& target : targets) {
        if (std::optional<Pattern> const suffixes = suffix_rule(target)) {
            patterns.push_back(*suffixes);
        } else if (target.find('%') != std::string::npos && !prerequisites.empty()) {
            patterns.emplace_back(prerequisites.front(), target);
        }
    }
    return patterns;
}

bool is_object(std::string const& path) {
    return path.ends_with(".o") || path.ends_with(".lo") || path.ends_with(".obj");
}

bool is_special(std::string const& target) {
    std::string const name = target.substr(target.rfind('/') + 1);
    return name.size() > 1 && name.front() == '.' && std::isupper(static_cast<unsigned char>(name[1])) != 0;
}

bool is_goal(std::string const& name) {
    static std::set<std::string> const goals{"all",
                                             "all-am",
                                             "all-local",
                                             "check",
                                             "check-am",
                                             "check-local",
                                             "install",
                                             "install-am",
                                             "install-exec",
                                             "install-data",
                                             "install-exec-local",
                                             "install-data-local",
                                             "install-exec-hook",
                                             "install-hook",
                                             "install-data-hook"};
    return goals.contains(name);
}

bool does_nothing(automake::Rule const& rule) {
    return std::all_of(rule.recipe.begin(), rule.recipe.end(), [](automake::RecipeLine const& line) {
        std::size_t const begin = line.text.find_first_not_of("@-+ \t");
        std::string_view const command = begin == std::string::npos ? std::string_view{} : line.text.c_str() + begin;
        return command.empty() || command == ":" || command == "true" || command.starts_with("#");
    });
}

Words without_dirstamps(Words words) {
    std::erase_if(words, [](When<Text> const& word) {
        bool const ends_in_text = !word.value.empty() && word.value.pieces.back().kind == model::Piece::Kind::literal;
        std::string const end = ends_in_text ? word.value.pieces.back().text : std::string{};
        return end == ".dirstamp" || end.ends_with("/.dirstamp") || word.value.variable_name() == "am__dirstamp";
    });
    return words;
}

MadeByRules made_by_rules(Makefile const& makefile, MakefileVariables& variables) {
    MadeByRules made;
    std::set<std::string> bare;
    std::set<Pattern> patterns;
    for (PlacedStatement const& placed : makefile.statements) {
        auto const* rule = std::get_if<automake::Rule>(&placed.statement);
        if (rule == nullptr) {
            continue;
        }
        std::vector<std::string> const targets = paths_of(rule->targets, makefile, variables);
        std::vector<std::string> const prerequisites = paths_of(rule->prerequisites, makefile, variables);
        if (targets.size() == 1 && targets.front() == path_below(makefile.directory, ".PHONY")) {
            made.phony.insert(prerequisites.begin(), prerequisites.end());
        } else if (does_nothing(*rule) && rule->prerequisites.empty()) {
            bare.insert(targets.begin(), targets.end());
        } else {
            (does_nothing(*rule) ? made.aliases : made.files).insert(targets.begin(), targets.end());
            for (Pattern const& pattern : patterns_of(targets, prerequisites)) {
                if (made.patterns.size() < most_patterns && patterns.insert(pattern).second) {
                    made.patterns.push_back(pattern);
                }
            }
        }
    }
    add_words(made.files, makefile, variables.value("BUILT_SOURCES"));
    for (std::string const& name : bare) {
        if (!made.aliases.contains(name)) {
            made.phony.insert(name);
        }
    }
    std::erase_if(made.phony, [&](std::string const& name) { return made.files.contains(name); });
    return made;
}

std::set<std::string> wanted_files(Makefile const& makefile, MakefileVariables& variables,
                                   std::vector<BuiltTarget> const& targets) {
    std::set<std::string> files;
    for (std::string const& name : variables.names()) {
        std::optional<Listing> const listing = parse_listing(name);
        bool const wanted = listing && listing->directory != "EXTRA" && has_directory(*listing, variables);
        if (wanted || name == "BUILT_SOURCES" || name == "TESTS" || name == "LDADD") {
            add_words(files, makefile, variables.value(name));
        }
    }
    for (BuiltTarget const& target : targets) {
        files.insert(path_below(makefile.directory, target.word));
        std::string const name = target.canonical();
        for (std::string const& variable :
             {name + "_SOURCES", "nodist_" + name + "_SOURCES", "dist_" + name + "_SOURCES", name + "_LDADD",
              name + "_LIBADD", name + "_DEPENDENCIES"}) {
            add_words(files, makefile, variables.value(variable));
        }
        bool const own = variables.assigned(name + "_LDFLAGS");
        add_link_files(files, makefile, variables.value(own ? name + "_LDFLAGS" : "AM_LDFLAGS"));
    }
    add_sources_of_objects(files);
    return files;
}

std::map<std::string, Wanted> wanted_by_goals(DirectoryContext const& context) {
    std::map<std::string, Wanted> wanted;
    auto const add = [&](Words const& words, bool check, Condition const& when) {
        for (When<Text> const& word : words) {
            Wanted& file = wanted[path_of(word.value, context.directory())];
            Condition& condition = check ? file.by_check : file.by_all;
            condition = disjunction(std::move(condition), conjunction(word.when, when));
        }
    };
    for (std::string const& name : context.variables.names()) {
        std::optional<Listing> const listing = parse_listing(name);
        if (name == "BUILT_SOURCES" || name == "TESTS") {
            add(context.variables.value(name), name == "TESTS", Condition::always());
        } else if (listing && listing->directory != "EXTRA" && has_directory(*listing, context.variables)) {
            add(context.variables.value(name), listing->directory == "check", Condition::always());
        }
    }
    for (PlacedStatement const& placed : context.makefile.statements) {
        auto const* rule = std::get_if<automake::Rule>(&placed.statement);
        for (std::string const& target : rule == nullptr
                                             ? std::vector<std::string>{}
                                             : paths_of(rule->targets, context.makefile, context.variables)) {
            std::string const name = target.substr(context.directory().empty() ? 0 : context.directory().size() + 1);
            if (is_goal(name)) {
                add(context.variables.expand(rule->prerequisites, Condition::always()), name.starts_with("check"),
                    placed.when);
            }
        }
    }
    return wanted;
}

}  // namespace am2cmake::mapper
