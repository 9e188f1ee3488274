#include "mapper/configure/variable_facts.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "mapper/configure/holes.hpp"
#include "mapper/configure/shell_text.hpp"
#include "mapper/configure/symbolic.hpp"
#include "mapper/configure/test_expression.hpp"
#include "mapper/configure/text_filters.hpp"

namespace am2cmake::mapper {
namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(words.begin(), words.end(), lower) != words.end();
}

class Analysis {
public:
    explicit Analysis(ConfigureScripts& scripts) : scripts_(scripts) {}

    FactsOfVariables run() {
        visit(scripts_.top());
        spread_values();
        return std::move(facts_);
    }

private:
    VariableFacts& facts(std::string const& name) { return facts_.all()[name]; }

    void visit(shell::Script const& script) {
        for (shell::Command const& command : script.commands) {
            std::visit(*this, command.node);
        }
    }

    void use_as_text(shell::Word const& word) {
        for (shell::WordPart const& part : word.parts) {
            if (auto const* parameter = std::get_if<shell::Parameter>(&part)) {
                facts(parameter->name).used_as_text = true;
                if (parameter->operation == "=" || parameter->operation == ":=") {
                    facts(parameter->name).values.open = true;
                    ++facts(parameter->name).assignments;
                }
                for (shell::Word const& argument : parameter->argument) {
                    use_as_text(argument);
                }
            } else if (auto const* substitution = std::get_if<shell::CommandSubstitution>(&part)) {
                visit(substitution->script);
            } else if (auto const* arithmetic = std::get_if<shell::Arithmetic>(&part)) {
                use_names_in(with_references(arithmetic->text));
            } else if (auto const* macro = std::get_if<shell::MacroWord>(&part)) {
                visit_call(macro->call);
            }
        }
    }

    void assign(shell::Assignment const& assignment) {
        VariableFacts& target = facts(assignment.name);
        ++target.assignments;
        std::optional<Symbolic> const value = symbolic(assignment.value);
        if (value && is_constant(*value)) {
            target.values.values.insert(constant_text(*value));
        } else if (value && !single_variable(*value).empty()) {
            facts(single_variable(*value)).copies.insert(assignment.name);
        } else {
            target.values.open = true;
            use_as_text(assignment.value);
        }
    }

    // An operand of test: what it is compared with is known when the rest of both sides is constant.
    void compare(shell::Word const& a, shell::Word const& b) {
        std::optional<Symbolic> left = symbolic(a);
        std::optional<Symbolic> right = symbolic(b);
        if (!left || !right) {
            use_as_text(a);
            use_as_text(b);
            return;
        }
        strip_common(*left, *right);
        if (!is_constant(*left) && !is_constant(*right)) {
            use_as_text(a);
            use_as_text(b);
            return;
        }
        Symbolic const& asked = is_constant(*left) ? *right : *left;
        std::string const value = constant_text(is_constant(*left) ? *left : *right);
        if (std::string const name = single_variable(asked); !name.empty()) {
            facts(name).compared_with.insert(value);
        }
    }

    void visit_test(TestExpression const& expression) {
        using Kind = TestExpression::Kind;
        for (TestExpression const& operand : expression.operands) {
            visit_test(operand);
        }
        if (expression.kind == Kind::binary && (expression.operation == "=" || expression.operation == "!=")) {
            compare(*expression.left, *expression.right);
        } else if (expression.kind == Kind::unary && (expression.operation == "-n" || expression.operation == "-z")) {
            compare(*expression.left, shell::Word{});
        } else {
            for (shell::Word const* word : {expression.left, expression.right}) {
                if (word != nullptr) {
                    use_as_text(*word);
                }
            }
        }
    }

