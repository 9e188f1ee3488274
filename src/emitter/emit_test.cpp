// Tests of `make check` as tests of CTest.

#include "emitter/emit.hpp"

namespace am2cmake::emitter {

using cmake::word;

namespace {

// Tests run in the build tree; a script that is not made there lies in the source tree.
cmake::Argument script(model::Text const& path) {
    if (!path.constant() || path.value().starts_with('/')) {
        return argument(path);
    }
    model::Text full = model::Text::variable("CMAKE_CURRENT_SOURCE_DIR", path.from);
    full.append("/" + path.value());
    return argument(full);
}

void add_variables(std::string_view keyword, std::vector<std::pair<std::string, model::Text>> const& variables,
                   std::vector<cmake::Argument>& arguments) {
    if (!variables.empty()) {
        arguments.push_back(word(keyword));
    }
    for (auto const& [name, value] : variables) {
        model::Text pair = model::Text::literal(name + "=");
        pair.append(value);
        arguments.push_back(argument(pair));
    }
}

}  // namespace

Nodes emit_test(model::Test const& test) {
    std::vector<cmake::Argument> arguments{cmake::literal(test.name)};
    arguments.push_back(word("COMMAND"));
    for (model::Text const& part : test.interpreter) {
        arguments.push_back(argument(part));
    }
    // CTest knows a target by its name where it is the command itself
    bool const driven = test.expected_to_fail || test.speaks_tap;
    bool const by_file = driven || !test.interpreter.empty();
    std::string const program = by_file ? "$<TARGET_FILE:" + test.target + ">" : test.target;
    if (!test.target.empty()) {
        arguments.push_back(cmake::literal(program));
    } else if (!test.script.empty()) {
        arguments.push_back(script(test.script));
    }
    for (model::Text const& part : test.arguments) {
        arguments.push_back(argument(part));
    }
    add_variables("ENVIRONMENT", test.environment, arguments);
    add_variables("ENVIRONMENT_MODIFICATION", test.environment_modification, arguments);
    if (test.expected_to_fail) {
        arguments.push_back(word("XFAIL"));
    }
    if (test.speaks_tap) {
        arguments.push_back(word("TAP"));
    }
    Nodes nodes;
    nodes.push_back(command(driven ? "add_driven_test" : "add_automake_test", std::move(arguments), test.from));
    return guarded(test.when, std::move(nodes), test.from);
}

}  // namespace am2cmake::emitter
