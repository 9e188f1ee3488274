#include "parser/m4_expander.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/words.hpp"
#include "parser/m4_builtins.hpp"
#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

// More texts than this are not remembered for the case that a parenthesis is never closed.
constexpr std::size_t remembered_texts = 64;

// After so many statements that went too far the rest of the file stays as it is.
constexpr int most_exhausted = 4;

std::string placeholder(std::size_t call) {
    return call_begin + std::to_string(call) + call_end;
}

}  // namespace

struct Expander::Nesting {
    explicit Nesting(Expander& m4) : m4(m4) {
        if (++m4.nesting_ > m4.environment_->limits.depth) {
            --m4.nesting_;
            throw OverBudget{};
        }
    }
    ~Nesting() { --m4.nesting_; }
    Nesting(Nesting const&) = delete;
    Nesting& operator=(Nesting const&) = delete;

    Expander& m4;
};

Expander::Expander(Environment const& environment, Diagnostics& diagnostics)
    : environment_(&environment),
      diagnostics_(&diagnostics),
      expansions_left_(environment.limits.expansions),
      bytes_left_(environment.limits.output) {
    for (auto const table : {core_builtins(), file_builtins(), text_builtins(), number_builtins(), loop_builtins(),
                             list_builtins(), set_builtins(), autoconf_builtins()}) {
        for (BuiltinEntry const& entry : table) {
            Definition definition;
            definition.builtin = entry.run;
            definition.needs_arguments = entry.needs_arguments;
            macros.define(entry.name, std::move(definition));
        }
    }
    for (auto const& [name, known] : environment.known) {
        Definition definition;
        definition.known = &known;
        macros.define(name, std::move(definition));
    }
}

void Expander::read_definitions(Definitions const& definitions) {
    phase_ = definitions.layer;
    layers_[definitions.source.begin] = definitions.layer;
    diversions.divert(-1);
    read(definitions.source);
    phase_ = Layer::project;
}

Program Expander::read_configure_ac(Source configure_ac) {
    layers_[configure_ac.begin] = Layer::project;
    diversions.divert(Diversions::body);
    read(configure_ac);
    Program program{diversions.all(0, Diversions::body * 10 - 1), std::move(calls_), std::move(not_in_copy_)};
    auto const finish = [](Expanded& text) {
        replace_quadrigraphs(text);
        replace_line_numbers(text);
    };
    finish(program.text);
    for (Call& call : program.calls) {
        std::for_each(call.arguments.begin(), call.arguments.end(), finish);
    }
    return program;
}

// A text from its beginning to its end. Of a statement that goes too far the text stays as it is.
void Expander::read(Source const& source) {
    reader.push_barrier();
    reader.push_file(source, 0);
    file_ = source;
    file_depth_ = reader.depth();
    statement_ = 0;
    put_out_before_ = diversions.current().text.size();
    int const diversion = diversions.number();
    for (bool done = false; !done;) {
        try {
            run();
            done = true;
        } catch (OverBudget const&) {
            diversions.divert(diversion);
            give_up();
        }
    }
    reader.pop_barrier();
}

void Expander::give_up() {
    expanding_.clear();
    diverting_.clear();
    asked_.clear();
    diversion_stack.clear();
    nesting_ = in_argument_ = 0;
    opaque_around_.clear();
    reader.truncate(file_depth_ - 1);
    reader.push_file(file_, statement_);
    cut(diversions.current(), put_out_before_);
    Location const begin = file_.begin + statement_;
    std::string const name = skip_statement();
    Location const next = reader.location();
    std::size_t const end = in_file(next) ? next.handle - file_.begin.handle : file_.text.size();
    append(diversions.current(), file_.text.substr(statement_, end - statement_), begin);
    statement_ = end;
    put_out_before_ = diversions.current().text.size();
    report(code::expansion_budget, {begin, file_.begin + end},
           "the expansion of " + name + " does not come to an end, so it is left as it is");
    if (++exhausted_ == most_exhausted) {
        append(diversions.current(), file_.text.substr(end), file_.begin + end);
        reader.truncate(file_depth_ - 1);
        return;
    }
    // Enough for what follows if this was the only one.
    expansions_left_ = environment_->limits.expansions / 4;
    bytes_left_ = environment_->limits.output / 4;
}

// Reads a call again, with all names as plain text; its name.
std::string Expander::skip_statement() {
    bool const was_passive = std::exchange(passive_, true);
    Expanded skipped;
    Token const token = reader.next(skipped);
    Invocation call{std::string(token.word), {token.location, token.location}, {}};
    if (reader.call_follows()) {
        arguments(call, &skipped);
    }
    passive_ = was_passive;
    return call.name;
}

bool Expander::in_file(Location location) const {
    return location >= file_.begin && location <= file_.begin + file_.text.size();
}

