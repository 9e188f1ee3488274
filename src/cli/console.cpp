#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace am2cmake::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 1s;  // nobody needs to be told about less
constexpr auto redraw_interval = 100ms;
constexpr std::size_t line_width = 79;
constexpr std::string_view clear_line = "\r\x1b[K";

constexpr Palette colours{"\x1b[1m", "\x1b[1;36m", "\x1b[1;35m", "\x1b[1;31m", "\x1b[1;32m", "\x1b[m"};

bool is_set(char const* name) {
    char const* const value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

bool is_terminal() {
    char const* const kind = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

}  // namespace

Console make_console(Verbosity verbosity, Colour colour) {
    bool const terminal = is_terminal();
    bool const coloured = colour == Colour::always || (colour == Colour::automatic && terminal && !is_set("NO_COLOR"));
    return {verbosity, coloured ? colours : Palette{}, terminal && verbosity == Verbosity::normal};
}

bool print_to(std::FILE* stream, std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

Progress::Progress(Console const& console) : lines_(console.verbosity == Verbosity::verbose) {
    if (console.progress) {
        shower_ = std::thread([this] { show(); });
    }
}

void Progress::finish() {
    if (shower_.joinable()) {
        {
            std::lock_guard const lock(mutex_);
            done_ = true;
        }
        changed_.notify_one();
        shower_.join();
    }
}

void Progress::step(std::string what) {
    if (lines_) {
        print_to(stderr, fmt::format("am2cmake: {}\n", what));
    }
    std::lock_guard const lock(mutex_);
    what_ = std::move(what);
}

void Progress::show() {
    std::unique_lock lock(mutex_);
    auto const over = [this] { return done_; };
    if (changed_.wait_for(lock, patience, over)) {
        return;
    }
    do {
        print_to(stderr, fmt::format("{}{}", clear_line, std::string_view(what_).substr(0, line_width)));
    } while (!changed_.wait_for(lock, redraw_interval, over));
    print_to(stderr, clear_line);
}

}  // namespace am2cmake::cli
