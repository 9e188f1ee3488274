// Definitions: who may define what, and what a body becomes when it is called.

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>
#include <utility>

#include "base/words.hpp"
#include "parser/m4_expander.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Where the bytes of a body come from once it stands in the place of a call.
class BodyOrigins {
public:
    BodyOrigins(Expanded const& body, Invocation const& call, SourceMap& sources) : body_(&body) {
        bases_.reserve(body.origins.size());
        for (std::size_t i = 0; i < body.origins.size(); ++i) {
            std::size_t const begin = body.origins[i].offset;
            std::size_t const end = i + 1 < body.origins.size() ? body.origins[i + 1].offset : body.text.size();
            Location const spelled = body.origins[i].location;
            bases_.push_back(spelled.known() ? sources.add_expansion(spelled, call.span.begin, end - begin) : spelled);
        }
    }

    void append_piece(Expanded& to, std::size_t begin, std::size_t end) const {
        for (std::size_t i = 0; i < bases_.size(); ++i) {
            std::size_t const run = body_->origins[i].offset;
            std::size_t const run_end = i + 1 < bases_.size() ? body_->origins[i + 1].offset : body_->text.size();
            std::size_t const first = std::max(begin, run);
            std::size_t const last = std::min(end, run_end);
            if (first < last) {
                append(to, std::string_view(body_->text).substr(first, last - first), bases_[i] + (first - run));
            }
        }
    }

private:
    Expanded const* body_;
    std::vector<Location> bases_;
};

// What follows a `$`: its length without it, 0 if it is plain text.
std::size_t parameter_length(std::string_view after) {
    if (after.empty()) {
        return 0;
    }
    if (after[0] == '#' || after[0] == '*' || after[0] == '@') {
        return 1;
    }
    auto const end = std::find_if_not(after.begin(), after.end(), is_digit);
    return std::min<std::size_t>(static_cast<std::size_t>(end - after.begin()), 6);
}

// The names that a text gives to `macro([NAME], ...)`, in blanks or commas; what is computed is not among them.
std::set<std::string, std::less<>> first_arguments(std::string_view text, std::string_view macro) {
    std::set<std::string, std::less<>> names;
    for (std::size_t at = text.find(macro); at != std::string_view::npos; at = text.find(macro, at + 1)) {
        bool const whole = at == 0 || !is_name_byte(text[at - 1]);
        std::size_t const begin = at + macro.size();
        if (!whole || begin >= text.size() || text[begin] != '(') {
            continue;
        }
        std::string_view const argument = text.substr(begin + 1, text.find_first_of(",)", begin) - begin - 1);
        for (std::string name : split_words(argument)) {
            std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
            if (!name.empty() && std::all_of(name.begin(), name.end(), is_name_byte)) {
                names.insert(name);
            }
        }
    }
    return names;
}

std::set<std::string, std::less<>> names_defined_in(std::string_view text) {
    std::set<std::string, std::less<>> names = first_arguments(text, "AC_DEFINE");
    names.merge(first_arguments(text, "AC_DEFINE_UNQUOTED"));
    for (std::string name : first_arguments(text, "AC_CHECK_FUNCS")) {
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        names.insert("HAVE_" + name);
    }
    return names;
}

}  // namespace

std::shared_ptr<Expanded const> Expander::body_with_arguments(Definition const& definition, Invocation const& call) {
    Expanded const& body = *definition.body;
    auto result = std::make_shared<Expanded>();
    bool const ours = definition.layer == Layer::builtin;
    static Expanded const nothing;
    BodyOrigins const origins(ours ? nothing : body, call, sources());
    auto const literal = [&](std::size_t begin, std::size_t end) {
        if (ours) {
            append_made(*result, std::string_view(body.text).substr(begin, end - begin), call.span.begin,
                        call.name.size());
        } else {
            origins.append_piece(*result, begin, end);
        }
    };
    std::size_t done = 0;
    for (std::size_t at = body.text.find('$'); at != std::string::npos; at = body.text.find('$', at + 1)) {
        std::string_view const after = std::string_view(body.text).substr(at + 1);
        std::size_t const length = parameter_length(after);
        if (length == 0) {
            continue;
        }
        literal(done, at);
        append_parameter(*result, after.substr(0, length), call);
        done = at + 1 + length;
        spend(0, result->text.size() > bytes_left_ ? result->text.size() : 0);
    }
    literal(done, body.text.size());
    return result;
}

