// Files that configure or config.status write line by line: `echo text >file`, `cat >>file <<EOF`.

#include <algorithm>

#include "mapper/configure/configure_lowering.hpp"
#include "mapper/configure/shell_text.hpp"

namespace am2cmake::mapper {
namespace {

// The redirection to a file, if that is the only one beside a here-document.
shell::Redirection const* written_file(shell::Simple const& command) {
    shell::Redirection const* file = nullptr;
    for (shell::Redirection const& each : command.redirections) {
        bool const writes = (each.operation == ">" || each.operation == ">>") &&
                            (each.descriptor.empty() || each.descriptor == "1") && file == nullptr;
        if (!writes && each.body.empty()) {
            return nullptr;
        }
        file = writes ? &each : file;
    }
    return file;
}

// Not what a test is made of, and nothing outside of the build tree.
bool is_of_build(ConfigureLowering const& lowering, shell::Word const& target) {
    std::optional<std::string> const path = constant_word(target);
    bool const is_below =
        path && !path->empty() && !path->starts_with('/') && !path->starts_with("..") && !is_test_file(*path);
    return is_below || (!path && lowering.in_config_status);
}

// The words of an echo; nothing where shells disagree about backslashes and options.
std::optional<model::Text> echoed(ConfigureLowering& lowering, std::vector<shell::Word> const& words) {
    model::Text made;
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::optional<model::Text> const word = lowering.text(words[i]);
        bool const is_plain =
            word && std::none_of(word->pieces.begin(), word->pieces.end(), [](auto const& piece) {
                return piece.kind == model::Piece::Kind::literal && piece.text.find('\\') != std::string::npos;
            });
        if (!is_plain || (i == 1 && !word->empty() && word->pieces.front().text.starts_with('-'))) {
            return std::nullopt;
        }
        made.append(i > 1 ? " " : "");
        made.append(*word);
    }
    made.append("\n");
    return made;
}

std::optional<model::Text> printed(ConfigureLowering& lowering, shell::Simple const& command) {
    std::optional<std::string> const name = constant_word(command.words.front());
    if (name == "echo" && command.redirections.size() == 1) {
        return echoed(lowering, command.words);
    }
    if (name == "cat" && command.words.size() == 1) {
        for (shell::Redirection const& each : command.redirections) {
            if (!each.body.empty()) {
                return lowering.text(each.body.front());
            }
        }
    }
    return std::nullopt;
}

}  // namespace

bool lower_written_file(ConfigureLowering& lowering, shell::Simple const& command) {
    shell::Redirection const* const file = written_file(command);
    if (file == nullptr || !is_of_build(lowering, file->target) || appends_definitions(command)) {
        return false;
    }
    std::optional<model::Text> const text = printed(lowering, command);
    std::optional<model::Text> const path = text ? lowering.text(file->target) : std::nullopt;
    if (!path || path->empty()) {
        return false;
    }
    using Argument = model::Call::Argument;
    char const* const how = file->operation == ">" ? "WRITE" : "APPEND";
    lowering.emit({model::Call{"file",
                               {{model::Text::literal(how), Argument::Form::unquoted},
                                path_of_build(lowering, *path),
                                {*text, Argument::Form::quoted}},
                               {},
                               {},
                               false},
                   command.span});
    return true;
}

}  // namespace am2cmake::mapper