    void visit_call(std::size_t call) {
        rules::Macro const* rule = scripts_.rule(call);
        std::vector<m4::Expanded> const& arguments = scripts_.call(call).arguments;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            rules::ArgumentType const type = scripts_.argument_type(call, i);
            if (type == rules::ArgumentType::shell || type == rules::ArgumentType::condition) {
                visit(scripts_.argument(call, i));
            } else {
                use_names_in(arguments[i].text);
            }
        }
        if (rule != nullptr) {
            Holes holes = bind_arguments(*rule, scripts_.call(call));
            visit_statements(rule->statements, holes);
            visit_special(*rule, holes);
        }
    }

    void use_names_in(std::string const& text) {
        for (std::string const& name : names_in(text)) {
            facts(name).used_as_text = true;
        }
        for (std::size_t at = text.find(m4::call_begin); at != std::string::npos;
             at = text.find(m4::call_begin, at + 1)) {
            if (m4::Placeholder const inner = m4::placeholder_at(text, at); inner.length != 0) {
                visit_call(inner.call);
            }
        }
    }

    void visit_statements(std::vector<rules::Statement> const& statements, Holes& holes) {
        for (rules::Statement const& statement : statements) {
            if (auto const* writes = std::get_if<rules::Writes>(&statement.what)) {
                for (rules::Template const& variable : writes->variables) {
                    written(fill(variable, holes), writes->values, holes);
                }
            } else if (auto const* answer = std::get_if<rules::Answer>(&statement.what)) {
                written(fill(answer->variable, holes), {answer->when_true, answer->when_false}, holes);
            } else if (auto const* own = std::get_if<rules::Shell>(&statement.what)) {
                visit(scripts_.parse(fill(own->text, holes), own->span));
            } else if (auto const* each = std::get_if<rules::Each>(&statement.what)) {
                for (std::string const& word : words_of(each->list, holes)) {
                    holes[each->variable] = {{word}, rules::ArgumentType::text, each->span};
                    visit_statements(each->body, holes);
                }
            }
        }
    }

    void written(std::string const& name, std::vector<rules::Template> const& values, Holes const& holes) {
        VariableFacts& target = facts(name);
        target.written_by_rule = true;
        target.values.open = target.values.open || values.empty();
        for (rules::Template const& value : values) {
            std::string const text = fill(value, holes);
            target.values.open = target.values.open || text.find('$') != std::string::npos;
            target.values.values.insert(text);
        }
    }

    void visit_special(rules::Macro const& rule, Holes const& holes) {
        bool const substitutes =
            std::any_of(rule.statements.begin(), rule.statements.end(), [](rules::Statement const& statement) {
                auto const* special = std::get_if<rules::Special>(&statement.what);
                return special != nullptr && special->name == "substitute";
            });
        if (!substitutes || rule.parameters.empty()) {
            return;
        }
        VariableFacts& target = facts(fill({{}, {rules::Hole{{}, rule.parameters[0].name, {}}}, false}, holes));
        target.substituted = true;
        if (rule.parameters.size() > 1 && !words_of({{}, rule.parameters[1].name, {}}, holes).empty()) {
            target.values.open = true;
            ++target.assignments;
        }
    }

    // Values of a copy are those of what it is copied from.
    void spread_values() {
        for (bool changed = true; changed;) {
            changed = false;
            for (auto const& [name, from] : std::map(facts_.all())) {
                for (std::string const& copy : from.copies) {
                    ValueSet& to = facts(copy).values;
                    std::size_t const before = to.values.size();
                    bool const was_open = to.open;
                    bool const unknown = from.assignments == 0 && !from.written_by_rule;
                    to.open = to.open || from.values.open || unknown;
                    to.values.insert(from.values.values.begin(), from.values.values.end());
                    changed = changed || to.values.size() != before || to.open != was_open;
                }
            }
        }
    }

    ConfigureScripts& scripts_;
    FactsOfVariables facts_;

