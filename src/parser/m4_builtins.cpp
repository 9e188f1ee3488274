// m4 itself and the control structures of m4sugar: definitions, conditions, quotes.

#include "parser/m4_builtins.hpp"

#include <string>
#include <utility>

#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

void dnl(Expander& m4, Invocation&, Expanded&) {
    m4.reader.skip_line();
}

void nothing(Expander&, Invocation&, Expanded&) {}

void define(Expander& m4, Invocation& call, Expanded&) {
    m4.define(call.text(0), m4.text_definition(call.at(1), call), call);
}

void define_default(Expander& m4, Invocation& call, Expanded& out) {
    if (m4.macros.find(call.text(0)) == nullptr) {
        define(m4, call, out);
    }
}

void pushdef(Expander& m4, Invocation& call, Expanded&) {
    m4.define(call.text(0), m4.text_definition(call.at(1), call), call, true);
}

void popdef(Expander& m4, Invocation& call, Expanded&) {
    for (Expanded const& name : call.arguments) {
        m4.macros.pop(name.text);
    }
}

void undefine(Expander& m4, Invocation& call, Expanded&) {
    for (Expanded const& name : call.arguments) {
        m4.macros.undefine(name.text);
    }
}

void defn(Expander& m4, Invocation& call, Expanded& out) {
    for (Expanded const& name : call.arguments) {
        if (m4.macros.find(name.text) != nullptr) {
            append(out, m4.quoted(m4.definition_text(name.text, call)));
        }
    }
}

void copy(Expander& m4, Invocation& call, Expanded&) {
    m4.macros.undefine(call.text(1));
    for (Definition const& definition : m4.macros.stack(call.text(0))) {
        // A rule's macro under another name is a call of the macro that the rule knows.
        m4.macros.push(call.text(1), definition.known == nullptr
                                         ? definition
                                         : m4.text_definition(m4.definition_text(call.text(0), call), call));
    }
}

void rename(Expander& m4, Invocation& call, Expanded& out) {
    copy(m4, call, out);
    m4.macros.undefine(call.text(0));
}

void indir(Expander& m4, Invocation& call, Expanded& out) {
    Definition const* const found = m4.macros.find(call.text(0));
    if (found == nullptr) {
        return;
    }
    Definition const definition = *found;
    Invocation inner{call.text(0), call.span, {}};
    inner.arguments.assign(call.arguments.begin() + 1, call.arguments.end());
    m4.call(std::move(inner), definition, out);
}

void builtin(Expander& m4, Invocation& call, Expanded& out) {
    for (std::string const& name : {"m4_" + call.text(0), "m4_b" + call.text(0), call.text(0)}) {
        if (m4.macros.find(name) != nullptr) {
            call.arguments[0].text = name;
            indir(m4, call, out);
            return;
        }
    }
}

void ifdef(Expander& m4, Invocation& call, Expanded& out) {
    append(out, call.at(m4.macros.find(call.text(0)) != nullptr ? 1 : 2));
}

void ifndef(Expander& m4, Invocation& call, Expanded& out) {
    append(out, call.at(m4.macros.find(call.text(0)) == nullptr ? 1 : 2));
}

void ifset(Expander& m4, Invocation& call, Expanded& out) {
    bool const set = !m4.definition_text(call.text(0), call).empty();
    append(out, call.at(set ? 1 : 2));
}

void if_equal(Expander&, Invocation& call, Expanded& out) {
    std::size_t left = call.count();
    for (std::size_t i = 0; left > 2; i += 3, left -= 3) {
        if (call.text(i) == call.text(i + 1)) {
            append(out, call.at(i + 2));
            return;
        }
        if (left == 4 || left == 5) {
            append(out, call.at(i + 3));
            return;
        }
    }
}

void switch_case(Expander&, Invocation& call, Expanded& out) {
    std::size_t i = 1;
    for (; i + 1 < call.count(); i += 2) {
        if (call.text(0) == call.text(i)) {
            append(out, call.at(i + 1));
            return;
        }
    }
    append(out, call.at(i));
}

// The tests are expanded one after the other, so that one that is not needed is not.
void cond(Expander& m4, Invocation& call, Expanded& out) {
    if (call.count() < 3) {
        append(out, call.at(0));
        return;
    }
    append_made(out, "m4_if((", call);
    append(out, call.at(0));
    append_made(out, "),(", call);
    append(out, call.at(1));
    append_made(out, "),", call);
    append(out, m4.quoted(call.at(2)));
    if (call.count() > 3) {
        Expanded rest = made("m4_cond(", call.span.begin, call.name.size());
        for (std::size_t i = 3; i < call.count(); ++i) {
            append(rest, m4.quoted(call.at(i)));
            append_made(rest, i + 1 < call.count() ? "," : ")", call);
        }
        append_made(out, ",", call);
        append(out, m4.quoted(rest));
    }
    append_made(out, ")", call);
}

