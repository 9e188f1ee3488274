#pragma once
// The values of make variables: words under conditions, with every reference followed.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/source_tree.hpp"
#include "mapper/automake/ledger.hpp"
#include "mapper/automake/makefile.hpp"
#include "mapper/automake/map_automake.hpp"

namespace am2cmake::mapper {

// An assignment as it stands in the file.
struct Definition {
    model::Condition when;
    std::string operation;
    std::vector<automake::Word> const* words;
    Span from;
};

// `$@` and its like: who reads a recipe knows what they stand for.
bool is_automatic_variable(std::string_view name);

class MakefileVariables {
public:
    // All of them must live as long as this does.
    MakefileVariables(Makefile const& makefile, ConfigureFacts const& facts, SourceTree& tree, Ledger& ledger);

    MakefileVariables(MakefileVariables const&) = delete;
    MakefileVariables& operator=(MakefileVariables const&) = delete;

    bool assigned(std::string const& name) const { return definitions_.contains(name); }

    // Here, by configure or by Automake.
    bool set(std::string const& name) const;

    Span first_assignment(std::string const& name) const;             // nowhere if there is none
    std::vector<std::string> const& names() const { return names_; }  // of those assigned, in their order

    // Whether another statement refers to it.
    bool referenced(std::string const& name) const { return references_.contains(name); }

    model::Words value(std::string const& name);
    model::Words expand(std::vector<automake::Word> const& words, model::Condition const& when);

    // The same for the files of a rule: patterns are the files of the source tree that fit.
    model::Words expand_files(std::vector<automake::Word> const& words, model::Condition const& when);

    // Commands in backquotes give way to the words they print, where that can be told without running them.
    model::Words with_printed_commands(model::Words const& words);

    // Whether something that was expanded since `expect_all` has no translation: what came out lacks it.
    bool lacks_something() const { return lacks_something_; }
    void expect_all() { lacks_something_ = false; }

    // What a line for a shell refers to: in it `$(shell ...)` is the shell's own `$(...)`.
    model::Words expand_for_shell(std::vector<automake::Word> const& words);

    // A condition under which it is assigned.
    model::Condition assigned_when(std::string const& name) const;

private:
    using Words = model::Words;

    void define(automake::Assignment const& assignment, model::Condition const& when);
    void collect_references(automake::Statement const& statement);
    void collect_references(std::vector<automake::Word> const& words);
    void collect_references(std::string const& recipe);

    Words value_until(std::string const& name, std::size_t definitions);
    Words base_value(std::string const& name, model::Condition const& when);
    void append(Words& words, Words more, model::Condition const& when, Span from);

    Words expand_word(automake::Word const& word, model::Condition const& when);
    Words expand_part(automake::WordPart const& part);
    Words expand_nested(automake::WordPart const& part);
    Words expand_reference(automake::VariableReference const& reference);
    Words expand_call(automake::FunctionCall const& call);
    Words expand_wildcard(automake::FunctionCall const& call);
    Words files_like(model::When<model::Text> const& pattern);
    Words expand_choice(automake::FunctionCall const& call);
    std::optional<Words> expand_shell(automake::FunctionCall const& call);
    std::optional<Words> printed(std::string const& command, Span span);
    Words expand_user_function(automake::FunctionCall const& call);
    Words expand_loop(automake::FunctionCall const& call);
    model::Condition holds_words(std::vector<automake::Word> const& words);
    std::string constant(std::vector<automake::Word> const& words, Span span);
    std::vector<std::string> constant_words(std::vector<automake::Word> const& words, Span span);
    bool within_budget(model::Words const& words, Span span);
    bool within_budget(std::size_t cost, Span span);

    std::map<std::string, std::vector<Definition>> definitions_;
    std::map<std::string, std::size_t> conditional_;  // how many of the definitions have a condition
    std::map<std::string, std::size_t> additions_;    // of those that add to it
    std::vector<std::string> names_;
    std::set<std::string> references_;
    std::map<std::string, Words> values_;
    std::set<std::string> incomplete_;  // of them: those that lack something
    bool lacks_something_ = false;
    bool for_shell_ = false;
    std::map<std::string, std::string> loop_words_;  // variables of the $(foreach) and $(call) around
    std::map<std::string, std::size_t> active_;      // those that are being expanded, and how many of their definitions
    std::size_t cycles_ = 0;  // references to one that is being expanded: what is made meanwhile is no final value
    std::set<std::string> unset_;
    std::size_t expanded_ = 0;
    std::size_t depth_ = 0;  // of references and calls that are being expanded
    bool too_deep_ = false;  // that was told
    Makefile const& makefile_;
    ConfigureFacts const& facts_;
    SourceTree& tree_;
    Ledger& ledger_;
};

}  // namespace am2cmake::mapper
