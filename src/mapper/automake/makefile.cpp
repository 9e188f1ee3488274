#include "mapper/automake/makefile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>

#include "base/words.hpp"
#include "parser/automake_parse.hpp"

namespace am2cmake::mapper {
namespace {

using model::Condition;

constexpr std::size_t deepest_conditional = 100;
constexpr std::size_t include_depth = 20;
constexpr std::size_t include_budget = 16 * 1024 * 1024;  // bytes of all included files; a file costs a page at least
constexpr std::size_t page = 4096;

template <typename... Functions>
struct Overload : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overload(Functions...) -> Overload<Functions...>;

// `%reldir%`, `%D%`, `%canon_reldir%` and `%C%` of an included file.
class ReplaceRelativeDirectory {
public:
    explicit ReplaceRelativeDirectory(std::string const& relative)
        : directory_(relative.empty() ? "." : relative), canonical_(relative.empty() ? "" : canonical_name(relative)) {}

    void operator()(automake::Statement& statement) const {
        std::visit(Overload{[&](automake::Assignment& assignment) { in(assignment.name), in(assignment.words); },
                            [&](automake::Include& include) { in(include.paths); },
                            [&](automake::Rule& rule) {
                                in(rule.targets), in(rule.prerequisites), in(rule.order_only);
                                for (automake::RecipeLine& line : rule.recipe) {
                                    in(line.text);
                                }
                            },
                            [](auto const&) {}},
                   statement);
    }

private:
    void in(std::string& text) const {
        bool const here = directory_ == ".";
        for (std::string const name : {"%reldir%", "%D%"}) {
            text = replace_all(here ? replace_all(std::move(text), name + "/", "") : std::move(text), name, directory_);
        }
        for (std::string const name : {"%canon_reldir%", "%C%"}) {
            text = replace_all(here ? replace_all(std::move(text), name + "_", "") : std::move(text), name, canonical_);
        }
    }
    void in(std::vector<automake::Word>& words) const {
        for (automake::Word& word : words) {
            in(word);
        }
    }
    void in(automake::Word& word) const {
        for (automake::WordPart& part : word.parts) {
            std::visit(Overload{[&](automake::Text& text) { in(text.text); },
                                [&](automake::VariableReference& reference) {
                                    in(reference.name), in(reference.from), in(reference.to);
                                },
                                [&](automake::FunctionCall& call) {
                                    for (std::vector<automake::Word>& argument : call.arguments) {
                                        in(argument);
                                    }
                                },
                                [](automake::Substitution const&) {}},
                       part);
        }
    }

    std::string directory_;
    std::string canonical_;
};

// The path from one folder down or up to another; both relative to the top.
std::string relative_path(std::string const& from, std::string const& to) {
    return std::filesystem::path(to.empty() ? "." : to)
        .lexically_normal()
        .lexically_relative(std::filesystem::path(from.empty() ? "." : from).lexically_normal())
        .generic_string();
}

class Reader {
public:
    Reader(SourceTree& tree, std::set<std::string> const& conditionals, Ledger& ledger, Makefile& out)
        : tree_(tree), conditionals_(conditionals), ledger_(ledger), out_(out) {}

    void read(Source const& source, std::string const& relative, Condition const& outer, std::size_t depth) {
        automake::File file = automake::parse(source, ledger_.diagnostics());
        std::vector<Open> open;
        auto const when = [&] { return open.empty() ? outer : open.back().when; };
        for (automake::Statement& statement : file.statements) {
            if (depth > 0) {
                ReplaceRelativeDirectory{relative}(statement);
            }
            if (auto const* begin = std::get_if<automake::If>(&statement)) {
                begin_conditional(*begin, when(), open);
            } else if (auto const* otherwise = std::get_if<automake::Else>(&statement)) {
                turn_conditional(*otherwise, open);
            } else if (auto const* end = std::get_if<automake::Endif>(&statement)) {
                end_conditional(*end, open);
            } else if (auto const* include = std::get_if<automake::Include>(&statement)) {
                read_include(*include, when(), depth);
            } else {
                count(statement);
                out_.places.try_emplace(automake::span_of(statement).begin, out_.statements.size());
                out_.statements.push_back({std::move(statement), when(), source});
            }
        }
        for (Open const& left : open) {
            ledger_.report(code::unbalanced_conditional, left.span, fmt::format("no endif for 'if {}'", left.name));
        }
    }

private:
    struct Open {
        std::string name;
        bool negated;
        Condition outer;
        Condition when;
        Span span;
        bool in_else = false;
    };

    void count(automake::Statement const& statement) {
        Span const span = automake::span_of(statement);
        if (std::holds_alternative<automake::Verbatim>(statement)) {
            ledger_.statement(span);
            ledger_.not_understood(span);
        } else if (!std::holds_alternative<automake::Comment>(statement) &&
                   !std::holds_alternative<automake::BlankLine>(statement)) {
            ledger_.statement(span);
        }
    }

