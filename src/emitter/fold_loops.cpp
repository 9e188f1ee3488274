// What repeats with another name each time is written as a person would: as a loop.

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emitter/cmake_print.hpp"
#include "emitter/emit.hpp"

namespace am2cmake::emitter {
namespace {

using cmake::Argument;
using cmake::Block;
using cmake::Command;
using cmake::Node;

constexpr std::size_t longest_unit = 8;  // nodes that repeat together
constexpr std::size_t fewest_units = 3;
constexpr std::size_t fewest_lines_saved = 2;

// What a loop may begin with, and what its variable is called then.
std::string loop_variable(Node const& node) {
    static std::map<std::string, std::string> const names{
        {"add_executable", "program"},      {"add_check_program", "program"}, {"add_library", "library"},
        {"add_libtool_library", "library"}, {"add_automake_test", "test"},    {"add_driven_test", "test"},
        {"add_custom_command", "file"}};
    auto const* command = std::get_if<Command>(&node);
    auto const found = command == nullptr ? names.end() : names.find(command->name);
    return found == names.end() ? std::string{} : found->second;
}

bool is_blank(Node const& node) {
    return std::holds_alternative<cmake::BlankLine>(node);
}

std::string text_of(Nodes const& nodes) {
    return cmake::print({"", nodes});
}

std::size_t count_lines(std::string const& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// Every argument within, in order; false from `visit` ends it.
template <typename AnyNodes, typename Visit>
void for_each_argument(AnyNodes& nodes, Visit const& visit) {
    for (auto& node : nodes) {
        if (auto* command = std::get_if<Command>(&node)) {
            std::for_each(command->arguments.begin(), command->arguments.end(), visit);
        } else if (auto* block = std::get_if<Block>(&node)) {
            for (auto& part : block->parts) {
                std::for_each(part.head.arguments.begin(), part.head.arguments.end(), visit);
                for_each_argument(part.body, visit);
            }
        }
    }
}

bool is_of_a_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '+';
}

// The name around the first difference of two texts, in the first of them.
std::string differing_name(std::string const& text, std::string const& other) {
    auto const at = static_cast<std::size_t>(std::mismatch(text.begin(), text.end(), other.begin(), other.end()).first -
                                             text.begin());
    std::size_t begin = at;
    std::size_t end = at;
    while (begin > 0 && is_of_a_name(text[begin - 1])) {
        --begin;
    }
    while (end < text.size() && is_of_a_name(text[end])) {
        ++end;
    }
    return text.substr(begin, end - begin);
}

// The name that differs first between two units: as it is in the first of them.
std::string name_of(Nodes const& unit, Nodes const& other) {
    std::vector<std::string> theirs;
    for_each_argument(other, [&](Argument const& argument) { theirs.push_back(argument.text); });
    std::string name;
    std::size_t at = 0;
    for_each_argument(unit, [&](Argument const& argument) {
        if (name.empty() && at < theirs.size() && argument.text != theirs[at]) {
            name = differing_name(argument.text, theirs[at]);
        }
        ++at;
    });
    return name;
}

// The unit with a reference to the variable wherever the name stands as a whole.
std::optional<Nodes> generic(Nodes unit, std::string const& name, std::string const& variable) {
    bool possible = true;
    std::string const reference = "${" + variable + "}";
    for_each_argument(unit, [&](Argument& argument) {
        possible = possible && argument.text.find(reference) == std::string::npos;
        std::string made;
        for (std::size_t at = 0; at < argument.text.size();) {
            bool const is_name =
                argument.text.compare(at, name.size(), name) == 0 &&
                (at == 0 || !is_of_a_name(argument.text[at - 1])) &&
                (at + name.size() == argument.text.size() || !is_of_a_name(argument.text[at + name.size()]));
            if (!is_name) {
                made += argument.text[at++];
                continue;
            }
            possible = possible && argument.form != Argument::Form::bracket;
            made += reference;
            at += name.size();
        }
        argument.text = std::move(made);
    });
    return possible ? std::optional(std::move(unit)) : std::nullopt;
}

// Nodes from `begin` on that are no blank lines; fewer than `count` at the end.
struct Unit {
    Nodes nodes;
    std::size_t end = 0;
};
Unit unit_at(Nodes const& nodes, std::size_t begin, std::size_t count) {
    Unit unit{{}, begin};
    while (unit.end < nodes.size() && unit.nodes.size() < count) {
        Node const& node = nodes[unit.end++];
        if (std::holds_alternative<cmake::Comment>(node)) {
            return {{}, begin};  // it speaks of one of them
        }
        if (!is_blank(node)) {
            unit.nodes.push_back(node);
        }
    }
    return unit.nodes.size() == count ? unit : Unit{{}, begin};
}

struct Loop {
    Nodes body;
    std::vector<std::string> names;
    std::size_t end = 0;  // of what it stands for
    std::size_t saved = 0;
};

std::optional<Loop> loop_of(Nodes const& nodes, std::size_t begin, std::size_t count, std::string const& variable) {
    Unit const first = unit_at(nodes, begin, count);
    Unit next = unit_at(nodes, first.end, count);
    if (first.nodes.empty() || next.nodes.empty()) {
        return std::nullopt;
    }
    std::string const name = name_of(first.nodes, next.nodes);
    std::optional<Nodes> body = name.empty() ? std::nullopt : generic(first.nodes, name, variable);
    if (!body) {
        return std::nullopt;
    }
    Loop loop{*body, {name}, first.end, 0};
    std::string const shape = text_of(*body);
    while (!next.nodes.empty()) {
        std::string const other = name_of(next.nodes, first.nodes);
        std::optional<Nodes> const same = other.empty() ? std::nullopt : generic(next.nodes, other, variable);
        if (!same || text_of(*same) != shape) {
            break;
        }
        loop.names.push_back(other);
        loop.end = next.end;
        next = unit_at(nodes, next.end, count);
    }
    return loop;
}

Block block_of(Loop const& loop, std::string const& variable, Span from) {
    std::vector<Argument> arguments{cmake::word(variable), cmake::word("IN"), cmake::word("ITEMS")};
    for (std::string const& name : loop.names) {
        arguments.push_back(cmake::literal(name));
    }
    return {{{command("foreach", std::move(arguments), from), loop.body}}};
}

// The loop that saves most lines, of those that begin here.
std::optional<Loop> best_loop(Nodes const& nodes, std::size_t begin, std::string const& variable) {
    std::optional<Loop> best;
    for (std::size_t count = 1; count <= longest_unit; ++count) {
        std::optional<Loop> loop = loop_of(nodes, begin, count, variable);
        if (!loop || loop->names.size() < fewest_units) {
            continue;
        }
        Nodes const before(nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                           nodes.begin() + static_cast<std::ptrdiff_t>(loop->end));
        std::size_t const lines_before = count_lines(text_of(before));
        std::size_t const lines = count_lines(text_of({block_of(*loop, variable, {})}));
        loop->saved = lines_before > lines ? lines_before - lines : 0;
        if (loop->saved >= fewest_lines_saved && (!best || best->saved < loop->saved)) {
            best = std::move(loop);
        }
    }
    return best;
}

}  // namespace

Nodes fold_loops(Nodes nodes) {
    Nodes made;
    for (std::size_t at = 0; at < nodes.size();) {
        std::string const variable = loop_variable(nodes[at]);
        std::optional<Loop> const loop = variable.empty() ? std::nullopt : best_loop(nodes, at, variable);
        if (loop) {
            made.push_back(block_of(*loop, variable, std::get<Command>(nodes[at]).from));
            if (loop->end < nodes.size()) {
                made.push_back(cmake::BlankLine{});
            }
            at = loop->end;
            continue;
        }
        if (auto* block = std::get_if<Block>(&nodes[at])) {
            for (cmake::Part& part : block->parts) {
                part.body = fold_loops(std::move(part.body));
            }
        }
        made.push_back(std::move(nodes[at++]));
    }
    return made;
}

}  // namespace am2cmake::emitter
