#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "model/check_commands.hpp"
#include "passes/mirrored_answers.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Call;
using model::Set;
using model::Step;
using model::Steps;
using model::Text;

constexpr std::size_t most_checks = 2;    // with more of them it is shorter to set the flags and to set them back
constexpr std::ptrdiff_t farthest = 200;  // nobody would see flags given back behind more steps as one check

bool contains(auto const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether the check takes these flags as an argument.
bool takes_flags(std::string const& command, std::string const& flags) {
    bool const has_libraries_of_its_own = command == "check_library" || command == "search_libraries";
    return model::is_tried_out(command) && !(has_libraries_of_its_own && flags == "LIBS");
}

// Commands that try nothing out.
bool is_harmless(std::string const& command) {
    constexpr std::array<std::string_view, 12> commands{
        "check_includes_default", "config_define", "file",   "find_package", "find_program", "include", "list", "math",
        "pkg_check_modules",      "read_text",     "string", "unset"};
    return contains(commands, command);
}

bool reads(Text const& text, std::string const& variable) {
    return std::any_of(text.pieces.begin(), text.pieces.end(), [&](model::Piece const& piece) {
        return piece.kind == model::Piece::Kind::variable &&
               (piece.text == variable || contains(model::names_within(piece.text), variable));
    });
}

bool reads(model::Condition const& condition, std::string const& variable) {
    return contains(variables(condition), variable);
}

Text with_value(Text const& text, std::string const& variable, Text const& value) {
    Text made;
    made.from = text.from;
    for (model::Piece const& piece : text.pieces) {
        if (piece.kind == model::Piece::Kind::variable && piece.text == variable) {
            made.append(value);
        } else {
            made.append(piece);
        }
    }
    return made;
}

// CMake may take a keyword with an empty value for one that is not there.
bool is_never_empty(Text const& text) {
    return std::any_of(text.pieces.begin(), text.pieces.end(),
                       [](model::Piece const& piece) { return piece.kind == model::Piece::Kind::literal; });
}

// Steps between the change of a variable of flags and its return, with the flags as arguments of the checks.
class FlaggedChecks {
public:
    explicit FlaggedChecks(std::string flags) : flags_(std::move(flags)), value_(Text::variable(flags_)) {}

    // Nothing if one of the steps needs the variable itself.
    std::optional<Steps> of(Steps const& steps) {
        Steps made;
        for (Step const& step : steps) {
            auto const* set = std::get_if<Set>(&step.what);
            if (set != nullptr && set->variable == flags_) {
                possible_ = possible_ && change(*set);
                continue;
            }
            if (set != nullptr && set->value.variable_name() == flags_) {
                saved_[set->variable] = value_;
            }
            made.push_back(step);
            possible_ = possible_ && std::visit([&](auto& what) { return take(what); }, made.back().what);
        }
        for (auto const& [name, count] : count_writes(made)) {
            possible_ = possible_ && !used_.contains(name);
        }
        return possible_ && checks_ > 0 && checks_ <= most_checks ? std::optional(std::move(made)) : std::nullopt;
    }

private:
    bool change(Set const& set) {
        auto const saved = saved_.find(set.value.variable_name());
        value_ = saved == saved_.end() ? with_value(set.value, flags_, value_) : saved->second;
        for (model::Piece const& piece : value_.pieces) {
            used_.insert(piece.kind == model::Piece::Kind::variable ? piece.text : "");
        }
        return !set.is_list && (is_never_empty(value_) || is_unchanged());
    }
    bool is_unchanged() const { return value_ == Text::variable(flags_); }

    bool take(Set& set) {
        set.value = with_value(set.value, flags_, value_);
        return !set.is_list || is_unchanged();
    }
    bool take(Call& call) {
        bool const mentioned = call.writes.contains(flags_) ||
                               std::any_of(call.arguments.begin(), call.arguments.end(),
                                           [&](Call::Argument const& each) { return reads(each.text, flags_); });
        if (mentioned || !takes_flags(call.command, flags_)) {
            return !mentioned && is_harmless(call.command);
        }
        bool const has_its_own =
            std::any_of(call.arguments.begin(), call.arguments.end(), [&](Call::Argument const& each) {
                return each.form == Call::Argument::Form::unquoted && each.text == Text::literal(flags_);
            });
        if (!is_unchanged() && !has_its_own) {
            call.arguments.push_back({Text::literal(flags_), Call::Argument::Form::unquoted});
            call.arguments.push_back({value_});
            ++checks_;
        }
        return true;
    }
    bool take(model::Message& message) {
        message.text = with_value(message.text, flags_, value_);
        message.checking = with_value(message.checking, flags_, value_);
        return true;
    }
    bool take(model::Define const& define) { return !reads(define.value, flags_); }
    bool take(model::Option const& option) { return !reads(option.default_value, flags_); }
    bool take(model::SetConditional const& conditional) { return !reads(conditional.condition, flags_); }
    bool take(model::If& choice) {
        bool possible = take(choice.otherwise);
        for (model::If::Branch& branch : choice.branches) {
            possible = possible && !reads(branch.condition, flags_) && take(branch.body);
        }
        return possible;
    }
    bool take(model::Comment const&) { return true; }
    bool take(model::BlankLine const&) { return true; }
    bool take(model::Untranslated const&) { return false; }
    bool take(model::ForEach const&) { return false; }  // what is set in one turn would count in the next
    bool take(model::While const&) { return false; }
    bool take(Steps& steps) {
        return std::all_of(steps.begin(), steps.end(), [&](Step& step) {
            auto const* set = std::get_if<Set>(&step.what);
            return (set == nullptr || set->variable != flags_) &&
                   std::visit([&](auto& what) { return take(what); }, step.what);
        });
    }

    std::string flags_;
    Text value_;                         // what the variable would hold
    std::map<std::string, Text> saved_;  // what others hold of it
    std::set<std::string> used_;         // variables in it
    std::size_t checks_ = 0;
    bool possible_ = true;
};

// What is known of a variable of flags at some place.
struct Flags {
    std::optional<Text> value;       // if it is constant
    std::set<std::string> saved_in;  // variables that hold the same
};

class GivenBack {
public:
    explicit GivenBack(std::map<std::string, Flags> flags) : flags_(std::move(flags)) {}

    void pass_flags(Steps& steps) {
        Steps made;
        for (std::size_t i = 0; i < steps.size();) {
            if (is_idle(steps[i])) {
                ++i;
                continue;
            }
            if (std::size_t const next = pass_flags_at(steps, i); next != i) {
                i = next;
                continue;
            }
            if (!std::holds_alternative<model::If>(steps[i].what)) {
                forget_written(steps[i]);  // a loop may have been there before
            }
            model::for_each_body(steps[i], [&](Steps& body) { GivenBack(flags_).pass_flags(body); });
            note(steps[i]);
            made.push_back(std::move(steps[i++]));
        }
        steps = std::move(made);
    }

private:
    // It changes nothing.
    bool is_idle(Step const& step) const {
        auto const* set = std::get_if<Set>(&step.what);
        return set != nullptr && flags_.contains(set->variable) && gives_back(step, set->variable);
    }

    // From the change at `at` up to where the value is as it was: what remains of these steps stands at their end then,
    // and begins at the index that is given back.
    std::size_t pass_flags_at(Steps& steps, std::size_t at) const {
        auto const* change = std::get_if<Set>(&steps[at].what);
        if (change == nullptr || !flags_.contains(change->variable)) {
            return at;
        }
        auto const begin = steps.begin() + static_cast<std::ptrdiff_t>(at);
        auto const last = steps.size() - at > farthest ? begin + farthest : steps.end();
        auto const end =
            std::find_if(std::next(begin), last, [&](Step const& step) { return gives_back(step, change->variable); });
        if (end == last) {
            return at;
        }
        Steps const between(begin, end);
        std::string const saved = std::get<Set>(end->what).value.variable_name();
        std::optional<Steps> made =
            count_writes(between).contains(saved) ? std::nullopt : FlaggedChecks(change->variable).of(between);
        if (!made) {
            return at;
        }
        auto const first = std::next(end) - static_cast<std::ptrdiff_t>(made->size());
        std::move(made->begin(), made->end(), first);
        return static_cast<std::size_t>(first - steps.begin());
    }

    bool gives_back(Step const& step, std::string const& variable) const {
        auto const* set = std::get_if<Set>(&step.what);
        if (set == nullptr || set->variable != variable) {
            return false;
        }
        Flags const& before = flags_.at(variable);
        return before.saved_in.contains(set->value.variable_name()) || (before.value && *before.value == set->value);
    }

    void forget_written(Step const& step) {
        for (auto const& [name, count] : count_writes({step})) {
            if (auto const found = flags_.find(name); found != flags_.end()) {
                found->second = {};
            }
            for (auto& [variable, flags] : flags_) {
                flags.saved_in.erase(name);
            }
        }
    }

    void note(Step const& step) {
        forget_written(step);
        auto const* set = std::get_if<Set>(&step.what);
        if (set == nullptr) {
            return;
        }
        if (auto const own = flags_.find(set->variable); own != flags_.end()) {
            own->second.value = set->value.constant() ? std::optional(set->value) : std::nullopt;
            own->second.saved_in.insert(set->value.variable_name());
            own->second.saved_in.erase("");  // the value is no single reference
        }
        if (auto const other = flags_.find(set->value.variable_name()); other != flags_.end()) {
            other->second.saved_in.insert(set->variable);
        }
    }

    std::map<std::string, Flags> flags_;
};

std::map<std::string, Flags> with_values(std::optional<Text> const& value) {
    std::map<std::string, Flags> flags;
    for (std::string_view const name : model::flag_variables) {
        flags[std::string(name)] = {value, {}};
    }
    return flags;
}

}  // namespace

void flags_of_checks(model::Project& project, Diagnostics&) {
    constexpr int deepest = 3;  // an inner change is taken before the one around it
    for (int i = 0; i < deepest; ++i) {
        GivenBack(with_values(Text{})).pass_flags(project.configure);
        GivenBack(with_values(std::nullopt)).pass_flags(project.after_output);
    }
}

}  // namespace am2cmake::passes
