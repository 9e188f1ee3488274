#include "parser/sed_script.hpp"

#include <cctype>
#include <utility>

namespace am2cmake {
namespace {

constexpr std::string_view blanks = " \t";

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// Where a bracket expression ends; npos for one that has classes by name, or no end.
std::size_t end_of_bracket(std::string_view pattern, std::size_t at) {
    std::size_t const first = at + (pattern.substr(at + 1).starts_with('^') ? 2 : 1);
    std::size_t const end = pattern.find(']', first + 1);
    bool const names =
        end != std::string_view::npos && pattern.substr(at, end - at).find("[:") != std::string_view::npos;
    return names ? std::string_view::npos : end;
}

}  // namespace

std::optional<m4::Regex> posix_regex(std::string_view pattern, bool extended) {
    constexpr std::string_view escaped_in_basic = "()|+?";
    std::string made;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        char const c = pattern[at];
        bool const escape = c == '\\' && at + 1 < pattern.size();
        char const meant = escape ? pattern[++at] : c;
        if (meant == '{' && escape != extended) {
            return {};
        }
        if (!escape && c == '[') {
            std::size_t const end = end_of_bracket(pattern, at);
            if (end == std::string_view::npos) {
                return {};
            }
            made += pattern.substr(at, end + 1 - at);
            at = end;
        } else if (escaped_in_basic.find(meant) != std::string_view::npos) {
            bool const is_operator = escape != extended;
            bool const bare = meant == '+' || meant == '?';  // these are operators without a backslash in m4's
            made += (is_operator != bare ? "\\" : "");
            made += meant;
        } else if (escape && meant == 'n') {
            made += '\n';
        } else {
            made += escape ? "\\" : "";
            made += meant;
        }
    }
    return m4::Regex::compile(made);
}

class SedScript::Parser {
public:
    Parser(std::string_view script, bool extended) : script_(script), extended_(extended) {}

    bool parse(std::vector<SedCommand>& commands) {
        while (skip(" \t\n;")) {
            std::optional<SedCommand> command = read_command();
            if (!command) {
                return false;
            }
            commands.push_back(*std::move(command));
        }
        return !commands.empty();
    }

private:
    bool skip(std::string_view set) {
        at_ = std::min(script_.find_first_not_of(set, at_), script_.size());
        return at_ < script_.size();
    }
    bool take(char c) {
        bool const there = at_ < script_.size() && script_[at_] == c;
        at_ += there ? 1 : 0;
        return there;
    }

    std::optional<SedCommand> read_command() {
        SedCommand command;
        if (!read_address(command.from) || (command.from && take(',') && !read_address(command.to))) {
            return {};
        }
        skip(blanks);
        command.negated = take('!');
        if (!skip(blanks)) {
            return {};
        }
        command.name = script_[at_++];
        bool const plain = command.name == 'd' || command.name == 'p' || command.name == 'q';
        if (!plain && (command.name != 's' || !read_substitution(command))) {
            return {};
        }
        skip(blanks);
        bool const ends = at_ == script_.size() || script_[at_] == ';' || script_[at_] == '\n';
        return ends ? std::optional(std::move(command)) : std::nullopt;
    }

    // False for one that is wrong; none is right.
    bool read_address(std::optional<SedAddress>& address) {
        skip(blanks);
        if (take('$')) {
            address.emplace().last = true;
        } else if (take('/')) {
            std::optional<std::string> const pattern = until('/');
            std::optional<m4::Regex> regex = pattern ? posix_regex(*pattern, extended_) : std::nullopt;
            if (!regex) {
                return false;
            }
            address.emplace().regex = std::move(regex);
        } else if (at_ < script_.size() && is_digit(script_[at_])) {
            std::size_t line = 0;
            for (; at_ < script_.size() && is_digit(script_[at_]) && line < 1'000'000; ++at_) {
                line = line * 10 + static_cast<std::size_t>(script_[at_] - '0');
            }
            address.emplace().line = line;
            return line > 0;
        }
        return true;
    }

