#include "parser/shell_dump.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "parser/m4_expanded.hpp"

namespace am2cmake::shell {
namespace {

// Quoted, with calls of macros as <1> and other bytes that do not print as \x07.
std::string shown(std::string_view text) {
    std::string shown = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (m4::Placeholder const call = m4::placeholder_at(text, i); call.length != 0) {
            shown += fmt::format("<{}>", call.call);
            i += call.length - 1;
        } else if (byte == '\n') {
            shown += "\\n";
        } else if (byte == '\t') {
            shown += "\\t";
        } else if (byte == '"' || byte == '\\') {
            shown += '\\';
            shown += text[i];
        } else if (byte < ' ' || byte >= 0x7F) {
            shown += fmt::format("\\x{:02x}", byte);
        } else {
            shown += text[i];
        }
    }
    return shown + '"';
}

class Dump {
public:
    void script(Script const& script);
    void operator()(Word const& word);
    std::string take() { return std::move(text_); }

    void operator()(Literal const& literal) { part("Literal", literal.quoted, shown(literal.text)); }
    void operator()(Parameter const& parameter);
    void operator()(CommandSubstitution const& substitution);
    void operator()(Arithmetic const& arithmetic) { part("Arithmetic", arithmetic.quoted, shown(arithmetic.text)); }
    void operator()(MacroWord const& macro) { part("MacroWord", macro.quoted, std::to_string(macro.call)); }

    void operator()(Redirection const& redirection);
    void operator()(Assignment const& assignment);
    void operator()(Simple const& simple);
    void operator()(MacroCall const& call) { line("MacroCall", std::to_string(call.call)); }
    void operator()(Pipeline const& pipeline);
    void operator()(AndOr const& list);
    void operator()(Group const& group);
    void operator()(If const& node);
    void operator()(For const& node);
    void operator()(While const& node);
    void operator()(Case const& node);
    void operator()(Function const& function);
    void operator()(Comment const& comment) { line("Comment", shown(comment.text)); }
    void operator()(BlankLine const&) { line("BlankLine"); }
    void operator()(Verbatim const& verbatim) { line("Verbatim", shown(verbatim.text)); }

private:
    void line(std::string_view node, std::string_view text = "") {
        text_.append(2 * depth_, ' ').append(node).append(text.empty() ? "" : " ").append(text).append("\n");
    }
    void part(std::string_view node, bool quoted, std::string_view text) {
        line(node, quoted ? fmt::format("quoted {}", text) : std::string(text));
    }
    template <typename Children>
    void below(Children children) {
        ++depth_;
        children();
        --depth_;
    }
    template <typename Nodes>
    void each(Nodes const& nodes) {
        for (auto const& node : nodes) {
            (*this)(node);
        }
    }
    void operator()(Command const& command) { std::visit(*this, command.node); }
    void part_of(std::string_view name, Script const& body) {
        line(name);
        below([&] { script(body); });
    }

    std::string text_;
    std::size_t depth_ = 0;
};

void Dump::script(Script const& script) {
    each(script.commands);
}

// A word of plain characters is one line.
void Dump::operator()(Word const& word) {
    auto const* const literal = word.parts.size() == 1 ? std::get_if<Literal>(&word.parts.front()) : nullptr;
    if (literal != nullptr) {
        part("Word", literal->quoted, shown(literal->text));
        return;
    }
    line("Word");
    below([&] {
        for (WordPart const& part : word.parts) {
            std::visit(*this, part);
        }
    });
}

void Dump::operator()(Parameter const& parameter) {
    std::string const name = shown(parameter.name);
    std::string_view const bare = std::string_view(name).substr(1, name.size() - 2);
    part("Parameter", parameter.quoted,
         fmt::format("{}{}{}", bare, parameter.operation.empty() ? "" : " ", parameter.operation));
    below([&] { each(parameter.argument); });
}

void Dump::operator()(CommandSubstitution const& substitution) {
    part("CommandSubstitution", substitution.quoted, shown(substitution.text));
    below([&] { script(substitution.script); });
}

void Dump::operator()(Redirection const& redirection) {
    line("Redirection", redirection.descriptor + redirection.operation);
    below([&] {
        (*this)(redirection.target);
        each(redirection.body);
    });
}

void Dump::operator()(Assignment const& assignment) {
    line("Assignment", shown(assignment.name));
    below([&] { (*this)(assignment.value); });
}

void Dump::operator()(Simple const& simple) {
    line("Simple");
    below([&] {
        each(simple.assignments);
        each(simple.words);
        each(simple.redirections);
    });
}

void Dump::operator()(Pipeline const& pipeline) {
    line("Pipeline", pipeline.negated ? "!" : "");
    below([&] { each(pipeline.commands); });
}

void Dump::operator()(AndOr const& list) {
    line("AndOr");
    below([&] {
        (*this)(list.commands.front());
        for (std::size_t i = 0; i < list.operators.size(); ++i) {
            line(list.operators[i]);
            (*this)(list.commands[i + 1]);
        }
    });
}

void Dump::operator()(Group const& group) {
    line("Group", group.subshell ? "subshell" : "");
    below([&] {
        script(group.body);
        each(group.redirections);
    });
}

void Dump::operator()(If const& node) {
    line("If");
    below([&] {
        for (Branch const& branch : node.branches) {
            part_of("Condition", branch.condition);
            part_of("Then", branch.body);
        }
        if (node.otherwise) {
            part_of("Else", *node.otherwise);
        }
        each(node.redirections);
    });
}

void Dump::operator()(For const& node) {
    line("For", node.variable);
    below([&] {
        if (node.words) {
            line("In");
            below([&] { each(*node.words); });
        }
        part_of("Do", node.body);
        each(node.redirections);
    });
}

void Dump::operator()(While const& node) {
    line(node.until ? "Until" : "While");
    below([&] {
        part_of("Condition", node.condition);
        part_of("Do", node.body);
        each(node.redirections);
    });
}

void Dump::operator()(Case const& node) {
    line("Case");
    below([&] {
        (*this)(node.subject);
        for (CaseArm const& arm : node.arms) {
            line("Arm");
            below([&] {
                each(arm.patterns);
                part_of("Do", arm.body);
            });
        }
        each(node.redirections);
    });
}

void Dump::operator()(Function const& function) {
    line("Function", function.name);
    below([&] { script(function.body); });
}

}  // namespace

std::string dump(Script const& script) {
    Dump dump;
    dump.script(script);
    return dump.take();
}

std::string dump(Word const& word) {
    Dump dump;
    dump(word);
    return dump.take();
}

}  // namespace am2cmake::shell
