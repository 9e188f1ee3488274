#include "verify/process.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <memory>
#include <system_error>
#include <thread>

#define BOOST_PROCESS_USE_STD_FS  // its own needs a library
#include <boost/process/args.hpp>
#include <boost/process/child.hpp>
#include <boost/process/env.hpp>
#include <boost/process/environment.hpp>
#include <boost/process/exe.hpp>
#include <boost/process/group.hpp>
#include <boost/process/io.hpp>
#include <boost/process/search_path.hpp>
#include <boost/process/start_dir.hpp>

namespace am2cmake::verify {
namespace {

namespace process = boost::process;
using namespace std::chrono_literals;

constexpr auto look_interval = 20ms;

std::sig_atomic_t volatile interruption = 0;

// A command is a process group of its own, which the terminal does not interrupt: while one runs, we do.
class Interruptible {
public:
    Interruptible() {
        auto const remember = [](int signal) { interruption = signal; };
        interruption = 0;
        on_int_ = std::signal(SIGINT, remember);
        on_term_ = std::signal(SIGTERM, remember);
    }
    ~Interruptible() {
        std::signal(SIGINT, on_int_);
        std::signal(SIGTERM, on_term_);
        if (interruption != 0) {
            std::raise(interruption);
        }
    }
    Interruptible(Interruptible const&) = delete;
    Interruptible& operator=(Interruptible const&) = delete;

private:
    void (*on_int_)(int);
    void (*on_term_)(int);
};

process::environment environment_of(Command const& command) {
    process::environment environment = boost::this_process::environment();
    for (auto const& [name, value] : command.environment) {
        if (value.empty()) {
            environment.erase(name);
        } else {
            environment[name] = value;
        }
    }
    return environment;
}

// Waits for the end of the child, or ends it. `wait_for` of Boost 1.81 starts a process to wait; looking is simpler.
std::string wait(process::child& child, process::group& group, Command const& command) {
    auto const end = std::chrono::steady_clock::now() + command.limit;
    std::string ended;
    std::error_code error;
    while (ended.empty() && child.running(error)) {
        if (interruption != 0) {
            ended = "interrupted";
        } else if (std::chrono::steady_clock::now() >= end) {
            ended = fmt::format("not done after {} s", command.limit.count());
        } else {
            std::this_thread::sleep_for(look_interval);
        }
    }
    if (!ended.empty()) {
        group.terminate(error);
        child.wait(error);
        return ended;
    }
    if (WIFSIGNALED(child.native_exit_code())) {
        return fmt::format("ended by signal {}", WTERMSIG(child.native_exit_code()));
    }
    return child.exit_code() == 0 ? "" : fmt::format("exit status {}", child.exit_code());
}

}  // namespace

std::string run(Command const& command) {
    std::error_code error;
    std::filesystem::create_directories(command.folder, error);
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const log(std::fopen(command.log.c_str(), "we"), &std::fclose);
    if (error || !log) {
        return error ? error.message() : std::generic_category().message(errno);
    }
    std::filesystem::path const program = command.words.front().find('/') == std::string::npos
                                              ? process::search_path(command.words.front())
                                              : std::filesystem::path(command.words.front());
    if (program.empty()) {
        return "no such program";
    }
    Interruptible const interruptible;
    process::group group;
    process::child child(process::exe = program.string(),
                         process::args = std::vector(command.words.begin() + 1, command.words.end()),
                         process::start_dir = command.folder.string(), environment_of(command),
                         process::std_in<process::null, (process::std_out & process::std_err)> log.get(), group, error);
    return error ? error.message() : wait(child, group, command);
}

bool is_program(std::string const& name) {
    return !process::search_path(name).empty();
}

}  // namespace am2cmake::verify
