// fuzz_smoke [SECONDS [SEED]]: a short, repeatable fuzz of every parser and of the whole conversion.
//
// Each seed takes a file of testdata, changes it in a few places and reads it. Nothing may crash, each span lies inside
// of its source, and converting twice gives the same bytes. What fails is told with its seed: `fuzz_smoke 0 SEED` runs
// that one alone.

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "cli/convert.hpp"
#include "emitter/emit.hpp"
#include "parser/automake_parse.hpp"
#include "parser/m4_expand.hpp"
#include "parser/rules_parse.hpp"
#include "parser/shell_parse.hpp"
#include "passes/passes.hpp"
#include "temporary_folder.hpp"

using namespace am2cmake;

namespace fs = std::filesystem;

namespace {

unsigned long current_seed = 0;

// From a signal handler or a sanitizer too, so without anything that allocates.
void tell_seed() {
    char line[64];
    int const length = std::snprintf(line, sizeof line, "fuzz_smoke: seed %lu\n", current_seed);
    [[maybe_unused]] ssize_t const written = ::write(STDERR_FILENO, line, static_cast<std::size_t>(length));
}

[[noreturn]] void fail(std::string const& what) {
    std::fprintf(stderr, "fuzz_smoke: %s\n", what.c_str());
    tell_seed();
    std::_Exit(1);
}

extern "C" void die_with_seed(int) {
    tell_seed();
    ::_exit(1);
}

// A stack that overflowed is no place for a handler.
void tell_seed_of_a_crash() {
    static char stack[64 * 1024];
    stack_t const own{stack, 0, sizeof stack};
    ::sigaltstack(&own, nullptr);
    struct sigaction action {};
    action.sa_handler = die_with_seed;
    action.sa_flags = SA_ONSTACK;
    for (int const number : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM}) {
        ::sigaction(number, &action, nullptr);
    }
}

// Input

struct Seed {
    fs::path path;
    std::string text;
};

// In the order of their paths, so that a seed means the same everywhere.
std::vector<Seed> files_of(fs::path const& folder, std::function<bool(fs::path const&)> const& wanted) {
    std::vector<Seed> seeds;
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && wanted(entry.path())) {
            seeds.push_back({entry.path(), text_of(entry.path())});
        }
    }
    std::sort(seeds.begin(), seeds.end(), [](Seed const& a, Seed const& b) { return a.path < b.path; });
    if (seeds.empty()) {
        fail("no files to start with in " + folder.string());
    }
    return seeds;
}

class Mutation {
public:
    Mutation(unsigned long seed, std::vector<Seed> const& seeds) : random_(seed), seeds_(seeds) {}

    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(random_() % limit); }
    std::string const& any() { return seeds_[below(seeds_.size())].text; }

    std::string of(std::string text) {
        for (std::size_t changes = below(6); changes > 0; --changes) {
            change(text);
        }
        return text;
    }

private:
    void change(std::string& text) {
        std::size_t const at = below(text.size() + 1);
        std::size_t const length = std::min(below(40), text.size() - at);
        switch (below(8)) {
            case 0: text.erase(at, length); break;
            case 1: text.insert(at, text.substr(at, length)); break;
            case 2: text.insert(at, token()); break;
            case 3: text.replace(at, length, token()); break;
            case 4: text.resize(at); break;
            case 5: text.insert(at, any().substr(0, below(400))); break;
            case 6: insert_often(text, at); break;
            default: text.insert(at, 1, static_cast<char>(below(256))); break;
        }
    }

    void insert_often(std::string& text, std::size_t at) {
        std::string const repeated = token();
        std::string all;
        for (std::size_t times = below(400); times > 0; --times) {
            all += repeated;
        }
        text.insert(at, all);
    }

    // What the languages are made of.
    std::string token() {
        static constexpr std::string_view tokens[] = {"[",
                                                      "]",
                                                      "(",
                                                      ")",
                                                      ",",
                                                      "\"",
                                                      "'",
                                                      "`",
                                                      "$",
                                                      "\\",
                                                      "\n",
                                                      "\t",
                                                      " ",
                                                      ";",
                                                      "&",
                                                      "|",
                                                      "<<",
                                                      "<<-",
                                                      ">",
                                                      "#",
                                                      "{",
                                                      "}",
                                                      "=",
                                                      ":",
                                                      "+=",
                                                      "?=",
                                                      "::",
                                                      "@",
                                                      "%",
                                                      "*",
                                                      "!",
                                                      "~",
                                                      "\r\n",
                                                      "\\\n",
                                                      "$(",
                                                      "${",
                                                      "$((",
                                                      "))",
                                                      ";;",
                                                      "&&",
                                                      "||",
                                                      "$@",
                                                      "$*",
                                                      "$1",
                                                      "$#",
                                                      "dnl ",
                                                      "if ",
                                                      "then ",
                                                      "else ",
                                                      "elif ",
                                                      "fi\n",
                                                      "case ",
                                                      "esac",
                                                      "in ",
                                                      "for ",
                                                      "while ",
                                                      "do ",
                                                      "done ",
                                                      "endif\n",
                                                      "include ",
                                                      "define ",
                                                      "endef\n",
                                                      "AC_DEFUN([A], [",
                                                      "AC_REQUIRE([",
                                                      "m4_define([",
                                                      "m4_foreach([i], [a, b], [",
                                                      "m4_if(",
                                                      "changequote(<<, >>)",
                                                      "m4_divert_push([",
                                                      "AS_IF([",
                                                      "AC_CHECK_HEADERS([",
                                                      "AM_CONDITIONAL([",
                                                      "AC_SUBST([",
                                                      "AC_CONFIG_FILES([",
                                                      "AC_ARG_ENABLE([",
                                                      "$(wildcard ",
                                                      "$(subst ",
                                                      "$(foreach ",
                                                      "_SOURCES = ",
                                                      "SUBDIRS = ",
                                                      "bin_PROGRAMS = ",
                                                      "@NAME@",
                                                      "macro ",
                                                      "when ",
                                                      "\"\"\"",
                                                      "{name|",
                                                      "EOF\n",
                                                      "cat <<EOF\n",
                                                      "test x",
                                                      "a",
                                                      "0",
                                                      "-",
                                                      "../",
                                                      "]])\n",
                                                      "\xC3",
                                                      "\xFF"};
        return std::string(tokens[below(std::size(tokens))]);
    }

    std::mt19937_64 random_;
    std::vector<Seed> const& seeds_;
};

