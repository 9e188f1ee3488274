#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "passes/found_packages.hpp"
#include "passes/passes.hpp"
#include "passes/text_uses.hpp"

namespace am2cmake::passes {
namespace {

using model::Step;
using model::Steps;
using Names = std::set<std::string>;

void add_references(model::Words const& words, Names& names) {
    for (model::When<model::Text> const& word : words) {
        if (std::string const name = word.value.variable_name(); !name.empty()) {
            names.insert(name);
        }
    }
}

void add_references(model::CompileFlags const& flags, Names& names) {
    for (model::Words const* words : {&flags.c_options, &flags.cxx_options, &flags.options}) {
        add_references(*words, names);
    }
}

// Variables that stand for flags, whole words of them, in some Makefile.
Names flag_variables(model::Project const& project) {
    Names names;
    for (model::Directory const& directory : project.directories) {
        add_references(directory.common, names);
        add_references(directory.common_link_options, names);
        for (model::Directory::Item const& item : directory.items) {
            if (auto const* call = std::get_if<model::DirectoryCall>(&item)) {
                for (model::Text const& argument : call->arguments) {
                    names.insert(argument.variable_name());
                }
            }
            if (auto const* target = std::get_if<model::Target>(&item)) {
                add_references(target->compile, names);
                add_references(target->link_options, names);
                for (model::When<model::Library> const& library : target->libraries) {
                    if (library.value.kind == model::Library::Kind::flags) {
                        names.insert(library.value.text.variable_name());
                    }
                }
            }
        }
    }
    names.erase("");
    return names;
}

// All that is assigned to each variable; nothing where a command sets it.
using Values = std::map<std::string, std::vector<std::optional<model::Text>>>;

void collect_values(Steps const& steps, Values& values) {
    for (Step const& step : steps) {
        if (auto const* set = std::get_if<model::Set>(&step.what)) {
            values[set->variable].push_back(set->value);
        } else if (auto const* call = std::get_if<model::Call>(&step.what)) {
            for (std::string const& name : asks_pkg_config(*call) ? Names{} : call->writes) {
                values[name].push_back(std::nullopt);
            }
        }
        model::for_each_body(step, [&](Steps const& body) { collect_values(body, values); });
    }
}

bool is_one_word(std::optional<model::Text> const& value) {
    return value && value->constant() && value->value().find(' ') == std::string::npos;
}

// A list can take over what is a list itself, or never more than one word.
bool holds_words_only(std::string const& name, Names const& flags, Names const& needed, Values const& values) {
    auto const assigned = values.find(name);
    if (assigned == values.end()) {
        return true;
    }
    auto const is_fine = [&](model::Piece const& piece) {
        if (piece.kind == model::Piece::Kind::literal || (flags.contains(piece.text) && !needed.contains(piece.text))) {
            return true;
        }
        auto const found = values.find(piece.text);
        return found != values.end() && std::all_of(found->second.begin(), found->second.end(), is_one_word);
    };
    return std::all_of(assigned->second.begin(), assigned->second.end(), [&](std::optional<model::Text> const& value) {
        return value && std::all_of(value->pieces.begin(), value->pieces.end(), is_fine);
    });
}

void make_lists(Steps& steps, Names const& lists) {
    for (Step& step : steps) {
        if (auto* set = std::get_if<model::Set>(&step.what)) {
            set->is_list = lists.contains(set->variable);
        }
        model::for_each_body(step, [&](Steps& body) { make_lists(body, lists); });
    }
}

Step split_step(std::string const& name) {
    using Argument = model::Call::Argument;
    model::Call call{"separate_arguments",
                     {{model::Text::literal(name), Argument::Form::unquoted},
                      {model::Text::literal("UNIX_COMMAND"), Argument::Form::unquoted},
                      {model::Text::variable(name), Argument::Form::quoted}},
                     {name},
                     {name},
                     true};
    return {std::move(call), {}};
}

}  // namespace

void list_flags(model::Project& project, Diagnostics&) {
    Names const flags = flag_variables(project);
    Names needed = project.used_substitutions;
    add_text_uses(project.configure, flags, needed);
    add_text_uses(project.after_output, {}, needed);
    Values values;
    collect_values(project.configure, values);
    for (std::size_t before = needed.size() + 1; before != needed.size();) {
        before = needed.size();
        for (std::string const& name : flags) {
            if (!holds_words_only(name, flags, needed, values)) {
                needed.insert(name);
            }
        }
    }
    Names lists;
    std::set_difference(flags.begin(), flags.end(), needed.begin(), needed.end(), std::inserter(lists, lists.end()));
    make_lists(project.configure, lists);
    for (std::string const& name : flags) {
        if (!lists.contains(name)) {
            project.after_output.push_back(split_step(name));
        }
    }
}

}  // namespace am2cmake::passes