    void begin_conditional(automake::If const& begin, Condition const& outer, std::vector<Open>& open) {
        ledger_.statement(begin.span);
        if (!conditionals_.contains(begin.name)) {
            ledger_.report(code::undefined_conditional, begin.span,
                           fmt::format("no AM_CONDITIONAL defines {}", begin.name));
        }
        if (open.size() == deepest_conditional) {
            ledger_.report(
                code::expansion_budget, begin.span,
                fmt::format("conditionals nest more than {} levels deep; what is deeper is left out", open.size()));
        }
        Condition const name = Condition::of(model::Conditional{begin.name});
        Condition const when = begin.negated ? negation(name) : name;
        open.push_back({begin.name, begin.negated, open.size() < deepest_conditional ? outer : Condition::never(),
                        open.size() < deepest_conditional ? conjunction(outer, when) : Condition::never(), begin.span});
    }

    void turn_conditional(automake::Else const& otherwise, std::vector<Open>& open) {
        if (open.empty() || open.back().in_else) {
            ledger_.report(code::unbalanced_conditional, otherwise.span, "an else without an if");
            return;
        }
        Open& last = open.back();
        check_name(otherwise.name, otherwise.span, last);
        Condition const name = Condition::of(model::Conditional{last.name});
        last.when = conjunction(last.outer, last.negated ? name : negation(name));
        last.in_else = true;
    }

    void end_conditional(automake::Endif const& end, std::vector<Open>& open) {
        if (open.empty()) {
            ledger_.report(code::unbalanced_conditional, end.span, "an endif without an if");
            return;
        }
        check_name(end.name, end.span, open.back());
        open.pop_back();
    }

    void check_name(std::string const& name, Span span, Open const& open) {
        if (!name.empty() && name != open.name) {
            ledger_.report(code::unbalanced_conditional, span,
                           fmt::format("expected {}, the name of the conditional that is open", open.name));
        }
    }

    void read_include(automake::Include const& include, Condition const& when, std::size_t depth) {
        ledger_.statement(include.span);
        for (automake::Word const& word : include.paths) {
            read_include(word, include.optional, when, depth);
        }
    }

    void read_include(automake::Word const& word, bool optional, Condition const& when, std::size_t depth) {
        std::optional<std::string> const path = path_of(word);
        std::optional<Source> const source = path ? tree_.read(*path) : std::nullopt;
        included_ += source ? std::max(source->text.size(), page) : 0;
        if (source && included_ > include_budget) {
            ledger_.report(code::expansion_budget, word.span, "the included files are too many or too large");
        } else if (source && depth < include_depth) {
            std::filesystem::path const folder = std::filesystem::path(*path).parent_path();
            std::string const relative = relative_path(out_.directory, folder.generic_string());
            read(*source, relative == "." ? "" : relative, when, depth + 1);
        } else if (!optional) {
            ledger_.report(code::missing_include, word.span,
                           source ? "files include each other" : "no such file in the source tree");
        }
    }

    // Automake wants a constant path, or one below $(srcdir) or $(top_srcdir).
    std::optional<std::string> path_of(automake::Word const& word) const {
        std::string folder = out_.directory;
        std::string path;
        for (automake::WordPart const& part : word.parts) {
            if (auto const* text = std::get_if<automake::Text>(&part)) {
                path += text->text;
                continue;
            }
            std::string const name = name_of(part);
            if (!path.empty() || !(name == "top_srcdir" || name == "srcdir")) {
                return {};
            }
            folder = name == "top_srcdir" ? "" : out_.directory;
        }
        return path_below(folder, path);
    }

    static std::string name_of(automake::WordPart const& part) {
        if (auto const* substitution = std::get_if<automake::Substitution>(&part)) {
            return substitution->name;
        }
        auto const* reference = std::get_if<automake::VariableReference>(&part);
        if (reference == nullptr || reference->name.size() != 1 || reference->name.front().parts.size() != 1) {
            return {};
        }
        auto const* text = std::get_if<automake::Text>(&reference->name.front().parts.front());
        return text != nullptr ? text->text : std::string{};
    }

    SourceTree& tree_;
    std::set<std::string> const& conditionals_;
    Ledger& ledger_;
    Makefile& out_;
    std::size_t included_ = 0;
};

}  // namespace

std::size_t Makefile::index_of(Location location) const {
    auto const after = places.upper_bound(location);
    if (after == places.begin()) {
        return statements.size();
    }
    std::size_t const index = std::prev(after)->second;
    return location < automake::span_of(statements[index].statement).end ? index : statements.size();
}

std::optional<Makefile> read_makefile(SourceTree& tree, std::set<std::string> const& conditionals,
                                      std::string const& directory, Ledger& ledger, std::string const& name) {
    std::optional<Source> const source = tree.read(path_below(directory, name));
    if (!source) {
        return {};
    }
    Makefile makefile{directory, *source, {}};
    Reader{tree, conditionals, ledger, makefile}.read(*source, "", Condition::always(), 0);
    return makefile;
}

std::string text_of(Source const& source, Span span) {
    std::size_t const begin = span.begin.handle - source.begin.handle;
    if (span.begin < source.begin || begin > source.text.size() || span.end < span.begin) {
        return {};
    }
    std::string_view const text = source.text.substr(begin, span.end.handle - span.begin.handle);
    return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
}

std::string canonical_name(std::string_view name) {
    std::string canonical{name};
    std::replace_if(
        canonical.begin(), canonical.end(),
        [](unsigned char c) { return std::isalnum(c) == 0 && c != '_' && c != '@'; }, '_');
    return canonical;
}

}  // namespace am2cmake::mapper
