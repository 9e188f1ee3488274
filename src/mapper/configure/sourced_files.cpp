#include "mapper/configure/sourced_files.hpp"

#include <regex>

#include "parser/m4_text.hpp"

namespace am2cmake::mapper {
namespace {

m4::Expanded with_sourced_files(m4::Expanded const& text, SourceTree& tree) {
    static std::regex const line(
        R"((^|\n)[ \t]*\.[ \t]+("?)\$(srcdir|\{srcdir\}|ac_confdir|\{ac_confdir\})/([A-Za-z0-9_./+-]+)\2[ \t]*(?=\n|$))");
    m4::Expanded made;
    std::size_t done = 0;
    for (std::sregex_iterator at(text.text.begin(), text.text.end(), line), end; at != end; ++at) {
        std::optional<Source> const file = tree.read((*at)[4]);
        if (!file) {
            continue;
        }
        auto const begin = static_cast<std::size_t>(at->position()) + static_cast<std::size_t>((*at)[1].length());
        m4::append(made, text, done, begin);
        m4::append(made, file->text, file->begin);
        done = static_cast<std::size_t>(at->position() + at->length());
    }
    if (done == 0) {
        return text;
    }
    m4::append(made, text, done);
    return made;
}

}  // namespace

m4::Program with_sourced_files(m4::Program program, SourceTree& tree) {
    program.text = with_sourced_files(program.text, tree);
    for (m4::Call& call : program.calls) {
        for (m4::Expanded& argument : call.arguments) {
            argument = with_sourced_files(argument, tree);
        }
    }
    return program;
}

}  // namespace am2cmake::mapper
