#include <fmt/format.h>

#include <algorithm>

#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/dnl_comments.hpp"
#include "model/check_commands.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;

constexpr std::size_t deepest = 200;

// What is known where two ways through the program meet.
Knowledge joined(Knowledge const* a, Knowledge const* b) {
    if (a == nullptr || b == nullptr) {
        Knowledge const& known = a == nullptr ? *b : *a;
        return {true, known.constant == "" ? known.constant : std::nullopt, known.is_lost};
    }
    return {a->maybe_unset || b->maybe_unset, a->constant == b->constant ? a->constant : std::nullopt,
            a->is_lost || b->is_lost};
}

class Lower {
public:
    explicit Lower(ConfigureLowering& lowering) : lowering_(lowering) {}

    void operator()(shell::Simple const& simple) const {
        if (simple.words.empty()) {
            for (shell::Assignment const& assignment : simple.assignments) {
                assign(assignment);
            }
            return;
        }
        lowering_.lower_simple(simple);
    }

    void operator()(shell::MacroCall const& macro) const { lowering_.apply(macro.call); }

    void operator()(shell::If const& branch) const {
        if (branch.branches.size() > longest_condition) {
            lowering_.untranslated(code::untranslated_shell, branch.span, "a choice between hundreds of conditions");
            return;
        }
        std::vector<ConfigureLowering::LiveBranch> branches;
        for (shell::Branch const& each : branch.branches) {
            Condition asked = condition(each.condition, each.span);
            branches.push_back({std::move(asked), &each.body});
        }
        lowering_.lower_branches(branches, branch.otherwise ? &*branch.otherwise : nullptr, branch.span);
    }

    void operator()(shell::Case const& choice) const {
        std::optional<Symbolic> const subject = lowering_.subject(choice.subject);
        if (!subject) {
            lowering_.untranslated(code::untranslated_shell, choice.span,
                                   "the subject of this case is computed by a shell");
            return;
        }
        std::vector<ConfigureLowering::LiveBranch> branches;
        for (shell::CaseArm const& arm : choice.arms) {
            Condition asked = Condition::never();
            for (shell::Word const& pattern : arm.patterns) {
                asked = disjunction(std::move(asked), lowering_.matches(*subject, pattern, pattern.span));
            }
            branches.push_back({std::move(asked), &arm.body});
        }
        lowering_.lower_branches(branches, nullptr, choice.span);
    }

    // `a && b`, `a || b`, `a && b || c` as statements: the last one is what is done, the others are asked.
    void operator()(shell::AndOr const& list) const {
        bool const choice = list.operators.size() == 2 && list.operators[0] == "&&" && list.operators[1] == "||";
        std::size_t const asked = choice ? 1 : list.operators.size();
        std::optional<Condition> made =
            list.commands.size() > longest_condition ? std::nullopt : lowering_.condition(list.commands.front());
        for (std::size_t i = 1; made && i < asked; ++i) {
            std::optional<Condition> const next = lowering_.condition(list.commands[i]);
            made = !next                           ? std::nullopt
                   : list.operators[i - 1] == "&&" ? std::optional(conjunction(*made, *next))
                                                   : std::optional(disjunction(*made, *next));
        }
        if (!made) {
            lowering_.untranslated(code::untranslated_shell, list.span, "a list whose condition only a shell can ask");
            return;
        }
        shell::Script const then{list.span, {list.commands[asked]}};
        if (choice) {
            shell::Script const otherwise{list.span, {list.commands[2]}};
            lowering_.lower_branches({{*made, &then}}, &otherwise, list.span);
        } else {
            Condition const wanted = list.operators.back() == "&&" ? *made : negation(*made);
            lowering_.lower_branches({{wanted, &then}}, nullptr, list.span);
        }
    }

    void operator()(shell::Group const& group) const {
        if (group.subshell || !group.redirections.empty()) {
            lowering_.untranslated(code::untranslated_shell, group.span, "a subshell has no CMake form");
            return;
        }
        lowering_.lower(group.body);
    }

    void operator()(shell::For const& loop) const { lowering_.lower_for(loop); }
    void operator()(shell::While const& loop) const { lowering_.lower_while(loop); }

    void operator()(shell::Comment const& comment) const {
        lowering_.emit({model::Comment{comment.text}, comment.span});
    }
    void operator()(shell::BlankLine const& blank) const { lowering_.emit({model::BlankLine{}, blank.span}); }

    void operator()(shell::Pipeline const& pipeline) const { refuse(pipeline.span, "a pipeline"); }
    void operator()(shell::Function const& function) const { refuse(function.span, "a shell function"); }
    void operator()(shell::Verbatim const& verbatim) const { refuse(verbatim.span, "this text"); }

private:
    void assign(shell::Assignment const& assignment) const {
        if (assignment.name == "IFS") {
            lowering_.set_field_separators(assignment.value);
            return;
        }
        bool const lone = assignment.value.parts.size() == 1;
        auto const* parameter = lone ? std::get_if<shell::Parameter>(&assignment.value.parts.front()) : nullptr;
        if ((parameter != nullptr && lowering_.assign_default(*parameter, assignment.name, assignment.span)) ||
            lowering_.assign_computed(assignment)) {
            return;
        }
        std::optional<model::Text> const value = lowering_.text(assignment.value);
        if (!value) {
            lowering_.untranslated(
                code::untranslated_shell, assignment.span,
                fmt::format("the value of {} is computed by a shell; set it in CMake by hand", assignment.name));
            lowering_.flow[assignment.name] = {};
            return;
        }
        lowering_.assign(assignment.name, *value, assignment.span);
    }

