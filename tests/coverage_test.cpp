// Nothing falls between the parsers: every byte that the expansion of a configure.ac leaves, and every call of a known
// macro in it, belongs to a node of the shell's tree, and the statements of a Makefile.am touch each other.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/convert.hpp"
#include "parser/automake_parse.hpp"
#include "parser/m4_expand.hpp"
#include "parser/shell_parse.hpp"
#include "temporary_folder.hpp"

using namespace am2cmake;
namespace fs = std::filesystem;

namespace {

// The calls that a tree holds. What stays text in it (Verbatim, Arithmetic) holds its placeholders as they are.
class CallsOfTree {
public:
    explicit CallsOfTree(shell::Script const& script) { visit(script); }
    std::set<std::size_t> const& found() const { return found_; }

private:
    void visit(shell::Script const& script) {
        for (shell::Command const& command : script.commands) {
            std::visit([this](auto const& node) { visit(node); }, command.node);
        }
    }
    template <typename Node>
    void visit_all(std::vector<Node> const& nodes) {
        for (Node const& node : nodes) {
            visit(node);
        }
    }
    void visit_text(std::string const& text) {
        for (std::size_t at = text.find(m4::call_begin); at != std::string::npos;
             at = text.find(m4::call_begin, at + 1)) {
            found_.insert(m4::placeholder_at(text, at).call);
        }
    }

    void visit(shell::Literal const& literal) { visit_text(literal.text); }
    void visit(shell::Parameter const& parameter) { visit_all(parameter.argument); }
    void visit(shell::CommandSubstitution const& substitution) { visit(substitution.script); }
    void visit(shell::Arithmetic const& arithmetic) { visit_text(arithmetic.text); }
    void visit(shell::MacroWord const& macro) { found_.insert(macro.call); }
    void visit(shell::Word const& word) {
        for (shell::WordPart const& part : word.parts) {
            std::visit([this](auto const& node) { visit(node); }, part);
        }
    }

    void visit(shell::Assignment const& assignment) { visit(assignment.value); }
    void visit(shell::Redirection const& redirection) {
        visit(redirection.target);
        visit_all(redirection.body);
    }
    void visit(shell::Simple const& simple) {
        visit_all(simple.assignments);
        visit_all(simple.words);
        visit_all(simple.redirections);
    }
    void visit(shell::MacroCall const& macro) { found_.insert(macro.call); }
    void visit(shell::Pipeline const& pipeline) { visit(shell::Script{pipeline.span, pipeline.commands}); }
    void visit(shell::AndOr const& list) { visit(shell::Script{list.span, list.commands}); }
    void visit(shell::Group const& group) {
        visit(group.body);
        visit_all(group.redirections);
    }
    void visit(shell::Branch const& branch) {
        visit(branch.condition);
        visit(branch.body);
    }
    void visit(shell::If const& conditional) {
        visit_all(conditional.branches);
        if (conditional.otherwise) {
            visit(*conditional.otherwise);
        }
        visit_all(conditional.redirections);
    }
    void visit(shell::For const& loop) {
        visit_all(loop.words.value_or(std::vector<shell::Word>{}));
        visit(loop.body);
        visit_all(loop.redirections);
    }
    void visit(shell::While const& loop) {
        visit(loop.condition);
        visit(loop.body);
        visit_all(loop.redirections);
    }
    void visit(shell::CaseArm const& arm) {
        visit_all(arm.patterns);
        visit(arm.body);
    }
    void visit(shell::Case const& selection) {
        visit(selection.subject);
        visit_all(selection.arms);
        visit_all(selection.redirections);
    }
    void visit(shell::Function const& function) { visit(function.body); }
    void visit(shell::Comment const& comment) { visit_text(comment.text); }
    void visit(shell::BlankLine const&) {}
    void visit(shell::Verbatim const& verbatim) { visit_text(verbatim.text); }

    std::set<std::size_t> found_;
};

std::set<std::size_t> calls_of_text(std::string const& text) {
    std::set<std::size_t> calls;
    for (std::size_t at = text.find(m4::call_begin); at != std::string::npos; at = text.find(m4::call_begin, at + 1)) {
        calls.insert(m4::placeholder_at(text, at).call);
    }
    return calls;
}

// The first stretch of a text that no command holds and that is more than blanks and what parts commands.
std::string uncovered(std::string const& text, Source const& source, shell::Script const& script) {
    std::string left = text;
    for (shell::Command const& command : script.commands) {
        Span const span = shell::span_of(command);
        std::size_t const begin = span.begin.handle - source.begin.handle;
        std::size_t const end = span.end.handle - source.begin.handle;
        std::fill(left.begin() + static_cast<std::ptrdiff_t>(begin), left.begin() + static_cast<std::ptrdiff_t>(end),
                  ' ');
    }
    std::size_t const first = left.find_first_not_of(" \t\n;&");
    return first == std::string::npos ? std::string{} : left.substr(first, 60);
}

// An expansion is read once more as a file of its own, so that each of its bytes has a place of its own.
void check_expansion(m4::Expanded const& text) {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    Source const source = sources.add_file("expanded", text.text);
    shell::Script const script = shell::parse({text.text, {{0, source.begin}}}, diagnostics);
    CHECK(uncovered(text.text, source, script) == "");
    CHECK(CallsOfTree(script).found() == calls_of_text(text.text));
}

std::vector<fs::path> files_named(std::string const& name) {
    std::vector<fs::path> files;
    for (fs::directory_entry const& entry :
         fs::recursive_directory_iterator(fs::path(AM2CMAKE_SOURCE_DIR) / "testdata")) {
        if (entry.is_regular_file() && entry.path().filename() == name) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("every byte and every call of an expanded configure.ac is in the shell's tree") {
    std::vector<fs::path> const files = files_named("configure.ac");
    REQUIRE(files.size() > 50);
    SourceMap sources;
    Diagnostics diagnostics(sources);
    cli::RuleFiles const rules = cli::read_rule_files({}, diagnostics);
    for (fs::path const& path : files) {
        std::string const name = path.string();
        CAPTURE(name);
        SourceTree tree(path.parent_path(), diagnostics);
        std::optional<Source> const configure_ac = tree.read("configure.ac");
        REQUIRE(configure_ac);
        m4::Environment const environment{rules.rules.known_macros(),
                                          rules.definitions,
                                          [&](std::string const& included) { return tree.read(included); },
                                          {}};
        check_expansion(m4::expand(*configure_ac, environment, diagnostics).text);
    }
}

TEST_CASE("the statements of a Makefile.am hold each of its bytes") {
    std::vector<fs::path> const files = files_named("Makefile.am");
    REQUIRE(files.size() > 50);
    for (fs::path const& path : files) {
        std::string const name = path.string();
        CAPTURE(name);
        SourceMap sources;
        Diagnostics diagnostics(sources);
        Source const source = sources.add_file("Makefile.am", text_of(path));
        automake::File const file = automake::parse(source, diagnostics);
        Location last = source.begin;
        for (automake::Statement const& statement : file.statements) {
            Span const span = automake::span_of(statement);
            CHECK(span.begin == last);
            last = span.end;
        }
        CHECK(last == source.begin + source.text.size());
    }
}
