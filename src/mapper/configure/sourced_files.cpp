#include "mapper/configure/sourced_files.hpp"

#include <algorithm>
#include <regex>

#include "parser/m4_text.hpp"

namespace am2cmake::mapper {
namespace {

constexpr std::size_t longest_line = 500;

// The file that a line reads, below the source tree; "" where it does something else.
std::string sourced_file(std::string const& line) {
    static std::regex const reads(
        R"([ \t]*\.[ \t]+("?)\$(srcdir|\{srcdir\}|ac_confdir|\{ac_confdir\})/([A-Za-z0-9_./+-]+)\1[ \t]*)");
    std::smatch match;
    return line.size() <= longest_line && std::regex_match(line, match, reads) ? match[3].str() : std::string{};
}

m4::Expanded with_sourced_files(m4::Expanded const& text, SourceTree& tree) {
    m4::Expanded made;
    std::size_t done = 0;
    for (std::size_t begin = 0, end = 0; begin < text.text.size(); begin = end + 1) {
        end = std::min(text.text.find('\n', begin), text.text.size());
        std::string const name = sourced_file(text.text.substr(begin, end - begin));
        std::optional<Source> const file = name.empty() ? std::nullopt : tree.read(name);
        if (file) {
            m4::append(made, text, done, begin);
            m4::append(made, file->text, file->begin);
            done = end;
        }
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
