#include "mapper/configure/project_definitions.hpp"

#include <algorithm>
#include <regex>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

void add_once(std::vector<std::string>& names, std::string const& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(name);
    }
}

// These are needed before anything is expanded, so they are looked for in the text, as aclocal does.
std::vector<std::string> macro_folders(SourceTree& tree, Source const& configure_ac) {
    static std::regex const macro_dirs(R"((?:^|\n)[ \t]*AC_CONFIG_MACRO_DIRS?\(\s*\[?([^\])]*))");
    static std::regex const amflags(R"((?:^|\n)ACLOCAL_AMFLAGS[ \t]*\+?=([^\n]*))");
    std::vector<std::string> folders;
    std::string const text(configure_ac.text);
    for (std::sregex_iterator at(text.begin(), text.end(), macro_dirs), end; at != end; ++at) {
        for (std::string const& name : split_words((*at)[1].str())) {
            add_once(folders, name);
        }
    }
    std::smatch found;
    std::optional<Source> const makefile = tree.read("Makefile.am");
    std::string const flags(makefile ? makefile->text : std::string_view{});
    if (std::regex_search(flags, found, amflags)) {
        std::vector<std::string> const words = split_words(found[1].str());
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == "-I" && i + 1 < words.size()) {
                add_once(folders, words[i + 1]);
            } else if (words[i].starts_with("-I") && words[i].size() > 2) {
                add_once(folders, words[i].substr(2));
            }
        }
    }
    if (folders.empty() && tree.is_directory("m4")) {
        folders.push_back("m4");
    }
    return folders;
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
