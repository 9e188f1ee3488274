// The rules that are shipped: do they parse, is each macro described once, and is there what they name?

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "parser/rules_parse.hpp"

using namespace am2cmake;

namespace {

std::filesystem::path const root = AM2CMAKE_SOURCE_DIR;

std::string text_of(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> files_below(std::filesystem::path const& folder, std::string const& extension) {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == extension) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

// What the rules make a project call, beside functions of the modules.
std::set<std::string> const commands_of_cmake{"cmake_host_system_information",
                                              "file",
                                              "find_file",
                                              "find_package",
                                              "find_program",
                                              "get_filename_component",
                                              "list",
                                              "option",
                                              "pkg_check_modules",
                                              "pkg_get_variable",
                                              "set",
                                              "string"};

struct Rules {
    SourceMap sources;
    Diagnostics diagnostics{sources};
    std::vector<rules::File> files;
};

Rules const& shipped() {
    static Rules const* const read = [] {
        auto* const rules = new Rules;
        for (std::filesystem::path const& path : files_below(root / "rules", ".rules")) {
            Source const source =
                rules->sources.add_file(path.lexically_relative(root).generic_string(), text_of(path));
            rules->files.push_back(rules::parse(source, rules->diagnostics));
        }
        return rules;
    }();
    return *read;
}

template <typename T, typename Visit>
void each_item(Visit visit) {
    for (rules::File const& file : shipped().files) {
        for (rules::Item const& item : file.items) {
            if (auto const* found = std::get_if<T>(&item)) {
                visit(*found, std::string(file.source.path));
            }
        }
    }
}

template <typename T, typename Visit>
void each_statement(std::vector<rules::Statement> const& statements, Visit visit) {
    for (rules::Statement const& statement : statements) {
        if (auto const* found = std::get_if<T>(&statement.what)) {
            visit(*found);
        } else if (auto const* each = std::get_if<rules::Each>(&statement.what)) {
            each_statement<T>(each->body, visit);
        }
    }
}

std::set<std::string> functions_of_modules() {
    static std::regex const definition(R"((?:^|\n)(?:function|macro)\((\w+))");
    std::set<std::string> names;
    for (std::filesystem::path const& path : files_below(root / "src/emitter/modules", ".cmake")) {
        std::string const text = text_of(path);
        for (std::sregex_iterator at(text.begin(), text.end(), definition), end; at != end; ++at) {
            names.insert((*at)[1]);
        }
    }
    return names;
}

}  // namespace

TEST_CASE("the shipped rules parse without a finding") {
    REQUIRE_FALSE(shipped().files.empty());
    for (Diagnostic const& found : shipped().diagnostics.all()) {
        FAIL_CHECK(render(found, shipped().sources));
    }
}

TEST_CASE("each macro and each variable has one rule") {
    std::map<std::string, std::string> seen;
    auto const add = [&](std::string const& name, std::string const& path) {
        auto const [at, is_new] = seen.emplace(name, path);
        CHECK_MESSAGE(is_new, name, " is in ", at->second, " and in ", path);
    };
    each_item<rules::Macro>([&](rules::Macro const& macro, std::string const& path) { add(macro.name, path); });
    each_item<rules::Variable>([&](rules::Variable const& variable, std::string const& path) {
        auto const& name = std::visit(
            [](auto const& what) -> auto const& { return what.variable; }, variable.what);
        REQUIRE(name.parts.size() == 1);
        add("$" + std::get<std::string>(name.parts.front()), path);
    });
    each_item<rules::Host>([&](rules::Host const& host, std::string const& path) {
        for (std::string const& pattern : host.patterns) {
            add(host.variable + " " + pattern, path);
        }
    });
}

TEST_CASE("each macro says what becomes of it") {
    each_item<rules::Macro>([](rules::Macro const& macro, std::string const& path) {
        CHECK_MESSAGE(!macro.statements.empty(), path, ": ", macro.name, " has no statement");
    });
}

TEST_CASE("what a rule requires has a rule") {
    std::set<std::string> names;
    each_item<rules::Macro>([&](rules::Macro const& macro, std::string const&) { names.insert(macro.name); });
    each_item<rules::Macro>([&](rules::Macro const& macro, std::string const& path) {
        each_statement<rules::Requires>(macro.statements, [&](rules::Requires const& required) {
            for (std::string const& name : required.names) {
                CHECK_MESSAGE(names.contains(name), path, ": ", macro.name, " requires ", name);
            }
        });
    });
}

TEST_CASE("a rule calls CMake's own commands and functions of the modules") {
    std::set<std::string> const functions = functions_of_modules();
    each_item<rules::Macro>([&](rules::Macro const& macro, std::string const& path) {
        each_statement<rules::Cmake>(macro.statements, [&](rules::Cmake const& cmake) {
            bool const known = commands_of_cmake.contains(cmake.command) || functions.contains(cmake.command);
            WARN_MESSAGE(known, path, ": ", macro.name, " calls ", cmake.command);
        });
    });
}
