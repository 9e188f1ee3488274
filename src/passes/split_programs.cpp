#include <optional>
#include <string_view>

#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Call;
using model::Piece;
using model::Step;
using model::Steps;
using model::Text;
using Argument = Call::Argument;

// As AC_LANG_PROGRAM writes it; check_source() does the same.
constexpr std::string_view begin_of_main = "int main(void)\n{\n";
constexpr std::string_view end_of_main = "return 0;\n}\n";

struct Program {
    Text includes;
    Text body;
};

void drop_end(Text& text, std::string_view end) {
    if (!text.empty() && text.pieces.back().kind == Piece::Kind::literal && text.pieces.back().text.ends_with(end)) {
        std::string& last = text.pieces.back().text;
        last.resize(last.size() - end.size());
        if (last.empty()) {
            text.pieces.pop_back();
        }
    }
}

std::optional<Program> taken_apart(Text const& code) {
    Program program;
    bool in_body = false;
    for (Piece const& piece : code.pieces) {
        auto const at = piece.text.find(begin_of_main);
        if (in_body || piece.kind != Piece::Kind::literal || at == std::string::npos) {
            (in_body ? program.body : program.includes).append(piece);
            continue;
        }
        in_body = true;
        std::string const before = piece.text.substr(0, at);
        if (!(before.ends_with("\n\n") || (before.empty() && program.includes.empty()))) {
            return std::nullopt;
        }
        program.includes.append(before);
        drop_end(program.includes, "\n\n");
        program.body.append(piece.text.substr(at + begin_of_main.size()));
    }
    if (!in_body || program.body.empty() || program.body.pieces.back().kind != Piece::Kind::literal ||
        !program.body.pieces.back().text.ends_with(end_of_main)) {
        return std::nullopt;
    }
    drop_end(program.body, end_of_main);
    drop_end(program.body, "\n");
    return program;
}

void split(Call& call) {
    if (call.command != "check_source" || call.arguments.size() < 3) {
        return;
    }
    std::optional<Program> program = taken_apart(call.arguments[2].text);
    if (!program) {
        return;
    }
    std::vector<Argument> made(call.arguments.begin(), call.arguments.begin() + 2);
    auto const add = [&](char const* keyword, Text text) {
        made.push_back({Text::literal(keyword), Argument::Form::unquoted});
        made.push_back({std::move(text), Argument::Form::bracket});
    };
    if (!program->includes.empty()) {
        add("INCLUDES", std::move(program->includes));
    }
    add("BODY", std::move(program->body));
    made.insert(made.end(), call.arguments.begin() + 3, call.arguments.end());
    call.arguments = std::move(made);
}

void split(Steps& steps) {
    for (Step& step : steps) {
        if (auto* call = std::get_if<Call>(&step.what)) {
            split(*call);
        }
        model::for_each_body(step, [](Steps& body) { split(body); });
    }
}

}  // namespace

void split_programs(model::Project& project, Diagnostics&) {
    split(project.configure);
}

}  // namespace am2cmake::passes
