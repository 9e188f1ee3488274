#include "mapper/configure/project_definitions.hpp"

#include <algorithm>
#include <set>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

constexpr std::size_t longest_argument = 4096;

// Names in the order in which they came, each once.
class Folders {
public:
    void add(std::string const& name) {
        if (seen_.insert(name).second) {
            names_.push_back(name);
        }
    }
    std::vector<std::string> names() const { return names_; }

private:
    std::vector<std::string> names_;
    std::set<std::string> seen_;
};

// What stands behind the beginning of a line.
std::optional<std::string_view> behind(std::string_view text, std::string_view beginning) {
    return text.starts_with(beginning) ? std::optional(text.substr(beginning.size())) : std::nullopt;
}

// AC_CONFIG_MACRO_DIR([m4]) and AC_CONFIG_MACRO_DIRS([m4 more]) at the beginning of the text.
void add_macro_dirs(std::string_view text, Folders& folders) {
    std::optional<std::string_view> rest = behind(text, "AC_CONFIG_MACRO_DIR");
    rest = rest && rest->starts_with('S') ? rest->substr(1) : rest;
    if (!rest || !rest->starts_with('(')) {
        return;
    }
    std::string_view argument = trim(rest->substr(1, longest_argument));
    argument.remove_prefix(argument.starts_with('[') ? 1 : 0);
    for (std::string const& name : split_words(argument.substr(0, argument.find_first_of("])")))) {
        folders.add(name);
    }
}

// `ACLOCAL_AMFLAGS = -I m4 -Imore` at the beginning of the text; false if it is something else.
bool add_include_flags(std::string_view text, Folders& folders) {
    std::optional<std::string_view> rest = behind(text, "ACLOCAL_AMFLAGS");
    rest = rest ? std::optional(trim(rest->substr(0, rest->find('\n')))) : rest;
    rest = rest && rest->starts_with('+') ? rest->substr(1) : rest;
    if (!rest || !rest->starts_with('=')) {
        return false;
    }
    std::vector<std::string> const words = split_words(rest->substr(1));
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "-I" && i + 1 < words.size()) {
            folders.add(words[i + 1]);
        } else if (words[i].starts_with("-I") && words[i].size() > 2) {
            folders.add(words[i].substr(2));
        }
    }
    return true;
}

// These are needed before anything is expanded, so they are looked for in the text, as aclocal does.
std::vector<std::string> macro_folders(SourceTree& tree, Source const& configure_ac) {
    Folders folders;
    for (std::string_view text = configure_ac.text; !text.empty();) {
        std::size_t const blanks = std::min(text.find_first_not_of(" \t"), text.size());
        add_macro_dirs(text.substr(blanks), folders);
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    std::optional<Source> const makefile = tree.read("Makefile.am");
    for (std::string_view text = makefile ? makefile->text : std::string_view{}; !text.empty();) {
        if (add_include_flags(text, folders)) {
            break;
        }
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    if (folders.names().empty() && tree.is_directory("m4")) {
        folders.add("m4");
    }
    return folders.names();
}

}  // namespace

std::vector<m4::Definitions> project_definitions(SourceTree& tree, Source const& configure_ac) {
    std::vector<m4::Definitions> definitions;
    auto const add = [&](m4::Layer layer, std::string const& path) {
        if (std::optional<Source> const source = tree.read(path)) {
            definitions.push_back({layer, *source});
        }
    };
    add(m4::Layer::shipped, "aclocal.m4");
    for (std::string const& folder : macro_folders(tree, configure_ac)) {
        for (std::string const& name : tree.files(folder, ".m4")) {
            add(m4::Layer::macro_dir, folder + "/" + name);
        }
    }
    add(m4::Layer::project, "acinclude.m4");
    return definitions;
}

}  // namespace am2cmake::mapper
