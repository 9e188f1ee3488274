// Input that can't be read, must not be read, or stands in the way of what is written. Cases that a folder can hold are
// under testdata/error and testdata/cli.

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include "program_run.hpp"

namespace fs = std::filesystem;

namespace {

std::string const minimal_configure_ac =
    "AC_INIT([example], [1.0])\nAM_INIT_AUTOMAKE([foreign])\nAC_PROG_CC\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n";
std::string const minimal_makefile_am = "bin_PROGRAMS = example\n";

// A folder with a tree in it, so that the tree has an outside.
struct Project {
    TemporaryFolder folder;
    fs::path tree = folder.path / "tree";

    Project() {
        put(tree / "configure.ac", minimal_configure_ac);
        put(tree / "Makefile.am", minimal_makefile_am);
        put(tree / "example.c", "int main(void) { return 0; }\n");
    }
};

// The files of a folder without those of another one.
std::vector<std::string> new_files(std::map<std::string, std::string> const& before,
                                   std::map<std::string, std::string> const& after) {
    std::vector<std::string> names;
    for (auto const& [path, text] : after) {
        if (!before.contains(path)) {
            names.push_back(path);
        }
    }
    return names;
}

bool contains(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE_BEGIN("input");

TEST_CASE("a folder without configure.ac is exit code 3 and one sentence") {
    TemporaryFolder const folder;
    for (std::vector<std::string> const& arguments : {std::vector<std::string>{}, {"-q"}, {"--dry-run"}}) {
        ProgramRun const run = convert(folder.path, arguments);
        CHECK(run.status == 3);
        CHECK(run.err == "am2cmake: " + folder.path.string() + " has no configure.ac: nothing to convert\n");
        CHECK(run.out.empty());
    }
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("a folder that does not exist or is a file is exit code 5 and one sentence") {
    TemporaryFolder const folder;
    put(folder.path / "file", "");
    std::string const missing = (folder.path / "missing").string();
    std::string const file = (folder.path / "file").string();
    ProgramRun const first = convert(missing);
    CHECK(first.status == 5);
    CHECK(first.err == "am2cmake: " + missing + " can't be read: No such file or directory\n");
    ProgramRun const second = convert(file);
    CHECK(second.status == 5);
    CHECK(second.err == "am2cmake: " + file + " can't be read: Not a directory\n");
    CHECK(files_below(folder.path).size() == 1);
}

TEST_CASE("a configure.ac that can't be read is exit code 5, and its finding is told when quiet too") {
    Project const project;
    fs::remove(project.tree / "configure.ac");
    SUBCASE("a folder") {
        fs::create_directory(project.tree / "configure.ac");
        CHECK(contains(convert(project.tree).err,
                       "configure.ac:1:1: warning: can't be read: Is a directory [unreadable-file]\n"));
    }
    SUBCASE("a link to nothing, beside a configure.in from long ago") {
        fs::create_symlink("nowhere", project.tree / "configure.ac");
        put(project.tree / "configure.in", minimal_configure_ac);
        CHECK(contains(convert(project.tree).err,
                       "configure.ac:1:1: warning: can't be read: No such file or directory [unreadable-file]\n"));
    }
    SUBCASE("a link out of the tree") {
        put(project.folder.path / "configure.ac", minimal_configure_ac);
        fs::create_symlink("../configure.ac", project.tree / "configure.ac");
        CHECK(contains(convert(project.tree).err, "it is a link that leads out of the tree [unreadable-file]\n"));
    }
    SUBCASE("a pipe that nobody writes to") {
        ::mkfifo((project.tree / "configure.ac").c_str(), 0600);
        CHECK(contains(convert(project.tree).err, "can't be read: not a regular file [unreadable-file]\n"));
    }
    SUBCASE("larger than any configure.ac") {
        put(project.tree / "configure.ac", "");
        fs::resize_file(project.tree / "configure.ac", std::uintmax_t{1} << 24U);
        CHECK(contains(convert(project.tree).err, "can't be read: larger than "));
    }
    auto const before = files_below(project.tree.parent_path());
    for (std::vector<std::string> const& arguments : {std::vector<std::string>{}, {"-q"}}) {
        ProgramRun const run = convert(project.tree, arguments);
        CHECK(run.status == 5);
        CHECK(contains(run.err, "am2cmake: " + project.tree.string() + ": configure.ac can't be read\n"));
    }
    CHECK(files_below(project.tree.parent_path()).size() == before.size());
}

TEST_CASE("an unreadable Makefile.am, m4 file or include is a finding, and the rest is converted") {
    Project const project;
    put(project.tree / "configure.ac",
        "AC_INIT([example], [1.0])\nAM_INIT_AUTOMAKE([foreign])\n"
        "AC_CONFIG_MACRO_DIR([m4])\nAC_PROG_CC\nm4_include([more.m4])\n"
        "AC_CONFIG_FILES([Makefile sub/Makefile])\nAC_OUTPUT\n");
    put(project.tree / "Makefile.am", "SUBDIRS = sub\ninclude missing.am\ninclude folder.am\nbin_PROGRAMS = example\n");
    fs::create_directories(project.tree / "sub/Makefile.am");
    fs::create_directories(project.tree / "folder.am");
    fs::create_directories(project.tree / "m4");
    fs::create_symlink("nowhere", project.tree / "missing.am");
    fs::create_symlink("nowhere", project.tree / "more.m4");
    ProgramRun const run = convert(project.tree);
    CHECK(run.status == 1);
    for (std::string const line :
         {"sub/Makefile.am:1:1: warning: can't be read: Is a directory [unreadable-file]\n",
          "folder.am:1:1: warning: can't be read: Is a directory [unreadable-file]\n",
          "missing.am:1:1: warning: can't be read: No such file or directory [unreadable-file]\n",
          "more.m4:1:1: warning: can't be read: No such file or directory [unreadable-file]\n"}) {
        CHECK(contains(run.err, line));
    }
    CHECK(contains(text_of(project.tree / "CMakeLists.txt"), "add_executable(example example.c)"));
}

TEST_CASE("nothing is read through a link that leads out of the tree") {
    Project const project;
    fs::path const outside = project.folder.path / "outside";
    std::string const secret = "bin_PROGRAMS = secret_marker\n";
    put(outside / "Makefile.am", secret);
    put(outside / "more.am", secret);
    put(outside / "m4/more.m4", "AC_DEFUN([SECRET_MACRO], [secret_marker])\n");
    put(outside / "more.m4", "secret_marker\n");
    put(outside / "secret_marker.c", "");
    put(outside / "made.in", "@secret_marker@ @PACKAGE_NAME@\n");
    put(project.tree / "configure.ac",
        "AC_INIT([example], [1.0])\nAM_INIT_AUTOMAKE([foreign])\nAC_CONFIG_MACRO_DIR([m4])\nAC_PROG_CC\n"
        "SECRET_MACRO\nm4_include([more.m4])\nm4_include([../outside/more.m4])\n"
        "AC_CONFIG_FILES([Makefile sub/Makefile made])\nAC_OUTPUT\n");
    put(project.tree / "Makefile.am",
        "SUBDIRS = sub ../outside\ninclude more.am\ninclude ../outside/more.am\n"
        "include deep/more.am\nbin_PROGRAMS = example\n"
        "example_SOURCES = example.c $(wildcard deep/*.c)\n");
    fs::create_directory_symlink("../outside", project.tree / "sub");
    fs::create_directory_symlink("../outside", project.tree / "deep");
    fs::create_directory_symlink("../outside/m4", project.tree / "m4");
    fs::create_symlink(outside / "more.am", project.tree / "more.am");
    fs::create_symlink("../outside/more.m4", project.tree / "more.m4");
    fs::create_symlink("../outside/made.in", project.tree / "made.in");
    auto const before = files_below(outside);
    ProgramRun const run = convert(project.tree);
    CHECK(run.status == 1);
    for (std::string const path : {"sub/Makefile.am", "more.am", "deep/more.am", "more.m4", "made.in"}) {
        CHECK(contains(run.err, path + ":1:1: warning: can't be read: it is a link that leads out of the tree "));
    }
    CHECK_FALSE(contains(run.err + run.out, "secret_marker"));
    for (auto const& [path, text] : files_below(project.tree)) {
        CAPTURE(path);
        CHECK_FALSE(contains(text, "secret_marker"));
    }
    CHECK(files_below(outside) == before);
}

TEST_CASE("a link within the tree is read") {
    Project const project;
    fs::rename(project.tree / "Makefile.am", project.tree / "real.am");
    fs::create_symlink("real.am", project.tree / "Makefile.am");
    fs::create_directory_symlink("tree", project.folder.path / "link");
    ProgramRun const run = convert(project.folder.path / "link");
    CHECK(run.status == 0);
    CHECK(contains(text_of(project.tree / "CMakeLists.txt"), "add_executable(example example.c)"));
}

TEST_SUITE_END();
TEST_SUITE_BEGIN("output");

TEST_CASE("nothing is written through a link that leads out of the tree, and then nothing at all") {
    Project const project;
    fs::path const outside = project.folder.path / "outside";
    put(outside / "file", "untouched\n");
    SUBCASE("a file") {
        fs::create_symlink("../outside/file", project.tree / "CMakeLists.txt");
    }
    SUBCASE("a file that is not there yet") {
        fs::create_symlink("../outside/new", project.tree / "CMakeLists.txt");
    }
    SUBCASE("a folder") {
        fs::create_directory_symlink("../outside", project.tree / "cmake");
    }
    SUBCASE("a folder that is not there yet") {
        fs::create_directory_symlink("../outside/new", project.tree / "cmake");
    }
    SUBCASE("the folder of the manifest") {
        fs::create_directory_symlink("../outside", project.tree / ".am2cmake");
    }
    auto const before = files_below(project.folder.path);
    for (std::vector<std::string> const& arguments : {std::vector<std::string>{}, {"--force"}}) {
        ProgramRun const run = convert(project.tree, arguments);
        CHECK(run.status == 2);
        CHECK(contains(run.err, " leads out of the tree; it is not written [outside-tree]\n"));
        CHECK(files_below(project.folder.path) == before);
    }
}

TEST_CASE("a foreign file in a subdirectory is named and untouched, and nothing else is written") {
    Project const project;
    put(project.tree / "configure.ac",
        "AC_INIT([example], [1.0])\nAM_INIT_AUTOMAKE([foreign])\nAC_PROG_CC\n"
        "AC_CONFIG_FILES([Makefile sub/Makefile])\nAC_OUTPUT\n");
    put(project.tree / "Makefile.am", "SUBDIRS = sub\n");
    put(project.tree / "sub/Makefile.am", minimal_makefile_am);
    put(project.tree / "sub/example.c", "int main(void) { return 0; }\n");
    put(project.tree / "sub/CMakeLists.txt", "# by hand\n");
    auto const before = files_below(project.folder.path);
    ProgramRun const refused = convert(project.tree);
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, "sub/CMakeLists.txt exists and was not written by am2cmake; --force overwrites it "));
    CHECK(files_below(project.folder.path) == before);
    CHECK(convert(project.tree, {"--force"}).status == 0);
    CHECK(contains(text_of(project.tree / "sub/CMakeLists.txt"), "add_executable(example example.c)"));
}

TEST_CASE("a generated file that was edited since is named and untouched, and nothing else is written") {
    Project const project;
    CHECK(convert(project.tree).status == 0);
    put(project.tree / "CMakeLists.txt", text_of(project.tree / "CMakeLists.txt") + "# mine\n");
    put(project.tree / "Makefile.am", "bin_PROGRAMS = example\ndata_DATA = example.c\nnoinst_PROGRAMS = other\n");
    put(project.tree / "other.c", "int main(void) { return 0; }\n");
    auto const before = files_below(project.folder.path);
    ProgramRun const refused = convert(project.tree);
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, "CMakeLists.txt was edited since am2cmake wrote it; --force overwrites it "));
    CHECK(files_below(project.folder.path) == before);
    CHECK(convert(project.tree, {"--force"}).status == 0);
    CHECK_FALSE(contains(text_of(project.tree / "CMakeLists.txt"), "# mine"));
}

