#include <algorithm>

#include "mapper/configure/configure_lowering.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;

constexpr std::size_t most_combinations = 256;

std::string numeric_operation(std::string_view operation) {
    static std::map<std::string_view, std::string> const operations{
        {"-eq", "EQUAL"}, {"-lt", "LESS"}, {"-le", "LESS_EQUAL"}, {"-gt", "GREATER"}, {"-ge", "GREATER_EQUAL"}};
    auto const found = operations.find(operation);
    return found == operations.end() ? std::string{} : found->second;
}

std::string file_question(std::string_view operation) {
    static std::map<std::string_view, std::string> const questions{
        {"-e", "EXISTS"}, {"-f", "EXISTS"},       {"-r", "EXISTS"},     {"-x", "EXISTS"},    {"-s", "EXISTS"},
        {"-w", "EXISTS"}, {"-d", "IS_DIRECTORY"}, {"-h", "IS_SYMLINK"}, {"-L", "IS_SYMLINK"}};
    auto const found = questions.find(operation);
    return found == questions.end() ? std::string{} : found->second;
}

// if(X) asks the same as comparing with one of the values of a variable that holds nothing but truths and falsehoods.
std::optional<Condition> truth(std::string const& variable, std::string const& value,
                               std::set<std::string> const& values) {
    bool const all_others_true = std::none_of(
        values.begin(), values.end(), [](std::string const& each) { return !each.empty() && is_false_word(each); });
    if (value.empty() && all_others_true) {
        return negation(Condition::of(model::Truth{variable}));
    }
    auto const truths = std::count_if(values.begin(), values.end(), is_true_word);
    auto const falsehoods = std::count_if(values.begin(), values.end(), is_false_word);
    if (static_cast<std::size_t>(truths + falsehoods) != values.size()) {
        return std::nullopt;
    }
    Condition const asked = Condition::of(model::Truth{variable});
    if (is_true_word(value) && truths == 1) {
        return asked;
    }
    return is_false_word(value) && falsehoods == 1 ? std::optional(negation(asked)) : std::nullopt;
}

class TestLowering {
public:
    TestLowering(ConfigureLowering& lowering, Span span) : lowering_(lowering), span_(span) {}

    std::optional<Condition> operator()(TestExpression const& expression) const {
        using Kind = TestExpression::Kind;
        switch (expression.kind) {
            case Kind::unary: return unary(expression);
            case Kind::binary: return binary(expression);
            case Kind::negation: {
                std::optional<Condition> const operand = (*this)(expression.operands.front());
                return operand ? std::optional(negation(*operand)) : std::nullopt;
            }
            case Kind::conjunction: return fold(expression, Condition::always(), model::conjunction);
            case Kind::disjunction: return fold(expression, Condition::never(), model::disjunction);
        }
        return std::nullopt;
    }

private:
    std::optional<Condition> fold(TestExpression const& expression, Condition made,
                                  Condition (*join)(Condition, Condition)) const {
        for (TestExpression const& operand : expression.operands) {
            std::optional<Condition> const next = (*this)(operand);
            if (!next) {
                return std::nullopt;
            }
            made = join(std::move(made), *next);
        }
        return made;
    }

    std::optional<Condition> unary(TestExpression const& expression) const {
        if (expression.operation == "-z" || expression.operation == "-n") {
            std::optional<Condition> const empty = equal(*expression.left, shell::Word{span_, {}});
            return empty && expression.operation == "-n" ? std::optional(negation(*empty)) : empty;
        }
        std::string const question = file_question(expression.operation);
        std::optional<model::Text> const operand = question.empty() ? std::nullopt : lowering_.text(*expression.left);
        if (!operand) {
            return std::nullopt;
        }
        model::Text const& path = *operand;
        return path.empty() ? Condition::never() : Condition::of(model::Question{question, path});
    }

