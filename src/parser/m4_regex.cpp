#include "parser/m4_regex.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace am2cmake::m4 {
namespace {

using Node = Regex::Node;
using Sequence = std::vector<Node>;
constexpr std::size_t none = std::string_view::npos;
constexpr int deepest = 100;  // groups and repetitions within one another

bool is_word_byte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

class Compiler {
public:
    explicit Compiler(std::string_view pattern) : pattern_(pattern) {}

    std::optional<Node> pattern() {
        Node root = group(0);
        return failed_ || at_ != pattern_.size() ? std::nullopt : std::optional(std::move(root));
    }
    std::size_t groups() const { return groups_; }
    bool has_alternatives() const { return has_alternatives_; }

private:
    bool at(std::string_view what) const { return pattern_.substr(at_).starts_with(what); }
    bool at_end_of_alternative() const { return at_ == pattern_.size() || at("\\|") || at("\\)"); }

    Node group(std::size_t number) {
        Node node{Node::group, static_cast<unsigned char>(number), {}, {}};
        node.alternatives.push_back(sequence());
        while (at("\\|")) {
            at_ += 2;
            has_alternatives_ = true;
            node.alternatives.push_back(sequence());
        }
        return node;
    }

    Sequence sequence() {
        Sequence nodes;
        while (!failed_ && !at_end_of_alternative()) {
            Node node = atom(nodes.empty());
            // An operator with nothing before it stands for itself: `atom` took it.
            for (int level = 0; !failed_ && !at_end_of_alternative() && is_operator() && !is_anchor(node); ++level) {
                node = repeated(std::move(node), pattern_[at_++]);
                failed_ = level == deepest;
            }
            nodes.push_back(std::move(node));
        }
        return nodes;
    }

    bool is_operator() const { return pattern_[at_] == '*' || pattern_[at_] == '+' || pattern_[at_] == '?'; }
    static bool is_anchor(Node const& node) { return node.kind == Node::start; }

    static Node repeated(Node node, char op) {
        Node repeat{Node::repeat, 0, {}, {}};
        repeat.alternatives.emplace_back();
        repeat.alternatives[0].push_back(std::move(node));
        repeat.least = op == '+' ? 1 : 0;
        repeat.most = op == '?' ? 1 : none;
        return repeat;
    }

    Node atom(bool first) {
        char const c = pattern_[at_++];
        switch (c) {
            case '.': return {Node::any, 0, {}, {}};
            case '[': return set();
            case '^':
                if (first) {
                    return {Node::start, 0, {}, {}};
                }
                break;
            case '$':
                if (at_end_of_alternative()) {
                    return {Node::finish, 0, {}, {}};
                }
                break;
            case '\\': return escaped();
            default: break;
        }
        return {Node::byte, static_cast<unsigned char>(c), {}, {}};
    }

    Node escaped() {
        if (at_ == pattern_.size()) {
            failed_ = true;
            return {Node::any, 0, {}, {}};
        }
        char const c = pattern_[at_++];
        switch (c) {
            case '(': return numbered_group();
            case 'w': return word_set(true);
            case 'W': return word_set(false);
            case 's': return space_set(true);
            case 'S': return space_set(false);
            case 'b': return {Node::boundary, 0, {}, {}};
            case 'B': return {Node::not_boundary, 0, {}, {}};
            case '<': return {Node::word_start, 0, {}, {}};
            case '>': return {Node::word_end, 0, {}, {}};
            default: break;
        }
        if (c >= '1' && c <= '9') {
            return {Node::again, static_cast<unsigned char>(c - '0'), {}, {}};
        }
        return {Node::byte, static_cast<unsigned char>(c), {}, {}};
    }

    Node numbered_group() {
        if (++depth_ > deepest) {
            failed_ = true;
            return {Node::any, 0, {}, {}};
        }
        Node node = group(groups_++);
        --depth_;
        if (at("\\)")) {
            at_ += 2;
        } else {
            failed_ = true;
        }
        return node;
    }

