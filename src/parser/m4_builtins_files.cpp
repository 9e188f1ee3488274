// Where text comes from and goes to: files, diversions, commands, messages, places.

#include <algorithm>
#include <iterator>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "parser/m4_builtins.hpp"
#include "parser/m4_text.hpp"
#include "parser/printed_text.hpp"

namespace am2cmake::m4 {
namespace {

void include(Expander& m4, Invocation& call, Expanded&) {
    m4.include(call.text(0), true, call.span);
}

void sinclude(Expander& m4, Invocation& call, Expanded&) {
    m4.include(call.text(0), false, call.span);
}

constexpr std::size_t longest_command = 1000;

// What gnulib's `git-version-gen .tarball-version` prints in a tree with that file.
std::optional<std::string> printed_version(Expander const& m4, std::string const& command) {
    static std::regex const version_gen(R"(\s*(sh\s+)?[\w./-]*git-version-gen\s+([\w./-]+)\s*)");
    std::smatch found;
    std::optional<std::string> text =
        std::regex_match(command, found, version_gen) ? m4.text_of_file(found[2]) : std::nullopt;
    if (text) {
        std::erase(*text, '\n');
    }
    return text;
}

// `. ./package_version; printf "$PACKAGE_VERSION"`: a file of assignments, of which one value is printed.
std::optional<std::string> printed_assignment(Expander const& m4, std::string const& command) {
    static std::regex const print(R"(\s\.\s+\./([\w.-]+)\s+printf\s+"\$\{?(\w+)\}?")");
    std::smatch found;
    std::optional<std::string> const text =
        std::regex_search(command, found, print) ? m4.text_of_file(found[1]) : std::nullopt;
    std::smatch value;
    if (!text || !std::regex_search(*text, value, std::regex("(^|\n)" + found[2].str() + "=[\"']?([\\w.+-]{0,200})"))) {
        return std::nullopt;
    }
    return value[2];
}

std::vector<std::string> words_of_command(std::string command) {
    for (std::size_t at = command.find("\\\n"); at != std::string::npos; at = command.find("\\\n", at)) {
        command.erase(at, 2);
    }
    std::istringstream stream(command);
    return {std::istream_iterator<std::string>(stream), {}};
}

// `./autogen.sh --find-version NAME MAJOR MINOR [MICRO]`, as the packages of GnuPG have it, in a tree that is no
// checkout: name, beta, checkout, version, version, suffix, revision and its decimal form.
std::optional<std::string> printed_by_autogen(Expander const& m4, std::string const& command) {
    std::vector<std::string> const words = words_of_command(command);
    if (words.size() < 5 || words.size() > 6 || words[0] != "./autogen.sh" || words[1] != "--find-version") {
        return std::nullopt;
    }
    std::string version = words[3] + "." + words[4] + (words.size() > 5 ? "." + words[5] : "");
    if (std::optional<std::string> const file = m4.text_of_file("VERSION"); file && file->starts_with(version)) {
        version = file->substr(0, file->find_first_of(" \n"));
    }
    return words[2] + "-" + version + ":no:no:" + version + ":" + version + "::0000000:0:";
}

// The command for the shell that would read the output; nothing if m4 would read more out of it than text.
std::optional<std::string> substitution(std::string const& name, std::string const& command) {
    bool const prints = name.find("esyscmd") != std::string::npos;
    bool const is_plain = command.size() <= longest_command && command.find_first_of("[]`\n$#") == std::string::npos;
    return prints && is_plain && !words_of_command(command).empty() ? std::optional("[$(" + command + ")]")
                                                                    : std::nullopt;
}

void command(Expander& m4, Invocation& call, Expanded& out) {
    std::string const text = call.text(0);
    std::optional<std::string> printed;
    if (call.name.find("esyscmd") != std::string::npos && text.size() <= longest_command) {
        printed = printed_by(text, [&](std::string const& file) { return m4.text_of_file(file); });
        printed = printed ? printed : printed_version(m4, text);
        printed = printed ? printed : printed_assignment(m4, text);
        printed = printed ? printed : printed_by_autogen(m4, text);
    }
    if (printed) {
        if (call.name.ends_with("_s")) {
            printed->erase(printed->find_last_not_of('\n') + 1);
        }
        append_made(out, *printed, call);
        return;
    }
    if (std::optional<std::string> const later = substitution(call.name, text)) {
        append_made(out, *later, call);
        m4.report(code::m4_command, call.span,
                  "the command of " + call.name + " is not run; a shell runs it when CMake runs, unseen by m4");
        return;
    }
    m4.report(code::m4_command, call.span, "the command of " + call.name + " is not run; its output is missing here");
}

void fatal(Expander& m4, Invocation& call, Expanded&) {
    std::string const text = call.text(0).substr(0, call.text(0).find('\n'));
    m4.report(code::unsupported_macro, call.span, "configure.ac stops here under Autoconf: " + text);
}

void divert(Expander& m4, Invocation& call, Expanded&) {
    m4.diversions.divert(Diversions::by_name(call.text(0)));
}

void divert_push(Expander& m4, Invocation& call, Expanded&) {
    m4.diversion_stack.push_back(m4.diversions.number());
    m4.diversions.divert(Diversions::by_name(call.text(0)));
}

void divert_pop(Expander& m4, Invocation&, Expanded&) {
    if (!m4.diversion_stack.empty()) {
        m4.diversions.divert(m4.diversion_stack.back());
        m4.diversion_stack.pop_back();
    }
}

void divert_text(Expander& m4, Invocation& call, Expanded&) {
    int const saved = m4.diversions.number();
    m4.diversions.divert(Diversions::by_name(call.text(0)));
    Expanded text = call.at(1);
    append_made(text, "\n", call);
    m4.expand_to_current(text);
    m4.diversions.divert(saved);
}

void divert_once(Expander& m4, Invocation& call, Expanded& out) {
    std::string const mark = "m4_divert_once(" + call.text(0) + "," + call.text(1) + ")";
    if (!m4.provided(mark)) {
        m4.provide(mark);
        divert_text(m4, call, out);
    }
}

void undivert(Expander& m4, Invocation& call, Expanded&) {
    for (Expanded const& name : call.arguments) {
        m4.diversions.undivert(Diversions::by_name(name.text));
    }
}

void divnum(Expander& m4, Invocation& call, Expanded& out) {
    append_made(out, std::to_string(m4.diversions.number()), call);
}

void location_of(Expander& m4, Invocation& call, Expanded& out, bool file, bool line) {
    SourceMap const& sources = m4.sources();
    if (std::optional<Place> const place = sources.place(sources.outermost(call.span.begin))) {
        append_made(out, file ? place->path : "", call);
        append_made(out, file && line ? ":" : "", call);
        append_made(out, line ? std::to_string(place->line) : "", call);
    }
}

void location(Expander& m4, Invocation& call, Expanded& out) {
    location_of(m4, call, out, true, true);
}

void file_name(Expander& m4, Invocation& call, Expanded& out) {
    location_of(m4, call, out, true, false);
}

void line_number(Expander& m4, Invocation& call, Expanded& out) {
    location_of(m4, call, out, false, true);
}

// A command that is not run has not failed: projects stop where one does.
void exit_status(Expander&, Invocation& call, Expanded& result) {
    append_made(result, "0", call);
}

// Messages to whoever runs autoconf, and help for debugging.
void nothing(Expander&, Invocation&, Expanded&) {}

constexpr BuiltinEntry entries[] = {
    {"m4_include", include, true},
    {"sinclude", sinclude, true},
    {"m4_sinclude", sinclude, true},
    {"esyscmd", command, true},
    {"m4_esyscmd", command, true},
    {"m4_esyscmd_s", command, true},
    {"syscmd", command, true},
    {"m4_syscmd", command, true},
    {"m4_fatal", fatal, true},
    {"divert", divert, false},
    {"m4_divert", divert, false},
    {"m4_divert_push", divert_push, false},
    {"m4_divert_pop", divert_pop, false},
    {"m4_divert_text", divert_text, true},
    {"m4_divert_once", divert_once, true},
    {"undivert", undivert, false},
    {"m4_undivert", undivert, false},
    {"divnum", divnum, false},
    {"m4_divnum", divnum, false},
    {"m4_location", location, false},
    {"__file__", file_name, false},
    {"__line__", line_number, false},
    {"sysval", exit_status, false},
    {"m4_sysval", exit_status, false},
    {"errprint", nothing, true},
    {"m4_errprint", nothing, true},
    {"m4_errprintn", nothing, true},
    {"m4_warn", nothing, true},
    {"m4_warning", nothing, true},
    {"m4_assert", nothing, true},
    {"m4_exit", nothing, false},
    {"m4_dumpdef", nothing, false},
    {"m4_dumpdefs", nothing, false},
    {"traceon", nothing, false},
    {"m4_traceon", nothing, false},
    {"traceoff", nothing, false},
    {"m4_traceoff", nothing, false},
};

}  // namespace

std::span<BuiltinEntry const> file_builtins() {
    return entries;
}

}  // namespace am2cmake::m4
