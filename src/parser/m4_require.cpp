// AC_DEFUN, AC_REQUIRE, AC_PROVIDE: what a macro requires stands before the outermost macro around it.

#include <algorithm>
#include <utility>

#include "parser/m4_expander.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

bool contains(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void Expander::begin_defun(std::string const& name) {
    if (expanding_.empty()) {
        recent_.clear();
        diverting_.push_back(name);
        outermost_ = diversions.number();
        own_ = outermost_ < 0 ? outermost_ : diversions.fresh();
        diversions.divert(own_);
    }
    expanding_.push_back(name);
}

void Expander::end_defun() {
    if (expanding_.empty()) {
        return;  // its text had no end, and its beginning was read again
    }
    std::string const name = std::move(expanding_.back());
    expanding_.pop_back();
    if (expanding_.empty()) {
        diverting_.pop_back();
        diversions.divert(outermost_);
        diversions.undivert(own_);
    }
    provide(name);
}

void Expander::provide(std::string const& name) {
    if (provided_.emplace(name, diverting_.empty() ? std::string() : diverting_.back()).second) {
        recent_.insert(name);
    }
}

// Was it provided by a call in the macro that is being expanded, not by a requirement? Then it has to come once more,
// earlier: "Expanded Before Required" in Autoconf's manual.
bool Expander::expands_before_require(std::string const& name) const {
    std::string const& then = provided_.at(name);
    return recent_.contains(name) && !diverting_.empty() && then != diverting_.back() && contains(diverting_, then);
}

void Expander::require(std::string const& name, Expanded const& code, Span asked) {
    if (contains(expanding_, name) || contains(diverting_, name)) {
        return;
    }
    if (provided(name) && !expands_before_require(name)) {
        return;
    }
    expand_required(name, code, asked);
    provide(name);
    recent_.erase(name);
}

void Expander::expand_required(std::string const& name, Expanded const& code, Span asked) {
    int const saved = diversions.number();
    int const before = expanding_.empty() ? saved : outermost_;
    int const own = diversions.fresh();
    diversions.divert(own);
    diverting_.push_back(name);
    asked_.push_back(asked.begin);
    wrapped_end_[asked.begin.handle] = asked.end;

    Expanded text = code.empty() ? made(name, asked.begin, name.size()) : code;
    append_made(text, "\n", asked.begin, 1);
    Invocation call{name, asked, {}};
    if (code.empty() && macros.find(name) == nullptr) {
        Expanded put_out;
        unknown_call(call, put_out);
        append(diversions.current(), put_out);
    } else {
        expand_to_current(text);
    }

    asked_.pop_back();
    diverting_.pop_back();
    diversions.divert(before);
    diversions.undivert(own);
    diversions.divert(saved);
}

// A macro of AC_DEFUN_ONCE: true if there is nothing to expand here.
bool Expander::expand_once(Invocation const& call, Definition const& definition) {
    if (provided(call.name)) {
        return true;
    }
    if (expanding_.empty() || contains(diverting_, call.name)) {
        return false;
    }
    require(call.name, *body_with_arguments(definition, call), call.span);
    return true;
}

}  // namespace am2cmake::m4
