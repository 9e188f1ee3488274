// A macro call and its rule to steps.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/words.hpp"
#include "mapper/configure/check_commands.hpp"
#include "mapper/configure/configure_lowering.hpp"
#include "model/check_commands.hpp"
#include "parser/shell_parse.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;

// The names in CMake words that may be variables: HAVE_X of `HAVE_X AND NOT WIN32`.
std::set<std::string> names_of(std::string const& words) {
    std::vector<std::string> const names = model::variables(Condition::of(model::Predicate{words}));
    return {names.begin(), names.end()};
}

class RuleApplication {
public:
    RuleApplication(ConfigureLowering& lowering, std::size_t call, rules::Macro const& macro)
        : lowering_(lowering),
          call_(call),
          macro_(macro),
          span_(lowering.scripts.call(call).span),
          holes_(bind_arguments(macro, lowering.scripts.call(call))) {
        bind_features();
        put_known_values(holes_, [&](std::string const& text, Span span) { return lowering_.known_text(text, span); });
    }

    void run() {
        tell_of_options();
        note_effects(macro_.statements);
        apply_all(macro_.statements);
        bind_late();
    }

private:
    void tell_of_options() {
        std::vector<m4::Expanded> const& arguments = lowering_.scripts.call(call_).arguments;
        for (std::size_t i = 0; i < std::min(arguments.size(), macro_.parameters.size()); ++i) {
            if (macro_.parameters[i].type == rules::ArgumentType::programs && names_options(arguments[i])) {
                lowering_.untranslated(code::unsupported_macro, span_,
                                       fmt::format("{} finds programs by their names: give the options of one where it "
                                                   "is run",
                                                   macro_.name));
            }
        }
    }

    void bind_features() {
        for (rules::Statement const& statement : macro_.statements) {
            if (auto const* feature = std::get_if<rules::Feature>(&statement.what)) {
                bool const lacks = lowering_.scripts.copy_lacks(macro_.name, feature->text);
                holes_[feature->name].words = lacks ? std::vector<std::string>{} : std::vector{feature->name};
            }
        }
    }

    // What CMake variables the commands of this rule set, and whether they do more than that.
    void note_effects(std::vector<rules::Statement> const& statements) {
        for (rules::Statement const& statement : statements) {
            if (auto const* answer = std::get_if<rules::Answer>(&statement.what)) {
                writes_.merge(names_of(fill(answer->condition, holes_)));
            } else if (auto const* alias = std::get_if<rules::Alias>(&statement.what)) {
                for (model::Piece const& piece : model::parse_cmake_text(fill(alias->text, holes_)).pieces) {
                    writes_.insert(piece.text);
                }
            } else if (auto const* writes = std::get_if<rules::Writes>(&statement.what)) {
                for (rules::Template const& variable : writes->variables) {
                    writes_.insert(fill(variable, holes_));
                    declared_.insert(fill(variable, holes_));
                }
            } else if (auto const* run = std::get_if<rules::Run>(&statement.what)) {
                if (run->condition) {
                    writes_.merge(names_of(filled(run->condition->text)));
                }
            } else if (auto const* define = std::get_if<rules::Define>(&statement.what)) {
                if (define->condition) {
                    writes_.merge(names_of(filled(define->condition->text)));
                } else {
                    defines_ = defines_ || !define->value;
                }
            } else if (auto const* each = std::get_if<rules::Each>(&statement.what)) {
                for_each_word(*each, [&] { note_effects(each->body); });
            }
        }
    }

    template <typename Body>
    void for_each_word(rules::Each const& each, Body body) {
        auto const found = holes_.find(each.list.name);
        Span const span = found == holes_.end() ? span_ : found->second.span;
        for (std::string const& word : words_of(each.list, holes_)) {
            holes_[each.variable] = {{word}, rules::ArgumentType::text, span};
            body();
        }
    }

    void apply_all(std::vector<rules::Statement> const& statements) {
        for (std::size_t i = 0; i < statements.size(); ++i) {
            rules::Statement const& statement = statements[i];
            if (i + 1 < statements.size() && run_either(statement, statements[i + 1])) {
                ++i;
                continue;
            }
            if (statement.given && holes_[statement.given->argument].words.empty() != statement.given->negated) {
                continue;
            }
            if (!statement.platform) {
                std::visit(*this, statement.what);
                continue;
            }
            std::optional<std::string> const words = RuleBook::platform_condition(*statement.platform);
            model::If choice;
            model::Steps* const outer = lowering_.steps;
            model::Steps body;
            lowering_.steps = &body;
            std::visit(*this, statement.what);
            lowering_.steps = outer;
            if (words && !body.empty()) {
                choice.branches.push_back({Condition::of(model::Predicate{*words}), std::move(body)});
                lowering_.emit({std::move(choice), span_});
            }
        }
    }

