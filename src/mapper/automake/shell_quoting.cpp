#include "mapper/automake/shell_quoting.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <utility>

namespace am2cmake::mapper {
namespace {

using model::Piece;
using model::Text;
using model::When;
using model::Words;

class Unquoter {
public:
    // False if the shell would compute something.
    bool read(Text const& word) {
        for (Piece const& piece : word.pieces) {
            if (piece.kind == Piece::Kind::variable) {
                text_.append(piece);
            } else if (!read(piece.text)) {
                return false;
            }
        }
        return true;
    }

    bool within_quotes() const { return quote_ != '\0'; }
    void add_blank() { text_.append(" "); }
    Text take() {
        quote_ = '\0';
        return std::exchange(text_, {});
    }

private:
    bool read(std::string const& literal) {
        for (std::size_t at = 0; at < literal.size(); ++at) {
            char const c = literal[at];
            if (quote_ == '\'') {
                at += dollar(literal, at);
                c == '\'' ? void(quote_ = '\0') : text_.append(std::string_view(&c, 1));
            } else if (c == '\\' && at + 1 < literal.size() && (quote_ == '\0' || escapable(literal[at + 1]))) {
                ++at;
                text_.append(std::string_view(literal).substr(at, 1));
                at += dollar(literal, at);
            } else if (c == '"' || (c == '\'' && quote_ == '\0')) {
                quote_ = quote_ == c ? '\0' : c;
            } else if (c == '`' || (c == '$' && expands(literal, at))) {
                return false;
            } else {
                text_.append(std::string_view(&c, 1));
                at += dollar(literal, at);
            }
        }
        return true;
    }

    // make turns `$$` to `$`.
    static std::size_t dollar(std::string const& literal, std::size_t at) {
        return literal[at] == '$' && at + 1 < literal.size() && literal[at + 1] == '$' ? 1 : 0;
    }

    static bool expands(std::string const& literal, std::size_t at) {
        std::size_t const next = at + 1 + dollar(literal, at);
        return next < literal.size() && (std::isalnum(static_cast<unsigned char>(literal[next])) != 0 ||
                                         std::string_view("_({@*#?!-").find(literal[next]) != std::string_view::npos);
    }

    static bool escapable(char c) { return c == '"' || c == '\\' || c == '$' || c == '`'; }

    Text text_;
    char quote_ = '\0';
};

}  // namespace

Words unquoted(Words const& words, Ledger& ledger) {
    Words made;
    Unquoter unquoter;
    for (std::size_t i = 0; i < words.size(); ++i) {
        When<Text> const& word = words[i];
        if (!unquoter.read(word.value)) {
            ledger.report(code::untranslated_flag, word.from, "the shell computes this when the command runs");
            unquoter.take();
            continue;
        }
        bool const last = i + 1 == words.size() || !(words[i + 1].when == word.when);
        if (unquoter.within_quotes() && !last) {
            unquoter.add_blank();
            continue;
        }
        if (unquoter.within_quotes()) {
            ledger.report(code::untranslated_flag, word.from, "a quote that is not closed");
        }
        Text text = unquoter.take();
        text.from = word.from;
        if (!text.empty()) {
            made.push_back({std::move(text), word.when, word.from});
        }
    }
    return made;
}

bool is_shell_program(Words const& words) {
    static std::set<std::string> const operators{"if", "for", "while", "case", "eval", "&&",
                                                 "||", "|",   "(",     "{",    ">",    "<"};
    Unquoter unquoter;
    return std::any_of(words.begin(), words.end(), [&](When<Text> const& word) {
        return !unquoter.read(word.value) || (word.value.constant() && operators.contains(word.value.value()));
    });
}

}  // namespace am2cmake::mapper
