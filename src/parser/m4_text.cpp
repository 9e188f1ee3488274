#include "parser/m4_text.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace am2cmake::m4 {

bool is_name_byte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

namespace {

// The next byte of `to` comes from `location`; no new run where it goes on with the last one.
void mark(Expanded& to, Location location) {
    std::size_t const offset = to.text.size();
    if (!to.origins.empty()) {
        Origin const& last = to.origins.back();
        if (last.offset == offset) {
            to.origins.back().location = location;
            return;
        }
        if (last.location + (offset - last.offset) == location) {
            return;
        }
    }
    to.origins.push_back({offset, location});
}

// A quadrigraph at the front of the text: what it stands for and its length, 0 if there is none.
std::pair<std::string_view, std::size_t> quadrigraph(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> table[] = {
        {"@<:@", "["}, {"@:>@", "]"}, {"@S|@", "$"}, {"@%:@", "#"}, {"@{:@", "("}, {"@:}@", ")"}, {"@&t@", ""}};
    for (auto const& [from, to] : table) {
        if (text.starts_with(from)) {
            return {to, from.size()};
        }
    }
    return {{}, 0};
}

}  // namespace

void append(Expanded& to, std::string_view text, Location location) {
    if (!text.empty()) {
        mark(to, location);
        to.text += text;
    }
}

void append(Expanded& to, Expanded const& from, std::size_t begin, std::size_t end) {
    end = std::min(end, from.text.size());
    if (begin >= end) {
        return;
    }
    auto run = std::upper_bound(from.origins.begin(), from.origins.end(), begin,
                                [](std::size_t at, Origin const& origin) { return at < origin.offset; });
    std::size_t const base = to.text.size();
    mark(to, run == from.origins.begin() ? Location{} : std::prev(run)->location + (begin - std::prev(run)->offset));
    for (; run != from.origins.end() && run->offset < end; ++run) {
        to.origins.push_back({base + (run->offset - begin), run->location});
    }
    to.text.append(from.text, begin, end - begin);
}

void append_made(Expanded& to, std::string_view text, Location call, std::size_t width) {
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i, ++run) {
        bool const word_starts = i == 0 || (is_name_byte(text[i]) != is_name_byte(text[i - 1]));
        if (word_starts || run >= width) {
            mark(to, call);
            run = 0;
        }
        to.text += text[i];
    }
}

Expanded made(std::string_view text, Location call, std::size_t width) {
    Expanded result;
    append_made(result, text, call, width);
    return result;
}

Expanded slice(Expanded const& from, std::size_t begin, std::size_t end) {
    Expanded result;
    append(result, from, begin, end);
    return result;
}

void cut(Expanded& text, std::size_t size) {
    if (size >= text.text.size()) {
        return;
    }
    text.text.resize(size);
    while (!text.origins.empty() && text.origins.back().offset >= size) {
        text.origins.pop_back();
    }
}

Expanded mapped(Expanded const& from, int const (&map)[256]) {
    Expanded result;
    std::size_t run = 0;
    for (std::size_t i = 0; i < from.text.size(); ++i) {
        if (map[static_cast<unsigned char>(from.text[i])] < 0) {
            append(result, from, run, i);
            run = i + 1;
        }
    }
    append(result, from, run);
    for (char& c : result.text) {
        c = static_cast<char>(map[static_cast<unsigned char>(c)]);
    }
    return result;
}

void replace_quadrigraphs(Expanded& text) {
    std::size_t at = text.text.find('@');
    if (at == std::string::npos) {
        return;
    }
    Expanded result;
    std::size_t done = 0;
    while (at != std::string::npos) {
        auto const [meaning, length] = quadrigraph(std::string_view(text.text).substr(at));
        if (length != 0) {
            append(result, text, done, at);
            append(result, meaning, text.location(at));
            done = at + length;
        }
        at = text.text.find('@', at + std::max<std::size_t>(length, 1));
    }
    if (done != 0) {
        append(result, text, done);
        text = std::move(result);
    }
}

void replace_line_numbers(Expanded& text) {
    static constexpr std::string_view name = "__oline__";
    Expanded result;
    std::size_t done = 0;
    for (std::size_t at = text.text.find(name); at != std::string::npos; at = text.text.find(name, done)) {
        append(result, text, done, at);
        append(result, "1", text.location(at));
        done = at + name.size();
    }
    if (done != 0) {
        append(result, text, done);
        text = std::move(result);
    }
}

}  // namespace am2cmake::m4
