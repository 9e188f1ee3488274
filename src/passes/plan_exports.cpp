#include <fmt/format.h>

#include <optional>

#include "base/words.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

// `^json_` is the pattern `json_*`, `^foo$` is `foo`. Nothing for what is not provably a pattern of a version script.
std::optional<std::string> glob_of(std::string_view expression) {
    if (!expression.starts_with('^')) {
        return std::nullopt;
    }
    expression.remove_prefix(1);
    bool const to_the_end = expression.ends_with('$');
    if (to_the_end) {
        expression.remove_suffix(1);
    } else if (expression.ends_with(".*")) {
        expression.remove_suffix(2);
    }
    bool const literal = !expression.empty() && expression.find_first_not_of(
                                                    "abcdefghijklmnopqrstuvwxyz"
                                                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                    "0123456789_") == std::string_view::npos;
    return literal ? std::optional(std::string(expression) + (to_the_end ? "" : "*")) : std::nullopt;
}

std::optional<std::vector<std::string>> globs_of(std::string_view expression) {
    // (^a|^b) is ^a|^b, and so is ^(a|b).
    std::string alternatives(expression);
    if (expression.starts_with('(') && expression.find(')') == expression.size() - 1) {
        alternatives = alternatives.substr(1, alternatives.size() - 2);
        expression = alternatives;
    }
    bool const grouped = expression.starts_with("^(") && expression.find(')') != std::string_view::npos;
    if (grouped) {
        std::size_t const close = alternatives.find(')');
        std::string const tail = alternatives.substr(close + 1);
        std::vector<std::string> parts = split(alternatives.substr(2, close - 2), '|');
        for (std::string& part : parts) {
            part = "^" + part + tail;
        }
        alternatives = join(parts, "|");
    }
    std::vector<std::string> globs;
    for (std::string const& alternative : split(alternatives, '|')) {
        std::optional<std::string> const glob = glob_of(alternative);
        if (!glob) {
            return std::nullopt;
        }
        globs.push_back(*glob);
    }
    return globs;
}

// Extended regular expressions that mean the same to CMake: no counts, no classes of characters, no escaped letters.
bool is_cmake_regex(std::string_view expression) {
    for (std::size_t at = 0; at < expression.size(); ++at) {
        bool const escaped = expression[at] == '\\';
        at += escaped ? 1 : 0;
        bool const known = at < expression.size() &&
                           (escaped ? expression[at] == '.' || expression[at] == '$' : expression[at] != '{');
        if (!known) {
            return false;
        }
    }
    return expression.find("[:") == std::string_view::npos;
}

}  // namespace

void plan_exports(model::Project& project, Diagnostics& diagnostics) {
    for (model::Directory& directory : project.directories) {
        for (model::Directory::Item& item : directory.items) {
            auto* target = std::get_if<model::Target>(&item);
            if (target == nullptr || !target->export_symbols_regex) {
                continue;
            }
            model::When<std::string> const& regex = *target->export_symbols_regex;
            if (std::optional<std::vector<std::string>> const globs = globs_of(regex.value)) {
                target->export_symbols = *globs;
            } else if (!is_cmake_regex(regex.value)) {
                diagnostics.report(code::untranslated_flag, {regex.from},
                                   fmt::format("CMake has no such regular expression as {}: all symbols are exported; "
                                               "list them in a file for -export-symbols",
                                               regex.value));
                target->export_symbols_regex.reset();
            }
        }
    }
}

}  // namespace am2cmake::passes
