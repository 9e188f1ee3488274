#include "mapper/automake/recipe_text.hpp"

#include <algorithm>
#include <cctype>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Piece;
using model::Text;
using model::When;

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_' || c == '.' || c == '-';
    });
}

// In values of variables make's `$$` is still as it was written.
Text without_double_dollars(Text const& text) {
    Text made;
    for (Piece const& piece : text.pieces) {
        piece.kind == Piece::Kind::literal ? made.append(replace_all(piece.text, "$$", "$")) : made.append(piece);
    }
    return made;
}

Text joined(std::vector<Text> const& words) {
    Text text;
    for (Text const& word : words) {
        if (!text.empty()) {
            text.append(" ");
        }
        text.append(word);
    }
    return text;
}

class RecipeExpansion {
public:
    RecipeExpansion(DirectoryContext const& context, RuleFiles const& files, Span span)
        : context_(context), files_(files), span_(span) {}

    std::optional<Text> expand(std::string const& line) {
        for (std::size_t at = 0; at < line.size();) {
            std::size_t const length = line[at] == '$'   ? reference(line, at)
                                       : line[at] == '@' ? substitution(line, at)
                                                         : plain(line, at);
            if (length == 0) {
                return {};
            }
            at += length;
        }
        return text_;
    }

private:
    // Each of these returns how much of the line it took; 0 for what is not understood.
    std::size_t plain(std::string const& line, std::size_t at) {
        std::size_t const end = std::min(line.find_first_of("$@", at + 1), line.size());
        text_.append(std::string_view(line).substr(at, end - at));
        return end - at;
    }

    std::size_t substitution(std::string const& line, std::size_t at) {
        std::size_t const end = line.find('@', at + 1);
        std::string const name = end == std::string::npos ? "" : line.substr(at + 1, end - at - 1);
        if (!is_name(name) || !context_.variables.set(name)) {
            return plain(line, at);
        }
        return value(name) ? end + 1 - at : 0;
    }

    std::size_t reference(std::string const& line, std::size_t at) {
        char const next = at + 1 < line.size() ? line[at + 1] : '\0';
        if (next == '$') {
            text_.append("$");
            return 2;
        }
        if (next != '(' && next != '{') {
            return automatic(std::string(1, next)) ? 2 : 0;
        }
        std::size_t const end = line.find(next == '(' ? ')' : '}', at);
        if (end == std::string::npos) {
            return 0;
        }
        std::string const name = line.substr(at + 2, end - at - 2);
        return automatic(name) || (is_name(name) && value(name)) ? end + 1 - at : 0;
    }

    bool automatic(std::string const& name) {
        if (name == "@") {
            text_.append(files_.target);
        } else if (name == "<" && !files_.prerequisites.empty()) {
            text_.append(files_.prerequisites.front());
        } else if (name == "^" || name == "+") {
            text_.append(joined(files_.prerequisites));
        } else {
            return false;
        }
        return true;
    }

    bool value(std::string const& name) {
        if (name.starts_with("AM_V_")) {
            return true;  // what `make` prints
        }
        automake::VariableReference reference{span_, {{span_, {automake::Text{span_, name}}}}, false, {}, {}};
        std::vector<Text> words;
        for (When<Text> const& word : context_.variables.expand({{span_, {reference}}}, Condition::always())) {
            if (!word.when.is_always()) {
                return false;
            }
            words.push_back(without_double_dollars(word.value));
        }
        text_.append(joined(words));
        return true;
    }

    DirectoryContext const& context_;
    RuleFiles const& files_;
    Span span_;
    Text text_;
};