// What the reading of a tree does with the bytes that mark calls.
std::string without_control_characters(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < ' ' && c != '\t' && c != '\n' && c != '\r'; }, '?');
    return text;
}

// Spans

void check_place(SourceMap const& sources, Location location) {
    std::optional<Place> const place = sources.place(location);
    if (place && (place->line == 0 || place->column == 0 || place->column > place->line_text.size() + 1)) {
        fail("a place that is none");
    }
    if (location.known() && !place) {
        fail("a location of no source");
    }
}

void check_findings(Diagnostics& diagnostics) {
    for (Diagnostic const& found : diagnostics.all()) {
        check_place(diagnostics.sources(), found.span.begin);
        check_place(diagnostics.sources(), found.span.end);
        render(found, diagnostics.sources());
    }
    diagnostics.sort();
}

void check_within(Span span, Source const& source) {
    Location const end = source.begin + source.text.size();
    if (span.begin < source.begin || span.end < span.begin || span.end > end) {
        fail("a span outside of its source");
    }
}

void check_origins(m4::Expanded const& text, SourceMap const& sources) {
    std::size_t last = 0;
    for (m4::Origin const& origin : text.origins) {
        if (origin.offset < last || origin.offset > text.text.size()) {
            fail("origins that are not in order");
        }
        last = origin.offset;
        check_place(sources, origin.location);
    }
    if (text.origins.empty() != text.text.empty()) {
        fail("a text without origins");
    }
}

// Targets

struct Fuzz {
    SourceMap sources;
    Diagnostics of_rules{sources};
    cli::RuleFiles rules = cli::read_rule_files({}, of_rules);
    fs::path testdata = fs::path(AM2CMAKE_SOURCE_DIR) / "testdata";
    std::vector<Seed> configures = files_of(testdata, [](fs::path const& path) {
        return path.filename() == "configure.ac" || path.extension() == ".m4" ||
               path.parent_path().parent_path().filename() == "m4";
    });
    std::vector<Seed> shells =
        files_of(testdata / "parse/shell", [](fs::path const& path) { return path.filename() == "input"; });
    std::vector<Seed> makefiles = files_of(testdata, [](fs::path const& path) {
        return path.extension() == ".am" || path.parent_path().parent_path().filename() == "automake";
    });
    std::vector<Seed> rule_files = files_of(fs::path(AM2CMAKE_SOURCE_DIR) / "rules",
                                            [](fs::path const& path) { return path.extension() == ".rules"; });
    std::vector<Seed> trees =
        files_of(testdata, [](fs::path const& path) { return path.filename() == "configure.ac"; });

    void m4(unsigned long seed);
    void shell(unsigned long seed);
    void automake(unsigned long seed);
    void rule_language(unsigned long seed);
    void conversion(unsigned long seed);

private:
    Source add(std::string path, std::string text) {
        return sources.add_file(std::move(path), without_control_characters(std::move(text)));
    }
    std::string converted(fs::path const& folder);
};

