#pragma once
// From the shell and the macro calls of a configure program to the steps of the model. One concept per file:
// lower_commands (statements), lower_tests (conditions), lower_cases, lower_words (values), apply_rule (macro calls),
// special_* (what rules leave to C++).

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_tree.hpp"
#include "mapper/configure/computed_names.hpp"
#include "mapper/configure/configure_scripts.hpp"
#include "mapper/configure/holes.hpp"
#include "mapper/configure/symbolic.hpp"
#include "mapper/configure/test_expression.hpp"
#include "mapper/configure/variable_facts.hpp"
#include "mapper/rule_book.hpp"
#include "model/project.hpp"

namespace am2cmake::mapper {

// What reading a shell variable means in CMake, where that is not a CMake variable of the same name.
struct Binding {
    // An answer: `when_true` if the condition holds, else `when_false`.
    std::optional<model::Condition> condition;
    std::string when_true;
    std::string when_false;
    // Otherwise text, with references to CMake variables.
    model::Text text;
};

// What is known of a variable at one point of the program.
struct Knowledge {
    bool maybe_unset = false;
    std::optional<std::string> constant;  // nothing: some value
    bool is_lost = false;                 // it was the variable of a loop, which CMake does not keep
    bool operator==(Knowledge const&) const = default;
};
using Flow = std::map<std::string, Knowledge, std::less<>>;  // a variable that is not in it was never set so far
Flow joined(Flow a, Flow const& b);                          // where two ways through the program meet

class ConfigureLowering {
public:
    ConfigureLowering(ConfigureScripts& scripts, RuleBook const& rules, SourceTree& tree, model::Project& project,
                      Diagnostics& diagnostics);

    void run();

    // --- lower_commands.cpp: statements
    void lower(shell::Script const& script);
    void lower(shell::Command const& command);
    void add_comment_above(model::Steps& made, std::size_t at, Span command);
    model::Steps lower_apart(shell::Script const& script);  // into a list of its own; the flow goes on
    void emit(model::Step step);
    void untranslated(Code code, Span span, std::string const& reason);
    struct LiveBranch {
        model::Condition condition;
        shell::Script const* body;
    };
    // If steps for branches tried in order; dead ones are left out, flows are joined.
    void lower_branches(std::vector<LiveBranch> const& branches, shell::Script const* otherwise, Span from);

    // --- lower_loops.cpp: loops, split words, positional parameters
    void lower_for(shell::For const& loop);
    void lower_while(shell::While const& loop);
    model::Steps lower_loop_body(shell::Script const& body, std::set<std::string> const& variables);
    void forget_assigned(shell::Script const& body);  // what a loop's body assigns has no known value in it
    bool lower_jump(shell::Simple const& command, std::string const& name);  // break, continue
    void set_field_separators(shell::Word const& value);                     // IFS=value
    // The words that a shell makes of them; those of split text are elements of CMake lists named after `list`.
    std::optional<std::vector<model::ForEach::Item>> items(std::vector<shell::Word> const& words,
                                                           std::string const& list);
    std::string split(model::Text const& text, std::string const& list, Span span);  // returns `list`
    bool set_positional_parameters(shell::Simple const& command);                    // set -- words
    bool shift_positional_parameters(shell::Simple const& command);
    std::optional<model::Text> positional_parameter(std::string const& name, Span span);  // $1, $#, $*

    // --- lower_idioms.cpp: commands of known shapes
    void lower_simple(shell::Simple const& command);
    bool lower_definitions(shell::Simple const& command);                           // text for confdefs.h
    void lower_environment(shell::Simple const& command, std::string const& name);  // export, unset
    std::optional<model::Condition> command_condition(shell::Simple const& command);

    // --- lower_eval.cpp: eval, and names of variables that it computes
    std::optional<shell::Script> evaluated(shell::Simple const& command);  // what `eval` runs, if that is known
    struct Name {
        std::string text;                  // of CMake: have_${x}
        std::set<std::string> candidates;  // what it may be, if that is known
    };
    std::optional<Name> computed_name(std::vector<shell::WordPart> const& parts);
    void assign_by_name(std::string const& name, model::Text const& value, Span span);
    model::Text read_by_name(std::string const& name, Span span);

    // --- lower_tests.cpp: conditions
    std::optional<model::Condition> condition(shell::Script const& script);
    std::optional<model::Condition> condition(shell::Command const& command);
    model::Condition equals(Symbolic left, Symbolic right, Span span);
    model::Condition is_value(std::string const& variable, std::string const& value, Span span);
    std::optional<std::set<std::string>> possible_values(std::string const& variable) const;  // nothing: any
    // The condition under which the text, made of variables with few values, has a wanted one; nothing if they have
    // many.
    std::optional<model::Condition> where(Symbolic const& text, std::function<bool(std::string const&)> const& wanted);

    // --- lower_cases.cpp
    std::optional<Symbolic> subject(shell::Word const& word);  // nothing: only a shell can compute it
    model::Condition matches(Symbolic const& subject, shell::Word const& pattern, Span span);

