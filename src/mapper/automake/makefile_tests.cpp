#include "mapper/automake/makefile_tests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/shell_quoting.hpp"
#include "mapper/automake/test_environment.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Test;
using model::Text;
using model::When;
using model::Words;

std::string upper(std::string_view text) {
    std::string made{text};
    std::transform(made.begin(), made.end(), made.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return made;
}

// The prefix of the variables for tests with this name: "SH_" for `.sh` if TEST_EXTENSIONS has it, else "".
std::string extension_prefix(DirectoryContext const& context, std::string const& name) {
    Words extensions = context.variables.value("TEST_EXTENSIONS");
    if (!context.variables.assigned("TEST_EXTENSIONS")) {
        extensions.push_back({Text::literal(".test"), {}, {}});
    }
    for (When<Text> const& extension : extensions) {
        std::string const text = extension.value.constant() ? extension.value.value() : std::string{};
        if (text.size() > 1 && name.ends_with(text)) {
            return upper(std::string_view(text).substr(1)) + "_";
        }
    }
    return {};
}

std::vector<Text> log_compiler(DirectoryContext const& context, std::string const& name) {
    std::string const prefix = extension_prefix(context, name);
    std::vector<Text> command;
    for (std::string const& variable : {prefix + "LOG_COMPILER", "AM_" + prefix + "LOG_FLAGS", prefix + "LOG_FLAGS"}) {
        for (When<Text> const& word : unquoted(context.variables.value(variable), context.ledger)) {
            command.push_back(word.value);
        }
    }
    return command;
}

// Automake manual, "Use TAP with the Automake test harness".
bool is_tap_driver(DirectoryContext const& context, std::string const& variable) {
    Words const words = context.variables.value(variable);
    return std::any_of(words.begin(), words.end(), [](When<Text> const& word) {
        return cmake_text(word.value).find("/tap-driver.") != std::string::npos;
    });
}

void report_drivers(DirectoryContext const& context) {
    for (std::string const& name : context.variables.names()) {
        bool const driver = name == "LOG_DRIVER" || name.ends_with("_LOG_DRIVER");
        if (driver && !is_tap_driver(context, name)) {
            context.ledger.report(code::untranslated_variable, context.variables.first_assignment(name),
                                  "no translation for a test driver: the exit code tells here whether a test passes");
        }
    }
}

// Automake calls a test as TESTS does, without $(EXEEXT) and $(srcdir)/; `./` says nothing.
std::string test_name(DirectoryContext const& context, Text const& test) {
    std::optional<TreePath> const path = tree_path(test, context.directory());
    if (!path) {
        return cmake_text(test);
    }
    std::string const inside = context.directory().empty() ? "" : context.directory() + "/";
    return path->path.starts_with(inside) ? path->path.substr(inside.size()) : path->path;
}

// Under what condition the test is expected to fail.
Condition fails_when(Words const& failing, Text const& test) {
    Condition when = Condition::never();
    for (When<Text> const& word : failing) {
        if (without_exe_suffix(word.value) == test) {
            when = disjunction(std::move(when), word.when);
        }
    }
    return when;
}

void add_test(Test test, Condition const& fails, Location place, PlacedItems& items) {
    Condition const failing = condition_within(fails, test.when);
    if (!failing.is_never()) {
        Test expected = test;
        expected.expected_to_fail = true;
        expected.when = conjunction(test.when, failing);
        items.add(place, std::move(expected));
    }
    test.when = conjunction(std::move(test.when), negation(failing));
    if (!test.when.is_never()) {
        items.add(place, std::move(test));
    }
}

}  // namespace

std::string program_at(DirectoryContext const& context, Text const& path) {
    std::optional<TreePath> const place = tree_path(path, context.directory());
    return place ? context.index.by_path(place->path).value_or("") : std::string{};
}

Condition built_when(DirectoryContext const& context, std::string const& target) {
    auto const found = std::find_if(context.targets.begin(), context.targets.end(),
                                    [&](BuiltTarget const& each) { return each.name == target; });
    Condition when = found == context.targets.end() ? Condition::always() : Condition::never();
    if (found != context.targets.end()) {
        for (BuiltTarget::Place const& place : found->places) {
            when = disjunction(std::move(when), place.when);
        }
    }
    return when;
}

void map_tests(DirectoryContext const& context, PlacedItems& items) {
    Words const tests = context.variables.value("TESTS");
    if (tests.empty()) {
        return;
    }
    report_drivers(context);
    TestEnvironment const surroundings = test_environment(context);
    Words const failing = context.variables.value("XFAIL_TESTS");
    Location const place = context.variables.first_assignment("TESTS").begin;
    for (When<Text> const& word : tests) {
        Text const path = without_exe_suffix(word.value);
        if (path.empty() || !path.variable_name().empty()) {
            context.ledger.report(code::untranslated_variable, word.from, "configure chooses these tests");
            continue;
        }
        Test test;
        test.from = word.from;
        test.name = test_name(context, path);
        test.target = program_at(context, path);
        test.when = word.when;
        if (test.target.empty()) {
            test.script = located(context, path, false);
        } else {
            test.when =
                conjunction(std::move(test.when), condition_within(built_when(context, test.target), word.when));
        }
        test.interpreter = surroundings.command;
        std::vector<Text> const compiler = log_compiler(context, test.name);
        test.interpreter.insert(test.interpreter.end(), compiler.begin(), compiler.end());
        test.speaks_tap = is_tap_driver(context, extension_prefix(context, test.name) + "LOG_DRIVER");
        test.environment = surroundings.variables;
        test.environment_modification = surroundings.changed_paths;
        add_test(std::move(test), fails_when(failing, path), place, items);
    }
}

}  // namespace am2cmake::mapper
