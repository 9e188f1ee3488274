#pragma once
// What surrounds each test of a Makefile.am: AM_TESTS_ENVIRONMENT and TESTS_ENVIRONMENT (Automake manual,
// "Scripts-based Testsuites").

#include <string>
#include <utility>
#include <vector>

#include "mapper/automake/directory_context.hpp"

namespace am2cmake::mapper {

struct TestEnvironment {
    std::vector<std::pair<std::string, model::Text>> variables;
    std::vector<std::pair<std::string, model::Text>> changed_paths;  // with CTest's operation: path_list_prepend:dir
    std::vector<model::Text> command;                                // that runs the test
};

// What only a shell could tell is reported and left out.
TestEnvironment test_environment(DirectoryContext const& context);

}  // namespace am2cmake::mapper