void Fuzz::m4(unsigned long seed) {
    Mutation mutation(seed, configures);
    Diagnostics diagnostics(sources);
    m4::Environment const environment{rules.rules.known_macros(),
                                      rules.definitions,
                                      [](std::string const&) { return std::optional<Source>{}; },
                                      {20'000, 200, 1024 * 1024}};
    m4::Program const program = m4::expand(add("configure.ac", mutation.of(mutation.any())), environment, diagnostics);
    check_origins(program.text, sources);
    for (m4::Call const& call : program.calls) {
        check_place(sources, call.span.begin);
        check_place(sources, call.span.end);
        for (m4::Expanded const& argument : call.arguments) {
            check_origins(argument, sources);
            shell::parse(argument, diagnostics);
        }
    }
    shell::parse(program.text, diagnostics);
    check_findings(diagnostics);
}

void Fuzz::shell(unsigned long seed) {
    Mutation mutation(seed, shells);
    Diagnostics diagnostics(sources);
    Source const source = add("script", mutation.of(mutation.any()));
    m4::Expanded const text{std::string(source.text), {{0, source.begin}}};
    shell::Script const script = shell::parse(text, diagnostics);
    check_within(script.span, source);
    Location last = source.begin;
    for (shell::Command const& command : script.commands) {
        Span const span = shell::span_of(command);
        check_within(span, source);
        if (span.begin < last) {
            fail("commands that are not in order");
        }
        last = span.begin;
    }
    shell::parse_word(text, diagnostics);
    shell::parse_quoted(text, diagnostics);
    check_findings(diagnostics);
}

void Fuzz::automake(unsigned long seed) {
    Mutation mutation(seed, makefiles);
    Diagnostics diagnostics(sources);
    Source const source = add("Makefile.am", mutation.of(mutation.any()));
    Location last = source.begin;
    automake::File const file = automake::parse(source, diagnostics);
    for (automake::Statement const& statement : file.statements) {
        Span const span = automake::span_of(statement);
        check_within(span, source);
        if (span.begin != last) {
            fail("statements with a hole between them");
        }
        last = span.end;
    }
    if (last != source.begin + source.text.size()) {
        fail("statements that end before the file does");
    }
    check_findings(diagnostics);
}

void Fuzz::rule_language(unsigned long seed) {
    Mutation mutation(seed, rule_files);
    Diagnostics diagnostics(sources);
    rules::parse(add("more.rules", mutation.of(mutation.any())), diagnostics);
    check_findings(diagnostics);
}

// All that a conversion would write and print.
std::string Fuzz::converted(fs::path const& folder) {
    Diagnostics diagnostics(sources);
    SourceTree tree(folder, diagnostics);
    cli::Progress progress{cli::Console{}};
    std::optional<Source> const configure_ac = tree.read("configure.ac");
    if (!configure_ac) {
        fail("a configure.ac that is not there");
    }
    model::Project project = cli::read_project(tree, *configure_ac, rules, progress, diagnostics);
    passes::run_passes(project, diagnostics);
    std::string all;
    for (auto const& [path, text] : emitter::emit(project).files) {
        all += path + "\n" + text;
    }
    check_findings(diagnostics);
    for (Diagnostic const& found : diagnostics.all()) {
        all += render(found, sources);
    }
    return all;
}

void Fuzz::conversion(unsigned long seed) {
    Mutation mutation(seed, trees);
    fs::path const input = trees[mutation.below(trees.size())].path.parent_path();
    TemporaryFolder const folder;
    fs::copy(input, folder.path, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    for (std::string const name : {"configure.ac", "Makefile.am"}) {
        if (fs::is_regular_file(folder.path / name)) {
            put(folder.path / name, mutation.of(text_of(folder.path / name)));
        }
    }
    if (converted(folder.path) != converted(folder.path)) {
        fail("converting twice gives other bytes");
    }
}

void run(Fuzz& fuzz, unsigned long seed) {
    current_seed = seed;
    ::alarm(60);
    switch (seed % 16) {  // the slower ones less often
        case 0: fuzz.conversion(seed); break;
        case 1:
        case 2: fuzz.m4(seed); break;
        case 3:
        case 4: fuzz.rule_language(seed); break;
        default: seed % 2 == 0 ? fuzz.shell(seed) : fuzz.automake(seed); break;
    }
    ::alarm(0);
}

}  // namespace

#if defined(__SANITIZE_ADDRESS__)
extern "C" void __asan_on_error() {
    tell_seed();
}
#endif

int main(int argc, char** argv) {
    tell_seed_of_a_crash();
    double const seconds = argc > 1 ? std::strtod(argv[1], nullptr) : 10;
    unsigned long seed = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1;
    Fuzz fuzz;
    auto const begin = std::chrono::steady_clock::now();
    unsigned long const first = seed;
    do {
        run(fuzz, seed++);
    } while (std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < seconds);
    std::printf("%lu seeds from %lu on\n", seed - first, first);
    return 0;
}
