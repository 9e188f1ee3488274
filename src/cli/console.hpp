#pragma once
// How the program talks to the person before it: colours, how much, and a line that moves while there is work.

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "base/diagnostic.hpp"

namespace am2cmake::cli {

enum class Verbosity { quiet, normal, verbose };
enum class Colour { automatic, always, never };

struct Console {
    Verbosity verbosity = Verbosity::normal;
    Palette palette;        // for stderr
    bool progress = false;  // stderr is a terminal that is watched
};

// Automatic colour: on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb.
Console make_console(Verbosity verbosity, Colour colour);

// To a standard stream, whole; false when it could not be written.
bool print_to(std::FILE* stream, std::string_view text);

// What is being done, on the last line of the terminal from the second second on; with --verbose each step is a line.
class Progress {
public:
    explicit Progress(Console const& console);
    ~Progress() { finish(); }
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    void step(std::string what);  // "reading src/Makefile.am"
    void finish();                // takes the line away; before anything else is printed

private:
    void show();

    bool lines_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string what_;
    bool done_ = false;
    std::thread shower_;  // runs only where there is a terminal
};

}  // namespace am2cmake::cli
