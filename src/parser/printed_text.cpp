#include "parser/printed_text.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>
#include <vector>

#include "parser/m4_format.hpp"
#include "parser/sed_script.hpp"

namespace am2cmake {
namespace {

constexpr std::size_t longest_command = 1000;
constexpr std::size_t longest_text = 1024 * 1024;

using Lines = std::vector<std::string>;
using Words = std::vector<std::string>;

Lines lines_of(std::string const& text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string text_of(Lines const& lines) {
    std::string text;
    for (std::string const& line : lines) {
        text += line + "\n";
    }
    return text;
}

// The words of each program of the pipeline; nothing where a shell would have more to do than to take them.
class CommandReader {
public:
    explicit CommandReader(std::string_view command) : command_(command) {}

    std::optional<std::vector<Words>> read() {
        for (at_ = 0; at_ < command_.size(); ++at_) {
            char const c = command_[at_];
            if (quote_ != '\0' ? !quoted(c) : !plain(c)) {
                return {};
            }
        }
        end_word();
        bool const complete = quote_ == '\0' && std::none_of(programs_.begin(), programs_.end(),
                                                             [](Words const& words) { return words.empty(); });
        return complete ? std::optional(std::move(programs_)) : std::nullopt;
    }

private:
    bool quoted(char c) {
        bool const escape = quote_ == '"' && c == '\\' && at_ + 1 < command_.size() &&
                            std::string_view("\"\\$`\n").find(command_[at_ + 1]) != std::string_view::npos;
        if (c == quote_) {
            quote_ = '\0';
        } else if (quote_ == '"' && (c == '$' || c == '`')) {
            return false;
        } else {
            word_ += escape ? command_[++at_] : c;
        }
        return true;
    }

    bool plain(char c) {
        constexpr std::string_view silence = "2>/dev/null";
        if (c == '\\' && at_ + 1 < command_.size()) {
            if (command_[++at_] != '\n') {
                add(command_[at_]);
            }
        } else if (c == '\'' || c == '"') {
            quote_ = c;
            open_ = true;
        } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            end_word();
        } else if (c == '|') {
            end_word();
            programs_.emplace_back();
        } else if (!open_ && command_.substr(at_).starts_with(silence)) {
            at_ += silence.size() - 1;
        } else if (c == '<' && !open_) {
            return command_.substr(at_ + 1, 1) != "<";  // the file is the next word
        } else if (std::string_view("&;<>()$`*?[#~{}!").find(c) != std::string_view::npos) {
            return false;
        } else {
            add(c);
        }
        return true;
    }

    void add(char c) {
        word_ += c;
        open_ = true;
    }
    void end_word() {
        if (open_) {
            programs_.back().push_back(std::exchange(word_, {}));
        }
        open_ = false;
    }

    std::string_view command_;
    std::size_t at_ = 0;
    std::vector<Words> programs_{1};
    std::string word_;
    bool open_ = false;
    char quote_ = '\0';
};

// A program's options apart from its operands.
struct Options {
    std::string letters;                 // of those without a value
    std::map<char, std::string> values;  // of those with one
    Words operands;
};

// `with_value` are the letters that take one, in the same word or the next.
std::optional<Options> options_of(Words const& words, std::string_view letters, std::string_view with_value) {
    Options made;
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::string const& word = words[i];
        if (word.size() < 2 || word.front() != '-' || !made.operands.empty()) {
            made.operands.push_back(word);
            continue;
        }
        for (std::size_t at = 1; at < word.size(); ++at) {
            if (with_value.find(word[at]) != std::string_view::npos) {
                bool const here = at + 1 < word.size();
                if (!here && i + 1 == words.size()) {
                    return {};
                }
                made.values[word[at]] = here ? word.substr(at + 1) : words[++i];
                break;
            }
            if (letters.find(word[at]) == std::string_view::npos) {
                return {};
            }
            made.letters += word[at];
        }
    }
    return made;
}

bool is_number(std::string const& text) {
    return !text.empty() && text.size() < 7 &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// The characters of a set of tr; nothing for classes by name.
std::optional<std::string> tr_characters(std::string const& set) {
    std::string made;
    for (std::size_t at = 0; at < set.size(); ++at) {
        if (set[at] == '[' && at + 1 < set.size() && set[at + 1] == ':') {
            return {};
        }
        char c = set[at];
        if (c == '\\' && at + 1 < set.size()) {
            char const next = set[++at];
            c = next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next;
        }
        made += c;
        if (at + 2 < set.size() && set[at + 1] == '-') {
            for (int next = static_cast<unsigned char>(c) + 1; next <= static_cast<unsigned char>(set[at + 2]);
                 ++next) {
                made += static_cast<char>(next);
            }
            at += 2;
        }
    }
    return made;
}

// How many words a format of printf takes: with more of them a shell would begin it again.
std::size_t conversions(std::string_view format) {
    std::size_t count = 0;
    for (std::size_t at = format.find('%'); at != std::string_view::npos; at = format.find('%', at + 1)) {
        bool const itself = format.substr(at).starts_with("%%");
        at += itself ? 1 : 0;
        count += itself ? 0 : 1;
    }
    return count;
}

class Pipeline {
public:
    explicit Pipeline(TextOfFile const& text_of_file) : text_of_file_(text_of_file) {}

    std::optional<std::string> run(std::vector<Words> const& programs) {
        std::optional<std::string> text;
        for (Words const& words : programs) {
            text = printed(words, text);
            if (!text || text->size() > longest_text) {
                return {};
            }
        }
        return text;
    }

private:
    using Program = std::optional<std::string> (Pipeline::*)(Words const&, std::optional<std::string> const&);

    std::optional<std::string> printed(Words const& words, std::optional<std::string> const& input) {
        static std::map<std::string, Program, std::less<>> const programs{
            {"cat", &Pipeline::cat},    {"echo", &Pipeline::echo}, {"printf", &Pipeline::print},
            {"head", &Pipeline::head},  {"tail", &Pipeline::tail}, {"grep", &Pipeline::grep},
            {"egrep", &Pipeline::grep}, {"sed", &Pipeline::sed},   {"tr", &Pipeline::tr},
            {"sort", &Pipeline::sort},  {"uniq", &Pipeline::uniq}};
        auto const found = programs.find(words.front());
        return found == programs.end() ? std::nullopt : (this->*found->second)(words, input);
    }

    // What the files hold; without files, what came down the pipe.
    std::optional<std::string> input_of(Words const& files, std::optional<std::string> const& input) const {
        if (files.empty()) {
            return input;
        }
        std::string text;
        for (std::string const& file : files) {
            std::optional<std::string> const more = text_of_file_(file);
            if (!more) {
                return {};
            }
            text += *more;
        }
        return text;
    }

    std::optional<std::string> cat(Words const& words, std::optional<std::string> const& input) {
        std::optional<Options> const options = options_of(words, "", "");
        return options ? input_of(options->operands, input) : std::nullopt;
    }

    std::optional<std::string> echo(Words const& words, std::optional<std::string> const&) {
        bool const bare = words.size() > 1 && words[1] == "-n";
        std::string text;
        for (std::size_t i = bare ? 2 : 1; i < words.size(); ++i) {
            if (words[i].find('\\') != std::string::npos || (words[i].starts_with('-') && text.empty())) {
                return {};
            }
            text += text.empty() ? words[i] : " " + words[i];
        }
        return text + (bare ? "" : "\n");
    }

    std::optional<std::string> print(Words const& words, std::optional<std::string> const&) {
        bool const known = words.size() > 1 && words[1].find('\\') == std::string::npos && !words[1].starts_with('-') &&
                           conversions(words[1]) == words.size() - 2;
        return known ? std::optional(m4::formatted(words[1], {words.begin() + 2, words.end()})) : std::nullopt;
    }

    std::optional<std::string> head(Words const& words, std::optional<std::string> const& input) {
        return some_lines(words, input, [](Lines& lines, std::size_t count) { lines.resize(count); });
    }
    std::optional<std::string> tail(Words const& words, std::optional<std::string> const& input) {
        return some_lines(words, input, [](Lines& lines, std::size_t count) {
            lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(count));
        });
    }
    template <typename Keep>
    std::optional<std::string> some_lines(Words words, std::optional<std::string> const& input, Keep keep) {
        if (words.size() > 1 && words[1].size() > 1 && is_number(words[1].substr(1))) {  // -1 is -n 1
            words[1].insert(1, "n");
        }
        std::optional<Options> const options = options_of(words, "", "n");
        std::optional<std::string> const text = options ? input_of(options->operands, input) : std::nullopt;
        std::string const count = options && options->values.contains('n') ? options->values.at('n') : "10";
        if (!text || !is_number(count)) {
            return {};
        }
        Lines lines = lines_of(*text);
        keep(lines, std::min<std::size_t>(std::stoul(count), lines.size()));
        return text_of(lines);
    }

    std::optional<std::string> grep(Words const& words, std::optional<std::string> const& input) {
        std::optional<Options> options = options_of(words, "vEh", "e");
        if (!options || (!options->values.contains('e') && options->operands.empty())) {
            return {};
        }
        if (!options->values.contains('e')) {
            options->values['e'] = options->operands.front();
            options->operands.erase(options->operands.begin());
        }
        bool const extended = words.front() == "egrep" || options->letters.find('E') != std::string::npos;
        std::optional<m4::Regex> const regex = posix_regex(options->values['e'], extended);
        std::optional<std::string> const text = input_of(options->operands, input);
        if (!regex || !text || (options->operands.size() > 1 && options->letters.find('h') == std::string::npos)) {
            return {};
        }
        Lines lines = lines_of(*text);
        bool const inverts = options->letters.find('v') != std::string::npos;
        std::erase_if(lines, [&](std::string const& line) { return regex->search(line).has_value() == inverts; });
        return text_of(lines);
    }

    std::optional<std::string> sed(Words const& words, std::optional<std::string> const& input) {
        Words plain = words;
        std::string script;
        for (std::size_t i = 1; i + 1 < plain.size();) {  // -e may stand there more than once
            bool const expression = plain[i].size() > 1 && plain[i].front() == '-' && plain[i].back() == 'e';
            if (!expression) {
                ++i;
                continue;
            }
            script += plain[i + 1] + "\n";
            plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            plain[i].pop_back();
            if (plain[i] == "-") {
                plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        std::optional<Options> options = options_of(plain, "nEr", "");
        if (options && script.empty() && !options->operands.empty()) {
            script = options->operands.front();
            options->operands.erase(options->operands.begin());
        }
        bool const extended = options && options->letters.find_first_of("Er") != std::string::npos;
        std::optional<SedScript> const edits = SedScript::parse(script, extended);
        std::optional<std::string> const text = options && edits ? input_of(options->operands, input) : std::nullopt;
        return text ? std::optional(
                          text_of(edits->edit(lines_of(*text), options->letters.find('n') != std::string::npos)))
                    : std::nullopt;
    }

    std::optional<std::string> tr(Words const& words, std::optional<std::string> const& input) {
        std::optional<Options> const options = options_of(words, "d", "");
        bool const deletes = options && options->letters == "d";
        if (!options || !input || options->operands.size() != (deletes ? 1 : 2)) {
            return {};
        }
        std::optional<std::string> const from = tr_characters(options->operands.front());
        std::optional<std::string> const to = tr_characters(options->operands.back());
        if (!from || !to || to->empty()) {
            return {};
        }
        std::string text;
        for (char const c : *input) {
            std::size_t const at = from->find(c);
            if (at == std::string::npos) {
                text += c;
            } else if (!deletes) {
                text += (*to)[std::min(at, to->size() - 1)];
            }
        }
        return text;
    }

    std::optional<std::string> sort(Words const& words, std::optional<std::string> const& input) {
        std::optional<Options> const options = options_of(words, "u", "");
        std::optional<std::string> const text = options ? input_of(options->operands, input) : std::nullopt;
        if (!text) {
            return {};
        }
        Lines lines = lines_of(*text);
        std::sort(lines.begin(), lines.end());
        return text_of(options->letters.empty() ? lines : without_repeated(lines));
    }

    std::optional<std::string> uniq(Words const& words, std::optional<std::string> const& input) {
        return words.size() == 1 && input ? std::optional(text_of(without_repeated(lines_of(*input)))) : std::nullopt;
    }

    static Lines without_repeated(Lines lines) {
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        return lines;
    }

    TextOfFile const& text_of_file_;
};

}  // namespace

std::optional<std::string> printed_by(std::string_view command, TextOfFile const& text_of_file) {
    if (command.size() > longest_command) {
        return {};
    }
    std::optional<std::vector<Words>> const programs = CommandReader{command}.read();
    return programs ? Pipeline{text_of_file}.run(*programs) : std::nullopt;
}

}  // namespace am2cmake
