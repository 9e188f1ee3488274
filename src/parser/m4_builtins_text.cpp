// m4 and m4sugar on strings.

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "parser/m4_builtins.hpp"
#include "parser/m4_eval.hpp"
#include "parser/m4_format.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

void append_number(Expanded& out, std::int64_t value, Invocation const& call) {
    append_made(out, std::to_string(value), call);
}

std::int32_t number(Invocation const& call, std::size_t index) {
    return evaluate(call.text(index)).value_or(0);
}

void len(Expander&, Invocation& call, Expanded& out) {
    append_number(out, static_cast<std::int64_t>(call.text(0).size()), call);
}

// Counts a quadrigraph as the one byte it becomes.
void quoted_len(Expander&, Invocation& call, Expanded& out) {
    Expanded text = call.at(0);
    replace_quadrigraphs(text);
    append_number(out, static_cast<std::int64_t>(text.text.size()), call);
}

void index(Expander&, Invocation& call, Expanded& out) {
    std::size_t const at = call.text(0).find(call.text(1));
    append_number(out, at == std::string::npos ? -1 : static_cast<std::int64_t>(at), call);
}

void substr(Expander&, Invocation& call, Expanded& out) {
    std::int64_t const size = static_cast<std::int64_t>(call.text(0).size());
    std::int64_t const begin = number(call, 1);
    std::int64_t const length = call.count() < 3 ? size : number(call, 2);
    if (begin >= 0 && begin < size && length > 0) {
        append(out, call.at(0), static_cast<std::size_t>(begin),
               static_cast<std::size_t>(std::min(size, begin + length)));
    }
}

// `a-z` of translit becomes all bytes from a to z, in either direction.
std::string with_ranges(std::string const& set) {
    std::string bytes;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i] != '-' || i == 0 || i + 1 == set.size()) {
            bytes += set[i];
            continue;
        }
        int const from = static_cast<unsigned char>(set[i - 1]);
        int const to = static_cast<unsigned char>(set[++i]);
        for (int c = from; c != to;) {
            c += from < to ? 1 : -1;
            bytes += static_cast<char>(c);
        }
    }
    return bytes;
}

Expanded translated(Expanded const& text, std::string const& from, std::string const& to) {
    int map[256];
    for (int c = 0; c < 256; ++c) {
        map[c] = c;
    }
    std::string const old_bytes = with_ranges(from);
    std::string const new_bytes = with_ranges(to);
    for (std::size_t i = old_bytes.size(); i-- > 0;) {
        map[static_cast<unsigned char>(old_bytes[i])] =
            i < new_bytes.size() ? static_cast<unsigned char>(new_bytes[i]) : -1;
    }
    return mapped(text, map);
}

void translit(Expander&, Invocation& call, Expanded& out) {
    append(out, translated(call.at(0), call.text(1), call.text(2)));
}

void upper(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(translated(call.at(0), "a-z", "A-Z")));
}

void lower(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(translated(call.at(0), "A-Z", "a-z")));
}

void format(Expander&, Invocation& call, Expanded& out) {
    std::vector<std::string> values;
    for (std::size_t i = 1; i < call.count(); ++i) {
        values.push_back(call.text(i));
    }
    append_made(out, formatted(call.text(0), values), call);
}

// What `\&` and `\1` stand for goes in as it was spelled.
void replace(Expanded const& text, Match const& match, Expanded const& by, Expanded& out) {
    std::size_t done = 0;
    for (std::size_t at = by.text.find('\\'); at != std::string::npos && at + 1 < by.text.size();
         at = by.text.find('\\', at + 2)) {
        char const c = by.text[at + 1];
        append(out, by, done, at);
        done = at + 1;
        if (c == '&' || (c >= '0' && c <= '9')) {
            std::size_t const group = c == '&' ? 0 : static_cast<std::size_t>(c - '0');
            done = at + 2;
            if (group < match.groups.size() && match.groups[group].begin != std::string::npos) {
                append(out, text, match.groups[group].begin, match.groups[group].end);
            }
        } else if (c == '\\') {
            append(out, by, at + 1, at + 2);
            done = at + 2;
        }
    }
    append(out, by, done);
}