TEST_CASE("a folder that can't be written is exit code 5, and the tree stays as it was") {
    Project const project;
    fs::path const output = project.folder.path / "output";
    fs::create_directory(output);
    char const* options = nullptr;
    unsigned long flags = 0;
    SUBCASE("a full disk") {
        options = "size=16k";
    }
    SUBCASE("a read-only disk") {
        flags = MS_RDONLY;
    }
    if (::mount("none", output.c_str(), "tmpfs", flags, options) != 0) {
        MESSAGE("skipped: it takes the right to mount a small disk");
        return;
    }
    ProgramRun const run = convert(project.tree, {"--output", output.string()});
    bool const empty = fs::is_empty(output);
    ::umount(output.c_str());
    CHECK(run.status == 5);
    CHECK(contains(run.err, " can't be written: "));
    CHECK(contains(run.err, " [unwritable-file]\n"));
    CHECK(empty);
}

TEST_CASE("a report or an output that can't be written is exit code 5") {
    Project const project;
    ProgramRun const run = convert(project.tree, {"--dry-run", "--report", "json=/dev/full"});
    CHECK(run.status == 5);
    CHECK(contains(run.err, "am2cmake: the report /dev/full can't be written: No space left on device\n"));
}

TEST_SUITE_END();
TEST_SUITE_BEGIN("nothing runs");