bool is_blank(std::string const& text) {
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

void ifval(Expander&, Invocation& call, Expanded& out) {
    append(out, call.at(call.text(0).empty() ? 2 : 1));
}

void line_of(Expanded const& text, Invocation const& call, Expanded& out) {
    if (!text.empty()) {
        append(out, text);
        append_made(out, "\n", call);
    }
}

void ifvaln(Expander&, Invocation& call, Expanded& out) {
    line_of(call.at(call.text(0).empty() ? 2 : 1), call, out);
}

void line(Expander&, Invocation& call, Expanded& out) {
    line_of(call.at(0), call, out);
}

void ifblank(Expander&, Invocation& call, Expanded& out) {
    append(out, call.at(is_blank(call.text(0)) ? 1 : 2));
}

void ifnblank(Expander&, Invocation& call, Expanded& out) {
    append(out, call.at(is_blank(call.text(0)) ? 2 : 1));
}

void default_value(Expander&, Invocation& call, Expanded& out) {
    append(out, call.at(call.text(0).empty() ? 1 : 0));
}

void default_nblank(Expander&, Invocation& call, Expanded& out) {
    append(out, call.at(is_blank(call.text(0)) ? 1 : 0));
}

void default_quoted(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(call.at(call.text(0).empty() ? 1 : 0)));
}

void default_nblank_quoted(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(call.at(is_blank(call.text(0)) ? 1 : 0)));
}

void changequote(Expander& m4, Invocation& call, Expanded&) {
    if (call.count() == 0) {
        m4.reader.set_quotes("`", "'");
    } else {
        std::string const close = call.text(1).empty() ? "'" : call.text(1);
        m4.reader.set_quotes(call.text(0), call.text(0).empty() ? std::string() : close);
    }
}

void changecom(Expander& m4, Invocation& call, Expanded&) {
    m4.reader.set_comment(call.text(0), call.text(1).empty() ? "\n" : call.text(1));
}

Expanded joined(Expander& m4, Invocation const& call, bool quote) {
    Expanded list;
    for (std::size_t i = 0; i < call.count(); ++i) {
        append_made(list, i == 0 ? "" : ",", call);
        append(list, quote ? m4.quoted(call.at(i)) : call.at(i));
    }
    return list;
}

void quote(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(joined(m4, call, false)));
}

void dquote(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(joined(m4, call, true)));
}

void echo(Expander& m4, Invocation& call, Expanded& out) {
    append(out, joined(m4, call, true));
}

void unquote(Expander& m4, Invocation& call, Expanded& out) {
    append(out, joined(m4, call, false));
}

void each(Expander& m4, Invocation& call, Expanded& out) {
    for (Expanded const& text : call.arguments) {
        append(out, text);
        append(out, m4.quoted({}));
    }
}

void expand(Expander& m4, Invocation& call, Expanded& out) {
    append(out, m4.quoted(m4.expand_fully(call.at(0))));
}

// Unprefixed names are those that Autoconf keeps.
constexpr BuiltinEntry entries[] = {
    {"dnl", dnl, false},
    {"define", define, true},
    {"m4_define", define, true},
    {"m4_define_default", define_default, true},
    {"pushdef", pushdef, true},
    {"m4_pushdef", pushdef, true},
    {"popdef", popdef, true},
    {"m4_popdef", popdef, true},
    {"_m4_popdef", popdef, true},
    {"undefine", undefine, true},
    {"m4_undefine", undefine, true},
    {"_m4_undefine", undefine, true},
    {"defn", defn, true},
    {"m4_defn", defn, true},
    {"_m4_defn", defn, true},
    {"m4_copy", copy, true},
    {"m4_copy_force", copy, true},
    {"m4_rename", rename, true},
    {"m4_rename_force", rename, true},
    {"indir", indir, true},
    {"m4_indir", indir, true},
    {"builtin", builtin, true},
    {"m4_builtin", builtin, true},
    {"ifdef", ifdef, true},
    {"m4_ifdef", ifdef, true},
    {"m4_ifndef", ifndef, true},
    {"m4_ifset", ifset, true},
    {"ifelse", if_equal, true},
    {"m4_if", if_equal, true},
    {"m4_case", switch_case, false},
    {"m4_cond", cond, false},
    {"m4_ifval", ifval, false},
    {"m4_ifvaln", ifvaln, false},
    {"m4_n", line, false},
    {"m4_ifblank", ifblank, false},
    {"m4_ifnblank", ifnblank, false},
    {"m4_default", default_value, false},
    {"m4_default_nblank", default_nblank, false},
    {"m4_default_quoted", default_quoted, false},
    {"m4_default_nblank_quoted", default_nblank_quoted, false},
    {"changequote", changequote, false},
    {"m4_changequote", changequote, false},
    {"m4_changecom", changecom, false},
    {"m4_quote", quote, false},
    {"m4_dquote", dquote, false},
    {"m4_echo", echo, false},
    {"m4_unquote", unquote, false},
    {"m4_do", each, false},
    {"m4_ignore", nothing, false},
    {"m4_expand", expand, false},
};

}  // namespace

std::span<BuiltinEntry const> core_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