class ShellReader {
public:
    std::optional<std::vector<ShellWord>> read(Text const& line) {
        for (Piece const& piece : line.pieces) {
            if (piece.kind == Piece::Kind::variable) {
                word_.append(piece);
                open_ = true;
            } else if (!read(piece.text)) {
                return {};
            }
        }
        end_word();
        return quote_ == '\0' ? std::optional{std::move(words_)} : std::nullopt;
    }

private:
    bool read(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string_view const rest = text.substr(at);
            if (quote_ != '\0') {
                if (!quoted(rest, at)) {
                    return false;
                }
            } else if (std::isspace(static_cast<unsigned char>(rest.front())) != 0) {
                end_word();
            } else if (rest.front() == '\\' && rest.size() > 1) {
                add(rest.substr(1, 1));
                ++at;
            } else if (rest.front() == '\'' || rest.front() == '"') {
                quote_ = rest.front();
                open_ = true;
            } else if (std::size_t const length = operator_length(rest)) {
                end_word();
                words_.push_back({true, Text::literal(rest.substr(0, length))});
                at += length - 1;
            } else if (is_special(rest)) {
                return false;
            } else {
                add(rest.substr(0, 1));
            }
        }
        return true;
    }

    bool quoted(std::string_view rest, std::size_t& at) {
        if (rest.front() == quote_) {
            quote_ = '\0';
            return true;
        }
        if (quote_ == '"' && (rest.front() == '`' || rest.front() == '$')) {
            return false;
        }
        bool const escape = quote_ == '"' && rest.size() > 1 && rest.front() == '\\' &&
                            std::string_view("\"\\$`").find(rest[1]) != std::string_view::npos;
        add(rest.substr(escape ? 1 : 0, 1));
        at += escape ? 1 : 0;
        return true;
    }

    std::size_t operator_length(std::string_view rest) const {
        bool const numbered =
            word_.constant() && !word_.empty() && word_.value().find_first_not_of("0123456789") == std::string::npos;
        if (rest.starts_with("&&") || (rest.starts_with(">>") && !numbered)) {
            return 2;
        }
        bool const single = rest.front() == ';' || (!numbered && (rest.front() == '<' || rest.front() == '>'));
        return single && !rest.starts_with("<<") && !rest.starts_with(">&") && !rest.starts_with("<&") ? 1 : 0;
    }

    bool is_special(std::string_view rest) const {
        bool const at_start = !open_ && (rest.front() == '#' || rest.front() == '~' || rest.front() == '!');
        return at_start || std::string_view("|&()<>;`$*?{}").find(rest.front()) != std::string_view::npos;
    }

    void add(std::string_view text) {
        word_.append(text);
        open_ = true;
    }

    void end_word() {
        if (open_) {
            words_.push_back({false, std::exchange(word_, {})});
        }
        open_ = false;
    }

    std::vector<ShellWord> words_;
    Text word_;
    bool open_ = false;  // there is a word, maybe an empty one
    char quote_ = '\0';
};

}  // namespace

std::optional<Text> expanded_recipe(DirectoryContext const& context, automake::RecipeLine const& line,
                                    RuleFiles const& files) {
    return RecipeExpansion{context, files, line.span}.expand(
        replace_all(replace_all(line.text, "\\\n\t", " "), "\\\n", " "));
}

std::optional<std::vector<ShellWord>> shell_words(Text const& line) {
    return ShellReader{}.read(line);
}

bool is_option(Text const& word) {
    return !word.empty() && word.pieces.front().text.starts_with('-') &&
           word.pieces.front().kind == model::Piece::Kind::literal;
}

std::string constant_value(Text const& word) {
    return word.constant() ? word.value() : std::string{};
}

std::optional<std::vector<SimpleCommand>> simple_commands(std::vector<ShellWord> const& words) {
    std::vector<SimpleCommand> commands(1);
    for (std::size_t at = 0; at < words.size(); ++at) {
        SimpleCommand& command = commands.back();
        std::string const name = words[at].is_operator ? words[at].text.value() : std::string{};
        if (!words[at].is_operator) {
            command.words.push_back(words[at].text);
        } else if (name == "&&" || name == ";") {
            commands.emplace_back();
        } else if (++at == words.size() || words[at].is_operator) {
            return {};
        } else {
            (name == "<" ? command.input : command.output) = words[at].text;
            command.appends = command.appends || name == ">>";
        }
    }
    std::erase_if(commands, [](SimpleCommand const& command) { return command.words.empty() && !command.output; });
    return commands;
}

}  // namespace am2cmake::mapper
