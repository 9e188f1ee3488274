#pragma once
// A tree of Makefile.am files in a temporary folder, and what it becomes.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mapper/automake/map_automake.hpp"
#include "model/build_dump.hpp"
#include "temporary_folder.hpp"

namespace am2cmake {

using Files = std::map<std::string, std::string>;

// What a tree becomes. Files without content that a Makefile.am names must be given too.
class Mapped {
public:
    explicit Mapped(Files const& files, mapper::ConfigureFacts facts = {}) : diagnostics_(sources_) {
        for (auto const& [name, text] : files) {
            put(folder_.path / name, text);
        }
        facts.tarname = "demo";
        SourceTree tree{folder_.path, diagnostics_};
        directories = mapper::map_automake(tree, facts, tally, diagnostics_).directories;
        diagnostics_.sort();
        for (model::Directory const& directory : directories) {
            text += dump(directory);
        }
    }

    bool has(std::string const& part) const { return text.find(part) != std::string::npos; }
    std::size_t count(Code code) const {
        auto const same = [&](Diagnostic const& found) { return found.code == code; };
        return static_cast<std::size_t>(std::count_if(diagnostics_.all().begin(), diagnostics_.all().end(), same));
    }
    std::size_t findings() const { return diagnostics_.all().size(); }
    std::string place(Code code) const {
        for (Diagnostic const& found : diagnostics_.all()) {
            if (found.code == code) {
                Place const place = sources_.place(found.span.begin).value_or(Place{});
                return std::string(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
            }
        }
        return {};
    }
    SourceMap const& sources() const { return sources_; }

    std::vector<model::Directory> directories;
    model::Tally tally;
    std::string text;

private:
    TemporaryFolder folder_;
    SourceMap sources_;
    Diagnostics diagnostics_;
};

inline mapper::ConfigureFacts conditionals(std::set<std::string> names) {
    mapper::ConfigureFacts facts;
    facts.conditionals = std::move(names);
    return facts;
}

inline mapper::ConfigureFacts substitutions(std::set<std::string> names) {
    mapper::ConfigureFacts facts;
    facts.substitutions = std::move(names);
    return facts;
}

}  // namespace am2cmake