    Condition condition(shell::Script const& script, Span span) const {
        std::optional<Condition> const made = lowering_.condition(script);
        if (!made) {
            lowering_.untranslated(code::untranslated_shell, span,
                                   "only a shell can ask this; it is taken as false, so set the condition by hand");
        }
        return made.value_or(Condition::never());
    }

    void refuse(Span span, std::string_view what) const {
        lowering_.untranslated(code::untranslated_shell, span, fmt::format("{} has no CMake form that is known", what));
    }

    ConfigureLowering& lowering_;
};

bool counts(shell::Command const& command) {
    return !std::holds_alternative<shell::Comment>(command.node) &&
           !std::holds_alternative<shell::BlankLine>(command.node);
}

}  // namespace

Flow joined(Flow a, Flow const& b) {
    auto at = a.begin();
    for (auto const& [name, known] : b) {
        for (; at != a.end() && at->first < name; ++at) {
            at->second = joined(&at->second, nullptr);
        }
        if (at == a.end() || at->first != name) {
            a.emplace_hint(at, name, joined(nullptr, &known));
            continue;
        }
        if (at->second != known) {
            at->second = joined(&at->second, &known);
        }
        ++at;
    }
    for (; at != a.end(); ++at) {
        at->second = joined(&at->second, nullptr);
    }
    return a;
}

ConfigureLowering::ConfigureLowering(ConfigureScripts& scripts, RuleBook const& rules, SourceTree& tree,
                                     model::Project& project, Diagnostics& diagnostics)
    : scripts(scripts),
      rules(rules),
      tree(tree),
      project(project),
      diagnostics(diagnostics),
      facts(analyse_variables(scripts)),
      steps(&project.configure) {}

void ConfigureLowering::run() {
    lower(scripts.top());
    set_bound_substitutions();
    keep_last_values(project.configure, kept_after_loops);
    for (std::string_view const each : model::flag_variables) {
        std::string const name(each);
        auto const known = flow.find(name);
        if (known != flow.end() && known->second.constant != "" && facts.of(name).assignments > 0) {
            project.flag_variables.insert(name);
        }
    }
}

void ConfigureLowering::emit(model::Step step) {
    steps->push_back(std::move(step));
}

void ConfigureLowering::untranslated(Code code, Span span, std::string const& reason) {
    diagnostics.report(code, span, reason);
    std::string text{diagnostics.sources().text(span)};
    if (text.empty()) {
        std::optional<Place> const place = diagnostics.sources().place(diagnostics.sources().outermost(span.begin));
        text = place ? std::string(place->line_text) : std::string{};
    }
    emit({model::Untranslated{std::move(text), std::string(code.id), reason}, span});
    project.tally.translated -= project.tally.translated == 0 ? 0 : 1;
}

void ConfigureLowering::lower(shell::Script const& script) {
    for (std::size_t at = 0; at < script.commands.size();) {
        std::size_t const behind = lower_passage(script.commands, at);
        if (behind == at) {
            lower(script.commands[at]);
        }
        at = std::max(behind, at + 1);
    }
}

void ConfigureLowering::lower(shell::Command const& command) {
    if (counts(command)) {
        ++project.tally.statements;
        ++project.tally.translated;
    }
    if (depth >= deepest) {
        untranslated(code::expansion_budget, span_of(command), "nested too deeply");
        return;
    }
    model::Steps* const made = steps;
    std::size_t const before = made->size();
    ++depth;
    std::visit(Lower(*this), command.node);
    --depth;
    if (made->size() > before && counts(command)) {
        add_comment_above(*made, before, span_of(command));
    }
}

// Above the first steps that come from there: a macro can stand for several commands.
void ConfigureLowering::add_comment_above(model::Steps& made, std::size_t at, Span command) {
    SourceMap const& sources = diagnostics.sources();
    std::string text = dnl_comment_above(sources, command.begin);
    if (text.empty() || !commented.insert(sources.spelling(command.begin)).second) {
        return;
    }
    auto* before = at == 0 ? nullptr : std::get_if<model::Comment>(&made[at - 1].what);
    if (before != nullptr) {
        before->text += "\n" + text;
    } else {
        made.insert(made.begin() + static_cast<std::ptrdiff_t>(at), {model::Comment{std::move(text)}, command});
    }
}

model::Steps ConfigureLowering::lower_apart(shell::Script const& script) {
    model::Steps apart;
    model::Steps* const outer = std::exchange(steps, &apart);
    lower(script);
    steps = outer;
    return apart;
}

void ConfigureLowering::lower_branches(std::vector<LiveBranch> const& branches, shell::Script const* otherwise,
                                       Span from) {
    model::If made;
    Flow const before = flow;
    std::optional<Flow> after;
    auto const lower_branch = [&](shell::Script const& body) {
        flow = before;
        model::Steps steps_of_body = lower_apart(body);
        after = after ? joined(std::move(*after), flow) : flow;
        return steps_of_body;
    };
    bool covers_all = false;
    for (LiveBranch const& branch : branches) {
        if (branch.condition.is_never()) {
            continue;
        }
        if (branch.condition.is_always()) {
            made.otherwise = lower_branch(*branch.body);
            covers_all = true;
            break;
        }
        model::Steps body = lower_branch(*branch.body);
        made.branches.push_back({branch.condition, std::move(body)});
    }
    if (!covers_all && otherwise != nullptr) {
        made.otherwise = lower_branch(*otherwise);
    } else if (!covers_all) {
        after = after ? joined(std::move(*after), before) : before;
    }
    flow = after.value_or(before);
    if (made.branches.empty()) {
        steps->insert(steps->end(), std::make_move_iterator(made.otherwise.begin()),
                      std::make_move_iterator(made.otherwise.end()));
    } else {
        emit({std::move(made), from});
    }
}

}  // namespace am2cmake::mapper