// Programs that a build would run, each of which would leave a file behind.
void set_traps(fs::path const& tree, fs::path const& sprung) {
    std::string const trap = "#!/bin/sh\necho sprung >'" + sprung.string() + "'\n";
    for (std::string const name : {"configure", "autogen.sh", "bootstrap", "version.sh", "bin/make", "bin/autoconf",
                                   "bin/autoheader", "bin/automake", "bin/aclocal", "bin/m4", "bin/sh", "bin/git",
                                   "bin/pkg-config", "bin/cc", "bin/gcc", "config.guess", "config.sub"}) {
        put(tree / name, trap);
        fs::permissions(tree / name, fs::perms::owner_all);
    }
}

std::string const asks_for_programs =
    "AC_INIT([example], m4_esyscmd([./version.sh]))\nm4_syscmd([./version.sh])\nAM_INIT_AUTOMAKE([foreign])\n"
    "AC_CANONICAL_HOST\nAC_PROG_CC\nAC_CONFIG_HEADERS([config.h])\nversion=`./version.sh`\n"
    "AC_SUBST([NOW], [$(date)])\nm4_esyscmd_s([git describe])\nAC_CHECK_HEADERS([stdlib.h])\n"
    "AC_CONFIG_COMMANDS([x], [./version.sh])\nPKG_CHECK_MODULES([FOO], "
    "[foo])\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n";