public:
    void operator()(shell::Simple const& simple) {
        for (shell::Assignment const& assignment : simple.assignments) {
            assign(assignment);
        }
        for (std::string const& name : assigned_by_eval(simple)) {
            facts(name).values.open = true;
            ++facts(name).assignments;
        }
        if (std::optional<TestExpression> const expression = parse_test(simple)) {
            visit_test(*expression);
            return;
        }
        if (simple.words.size() == 1) {
            std::optional<Symbolic> const word = symbolic(simple.words.front());
            if (word && !single_variable(*word).empty()) {
                facts(single_variable(*word)).compared_with.insert("true");
                return;
            }
        }
        std::optional<std::string> const command =
            simple.words.empty() ? std::nullopt : constant_word(simple.words.front());
        for (shell::Word const& word : simple.words) {
            use_as_text(word);
            std::optional<std::string> const name = constant_word(word);
            if (name && (command == "read" || command == "unset" || command == "export")) {
                facts(*name).values.open = true;
            }
        }
    }
    void operator()(shell::MacroCall const& macro) { visit_call(macro.call); }
    void operator()(shell::Pipeline const& pipeline) { visit_all(pipeline.commands); }
    void operator()(shell::AndOr const& list) { visit_all(list.commands); }
    void operator()(shell::Group const& group) { visit(group.body); }
    void operator()(shell::If const& branch) {
        for (shell::Branch const& each : branch.branches) {
            visit(each.condition);
            visit(each.body);
        }
        if (branch.otherwise) {
            visit(*branch.otherwise);
        }
    }
    void operator()(shell::For const& loop) {
        VariableFacts& variable = facts(loop.variable);
        ++variable.assignments;
        for (shell::Word const& word : loop.words.value_or(std::vector<shell::Word>{})) {
            std::optional<std::string> const item = constant_word(word);
            if (item) {
                facts(loop.variable).values.values.insert(*item);
            } else {
                facts(loop.variable).values.open = true;
                use_as_text(word);
            }
        }
        visit(loop.body);
    }
    void operator()(shell::While const& loop) {
        visit(loop.condition);
        visit(loop.body);
    }
    void operator()(shell::Case const& choice) {
        std::optional<Symbolic> const subject = symbolic(choice.subject);
        for (shell::CaseArm const& arm : choice.arms) {
            for (shell::Word const& word : arm.patterns) {
                std::optional<Pattern> const found = pattern(word);
                if (!subject || !found || (!found->is_literal() && !found->is_anything())) {
                    use_as_text(choice.subject);
                    use_as_text(word);
                } else if (found->is_literal() && !single_variable(*subject).empty()) {
                    facts(single_variable(*subject)).compared_with.insert(found->text());
                }
            }
            visit(arm.body);
        }
    }
    void operator()(shell::Function const& function) { visit(function.body); }
    void operator()(shell::Comment const&) {}
    void operator()(shell::BlankLine const&) {}
    void operator()(shell::Verbatim const&) {}

private:
    void visit_all(std::vector<shell::Command> const& commands) {
        for (shell::Command const& command : commands) {
            std::visit(*this, command.node);
        }
    }
};

}  // namespace

bool is_true_word(std::string_view word) {
    return any_of(word, {"yes", "true", "1", "on", "y"});
}

bool is_false_word(std::string_view word) {
    return any_of(word, {"no", "false", "0", "off", "n", "ignore", "notfound", ""}) || word.ends_with("-NOTFOUND");
}

std::set<std::string> names_in(std::string_view text) {
    std::set<std::string> names;
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
        std::size_t const begin = at + 1 + (at + 1 < text.size() && text[at + 1] == '{' ? 1 : 0);
        std::size_t end = begin;
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) {
            ++end;
        }
        if (end > begin) {
            names.emplace(text.substr(begin, end - begin));
        }
    }
    return names;
}

VariableFacts const& FactsOfVariables::of(std::string const& name) const {
    static VariableFacts const none;
    auto const found = all_.find(name);
    return found == all_.end() ? none : found->second;
}

std::set<std::string> FactsOfVariables::with_copies(std::string const& name) const {
    std::set<std::string> names{name};
    std::vector<std::string> open{name};
    while (!open.empty()) {
        std::string const next = open.back();
        open.pop_back();
        for (std::string const& copy : of(next).copies) {
            if (names.insert(copy).second) {
                open.push_back(copy);
            }
        }
    }
    return names;
}

VariableType FactsOfVariables::type(std::string const& name) const {
    std::set<std::string> words;
    for (std::string const& each : with_copies(name)) {
        VariableFacts const& facts = of(each);
        if (facts.used_as_text || facts.substituted) {
            return VariableType::text;
        }
        words.insert(facts.compared_with.begin(), facts.compared_with.end());
        words.insert(facts.values.values.begin(), facts.values.values.end());
    }
    auto const others = std::count_if(words.begin(), words.end(), [](std::string const& word) {
        return !is_true_word(word) && !is_false_word(word);
    });
    bool const open = of(name).values.open;
    if (others == 0) {
        return VariableType::boolean;
    }
    return others == 1 ? VariableType::tri_state : open ? VariableType::text : VariableType::choice;
}

FactsOfVariables analyse_variables(ConfigureScripts& scripts) {
    return Analysis(scripts).run();
}

}  // namespace am2cmake::mapper