Expanded substituted(Expanded const& text, std::string const& pattern, Expanded const& by) {
    std::optional<Regex> const regex = Regex::compile(pattern);
    if (!regex) {
        return text;
    }
    Expanded result;
    std::size_t at = 0;
    while (at <= text.text.size()) {
        std::optional<Match> const match = regex->search(text.text, at);
        if (!match) {
            break;
        }
        append(result, text, at, match->groups[0].begin);
        replace(text, *match, by, result);
        at = match->groups[0].end;
        if (match->groups[0].begin == at) {
            append(result, text, at, at + 1);
            ++at;
        }
    }
    append(result, text, at);
    return result;
}

void bpatsubst(Expander&, Invocation& call, Expanded& out) {
    append(out, substituted(call.at(0), call.text(1), call.at(2)));
}

// The patterns see the text between its quotes, and the result is read once more without them.
void bpatsubsts(Expander& m4, Invocation& call, Expanded& out) {
    Expanded text = m4.quoted(call.at(0));
    for (std::size_t i = 1; i < call.count(); i += 2) {
        text = substituted(text, call.text(i), call.at(i + 1));
    }
    append_made(out, "m4_unquote(", call);
    append(out, text);
    append_made(out, ")", call);
}

void bregexp(Expander&, Invocation& call, Expanded& out) {
    std::optional<Regex> const regex = Regex::compile(call.text(1));
    std::optional<Match> const match = regex ? regex->search(call.text(0)) : std::nullopt;
    if (call.count() < 3) {
        append_number(out, match ? static_cast<std::int64_t>(match->groups[0].begin) : -1, call);
    } else if (match) {
        replace(call.at(0), *match, call.at(2), out);
    }
}

void bmatch(Expander&, Invocation& call, Expanded& out) {
    std::size_t i = 1;
    for (; i + 1 < call.count(); i += 2) {
        std::optional<Regex> const regex = Regex::compile(call.text(i));
        if (regex && regex->search(call.text(0))) {
            append(out, call.at(i + 1));
            return;
        }
    }
    append(out, call.at(i));
}

void re_escape(Expander&, Invocation& call, Expanded& out) {
    for (std::size_t i = 0; i < call.text(0).size(); ++i) {
        append_made(out, std::string_view("[]*+.?\\^$").find(call.text(0)[i]) != std::string_view::npos ? "\\" : "",
                    call);
        append(out, call.at(0), i, i + 1);
    }
}

void escape(Expander& m4, Invocation& call, Expanded& out) {
    static constexpr std::pair<char, std::string_view> graphs[] = {
        {'#', "@%:@"}, {'[', "@<:@"}, {']', "@:>@"}, {'$', "@S|@"}};
    Expanded text;
    for (std::size_t i = 0; i < call.text(0).size(); ++i) {
        auto const graph = std::find_if(std::begin(graphs), std::end(graphs),
                                        [c = call.text(0)[i]](auto const& entry) { return entry.first == c; });
        if (graph == std::end(graphs)) {
            append(text, call.at(0), i, i + 1);
        } else {
            append(text, graph->second, call.at(0).location(i));
        }
    }
    append(out, m4.quoted(text));
}

Expanded flat(Expanded const& text) {
    Expanded joined;
    std::size_t done = 0;
    for (std::size_t at = text.text.find("\\\n"); at != std::string::npos; at = text.text.find("\\\n", done)) {
        append(joined, text, done, at);
        done = at + 2;
    }
    append(joined, text, done);
    std::replace(joined.text.begin(), joined.text.end(), '\n', ' ');
    return joined;
}

// Each run of blanks becomes one, those at the ends go.
Expanded stripped(Expanded const& text) {
    Expanded result;
    std::size_t end = 0;
    for (std::size_t at = text.text.find_first_not_of(" \t"); at != std::string::npos;
         at = text.text.find_first_not_of(" \t", end)) {
        append(result, result.empty() ? "" : " ", text.location(at - (at == 0 ? 0 : 1)));
        end = std::min(text.text.find_first_of(" \t", at), text.text.size());
        append(result, text, at, end);
    }
    return result;
}

