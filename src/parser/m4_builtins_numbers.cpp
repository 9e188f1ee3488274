// Arithmetic, and the order of versions.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parser/m4_builtins.hpp"
#include "parser/m4_eval.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

// The Autoconf we speak for.
constexpr std::string_view autoconf_version = "2.72";

void append_number(Expanded& out, std::int64_t value, Invocation const& call) {
    append_made(out, std::to_string(value), call);
}

std::int32_t number(Invocation const& call, std::size_t index) {
    return evaluate(call.text(index)).value_or(0);
}

void eval(Expander&, Invocation& call, Expanded& out) {
    std::int32_t const base = call.text(1).empty() ? 10 : number(call, 1);
    std::int32_t const width = number(call, 2);
    if (std::optional<std::int32_t> const value = evaluate(call.text(0)); value && base >= 2 && base <= 36) {
        append_made(out,
                    in_base(*value, static_cast<unsigned>(base), static_cast<std::size_t>(std::clamp(width, 0, 64))),
                    call);
    }
}

void incr(Expander&, Invocation& call, Expanded& out) {
    append_number(out, std::int64_t{number(call, 0)} + 1, call);
}

void decr(Expander&, Invocation& call, Expanded& out) {
    append_number(out, std::int64_t{number(call, 0)} - 1, call);
}

void sign(Expander&, Invocation& call, Expanded& out) {
    append_number(out, (number(call, 0) > 0) - (number(call, 0) < 0), call);
}

void cmp(Expander&, Invocation& call, Expanded& out) {
    append_number(out, (number(call, 0) > number(call, 1)) - (number(call, 0) < number(call, 1)), call);
}

void max(Expander&, Invocation& call, Expanded& out) {
    std::int32_t value = number(call, 0);
    for (std::size_t i = 1; i < call.count(); ++i) {
        value = std::max(value, number(call, i));
    }
    append_number(out, value, call);
}

void min(Expander&, Invocation& call, Expanded& out) {
    std::int32_t value = number(call, 0);
    for (std::size_t i = 1; i < call.count(); ++i) {
        value = std::min(value, number(call, i));
    }
    append_number(out, value, call);
}

std::vector<std::int64_t> numbers(Expander& m4, Expanded const& list) {
    std::vector<std::int64_t> values;
    for (Expanded const& element : m4.split_arguments(list)) {
        values.push_back(evaluate(element.text).value_or(0));
    }
    return values;
}

void list_cmp(Expander& m4, Invocation& call, Expanded& out) {
    append_number(out, compare(numbers(m4, call.at(0)), numbers(m4, call.at(1))), call);
}

void version_compare(Expander&, Invocation& call, Expanded& out) {
    append_number(out, compare(version_numbers(call.text(0)), version_numbers(call.text(1))), call);
}

void version(Expander&, Invocation& call, Expanded& out) {
    append_made(out, autoconf_version, call);
}

void version_prereq(Expander&, Invocation& call, Expanded& out) {
    bool const enough = compare(version_numbers(autoconf_version), version_numbers(call.text(0))) >= 0;
    append(out, call.at(enough ? 1 : 2));
}

constexpr BuiltinEntry entries[] = {
    {"m4_eval", eval, true},
    {"incr", incr, true},
    {"m4_incr", incr, true},
    {"decr", decr, true},
    {"m4_decr", decr, true},
    {"m4_sign", sign, true},
    {"m4_cmp", cmp, true},
    {"m4_max", max, true},
    {"m4_min", min, true},
    {"m4_list_cmp", list_cmp, true},
    {"m4_version_compare", version_compare, true},
    {"m4_version_prereq", version_prereq, true},
    {"m4_PACKAGE_VERSION", version, false},
    {"AC_AUTOCONF_VERSION", version, false},
};

}  // namespace

std::span<BuiltinEntry const> number_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
