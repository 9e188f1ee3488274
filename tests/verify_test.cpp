#include <doctest/doctest.h>

#include "temporary_folder.hpp"
#include "verify/builds.hpp"
#include "verify/compare.hpp"
#include "verify/install_tree.hpp"
#include "verify/process.hpp"

using namespace am2cmake::verify;

namespace {

using Sentences = std::vector<std::string>;

// The differences of one comparison, by its name.
Sentences differences(std::string const& what, Side const& autotools, Side const& cmake) {
    for (Comparison const& comparison : compare(autotools, cmake)) {
        if (comparison.what == what) {
            return comparison.differences;
        }
    }
    return {"there is no comparison of " + what};
}

Side small_side() {
    return {{"/usr/local/bin/foo", "/usr/local/lib/libfoo.so.1"},
            {{"/usr/local/lib/libfoo.so.1", {"libfoo.so.1", {"foo_close", "foo_open"}}}},
            {{"config.h", {{"HAVE_UNISTD_H", "1"}, {"inline", ""}}}}};
}

}  // namespace

TEST_CASE("the SONAME is the one in brackets") {
    CHECK(parse_soname("\nDynamic section at offset 0x2df8 contains 24 entries:\n"
                       "  Tag        Type                         Name/Value\n"
                       " 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]\n"
                       " 0x000000000000000e (SONAME)             Library soname: [libfoo-1[2].so.1]\n"
                       " 0x000000000000000c (INIT)               0x1000\n") == "libfoo-1[2].so.1");
    CHECK(parse_soname(" 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]\n").empty());
    CHECK(parse_soname("There is no dynamic section in this file.\n").empty());
    CHECK(parse_soname("").empty());
}

TEST_CASE("symbols are names with a type and a value") {
    CHECK(parse_symbols("foo_open T 0000000000001139 000000000000000b\n"
                        "foo_table@@FOO_1 R 0000000000002000 0000000000000010\n"
                        "FOO_1 A 0000000000000000 \n"
                        "nm: libfoo.so: no symbols\n") ==
          std::set<std::string>{"FOO_1", "foo_open", "foo_table@@FOO_1"});
    CHECK(parse_symbols("").empty());
}

TEST_CASE("macros are the #define lines") {
    CHECK(parse_macros("/* #define NOT_THIS 1 */\n"
                       "/* see\n   #define below; it\n */\n"
                       "#define HAVE_UNISTD_H 1 /* yes */\n"
                       "#define URL \"a\\\"/*b\"\n"
                       "#  define PACKAGE \"foo bar\"  \n"
                       "  # define inline\r\n"
                       "/* #undef HAVE_X */\n"
                       "#undef HAVE_Y\n"
                       "#define MAX(a, b) ((a) > (b))\n"
                       "#defined NOT_THAT\n"
                       "#define LAST 2\n"
                       "#define LAST 3") == Macros{{"HAVE_UNISTD_H", "1"},
                                                   {"LAST", "3"},
                                                   {"MAX", "(a, b) ((a) > (b))"},
                                                   {"PACKAGE", "\"foo bar\""},
                                                   {"URL", "\"a\\\"/*b\""},
                                                   {"inline", ""}});
}

TEST_CASE("config.status names the config headers, with what they are made from") {
    CHECK(parse_config_headers("config_files=\"Makefile\"\nconfig_headers=\"config.h src/a.h:src/a.hin:b\"\n"
                               "    config_headers=\"$config_headers x\"\nconfig_headers=\"later.h\"\n") ==
          Sentences{"config.h", "src/a.h"});
    CHECK(parse_config_headers("config_files=\"Makefile\"\n").empty());
}

TEST_CASE("equal sides have no differences") {
    for (Comparison const& comparison : compare(small_side(), small_side())) {
        CHECK_MESSAGE(comparison.differences.empty(), comparison.what);
    }
}

TEST_CASE("missing and extra files are told; a CMake package may be added, but not lost") {
    Side cmake = small_side();
    cmake.files = {"/usr/local/bin/bar", "/usr/local/lib/cmake/foo/foo-config.cmake", "/usr/local/lib/libfoo.so.1"};
    CHECK(differences("installed files", small_side(), cmake) ==
          Sentences{"/usr/local/bin/foo is missing on the CMake side", "/usr/local/bin/bar is only on the CMake side"});

    Side autotools = small_side();
    autotools.files.insert("/usr/local/lib/cmake/foo/foo-config.cmake");
    CHECK(differences("installed files", autotools, small_side()) ==
          Sentences{"/usr/local/lib/cmake/foo/foo-config.cmake is missing on the CMake side"});
}

TEST_CASE("two sides that install nothing are not the same") {
    CHECK(differences("installed files", {}, {}) ==
          Sentences{"the autotools side installs nothing, so there is nothing to compare with"});
}

