#pragma once
// (private) The input of m4: a stack of texts that are read one after the other as if they were one.
//
// The expansion of a macro is pushed on top of what is still to be read; a quoted string, a comment or a word may begin
// in one text and end in the next (GNU M4 manual, "Input processing").

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "parser/m4_expanded.hpp"

namespace am2cmake::m4 {

enum class TokenKind {
    end,       // of the input, or of the part of it behind a barrier
    word,      // a name that may be a macro's
    text,      // went to the sink already: plain bytes, the inside of quotes, a comment
    open,      // (
    close,     // )
    comma,     // ,
    mark,      // the end of a text that was pushed with one
    unclosed,  // an opening quote without its end: it went to the sink as it is, and reading goes on behind it
};

struct Token {
    TokenKind kind;
    std::string_view word;  // of a word, until the next token is read
    Location location;
    bool in_file = false;  // a word that stands in a file itself, not in what a macro pushed
};

class Reader {
public:
    // One text of the stack. `kept` owns it unless it is a file's.
    struct Frame {
        std::shared_ptr<Expanded const> kept;
        std::string_view text;
        Origin const* run;  // the origins of the text: the one of the next byte
        Origin const* last_run;
        std::size_t position;
        Location file;  // where the text of a file begins
        bool barrier;   // nothing below is read before it is taken away
        bool mark;      // its end is a token
    };
    using Frames = std::vector<Frame>;

    void push_file(Source const& source, std::size_t position);
    void push(std::shared_ptr<Expanded const> text);
    void push_mark();
    void push_barrier();
    void pop_barrier();  // with all that is left above it

    Token next(Expanded& sink);
    bool call_follows();  // is the next byte an opening parenthesis?
    bool empty_call_follows();
    std::string_view rest_of_line();  // what is left of the line in the text on top
    void skip_space();                // blanks and newlines
    void skip_line();                 // with its newline
    Location location();              // of the next byte

    // Empty quotes switch quoting off, an empty comment start switches comments off.
    void set_quotes(std::string open, std::string close);
    void set_comment(std::string open, std::string close);
    std::string const& open_quote() const { return open_; }
    std::string const& close_quote() const { return close_; }

    Frames const& frames() const { return frames_; }
    void restore(Frames frames) { frames_ = std::move(frames); }
    std::size_t depth() const { return frames_.size(); }
    void truncate(std::size_t depth);
    std::size_t unread() const;  // bytes up to the barrier

private:
    Frame* top();  // the text with the next byte: drops those that are read; nothing at an end or a mark
    bool starts_with(Frame const& frame, std::string_view what) const;
    void take(Frame& frame, std::size_t end, Expanded& sink);
    Location here(Frame& frame);
    Token word(Frame& frame);
    Token quoted(Frame& frame, Expanded& sink);
    Token comment(Frame& frame, Expanded& sink);
    std::size_t plain_end(Frame const& frame) const;
    std::size_t string_end(Frame const& frame, std::size_t& level) const;
    void find_special();

    Frames frames_;
    std::string open_ = "[";
    std::string close_ = "]";
    std::string comment_open_ = "#";
    std::string comment_close_ = "\n";
    std::string word_;
    bool special_[256] = {};  // bytes that end a run of plain ones
    bool ready_ = false;
    std::size_t passed_marks_ = 0;  // behind a quoted string that ran over them
    std::size_t unclosed_ = 0;      // quotes without an end so far
};

}  // namespace am2cmake::m4
