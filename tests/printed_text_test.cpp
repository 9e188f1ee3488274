#include "parser/printed_text.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "temporary_folder.hpp"

using namespace am2cmake;

namespace {

constexpr char const* list =
    "# comment\n"
    "VERSION=1.2.3\n"
    "EXPORTS\n"
    "  one_symbol\n"
    "  other.symbol\n"
    "\n"
    "AC_INIT([name], [4.5])\n"
    "EXPORTS\n";

std::optional<std::string> printed(std::filesystem::path const& folder, std::string const& command) {
    return printed_by(command, [&](std::string const& name) -> std::optional<std::string> {
        std::filesystem::path const path = folder / name;
        return std::filesystem::is_regular_file(path) ? std::optional(text_of(path)) : std::nullopt;
    });
}

std::string printed_by_shell(std::filesystem::path const& folder, std::string const& command) {
    put(folder / "script", "cd '" + folder.string() + "'\nLC_ALL=C; export LC_ALL\n" + command + "\n");
    std::FILE* const pipe = ::popen(("sh '" + (folder / "script").string() + "'").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        text += static_cast<char>(c);
    }
    ::pclose(pipe);
    return text;
}

}  // namespace

TEST_CASE("what pipelines print is what a shell makes them print") {
    TemporaryFolder folder;
    put(folder.path / "list", list);
    put(folder.path / "sub/more", "b\na\nb\n");
    for (std::string const command : {
             "cat list",
             "cat list sub/more",
             "cat < list",
             "cat list 2>/dev/null | head -1",
             "head -n 2 list",
             "head -n2 list | tail -n 1",
             "tail -1 list",
             "echo one  'two  three' \"four\"",
             "echo -n one",
             "printf 1.0",
             "printf '0x%02x%02x' 5 12",
             "printf %s-%d a 1",
             "grep VERSION list",
             "grep -v '^#' list",
             "grep -E '^(VERSION|AC)' list",
             "egrep 'o+t?' list",
             "grep 'o+' list",
             "grep -e '\\.s' list",
             "sed '$d' list | sed '$d'",
             "sed 1d list",
             "sed -n 's/^VERSION=//p' list",
             "sed -n '/^VERSION/s/.*=\\([0-9]*\\)\\.\\([0-9]*\\).*/\\2-\\1/p' list",
             "sed -ne 's/^AC_INIT(\\[\\([^]]*\\)\\], \\[\\(.*\\)\\])$/\\1 \\2/p' list",
             "sed -e 's/one/1/' -e 's/two/2/' list",
             "sed -E 's/([a-z]+)_([a-z]+)/\\2_\\1/' list",
             "sed 's/^ *//; /^$/d; s/&/and/g' list",
             "sed 's,/,|,;s/o/[&]/g' list",
             "sed '/EXPORTS/,/^$/!d' list",
             "sed -n '2,4p;5q' list",
             "sed '3q' list",
             "sed 's/x*/-/g' sub/more",
             "sed -n '$p' list",
             "sed -n '2,$p' list",
             "cat list | tr -d '\\n'",
             "cat list | tr a-z A-Z | tr -d ' ()'",
             "cat list | tr '\\n.' ' ,'",
             "sort -u sub/more",
             "sort sub/more | uniq",
             "sed \\\n -n 2p list",
         }) {
        CAPTURE(command);
        std::optional<std::string> const text = printed(folder.path, command);
        REQUIRE(text.has_value());
        CHECK(*text == printed_by_shell(folder.path, command));
    }
}

TEST_CASE("what only a shell or another program can tell is left to them") {
    TemporaryFolder folder;
    put(folder.path / "list", list);
    for (std::string const command : {"",
                                      "date",
                                      "cat missing",
                                      "cat list; date",
                                      "cat `date`",
                                      "cat $list",
                                      "echo \"$list\"",
                                      "cat *",
                                      "cat list > x",
                                      "sed -i s/a/b/ list",
                                      "sed 's/[[:alpha:]]//' list",
                                      "sed w list",
                                      "sed 's/a/b/w x' list",
                                      "sed 's/a/b' list",
                                      "grep -c a list",
                                      "grep a list list",
                                      "cat list |",
                                      "| cat",
                                      "tr -s a",
                                      "echo 'a",
                                      "head -n x list",
                                      "sed 's/\\(a/b/' list",
                                      "sort -k2 list",
                                      "cat list && date",
                                      "sed p;"}) {
        CAPTURE(command);
        CHECK_FALSE(printed(folder.path, command).has_value());
    }
    CHECK_FALSE(printed(folder.path, "echo " + std::string(2000, 'a')).has_value());
}
