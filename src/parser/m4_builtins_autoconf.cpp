// AC_DEFUN and its kin, and what rules/m4 needs to speak of the macros that rules know.

#include <string>
#include <utility>

#include "parser/m4_builtins.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

void define_macro(Expander& m4, Invocation& call, Expanded body, bool once) {
    Definition definition = m4.text_definition(std::move(body), call);
    definition.defun = true;
    definition.once = once;
    m4.define(call.text(0), std::move(definition), call);
}

void defun(Expander& m4, Invocation& call, Expanded&) {
    define_macro(m4, call, call.at(1), false);
}

void defun_once(Expander& m4, Invocation& call, Expanded&) {
    define_macro(m4, call, call.at(1), true);
}

void alias(Expander& m4, Invocation& call, Expanded&) {
    std::string const& name = call.text(1);
    std::string const text = "m4_if($#,0,[" + name + "],[" + name + "($@)])";
    define_macro(m4, call, made(text, call.at(1).location(0), name.size()), false);
}

// Its first call expands to the first text and the second, the others to the second.
void defun_init(Expander& m4, Invocation& call, Expanded&) {
    m4.define(call.text(0), m4.text_definition(call.at(2), call), call);
    Expanded first = call.at(1);
    append_made(first, "[]m4_popdef([$0])m4_indir([$0]m4_if($#,0,,[,$@]))", call.span.begin, call.name.size());
    Definition definition = m4.text_definition(std::move(first), call);
    definition.defun = true;
    m4.define(call.text(0), std::move(definition), call, true);
}

void require(Expander& m4, Invocation& call, Expanded&) {
    m4.require(call.text(0), call.at(1), call.span);
}

void provide(Expander& m4, Invocation& call, Expanded&) {
    m4.provide(call.text(0));
}

void provide_if(Expander& m4, Invocation& call, Expanded& out) {
    append(out, call.at(m4.provided(call.text(0)) ? 1 : 2));
}

void expand_once(Expander& m4, Invocation& call, Expanded& out) {
    std::string const mark = call.text(1).empty() ? call.text(0) : call.text(1);
    if (!m4.provided(mark)) {
        m4.provide(mark);
        append(out, call.at(0));
    }
}

void pattern_allow(Expander& m4, Invocation& call, Expanded&) {
    m4.allow(call.text(0));
}

void nothing(Expander&, Invocation&, Expanded&) {}

// am2cmake_call([NAME], ARGUMENTS...): the opaque call of a macro that a rule knows, also where NAME is defined.
void call_known(Expander& m4, Invocation& call, Expanded& out) {
    if (call.count() != 0) {
        Invocation known{call.text(0), call.span, {}};
        known.arguments.assign(call.arguments.begin() + 1, call.arguments.end());
        m4.opaque_call(known, out);
    }
}

constexpr BuiltinEntry entries[] = {
    {"AC_DEFUN", defun, true},
    {"AU_DEFUN", defun, true},
    {"m4_defun", defun, true},
    {"AC_DEFUN_ONCE", defun_once, true},
    {"m4_defun_once", defun_once, true},
    {"m4_defun_init", defun_init, true},
    {"AU_ALIAS", alias, true},
    {"AC_REQUIRE", require, true},
    {"AS_REQUIRE", require, true},
    {"m4_require", require, true},
    {"AC_PROVIDE", provide, true},
    {"m4_provide", provide, true},
    {"AC_PROVIDE_IFELSE", provide_if, true},
    {"m4_provide_if", provide_if, true},
    {"m4_expand_once", expand_once, true},
    {"AC_BEFORE", nothing, true},
    {"m4_before", nothing, true},
    {"AC_DIAGNOSE", nothing, true},
    {"AC_OBSOLETE", nothing, true},
    {"m4_pattern_allow", pattern_allow, true},
    {"m4_pattern_forbid", nothing, true},
    {"am2cmake_call", call_known, true},
};

}  // namespace

std::span<BuiltinEntry const> autoconf_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
