#include "emitter/output_tree.hpp"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <set>

#include "base/source.hpp"
#include "temporary_folder.hpp"

namespace fs = std::filesystem;
using namespace am2cmake;
using namespace am2cmake::emitter;

namespace {

struct Result {
    Outcome outcome;
    std::vector<std::string> findings;  // "id: message"
    bool operator==(Result const&) const = default;
};

struct Run {
    SourceMap sources;
    Diagnostics diagnostics{sources};

    Result result(Outcome outcome) {
        std::vector<std::string> findings;
        for (Diagnostic const& found : diagnostics.all()) {
            findings.push_back(std::string(found.code.id) + ": " + found.message);
        }
        return {outcome, findings};
    }
};

Result write(OutputTree const& output, fs::path const& root, bool force = false) {
    Run run;
    OutputPlan const plan = plan_output(output, root, force, run.diagnostics);
    return run.result(write_output(plan, run.diagnostics));
}

Result const done{Outcome::done, {}};

// Every entry below a folder, with the text of files.
std::map<std::string, std::string> entries(fs::path const& folder) {
    std::map<std::string, std::string> all;
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder)) {
        bool const file = fs::is_regular_file(entry.symlink_status());
        all[entry.path().lexically_relative(folder).string()] = file ? text_of(entry.path()) : "";
    }
    return all;
}

OutputTree const three{
    {{"CMakeLists.txt", "top\n"}, {"cmake/config.h.in", "header\n"}, {"src/CMakeLists.txt", "src\n"}}};

}  // namespace

TEST_CASE("a tree is written with its folders, and nothing is left beside it") {
    TemporaryFolder const folder;
    fs::path const root = folder.path / "new" / "tree";
    CHECK(write(three, root) == done);
    auto const all = entries(root);
    CHECK(all.size() == 7);  // three files, the manifest, three folders
    CHECK(all.at("CMakeLists.txt") == "top\n");
    CHECK(all.at("cmake/config.h.in") == "header\n");
    CHECK(all.contains(".am2cmake/manifest.json"));
}

