#include "cli/rule_files.hpp"

#include <fmt/format.h>

#include "base/embedded.hpp"
#include "base/file.hpp"
#include "parser/rules_parse.hpp"

namespace am2cmake::cli {

RuleFiles read_rule_files(std::vector<std::string> const& more, Diagnostics& diagnostics) {
    RuleFiles files;
    auto const add = [&](std::string path, std::string text) {
        Source const source = diagnostics.sources().add_file(std::move(path), std::move(text));
        if (source.path.ends_with(".m4")) {
            files.definitions.push_back({m4::Layer::builtin, source});
        } else {
            files.rules.add(rules::parse(source, diagnostics));
        }
    };
    for (EmbeddedFile const& file : embedded_files("rules")) {
        add(std::string(file.path), std::string(file.text));
    }
    for (std::string const& path : more) {
        FileText read = read_file(path);
        if (read.text) {
            add(path, std::move(*read.text));
        } else {
            diagnostics.report(code::unreadable_file, {}, fmt::format("{} can't be read: {}", path, read.error));
        }
    }
    return files;
}

}  // namespace am2cmake::cli