TEST_CASE("no program runs, whatever the input asks for") {
    Project const project;
    fs::path const sprung = project.folder.path / "sprung";
    put(project.tree / "configure.ac", asks_for_programs);
    put(project.tree / "Makefile.am",
        "X != ./version.sh\nY := $(shell ./version.sh)\nbin_PROGRAMS = example\n"
        "example_SOURCES = example.c $(Y)\nmade.h: ; ./version.sh >$@\n");
    set_traps(project.tree, sprung);
    fs::path const trace = project.folder.path / "trace";
    std::string const path = "PATH=" + (project.tree / "bin").string();
    SUBCASE("with a PATH full of traps") {
        ProgramRun const run = run_program({"/usr/bin/env", "-i", path, AM2CMAKE_PROGRAM, project.tree.string()});
        CHECK(run.status == 1);
    }
    SUBCASE("as the kernel sees it") {
        if (!fs::exists("/usr/bin/strace")) {
            MESSAGE("skipped: there is no strace");
            return;
        }
        ProgramRun const run = run_program(
            {"/usr/bin/strace", "-f", "-qq", "-e", "trace=execve,fork,vfork,clone,clone3", "-o", trace.string(),
             "/usr/bin/env", "-i", path, "ASAN_OPTIONS=detect_leaks=0", AM2CMAKE_PROGRAM, project.tree.string()});
        if (run.status != 1 && contains(run.err, "ptrace")) {
            MESSAGE("skipped: strace may not trace here");
            return;
        }
        CHECK(run.status == 1);
        std::string const calls = text_of(trace);
        std::size_t count = 0;
        for (std::size_t at = calls.find("execve("); at != std::string::npos; at = calls.find("execve(", at + 1)) {
            ++count;
        }
        CHECK(count == 2);  // env and am2cmake itself
        CHECK_FALSE(contains(calls, "fork("));
        CHECK_FALSE(contains(calls, "clone"));
    }
    CHECK_FALSE(fs::exists(sprung));
}

TEST_CASE("no byte depends on what the autotools generated") {
    Project const clean;
    put(clean.tree / "configure.ac", asks_for_programs);
    ProgramRun const wanted = convert(clean.tree);
    auto const files = files_below(clean.tree);

    Project const project;
    put(project.tree / "configure.ac", asks_for_programs);
    auto const before = files_below(project.tree);
    std::string const marker = "secret_marker";
    put(project.tree / "configure", "#!/bin/sh\n# Generated by GNU Autoconf 2.71 for example 1.0.\n" + marker + "\n");
    put(project.tree / "Makefile.in",
        "# Makefile.in generated by automake 1.16.5 from Makefile.am.\n" + marker + "=1\n");
    put(project.tree / "config.h.in",
        "/* config.h.in.  Generated from configure.ac by autoheader.  */\n#undef " + marker);
    put(project.tree / "config.status", marker);
    put(project.tree / "config.log", marker);
    put(project.tree / "config.cache", marker);
    put(project.tree / "Makefile", "include " + marker);
    put(project.tree / "autom4te.cache/output.0", marker);
    put(project.tree / "stamp-h1", marker);
    put(project.tree / "libtool", marker);
    put(project.tree / ".deps/example.Po", marker);
    auto const traps = files_below(project.tree);
    ProgramRun const run = convert(project.tree);
    CHECK(run.status == wanted.status);
    CHECK(run.err == wanted.err);
    CHECK(run.out == wanted.out);
    for (std::string const& path : new_files(traps, files_below(project.tree))) {
        CAPTURE(path);
        REQUIRE(files.contains(path));
        CHECK(text_of(project.tree / path) == files.at(path));
    }
    CHECK(new_files(before, files) == new_files(traps, files_below(project.tree)));
}

TEST_SUITE_END();
