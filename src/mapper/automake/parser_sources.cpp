#include "mapper/automake/parser_sources.hpp"

#include <algorithm>
#include <map>

#include "mapper/automake/shell_quoting.hpp"
#include "mapper/automake/tree_path.hpp"

namespace am2cmake::mapper {
namespace {

using model::MadeFiles;
using model::Text;
using model::When;
using model::Words;

struct Ending {
    MadeFiles::How how;
    std::string source;
    std::string header;
};

std::optional<Ending> ending_of(std::string const& ending) {
    static std::map<std::string, Ending> const endings{
        {".y", {MadeFiles::How::yacc, ".c", ".h"}},       {".yy", {MadeFiles::How::yacc, ".cc", ".hh"}},
        {".ypp", {MadeFiles::How::yacc, ".cpp", ".hpp"}}, {".yxx", {MadeFiles::How::yacc, ".cxx", ".hxx"}},
        {".l", {MadeFiles::How::lex, ".c", ""}},          {".ll", {MadeFiles::How::lex, ".cc", ""}},
        {".lpp", {MadeFiles::How::lex, ".cpp", ""}},      {".lxx", {MadeFiles::How::lex, ".cxx", ""}}};
    auto const found = endings.find(ending);
    return found == endings.end() ? std::nullopt : std::optional{found->second};
}

// The target's own flags replace those of the directory, and put its name before that of what is made.
std::optional<std::vector<Text>> flags_of(DirectoryContext const& context, std::string const& own,
                                          std::string const& name) {
    Words words = context.variables.value(context.variables.assigned(own) ? own : "AM_" + name);
    if (context.variables.assigned(name)) {
        Words const more = context.variables.value(name);
        words.insert(words.end(), more.begin(), more.end());
    }
    std::vector<Text> flags;
    for (When<Text> const& word : unquoted(words, context.ledger)) {
        if (!word.when.is_always()) {
            return {};
        }
        flags.push_back(word.value);
    }
    return flags;
}

// Below the directory, where it can be.
Text from_directory(DirectoryContext const& context, std::string const& path) {
    std::string const inside = context.directory().empty() ? "" : context.directory() + "/";
    return path.starts_with(inside) ? Text::literal(path.substr(inside.size()))
                                    : full_path({TreePath::Side::build, path}, context.directory(), {});
}

}  // namespace

std::optional<ParserSource> parser_source(DirectoryContext const& context, BuiltTarget const& built,
                                          When<Text> const& source) {
    std::optional<TreePath> const path = tree_path(source.value, context.directory());
    std::size_t const dot = path ? path->path.rfind('.') : std::string::npos;
    std::optional<Ending> const ending = dot == std::string::npos ? std::nullopt : ending_of(path->path.substr(dot));
    if (!ending) {
        return {};
    }
    std::string const name = ending->how == MadeFiles::How::yacc ? "YFLAGS" : "LFLAGS";
    std::string const own = built.canonical() + "_" + name;
    std::optional<std::vector<Text>> const flags = flags_of(context, own, name);
    if (!flags) {
        return {};
    }
    std::string stem = path->path.substr(0, dot);
    if (context.variables.assigned(own)) {
        stem.insert(stem.rfind('/') + 1, built.canonical() + "-");
    }
    ParserSource parser;
    parser.shipped = context.tree.is_file(stem + ending->source);
    parser.output = from_directory(context, stem + ending->source);
    parser.output.from = source.from;
    parser.made = {ending->how, {parser.output}, {*flags}, {located(context, source.value, false)}, {}, {},
                   {},          source.from};
    if (!ending->header.empty() && std::find(flags->begin(), flags->end(), Text::literal("-d")) != flags->end()) {
        parser.made.outputs.push_back(from_directory(context, stem + ending->header));
    }
    return parser;
}

void map_parser_sources(DirectoryContext const& context, PlacedItems& items) {
    std::set<std::string> made;
    for (BuiltTarget const& built : context.targets) {
        for (std::string const prefix : {"", "dist_", "nodist_"}) {
            std::string const variable = prefix + built.canonical() + "_SOURCES";
            for (When<Text> const& word : context.variables.value(variable)) {
                std::optional<ParserSource> const parser = parser_source(context, built, word);
                if (parser && !parser->shipped && made.insert(cmake_text(parser->output)).second) {
                    items.add(context.variables.first_assignment(variable).begin, parser->made);
                }
            }
        }
    }
}

}  // namespace am2cmake::mapper
