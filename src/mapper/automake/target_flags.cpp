#include "mapper/automake/target_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "mapper/automake/compile_flags.hpp"
#include "mapper/automake/link_flags.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Target;
using model::Text;
using model::When;
using model::Words;

struct FlagVariable {
    std::string name;  // CPPFLAGS
    FlagClass flag_class;
};

// In the order in which the compiler gets them.
std::array<FlagVariable, 3> const& compile_variables() {
    static std::array<FlagVariable, 3> const variables{
        FlagVariable{"CPPFLAGS", FlagClass::preprocessor}, {"CFLAGS", FlagClass::c}, {"CXXFLAGS", FlagClass::cxx}};
    return variables;
}

bool applies(std::string const& variable, Target const& target) {
    std::set<Language> const used = languages(target);
    return (variable == "CFLAGS" && used.contains(Language::c)) ||
           (variable == "CXXFLAGS" && used.contains(Language::cxx)) || (variable == "CPPFLAGS" && !used.empty()) ||
           (variable == "LDFLAGS" &&
            (target.kind == Target::Kind::program || target.kind == Target::Kind::libtool_library));
}

bool is_common(DirectoryContext const& context, std::string const& variable, std::vector<Target> const& targets,
               std::vector<BuiltTarget> const& built) {
    bool any = false;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (applies(variable, targets[i])) {
            any = true;
            if (context.variables.assigned(built[i].canonical() + "_" + variable)) {
                return false;
            }
        }
    }
    return any;
}

bool any_applies(std::string const& variable, std::vector<Target> const& targets) {
    return std::any_of(targets.begin(), targets.end(), [&](Target const& each) { return applies(variable, each); });
}

std::string chosen(DirectoryContext const& context, BuiltTarget const& built, std::string const& own,
                   std::string const& fallback) {
    std::string const variable = built.canonical() + "_" + own;
    return context.variables.assigned(variable) ? variable : fallback;
}

// Flags of a language that the build description has no place for.
void report_other_languages(DirectoryContext const& context, BuiltTarget const& built, Target const& target) {
    if (!languages(target).contains(Language::assembler)) {
        return;
    }
    std::string const variable = chosen(context, built, "CCASFLAGS", "AM_CCASFLAGS");
    Words const words = context.variables.value(variable);
    if (!words.empty()) {
        context.ledger.report(code::untranslated_flag, context.variables.first_assignment(variable),
                              fmt::format("no translation for {}, flags of the assembler", variable));
    }
}

void add_link_depends(DirectoryContext const& context, BuiltTarget const& built, Target& target) {
    for (std::string const prefix : {"", "EXTRA_"}) {
        for (When<Text> word : context.variables.value(prefix + built.canonical() + "_DEPENDENCIES")) {
            std::optional<TreePath> const path = tree_path(word.value, context.directory());
            bool const library = path && context.index.by_path(path->path);
            bool const missing = is_missing(context, word.value);
            if (path && !library) {
                word.value = located(context, word.value, false);
            }
            if (path && !library && !missing) {
                target.link_depends.push_back(std::move(word));
            }
        }
    }
}

void add_linker(DirectoryContext const& context, BuiltTarget const& built, Target& target) {
    std::string const variable = built.canonical() + "_LINK";
    if (!context.variables.assigned(variable)) {
        return;
    }
    Words const words = context.variables.value(variable);
    std::string const linker = words.empty() ? std::string{} : words.front().value.variable_name();
    if ((linker == "CXXLINK" || linker == "LINK") && words.size() == 1) {
        target.linker_language = linker == "CXXLINK" ? "CXX" : "C";
        return;
    }
    context.ledger.report(code::untranslated_flag, context.variables.first_assignment(variable),
                          "no translation for a command of one's own that links");
}

// Options of the linker that the directory has are not repeated; what libtool makes of its flags is the target's.
void add_shared_link_flags(DirectoryContext const& context, bool common, std::string const& variable, Target& target) {
    std::size_t const before = target.link_options.size();
    add_link_flags(context, context.variables.value(variable), target);
    if (common) {
        target.link_options.resize(before);
    }
}

}  // namespace

