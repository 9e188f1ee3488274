#pragma once
// (private) The rescanning loop of m4, and what its builtins may ask of it.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "parser/m4_macros.hpp"
#include "parser/m4_reader.hpp"
#include "parser/m4_regex.hpp"

namespace am2cmake::m4 {

class Expander {
public:
    Expander(Environment const& environment, Diagnostics& diagnostics);

    void read_definitions(Definitions const& definitions);
    Program read_configure_ac(Source configure_ac);

    // What builtins use.
    Macros macros;
    Diversions diversions;
    Reader reader;
    std::vector<int> diversion_stack;
    std::map<std::string, std::vector<Expanded>> sets;  // of m4_set_add and its like

    void define(std::string const& name, Definition definition, Invocation const& by, bool push = false);
    Definition text_definition(Expanded body, Invocation const& by) const;
    Expanded definition_text(std::string const& name, Invocation const& by) const;

    Expanded quoted(Expanded const& text) const;
    std::vector<Expanded> split_arguments(Expanded const& list);  // as if they stood between parentheses
    Expanded expand_fully(Expanded const& text);                  // as it would be put out
    void expand_to_current(Expanded const& text);                 // to the current diversion

    void provide(std::string const& name);
    bool provided(std::string const& name) const { return provided_.contains(name); }
    void require(std::string const& name, Expanded const& code, Span asked);
    void opaque_call(Invocation& call, Expanded& to);
    void call(Invocation call, Definition const& definition, Expanded& to);

    std::optional<std::string> text_of_file(std::string const& path) const;  // of the tree
    void include(std::string const& path, bool must_exist, Span span);
    void allow(std::string const& pattern);
    void report(Code code, Span span, std::string message) { diagnostics_->report(code, span, std::move(message)); }
    Limits const& limits() const { return environment_->limits; }
    SourceMap& sources() const { return diagnostics_->sources(); }

private:
    struct OverBudget {};  // unwinds to the statement that went too far
    struct Nesting;        // one level of calls within calls

    void read(Source const& source);
    void give_up();
    std::string skip_statement();
    bool in_file(Location location) const;  // in the one being read
    void spend(std::size_t expansions, std::size_t bytes);
    void run();
    void word(Token const& token, Expanded* collecting);
    bool arguments(Invocation& call, Expanded* collecting);
    Location argument(Expanded& to, TokenKind& ended_by);
    void mark_or_unclosed(Token const& token);
    Expanded& sink(Expanded* collecting) { return collecting == nullptr ? diversions.current() : *collecting; }

    std::shared_ptr<Expanded const> body_with_arguments(Definition const& definition, Invocation const& call);
    void append_parameter(Expanded& to, std::string_view parameter, Invocation const& call) const;
    bool takes_unknown(std::string_view name, Expanded const* collecting);
    bool allowed(std::string_view name) const;
    void unknown_call(Invocation& call, Expanded& to);
    void trace(Invocation const& call) const;
    bool may_define(std::string const& name, Invocation const& by);
    bool is_changed_copy(std::string const& name, Definition const& copy, Invocation const& by);
    Layer layer_of(Location location) const;

    bool expand_once(Invocation const& call, Definition const& definition);
    void begin_defun(std::string const& name);
    void end_defun();
    void expand_required(std::string const& name, Expanded const& code, Span asked);
    bool expands_before_require(std::string const& name) const;

    Environment const* environment_;
    Diagnostics* diagnostics_;
    Layer phase_ = Layer::project;
    std::map<Location, Layer> layers_;  // by where their files begin
    std::vector<Call> calls_;
    decltype(Program::not_in_copy) not_in_copy_;
    std::vector<Regex> allowed_;

    std::size_t expansions_left_;
    std::size_t bytes_left_;
    std::size_t nesting_ = 0;
    int exhausted_ = 0;
    bool passive_ = false;                                     // names are plain text
    Source file_;                                              // the one being read
    std::size_t file_depth_ = 0;                               // of the reader, in that file itself
    std::size_t statement_ = 0;                                // where its outermost call begins
    std::size_t put_out_before_ = 0;                           // bytes of text when it began
    std::size_t in_argument_ = 0;                              // of opaque calls and their like
    Location call_in_file_;                                    // whose expansion is being read, for the trace
    std::vector<Invocation const*> opaque_around_;             // in whose arguments this place is
    std::set<Location> unclosed_;                              // parentheses that are known to have no end
    std::unordered_map<std::uint32_t, Location> wrapped_end_;  // of calls whose macro is written in rules/m4

    // The state of AC_REQUIRE; see Autoconf's manual, "Prerequisite Macros".
    std::vector<std::string> expanding_;                     // the macros of AC_DEFUN around this place
    std::vector<std::string> diverting_;                     // the outermost of them, and what is being required
    std::unordered_map<std::string, std::string> provided_;  // and what was being diverted then
    std::unordered_set<std::string> recent_;                 // provided since the outermost macro began
    std::vector<Location> asked_;                            // the calls that require what is being expanded
    int outermost_ = 0;                                      // the diversion the outermost macro was called in
    int own_ = 0;                                            // and its own
};

}  // namespace am2cmake::m4
