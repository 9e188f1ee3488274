// golden_tests [--accept] CASE: runs am2cmake itself over a case folder of testdata.
//
// testdata/AREA/NAME/            input/ is converted. expected/ holds what is written, and
//   expected/diagnostics         what is printed and the exit status,
//   expected/files               the names of all written files. The embedded modules and the manifest, which all
//                                cases would repeat, are only named there.
//   arguments                    more arguments of convert, one a line; may be missing
// testdata/parse/AREA/NAME/      input is dumped: the dump, then the findings, are `expected`
//
// Whatever the case is about, converting twice gives the same bytes, a run over the result changes nothing, no file of
// the autotools is touched, and CMake accepts the syntax of each file.

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;  // text by path

struct Printed {
    std::string out;
    std::string err;
    int status = 0;  // negative: killed by a signal
    bool operator==(Printed const&) const = default;
};

struct Conversion {
    Printed printed;
    Files files;  // all of the tree
};

bool failed = false;

void fail(std::string const& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    failed = true;
}

std::string quoted(std::string const& text) {
    std::string result = "'";
    for (char const character : text) {
        result += character == '\'' ? std::string("'\\''") : std::string(1, character);
    }
    return result + "'";
}

Printed run(std::vector<std::string> const& command, fs::path const& folder, fs::path const& scratch) {
    std::string line = "cd " + quoted(folder.string()) + " && LC_ALL=C exec";
    for (std::string const& word : command) {
        line += " " + quoted(word);
    }
    line += " </dev/null >" + quoted((scratch / "out").string()) + " 2>" + quoted((scratch / "err").string());
    int const status = std::system(line.c_str());
    return {text_of(scratch / "out"), text_of(scratch / "err"), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

Files files_of(fs::path const& folder) {
    Files files;
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder)) {
        std::string const path = entry.path().lexically_relative(folder).string();
        if (entry.is_symlink()) {
            files[path] = "-> " + fs::read_symlink(entry.path()).string();
        } else if (entry.is_regular_file()) {
            files[path] = text_of(entry.path());
        }
    }
    return files;
}

std::vector<std::string> lines_of(fs::path const& path) {
    std::vector<std::string> lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

Conversion convert(fs::path const& folder, fs::path const& tree, fs::path const& scratch) {
    std::vector<std::string> command{AM2CMAKE_PROGRAM, "convert"};
    for (std::string const& argument : lines_of(folder / "arguments")) {
        command.push_back(argument);
    }
    Printed printed = run(command, tree, scratch);
    return {std::move(printed), files_of(tree)};
}

bool is_cmake_side(fs::path const& path) {
    return path.filename() == "CMakeLists.txt" || path.extension() == ".cmake" || path.extension() == ".json" ||
           *path.begin() == "cmake" || *path.begin() == ".am2cmake";
}

bool is_module_copy(fs::path const& path, std::string const& text) {
    fs::path const module = fs::path(MODULES_FOLDER) / path.filename();
    return path.parent_path().filename() == "cmake" && fs::is_regular_file(module) && text_of(module) == text;
}

// Each file's text becomes the body of a function that nobody calls.
void check_syntax(Files const& written, fs::path const& scratch) {
    for (auto const& [path, text] : written) {
        if (fs::path(path).filename() != "CMakeLists.txt" && fs::path(path).extension() != ".cmake") {
            continue;
        }
        put(scratch / "syntax.cmake", "function(never_called)\n" + text + "\nendfunction()\n");
        Printed const printed = run({CMAKE_PROGRAM, "-P", "syntax.cmake"}, scratch, scratch);
        if (printed.status != 0 || !printed.err.empty()) {
            fail("CMake does not accept " + path + ":\n" + printed.err);
        }
    }
}

void check_same(Conversion const& first, Conversion const& second, std::string const& what) {
    if (first.printed != second.printed) {
        fail(what + " prints something else:\n" + second.printed.err + second.printed.out);
    }
    Files all = first.files;
    all.insert(second.files.begin(), second.files.end());
    for (auto const& [path, text] : all) {
        if (!first.files.contains(path) || !second.files.contains(path) ||
            first.files.at(path) != second.files.at(path)) {
            fail(what + " writes another " + path);
        }
    }
}

Files written_files(Files const& input, Files const& output) {
    Files written;
    for (auto const& [path, text] : output) {
        if (!input.contains(path) || input.at(path) != text) {
            written[path] = text;
        }
    }
    for (auto const& [path, text] : input) {
        if (!is_cmake_side(path) && (!output.contains(path) || output.at(path) != text)) {
            fail(path + " of the input was changed");
        }
    }
    return written;
}

// What expected/ should be, into a folder.
void put_expected(Files const& written, Printed const& printed, fs::path const& folder) {
    std::string names;
    for (auto const& [path, text] : written) {
        names += path + "\n";
        if (!is_module_copy(path, text) && !path.ends_with(".am2cmake/manifest.json")) {
            put(folder / path, text);
        }
    }
    put(folder / "files", names);
    put(folder / "diagnostics", printed.err + printed.out + "exit status " + std::to_string(printed.status) + "\n");
}

void run_conversion(fs::path const& folder, fs::path const& scratch) {
    fs::path const tree = scratch / "tree";
    fs::path const twin = scratch / "another place" / "twin";
    fs::create_directories(twin.parent_path());
    for (fs::path const& copy : {tree, twin}) {
        fs::copy(folder / "input", copy, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    }
    Conversion const first = convert(folder, tree, scratch);
    if (first.printed.status < 0) {
        fail("am2cmake crashed:\n" + first.printed.err);
        return;
    }
    check_same(first, convert(folder, twin, scratch), "a run in another place");
    check_same(first, convert(folder, tree, scratch), "a run over the result");
    Files const written = written_files(files_of(folder / "input"), first.files);
    check_syntax(written, scratch);
    put_expected(written, first.printed, scratch / "actual");
}

void run_dump(fs::path const& folder, fs::path const& scratch) {
    std::string const area = folder.parent_path().filename().string();
    Printed const printed = run({AM2CMAKE_PROGRAM, "dump", area, "input"}, folder, scratch);
    if (printed.status < 0 || printed != run({AM2CMAKE_PROGRAM, "dump", area, "input"}, folder, scratch)) {
        fail("am2cmake crashed, or prints something else each time:\n" + printed.err);
    }
    put(scratch / "actual", printed.out + printed.err);
}

}  // namespace

int main(int argc, char** argv) {
    bool const accept = argc == 3 && std::string(argv[1]) == "--accept";
    if (argc != 2 && !accept) {
        std::fprintf(stderr, "usage: golden_tests [--accept] CASE\n");
        return 2;
    }
    fs::path const folder = fs::absolute(argv[argc - 1]);
    TemporaryFolder const scratch;
    if (fs::is_directory(folder / "input")) {
        run_conversion(folder, scratch.path);
    } else {
        run_dump(folder, scratch.path);
    }
    if (accept && !failed) {
        fs::remove_all(folder / "expected");
        fs::copy(scratch.path / "actual", folder / "expected", fs::copy_options::recursive);
    }
    if (fs::exists(scratch.path / "actual")) {
        Printed const difference =
            run({"diff", "-ruN", (folder / "expected").string(), "actual"}, scratch.path, scratch.path);
        if (difference.status != 0) {
            fail(difference.out + difference.err + "scripts/accept takes this over once it is right");
        }
    }
    return failed ? 1 : 0;
}
