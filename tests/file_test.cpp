#include "base/file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/embedded.hpp"
#include "temporary_folder.hpp"

using namespace am2cmake;

TEST_CASE("a file is read byte for byte") {
    TemporaryFolder const folder;
    std::string text = std::string("a\0b\xFF\r\n", 6) + std::string(200000, 'x');
    put(folder.path / "f", text);
    CHECK(read_file(folder.path / "f").text == text);
}

TEST_CASE("what can't be read is told in the system's words, and nothing is waited for") {
    TemporaryFolder const folder;
    CHECK(read_file(folder.path / "none").error == "No such file or directory");
    CHECK(read_file(folder.path).error == "Is a directory");
    REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
    CHECK(read_file(folder.path / "pipe").error == "not a regular file");
    CHECK(read_file("/dev/zero").error == "not a regular file");
}

TEST_CASE("a file is created only where there is none") {
    TemporaryFolder const folder;
    CHECK(create_file(folder.path / "f", "one") == "");
    CHECK(create_file(folder.path / "f", "two") == "File exists");
    std::filesystem::create_symlink(folder.path / "elsewhere", folder.path / "link");
    CHECK(create_file(folder.path / "link", "two") == "File exists");
    CHECK(text_of(folder.path / "f") == "one");
    CHECK_FALSE(std::filesystem::exists(folder.path / "elsewhere"));
}

TEST_CASE("a full disk is told") {
    if (std::filesystem::exists("/dev/full")) {
        CHECK(overwrite_file("/dev/full", "text") == "No space left on device");
    }
}

TEST_CASE("embedded files come by folder, sorted, with the bytes of the tree") {
    std::filesystem::path const tree(AM2CMAKE_SOURCE_DIR);
    std::string before;
    for (EmbeddedFile const& file : embedded_files("rules")) {
        std::string const path(file.path);
        CAPTURE(path);
        CHECK(path.starts_with("rules/"));
        CHECK(before < path);
        bool const same = file.text == text_of(tree / path);
        CHECK(same);
        before = path;
    }
    for (EmbeddedFile const& file : embedded_files("modules")) {
        std::string const path(file.path);
        CAPTURE(path);
        bool const same = file.text == text_of(tree / "src/emitter" / path);
        CHECK(same);
    }
    CHECK(embedded_files("rule").empty());
    CHECK(embedded_files("").empty());
}