    shell::Script const* script_of(rules::Run const& run) {
        std::optional<std::size_t> const parameter = lowering_.scripts.parameter(call_, run.argument.name);
        return parameter ? &lowering_.scripts.argument(call_, *parameter) : nullptr;
    }

    // `run {found} if X` with `run {missing} unless X` behind it is one choice.
    bool run_either(rules::Statement const& first, rules::Statement const& second) {
        auto const* found = std::get_if<rules::Run>(&first.what);
        auto const* missing = std::get_if<rules::Run>(&second.what);
        if (found == nullptr || missing == nullptr || !found->condition || !missing->condition || first.given ||
            second.given || first.platform || second.platform || found->condition->negated ||
            !missing->condition->negated || filled(found->condition->text) != filled(missing->condition->text)) {
            return false;
        }
        bind_late();
        shell::Script const* if_found = script_of(*found);
        shell::Script const* if_missing = script_of(*missing);
        if (if_found == nullptr || if_missing == nullptr) {
            return false;
        }
        if (!if_found->commands.empty() || !if_missing->commands.empty()) {
            lowering_.lower_branches({{asked(*found->condition), if_found}}, if_missing, span_);
        }
        return true;
    }

    Condition asked(rules::Condition const& condition) {
        Condition const words = rule_condition(filled(condition.text));
        return condition.negated ? negation(words) : words;
    }

    void run_if(std::optional<rules::Condition> const& condition, shell::Script const& script) {
        bind_late();
        if (condition) {
            lowering_.lower_branches({{asked(*condition), &script}}, nullptr, span_);
        } else {
            lowering_.lower(script);
        }
    }

    // `{result}` is named when it is first asked for.
    std::string filled(rules::Template const& text) {
        bool const asks_result = std::any_of(text.parts.begin(), text.parts.end(), [](rules::TemplatePart const& part) {
            auto const* hole = std::get_if<rules::Hole>(&part);
            return hole != nullptr && hole->name == "result";
        });
        if (asks_result) {
            filled_result();
        }
        return fill(text, holes_);
    }

    std::string filled_result() {
        if (!holes_.contains("result")) {
            holes_["result"] = {{lowering_.result_variable(call_)}, rules::ArgumentType::name, span_};
        }
        return holes_["result"].words.front();
    }

    // A command that is told the names of its results sets no others.
    std::set<std::string> declared_results(model::Call const& call) const {
        std::set<std::string> named;
        for (model::Call::Argument const& argument : call.arguments) {
            if (argument.text.constant() && declared_.contains(argument.text.value())) {
                named.insert(argument.text.value());
            }
        }
        return named;
    }

    void add_argument(model::Call& call, rules::Template const& argument) {
        using Form = model::Call::Argument::Form;
        auto const* hole = argument.parts.size() == 1 ? std::get_if<rules::Hole>(&argument.parts.front()) : nullptr;
        std::string const whole = filled(argument);
        auto const value = hole == nullptr ? holes_.end() : holes_.find(hole->name);
        if (value == holes_.end()) {
            model::Text text = model::parse_cmake_text(whole, span_);
            bool const keyword = !argument.quoted && whole.find_first_of(" $") == std::string::npos;
            bool const is_code = argument.quoted && text.constant() && whole.find('\n') != std::string::npos;
            call.arguments.push_back({std::move(text), is_code           ? Form::bracket
                                                       : argument.quoted ? Form::quoted
                                                       : keyword         ? Form::unquoted
                                                                         : Form::automatic});
            return;
        }
        Span const span = value->second.span;
        if (value->second.type == rules::ArgumentType::modules && add_computed_modules(call, value->second)) {
            return;
        }
        if (value->second.type == rules::ArgumentType::code) {
            call.arguments.push_back({lowering_.quoted_text(lowering_.code_text(whole), span), Form::bracket});
        } else if (argument.quoted) {
            call.arguments.push_back({lowering_.words_text(whole, span), Form::quoted});
        } else {
            for (std::string const& word : words_of(*hole, holes_)) {
                model::Text text = lowering_.words_text(word, span);
                bool const is_list = !text.constant();
                call.arguments.push_back({std::move(text), is_list ? Form::unquoted : Form::automatic});
            }
        }
    }

