#include "verify/builds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <thread>

namespace am2cmake::verify {
namespace {

namespace fs = std::filesystem;

constexpr auto prefix = "/usr/local";  // CMake's GNUInstallDirs treats /usr on its own

Build build_below(fs::path const& folder) {
    return {folder / "source", folder / "build", folder / "root"};
}

void copy_entry(fs::directory_entry const& entry, fs::path const& target) {
    if (entry.is_symlink()) {
        fs::copy_symlink(entry.path(), target);
    } else if (entry.is_directory()) {
        fs::create_directory(target, entry.path());
    } else if (entry.is_regular_file()) {
        fs::copy_file(entry.path(), target);
        fs::last_write_time(target, entry.last_write_time());
    }
}

bool needs_autoreconf(fs::path const& source) {
    return !fs::exists(source / "configure");
}

using Words = std::vector<std::string>;

std::vector<std::pair<std::string, Words>> autotools_commands(Build const& build, std::string const& jobs) {
    return {{"configure",
             {(build.source / "configure").string(), fmt::format("--prefix={}", prefix),
              fmt::format("--libdir={}/lib", prefix)}},
            {"make", {"make", jobs}},
            {"install", {"make", "install", fmt::format("DESTDIR={}", build.stage.string())}}};
}

std::vector<std::pair<std::string, Words>> cmake_commands(Build const& build, std::string const& jobs) {
    return {{"configure",
             {"cmake", "-G", "Ninja", "-S", build.source.string(), "-B", build.folder.string(),
              fmt::format("-DCMAKE_INSTALL_PREFIX={}", prefix), "-DCMAKE_INSTALL_LIBDIR=lib"}},
            {"build", {"cmake", "--build", build.folder.string(), jobs}},
            {"install", {"cmake", "--install", build.folder.string()}}};
}

}  // namespace

Builds builds_below(fs::path const& work) {
    return {build_below(work / "autotools"), build_below(work / "cmake"), work / "logs"};
}

std::string copy_tree(fs::path const& from, fs::path const& to, fs::path const& work) {
    try {
        fs::create_directories(to);
        for (auto at = fs::recursive_directory_iterator(from); at != fs::recursive_directory_iterator(); ++at) {
            if (at->is_directory() && fs::equivalent(at->path(), work)) {
                at.disable_recursion_pending();
            } else {
                copy_entry(*at, to / at->path().lexically_relative(from));
                if (at->is_symlink()) {
                    at.disable_recursion_pending();
                }
            }
        }
    } catch (fs::filesystem_error const& error) {
        return fmt::format("{}: {}", error.path1().string(), error.code().message());
    }
    return {};
}

std::vector<Step> steps(Builds const& builds) {
    std::string const jobs = fmt::format("-j{}", std::max(1U, std::thread::hardware_concurrency()));
    std::vector<Step> result;
    auto const add = [&](std::string const& side, std::string const& what, Words words, fs::path const& folder,
                         std::string const& stage) {
        // A make that runs us must not steer the makes that we run.
        result.push_back({fmt::format("{}: {}", side, what),
                          {std::move(words),
                           folder,
                           builds.logs / fmt::format("{}-{}.log", side, what),
                           {{"MAKEFLAGS", ""}, {"MFLAGS", ""}, {"MAKELEVEL", ""}, {"DESTDIR", stage}}}});
    };
    if (needs_autoreconf(builds.autotools.source)) {
        add("autotools", "autoreconf", {"autoreconf", "-fi"}, builds.autotools.source, "");
    }
    for (auto& [what, words] : autotools_commands(builds.autotools, jobs)) {
        add("autotools", what, std::move(words), builds.autotools.folder, "");
    }
    for (auto& [what, words] : cmake_commands(builds.cmake, jobs)) {
        add("cmake", what, std::move(words), builds.cmake.folder, what == "install" ? builds.cmake.stage.string() : "");
    }
    return result;
}

std::vector<std::string> missing_programs(fs::path const& source) {
    std::vector<std::string> missing{"make", "cmake", "ninja", "readelf", "nm"};
    if (needs_autoreconf(source)) {
        missing.insert(missing.begin(), {"autoconf", "autoreconf"});
    }
    std::erase_if(missing, is_program);
    return missing;
}

}  // namespace am2cmake::verify