void flatten(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(flat(call.at(0))));
}

void strip(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(stripped(call.at(0))));
}

void normalize(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(stripped(flat(call.at(0)))));
}

void chomp(Expander&, Invocation& call, Expanded& out) {
    append(out, call.at(0), 0, call.text(0).size() - (call.text(0).ends_with('\n') ? 1 : 0));
}

void chomp_all(Expander&, Invocation& call, Expanded& out) {
    append(out, call.at(0), 0, call.text(0).find_last_not_of('\n') + 1);
}

void newline(Expander&, Invocation& call, Expanded& out) {
    append_made(out, "\n", call);
    append(out, call.at(0));
}

void split(Expander& m4, Invocation& call, Expanded& out) {
    if (call.text(0).empty()) {
        return;
    }
    std::optional<Regex> const regex = Regex::compile(call.text(1).empty() ? "[\t ]+" : call.text(1));
    Expanded list;
    std::size_t done = 0;
    std::size_t at = 0;
    while (regex && at <= call.text(0).size()) {
        std::optional<Match> const match = regex->search(call.text(0), at);
        if (!match) {
            break;
        }
        Match::Part const found = match->groups[0];
        if (found.begin != found.end) {
            append(list, m4.quoted(slice(call.at(0), done, found.begin)));
            append_made(list, ", ", call);
            done = found.end;
        }
        at = std::max(found.end, found.begin + 1);
    }
    append(list, m4.quoted(slice(call.at(0), done)));
    append(out, m4.quoted(list));
}

// Words on lines of at most `width` columns, with a prefix before each line and another before the first.
void text_wrap(Expander& m4, Invocation& call, Expanded& out) {
    std::string const& prefix = call.text(1);
    std::string const& first = call.text(2).empty() ? prefix : call.text(2);
    std::size_t const width = call.text(3).empty() ? 79 : static_cast<std::size_t>(std::max(number(call, 3), 1));
    Expanded const text = stripped(flat(call.at(0)));
    Expanded lines;
    append_made(lines, first, call);
    if (first.size() > prefix.size()) {
        append_made(lines, "\n" + prefix, call);
    } else {
        append_made(lines, std::string(prefix.size() - first.size(), ' '), call);
    }
    std::size_t column = prefix.size();
    bool separated = true;
    for (std::size_t begin = 0; begin < text.text.size();) {
        std::size_t const end = std::min(text.text.find(' ', begin), text.text.size());
        column += end - begin + 1;
        if (column > width) {
            column = prefix.size() + (end - begin) + 1;
            append_made(lines, "\n" + prefix, call);
            separated = true;
        }
        append_made(lines, std::exchange(separated, false) ? "" : " ", call);
        append(lines, text, begin, end);
        begin = end + 1;
    }
    append(out, m4.quoted(lines));
}

constexpr BuiltinEntry entries[] = {
    {"len", len, true},
    {"m4_len", len, true},
    {"m4_qlen", quoted_len, true},
    {"index", index, true},
    {"m4_index", index, true},
    {"m4_substr", substr, true},
    {"translit", translit, true},
    {"m4_translit", translit, true},
    {"m4_toupper", upper, false},
    {"m4_tolower", lower, false},
    {"m4_format", format, true},
    {"patsubst", bpatsubst, true},
    {"m4_bpatsubst", bpatsubst, true},
    {"m4_bpatsubsts", bpatsubsts, true},
    {"regexp", bregexp, true},
    {"m4_bregexp", bregexp, true},
    {"m4_bmatch", bmatch, true},
    {"m4_re_escape", re_escape, true},
    {"m4_escape", escape, true},
    {"m4_flatten", flatten, false},
    {"m4_strip", strip, false},
    {"m4_normalize", normalize, false},
    {"m4_chomp", chomp, true},
    {"m4_chomp_all", chomp_all, true},
    {"m4_newline", newline, false},
    {"m4_split", split, true},
    {"m4_text_wrap", text_wrap, true},
};

}  // namespace

std::span<BuiltinEntry const> text_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