std::set<Language> languages(Target const& target) {
    static std::set<std::string_view> const c{"c", "y", "l"};
    static std::set<std::string_view> const cxx{"cc", "cpp", "cxx", "C", "c++", "yy", "ll", "ypp", "lpp", "cp"};
    static std::set<std::string_view> const headers{"h", "hh", "hpp", "hxx", "inc", "in", "def", "H", "h++", "tcc"};
    static std::set<std::string_view> const assembler{"S", "s", "sx", "asm"};
    std::set<Language> used;
    for (When<Text> const& source : target.sources) {
        std::string const& last = source.value.pieces.back().text;
        std::string_view const ending = std::string_view(last).substr(std::min(last.rfind('.'), last.size() - 1) + 1);
        if (!headers.contains(ending)) {
            used.insert(c.contains(ending)           ? Language::c
                        : cxx.contains(ending)       ? Language::cxx
                        : assembler.contains(ending) ? Language::assembler
                                                     : Language::other);
        }
    }
    return used;
}

CommonFlags common_flags(DirectoryContext const& context, std::vector<Target> const& targets,
                         std::vector<BuiltTarget> const& built) {
    CommonFlags common;
    if (any_applies("CPPFLAGS", targets)) {
        add_compile_flags(context, context.variables.value("INCLUDES"), FlagClass::preprocessor, common.directory);
        if (context.variables.assigned("DEFS")) {
            add_compile_flags(context, context.variables.value("DEFS"), FlagClass::preprocessor, common.directory);
        }
    }
    for (FlagVariable const& variable : compile_variables()) {
        for (std::string const& name : {"AM_" + variable.name, variable.name}) {
            bool const own = name == variable.name;  // the user's variable: for every target where it is set
            if (own ? context.variables.assigned(name) && any_applies(variable.name, targets)
                    : context.variables.set(name) && is_common(context, variable.name, targets, built)) {
                common.variables.insert(name);
                add_compile_flags(context, context.variables.value(name), variable.flag_class, common.directory);
            }
        }
    }
    for (std::string const name : {"AM_LDFLAGS", "LDFLAGS"}) {
        bool const own = name == "LDFLAGS";
        if (own ? context.variables.assigned(name) && any_applies("LDFLAGS", targets)
                : context.variables.set(name) && is_common(context, "LDFLAGS", targets, built)) {
            common.variables.insert(name);
            add_link_flags(context, context.variables.value(name), common.directory);
        }
    }
    return common;
}

void add_flags(DirectoryContext const& context, CommonFlags const& common, BuiltTarget const& built, Target& target) {
    for (FlagVariable const& variable : compile_variables()) {
        std::string const name = chosen(context, built, variable.name, "AM_" + variable.name);
        if (applies(variable.name, target) && !common.variables.contains(name)) {
            add_compile_flags(context, context.variables.value(name), variable.flag_class, target);
        }
    }
    report_other_languages(context, built, target);
    std::string const link_flags = chosen(context, built, "LDFLAGS", "AM_LDFLAGS");
    if (target.kind != Target::Kind::library) {
        add_shared_link_flags(context, common.variables.contains(link_flags), link_flags, target);
        if (context.variables.assigned("LDFLAGS")) {
            add_shared_link_flags(context, common.variables.contains("LDFLAGS"), "LDFLAGS", target);
        }
    }
    std::string const libraries =
        target.kind == Target::Kind::program ? chosen(context, built, "LDADD", "LDADD") : built.canonical() + "_LIBADD";
    add_libraries(context, context.variables.value(libraries), target);
    if (context.variables.assigned("LIBS") && target.kind != Target::Kind::library) {
        add_libraries(context, context.variables.value("LIBS"), target);
    }
    for (When<model::Library> const& library : common.directory.libraries) {
        add_library(target, library);
    }
    add_link_depends(context, built, target);
    add_linker(context, built, target);
}

}  // namespace am2cmake::mapper
