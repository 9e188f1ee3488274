#include "mapper/configure/config_inputs.hpp"

#include <fmt/format.h>

#include <cctype>

namespace am2cmake::mapper {
namespace {

bool in_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

void note_names(std::string_view text, model::Project& project) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t end = at + 1;
        while (end < text.size() && in_name(text[end])) {
            ++end;
        }
        std::string const name(text.substr(at + 1, end - at - 1));
        if (end < text.size() && text[end] == '@' && project.substitutions.contains(name)) {
            project.used_substitutions.insert(name);
        }
    }
}

}  // namespace

void read_config_inputs(SourceTree& tree, model::Project& project, Diagnostics& diagnostics) {
    for (model::ConfigFile const& file : project.config_files) {
        std::vector<std::string> const inputs =
            file.inputs.empty() ? std::vector<std::string>{file.output + ".in"} : file.inputs;
        for (std::string const& input : inputs) {
            if (std::optional<Source> const source = tree.read(input)) {
                note_names(source->text, project);
            } else {
                diagnostics.report(code::missing_source, file.from,
                                   fmt::format("{} is made from {}, which is not there", file.output, input));
            }
        }
    }
}

}  // namespace am2cmake::mapper
