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

// Exactly one of the three is there.
struct SedAddress {
    std::size_t line = 0;            // 0: none
    bool last = false;               // $
    std::optional<m4::Regex> regex;  // /.../
};

struct SedCommand {
    std::optional<SedAddress> from;
    std::optional<SedAddress> to;
    bool negated = false;
    char name = 'd';
    std::optional<m4::Regex> regex;
    std::string replacement;
    bool all = false;
    bool prints = false;
};

class SedScript {
public:
    static std::optional<SedScript> parse(std::string_view script, bool extended);

    // Each of the lines edited; `quiet` is -n.
    std::vector<std::string> edit(std::vector<std::string> const& lines, bool quiet) const;

private:
    class Parser;

    static bool is_at(SedAddress const& address, std::vector<std::string> const& lines, std::size_t line,
                      std::string const& text);
    static bool substitute(SedCommand const& command, std::string& text);

    std::vector<SedCommand> commands_;
};

}  // namespace am2cmake
