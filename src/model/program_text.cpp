#include "model/program_text.hpp"

#include <fmt/format.h>

namespace am2cmake::model {
namespace {

constexpr std::string_view begin_of_main = "int main(void)\n{\n";
constexpr std::string_view end_of_main = "return 0;\n}\n";
constexpr std::string_view before_main = "\n\n";

bool ends_with(Text const& text, std::string_view end) {
    return !text.empty() && text.pieces.back().kind == Piece::Kind::literal && text.pieces.back().text.ends_with(end);
}

void drop_end(Text& text, std::string_view end) {
    if (ends_with(text, end)) {
        std::string& last = text.pieces.back().text;
        last.resize(last.size() - end.size());
        if (last.empty()) {
            text.pieces.pop_back();
        }
    }
}

// At the first main().
std::optional<Program> split_at_main(Text const& source) {
    for (std::size_t i = 0; i < source.pieces.size(); ++i) {
        std::string const& text = source.pieces[i].text;
        std::size_t const at = text.find(begin_of_main);
        if (source.pieces[i].kind != Piece::Kind::literal || at == std::string::npos) {
            continue;
        }
        Program program;
        program.prologue.pieces.assign(source.pieces.begin(), source.pieces.begin() + static_cast<std::ptrdiff_t>(i));
        program.prologue.append(text.substr(0, at));
        program.body.append(text.substr(at + begin_of_main.size()));
        for (std::size_t rest = i + 1; rest < source.pieces.size(); ++rest) {
            program.body.append(source.pieces[rest]);
        }
        return program;
    }
    return std::nullopt;
}

}  // namespace

std::string program_text(std::string const& prologue, std::string const& body) {
    bool const is_complete = body.empty() || body.ends_with(';') || body.ends_with('}');
    return fmt::format("{}{}{}{}{}{}", prologue, prologue.empty() ? "" : before_main, begin_of_main, body,
                       body.empty()  ? ""
                       : is_complete ? "\n"
                                     : ";\n",
                       end_of_main);
}

std::optional<Program> parse_program(Text const& source) {
    std::optional<Program> program = split_at_main(source);
    if (!program || !ends_with(program->body, end_of_main) ||
        !(program->prologue.empty() || ends_with(program->prologue, before_main))) {
        return std::nullopt;
    }
    drop_end(program->prologue, before_main);
    drop_end(program->body, end_of_main);
    drop_end(program->body, "\n");
    return program;
}

}  // namespace am2cmake::model
