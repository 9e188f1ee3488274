// Lists of commands, which go on behind a command that can't be parsed, and the public functions.

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "parser/shell_commands.hpp"
#include "parser/shell_parse.hpp"
#include "parser/shell_words.hpp"

namespace am2cmake::shell {
namespace {

std::string_view line_text(char const* begin, char const* end) {
    std::string_view const text(begin, static_cast<std::size_t>(end - begin));
    return text.substr(0, text.find_last_not_of('\r') + 1);
}

// Lines of comments that follow each other are one.
Comment read_comment(char const*& first, Reading& reading) {
    Comment comment;
    char const* const begin = first;
    for (char const* at = first; at != reading.end() && *at == '#';) {
        first = line_end(at, reading.end());
        std::string_view text = line_text(at + 1, first);
        text.remove_prefix(text.starts_with(' ') ? 1 : 0);
        comment.text += at == begin ? "" : "\n";
        comment.text += text;
        comment.span = reading.span(begin, first);
        at = first == reading.end() ? first : after_blanks(first + 1, reading.end());
    }
    return comment;
}

// Behind a failed command: the end of its line, or in an arm of a `case` before the `;;` on that line.
char const* next_start(Failure const& failure, char const* begin, Reading const& reading) {
    if (failure.final) {
        return reading.end();
    }
    char const* const from = std::max(begin, reading.begin() + failure.offset);
    char const* const end = line_end(from, reading.end());
    std::string_view const rest(from, static_cast<std::size_t>(end - from));
    std::size_t const arm_end = (reading.closers & close_arm) != 0 ? rest.find(";;") : std::string_view::npos;
    return arm_end == std::string_view::npos ? end : from + arm_end;
}

class List {
public:
    List(char const* begin, Reading& reading, unsigned closers, Script& script)
        : reading_(reading), begin_(begin), closers_(closers), script_(script) {}

    void read(char const*& first);

private:
    bool recovers(char const* command, Failure const& failure) const;
    void read_item(char const*& first);
    void read_end_of_item(char const*& first);

    Reading& reading_;
    char const* begin_;
    unsigned closers_;
    Script& script_;
};

void List::read(char const*& first) {
    std::vector<Command>& commands = script_.commands;
    bool own_line = true;
    for (;;) {
        read_between(first, reading_, own_line, commands);
        own_line = false;
        if (first == reading_.end() || (closer_at(first, reading_.end()).closer & reading_.closers) != 0) {
            break;
        }
        char const* const begin = first;
        try {
            with_failures(reading_, [&] { read_item(first); });
        } catch (Failure const& failure) {
            if (!recovers(begin, failure)) {
                throw;
            }
            reading_.diagnostics.report(code::syntax, {failure.at, failure.at}, failure.message);
            first = next_start(failure, begin, reading_);
            commands.push_back({Verbatim{reading_.span(begin, first), std::string(line_text(begin, first))}});
        }
    }
    if (!commands.empty() && std::holds_alternative<BlankLine>(commands.back().node)) {
        commands.pop_back();
    }
}

// Within a word nothing can go on, and a list that shares its line with what it belongs to fails with it.
bool List::recovers(char const* command, Failure const& failure) const {
    bool const outermost = begin_ == reading_.begin();
    bool const own_line = std::find(begin_, command, '\n') != command || (closers_ & close_arm) != 0;
    return reading_.substitutions == 0 && (outermost || (own_line && !failure.final));
}

void List::read_item(char const*& first) {
    FoundCloser const closer = closer_at(first, reading_.end());
    if (closer.closer != no_closer) {
        reading_.fail(first, fmt::format("expected a command, found `{}`", closer.text));
    }
    Command command;
    if (!read_and_or(first, reading_, command)) {
        reading_.fail(first, "expected a command");
    }
    read_end_of_item(first);
    script_.commands.push_back(std::move(command));
}

void List::read_end_of_item(char const*& first) {
    char const* const at = after_blanks(first, reading_.end());
    bool const is_call = first[-1] == m4::call_end;  // and needs nothing behind it
    if (at == reading_.end() || *at == '\n' || *at == '#') {
        first = at;
        return;
    }
    FoundCloser const closer = closer_at(at, reading_.end());
    if (closer.closer != no_closer && (closer.closer & reading_.closers) == 0) {
        reading_.fail(at, fmt::format("expected the end of the command, found `{}`", closer.text));
    }
    first = at;
    if (closer.closer == no_closer && (*at == ';' || *at == '&')) {
        ++first;
    } else if (closer.closer == no_closer && !is_call) {
        reading_.fail(at, "expected the end of the command");
    }
}

Word read_whole(m4::Expanded const& text, Diagnostics& diagnostics, Quoting const& quoting) {
    Reading reading(text, diagnostics);
    char const* at = reading.begin();
    Span const all = reading.span(reading.begin(), reading.end());
    try {
        Word word = read_text(at, reading, quoting);
        if (at == reading.end()) {
            return word;
        }
        diagnostics.report(code::syntax, {reading.location(at), reading.location(at)},
                           "expected a character of a word");
    } catch (Failure const& failure) {
        diagnostics.report(code::syntax, {failure.at, failure.at}, failure.message);
    }
    return {all, {Literal{all, text.text, true}}};
}

}  // namespace

void read_between(char const*& first, Reading& reading, bool own_line, std::vector<Command>& commands) {
    char const* blank_lines = nullptr;
    for (;; own_line = true) {
        char const* const at = after_blanks(first, reading.end());
        bool const at_comment = at != reading.end() && *at == '#';
        bool const at_newline = at != reading.end() && *at == '\n';
        if (at_newline && own_line && blank_lines == nullptr) {
            blank_lines = first;
        }
        if (blank_lines != nullptr && !at_newline) {
            if (!commands.empty()) {
                commands.push_back({BlankLine{reading.span(blank_lines, first)}});
            }
            blank_lines = nullptr;
        }
        first = at;
        if (at_comment && own_line) {
            commands.push_back({read_comment(first, reading)});
        } else if (at_comment) {
            first = line_end(first, reading.end());
        }
        if (first == reading.end() || *first != '\n') {
            return;
        }
        first = reading.after_newline(first);
    }
}

bool read_list(char const*& first, Reading& reading, unsigned closers, Script& script) {
    Nesting const level(reading, first);
    Temporarily const ends{reading.closers, reading.closers | closers};
    char const* const begin = first;
    List(begin, reading, closers, script).read(first);
    if (script.commands.empty()) {
        script.span = {reading.location(begin), reading.location(begin)};
    } else {
        script.span = {span_of(script.commands.front()).begin, span_of(script.commands.back()).end};
    }
    return true;
}

Script parse(m4::Expanded const& text, Diagnostics& diagnostics) {
    Reading reading(text, diagnostics);
    char const* at = reading.begin();
    Script script;
    read_list(at, reading, no_closer, script);
    return script;
}

Word parse_word(m4::Expanded const& text, Diagnostics& diagnostics) {
    return read_whole(text, diagnostics, whole_value);
}

Word parse_quoted(m4::Expanded const& text, Diagnostics& diagnostics) {
    return read_whole(text, diagnostics, here_document_text);
}

}  // namespace am2cmake::shell