    // A variable that the project assigns itself is set here, but not before the commands that find its value.
    void bind(std::string const& variable, Binding binding) {
        if (lowering_.facts.of(variable).assignments == 0) {
            lowering_.bind(variable, std::move(binding), span_);
        } else {
            late_bindings_.emplace_back(variable, std::move(binding));
        }
    }
    void bind_late() {
        for (auto& [variable, binding] : std::exchange(late_bindings_, {})) {
            lowering_.bind(variable, std::move(binding), span_);
        }
    }

    // The cache would keep the answer of the first round, or that for another value of the variable.
    bool has_computed_name() const {
        return std::any_of(holes_.begin(), holes_.end(), [](auto const& hole) {
            HoleValue const& value = hole.second;
            return value.type == rules::ArgumentType::name && !value.words.empty() &&
                   value.words.front().find('$') != std::string::npos;
        });
    }
    void forget_answers() {
        using Form = model::Call::Argument::Form;
        for (std::string const& name : writes_) {
            lowering_.emit({model::Call{"unset",
                                        {{model::Text::literal(name), Form::unquoted},
                                         {model::Text::literal("CACHE"), Form::unquoted}},
                                        {name},
                                        {},
                                        true},
                            span_});
        }
    }

    // Modules that are the text of a variable are taken apart when CMake runs.
    bool add_computed_modules(model::Call& call, HoleValue const& modules) {
        using Form = model::Call::Argument::Form;
        std::vector<model::Text> texts;
        for (std::string const& word : modules.words) {
            texts.push_back(lowering_.words_text(word, modules.span));
        }
        if (std::none_of(texts.begin(), texts.end(), [](auto const& text) { return !text.variable_name().empty(); })) {
            return false;
        }
        std::string const variable = filled_result() + "_MODULES";
        model::Call split{"split_pkg_modules",
                          {{model::Text::literal(variable), Form::unquoted},
                           {lowering_.words_text(join(modules.words, " "), modules.span), Form::quoted}},
                          {variable},
                          {},
                          true};
        lowering_.emit({std::move(split), span_});
        call.arguments.push_back({model::Text::variable(variable, modules.span), Form::unquoted});
        return true;
    }

