#include "mapper/configure/shell_text.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "mapper/configure/symbolic.hpp"

namespace am2cmake::mapper {
namespace {

constexpr std::size_t deepest = 30;

// The environment has these itself, or they mean something to the shell.
bool stays_outside(std::string const& name) {
    static std::set<std::string> const names{"PATH", "HOME", "USER", "TMPDIR", "PWD", "IFS", "LC_ALL", "LANG"};
    return names.contains(name);
}

// Commands that change files; of test files only in a passage.
bool changes_files(std::string const& command) {
    static std::set<std::string> const commands{"rm",    "mv",    "cp",      "ln",    "mkdir", "rmdir",
                                                "touch", "chmod", "install", "split", "tee"};
    return commands.contains(command);
}

// Commands that change the shell around them.
bool changes_shell(std::string const& command) {
    static std::set<std::string> const commands{"exit", "set", "shift", "unset", "break", "continue", ":", "eval"};
    return commands.contains(command);
}

bool is_refused(std::string const& command) {
    static std::set<std::string> const commands{"return", "exec",   "trap",  "export", "read",  "cd",
                                                ".",      "source", "umask", "kill",   "alias", "make"};
    return commands.contains(command) || command.starts_with("ac_fn_") || command.starts_with("as_fn_");
}

// `$ac_link` and its like are the command lines of Autoconf's own tests.
bool is_command_line(std::string const& name) {
    static std::set<std::string> const names{"ac_compile", "ac_link", "ac_cpp", "ac_ext", "ac_objext", "ac_exeext"};
    return names.contains(name);
}

bool mentions_test_file(shell::Word const& word) {
    return std::any_of(word.parts.begin(), word.parts.end(), [](shell::WordPart const& part) {
        auto const* literal = std::get_if<shell::Literal>(&part);
        return literal != nullptr && is_test_file(literal->text);
    });
}

class Printer {
public:
    Printer(bool passage, MacroText const& macro, std::size_t subshells = 0)
        : passage_(passage), macro_(macro), subshells_(subshells) {}

    bool commands(std::vector<shell::Command> const& all) {
        bool first = true;
        for (shell::Command const& command : all) {
            if (std::holds_alternative<shell::Comment>(command.node) ||
                std::holds_alternative<shell::BlankLine>(command.node)) {
                continue;
            }
            if (!first) {
                made.text += passage_ ? "\n" : made.text.ends_with('\n') ? "" : "; ";
            }
            first = false;
            if (!nested([&] { return std::visit(*this, command.node); })) {
                return false;
            }
            if (!documents_.empty()) {
                made.text += std::exchange(documents_, {}) + "\n";
            }
        }
        return !first;
    }

    bool operator()(shell::Simple const& simple) {
        if (!is_allowed(simple) || appends_definitions(simple)) {
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
                note_assigned(assignment.name);
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
        return joined(pipeline.commands, [](std::size_t) { return " | "; });
    }

    bool operator()(shell::AndOr const& list) {
        return joined(list.commands, [&](std::size_t i) { return " " + list.operators[i - 1] + " "; });
    }

    bool operator()(shell::Group const& group) {
        made.text += group.subshell ? "(" : "{ ";
        subshells_ += group.subshell ? 1 : 0;
        bool const done = commands(group.body.commands);
        subshells_ -= group.subshell ? 1 : 0;
        made.text += group.subshell ? ")" : made.text.ends_with('\n') ? "}" : "; }";
        return done && redirections(group.redirections);
    }

    bool operator()(shell::If const& branch) {
        char const* keyword = "if ";
        for (shell::Branch const& each : branch.branches) {
            made.text += keyword;
            if (!commands(each.condition.commands) ||
                !block(made.text.ends_with('\n') ? "then\n" : "; then\n", each.body)) {
                return false;
            }
            keyword = "elif ";
        }
        if (branch.otherwise && !block("else\n", *branch.otherwise)) {
            return false;
        }
        made.text += "fi";
        return passage_ && redirections(branch.redirections);
    }

    bool operator()(shell::For const& loop) {
        note_assigned(loop.variable);
        made.text += "for " + loop.variable;
        if (loop.words) {
            made.text += " in";
            for (shell::Word const& each : *loop.words) {
                made.text += " ";
                if (!word(each)) {
                    return false;
                }
            }
        }
        if (!block("; do\n", loop.body)) {
            return false;
        }
        made.text += "done";
        return passage_ && redirections(loop.redirections);
    }

    bool operator()(shell::While const& loop) {
        made.text += loop.until ? "until " : "while ";
        if (!commands(loop.condition.commands) || !block("; do\n", loop.body)) {
            return false;
        }
        made.text += "done";
        return passage_ && redirections(loop.redirections);
    }

    bool operator()(shell::Case const& choice) {
        made.text += "case ";
        if (!word(choice.subject)) {
            return false;
        }
        made.text += " in\n";
        for (shell::CaseArm const& arm : choice.arms) {
            for (std::size_t i = 0; i < arm.patterns.size(); ++i) {
                made.text += i == 0 ? "" : " | ";
                if (!word(arm.patterns[i])) {
                    return false;
                }
            }
            made.text += ")\n";
            if (!arm.body.commands.empty() && !commands(arm.body.commands)) {
                return false;
            }
            made.text += "\n;;\n";
        }
        made.text += "esac";
        return passage_ && redirections(choice.redirections);
    }

    bool operator()(shell::MacroCall const& call) {
        std::optional<std::string> const text = passage_ ? macro_(call.call) : std::nullopt;
        made.text += text.value_or("");
        if (text && text->find("ac_") != std::string::npos) {
            read_command_line();
        }
        return text.has_value();
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

    template <typename Between>
    bool joined(std::vector<shell::Command> const& all, Between between) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            made.text += i == 0 ? std::string{} : std::string(between(i));
            if (!nested([&] { return std::visit(*this, all[i].node); })) {
                return false;
            }
        }
        return true;
    }

