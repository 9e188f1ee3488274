// m4sugar's lists.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "parser/m4_builtins.hpp"
#include "parser/m4_eval.hpp"
#include "parser/m4_lists.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {

std::vector<Expanded> words(Expanded const& text) {
    std::vector<Expanded> found;
    std::size_t end = 0;
    for (std::size_t at = text.text.find_first_not_of(" \t\n"); at != std::string::npos;
         at = text.text.find_first_not_of(" \t\n", end)) {
        end = std::min(text.text.find_first_of(" \t\n", at), text.text.size());
        bool const goes_on = text.text[end - 1] == '\\' && end < text.text.size() && text.text[end] == '\n';
        if (std::size_t const last = goes_on ? end - 1 : end; last != at) {
            found.push_back(slice(text, at, last));
        }
    }
    return found;
}

std::vector<Expanded> list(Expander& m4, Expanded const& text) {
    return text.empty() ? std::vector<Expanded>{} : m4.split_arguments(text);
}

namespace {

void append_list(Expander& m4, Invocation const& call, std::size_t from, Expanded& out) {
    for (std::size_t i = from; i < call.count(); ++i) {
        append_made(out, i == from ? "" : ",", call);
        append(out, m4.quoted(call.at(i)));
    }
}

void shift(Expander& m4, Invocation& call, Expanded& out) {
    append_list(m4, call, 1, out);
}

void shift2(Expander& m4, Invocation& call, Expanded& out) {
    append_list(m4, call, 2, out);
}

void shift3(Expander& m4, Invocation& call, Expanded& out) {
    append_list(m4, call, 3, out);
}

void shiftn(Expander& m4, Invocation& call, Expanded& out) {
    append_list(m4, call, static_cast<std::size_t>(std::max<std::int64_t>(0, evaluate(call.text(0)).value_or(0))) + 1,
                out);
}

void car(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(call.at(0)));
}

void cdr(Expander& m4, Invocation& call, Expanded& out) {
    if (call.count() > 1) {
        Expanded rest;
        append_list(m4, call, 1, rest);
        append(out, m4.quoted(rest));
    }
}

void argn(Expander& m4, Invocation& call, Expanded& out) {
    std::int64_t const index = evaluate(call.text(0)).value_or(0);
    append(out, m4.quoted(call.at(index > 0 ? static_cast<std::size_t>(index) : call.count())));
}

void reverse(Expander& m4, Invocation& call, Expanded& out) {
    std::reverse(call.arguments.begin(), call.arguments.end());
    for (std::size_t i = 0; i < call.count(); ++i) {
        append_made(out, i == 0 ? "" : ", ", call);
        append(out, m4.quoted(call.at(i)));
    }
}

void dquote_elements(Expander& m4, Invocation& call, Expanded& out) {
    for (std::size_t i = 0; i < call.count(); ++i) {
        append_made(out, i == 0 ? "" : ",", call);
        append(out, m4.quoted(m4.quoted(call.at(i))));
    }
}

void make_list(Expander& m4, Invocation& call, Expanded& out) {
    Expanded text;
    for (std::size_t i = 0; i < call.count(); ++i) {
        append_made(text, i == 0 ? "" : ",\n", call);
        append(text, m4.quoted(call.at(i)));
    }
    append(out, m4.quoted(text));
}

void count(Expander&, Invocation& call, Expanded& out) {
    append_made(out, std::to_string(call.count()), call);
}

void apply(Expander& m4, Invocation& call, Expanded& out) {
    append(out, call.at(0));
    if (!call.text(1).empty()) {
        append_made(out, "(", call);
        append(out, call.at(1));
        append_made(out, ")", call);
    }
    append(out, m4.quoted({}));
}

// m4_curry([MACRO], ARGS...)(MORE) is MACRO(ARGS..., MORE).
void curry(Expander& m4, Invocation& call, Expanded& out) {
    append(out, call.at(0));
    append_made(out, "(", call);
    append_list(m4, call, 1, out);
    append_made(out, ",_m4_curry", call);
}

void curried(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(call.at(0)));
    append_made(out, ")", call);
}

void join_from(Expander& m4, Invocation const& call, bool skip_empty, Expanded& out) {
    Expanded text;
    bool first = true;
    for (std::size_t i = 1; i < call.count(); ++i) {
        if (skip_empty && call.text(i).empty()) {
            continue;
        }
        if (!std::exchange(first, false)) {
            append(text, call.at(0));
        }
        append(text, call.at(i));
    }
    append(out, m4.quoted(text));
}

void join(Expander& m4, Invocation& call, Expanded& out) {
    join_from(m4, call, true, out);
}

void joinall(Expander& m4, Invocation& call, Expanded& out) {
    join_from(m4, call, false, out);
}

void combine(Expander& m4, Invocation& call, Expanded& out) {
    Expanded text;
    for (Expanded const& prefix : list(m4, call.at(1))) {
        for (std::size_t i = 3; i < call.count(); ++i) {
            append(text, text.empty() ? Expanded{} : call.at(0));
            append(text, prefix);
            append(text, call.at(2));
            append(text, call.at(i));
        }
    }
    append(out, m4.quoted(text));
}

void append_to(Expander& m4, Invocation const& call, Expanded const& value, Expanded const& separator) {
    std::string const& name = call.text(0);
    Expanded body;
    if (m4.macros.find(name) != nullptr) {
        body = m4.definition_text(name, call);
        append(body, separator);
    }
    append(body, value);
    m4.define(name, m4.text_definition(std::move(body), call), call);
}

void append_value(Expander& m4, Invocation& call, Expanded&) {
    append_to(m4, call, call.at(1), call.at(2));
}

bool has_element(Expander& m4, Invocation const& call, std::string const& value, std::string const& separator) {
    std::string const all = separator + m4.definition_text(call.text(0), call).text + separator;
    return m4.macros.find(call.text(0)) != nullptr && all.find(separator + value + separator) != std::string::npos;
}

void append_unique(Expander& m4, Invocation& call, Expanded& out) {
    bool const there = has_element(m4, call, call.text(1), call.text(2));
    if (!there) {
        append_to(m4, call, call.at(1), call.at(2));
    }
    append(out, call.at(there ? 4 : 3));
}

void append_unique_words(Expander& m4, Invocation& call, Expanded&) {
    for (Expanded const& word : words(call.at(1))) {
        if (!has_element(m4, call, word.text, " ")) {
            append_to(m4, call, word, made(" ", call.span.begin, 1));
        }
    }
}

constexpr BuiltinEntry entries[] = {
    {"m4_shift", shift, true},
    {"m4_shift2", shift2, true},
    {"m4_shift3", shift3, true},
    {"m4_shiftn", shiftn, true},
    {"m4_car", car, false},
    {"m4_cdr", cdr, false},
    {"m4_argn", argn, true},
    {"m4_reverse", reverse, false},
    {"m4_dquote_elt", dquote_elements, false},
    {"m4_make_list", make_list, false},
    {"m4_count", count, false},
    {"m4_apply", apply, true},
    {"m4_curry", curry, true},
    {"_m4_curry", curried, true},
    {"m4_join", join, true},
    {"m4_joinall", joinall, true},
    {"m4_combine", combine, true},
    {"m4_append", append_value, true},
    {"m4_append_uniq", append_unique, true},
    {"m4_append_uniq_w", append_unique_words, true},
};

}  // namespace

std::span<BuiltinEntry const> list_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
