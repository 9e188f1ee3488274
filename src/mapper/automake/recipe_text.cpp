#include "mapper/automake/recipe_text.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "base/words.hpp"
#include "mapper/automake/conditional_words.hpp"
#include "mapper/automake/known_variables.hpp"
#include "mapper/automake/tree_path.hpp"
#include "parser/automake_parse.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;
using model::Piece;
using model::Text;
using model::When;

// In values of variables make's `$$` is still as it was written.
Text without_double_dollars(Text const& text) {
    Text made;
    for (Piece const& piece : text.pieces) {
        piece.kind == Piece::Kind::literal ? made.append(replace_all(piece.text, "$$", "$")) : made.append(piece);
    }
    return made;
}

// Variables that Automake sets for its own rules.
std::string_view automake_command(std::string_view name) {
    static std::map<std::string_view, std::string_view> const commands{
        {"COMPILE", "$(CC) $(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(CPPFLAGS) $(AM_CFLAGS) $(CFLAGS)"},
        {"CXXCOMPILE", "$(CXX) $(DEFS) $(DEFAULT_INCLUDES) $(AM_CPPFLAGS) $(CPPFLAGS) $(AM_CXXFLAGS) $(CXXFLAGS)"},
        {"LINK", "$(CCLD) $(AM_CFLAGS) $(CFLAGS) $(AM_LDFLAGS) $(LDFLAGS) -o $@"},
        {"CXXLINK", "$(CXXLD) $(AM_CXXFLAGS) $(CXXFLAGS) $(AM_LDFLAGS) $(LDFLAGS) -o $@"},
        {"CCLD", "$(CC)"},
        {"CXXLD", "$(CXX)"},
        {"DEFAULT_INCLUDES", "-I. -I$(srcdir)"}};
    auto const found = commands.find(name);
    return found == commands.end() ? std::string_view{} : found->second;
}

// What has no meaning outside of make and the tools of GNU's build system.
bool is_for_make_only(std::string_view name) {
    static std::set<std::string_view> const names{
        "MAKE",        "MAKEFLAGS",     "AM_MAKEFLAGS", "LIBTOOL",  "LTCOMPILE",  "LTCXXCOMPILE",
        "CCASCOMPILE", "LTCCASCOMPILE", "ACLOCAL",      "AUTOCONF", "AUTOMAKE",   "AUTOHEADER",
        "LIBOBJS",     "LTLIBOBJS",     "MISSING",      "distdir",  "top_distdir"};
    return names.contains(name);
}

// Continued lines with one blank between them.
std::string in_one_line(std::string_view recipe) {
    std::string line;
    for (std::size_t at = 0; at < recipe.size();) {
        std::size_t const end = std::min(recipe.find("\\\n", at), recipe.size());
        std::string_view part = recipe.substr(at, end - at);
        bool const goes_on = end < recipe.size();
        part = part.substr(0, goes_on ? part.find_last_not_of(" \t") + 1 : part.size());
        line += at > 0 && !part.empty() ? " " : "";
        line += part;
        at = goes_on ? std::min(recipe.find_first_not_of(" \t", end + 2), recipe.size()) : recipe.size();
    }
    return line;
}

class RecipeExpansion {
public:
    RecipeExpansion(DirectoryContext const& context, RuleFiles const& files, Span span, RecipeCase& in_case)
        : context_(context), files_(files), span_(span), case_(in_case) {}

