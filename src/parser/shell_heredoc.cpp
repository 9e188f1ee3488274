#include "parser/shell_heredoc.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "parser/shell_words.hpp"

namespace am2cmake::shell {
namespace {

// The newline that ends the command line, so none within quotes.
char const* command_line_end(char const* at, char const* last) {
    char quote = 0;
    for (; at != last && (*at != '\n' || quote != 0); ++at) {
        if (*at == '\\' && quote != '\'' && at + 1 != last) {
            ++at;
        } else if (*at == quote) {
            quote = 0;
        } else if (quote == 0 && (*at == '\'' || *at == '"' || *at == '`')) {
            quote = *at;
        }
    }
    return at;
}

std::string unquoted(std::string_view delimiter) {
    std::string text;
    for (char const c : delimiter) {
        if (c != '\'' && c != '"' && c != '\\') {
            text += c;
        }
    }
    return text;
}

struct Lines {
    char const* begin;
    char const* end;    // the line of the delimiter
    char const* after;  // behind that line
    bool closed;
};

char const* after_tabs(char const* at, char const* last) {
    return std::find_if(at, last, [](char c) { return c != '\t'; });
}

Lines find_lines(char const* begin, char const* last, std::string_view delimiter, bool strips_tabs) {
    for (char const* line = begin; line != last;) {
        char const* const newline = line_end(line, last);
        char const* const text = strips_tabs ? after_tabs(line, newline) : line;
        char const* const end = newline != text && newline[-1] == '\r' ? newline - 1 : newline;
        char const* const next = newline == last ? last : newline + 1;
        if (std::string_view(text, static_cast<std::size_t>(end - text)) == delimiter) {
            return {begin, line, next, true};
        }
        line = next;
    }
    return {begin, last, last, false};
}

// A failed command may be read a second time: its here-document stays where it was found at first.
HereDocument find_body(char const* begin, char const* end, std::string_view delimiter, bool strips_tabs,
                       Reading& reading) {
    auto const [found, is_new] = reading.here_documents.try_emplace(begin);
    if (is_new) {
        char const* const newline = command_line_end(end, reading.end());
        Lines const lines = find_lines(newline == reading.end() ? newline : reading.after_newline(newline),
                                       reading.end(), delimiter, strips_tabs);
        if (!lines.closed) {
            reading.here_documents.erase(found);
            reading.fail(begin, fmt::format("expected a line `{}` that ends this here-document", delimiter));
        }
        reading.here_document_end[newline] = lines.after;
        found->second = {lines.begin, lines.end};
    }
    return found->second;
}

}  // namespace

Word read_here_document(char const* begin, char const* end, std::string_view delimiter, bool strips_tabs,
                        Reading& reading) {
    std::string const text = unquoted(delimiter);
    HereDocument const body = find_body(begin, end, text, strips_tabs, reading);
    Excerpt excerpt(reading.text);
    excerpt.add(body.begin, body.begin);
    for (char const* line = body.begin; line != body.end;) {
        char const* const newline = strips_tabs ? line_end(line, body.end) : body.end;
        char const* const next = newline == body.end ? newline : newline + 1;
        excerpt.add(strips_tabs ? after_tabs(line, next) : line, next);
        line = next;
    }
    Reading inner(excerpt.text(), reading);
    char const* at = inner.begin();
    try {
        return read_text(at, inner, text == delimiter ? here_document_text : plain_text);
    } catch (Failure& failure) {
        failure.offset = static_cast<std::size_t>(end - reading.begin());
        throw;
    }
}

}  // namespace am2cmake::shell
