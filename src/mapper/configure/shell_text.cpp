#include "mapper/configure/shell_text.hpp"

#include <algorithm>
#include <cctype>

#include "mapper/configure/symbolic.hpp"

namespace am2cmake::mapper {
namespace {

constexpr std::size_t deepest = 20;

bool is_name(std::string_view text) {
    return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0 &&
           std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

// The environment has these itself, or they mean something to the shell.
bool stays_outside(std::string const& name) {
    static std::set<std::string> const names{"PATH", "HOME", "USER", "TMPDIR", "PWD", "IFS", "LC_ALL", "LANG"};
    return names.contains(name);
}

// Commands that change files or the shell around them.
bool changes_something(std::string const& command) {
    static std::set<std::string> const commands{
        "exit",  "return", "break", "continue", "exec",  "trap", "set",   "shift",   "unset", "export",
        "read",  "rm",     "mv",    "cp",       "ln",    "cd",   "mkdir", "rmdir",   "touch", "install",
        "chmod", "tee",    ".",     "source",   "umask", "kill", "make",  "ac_func", "alias", "sleep"};
    return commands.contains(command) || command.starts_with("ac_fn_") || command.starts_with("as_fn_");
}

class Printer {
public:
    bool commands(std::vector<shell::Command> const& all) {
        bool first = true;
        for (shell::Command const& command : all) {
            if (std::holds_alternative<shell::Comment>(command.node) ||
                std::holds_alternative<shell::BlankLine>(command.node)) {
                continue;
            }
            made.text += first ? "" : "; ";
            first = false;
            if (!std::visit(*this, command.node)) {
                return false;
            }
        }
        return !first;
    }

    bool operator()(shell::Simple const& simple) {
        std::optional<std::string> const name =
            simple.words.empty() ? std::nullopt : constant_word(simple.words.front());
        if (name && changes_something(*name)) {
            return false;
        }
        bool first = true;
        auto const separate = [&] {
            made.text += first ? "" : " ";
            first = false;
        };
        for (shell::Assignment const& assignment : simple.assignments) {
            separate();
            made.text += assignment.name + "=";
            if (!word(assignment.value)) {
                return false;
            }
            if (simple.words.empty()) {
                assigned_.insert(assignment.name);
            }
        }
        for (shell::Word const& each : simple.words) {
            separate();
            if (!word(each)) {
                return false;
            }
        }
        return redirections(simple.redirections);
    }

    bool operator()(shell::Pipeline const& pipeline) {
        made.text += pipeline.negated ? "! " : "";
        for (std::size_t i = 0; i < pipeline.commands.size(); ++i) {
            made.text += i == 0 ? "" : " | ";
            if (!std::visit(*this, pipeline.commands[i].node)) {
                return false;
            }
        }
        return true;
    }

    bool operator()(shell::AndOr const& list) {
        for (std::size_t i = 0; i < list.commands.size(); ++i) {
            made.text += i == 0 ? "" : " " + list.operators[i - 1] + " ";
            if (!std::visit(*this, list.commands[i].node)) {
                return false;
            }
        }
        return true;
    }

    bool operator()(shell::Group const& group) {
        made.text += group.subshell ? "(" : "{ ";
        bool const done = nested([&] { return commands(group.body.commands); });
        made.text += group.subshell ? ")" : "; }";
        return done && redirections(group.redirections);
    }

    template <typename Other>
    bool operator()(Other const&) {
        return false;
    }

    ShellText made;

private:
    template <typename Print>
    bool nested(Print print) {
        bool const done = ++depth_ <= deepest && print();
        --depth_;
        return done;
    }

    bool redirections(std::vector<shell::Redirection> const& all) {
        for (shell::Redirection const& redirection : all) {
            std::optional<std::string> const target = constant_word(redirection.target);
            bool const copies = redirection.operation == ">&" || redirection.operation == "<&";
            bool const reads = redirection.operation == "<";
            bool const drops = redirection.operation == ">" && target == "/dev/null";
            if (!redirection.body.empty() || !(copies || reads || drops)) {
                return false;
            }
            made.text += " " + redirection.descriptor + redirection.operation;
            if (copies && target && target->size() == 1) {
                made.text += *target;
            } else if (!word(redirection.target)) {
                return false;
            }
        }
        return true;
    }

    bool word(shell::Word const& word) {
        if (word.parts.empty()) {
            made.text += "''";
        }
        return std::all_of(word.parts.begin(), word.parts.end(),
                           [&](shell::WordPart const& part) { return std::visit(WordPrinter{*this}, part); });
    }

    struct WordPrinter {
        Printer& printer;

        bool operator()(shell::Literal const& literal) const {
            static constexpr std::string_view plain = "+-*?[]~/.,:=@%^_";
            bool const needs_quotes =
                literal.quoted || std::any_of(literal.text.begin(), literal.text.end(), [](unsigned char c) {
                    return std::isalnum(c) == 0 && plain.find(static_cast<char>(c)) == std::string_view::npos;
                });
            // A test that is compiled needs files that only configure has.
            if (literal.text.find("conftest") != std::string::npos ||
                literal.text.find("confdefs") != std::string::npos) {
                return false;
            }
            std::string& text = printer.made.text;
            if (!needs_quotes) {
                text += literal.text;
                return true;
            }
            text += '\'';
            for (char const c : literal.text) {
                text += c == '\'' ? std::string("'\\''") : std::string(1, c);
            }
            text += '\'';
            return true;
        }
        bool operator()(shell::Parameter const& parameter) const {
            if (!parameter.operation.empty() || !is_name(parameter.name) || parameter.name.starts_with("ac_co") ||
                parameter.name == "ac_link") {
                return false;
            }
            printer.read(parameter.name);
            char const* const quote = parameter.quoted ? "\"" : "";
            printer.made.text += quote + ("${" + parameter.name + "}") + quote;
            return true;
        }
        bool operator()(shell::CommandSubstitution const& substitution) const {
            char const* const quote = substitution.quoted ? "\"" : "";
            printer.made.text += quote + std::string("$(");
            bool const done = printer.nested([&] { return printer.commands(substitution.script.commands); });
            printer.made.text += std::string(")") + quote;
            return done;
        }
        bool operator()(shell::Arithmetic const&) const { return false; }
        bool operator()(shell::MacroWord const&) const { return false; }
    };

    void read(std::string const& name) {
        std::vector<std::string>& names = made.variables;
        if (!assigned_.contains(name) && !stays_outside(name) &&
            std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }

    std::set<std::string> assigned_;
    std::size_t depth_ = 0;
};

}  // namespace

std::optional<ShellText> shell_text(std::vector<shell::Command> const& commands) {
    Printer printer;
    return printer.commands(commands) ? std::optional(std::move(printer.made)) : std::nullopt;
}

}  // namespace am2cmake::mapper
