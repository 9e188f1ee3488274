// Names that look like macros and that nothing defines.

#include <algorithm>
#include <array>
#include <cctype>

#include "parser/m4_expander.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

constexpr std::array prefixes{"AC_", "AM_", "AX_",   "LT_",   "PKG_",  "AS_",    "AU_",    "AH_",
                              "m4_", "gl_", "gt_",   "IT_",   "GTK_",  "GLIB_",  "GNOME_", "ACX_",
                              "AG_", "DX_", "XORG_", "YELP_", "VALA_", "GUILE_", "GNUPG_", "AC_LIB_"};

bool looks_like_macro(std::string_view name) {
    name.remove_prefix(name.starts_with('_') ? 1 : 0);
    return std::any_of(prefixes.begin(), prefixes.end(), [name](std::string_view prefix) {
        return name.size() > prefix.size() && name.starts_with(prefix);
    });
}

bool is_shouted(std::string_view name) {
    return std::isupper(static_cast<unsigned char>(name[0])) != 0 && name.find('_') != std::string_view::npos &&
           std::none_of(name.begin(), name.end(), [](unsigned char c) { return std::islower(c) != 0; });
}

bool ends_with_blank_line(std::string_view text) {
    std::size_t const last = text.find_last_not_of(" \t");
    return last == std::string_view::npos || text[last] == '\n';
}

bool nothing_more(std::string_view rest) {
    std::size_t const first = rest.find_first_not_of(" \t\r");
    return first == std::string_view::npos || rest[first] == '#' || rest.substr(first).starts_with("dnl");
}

}  // namespace

// `NAME(` anywhere, and NAME alone on its line: what else there is are variables, words and comments of the shell.
bool Expander::takes_unknown(std::string_view name, Expanded const* collecting) {
    bool const macro = looks_like_macro(name);
    if ((!macro && !is_shouted(name)) || diversions.number() < 0 || phase_ != Layer::project) {
        return false;
    }
    bool const at_line_start =
        collecting == nullptr && in_argument_ == 0 && ends_with_blank_line(diversions.current().text);
    if (reader.call_follows()) {
        return macro ? !allowed(name) : at_line_start && !reader.empty_call_follows() && !allowed(name);
    }
    return macro && at_line_start && nothing_more(reader.rest_of_line()) && !allowed(name);
}

void Expander::unknown_call(Invocation& call, Expanded& to) {
    report(code::unknown_macro, call.span,
           "the macro " + call.name + " is not known: neither a rule nor the project's m4 defines it");
    opaque_call(call, to);
}

}  // namespace am2cmake::m4
