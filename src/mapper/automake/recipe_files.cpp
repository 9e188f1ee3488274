#include "mapper/automake/recipe_files.hpp"

#include <string_view>

#include "mapper/automake/conditional_words.hpp"

namespace am2cmake::mapper {
namespace {

using model::Piece;
using model::Text;
using model::When;

bool is_of_autotools(std::string const& path) {
    std::string const name = path.substr(path.rfind('/') + 1);
    return name == "Makefile" || name == "config.status" || name == "Makefile.am" || name == "Makefile.in" ||
           name == "configure.ac";
}

// A program that configure found, a file of the system.
bool is_outside(Text const& word) {
    return !word.constant() || word.value().starts_with('/');
}

class PrerequisiteReader {
public:
    explicit PrerequisiteReader(DirectoryContext const& context) : context_(context) {}

    bool read(When<Text> const& word, bool named) {
        Text const name = without_exe_suffix(word.value);
        std::optional<TreePath> const path = tree_path(name, context_.directory());
        if (!path) {
            add_word(word.value, named);
            return is_outside(word.value);
        }
        if (is_of_autotools(path->path)) {
            return true;
        }
        if (context_.made.phony.contains(path->path)) {
            found.always = true;
            return true;
        }
        std::optional<std::string> const target = context_.index.by_path(path->path);
        bool const shipped = comes_with_sources(context_, *path);
        if (!target && !shipped && !is_made(context_, path->path)) {
            return context_.tree.is_directory(path->path);
        }
        Text const file = shipped ? file_word(context_, word.value) : name_in_build(context_, path->path);
        add_word(file, named);
        // CMake would try endings for a name that has none.
        bool const is_bare = !shipped && path->path.find('.') == std::string::npos;
        found.depends.push_back(target    ? Text::literal(*target)
                                : is_bare ? full_path({TreePath::Side::build, path->path}, context_.directory(), {})
                                          : file);
        if (target) {
            found.programs.insert({*target, path->path});
        }
        return true;
    }

    Prerequisites found;

private:
    void add_word(Text const& word, bool named) {
        if (named) {
            found.words.push_back(word);
        }
    }

    DirectoryContext const& context_;
};

}  // namespace

Text name_in_build(DirectoryContext const& context, std::string const& path) {
    std::string const inside = context.directory().empty() ? "" : context.directory() + "/";
    return path.starts_with(inside) ? Text::literal(path.substr(inside.size()))
                                    : full_path({TreePath::Side::build, path}, context.directory(), {});
}

bool comes_with_sources(DirectoryContext const& context, TreePath const& path) {
    bool const made = context.facts.configured_files.contains(path.path) || context.made.files.contains(path.path);
    return path.side == TreePath::Side::source ||
           (path.side == TreePath::Side::unknown && !made && context.tree.is_file(path.path));
}

Text file_word(DirectoryContext const& context, Text const& word) {
    std::optional<TreePath> const path = tree_path(word, context.directory());
    if (!path || !comes_with_sources(context, *path)) {
        return word;
    }
    return full_path({TreePath::Side::source, path->path}, context.directory(), word.from);
}

namespace {

bool is_delimiter(char c) {
    return std::string_view(" \t'\"();&|<>=`:,").find(c) != std::string_view::npos;
}

// Where the path is a whole word, or all of a value: --plugin=path.
void replace_path(std::string& text, std::string const& path, std::string const& replacement) {
    for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at)) {
        std::size_t const end = at + path.size();
        bool const whole = (at == 0 || is_delimiter(text[at - 1])) && (end == text.size() || is_delimiter(text[end]));
        text.replace(at, whole ? path.size() : 0, whole ? replacement : "");
        at += whole ? replacement.size() : path.size();
    }
}

}  // namespace

Text with_program_files(DirectoryContext const& context, Text const& text, Prerequisites const& prerequisites) {
    std::string const suffix = encoded(Text::variable("CMAKE_EXECUTABLE_SUFFIX"));
    std::string made = encoded(text);
    for (auto const& [target, path] : prerequisites.programs) {
        std::string const file = "$<TARGET_FILE:" + target + ">";
        std::string const here = encoded(name_in_build(context, path));
        std::string const top = encoded(Text::variable("PROJECT_BINARY_DIR")) + "/" + path;
        std::string const full = encoded(full_path({TreePath::Side::build, path}, context.directory(), {}));
        for (std::string const& each : {top, full, "./" + here, here}) {
            replace_path(made, each + suffix, file);
            replace_path(made, each, file);
        }
    }
    return decoded(made, text.from);
}

std::optional<Prerequisites> prerequisites_of(DirectoryContext const& context, RuleInstance const& instance,
                                              RecipeCase& in_case) {
    PrerequisiteReader reader{context};
    for (model::Words const* words : {&instance.prerequisites, &instance.order_only}) {
        for (When<Text> const& word : *words) {
            bool const here = in_case.holds(word.when);
            if (in_case.undecided || (here && !reader.read(word, words == &instance.prerequisites))) {
                return {};
            }
        }
    }
    return std::move(reader.found);
}

}  // namespace am2cmake::mapper