    std::optional<Condition> equal(shell::Word const& a, shell::Word const& b) const {
        std::optional<Symbolic> const left = symbolic(a);
        std::optional<Symbolic> const right = symbolic(b);
        if (left && right) {
            return lowering_.equals(*left, *right, span_);
        }
        std::optional<model::Text> const left_text = lowering_.text(a);
        std::optional<model::Text> const right_text = left_text ? lowering_.text(b) : std::nullopt;
        return right_text ? std::optional(Condition::of(model::Comparison{*left_text, "STREQUAL", *right_text}))
                          : std::nullopt;
    }

    std::optional<Condition> binary(TestExpression const& expression) const {
        if (expression.operation == "=" || expression.operation == "!=") {
            std::optional<Condition> const same = equal(*expression.left, *expression.right);
            return same && expression.operation == "!=" ? std::optional(negation(*same)) : same;
        }
        bool const different = expression.operation == "-ne";
        std::string const operation = numeric_operation(different ? "-eq" : expression.operation);
        std::optional<model::Text> const left = operation.empty() ? std::nullopt : lowering_.text(*expression.left);
        std::optional<model::Text> const right = left ? lowering_.text(*expression.right) : std::nullopt;
        if (!right) {
            return std::nullopt;
        }
        Condition const compared = Condition::of(model::Comparison{*left, operation, *right});
        return different ? negation(compared) : compared;
    }

    ConfigureLowering& lowering_;
    Span span_;
};

}  // namespace

std::optional<std::set<std::string>> ConfigureLowering::possible_values(std::string const& variable) const {
    if (Binding const* bound = binding(variable)) {
        bool const is_open =
            bound->when_true.find("${") != std::string::npos || bound->when_false.find("${") != std::string::npos;
        if (bound->condition) {
            return is_open ? std::nullopt : std::optional(std::set{bound->when_true, bound->when_false});
        }
        return bound->text.constant() ? std::optional(std::set{bound->text.value()}) : std::nullopt;
    }
    if (is_computed_name(variable) || computed_names.may_be_assigned(variable)) {
        return std::nullopt;
    }
    auto const known = flow.find(variable);
    if (known == flow.end()) {
        return std::set<std::string>{""};
    }
    if (known->second.constant && !known->second.maybe_unset) {
        return std::set{*known->second.constant};
    }
    VariableFacts const& about = facts.of(variable);
    ValueSet const& all = about.values;
    bool const is_ours = about.assignments == 0 && !about.written_by_rule;  // no variable of the script
    if (all.open || is_ours) {
        return std::nullopt;
    }
    std::set<std::string> values = all.values;
    if (known->second.maybe_unset) {
        values.insert("");
    }
    return values;
}

Condition ConfigureLowering::is_value(std::string const& variable, std::string const& value, Span span) {
    keep_after_loop(variable);
    std::optional<std::set<std::string>> const values = possible_values(variable);
    if (values && !values->contains(value)) {
        read(variable, span);  // reports one that nothing sets
        return Condition::never();
    }
    if (values && values->size() == 1) {
        read(variable, span);
        return Condition::always();
    }
    if (Binding const* bound = binding(variable); values && bound != nullptr && bound->condition) {
        return value == bound->when_true ? *bound->condition : negation(*bound->condition);
    }
    if (values && binding(variable) == nullptr) {
        if (std::optional<Condition> const asked = truth(variable, value, *values)) {
            return *asked;
        }
    }
    // What make would follow is followed on the other side, too.
    model::Text const literal = model::Text::literal(value, span);
    Binding const* const bound = binding(variable);
    model::Text const other = bound != nullptr && !bound->condition ? followed(literal) : literal;
    return Condition::of(model::Comparison{read(variable, span), "STREQUAL", other});
}