void Expander::spend(std::size_t expansions, std::size_t bytes) {
    if (expansions_left_ < expansions || bytes_left_ < bytes || reader.depth() > environment_->limits.depth) {
        throw OverBudget{};
    }
    expansions_left_ -= expansions;
    bytes_left_ -= bytes;
}

void Expander::mark_or_unclosed(Token const& token) {
    if (token.kind == TokenKind::mark) {
        end_defun();
        return;
    }
    report(code::unbalanced_quote, {token.location, token.location + 1},
           "the quote '" + reader.open_quote() + "' is never closed; it is taken as it is");
    if (!passive_) {
        spend(1, reader.unread());
    }
}

void Expander::run() {
    while (true) {
        Token const token = reader.next(diversions.current());
        switch (token.kind) {
            case TokenKind::end: return;
            case TokenKind::text: break;
            case TokenKind::word: word(token, nullptr); break;
            case TokenKind::open: append(diversions.current(), "(", token.location); break;
            case TokenKind::close: append(diversions.current(), ")", token.location); break;
            case TokenKind::comma: append(diversions.current(), ",", token.location); break;
            case TokenKind::mark:
            case TokenKind::unclosed: mark_or_unclosed(token); break;
        }
    }
}

void Expander::word(Token const& token, Expanded* collecting) {
    std::string_view const name = token.word;
    Location const location = token.location;
    Definition const* const found = passive_ ? nullptr : macros.find(name);
    bool const unknown = found == nullptr && !passive_ && takes_unknown(name, collecting);
    if (!unknown && (found == nullptr || (found->needs_arguments && !reader.call_follows()))) {
        append(sink(collecting), name, location);
        return;
    }
    if (collecting == nullptr && token.in_file && in_file(location)) {
        statement_ = location.handle - file_.begin.handle;
        put_out_before_ = diversions.current().text.size();
    }
    Definition const definition = found == nullptr ? Definition{} : *found;
    Invocation invocation{std::string(name), {location, location + name.size()}, {}};
    Location const call_in_file = token.in_file ? location : call_in_file_;
    if (reader.call_follows() && !arguments(invocation, collecting)) {
        return;
    }
    call_in_file_ = call_in_file;
    if (auto const end = wrapped_end_.find(location.handle); end != wrapped_end_.end()) {
        invocation.span.end = end->second;
    }
    // Where it goes is known only now: a macro that ends in the arguments ends its diversion.
    Expanded put_out;
    if (unknown) {
        unknown_call(invocation, put_out);
    } else {
        call(std::move(invocation), definition, put_out);
    }
    append(sink(collecting), put_out);
}

void Expander::call(Invocation call, Definition const& definition, Expanded& to) {
    spend(1, 0);
    if (environment_->trace && (definition.known != nullptr || definition.defun)) {
        trace(call);
    }
    if (definition.known != nullptr) {
        opaque_call(call, to);
        return;
    }
    if (definition.builtin != nullptr) {
        auto result = std::make_shared<Expanded>();
        definition.builtin(*this, call, *result);
        spend(0, result->text.size());
        reader.push(std::move(result));
        return;
    }
    if (definition.once && expand_once(call, definition)) {
        return;
    }
    if (definition.layer == Layer::builtin) {
        wrapped_end_[call.span.begin.handle] = call.span.end;
    }
    std::shared_ptr<Expanded const> body = body_with_arguments(definition, call);
    spend(0, body->text.size());
    if (definition.defun) {
        begin_defun(call.name);
        reader.push_mark();
    }
    reader.push(std::move(body));
}

// Collects what stands between the parentheses. False if they have no end: then the name and the opening one went out.
bool Expander::arguments(Invocation& call, Expanded* collecting) {
    Nesting const level(*this);
    Reader::Frames before;
    if (reader.depth() <= remembered_texts && !passive_) {
        before = reader.frames();
    }
    Expanded nothing;
    Location const opening = reader.next(nothing).location;
    if (unclosed_.contains(opening)) {
        append(sink(collecting), call.name, call.span.begin);
        append(sink(collecting), "(", opening);
        return false;
    }
    TokenKind ended_by = TokenKind::comma;
    while (ended_by == TokenKind::comma) {
        reader.skip_space();
        call.span.end = argument(call.arguments.emplace_back(), ended_by) + 1;
    }
    if (ended_by == TokenKind::close) {
        return true;
    }
    if (!passive_) {
        report(code::unbalanced_quote, {opening, opening + 1},
               "the parenthesis of " + call.name + " is never closed; it is taken as it is");
        unclosed_.insert(opening);
        if (!before.empty()) {
            reader.restore(std::move(before));
            spend(1, reader.unread());
            reader.next(nothing);
        }
    }
    append(sink(collecting), call.name, call.span.begin);
    append(sink(collecting), "(", opening);
    return false;
}

