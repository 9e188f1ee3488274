#pragma once
// (private) The regular expressions of m4's regexp and patsubst: GNU Emacs syntax.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace am2cmake::m4 {

// Where a pattern matched: group 0 is the whole; a group without a part in it is empty at npos.
struct Match {
    struct Part {
        std::size_t begin = std::string_view::npos;
        std::size_t end = std::string_view::npos;
    };
    std::vector<Part> groups;
};

class Regex {
public:
    static std::optional<Regex> compile(std::string_view pattern);  // nothing for a malformed one

    // The leftmost match at `from` or later, the longest of those that begin there. Gives up, as if there were none,
    // after a bounded number of steps.
    std::optional<Match> search(std::string_view text, std::size_t from = 0) const;

    struct Node {
        enum Kind { byte, any, set, start, finish, boundary, not_boundary, word_start, word_end, group, again, repeat };
        Kind kind;
        unsigned char value = 0;                      // of a byte; the number of a group
        std::vector<bool> bytes;                      // of a set
        std::vector<std::vector<Node>> alternatives;  // of a group; of a repeat one with one node
        std::size_t least = 0;
        std::size_t most = std::string_view::npos;
    };

private:
    std::vector<Node> root_;  // one group
    std::size_t groups_ = 1;
    bool has_alternatives_ = false;
};

}  // namespace am2cmake::m4
