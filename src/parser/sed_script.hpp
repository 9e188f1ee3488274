#pragma once
// (private) Scripts of sed, as far as printed_by() needs them: addresses, and d, p, q and s.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/m4_regex.hpp"

namespace am2cmake {

// A regular expression of POSIX; nothing for what GNU m4's can't say (intervals, classes of characters by name).
std::optional<m4::Regex> posix_regex(std::string_view pattern, bool extended);

class SedScript {
public:
    static std::optional<SedScript> parse(std::string_view script, bool extended);

    // Each of the lines edited; `quiet` is -n.
    std::vector<std::string> edit(std::vector<std::string> const& lines, bool quiet) const;

private:
    struct Address {
        std::size_t line = 0;            // 0: none
        bool last = false;               // $
        std::optional<m4::Regex> regex;  // /.../
    };
    struct Command {
        std::optional<Address> from;
        std::optional<Address> to;
        bool negated = false;
        char name = 'd';
        std::optional<m4::Regex> regex;
        std::string replacement;
        bool all = false;
        bool prints = false;
    };
    class Parser;

    static bool is_at(Address const& address, std::vector<std::string> const& lines, std::size_t line,
                      std::string const& text);
    static bool substitute(Command const& command, std::string& text);

    std::vector<Command> commands_;
};

}  // namespace am2cmake
