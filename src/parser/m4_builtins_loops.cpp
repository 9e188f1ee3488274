// m4sugar's loops. A loop becomes the text of all its rounds, which is then read as any expansion.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "parser/m4_builtins.hpp"
#include "parser/m4_eval.hpp"
#include "parser/m4_lists.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

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

void each_element(Expander& m4, Invocation& call, Expanded& out) {
    loop(m4, call, list(m4, call.at(1)), call.at(2), out);
}

void each_word(Expander& m4, Invocation& call, Expanded& out) {
    loop(m4, call, words(call.at(1)), call.at(2), out);
}

void for_numbers(Expander& m4, Invocation& call, Expanded& out) {
    std::int64_t const first = evaluate(call.text(1)).value_or(0);
    std::int64_t const last = evaluate(call.text(2)).value_or(0);
    std::int64_t const forward = first <= last ? 1 : -1;
    std::int64_t const step = call.text(3).empty() ? forward : evaluate(call.text(3)).value_or(0);
    std::vector<Expanded> values;
    // The numbers have 32 bits each, so that `i` can't run over.
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

constexpr BuiltinEntry entries[] = {
    {"m4_foreach", each_element, true},
    {"m4_foreach_w", each_word, true},
    {"AC_FOREACH", each_word, true},
    {"m4_for", for_numbers, true},
    {"m4_map", map, true},
    {"m4_mapall", mapall, true},
    {"m4_map_sep", map_sep, true},
    {"m4_mapall_sep", mapall_sep, true},
    {"m4_map_args", map_args, true},
    {"m4_map_args_sep", map_args_sep, true},
    {"m4_map_args_pair", map_args_pair, true},
    {"m4_map_args_w", map_args_words, true},
    {"m4_stack_foreach", stack_foreach, true},
    {"m4_stack_foreach_lifo", stack_foreach_lifo, true},
    {"m4_stack_foreach_sep", stack_foreach, true},
    {"m4_stack_foreach_sep_lifo", stack_foreach_lifo, true},
};

}  // namespace

std::span<BuiltinEntry const> loop_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