    // --- lower_words.cpp: values
    std::optional<model::Text> text(shell::Word const& word);  // nothing: it holds what has no CMake form
    model::Text text(Symbolic const& symbolic);
    model::Text read(std::string const& variable, Span span);
    model::Text followed(model::Text const& text) const;  // '${prefix}/etc': what make would read there
    void keep_after_loop(std::string const& variable);    // of one that is over, if the variable is its own
    model::Text words_text(std::string const& shell_text, Span span);   // of a rule's `words` argument
    model::Text quoted_text(std::string const& shell_text, Span span);  // as in double quotes or a here-document
    std::optional<std::string> known_text(std::string const& shell_text, Span span) const;  // nothing: many values
    void assign(std::string const& variable, model::Text const& value, Span span);
    // What a rule or an earlier call says that the variable stands for; nothing for one that the program assigns.
    Binding const* binding(std::string const& variable) const;
    void set_bound_substitutions();  // AC_SUBST of such a variable: it becomes a CMake variable in the end
    // `own_assignments`: those in the shell of the call itself, which the binding stands for.
    void bind(std::string const& variable, Binding binding, Span span, std::size_t own_assignments = 0);

    // --- lower_parameters.cpp: ${x:-y}, ${x%y}, ${#x}
    bool assign_default(shell::Parameter const& parameter, std::string const& target, Span span);
    std::optional<model::Text> parameter_value(shell::Parameter const& parameter, std::string const& target);

    // --- lower_computed.cpp: values of command substitutions and arithmetic, and matches as conditions
    std::optional<model::Text> computed(shell::WordPart const& part, std::string const& target);
    bool assign_computed(shell::Assignment const& assignment);
    std::optional<model::Condition> match_condition(shell::Command const& command, Span span);
    std::optional<model::Text> all_or_nothing(std::function<std::optional<model::Text>()> const& compute);

    // --- lower_shell.cpp: what a shell is asked when CMake configures; nothing for commands that do more than answer
    std::optional<model::Text> shell_output(shell::CommandSubstitution const& substitution, std::string const& target);
    std::optional<model::Condition> shell_condition(shell::Command const& command);
    // A passage that a shell runs as a whole, if one begins there: the place behind it, else the same place.
    std::size_t lower_passage(std::vector<shell::Command> const& commands, std::size_t begin);

    // --- apply_rule.cpp: macro calls
    void apply(std::size_t call);
    std::string result_variable(std::size_t call);  // for the answer of a test: named after what is done with it
    std::string fresh_result(std::string const& name);
    std::string argument_text(std::size_t call, std::string_view parameter) const;  // trimmed, "" if there is none
    shell::Script const& argument_script(std::size_t call, std::string_view parameter);
    bool has_argument(std::size_t call, std::string_view parameter) const;
    Span argument_span(std::size_t call, std::string_view parameter) const;
    std::string code_text(std::string const& argument);  // of a code argument: program macros in it are written out

    ConfigureScripts& scripts;
    RuleBook const& rules;
    SourceTree& tree;
    model::Project& project;
    Diagnostics& diagnostics;
    FactsOfVariables facts;

    model::Steps* steps;  // where emit() puts them
    Flow flow;
    mutable std::map<std::string, Binding, std::less<>> bindings;  // those of rules join when they are asked for
    std::set<std::string> result_variables;                        // names taken for results of checks
    ComputedNames computed_names;
    std::string language = "C";
    std::vector<std::string> languages;  // AC_LANG_PUSH
    std::string checking;                // the text of the last AC_MSG_CHECKING
    std::string object_directory;        // AC_CONFIG_LIBOBJ_DIR
    struct AtOutput {
        std::size_t call;
        model::Condition when;
    };
    std::vector<AtOutput> at_output;  // calls whose shell config.status runs
    bool in_config_status = false;
    bool output_is_done = false;                            // behind AC_OUTPUT: the files are there
    std::optional<std::string> field_separators = " \t\n";  // IFS; nothing: it is not known
    struct Loop {
        std::set<std::string> assigned;  // in plain sight
        bool has_macros = false;         // which assign as well
    };
    std::vector<Loop> loops;  // around this place: what is asked in them has an answer of its own each time
    std::set<std::string> kept_after_loops;  // variables of loops that are over, which CMake would not keep
    bool has_positional_parameters = false;
    std::set<Location> commented;  // places whose comment is told
    std::size_t depth = 0;
};

// Longer lists of commands are no conditions that a person wrote.
constexpr std::size_t longest_condition = 200;

bool is_split(shell::Word const& word);  // does the shell split what it expands to?

// The condition that a rule asks. `HAVE_X` alone is a truth, so that conditions over it simplify.
model::Condition rule_condition(std::string const& words);

// Loops over these variables leave them their last value.
void keep_last_values(model::Steps& steps, std::set<std::string> const& variables);

// AC_LIBOBJ: the object joins LIBOBJS.
model::Step library_object(ConfigureLowering const& lowering, std::string const& name, Span from);

// An argument of file() for a path that configure has relative to the build tree.
model::Call::Argument path_of_build(ConfigureLowering const& lowering, model::Text const& path);

// echo and cat into a file of the build tree; false for anything else.
bool lower_written_file(ConfigureLowering& lowering, shell::Simple const& simple);

// rm, touch, mkdir, ln -s, cp and mv of files in the build tree; false for anything else.
bool lower_file_command(ConfigureLowering& lowering, shell::Simple const& simple);

// The C++ behind `special NAME` of a rule; nothing if there is none of that name.
using SpecialForm = void (*)(ConfigureLowering&, std::size_t call);
SpecialForm special_form(std::string_view name);

}  // namespace am2cmake::mapper
