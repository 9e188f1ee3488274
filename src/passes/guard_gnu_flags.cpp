#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Condition;

bool starts_with_one_of(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool is_lower(char letter) {
    return 'a' <= letter && letter <= 'z';
}

// Options that cl refuses, or ignores with a warning, or that are better left to the build type there (-O2).
bool is_gnu_flag(std::string_view flag) {
    bool const has_kind = flag.size() > 2 && flag[0] == '-' && is_lower(flag[2]);
    if (has_kind && (flag[1] == 'W' || flag[1] == 'f' || flag[1] == 'm')) {
        return true;  // -Wall, -fno-common, -msse2
    }
    return flag == "-W" || flag == "-s" || flag == "-pipe" || flag == "-ansi" || flag == "-rdynamic" ||
           starts_with_one_of(flag, {"-std=", "-pedantic", "-g", "-O", "-pthread", "-static-lib"});
}

void guard(model::Words& words) {
    static Condition const gnu = negation(Condition::of(model::Predicate{"MSVC"}));
    for (model::When<model::Text>& word : words) {
        if (!word.value.pieces.empty() && word.value.pieces.front().kind == model::Piece::Kind::literal &&
            is_gnu_flag(word.value.pieces.front().text)) {
            word.when = conjunction(word.when, gnu);
        }
    }
}

void guard(model::CompileFlags& flags) {
    for (model::Words* words : {&flags.c_options, &flags.cxx_options, &flags.options}) {
        guard(*words);
    }
}

}  // namespace

void guard_gnu_flags(model::Project& project, Diagnostics&) {
    for (model::Directory& directory : project.directories) {
        guard(directory.common);
        guard(directory.common_link_options);
        for (model::Directory::Item& item : directory.items) {
            if (auto* target = std::get_if<model::Target>(&item)) {
                guard(target->compile);
                guard(target->link_options);
            }
        }
    }
}

}  // namespace am2cmake::passes