void Expander::append_parameter(Expanded& to, std::string_view parameter, Invocation const& call) const {
    if (parameter == "#") {
        append_made(to, std::to_string(call.count()), call.span.begin, call.name.size());
    } else if (parameter == "*" || parameter == "@") {
        for (std::size_t i = 0; i < call.count(); ++i) {
            if (i != 0) {
                append_made(to, ",", call.span.begin, 1);
            }
            append(to, parameter == "@" ? quoted(call.at(i)) : call.at(i));
        }
    } else if (std::size_t const index = std::stoul(std::string(parameter)); index == 0) {
        append_made(to, call.name, call.span.begin, call.name.size());
    } else {
        append(to, call.at(index - 1));
    }
}

void Expander::define(std::string const& name, Definition definition, Invocation const& by, bool push) {
    if (push) {
        macros.push(name, std::move(definition));
    } else if (may_define(name, by) || is_changed_copy(name, definition, by)) {
        macros.define(name, std::move(definition));
    }
}

// What a rule knows, or we define ourselves, only the project itself may redefine; aclocal.m4 fills gaps and no more.
bool Expander::may_define(std::string const& name, Invocation const& by) {
    Definition const* const old = macros.find(name);
    bool const known = environment_->known.contains(name);
    bool const ours = phase_ == Layer::builtin || wrapped_end_.contains(by.span.begin.handle);
    if (old == nullptr || ours) {
        return ours || !known || layer_of(by.span.begin) == Layer::project;
    }
    if (old->layer != Layer::builtin && !known) {
        return phase_ != Layer::shipped || old->layer == Layer::shipped;
    }
    if (layer_of(by.span.begin) != Layer::project) {
        return false;
    }
    if (old->known != nullptr || old->layer == Layer::builtin) {
        report(code::redefined_macro, by.span, "the project's own definition of " + name + " is used");
    }
    return true;
}

// A copy of a macro of the Autoconf Archive that its project has changed, so that it defines what the rule doesn't.
bool Expander::is_changed_copy(std::string const& name, Definition const& copy, Invocation const& by) {
    bool const archive = name.starts_with("AX_") || name.starts_with("ACX_");
    auto const known = std::find_if(environment_->known.begin(), environment_->known.end(), [&](auto const& each) {
        std::vector<std::string> const& more = each.second.provides;
        return each.first == name || std::find(more.begin(), more.end(), name) != more.end();
    });
    if (!archive || copy.body == nullptr || known == environment_->known.end() ||
        layer_of(by.span.begin) != Layer::macro_dir) {
        return false;
    }
    std::set<std::string, std::less<>> const defined = names_defined_in(copy.body->text);
    for (std::string const& own : defined) {
        if (!known->second.defines.contains(own)) {
            report(code::redefined_macro, by.span,
                   "the project's own copy of " + name + " is used: it also defines " + own);
            return true;
        }
    }
    for (auto const* ours : {&known->second.defines, &known->second.features}) {
        std::copy_if(ours->begin(), ours->end(),
                     std::inserter(not_in_copy_[known->first], not_in_copy_[known->first].end()),
                     [&](std::string const& each) { return copy.body->text.find(each) == std::string::npos; });
    }
    return false;
}

Layer Expander::layer_of(Location location) const {
    if (phase_ != Layer::project) {
        return phase_;
    }
    auto const after = layers_.upper_bound(sources().spelling(location));
    return after == layers_.begin() ? Layer::project : std::prev(after)->second;
}

Definition Expander::text_definition(Expanded body, Invocation const& by) const {
    Definition definition;
    definition.body = std::make_shared<Expanded>(std::move(body));
    definition.layer = layer_of(by.span.begin);
    return definition;
}

// Text that does what the macro does, for m4_defn. A builtin or a macro of a rule becomes a call of itself.
Expanded Expander::definition_text(std::string const& name, Invocation const& by) const {
    Definition const* const found = macros.find(name);
    if (found == nullptr) {
        return {};
    }
    if (found->body != nullptr) {
        return *found->body;
    }
    std::string const call = found->known != nullptr ? "am2cmake_call([" + name + "], $@)" : name + "($@)";
    return made(call, by.span.begin, by.name.size());
}

void Expander::allow(std::string const& pattern) {
    if (std::optional<Regex> regex = Regex::compile(pattern)) {
        allowed_.push_back(std::move(*regex));
    }
}

bool Expander::allowed(std::string_view name) const {
    return std::any_of(allowed_.begin(), allowed_.end(),
                       [name](Regex const& regex) { return regex.search(name).has_value(); });
}

}  // namespace am2cmake::m4