    static Node word_set(bool inside) {
        Node node{Node::set, 0, std::vector<bool>(256), {}};
        for (std::size_t c = 0; c < 256; ++c) {
            node.bytes[c] = is_word_byte(static_cast<char>(c)) == inside;
        }
        return node;
    }

    static Node space_set(bool inside) {
        Node node{Node::set, 0, std::vector<bool>(256, !inside), {}};
        for (char const c : std::string_view(" \t\n\v\f\r")) {
            node.bytes[static_cast<unsigned char>(c)] = inside;
        }
        return node;
    }

    // Neither backslashes nor named classes mean anything in a set of this syntax.
    Node set() {
        Node node{Node::set, 0, std::vector<bool>(256), {}};
        bool const inverted = at("^");
        at_ += inverted ? 1 : 0;
        std::size_t const first = at_;
        while (at_ < pattern_.size() && (pattern_[at_] != ']' || at_ == first)) {
            auto const low = static_cast<unsigned char>(pattern_[at_++]);
            unsigned high = low;
            if (at("-") && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
                high = static_cast<unsigned char>(pattern_[at_ + 1]);
                at_ += 2;
            }
            for (unsigned c = low; c <= high; ++c) {
                node.bytes[c] = true;
            }
        }
        if (at_ == pattern_.size()) {
            failed_ = true;
        } else {
            ++at_;
        }
        if (inverted) {
            node.bytes.flip();
        }
        return node;
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    std::size_t groups_ = 1;
    int depth_ = 0;
    bool has_alternatives_ = false;
    bool failed_ = false;
};

// Backtracking over the tree. What comes behind a group or a repetition is a chain of these.
struct Rest {
    Node const* node;  // the group or repetition that is being matched
    Sequence const* nodes;
    std::size_t index;  // of `node` in `nodes`
    Rest const* up;
    std::size_t begin;
    std::size_t count;
};

class Matcher {
public:
    Matcher(std::string_view text, std::size_t groups, bool longest)
        : text_(text), groups_(groups), longest_(longest) {}

    std::optional<Match> match(Sequence const& root, std::size_t at) {
        std::fill(groups_.begin(), groups_.end(), Match::Part{});
        best_.reset();
        start_ = at;
        sequence(root, 0, at, nullptr);
        return best_;
    }
    bool exhausted() const { return steps_ == 0 || depth_ == 0; }

private:
    bool sequence(Sequence const& nodes, std::size_t index, std::size_t at, Rest const* up) {
        for (; index < nodes.size(); ++index) {
            if (steps_ == 0 || depth_ == 0) {
                return false;
            }
            --steps_;
            Node const& node = nodes[index];
            switch (node.kind) {
                case Node::group: return group(nodes, index, at, up);
                case Node::repeat: return repeat(nodes, index, at, up, 0);
                default: break;
            }
            std::size_t const length = simple(node, at);
            if (length == none) {
                return false;
            }
            at += length;
        }
        return up == nullptr ? accept(at) : resume(at, *up);
    }

    bool accept(std::size_t at) {
        if (!best_ || at > best_->groups[0].end) {
            best_ = Match{groups_};
            best_->groups[0] = {start_, at};
        }
        return !longest_ || at == text_.size();
    }

    bool group(Sequence const& nodes, std::size_t index, std::size_t at, Rest const* up) {
        Rest const rest{&nodes[index], &nodes, index, up, at, 0};
        --depth_;
        for (Sequence const& alternative : nodes[index].alternatives) {
            if (sequence(alternative, 0, at, &rest)) {
                return true;
            }
        }
        ++depth_;
        return false;
    }

