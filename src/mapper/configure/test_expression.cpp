#include "mapper/configure/test_expression.hpp"

#include <set>

#include "mapper/configure/symbolic.hpp"

namespace am2cmake::mapper {
namespace {

using Kind = TestExpression::Kind;

std::set<std::string> const binary_operators{"=",   "==",  "!=",  "-eq", "-ne", "-lt", "-le",
                                             "-gt", "-ge", "-nt", "-ot", "-ef", "<",   ">"};
std::set<std::string> const unary_operators{"-n", "-z", "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-L", "-p",
                                            "-r", "-S", "-s", "-t", "-u", "-w", "-x", "-k", "-O", "-G"};
constexpr std::size_t deepest = 100;

class Parser {
public:
    explicit Parser(std::vector<shell::Word const*> words) : words_(std::move(words)) {}

    std::optional<TestExpression> parse() {
        std::optional<TestExpression> expression = disjunction(0);
        return at_ == words_.size() ? expression : std::nullopt;
    }

private:
    std::optional<std::string> word(std::size_t ahead = 0) const {
        return at_ + ahead < words_.size() ? constant_word(*words_[at_ + ahead]) : std::nullopt;
    }
    bool is(std::size_t ahead, std::set<std::string> const& operators) const {
        std::optional<std::string> const text = word(ahead);
        return text && operators.contains(*text);
    }
    bool take(std::string_view text) {
        bool const found = word() == text;
        at_ += found ? 1 : 0;
        return found;
    }

    std::optional<TestExpression> list(Kind kind, std::string_view operation, std::size_t depth) {
        std::optional<TestExpression> first =
            kind == Kind::disjunction ? list(Kind::conjunction, "-a", depth) : primary(depth);
        if (!first) {
            return std::nullopt;
        }
        TestExpression made{kind, {}, nullptr, nullptr, {*std::move(first)}};
        while (take(operation)) {
            std::optional<TestExpression> next =
                kind == Kind::disjunction ? list(Kind::conjunction, "-a", depth) : primary(depth);
            if (!next) {
                return std::nullopt;
            }
            made.operands.push_back(*std::move(next));
        }
        return made.operands.size() == 1 ? TestExpression(made.operands.front()) : made;
    }
    std::optional<TestExpression> disjunction(std::size_t depth) { return list(Kind::disjunction, "-o", depth); }

    std::optional<TestExpression> primary(std::size_t depth) {
        if (at_ >= words_.size() || depth > deepest) {
            return std::nullopt;
        }
        if (at_ + 2 < words_.size() && is(1, binary_operators)) {
            TestExpression made{Kind::binary, *word(1), words_[at_], words_[at_ + 2], {}};
            made.operation = made.operation == "==" ? "=" : made.operation;
            at_ += 3;
            return made;
        }
        if (at_ + 1 < words_.size() && take("!")) {
            std::optional<TestExpression> operand = primary(depth + 1);
            if (!operand) {
                return std::nullopt;
            }
            TestExpression made{Kind::negation, {}, nullptr, nullptr, {}};
            made.operands.push_back(*std::move(operand));
            return made;
        }
        if (at_ + 1 < words_.size() && take("(")) {
            std::optional<TestExpression> inner = disjunction(depth + 1);
            return inner && take(")") ? inner : std::nullopt;
        }
        if (at_ + 1 < words_.size() && is(0, unary_operators)) {
            TestExpression const made{Kind::unary, *word(), words_[at_ + 1], nullptr, {}};
            at_ += 2;
            return made;
        }
        return TestExpression{Kind::unary, "-n", words_[at_++], nullptr, {}};
    }

    std::vector<shell::Word const*> words_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<TestExpression> parse_test(shell::Simple const& command) {
    if (command.words.empty()) {
        return std::nullopt;
    }
    std::optional<std::string> const name = constant_word(command.words.front());
    std::vector<shell::Word const*> words;
    for (std::size_t i = 1; i < command.words.size(); ++i) {
        words.push_back(&command.words[i]);
    }
    if (name == "[" && !words.empty() && constant_word(*words.back()) == "]") {
        words.pop_back();
    } else if (name != "test") {
        return std::nullopt;
    }
    return Parser(std::move(words)).parse();
}

}  // namespace am2cmake::mapper