    ConfigureLowering& lowering_;
    std::size_t call_;
    rules::Macro const& macro_;
    Span span_;
    Holes holes_;
    std::set<std::string> writes_;
    std::set<std::string> declared_;  // those that a `writes` names
    bool defines_ = false;
    std::vector<std::pair<std::string, Binding>> late_bindings_;

public:
    void operator()(rules::Requires const&) {}  // the expander has put those calls before this one
    void operator()(rules::Provides const&) {}
    void operator()(rules::Reads const& reads) {
        for (rules::Template const& variable : reads.variables) {
            lowering_.read(fill(variable, holes_), span_);
        }
    }
    void operator()(rules::Enable const& enable) {
        lowering_.project.languages.insert(enable.languages.begin(), enable.languages.end());
    }
    void operator()(rules::Writes const& writes) {
        for (rules::Template const& variable : writes.variables) {
            lowering_.flow[fill(variable, holes_)] = {};
        }
    }
    void operator()(rules::Answer const& answer) {
        bind(fill(answer.variable, holes_), {rule_condition(filled(answer.condition)),
                                             fill(answer.when_true, holes_),
                                             fill(answer.when_false, holes_),
                                             {}});
    }
    void operator()(rules::Alias const& alias) {
        bind(fill(alias.variable, holes_), {std::nullopt, {}, {}, model::parse_cmake_text(filled(alias.text), span_)});
    }
    void operator()(rules::Define const& define) {
        std::string const name = fill(define.name, holes_);
        std::string const help = define.help ? fill(*define.help, holes_) : "";
        if (lowering_.scripts.copy_lacks(macro_.name, name)) {
            return;
        }
        lowering_.project.header_templates.try_emplace(name, model::HeaderTemplate{name, help, span_});
        if (!define.value && !define.condition) {
            return;  // the rule's own CMake defines it
        }
        model::Text const value =
            define.value ? model::parse_cmake_text(filled(*define.value), span_) : model::Text::literal("1", span_);
        model::Step step{model::Define{name, value}, span_};
        if (!define.condition) {
            lowering_.emit(std::move(step));
            return;
        }
        model::If choice;
        choice.branches.push_back({asked(*define.condition), {std::move(step)}});
        lowering_.emit({std::move(choice), span_});
    }
    void operator()(rules::Substitute const& substitute) {
        for (rules::Template const& variable : substitute.variables) {
            lowering_.project.substitutions.insert(fill(variable, holes_));
        }
    }
    void operator()(rules::Cmake const& cmake) {
        model::Call call{cmake.command, {}, writes_, results_read(cmake.command), !defines_};
        for (rules::CmakeArgument const& argument : cmake.arguments) {
            bool const left_out =
                argument.optional && std::any_of(argument.group.begin(), argument.group.end(),
                                                 [&](auto const& each) { return has_empty_hole(each, holes_); });
            for (rules::Template const& each : argument.group) {
                if (!left_out) {
                    add_argument(call, each);
                }
            }
        }
        if (lowering_.language == "C++" && model::is_tried_out(cmake.command)) {
            for (char const* word : {"LANGUAGE", "CXX"}) {
                call.arguments.push_back({model::Text::literal(word), model::Call::Argument::Form::unquoted});
            }
        }
        std::set<std::string> const named = declared_results(call);
        if (!named.empty()) {
            call.writes = named;
        }
        // without results it is there for its effect
        call.pure = call.pure && !call.writes.empty() && !may_stop(call);
        if (model::is_tried_out(cmake.command) && (!lowering_.loops.empty() || has_computed_name())) {
            forget_answers();
        }
        lowering_.emit({std::move(call), span_});
    }
    void operator()(rules::Run const& run) {
        shell::Script const* script = script_of(run);
        if (script != nullptr && !script->commands.empty()) {
            run_if(run.condition, *script);
        }
    }
    void operator()(rules::Shell const& own) {
        shell::Script const script = lowering_.scripts.parse(fill(own.text, holes_), span_);
        run_if(own.condition, script);
    }
    void operator()(rules::Object const& object) {
        for (rules::Template const& name : object.names) {
            model::Steps const body{library_object(lowering_, fill(name, holes_), span_)};
            if (!object.condition) {
                lowering_.emit(body.front());
                continue;
            }
            model::If choice;
            choice.branches.push_back({asked(*object.condition), body});
            lowering_.emit({std::move(choice), span_});
        }
    }
    void operator()(rules::Special const& special) {
        if (SpecialForm const form = special_form(special.name)) {
            form(lowering_, call_);
        } else {
            lowering_.untranslated(code::unsupported_macro, span_,
                                   fmt::format("{} can't be translated yet", macro_.name));
        }
    }
    void operator()(rules::Nothing const&) {}
    void operator()(rules::Feature const&) {}
    void operator()(rules::Unsupported const& unsupported) {
        lowering_.untranslated(code::unsupported_macro, span_, fmt::format("{}: {}", macro_.name, unsupported.why));
    }
    void operator()(rules::Each const& each) {
        for_each_word(each, [&] { apply_all(each.body); });
    }
};

}  // namespace

Condition rule_condition(std::string const& words) {
    bool const is_name = words.find_first_of(" ()\"") == std::string::npos;
    return Condition::of(is_name ? model::Atom(model::Truth{words}) : model::Atom(model::Predicate{words}));
}

void ConfigureLowering::apply(std::size_t call) {
    m4::Call const& made = scripts.call(call);
    rules::Macro const* macro = rules.macro(made.name);
    if (macro == nullptr) {
        // The expander has reported it; here it keeps its place.
        emit({model::Untranslated{std::string(diagnostics.sources().text(made.span)),
                                  std::string(code::unknown_macro.id), fmt::format("no rule for {}", made.name)},
              made.span});
        project.tally.translated -= project.tally.translated == 0 ? 0 : 1;
        return;
    }
    RuleApplication(*this, call, *macro).run();
}

bool ConfigureLowering::has_argument(std::size_t call, std::string_view parameter) const {
    std::optional<std::size_t> const index = scripts.parameter(call, parameter);
    return index && *index < scripts.call(call).arguments.size();
}

std::string ConfigureLowering::argument_text(std::size_t call, std::string_view parameter) const {
    return has_argument(call, parameter)
               ? std::string(trim(scripts.call(call).arguments[*scripts.parameter(call, parameter)].text))
               : std::string{};
}

shell::Script const& ConfigureLowering::argument_script(std::size_t call, std::string_view parameter) {
    return scripts.argument(call, scripts.parameter(call, parameter).value_or(scripts.call(call).arguments.size()));
}

Span ConfigureLowering::argument_span(std::size_t call, std::string_view parameter) const {
    if (!has_argument(call, parameter)) {
        return scripts.call(call).span;
    }
    m4::Expanded const& argument = scripts.call(call).arguments[*scripts.parameter(call, parameter)];
    std::size_t const begin = std::min(argument.text.find_first_not_of(" \t\n"), argument.text.size());
    return {argument.location(begin), argument.location(argument.text.size())};
}

}  // namespace am2cmake::mapper
