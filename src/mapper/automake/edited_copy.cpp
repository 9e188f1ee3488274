#include "mapper/automake/edited_copy.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "mapper/automake/recipe_files.hpp"
#include "mapper/automake/sed_script.hpp"

namespace am2cmake::mapper {

using model::EditedFile;
using model::Text;

bool EditedCopy::begin(SimpleCommand const& command, std::vector<Text> const& arguments) {
    std::vector<Text> scripts;
    std::vector<Text> files;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (constant_value(arguments[at]) == "-e" && at + 1 < arguments.size()) {
            scripts.push_back(arguments[++at]);
        } else if (is_option(arguments[at])) {
            return false;
        } else {
            files.push_back(arguments[at]);
        }
    }
    if (scripts.empty() && !files.empty()) {
        scripts.push_back(files.front());
        files.erase(files.begin());
    }
    if (command.input) {
        files.push_back(*command.input);
    }
    if (copy_ || files.size() != 1 || !command.output || command.appends) {
        return false;
    }
    copy_ = EditedFile{*command.output, files.front(), {}, false, {}, {}};
    return read_scripts(scripts);
}

bool EditedCopy::read_scripts(std::vector<Text> const& scripts) {
    std::optional<TreePath> const path = tree_path(copy_->input, context_.directory());
    if (!path || !(comes_with_sources(context_, *path) || context_.facts.configured_files.contains(path->path))) {
        return false;
    }
    copy_->input = located(context_, copy_->input, false);
    for (Text const& script : scripts) {
        std::optional<std::vector<SedReplacement>> const replacements = sed_replacements(script, context_.variables);
        if (!replacements) {
            return false;
        }
        for (SedReplacement const& each : *replacements) {
            if (!each.all && !stands_once_a_line(path->path, each.from)) {
                return false;
            }
            copy_->replacements.emplace_back(Text::literal(each.from), each.to);
        }
    }
    return true;
}

// Without `g`, sed replaces the first one of each line only.
bool EditedCopy::stands_once_a_line(std::string const& path, std::string const& text) const {
    std::optional<Source> const source = context_.tree.read(path);
    if (!source) {
        return false;
    }
    std::vector<std::string> const lines = split(std::string(source->text), '\n');
    return std::all_of(lines.begin(), lines.end(),
                       [&text](std::string const& line) { return line.find(text) == line.rfind(text); });
}

bool EditedCopy::follow(std::string const& name, std::vector<Text> const& arguments) {
    if (!copy_ || arguments.size() < 2 || !(arguments[arguments.size() - (name == "chmod" ? 1 : 2)] == copy_->output)) {
        return false;
    }
    std::string const mode = constant_value(arguments.front());
    if (name == "chmod") {
        copy_->executable = copy_->executable || mode == "+x" || mode == "a+x" || mode == "755" || mode == "0755";
        return copy_->executable || mode == "a-w" || mode == "-w";
    }
    bool const moves = name == "mv" && (arguments.size() == 2 || (arguments.size() == 3 && mode == "-f"));
    if (moves) {
        copy_->output = arguments.back();
    }
    return moves;
}

}  // namespace am2cmake::mapper
