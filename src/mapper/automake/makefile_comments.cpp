#include "mapper/automake/makefile_comments.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

std::string lower(std::string_view text) {
    std::string made{text};
    std::transform(made.begin(), made.end(), made.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return made;
}

bool is_boilerplate(std::string const& comment) {
    static constexpr std::array<std::string_view, 11> marks{
        "copyright",        "process this",        "license",     "spdx-", "-*-",     "vim:",
        "local variables:", "all rights reserved", "makefile.in", "$id",   "warranty"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return comment.find(mark) != std::string::npos; });
}

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 ||
               std::string_view("_-.$()@%/").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

// `NAME = value`, `name: name`, `if NAME`, a line of a recipe, or one that goes on in the next.
bool is_statement(std::string_view line) {
    std::vector<std::string> const words = split_words(line);
    if (words.empty() || line.front() == '\t' || words.back().ends_with('\\')) {
        return true;
    }
    std::size_t const equals = line.find('=');
    std::string_view name = line.substr(0, std::min(equals, line.size()));
    while (!name.empty() && (name.back() == '+' || name.back() == ':' || name.back() == '?')) {
        name.remove_suffix(1);
    }
    if (equals != std::string_view::npos && is_name(trim(name))) {
        return true;
    }
    bool const conditional = words.front() == "if" && words.size() == 2 && is_name(words[1]);
    return conditional || words.front() == "endif" || words.front() == "include" ||
           (words.front() == "else" && words.size() == 1);
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

// Without lines of decoration at both ends.
std::string tidied(std::string const& comment) {
    std::vector<std::string> lines = split(comment, '\n');
    for (std::string& line : lines) {
        while (!line.empty() && (line.front() == '#' || line.back() == '#' || line.back() == ' ')) {
            line.front() == '#' ? void(line.erase(0, 1)) : line.pop_back();
        }
    }
    while (!lines.empty() && !has_letter(lines.front())) {
        lines.erase(lines.begin());
    }
    while (!lines.empty() && !has_letter(lines.back())) {
        lines.pop_back();
    }
    return join(lines, "\n");
}

// Something in the output stands for the statement.
bool has_counterpart(DirectoryContext const& context, PlacedItems const& items, std::size_t statement) {
    auto const* assignment = std::get_if<automake::Assignment>(&context.makefile.statements[statement].statement);
    if (items.any_from(statement) || assignment == nullptr) {
        return items.any_from(statement);
    }
    auto const* text =
        assignment->name.parts.empty() ? nullptr : std::get_if<automake::Text>(&assignment->name.parts.front());
    std::string const name = text == nullptr ? std::string{} : text->text;
    bool const of_target = std::any_of(context.targets.begin(), context.targets.end(), [&](BuiltTarget const& target) {
        return name.starts_with(target.canonical() + "_");
    });
    bool const of_directory =
        !context.targets.empty() && (name.ends_with("FLAGS") || name == "LDADD" || name == "INCLUDES");
    bool const lists_target =
        std::any_of(context.targets.begin(), context.targets.end(), [&](BuiltTarget const& target) {
            return context.makefile.index_of(target.places.front().from.begin) == statement;
        });
    return of_target || lists_target ||
           (of_directory && name != "ACLOCAL_AMFLAGS" && name.find("DISTCHECK") == std::string::npos);
}

}  // namespace

bool says_something(std::string_view comment) {
    if (!has_letter(comment) || is_boilerplate(lower(comment))) {
        return false;
    }
    std::vector<std::string> const lines = split(comment, '\n');
    return !std::all_of(lines.begin(), lines.end(), [](std::string const& line) { return is_statement(line); });
}

void map_comments(DirectoryContext const& context, PlacedItems& items) {
    std::vector<PlacedStatement> const& statements = context.makefile.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        auto const* comment = std::get_if<automake::Comment>(&statements[i].statement);
        if (comment == nullptr || !says_something(comment->text)) {
            continue;
        }
        std::size_t next = i + 1;
        while (next < statements.size() && (std::holds_alternative<automake::BlankLine>(statements[next].statement) ||
                                            std::holds_alternative<automake::Comment>(statements[next].statement))) {
            ++next;
        }
        if (next < statements.size() && has_counterpart(context, items, next)) {
            items.add(comment->span.begin, model::CommentBlock{tidied(comment->text), comment->span});
        }
    }
}

}  // namespace am2cmake::mapper