// One argument; the place of the comma or parenthesis behind it.
Location Expander::argument(Expanded& to, TokenKind& ended_by) {
    std::size_t level = 0;
    while (true) {
        Token const token = reader.next(to);
        switch (token.kind) {
            case TokenKind::text: break;
            case TokenKind::word: word(token, &to); break;
            case TokenKind::open:
                ++level;
                append(to, "(", token.location);
                break;
            case TokenKind::mark:
            case TokenKind::unclosed: mark_or_unclosed(token); break;
            case TokenKind::close:
            case TokenKind::comma:
                if (level == 0) {
                    ended_by = token.kind;
                    return token.location;
                }
                level -= token.kind == TokenKind::close ? 1 : 0;
                append(to, token.kind == TokenKind::close ? ")" : ",", token.location);
                break;
            case TokenKind::end: ended_by = TokenKind::end; return {};
        }
    }
}

void Expander::trace(Invocation const& call) const {
    if (phase_ != Layer::project) {
        return;
    }
    std::string_view const within = opaque_around_.empty() ? std::string_view() : opaque_around_.back()->name;
    bool const required = !asked_.empty() && asked_.back() == call.span.begin;
    environment_->trace({call.name, call.arguments, call.span.begin, call_in_file_, within, required});
}

void Expander::opaque_call(Invocation& call, Expanded& to) {
    if (phase_ != Layer::project) {
        return;  // what definition files put out is dropped
    }
    spend(1, 0);
    auto const known = environment_->known.find(call.name);
    bool const required = !asked_.empty() && asked_.back() == call.span.begin;
    begin_defun(call.name);
    if (known != environment_->known.end()) {
        for (std::string const& name : known->second.requires_first) {
            require(name, {}, call.span);
        }
        for (ArgumentRequirement const& requirement : known->second.requires_by_argument) {
            bool const given = requirement.argument < call.count() && !trim(call.text(requirement.argument)).empty();
            for (std::string const& name : requirement.names) {
                if (given == requirement.given) {
                    require(name, {}, call.span);
                }
            }
        }
    }
    if (call.count() == 1 && call.text(0).empty()) {
        call.arguments.clear();
    }
    Call opaque{call.name, {}, call.span, required};
    opaque_around_.push_back(&call);
    for (Expanded const& argument : call.arguments) {
        opaque.arguments.push_back(expand_fully(argument));
    }
    opaque_around_.pop_back();
    calls_.push_back(std::move(opaque));
    end_defun();
    if (known != environment_->known.end()) {
        std::for_each(known->second.provides.begin(), known->second.provides.end(),
                      [this](std::string const& name) { provide(name); });
    }
    append_made(to, placeholder(calls_.size() - 1), call.span.begin, call.name.size());
}

Expanded Expander::quoted(Expanded const& text) const {
    Location const at = text.location(0);
    Expanded result;
    append(result, reader.open_quote(), at);
    append(result, text);
    append(result, reader.close_quote(), at);
    return result;
}

std::vector<Expanded> Expander::split_arguments(Expanded const& list) {
    Nesting const level(*this);
    spend(1, list.text.size());
    std::vector<Expanded> arguments;
    reader.push_barrier();
    reader.push(std::make_shared<Expanded>(list));
    TokenKind ended_by = TokenKind::comma;
    while (ended_by == TokenKind::comma) {
        reader.skip_space();
        argument(arguments.emplace_back(), ended_by);
    }
    reader.pop_barrier();
    return arguments;
}

Expanded Expander::expand_fully(Expanded const& text) {
    int const saved = diversions.number();
    int const private_one = diversions.fresh();
    diversions.divert(private_one);
    ++in_argument_;
    expand_to_current(text);
    --in_argument_;
    diversions.divert(saved);
    return diversions.take(private_one);
}

void Expander::expand_to_current(Expanded const& text) {
    Nesting const level(*this);
    spend(1, text.text.size());
    reader.push_barrier();
    reader.push(std::make_shared<Expanded>(text));
    run();
    reader.pop_barrier();
}

std::optional<std::string> Expander::text_of_file(std::string const& path) const {
    std::optional<Source> const source = environment_->read ? environment_->read(path) : std::nullopt;
    return source ? std::optional(std::string(source->text)) : std::nullopt;
}

void Expander::include(std::string const& path, bool must_exist, Span span) {
    std::optional<Source> const source = environment_->read ? environment_->read(path) : std::nullopt;
    if (!source) {
        if (must_exist) {
            report(code::missing_include, span, "there is no file " + path + " to include");
        }
        return;
    }
    spend(1, source->text.size());
    layers_.emplace(source->begin, phase_ == Layer::project ? Layer::macro_dir : phase_);
    reader.push_file(*source, 0);
}

Program expand(Source configure_ac, Environment const& environment, Diagnostics& diagnostics) {
    Expander expander(environment, diagnostics);
    for (Definitions const& definitions : environment.definitions) {
        expander.read_definitions(definitions);
    }
    return expander.read_configure_ac(configure_ac);
}

}  // namespace am2cmake::m4