    bool read_substitution(SedCommand& command) {
        char const delimiter = at_ < script_.size() ? script_[at_++] : '\0';
        std::optional<std::string> const pattern = until(delimiter);
        std::optional<std::string> replacement = pattern ? until(delimiter) : std::nullopt;
        command.regex = replacement && !pattern->empty() ? posix_regex(*pattern, extended_) : std::nullopt;
        if (!command.regex) {
            return false;
        }
        command.replacement = *std::move(replacement);
        for (; at_ < script_.size() && (script_[at_] == 'g' || script_[at_] == 'p'); ++at_) {
            (script_[at_] == 'g' ? command.all : command.prints) = true;
        }
        return true;
    }

    // Up to the delimiter, which a backslash makes a character as any other.
    std::optional<std::string> until(char delimiter) {
        std::string text;
        for (bool in_bracket = false; at_ < script_.size(); ++at_) {
            char const c = script_[at_];
            if (c == '\\' && at_ + 1 < script_.size() && !in_bracket) {
                text += script_[at_ + 1] == delimiter ? "" : "\\";
                text += script_[++at_];
                continue;
            }
            if (c == delimiter && !in_bracket) {
                ++at_;
                return text;
            }
            in_bracket = in_bracket ? c != ']' || text.back() == '[' || text.ends_with("[^") : c == '[';
            text += c;
        }
        return {};
    }

    std::string_view script_;
    bool extended_;
    std::size_t at_ = 0;
};

std::optional<SedScript> SedScript::parse(std::string_view script, bool extended) {
    SedScript made;
    return Parser{script, extended}.parse(made.commands_) ? std::optional(std::move(made)) : std::nullopt;
}

bool SedScript::is_at(SedAddress const& address, std::vector<std::string> const& lines, std::size_t line,
                      std::string const& text) {
    return address.last    ? line + 1 == lines.size()
           : address.regex ? address.regex->search(text).has_value()
                           : address.line == line + 1;
}

bool SedScript::substitute(SedCommand const& command, std::string& text) {
    std::string made;
    std::size_t from = 0;
    bool changed = false;
    for (std::optional<m4::Match> match; (!changed || command.all) && from <= text.size();) {
        match = command.regex->search(text, from);
        if (!match) {
            break;
        }
        auto const [begin, end] = match->groups.front();
        made += text.substr(from, begin - from);
        for (std::size_t i = 0; i < command.replacement.size(); ++i) {
            char const c = command.replacement[i];
            bool const escape = c == '\\' && i + 1 < command.replacement.size();
            char const meant = escape ? command.replacement[++i] : c;
            bool const part = escape ? is_digit(meant) : c == '&';
            std::size_t const group = part && escape ? static_cast<std::size_t>(meant - '0') : 0;
            if (part && group < match->groups.size() && match->groups[group].begin != std::string_view::npos) {
                made += text.substr(match->groups[group].begin, match->groups[group].end - match->groups[group].begin);
            } else if (!part) {
                made += escape && meant == 'n' ? '\n' : meant;
            }
        }
        changed = true;
        from = end;
        if (begin == end) {  // nothing was there: the character behind it stays
            made += text.substr(from, 1);
            ++from;
        }
    }
    made += from <= text.size() ? text.substr(from) : "";
    text = std::move(made);
    return changed;
}

std::vector<std::string> SedScript::edit(std::vector<std::string> const& lines, bool quiet) const {
    std::vector<std::string> made;
    std::vector<bool> within(commands_.size(), false);  // the range of the command has begun
    for (std::size_t line = 0; line < lines.size(); ++line) {
        std::string text = lines[line];
        bool deleted = false;
        bool quits = false;
        for (std::size_t i = 0; i < commands_.size() && !deleted && !quits; ++i) {
            SedCommand const& command = commands_[i];
            bool const begins = !command.from || within[i] || is_at(*command.from, lines, line, text);
            if (command.to && begins) {
                bool const over = within[i] ? is_at(*command.to, lines, line, text)
                                            : command.to->line != 0 && command.to->line <= line + 1;
                within[i] = !over && !(command.to->last && line + 1 == lines.size());
            }
            if (begins == command.negated) {
                continue;
            }
            deleted = command.name == 'd';
            quits = command.name == 'q';
            bool const changed = command.name == 's' && substitute(command, text);
            if (command.name == 'p' || (changed && command.prints)) {
                made.push_back(text);
            }
        }
        if (!deleted && !quiet) {
            made.push_back(text);
        }
        if (quits) {
            break;
        }
    }
    return made;
}

}  // namespace am2cmake