std::optional<Condition> ConfigureLowering::where(Symbolic const& text,
                                                  std::function<bool(std::string const&)> const& wanted) {
    std::vector<std::string> const names = variable_names(text);
    std::vector<std::vector<std::string>> values;
    std::size_t combinations = 1;
    for (std::string const& name : names) {
        std::optional<std::set<std::string>> const possible = possible_values(name);
        if (!possible || possible->empty() || possible->size() > most_combinations) {
            return std::nullopt;
        }
        values.emplace_back(possible->begin(), possible->end());
        combinations *= possible->size();
        if (combinations > most_combinations) {
            return std::nullopt;
        }
    }
    Condition made = Condition::never();
    for (std::size_t number = 0; number < combinations; ++number) {
        std::string spelled;
        Condition these = Condition::always();
        std::size_t rest = number;
        std::size_t variable = 0;
        for (SymbolicPart const& part : text) {
            if (!part.is_variable) {
                spelled += part.text;
                continue;
            }
            std::string const& value = values[variable][rest % values[variable].size()];
            rest /= values[variable].size();
            ++variable;
            spelled += value;
            these = conjunction(std::move(these), is_value(part.text, value, part.span));
        }
        if (wanted(spelled)) {
            made = disjunction(std::move(made), std::move(these));
        }
    }
    return made;
}

Condition ConfigureLowering::equals(Symbolic left, Symbolic right, Span span) {
    strip_common(left, right);
    if (is_constant(left)) {
        std::swap(left, right);
    }
    if (is_constant(left)) {
        return constant_text(left) == constant_text(right) ? Condition::always() : Condition::never();
    }
    if (is_constant(right)) {
        std::string const value = constant_text(right);
        if (std::string const name = single_variable(left); !name.empty()) {
            return is_value(name, value, span);
        }
        auto const same = [&](std::string const& spelled) { return spelled == value; };
        if (std::optional<Condition> const made = where(left, same)) {
            return *made;
        }
    }
    return Condition::of(model::Comparison{text(left), "STREQUAL", text(right)});
}

std::optional<Condition> ConfigureLowering::condition(shell::Script const& script) {
    std::optional<Condition> last = Condition::always();
    for (shell::Command const& command : script.commands) {
        bool const says_nothing = std::holds_alternative<shell::Comment>(command.node) ||
                                  std::holds_alternative<shell::BlankLine>(command.node);
        if (!says_nothing) {
            last = condition(command);
        }
    }
    return last;
}

std::optional<Condition> ConfigureLowering::condition(shell::Command const& command) {
    if (auto const* simple = std::get_if<shell::Simple>(&command.node)) {
        if (std::optional<shell::Script> const script = evaluated(*simple)) {
            return condition(*script);
        }
        if (std::optional<TestExpression> const expression = parse_test(*simple)) {
            return TestLowering(*this, simple->span)(*expression);
        }
        std::optional<Condition> const made = command_condition(*simple);
        std::optional<Condition> const match = made ? made : match_condition(command, simple->span);
        return match ? match : shell_condition(command);
    }
    if (auto const* pipeline = std::get_if<shell::Pipeline>(&command.node);
        pipeline != nullptr && pipeline->commands.size() == 1 && pipeline->negated) {
        std::optional<Condition> const operand = condition(pipeline->commands.front());
        return operand ? std::optional(negation(*operand)) : std::nullopt;
    }
    if (auto const* pipeline = std::get_if<shell::Pipeline>(&command.node)) {
        std::optional<Condition> const match = match_condition(command, pipeline->span);
        return match ? match : shell_condition(command);
    }
    if (auto const* list = std::get_if<shell::AndOr>(&command.node)) {
        if (list->commands.size() > longest_condition) {
            return std::nullopt;
        }
        std::optional<Condition> made = condition(list->commands.front());
        for (std::size_t i = 0; made && i < list->operators.size(); ++i) {
            std::optional<Condition> const next = condition(list->commands[i + 1]);
            if (!next) {
                return std::nullopt;
            }
            made = list->operators[i] == "&&" ? conjunction(*made, *next) : disjunction(*made, *next);
        }
        return made;
    }
    if (auto const* group = std::get_if<shell::Group>(&command.node)) {
        return condition(group->body);
    }
    return std::nullopt;
}

}  // namespace am2cmake::mapper
