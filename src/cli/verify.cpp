#include "cli/verify.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/words.hpp"
#include "cli/exit_code.hpp"
#include "verify/builds.hpp"
#include "verify/compare.hpp"
#include "verify/read_sides.hpp"

namespace am2cmake::cli {
namespace {

namespace fs = std::filesystem;

int complain(int code, std::string const& sentence) {
    print_to(stderr, fmt::format("am2cmake: {}\n", sentence));
    return code;
}

// 0, or the exit code of why this tree can't be verified here.
int look_at(fs::path const& source) {
    std::error_code error;
    fs::directory_iterator const folder(source, error);
    if (error) {
        return complain(exit_code::no_access, fmt::format("{} can't be read: {}", source.string(), error.message()));
    }
    if (!fs::exists(source / "configure.ac") && !fs::exists(source / "configure.in") &&
        !fs::exists(source / "configure")) {
        return complain(exit_code::not_autotools,
                        fmt::format("{} has no configure.ac: there is no autotools side", source.string()));
    }
    if (!fs::exists(source / "CMakeLists.txt")) {
        return complain(exit_code::wrong_usage, fmt::format("{0} has no CMakeLists.txt: there is no CMake side; "
                                                            "`am2cmake convert {0}` writes it",
                                                            source.string()));
    }
    if (std::vector<std::string> const missing = verify::missing_programs(source); !missing.empty()) {
        return complain(exit_code::build_failed,
                        fmt::format("not installed, but needed to build both sides: {}", join(missing, ", ")));
    }
    return exit_code::clean;
}

// Makes the work folder; a folder of someone's with something in it is refused. Returns 0 or the exit code.
int make_work_folder(VerifyOptions const& options, fs::path& work) {
    std::error_code error;
    if (options.work) {
        work = fs::absolute(*options.work);
        fs::create_directories(work, error);
        if (!error && !fs::is_empty(work, error) && !error) {
            return complain(exit_code::wrong_usage, fmt::format("{} is not empty", work.string()));
        }
    } else {
        std::string name = (fs::temp_directory_path(error) / "am2cmake-verify-XXXXXX").string();
        if (!error && ::mkdtemp(name.data()) == nullptr) {
            error.assign(errno, std::generic_category());
        }
        work = name;
    }
    if (error) {
        return complain(exit_code::no_access,
                        fmt::format("the work folder {} can't be made: {}", work.string(), error.message()));
    }
    return exit_code::clean;
}

// Copies the tree for both sides and runs every step. Returns 0 or the exit code.
int build_both(fs::path const& source, fs::path const& work, verify::Builds const& builds, Progress& progress) {
    progress.step(fmt::format("copying {} to {}", source.string(), work.string()));
    for (verify::Build const* build : {&builds.autotools, &builds.cmake}) {
        if (std::string const error = verify::copy_tree(source, build->source, work); !error.empty()) {
            progress.finish();
            return complain(exit_code::no_access, fmt::format("the tree can't be copied: {}", error));
        }
    }
    std::error_code error;
    fs::create_directories(builds.logs, error);  // else the first step tells
    for (verify::Step const& step : verify::steps(builds)) {
        progress.step(step.what);
        if (std::string const failure = verify::run(step.command); !failure.empty()) {
            progress.finish();
            return complain(exit_code::build_failed, fmt::format("{} failed: {}; what it printed is in {}", step.what,
                                                                 failure, step.command.log.string()));
        }
    }
    return exit_code::clean;
}

std::string count_of(std::size_t differences) {
    return differences == 0 ? "same" : fmt::format("{} difference{}", differences, differences == 1 ? "" : "s");
}

// The table (not where the console is quiet) and each difference; returns the exit code.
int print_comparison(std::vector<verify::Comparison> const& comparisons, Console const& console) {
    std::string table;
    std::string differences;
    for (verify::Comparison const& comparison : comparisons) {
        table += fmt::format("{:<22}{}\n", comparison.what, count_of(comparison.differences.size()));
        for (std::string const& difference : comparison.differences) {
            differences += difference + "\n";
        }
    }
    if (console.verbosity != Verbosity::quiet) {
        print_to(stdout, table + (differences.empty() ? "" : "\n"));
    }
    print_to(stdout, differences);
    return differences.empty() ? exit_code::clean : exit_code::findings;
}

int build_and_compare(fs::path const& source, fs::path const& work, Console const& console) {
    Progress progress(console);
    verify::Builds const builds = verify::builds_below(work);
    if (int const code = build_both(source, work, builds, progress); code != exit_code::clean) {
        return code;
    }
    progress.step("comparing");
    verify::Sides const sides = verify::read_sides(builds);
    progress.finish();
    if (!sides.failure.empty()) {
        return complain(exit_code::build_failed, sides.failure);
    }
    return print_comparison(verify::compare(sides.autotools, sides.cmake), console);
}

}  // namespace

int verify(VerifyOptions const& options, Console const& console) {
    fs::path const source = fs::absolute(options.source).lexically_normal();
    if (int const code = look_at(source); code != exit_code::clean) {
        return code;
    }
    fs::path work;
    if (int const code = make_work_folder(options, work); code != exit_code::clean) {
        return code;
    }
    int const code = build_and_compare(source, work, console);
    bool const is_built = code == exit_code::clean || code == exit_code::findings;
    if (is_built && !options.keep) {
        std::error_code ignored;
        fs::remove_all(work, ignored);
    } else if (console.verbosity != Verbosity::quiet) {
        print_to(stderr, fmt::format("am2cmake: both builds and their logs are in {}\n", work.string()));
    }
    return code;
}

}  // namespace am2cmake::cli