    bool repeat(Sequence const& nodes, std::size_t index, std::size_t at, Rest const* up, std::size_t count) {
        Node const& node = nodes[index];
        Node const& inner = node.alternatives[0][0];
        if (inner.kind != Node::group && inner.kind != Node::repeat) {
            std::size_t const first = at;
            std::vector<std::size_t> ends{first};
            for (std::size_t length = 0; ends.size() <= node.most; at += length) {
                length = simple(inner, at);
                if (length == none || length == 0) {
                    break;
                }
                ends.push_back(at + length);
            }
            for (; ends.size() > node.least; ends.pop_back()) {
                if (sequence(nodes, index + 1, ends.back(), up)) {
                    return true;
                }
            }
            return false;
        }
        if (count < node.most) {
            Rest const rest{&node, &nodes, index, up, at, count};
            --depth_;
            if (sequence(node.alternatives[0], 0, at, &rest)) {
                return true;
            }
            ++depth_;
        }
        return count >= node.least && sequence(nodes, index + 1, at, up);
    }

    bool resume(std::size_t at, Rest const& rest) {
        if (rest.node->kind == Node::repeat) {
            return at != rest.begin && repeat(*rest.nodes, rest.index, at, rest.up, rest.count + 1);
        }
        Match::Part const saved = groups_[rest.node->value];
        groups_[rest.node->value] = {rest.begin, at};
        if (sequence(*rest.nodes, rest.index + 1, at, rest.up)) {
            return true;
        }
        groups_[rest.node->value] = saved;
        return false;
    }

    bool word_at(std::size_t at) const { return at < text_.size() && is_word_byte(text_[at]); }

    // The bytes that a node takes there; `none` if it does not match.
    std::size_t simple(Node const& node, std::size_t at) const {
        bool const more = at < text_.size();
        bool const before = at > 0 && is_word_byte(text_[at - 1]);
        auto const if_so = [](bool matches, std::size_t length) { return matches ? length : none; };
        switch (node.kind) {
            case Node::byte: return if_so(more && static_cast<unsigned char>(text_[at]) == node.value, 1);
            case Node::any: return if_so(more && text_[at] != '\n', 1);
            case Node::set: return if_so(more && node.bytes[static_cast<unsigned char>(text_[at])], 1);
            case Node::start: return if_so(at == 0 || text_[at - 1] == '\n', 0);
            case Node::finish: return if_so(!more || text_[at] == '\n', 0);
            case Node::boundary: return if_so(before != word_at(at), 0);
            case Node::not_boundary: return if_so(before == word_at(at), 0);
            case Node::word_start: return if_so(!before && word_at(at), 0);
            case Node::word_end: return if_so(before && !word_at(at), 0);
            case Node::again: return repeated_length(node, at);
            default: return none;
        }
    }

    std::size_t repeated_length(Node const& node, std::size_t at) const {
        if (node.value >= groups_.size() || groups_[node.value].begin == none) {
            return none;
        }
        Match::Part const part = groups_[node.value];
        std::string_view const wanted = text_.substr(part.begin, part.end - part.begin);
        return text_.substr(at).starts_with(wanted) ? wanted.size() : none;
    }

    std::string_view text_;
    std::vector<Match::Part> groups_;
    bool longest_;
    std::optional<Match> best_;
    std::size_t start_ = 0;
    std::size_t steps_ = 2'000'000;
    std::size_t depth_ = 2'000;
};

}  // namespace

std::optional<Regex> Regex::compile(std::string_view pattern) {
    Compiler compiler(pattern);
    std::optional<Node> root = compiler.pattern();
    if (!root) {
        return std::nullopt;
    }
    Regex regex;
    regex.root_.push_back(std::move(*root));
    regex.groups_ = compiler.groups();
    regex.has_alternatives_ = compiler.has_alternatives();
    return regex;
}

std::optional<Match> Regex::search(std::string_view text, std::size_t from) const {
    Matcher matcher(text, groups_, has_alternatives_);
    for (; from <= text.size() && !matcher.exhausted(); ++from) {
        if (std::optional<Match> match = matcher.match(root_, from)) {
            return match;
        }
    }
    return std::nullopt;
}

}  // namespace am2cmake::m4
