#include <algorithm>
#include <set>

#include "model/check_commands.hpp"
#include "model/visit.hpp"
#include "passes/mirrored_answers.hpp"
#include "passes/passes.hpp"

namespace am2cmake::passes {
namespace {

using model::Step;
using model::Steps;

using Names = std::set<std::string>;

// A name that is computed reads what it is made of.
void add(std::string const& name, Names& names) {
    for (std::string const& part : model::names_within(name)) {
        add(part, names);
    }
    names.insert(name);
}

void add(model::Text const& text, Names& names) {
    for (model::Piece const& piece : text.pieces) {
        if (piece.kind == model::Piece::Kind::variable) {
            add(piece.text, names);
        }
    }
}

void add(model::Condition const& condition, Names& names) {
    for (std::string const& name : variables(condition)) {
        add(name, names);
    }
}

bool is_read(std::string const& variable, Names const& live) {
    return live.contains(variable) || !model::names_within(variable).empty();
}

bool any_in(Names const& names, Names const& live) {
    return std::any_of(names.begin(), names.end(), [&](std::string const& name) { return live.contains(name); });
}

// It is worth a line where the result is used.
bool is_result(model::Message const& message) {
    return !message.checking.empty();
}

bool is_live(Steps const& steps, Names const& live);

// Has the step an effect that counts, given what is read?
struct IsLive {
    Names const& live;

    bool operator()(model::Comment const&) const { return false; }
    bool operator()(model::BlankLine const&) const { return false; }
    bool operator()(model::Set const& set) const { return is_read(set.variable, live); }
    bool operator()(model::Call const& call) const { return !call.pure || any_in(call.writes, live); }
    // What a user chooses by --enable or --with is part of the project's interface.
    bool operator()(model::Option const& option) const {
        return live.contains(option.variable) || option.configure_name.starts_with("--");
    }
    bool operator()(model::Define const&) const { return true; }
    bool operator()(model::SetConditional const&) const { return true; }
    bool operator()(model::Message const& message) const { return !is_result(message); }
    bool operator()(model::If const& choice) const {
        return is_live(choice.otherwise, live) ||
               std::any_of(choice.branches.begin(), choice.branches.end(),
                           [this](model::If::Branch const& branch) { return is_live(branch.body, live); });
    }
    bool operator()(model::ForEach const& loop) const { return is_live(loop.body, live); }
    bool operator()(model::While const& loop) const { return is_live(loop.body, live); }
    bool operator()(model::Untranslated const&) const { return true; }
};

bool is_live(Steps const& steps, Names const& live) {
    return std::any_of(steps.begin(), steps.end(),
                       [&](Step const& step) { return std::visit(IsLive{live}, step.what); });
}

void collect_reads(Steps const& steps, Names& live);

// What a live step reads.
struct CollectReads {
    Names& live;

    void operator()(model::Set const& set) const {
        for (std::string const& part : model::names_within(set.variable)) {
            live.insert(part);
        }
        add(set.value, live);
    }
    void operator()(model::Call const& call) const {
        live.insert(call.reads.begin(), call.reads.end());
        for (model::Call::Argument const& argument : call.arguments) {
            add(argument.text, live);
        }
    }
    void operator()(model::Option const& option) const { add(option.default_value, live); }
    void operator()(model::Define const& define) const { add(define.value, live); }
    void operator()(model::SetConditional const& conditional) const { add(conditional.condition, live); }
    void operator()(model::Message const& message) const {
        add(message.checking, live);
        add(message.text, live);
    }
    void operator()(model::If const& choice) const {
        for (model::If::Branch const& branch : choice.branches) {
            add(branch.condition, live);
            collect_reads(branch.body, live);
        }
        collect_reads(choice.otherwise, live);
    }
    void operator()(model::ForEach const& loop) const {
        for (model::ForEach::Item const& item : loop.items) {
            add(item.text, live);
        }
        collect_reads(loop.body, live);
    }
    // Whether it comes to an end may depend on all that is set in it.
    void operator()(model::While const& loop) const {
        add(loop.condition, live);
        add_writes(loop.body);
        collect_reads(loop.body, live);
    }
    void add_writes(Steps const& steps) const {
        for (Step const& step : steps) {
            if (auto const* set = std::get_if<model::Set>(&step.what)) {
                live.insert(set->variable);
            } else if (auto const* call = std::get_if<model::Call>(&step.what)) {
                live.insert(call->writes.begin(), call->writes.end());
            }
            model::for_each_body(step, [&](Steps const& body) { add_writes(body); });
        }
    }
    template <typename Other>
    void operator()(Other const&) const {}
};

void collect_reads(Steps const& steps, Names& live) {
    for (Step const& step : steps) {
        if (std::visit(IsLive{live}, step.what)) {
            std::visit(CollectReads{live}, step.what);
        }
    }
}

bool says_something(Step const& step) {
    return std::holds_alternative<model::Comment>(step.what) || std::holds_alternative<model::BlankLine>(step.what);
}

void sweep(Steps& steps, Names const& live, std::map<std::string, std::size_t> const& written) {
    std::erase_if(steps, [&](Step const& step) {
        if (auto const* message = std::get_if<model::Message>(&step.what)) {
            Names read;
            add(message->checking, read);
            add(message->text, read);
            return is_result(*message) && std::any_of(read.begin(), read.end(), [&](std::string const& name) {
                       return written.contains(name) && !live.contains(name);
                   });
        }
        return !says_something(step) && !std::visit(IsLive{live}, step.what);
    });
    for (Step& step : steps) {
        model::for_each_body(step, [&](Steps& body) { sweep(body, live, written); });
    }
}

// What may be meant by names that CMake computes.
void add_meant(Steps const& steps, Names const& computed, Names& live) {
    auto const add_if_meant = [&](std::string const& variable) {
        if (std::any_of(computed.begin(), computed.end(),
                        [&](std::string const& name) { return model::may_name(name, variable); })) {
            live.insert(variable);
        }
    };
    for (Step const& step : steps) {
        if (auto const* set = std::get_if<model::Set>(&step.what)) {
            add_if_meant(set->variable);
        } else if (auto const* call = std::get_if<model::Call>(&step.what)) {
            std::for_each(call->writes.begin(), call->writes.end(), add_if_meant);
        }
        model::for_each_body(step, [&](Steps const& body) { add_meant(body, computed, live); });
    }
}

Names roots(model::Project& project) {
    Names live = project.used_substitutions;
    live.insert(model::flag_variables.begin(), model::flag_variables.end());
    add_meant(project.configure, project.read_by_computed_name, live);
    for (model::ConfigFile const& file : project.config_files) {
        add(file.when, live);
    }
    for (model::ConfigHeader const& header : project.config_headers) {
        add(header.when, live);
    }
    for (model::Directory& directory : project.directories) {
        model::for_each_text(directory, [&](model::Text const& text) { add(text, live); });
        model::for_each_condition(directory, [&](model::Condition const& condition) { add(condition, live); });
    }
    return live;
}

}  // namespace

void drop_unused(model::Project& project, Diagnostics&) {
    Names live = roots(project);
    for (std::size_t before = 0; before != live.size();) {
        before = live.size();
        collect_reads(project.configure, live);
        collect_reads(project.after_output, live);
    }
    sweep(project.configure, live, count_writes(project.configure));
}

}  // namespace am2cmake::passes
