#include "cli/dump_variables.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <variant>

#include "cli/console.hpp"
#include "cli/convert.hpp"
#include "cli/exit_code.hpp"
#include "mapper/automake/makefile_tree.hpp"

namespace am2cmake::cli {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(model::Text const& text) {
    Json pieces = Json::array();
    for (model::Piece const& piece : text.pieces) {
        bool const literal = piece.kind == model::Piece::Kind::literal;
        pieces.push_back(literal ? Json(piece.text) : Json{{"variable", piece.text}});
    }
    return pieces;
}

Json json_of(model::Truth const& atom) {
    return {{"truth", atom.variable}};
}
Json json_of(model::Comparison const& atom) {
    return {{"left", json_of(atom.left)}, {"operation", atom.operation}, {"right", json_of(atom.right)}};
}
Json json_of(model::Question const& atom) {
    return {{"operation", atom.operation}, {"operand", json_of(atom.operand)}};
}
Json json_of(model::Predicate const& atom) {
    return {{"predicate", atom.words}};
}
Json json_of(model::Conditional const& atom) {
    return {{"conditional", atom.name}};
}

Json json_of(model::Condition const& condition) {
    using Kind = model::Condition::Kind;
    if (condition.kind == Kind::always || condition.kind == Kind::never) {
        return condition.is_always();
    }
    if (condition.kind == Kind::atom) {
        return std::visit([](auto const& atom) { return json_of(atom); }, condition.atom());
    }
    if (condition.kind == Kind::negation) {
        return {{"not", json_of(condition.operands.front())}};
    }
    Json operands = Json::array();
    for (model::Condition const& operand : condition.operands) {
        operands.push_back(json_of(operand));
    }
    return {{condition.kind == Kind::conjunction ? "and" : "or", std::move(operands)}};
}

Json json_of(mapper::MakefileVariables& variables) {
    Json json = Json::object();
    for (std::string const& name : variables.names()) {
        variables.expect_all();
        Json words = Json::array();
        for (model::When<model::Text> const& word : variables.value(name)) {
            words.push_back({{"text", json_of(word.value)}, {"when", json_of(word.when)}});
        }
        json[name] = {{"words", std::move(words)}, {"complete", !variables.lacks_something()}};
    }
    return json;
}

}  // namespace

int dump_variables(std::string const& root) {
    SourceMap sources;
    Diagnostics diagnostics(sources);
    Progress progress(make_console(Verbosity::quiet, Colour::never));
    SourceTree tree(root, diagnostics);
    std::optional<Source> const configure_ac = find_configure_ac(tree, diagnostics);
    if (!configure_ac) {
        print_to(stderr, fmt::format("am2cmake: {} has no configure.ac\n", root));
        return exit_code::not_autotools;
    }
    RuleFiles const rule_files = read_rule_files({}, diagnostics);
    model::Project const project = read_configure(tree, *configure_ac, rule_files, progress, diagnostics);
    mapper::ConfigureFacts const facts = configure_facts(project, rule_files.rules);
    mapper::Ledger ledger{diagnostics};
    Json json = Json::object();
    for (mapper::MakefileDirectory const& directory : mapper::read_makefiles(tree, facts, ledger)) {
        if (!directory.holds_translations) {
            json[directory.makefile->directory] = json_of(*directory.variables);
        }
    }
    print_to(stdout, json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
    return exit_code::clean;
}

}  // namespace am2cmake::cli
