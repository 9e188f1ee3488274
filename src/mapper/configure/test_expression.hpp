#pragma once
// The expressions of `test` and `[` (POSIX, "test"; Autoconf manual, "Limitations of Shell Builtins").

#include <optional>
#include <string>
#include <vector>

#include "parser/shell_ast.hpp"

namespace am2cmake::mapper {

struct TestExpression {
    enum class Kind { unary, binary, negation, conjunction, disjunction };
    Kind kind = Kind::unary;
    std::string operation;              // -n -z -f ... ; = != -eq ...
    shell::Word const* left = nullptr;  // the operand of a unary one
    shell::Word const* right = nullptr;
    std::vector<TestExpression> operands;  // of negation, conjunction and disjunction
};

// Nothing for a command that is no `test` or `[`, or whose expression is malformed. Points into the command.
std::optional<TestExpression> parse_test(shell::Simple const& command);

}  // namespace am2cmake::mapper
