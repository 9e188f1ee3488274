// A rule without a fixture fails: each macro that a rule describes is called in a case of testdata/macro, and each such
// case calls a macro that a rule describes.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "parser/rules_parse.hpp"

using namespace am2cmake;
namespace fs = std::filesystem;

namespace {

fs::path const root = AM2CMAKE_SOURCE_DIR;

using Names = std::set<std::string>;

std::string text_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool is_name_character(char character) {
    return character == '_' || (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z');
}

// The words of a configure.ac that could be names of macros.
Names names_in(std::string const& text) {
    Names names;
    std::string word;
    for (char const character : text + "\n") {
        if (is_name_character(character)) {
            word += character;
        } else if (!word.empty()) {
            names.insert(word);
            word.clear();
        }
    }
    return names;
}

// The file of the rule by the name of the macro.
std::map<std::string, std::string> macros_of_rules() {
    std::map<std::string, std::string> macros;
    SourceMap sources;
    Diagnostics diagnostics(sources);
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(root / "rules")) {
        if (entry.path().extension() != ".rules") {
            continue;
        }
        std::string const path = entry.path().lexically_relative(root).generic_string();
        Source const source = sources.add_file(path, text_of(entry.path()));
        for (rules::Item const& item : rules::parse(source, diagnostics).items) {
            if (auto const* macro = std::get_if<rules::Macro>(&item)) {
                macros[macro->name] = path;
            }
        }
    }
    return macros;
}

// What our own m4 definitions call: rules that no configure.ac names.
Names names_of_definitions() {
    Names names;
    for (fs::directory_entry const& entry : fs::directory_iterator(root / "rules/m4")) {
        names.merge(names_in(text_of(entry.path())));
    }
    std::erase_if(names, [](std::string const& name) { return !name.starts_with("_AM2CMAKE_"); });
    return names;
}

// What the configure.ac of each case mentions.
std::map<std::string, Names> names_of_cases() {
    std::map<std::string, Names> cases;
    for (fs::directory_entry const& entry : fs::directory_iterator(root / "testdata/macro")) {
        cases[entry.path().filename().string()] = names_in(text_of(entry.path() / "input/configure.ac"));
    }
    return cases;
}

}  // namespace

TEST_CASE("each macro of the rules is called in a golden case") {
    Names called = names_of_definitions();
    for (auto const& [name, names] : names_of_cases()) {
        called.insert(names.begin(), names.end());
    }
    for (auto const& [macro, path] : macros_of_rules()) {
        CHECK_MESSAGE(called.contains(macro), path, ": no case calls ", macro,
                      "; call it in testdata/macro/*/input/configure.ac (scripts/new-case macro NAME makes a case) and "
                      "take what comes out with scripts/accept");
    }
}

TEST_CASE("each golden case of macros calls one that a rule describes") {
    std::map<std::string, std::string> const macros = macros_of_rules();
    // Each case has these two; they say nothing about what it is for.
    Names const everywhere{"AC_INIT", "AC_OUTPUT"};
    for (auto const& [name, names] : names_of_cases()) {
        bool calls_a_macro = false;
        for (std::string const& word : names) {
            calls_a_macro = calls_a_macro || (macros.contains(word) && !everywhere.contains(word));
        }
        CHECK_MESSAGE(calls_a_macro, "testdata/macro/", name,
                      " calls no macro that a rule describes; move it to another area of testdata, or add the rule");
    }
}
