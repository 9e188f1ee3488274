#pragma once
// Running a command to its end. What goes wrong comes back as text.

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace am2cmake::verify {

struct Command {
    std::vector<std::string> words;
    std::filesystem::path folder;                    // where it runs; made if it is missing
    std::filesystem::path log;                       // what it prints; a file that is there is overwritten
    std::map<std::string, std::string> environment;  // added to this program's own; an empty value takes one away
    std::chrono::seconds limit = std::chrono::hours(1);
};

// Returns why the command failed ("exit status 2"); an empty text: it did not. Past the time limit, and when this
// program is interrupted, all processes of the command are ended.
std::string run(Command const& command);

// Is there such a program on the PATH?
bool is_program(std::string const& name);

}  // namespace am2cmake::verify