    bool block(char const* opening, shell::Script const& body) {
        made.text += opening;
        bool const done = commands(body.commands);
        made.text += "\n";
        return done;
    }

    bool is_allowed(shell::Simple const& simple) const {
        std::optional<std::string> const name =
            simple.words.empty() ? std::nullopt : constant_word(simple.words.front());
        if (!name) {
            return true;
        }
        if (is_refused(*name) || (!passage_ && changes_files(*name)) ||
            (!passage_ && subshells_ == 0 && changes_shell(*name))) {
            return false;
        }
        return !changes_files(*name) ||
               std::all_of(simple.words.begin() + 1, simple.words.end(), [](shell::Word const& word) {
                   std::optional<std::string> const text = constant_word(word);
                   return mentions_test_file(word) || (text && (text->starts_with('-') || *text == "core"));
               });
    }

    bool redirections(std::vector<shell::Redirection> const& all) {
        for (shell::Redirection const& redirection : all) {
            std::optional<std::string> const target = constant_word(redirection.target);
            bool const copies = redirection.operation == ">&" || redirection.operation == "<&";
            bool const reads = redirection.operation == "<";
            bool const writes = redirection.operation == ">" || redirection.operation == ">>";
            bool const drops = writes && target == "/dev/null";
            bool const tests = passage_ && writes && mentions_test_file(redirection.target);
            if (!redirection.body.empty()) {
                if (!document(redirection)) {
                    return false;
                }
                continue;
            }
            if (!(copies || reads || drops || tests)) {
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

    // A here-document follows the line that the command stands on.
    bool document(shell::Redirection const& redirection) {
        std::string const line = std::exchange(made.text, {});
        bool const done =
            std::all_of(redirection.body.front().parts.begin(), redirection.body.front().parts.end(),
                        [&](shell::WordPart const& part) {
                            auto const* literal = std::get_if<shell::Literal>(&part);
                            if (literal != nullptr) {
                                for (char const c : literal->text) {
                                    made.text += (c == '$' || c == '`' || c == '\\' ? "\\" : "") + std::string(1, c);
                                }
                                return true;
                            }
                            return std::visit(WordPrinter{*this, false}, part);
                        });
        std::string const body = std::exchange(made.text, line);
        documents_ += "\n" + body + (body.ends_with('\n') ? "" : "\n") + "END_OF_TEXT";
        made.text += " " + redirection.descriptor + "<<END_OF_TEXT";
        return done;
    }

    bool word(shell::Word const& word) {
        if (word.parts.empty()) {
            made.text += "''";
        }
        return std::all_of(word.parts.begin(), word.parts.end(), [&](shell::WordPart const& part) {
            return std::visit(WordPrinter{*this, true}, part);
        });
    }

    struct WordPrinter {
        Printer& printer;
        bool quotes;

        bool operator()(shell::Literal const& literal) const {
            static constexpr std::string_view plain = "+-*?[]~/.,:=@%^_!";
            bool const needs_quotes =
                literal.quoted || std::any_of(literal.text.begin(), literal.text.end(), [](unsigned char c) {
                    return std::isalnum(c) == 0 && plain.find(static_cast<char>(c)) == std::string_view::npos;
                });
            if (!printer.passage_ && is_test_file(literal.text)) {
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
            bool const special = !is_name(parameter.name);
            if ((special || is_command_line(parameter.name)) && !printer.passage_) {
                return false;
            }
            if (is_command_line(parameter.name)) {
                printer.read_command_line();
            } else if (!special) {
                printer.read(parameter.name);
            }
            bool const quoted = parameter.quoted && quotes;
            printer.made.text += quoted ? "\"${" : "${";
            printer.made.text +=
                parameter.operation == "length" ? "#" + parameter.name : parameter.name + parameter.operation;
            bool const done = std::all_of(parameter.argument.begin(), parameter.argument.end(),
                                          [&](shell::Word const& each) { return printer.word(each); });
            printer.made.text += quoted ? "}\"" : "}";
            return done && (!quoted || parameter.argument.empty());
        }
        bool operator()(shell::CommandSubstitution const& substitution) const {
            char const* const quote = substitution.quoted && quotes ? "\"" : "";
            printer.made.text += quote + std::string("$(");
            ++printer.subshells_;
            bool const done = printer.commands(substitution.script.commands);
            --printer.subshells_;
            printer.made.text += std::string(")") + quote;
            return done;
        }
        bool operator()(shell::Arithmetic const&) const { return false; }
        bool operator()(shell::MacroWord const&) const { return false; }
    };

    void read(std::string const& name) {
        if (!assigned_.contains(name) && !stays_outside(name)) {
            add(made.variables, name);
        }
    }
    void read_command_line() {
        for (char const* name : {"CC", "CFLAGS", "CPPFLAGS", "LDFLAGS", "LIBS"}) {
            read(name);
        }
    }
    // What a loop or a branch assigns may also be read before.
    void note_assigned(std::string const& name) {
        if (depth_ <= 1) {
            assigned_.insert(name);
        } else if (subshells_ == 0) {
            read(name);  // where the branch is not taken, it keeps its value
        }
        if (subshells_ == 0) {
            add(made.assigned, name);
        }
    }
    static void add(std::vector<std::string>& names, std::string const& name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }

    bool passage_;
    MacroText const& macro_;
    std::string documents_;
    std::set<std::string> assigned_;
    std::size_t depth_ = 0;
    std::size_t subshells_;
};

// Whether a word or a redirection of the command, or of one in it, answers.
template <typename Asks>
bool any_part(shell::Command const& command, Asks asks, std::size_t depth = 0);

template <typename Asks>
struct AnyPart {
    Asks asks;
    std::size_t depth;

    bool all(std::vector<shell::Command> const& commands) const {
        return std::any_of(commands.begin(), commands.end(),
                           [&](shell::Command const& each) { return any_part(each, asks, depth + 1); });
    }
    bool operator()(shell::Simple const& simple) const { return asks(simple); }
    bool operator()(shell::Pipeline const& pipeline) const { return all(pipeline.commands); }
    bool operator()(shell::AndOr const& list) const { return all(list.commands); }
    bool operator()(shell::Group const& group) const { return all(group.body.commands); }
    bool operator()(shell::While const& loop) const { return all(loop.condition.commands) || all(loop.body.commands); }
    bool operator()(shell::For const& loop) const { return all(loop.body.commands); }
    bool operator()(shell::If const& branch) const {
        return std::any_of(branch.branches.begin(), branch.branches.end(),
                           [&](shell::Branch const& each) {
                               return all(each.condition.commands) || all(each.body.commands);
                           }) ||
               (branch.otherwise && all(branch.otherwise->commands));
    }
    bool operator()(shell::Case const& choice) const {
        return std::any_of(choice.arms.begin(), choice.arms.end(),
                           [&](shell::CaseArm const& arm) { return all(arm.body.commands); });
    }
    template <typename Other>
    bool operator()(Other const&) const {
        return false;
    }
};

template <typename Asks>
bool any_part(shell::Command const& command, Asks asks, std::size_t depth) {
    return depth < deepest && std::visit(AnyPart<Asks>{asks, depth}, command.node);
}

}  // namespace

bool is_test_file(std::string_view text) {
    return text.find("conftest") != std::string_view::npos || text.find("confdefs") != std::string_view::npos ||
           text.find("conf$$") != std::string_view::npos;
}

bool is_name(std::string_view text) {
    return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) == 0 &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

std::optional<ShellText> shell_text(std::vector<shell::Command> const& commands, bool subshell) {
    MacroText const none;
    Printer printer(false, none, subshell ? 1 : 0);
    return printer.commands(commands) ? std::optional(std::move(printer.made)) : std::nullopt;
}

std::optional<ShellText> shell_passage(std::vector<shell::Command> const& commands, MacroText const& macro) {
    Printer printer(true, macro);
    return printer.commands(commands) ? std::optional(std::move(printer.made)) : std::nullopt;
}

namespace {

// V=`eval "$ac_cpp conftest.$ac_ext" | grep X`
bool computes_from_test_file(shell::Word const& word) {
    return std::any_of(word.parts.begin(), word.parts.end(), [](shell::WordPart const& part) {
        auto const* computed = std::get_if<shell::CommandSubstitution>(&part);
        return computed != nullptr && std::any_of(computed->script.commands.begin(), computed->script.commands.end(),
                                                  [](shell::Command const& each) { return handles_test_file(each); });
    });
}

}  // namespace

bool handles_test_file(shell::Command const& command) {
    return any_part(command, [](shell::Simple const& simple) {
        return !appends_definitions(simple) &&
               (std::any_of(simple.assignments.begin(), simple.assignments.end(),
                            [](shell::Assignment const& each) { return computes_from_test_file(each.value); }) ||
                std::any_of(simple.words.begin(), simple.words.end(), mentions_test_file) ||
                std::any_of(simple.redirections.begin(), simple.redirections.end(),
                            [](shell::Redirection const& each) { return mentions_test_file(each.target); }));
    });
}

}  // namespace am2cmake::mapper
