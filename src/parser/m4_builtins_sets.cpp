// m4sugar's sets (Autoconf manual, "Set manipulation Macros").

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "parser/m4_builtins.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

using Set = std::vector<Expanded>;

Set& set_of(Expander& m4, Invocation const& call, std::size_t argument = 0) {
    return m4.sets[call.text(argument)];
}

Set::iterator position(Set& set, std::string const& value) {
    return std::find_if(set.begin(), set.end(), [&value](Expanded const& element) { return element.text == value; });
}

bool add_to(Set& set, Expanded const& value) {
    if (position(set, value.text) != set.end()) {
        return false;
    }
    set.push_back(value);
    return true;
}

void add(Expander& m4, Invocation& call, Expanded& out) {
    append(out, call.at(add_to(set_of(m4, call), call.at(1)) ? 2 : 3));
}

void add_all(Expander& m4, Invocation& call, Expanded&) {
    for (std::size_t i = 1; i < call.count(); ++i) {
        add_to(set_of(m4, call), call.at(i));
    }
}

void contains(Expander& m4, Invocation& call, Expanded& out) {
    Set& set = set_of(m4, call);
    append(out, call.at(position(set, call.text(1)) != set.end() ? 2 : 3));
}

void remove(Expander& m4, Invocation& call, Expanded& out) {
    Set& set = set_of(m4, call);
    auto const found = position(set, call.text(1));
    append(out, call.at(found != set.end() ? 2 : 3));
    if (found != set.end()) {
        set.erase(found);
    }
}

void remove_all(Expander& m4, Invocation& call, Expanded&) {
    set_of(m4, call).clear();
}

void empty(Expander& m4, Invocation& call, Expanded& out) {
    append(out, call.at(set_of(m4, call).empty() ? 1 : 2));
}

void size(Expander& m4, Invocation& call, Expanded& out) {
    append_made(out, std::to_string(set_of(m4, call).size()), call);
}

void contents(Expander& m4, Invocation& call, Expanded& out) {
    bool first = true;
    for (Expanded const& element : set_of(m4, call)) {
        append(out, std::exchange(first, false) ? Expanded{} : m4.quoted(call.at(1)));
        append(out, m4.quoted(element));
    }
}

void dump(Expander& m4, Invocation& call, Expanded& out) {
    contents(m4, call, out);
    set_of(m4, call).clear();
}

void as_list(Expander& m4, Set const& set, Invocation const& call, bool leading_comma, Expanded& out) {
    for (std::size_t i = 0; i < set.size(); ++i) {
        append_made(out, i == 0 && !leading_comma ? "" : ",", call);
        append(out, m4.quoted(set[i]));
    }
}

void list(Expander& m4, Invocation& call, Expanded& out) {
    as_list(m4, set_of(m4, call), call, false, out);
}

void list_after_comma(Expander& m4, Invocation& call, Expanded& out) {
    as_list(m4, set_of(m4, call), call, true, out);
}

// The elements of the first set that the second has, or those that it lacks.
void shared(Expander& m4, Invocation const& call, bool wanted, Expanded& out) {
    Set found;
    Set& second = set_of(m4, call, 1);
    for (Expanded const& element : set_of(m4, call)) {
        if ((position(second, element.text) != second.end()) == wanted) {
            found.push_back(element);
        }
    }
    as_list(m4, found, call, true, out);
}

void intersection(Expander& m4, Invocation& call, Expanded& out) {
    shared(m4, call, true, out);
}

void difference(Expander& m4, Invocation& call, Expanded& out) {
    shared(m4, call, false, out);
}

void set_union(Expander& m4, Invocation& call, Expanded& out) {
    Set all = set_of(m4, call);
    for (Expanded const& element : set_of(m4, call, 1)) {
        add_to(all, element);
    }
    as_list(m4, all, call, true, out);
}

void each_element(Expander& m4, Invocation& call, Expanded& out) {
    append_made(out, "m4_foreach(", call);
    append(out, m4.quoted(call.at(1)));
    append_made(out, ",", call);
    Expanded elements;
    as_list(m4, set_of(m4, call), call, false, elements);
    append(out, m4.quoted(elements));
    append_made(out, ",", call);
    append(out, m4.quoted(call.at(2)));
    append_made(out, ")", call);
}

void map(Expander& m4, Invocation& call, Expanded& out) {
    for (Expanded const& element : set_of(m4, call)) {
        append(out, call.at(1));
        append_made(out, "(", call);
        append(out, m4.quoted(element));
        append_made(out, ")", call);
        append(out, m4.quoted({}));
    }
}

void map_sep(Expander& m4, Invocation& call, Expanded& out) {
    bool first = true;
    for (Expanded const& element : set_of(m4, call)) {
        append(out, std::exchange(first, false) ? Expanded{} : call.at(3));
        append(out, call.at(1));
        append(out, m4.quoted(element));
        append(out, call.at(2));
    }
}

constexpr BuiltinEntry entries[] = {
    {"m4_set_add", add, true},
    {"m4_set_add_all", add_all, true},
    {"m4_set_contains", contains, true},
    {"m4_set_contents", contents, true},
    {"m4_set_dump", dump, true},
    {"m4_set_delete", remove_all, true},
    {"m4_set_difference", difference, true},
    {"m4_set_empty", empty, true},
    {"m4_set_foreach", each_element, true},
    {"m4_set_intersection", intersection, true},
    {"m4_set_list", list, true},
    {"m4_set_listc", list_after_comma, true},
    {"m4_set_map", map, true},
    {"m4_set_map_sep", map_sep, true},
    {"m4_set_remove", remove, true},
    {"m4_set_size", size, true},
    {"m4_set_union", set_union, true},
};

}  // namespace

std::span<BuiltinEntry const> set_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