TEST_CASE("another SONAME is told, also where there is none") {
    Side cmake = small_side();
    cmake.libraries["/usr/local/lib/libfoo.so.1"].soname = "libfoo.so.2";
    CHECK(differences("SONAMEs", small_side(), cmake) ==
          Sentences{"/usr/local/lib/libfoo.so.1 has the SONAME libfoo.so.1 on the autotools side, "
                    "the SONAME libfoo.so.2 on the CMake side"});
    cmake.libraries["/usr/local/lib/libfoo.so.1"].soname.clear();
    CHECK(differences("SONAMEs", small_side(), cmake) ==
          Sentences{"/usr/local/lib/libfoo.so.1 has the SONAME libfoo.so.1 on the autotools side, "
                    "no SONAME on the CMake side"});
}

TEST_CASE("lost and added symbols are told") {
    Side cmake = small_side();
    cmake.libraries["/usr/local/lib/libfoo.so.1"].symbols = {"foo_hidden", "foo_open"};
    CHECK(differences("exported symbols", small_side(), cmake) ==
          Sentences{"/usr/local/lib/libfoo.so.1 has lost the symbol foo_close",
                    "/usr/local/lib/libfoo.so.1 has the added symbol foo_hidden"});
}

TEST_CASE("other values of macros are told; empty is not undefined") {
    Side cmake = small_side();
    cmake.headers["config.h"] = {{"HAVE_UNISTD_H", "0"}, {"HAVE_X", ""}};
    CHECK(differences("config header macros", small_side(), cmake) ==
          Sentences{"config.h: HAVE_UNISTD_H is 1 on the autotools side, 0 on the CMake side",
                    "config.h: HAVE_X is not defined on the autotools side, defined as nothing on the CMake side",
                    "config.h: inline is defined as nothing on the autotools side, not defined on the CMake side"});
    cmake.headers.clear();
    CHECK(differences("config header macros", small_side(), cmake) ==
          Sentences{"config.h is not made on the CMake side"});
}

TEST_CASE("an installed tree is its files and links, without what libtool and install-info leave") {
    TemporaryFolder const stage;
    for (char const* file : {"bin/foo", "lib/libfoo.so.1", "lib/libfoo.la", "share/info/dir", "share/info/foo.info"}) {
        put(stage.path / "usr/local" / file, "");
    }
    std::filesystem::create_symlink("nowhere", stage.path / "usr/local/lib/libfoo.so");
    CHECK(installed_files(stage.path) == std::set<std::string>{"/usr/local/bin/foo", "/usr/local/lib/libfoo.so",
                                                               "/usr/local/lib/libfoo.so.1",
                                                               "/usr/local/share/info/foo.info"});
    CHECK(installed_files(stage.path / "missing").empty());
}

TEST_CASE("a copy of a tree keeps times and links, and leaves out the work folder in it") {
    namespace fs = std::filesystem;
    TemporaryFolder const folder;
    fs::path const tree = folder.path / "tree";
    put(tree / "src/configure", "text");
    put(tree / "build/verify/log", "");
    fs::create_directory_symlink("src", tree / "link");
    fs::last_write_time(tree / "src/configure", fs::file_time_type::clock::now() - std::chrono::hours(9));

    CHECK(copy_tree(tree, tree / "build/verify/copy", tree / "build/verify").empty());
    fs::path const copy = tree / "build/verify/copy";
    CHECK(text_of(copy / "src/configure") == "text");
    CHECK(fs::last_write_time(copy / "src/configure") == fs::last_write_time(tree / "src/configure"));
    CHECK(fs::read_symlink(copy / "link") == "src");
    CHECK(fs::is_directory(copy / "build"));
    CHECK_FALSE(fs::exists(copy / "build/verify"));
    CHECK(copy_tree(tree / "missing", copy / "other", tree / "build/verify").ends_with("No such file or directory"));
}

TEST_CASE("a command has a folder, an environment, a log and a time limit") {
    TemporaryFolder const folder;
    Command command{
        {"sh", "-c", "pwd; echo \"$GREETING\" >&2"}, folder.path / "in", folder.path / "log", {{"GREETING", "hello"}}};
    CHECK(run(command).empty());
    CHECK(text_of(command.log) == (folder.path / "in").string() + "\nhello\n");

    command.words = {"sh", "-c", "exit 3"};
    CHECK(run(command) == "exit status 3");
    command.words = {"true"};
    CHECK(run(command).empty());
    command.words = {"sh", "-c", "kill -9 $$"};
    CHECK(run(command) == "ended by signal 9");
    command.words = {"no-such-program-at-all"};
    CHECK(run(command) == "no such program");
    command.words = {"/no/such/program"};
    CHECK(run(command) == "No such file or directory");
    CHECK_FALSE(is_program("no-such-program-at-all"));
    command.words = {"sh", "-c", "sleep 60; echo late"};
    command.limit = std::chrono::seconds(0);
    CHECK(run(command) == "not done after 0 s");
}