    std::optional<Text> expand(std::string_view line) {
        return read(line) ? std::optional{with_full_directories(text_)} : std::nullopt;
    }

private:
    bool read(std::string_view line) {
        for (std::size_t at = 0; at < line.size();) {
            std::size_t const length = line[at] == '$'   ? reference(line, at)
                                       : line[at] == '@' ? substitution(line, at)
                                                         : plain(line, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    // Each of these returns how much of the line it took; 0 for what is not understood.
    std::size_t plain(std::string_view line, std::size_t at) {
        std::size_t const end = std::min(line.find_first_of("$@", at + 1), line.size());
        text_.append(line.substr(at, end - at));
        return end - at;
    }

    std::size_t substitution(std::string_view line, std::size_t at) {
        std::size_t const end = line.find('@', at + 1);
        std::string const name = end == std::string_view::npos ? "" : std::string(line.substr(at + 1, end - at - 1));
        bool const known = !name.empty() && context_.variables.set(name);
        return known ? parsed(line, at) : plain(line, at);
    }

    std::size_t reference(std::string_view line, std::size_t at) {
        char const next = at + 1 < line.size() ? line[at + 1] : '\0';
        if (next == '$') {
            text_.append("$");
            return 2;
        }
        if (next != '(' && next != '{') {
            // a variable of one character that is no letter is one that nobody sets: `.*$\)`
            bool const unset = std::ispunct(static_cast<unsigned char>(next)) != 0 &&
                               !is_automatic_variable(std::string_view(&next, 1));
            return unset || automatic(std::string(1, next)) ? 2 : 0;
        }
        std::size_t const end = line.find(next == '(' ? ')' : '}', at);
        if (end != std::string_view::npos && automatic(std::string(line.substr(at + 2, end - at - 2)))) {
            return end + 1 - at;
        }
        return parsed(line, at);
    }

    bool automatic(std::string const& name) {
        bool const part = name.size() == 2 && (name[1] == 'D' || name[1] == 'F');
        std::string const variable = part ? name.substr(0, 1) : name;
        Text text;
        if (variable == "@") {
            text = files_.target;
        } else if (variable == "<" && !files_.prerequisites.empty()) {
            text = files_.prerequisites.front();
        } else if (variable == "*" && !files_.stem.empty()) {
            text = Text::literal(files_.stem);
        } else if ((name == "^" || name == "+" || name == "?") && !files_.prerequisites.empty()) {
            text = joined(files_.prerequisites);
        } else {
            return name.starts_with("AM_V_");  // what `make` prints
        }
        text_.append(!part ? text : name[1] == 'D' ? folder_of(text) : file_of(text));
        return true;
    }

    static std::size_t last_slash(Text const& text) {
        bool const literal = !text.empty() && text.pieces.back().kind == Piece::Kind::literal;
        return literal ? text.pieces.back().text.rfind('/') : std::string::npos;
    }

    static Text folder_of(Text text) {
        std::size_t const slash = last_slash(text);
        if (slash == std::string::npos) {
            return Text::literal(".");
        }
        text.pieces.back().text.erase(slash);
        if (text.pieces.back().text.empty()) {
            text.pieces.pop_back();
        }
        return text;
    }

    static Text file_of(Text const& text) {
        std::size_t const slash = last_slash(text);
        return slash == std::string::npos ? text : Text::literal(text.pieces.back().text.substr(slash + 1));
    }

    std::size_t parsed(std::string_view line, std::size_t at) {
        std::optional<automake::ParsedReference> const reference =
            automake::parse_reference(line.substr(at), span_.begin);
        if (!reference || computes_names(reference->part, line.substr(at, reference->length))) {
            return 0;
        }
        bool first = true;
        context_.variables.expect_all();
        model::Words const words = context_.variables.expand_for_shell({{span_, {reference->part}}});
        if (context_.variables.lacks_something()) {
            return 0;
        }
        for (When<Text> const& word : words) {
            bool const here = case_.holds(word.when);
            text_.append(here && !first ? " " : "");
            if (case_.undecided || (here && !append(without_double_dollars(word.value)))) {
                return 0;
            }
            first = first && !here;
        }
        return reference->length;
    }

    // $(notdir $@), $(@:.c=.o)
    static bool computes_names(automake::WordPart const& part, std::string_view text) {
        auto const* const reference = std::get_if<automake::VariableReference>(&part);
        bool const computes = std::holds_alternative<automake::FunctionCall>(part) ||
                              (reference != nullptr && reference->has_substitution);
        bool const automatic = text.find_first_of("@<^*?", 1) != std::string_view::npos;
        return computes && automatic;
    }

    bool append(Text const& text) {
        for (Piece const& piece : text.pieces) {
            if (piece.kind == Piece::Kind::variable && automatic(piece.text)) {
                continue;
            }
            std::string_view const command =
                piece.kind == Piece::Kind::variable ? automake_command(piece.text) : std::string_view{};
            if (piece.kind == Piece::Kind::variable && is_for_make_only(piece.text)) {
                return false;
            }
            if (piece == Piece{Piece::Kind::variable, "DEFS"} && !context_.facts.config_headers.empty()) {
                text_.append("-DHAVE_CONFIG_H");
            } else if (command.empty()) {
                text_.append(piece);
            } else if (!read(command)) {
                return false;
            }
            if (piece.text == "DEFAULT_INCLUDES" && !command.empty()) {
                append_header_folders();
                if (context_.variables.assigned("INCLUDES") && !read(" $(INCLUDES)")) {
                    return false;
                }
            }
        }
        return true;
    }

    // Automake looks for the config headers where configure makes them.
    void append_header_folders() {
        std::set<std::string> folders;
        for (std::string const& header : context_.facts.config_headers) {
            folders.insert(header.substr(0, header.find('/') == std::string::npos ? 0 : header.rfind('/')));
        }
        folders.erase(context_.directory());
        for (std::string const& folder : folders) {
            text_.append(" -I");
            text_.append(full_path({TreePath::Side::build, folder}, context_.directory(), {}));
        }
    }

    DirectoryContext const& context_;
    RuleFiles const& files_;
    Span span_;
    RecipeCase& case_;
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

bool RecipeCase::holds(Condition const& when) {
    if (implies(given, when)) {
        return true;
    }
    if (!exclusive(given, when)) {
        undecided = when;
    }
    return false;
}

std::optional<Text> expanded_recipe(DirectoryContext const& context, automake::RecipeLine const& line,
                                    RuleFiles const& files, RecipeCase& in_case) {
    return RecipeExpansion{context, files, line.span, in_case}.expand(in_one_line(line.text));
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
