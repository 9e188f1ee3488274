// m4sugar's loops, lists and sets. A loop becomes the text of all its rounds, which is then read as any expansion.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "parser/m4_builtins.hpp"
#include "parser/m4_eval.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

void append_made(Expanded& out, std::string_view text, Invocation const& call) {
    append_made(out, text, call.span.begin, call.name.size());
}

std::vector<Expanded> words(Expanded const& text) {
    std::vector<Expanded> found;
    std::size_t end = 0;
    for (std::size_t at = text.text.find_first_not_of(" \t\n"); at != std::string::npos;
         at = text.text.find_first_not_of(" \t\n", end)) {
        end = std::min(text.text.find_first_of(" \t\n", at), text.text.size());
        found.push_back(slice(text, at, end));
    }
    return found;
}

// The elements of a list in an argument; an empty argument is an empty list.
std::vector<Expanded> list(Expander& m4, Expanded const& text) {
    return text.empty() ? std::vector<Expanded>{} : m4.split_arguments(text);
}

void append_list(Expander& m4, Invocation const& call, std::size_t from, Expanded& out) {
    for (std::size_t i = from; i < call.count(); ++i) {
        append_made(out, i == from ? "" : ",", call);
        append(out, m4.quoted(call.at(i)));
    }
}

bool too_long(Expander& m4, Expanded const& out) {
    return out.text.size() > m4.limits().output;
}

// `m4_define([NAME], [VALUE])BODY[]`
void round_of(Expander& m4, Invocation const& call, Expanded const& value, Expanded const& body, Expanded& out) {
    append_made(out, "m4_define(", call);
    append(out, m4.quoted(call.at(0)));
    append_made(out, ",", call);
    append(out, m4.quoted(value));
    append_made(out, ")", call);
    append(out, body);
    append(out, m4.quoted({}));
}

void loop(Expander& m4, Invocation const& call, std::vector<Expanded> const& values, Expanded const& body,
          Expanded& out) {
    if (values.empty()) {
        return;
    }
    m4.macros.push(call.text(0), m4.text_definition({}, call));
    for (Expanded const& value : values) {
        if (too_long(m4, out)) {
            return;
        }
        round_of(m4, call, value, body, out);
    }
    append_made(out, "m4_popdef(", call);
    append(out, m4.quoted(call.at(0)));
    append_made(out, ")", call);
}

void foreach (Expander& m4, Invocation & call, Expanded & out) {
    loop(m4, call, list(m4, call.at(1)), call.at(2), out);
}

void foreach_word(Expander& m4, Invocation& call, Expanded& out) {
    loop(m4, call, words(call.at(1)), call.at(2), out);
}

void for_numbers(Expander& m4, Invocation& call, Expanded& out) {
    std::int64_t const first = evaluate(call.text(1)).value_or(0);
    std::int64_t const last = evaluate(call.text(2)).value_or(0);
    std::int64_t const forward = first <= last ? 1 : -1;
    std::int64_t const step = call.text(3).empty() ? forward : evaluate(call.text(3)).value_or(0);
    std::vector<Expanded> values;
    for (std::int64_t i = first; forward > 0 ? i <= last : i >= last; i += step) {
        values.push_back(made(std::to_string(i), call.span.begin, call.name.size()));
        if (step * forward <= 0 || values.size() > m4.limits().expansions) {
            break;
        }
    }
    loop(m4, call, values, call.at(4), out);
}

// One round of a map: BEFORE, the value, AFTER.
void mapped_one(Expander& m4, Expanded const& before, Expanded const& value, Expanded const& after, Expanded& out) {
    append(out, before);
    append(out, value);
    append(out, after);
    append(out, m4.quoted({}));
}

void map_lists(Expander& m4, Invocation const& call, std::size_t macro, std::size_t values, bool empty_too,
               Expanded& out) {
    bool first = true;
    for (Expanded const& value : list(m4, call.at(values))) {
        if (value.empty() && !empty_too) {
            continue;
        }
        if (macro == 0 && call.name.ends_with("_sep") && !first) {
            append(out, call.at(1));
            append(out, m4.quoted({}));
        }
        first = false;
        append(out, call.at(macro));
        if (!value.empty()) {
            append_made(out, "(", call);
            append(out, value);
            append_made(out, ")", call);
        }
        append(out, m4.quoted({}));
    }
}

