#pragma once
// am2cmake itself, run over a tree: what it prints, its exit status, and all that lies in a folder before and after.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

struct ProgramRun {
    int status = 0;  // negative: the signal that ended it
    std::string out;
    std::string err;
};

// A sanitizer or a build without optimisation takes that much longer than a release build.
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
constexpr rlim_t slowness = 1;
#else
constexpr rlim_t slowness = 20;
#endif

// Text by path of all files below a folder; what a link says, for a link.
inline std::map<std::string, std::string> files_below(std::filesystem::path const& folder) {
    std::map<std::string, std::string> files;
    for (std::filesystem::directory_entry const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::string const path = entry.path().lexically_relative(folder).string();
        if (entry.is_symlink()) {
            files[path] = "-> " + std::filesystem::read_symlink(entry.path()).string();
        } else if (entry.is_regular_file()) {
            files[path] = text_of(entry.path());
        } else if (!entry.is_directory()) {
            files[path] = "special";
        }
    }
    return files;
}

namespace program_run_detail {

[[noreturn]] inline void become(std::vector<std::string> const& command, std::filesystem::path const& scratch,
                                rlim_t seconds) {
    rlimit const limit{seconds, seconds};
    ::setrlimit(RLIMIT_CPU, &limit);
    bool const redirected = std::freopen("/dev/null", "r", stdin) != nullptr &&
                            std::freopen((scratch / "out").c_str(), "w", stdout) != nullptr &&
                            std::freopen((scratch / "err").c_str(), "w", stderr) != nullptr;
    std::vector<char*> words;
    for (std::string const& word : command) {
        words.push_back(const_cast<char*>(word.c_str()));
    }
    words.push_back(nullptr);
    if (redirected) {
        ::execv(words[0], words.data());
    }
    ::_exit(127);
}

}  // namespace program_run_detail

// `seconds` of processor time in a release build are enough, or a signal ends it.
inline ProgramRun run_program(std::vector<std::string> const& command, rlim_t seconds = 5) {
    TemporaryFolder const scratch;
    std::fflush(nullptr);  // or the child writes what waits in the buffers too
    pid_t const child = ::fork();
    if (child == 0) {
        program_run_detail::become(command, scratch.path, seconds * slowness);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), text_of(scratch.path / "out"),
            text_of(scratch.path / "err")};
}

inline ProgramRun convert(std::filesystem::path const& tree, std::vector<std::string> const& arguments = {}) {
    std::vector<std::string> command{AM2CMAKE_PROGRAM, "convert", tree.string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_program(command);
}