TEST_CASE("files are written with mode 0644 less the umask") {
    TemporaryFolder const folder;
    mode_t const before = ::umask(027);
    CHECK(write(three, folder.path) == done);
    ::umask(before);
    struct stat status {};
    REQUIRE(::stat((folder.path / "CMakeLists.txt").c_str(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("an unchanged file is not touched") {
    TemporaryFolder const folder;
    CHECK(write(three, folder.path) == done);
    struct stat before {};
    struct stat after {};
    REQUIRE(::stat((folder.path / "CMakeLists.txt").c_str(), &before) == 0);
    OutputTree changed = three;
    changed.files["src/CMakeLists.txt"] = "other\n";
    CHECK(write(changed, folder.path) == done);
    REQUIRE(::stat((folder.path / "CMakeLists.txt").c_str(), &after) == 0);
    CHECK(before.st_ino == after.st_ino);
    CHECK(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec);
    CHECK(text_of(folder.path / "src/CMakeLists.txt") == "other\n");
}

TEST_CASE("a second run changes nothing") {
    TemporaryFolder const folder;
    CHECK(write(three, folder.path) == done);
    auto const first = entries(folder.path);
    CHECK(write(three, folder.path) == done);
    CHECK(entries(folder.path) == first);
}

TEST_CASE("a plan says what would happen and writes nothing") {
    TemporaryFolder const folder;
    CHECK(write(three, folder.path) == done);
    auto const before = entries(folder.path);
    OutputTree const other{{{"CMakeLists.txt", "top\n"}, {"src/CMakeLists.txt", "new\n"}, {"z.cmake", "z\n"}}};
    Run run;
    OutputPlan const plan = plan_output(other, folder.path, false, run.diagnostics);
    std::map<std::string, Change> changes;
    for (PlannedFile const& file : plan.files) {
        changes[file.path] = file.change;
    }
    CHECK(changes == std::map<std::string, Change>{{"CMakeLists.txt", Change::none},
                                                   {"src/CMakeLists.txt", Change::replace},
                                                   {"z.cmake", Change::create},
                                                   {"cmake/config.h.in", Change::remove},
                                                   {".am2cmake/manifest.json", Change::replace}});
    CHECK(entries(folder.path) == before);
}

TEST_CASE("a file of an earlier run that is not written any more goes, unless it was edited") {
    TemporaryFolder const folder;
    CHECK(write(three, folder.path) == done);
    put(folder.path / "src/CMakeLists.txt", "edited\n");
    CHECK(write({{{"CMakeLists.txt", "top\n"}}}, folder.path) == done);
    CHECK_FALSE(fs::exists(folder.path / "cmake/config.h.in"));
    CHECK(text_of(folder.path / "src/CMakeLists.txt") == "edited\n");
}

TEST_CASE("a file of someone else's stops everything") {
    TemporaryFolder const folder;
    put(folder.path / "src/CMakeLists.txt", "mine\n");
    auto const before = entries(folder.path);
    CHECK(write(three, folder.path) ==
          Result{Outcome::refused,
                 {"foreign-file: src/CMakeLists.txt exists and was not written by am2cmake; --force overwrites it"}});
    CHECK(entries(folder.path) == before);
    CHECK(write(three, folder.path, true) == done);
    CHECK(text_of(folder.path / "src/CMakeLists.txt") == "src\n");
}

TEST_CASE("a generated file that was edited since is someone else's") {
    TemporaryFolder const folder;
    CHECK(write(three, folder.path) == done);
    put(folder.path / "CMakeLists.txt", "edited\n");
    OutputTree changed = three;
    changed.files["src/CMakeLists.txt"] = "other\n";
    CHECK(write(changed, folder.path) ==
          Result{Outcome::refused,
                 {"foreign-file: CMakeLists.txt was edited since am2cmake wrote it; --force overwrites it"}});
    CHECK(text_of(folder.path / "src/CMakeLists.txt") == "src\n");
}

TEST_CASE("a file with the very text that is to be written is taken over") {
    TemporaryFolder const folder;
    put(folder.path / "CMakeLists.txt", "top\n");
    CHECK(write(three, folder.path) == done);
    OutputTree changed = three;
    changed.files["CMakeLists.txt"] = "other\n";
    CHECK(write(changed, folder.path) == done);
}

TEST_CASE("a manifest that is none belongs to someone else") {
    TemporaryFolder const folder;
    put(folder.path / ".am2cmake/manifest.json", "[1]");
    CHECK(write(three, folder.path).outcome == Outcome::refused);
    CHECK(text_of(folder.path / ".am2cmake/manifest.json") == "[1]");
    CHECK(write(three, folder.path, true) == done);
}

TEST_CASE("a manifest can't make am2cmake touch files outside of the tree") {
    TemporaryFolder const folder;
    put(folder.path / "outside", "text\n");
    CHECK(write({{{"a", "text\n"}}}, folder.path / "tree") == done);
    std::string manifest = text_of(folder.path / "tree/.am2cmake/manifest.json");
    manifest.replace(manifest.find("\"a\""), 3, "\"../outside\"");
    put(folder.path / "tree/.am2cmake/manifest.json", manifest);
    write({{{"a", "text\n"}}}, folder.path / "tree", true);
    CHECK(text_of(folder.path / "outside") == "text\n");
}

TEST_CASE("paths that lead out of the tree are refused, forced or not") {
    TemporaryFolder const folder;
    fs::path const root = folder.path / "tree";
    fs::create_directories(root / "inner");
    fs::create_directories(folder.path / "outside");
    put(folder.path / "target", "outside\n");
    fs::create_directory_symlink("../outside", root / "folder-link");
    fs::create_symlink("../target", root / "file-link");
    fs::create_symlink("../nowhere", root / "dangling");
    fs::create_directory_symlink("../nowhere", root / "dangling-folder");
    auto const before = entries(folder.path);
    for (std::string const path : {"../x", "inner/../../x", "/etc/x", "", "a/", "folder-link/x", "folder-link/a/x",
                                   "file-link", "dangling", "dangling-folder/x", "inner/../folder-link/x"}) {
        CAPTURE(path);
        for (bool const force : {false, true}) {
            CHECK(write({{{"a.cmake", "a\n"}, {path, "x\n"}}}, root, force) ==
                  Result{Outcome::refused, {"outside-tree: " + path + " leads out of the tree; it is not written"}});
        }
    }
    CHECK(entries(folder.path) == before);
}

TEST_CASE("a link within the tree is followed in folders, and a linked file is someone else's") {
    TemporaryFolder const folder;
    put(folder.path / "real/file", "text\n");
    fs::create_directory_symlink("real", folder.path / "link");
    fs::create_symlink("real/file", folder.path / "file-link");
    CHECK(write({{{"link/new", "new\n"}}}, folder.path) == done);
    CHECK(text_of(folder.path / "real/new") == "new\n");
    CHECK(write({{{"file-link", "new\n"}}}, folder.path).outcome == Outcome::refused);
    CHECK(write({{{"file-link", "new\n"}}}, folder.path, true) == done);
    CHECK(text_of(folder.path / "real/file") == "text\n");
    CHECK(text_of(folder.path / "file-link") == "new\n");
}

TEST_CASE("the tree itself may be named through a link, with a slash or dots") {
    TemporaryFolder const folder;
    fs::create_directories(folder.path / "tree/sub");
    fs::create_directory_symlink("tree", folder.path / "link");
    CHECK(write(three, folder.path / "link") == done);
    CHECK(write(three, folder.path / "tree/") == done);
    CHECK(write(three, folder.path / "tree/sub/..") == done);
    CHECK(text_of(folder.path / "tree/CMakeLists.txt") == "top\n");
}

TEST_CASE("a folder or a file in the way is a failure, and nothing is written") {
    TemporaryFolder const folder;
    put(folder.path / "one/CMakeLists.txt/x", "x");
    CHECK(write(three, folder.path / "one") ==
          Result{Outcome::failed, {"unwritable-file: CMakeLists.txt can't be written: it is a folder"}});
    put(folder.path / "two/src", "x");
    CHECK(write(three, folder.path / "two").outcome == Outcome::failed);
    CHECK(entries(folder.path / "two") == std::map<std::string, std::string>{{"src", "x"}});
    put(folder.path / "three", "x");
    CHECK(write(three, folder.path / "three").outcome == Outcome::failed);
    CHECK(text_of(folder.path / "three") == "x");
}

TEST_CASE("a rename that fails in the middle takes back those before it") {
    TemporaryFolder const folder;
    CHECK(write(three, folder.path) == done);
    OutputTree const changed{{{"CMakeLists.txt", "new top\n"},
                              {"cmake/config.h.in", "new header\n"},
                              {"new/a.cmake", "a\n"},
                              {"z/blocked", "z\n"}}};
    Run run;
    OutputPlan const plan = plan_output(changed, folder.path, false, run.diagnostics);
    put(folder.path / "z/blocked/x", "came in between");
    auto const before = entries(folder.path);
    CHECK(write_output(plan, run.diagnostics) == Outcome::failed);
    CHECK(run.diagnostics.all().size() == 1);
    CHECK(entries(folder.path) == before);
}

TEST_CASE("a limit on file sizes leaves the tree as it was") {
    TemporaryFolder const folder;
    CHECK(write(three, folder.path) == done);
    auto const before = entries(folder.path);
    OutputTree changed = three;
    changed.files["CMakeLists.txt"] = "new top\n";
    changed.files["src/big"] = std::string(100'000, 'x');
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    rlimit const small{50'000, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    Result const result = write(changed, folder.path);
    ::setrlimit(RLIMIT_FSIZE, &old);
    CHECK(result == Result{Outcome::failed, {"unwritable-file: src/big can't be written: File too large"}});
    CHECK(entries(folder.path) == before);
}

TEST_CASE("a full disk leaves the tree as it was") {
    TemporaryFolder const folder;
    if (::mount("none", folder.path.c_str(), "tmpfs", 0, "size=64k") != 0) {
        MESSAGE("skipped: it takes the right to mount a small disk");
        return;
    }
    CHECK(write(three, folder.path) == done);
    auto const before = entries(folder.path);
    OutputTree changed = three;
    changed.files["CMakeLists.txt"] = "new top\n";
    changed.files["src/new/big"] = std::string(100'000, 'x');
    Result const result = write(changed, folder.path);
    auto const after = entries(folder.path);
    ::umount(folder.path.c_str());
    CHECK(result ==
          Result{Outcome::failed, {"unwritable-file: src/new/big can't be written: No space left on device"}});
    CHECK(after == before);
}

TEST_CASE("a read-only folder leaves the tree as it was") {
    TemporaryFolder const folder;
    bool const mounted = ::mount("none", folder.path.c_str(), "tmpfs", MS_RDONLY, "size=64k") == 0;
    if (!mounted) {
        fs::permissions(folder.path, fs::perms::owner_read | fs::perms::owner_exec);
    }
    Result const result = write(three, folder.path);
    bool const empty = fs::is_empty(folder.path);
    if (mounted) {
        ::umount(folder.path.c_str());
    }
    fs::permissions(folder.path, fs::perms::owner_all);
    CHECK(result.outcome == Outcome::failed);
    CHECK(empty);
}