void map(Expander& m4, Invocation& call, Expanded& out) {
    map_lists(m4, call, 0, 1, false, out);
}

void mapall(Expander& m4, Invocation& call, Expanded& out) {
    map_lists(m4, call, 0, 1, true, out);
}

void map_sep(Expander& m4, Invocation& call, Expanded& out) {
    map_lists(m4, call, 0, 2, false, out);
}

void mapall_sep(Expander& m4, Invocation& call, Expanded& out) {
    map_lists(m4, call, 0, 2, true, out);
}

void map_args(Expander& m4, Invocation& call, Expanded& out) {
    Expanded before = call.at(0);
    append_made(before, "(", call);
    Expanded const after = made(")", call.span.begin, 1);
    for (std::size_t i = 1; i < call.count(); ++i) {
        mapped_one(m4, before, m4.quoted(call.at(i)), after, out);
    }
}

void map_args_sep(Expander& m4, Invocation& call, Expanded& out) {
    for (std::size_t i = 3; i < call.count(); ++i) {
        if (i != 3) {
            append(out, call.at(2));
            append(out, m4.quoted({}));
        }
        mapped_one(m4, call.at(0), m4.quoted(call.at(i)), call.at(1), out);
    }
}

void map_args_pair(Expander& m4, Invocation& call, Expanded& out) {
    for (std::size_t i = 2; i < call.count(); i += 2) {
        bool const alone = i + 1 == call.count();
        append(out, call.at(alone && !call.text(1).empty() ? 1 : 0));
        append_made(out, "(", call);
        append(out, m4.quoted(call.at(i)));
        if (!alone) {
            append_made(out, ", ", call);
            append(out, m4.quoted(call.at(i + 1)));
        }
        append_made(out, ")", call);
        append(out, m4.quoted({}));
    }
}

void map_args_words(Expander& m4, Invocation& call, Expanded& out) {
    bool first = true;
    for (Expanded const& word : words(call.at(0))) {
        if (!std::exchange(first, false)) {
            append(out, call.at(3));
            append(out, m4.quoted({}));
        }
        mapped_one(m4, call.at(1), m4.quoted(word), call.at(2), out);
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

// The definitions of a name that m4_pushdef stacked: BEFORE, the definition, AFTER, and a separator between them.
void stack_rounds(Expander& m4, Invocation const& call, bool newest_first, Expanded& out) {
    bool const macro = !call.name.ends_with("_sep") && call.name.find("_sep_") == std::string::npos;
    std::vector<Definition> stack = m4.macros.stack(call.text(0));
    if (newest_first) {
        std::reverse(stack.begin(), stack.end());
    }
    Expanded before = call.at(1);
    append_made(before, macro ? "(" : "", call);
    Expanded const after = macro ? made(")", call.span.begin, 1) : call.at(2);
    for (std::size_t i = 0; i < stack.size(); ++i) {
        append(out, i == 0 || macro ? Expanded{} : call.at(3));
        mapped_one(m4, before, m4.quoted(stack[i].body ? *stack[i].body : Expanded{}), after, out);
    }
}

void stack_foreach(Expander& m4, Invocation& call, Expanded& out) {
    stack_rounds(m4, call, false, out);
}

void stack_foreach_lifo(Expander& m4, Invocation& call, Expanded& out) {
    stack_rounds(m4, call, true, out);
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
    {"m4_foreach", foreach, true},
    {"m4_foreach_w", foreach_word, true},
    {"AC_FOREACH", foreach_word, true},
    {"m4_for", for_numbers, true},
    {"m4_map", map, true},
    {"m4_mapall", mapall, true},
    {"m4_map_sep", map_sep, true},
    {"m4_mapall_sep", mapall_sep, true},
    {"m4_map_args", map_args, true},
    {"m4_map_args_sep", map_args_sep, true},
    {"m4_map_args_pair", map_args_pair, true},
    {"m4_map_args_w", map_args_words, true},
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
    {"m4_stack_foreach", stack_foreach, true},
    {"m4_stack_foreach_lifo", stack_foreach_lifo, true},
    {"m4_stack_foreach_sep", stack_foreach, true},
    {"m4_stack_foreach_sep_lifo", stack_foreach_lifo, true},
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
