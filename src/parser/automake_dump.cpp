#include "parser/automake_dump.hpp"

#include <fmt/format.h>

#include <string_view>

namespace am2cmake::automake {
namespace {

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (char const c : text) {
        switch (c) {
            case '\n': result += "\\n"; break;
            case '\r': result += "\\r"; break;
            case '\t': result += "\\t"; break;
            case '"':
            case '\\': result += '\\'; [[fallthrough]];
            default: result += c;
        }
    }
    return result + '"';
}

Text const* only_text(Word const& word) {
    return word.parts.size() == 1 ? std::get_if<Text>(&word.parts.front()) : nullptr;
}

// One line is written for each node; what is within it is written with a further blank pair before.
class Dump {
public:
    void operator()(Assignment const& assignment);
    void operator()(TargetVariable const& variable);
    void operator()(If const& node) { conditional("if", node.negated, node.name); }
    void operator()(Else const& node) { conditional("else", node.negated, node.name); }
    void operator()(Endif const& node) { conditional("endif", node.negated, node.name); }
    void operator()(Include const& include);
    void operator()(Rule const& rule);
    void operator()(Define const& define);
    void operator()(Directive const& directive);
    void operator()(Expansion const& expansion);
    void operator()(GnuConditional const& node) { line("gnu-conditional " + quoted(node.text)); }
    void operator()(Comment const& comment);
    void operator()(BlankLine const&) { line("blank"); }
    void operator()(Verbatim const& node) { line("verbatim " + quoted(node.text)); }

    void operator()(Text const& node) { line("text " + quoted(node.text)); }
    void operator()(VariableReference const& reference);
    void operator()(FunctionCall const& call);
    void operator()(Substitution const& node) { line(fmt::format("substitution {}", quoted(node.name))); }

    std::string text;

private:
    void line(std::string_view content);
    void conditional(std::string_view keyword, bool negated, std::string_view name);
    void word(std::string_view label, Word const& word);
    void words(std::string_view label, std::vector<Word> const& words);

    template <typename Children>
    void within(Children write) {
        ++depth_;
        write();
        --depth_;
    }

    std::size_t depth_ = 0;
};

void Dump::line(std::string_view content) {
    text.append(2 * depth_, ' ').append(content) += '\n';
}

void Dump::conditional(std::string_view keyword, bool negated, std::string_view name) {
    line(fmt::format("{}{}{}{}", keyword, negated || !name.empty() ? " " : "", negated ? "!" : "", name));
}

void Dump::word(std::string_view label, Word const& word) {
    if (Text const* const plain = only_text(word)) {
        line(fmt::format("{} {}", label, quoted(plain->text)));
        return;
    }
    line(label);
    within([&] {
        for (WordPart const& part : word.parts) {
            std::visit(*this, part);
        }
    });
}

void Dump::words(std::string_view label, std::vector<Word> const& words) {
    for (Word const& each : words) {
        word(label, each);
    }
}

void Dump::operator()(Assignment const& assignment) {
    std::string head = "assignment " + assignment.operation;
    for (std::string const& modifier : assignment.modifiers) {
        head += ' ' + modifier;
    }
    line(head);
    within([&] {
        word("name", assignment.name);
        words("word", assignment.words);
        if (!assignment.comment.empty()) {
            line("comment " + quoted(assignment.comment));
        }
    });
}

void Dump::operator()(TargetVariable const& variable) {
    line("target-variable");
    within([&] {
        words("target", variable.targets);
        (*this)(variable.assignment);
    });
}

void Dump::operator()(Include const& include) {
    line(include.optional ? "include optional" : "include");
    within([&] { words("path", include.paths); });
}

void Dump::operator()(Rule const& rule) {
    line(fmt::format("{}{}{}", rule.targets.empty() ? "continued-rule" : "rule", rule.grouped ? " grouped" : "",
                     rule.double_colon ? " double-colon" : ""));
    within([&] {
        words("target", rule.targets);
        words("target-pattern", rule.target_pattern);
        words("prerequisite", rule.prerequisites);
        words("order-only", rule.order_only);
        for (RecipeLine const& each : rule.recipe) {
            line("recipe " + quoted(each.text));
        }
    });
}

void Dump::operator()(Define const& define) {
    line(fmt::format("define {}{}{}", quoted(define.name), define.operation.empty() ? "" : " ", define.operation));
    within([&] { line("body " + quoted(define.body)); });
}

void Dump::operator()(Directive const& directive) {
    line("directive " + directive.keyword);
    within([&] { words("word", directive.words); });
}

void Dump::operator()(Expansion const& expansion) {
    line("expansion");
    within([&] { words("word", expansion.words); });
}

void Dump::operator()(Comment const& comment) {
    line((comment.automake_only ? "comment automake-only " : "comment ") + quoted(comment.text));
}

void Dump::operator()(VariableReference const& reference) {
    Text const* const plain = reference.name.empty() ? nullptr : only_text(reference.name.front());
    line(plain != nullptr ? "variable " + quoted(plain->text) : "variable");
    within([&] {
        if (plain == nullptr) {
            words("name", reference.name);
        }
        words("from", reference.from);
        words("to", reference.to);
    });
}

void Dump::operator()(FunctionCall const& call) {
    line("call " + call.function);
    within([&] {
        for (std::vector<Word> const& argument : call.arguments) {
            line("argument");
            within([&] { words("word", argument); });
        }
    });
}

}  // namespace

std::string dump(File const& file) {
    Dump dump;
    for (Statement const& statement : file.statements) {
        std::visit(dump, statement);
    }
    return dump.text;
}

}  // namespace am2cmake::automake
