#include "parser/m4_reader.hpp"

#include <algorithm>
#include <utility>

#include "parser/m4_text.hpp"

namespace am2cmake::m4 {
namespace {

// Behind so many quotes without an end the rest is not read again.
constexpr std::size_t most_unclosed = 20;

bool starts_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool in_word(char c) {
    return starts_word(c) || (c >= '0' && c <= '9');
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

void Reader::push_file(Source const& source, std::size_t position) {
    frames_.push_back({nullptr, source.text, nullptr, nullptr, position, source.begin, false, false});
}

void Reader::push(std::shared_ptr<Expanded const> text) {
    // A text that is read to its end goes before the next comes, so that recursion at the end of a body is a loop.
    while (!frames_.empty() && frames_.back().position == frames_.back().text.size() && !frames_.back().mark &&
           !frames_.back().barrier) {
        frames_.pop_back();
    }
    if (!text->empty()) {
        Origin const* const run = text->origins.data();
        std::string_view const view = text->text;
        Origin const* const last = run + text->origins.size();
        frames_.push_back({std::move(text), view, run, last, 0, {}, false, false});
    }
}

void Reader::push_mark() {
    frames_.push_back({nullptr, {}, nullptr, nullptr, 0, {}, false, true});
}

void Reader::push_barrier() {
    frames_.push_back({nullptr, {}, nullptr, nullptr, 0, {}, true, false});
}

void Reader::pop_barrier() {
    while (!frames_.back().barrier) {
        frames_.pop_back();
    }
    frames_.pop_back();
}

void Reader::truncate(std::size_t depth) {
    frames_.resize(depth);
    passed_marks_ = 0;
}

std::size_t Reader::unread() const {
    std::size_t bytes = 0;
    for (auto frame = frames_.rbegin(); frame != frames_.rend() && !frame->barrier; ++frame) {
        bytes += frame->text.size() - frame->position;
    }
    return bytes;
}

void Reader::set_quotes(std::string open, std::string close) {
    open_ = std::move(open);
    close_ = std::move(close);
    ready_ = false;
}

void Reader::set_comment(std::string open, std::string close) {
    comment_open_ = std::move(open);
    comment_close_ = std::move(close);
    ready_ = false;
}

void Reader::find_special() {
    for (int c = 0; c < 256; ++c) {
        special_[c] = starts_word(static_cast<char>(c)) || c == '(' || c == ')' || c == ',';
    }
    if (!open_.empty()) {
        special_[static_cast<unsigned char>(open_[0])] = true;
    }
    if (!comment_open_.empty()) {
        special_[static_cast<unsigned char>(comment_open_[0])] = true;
    }
    ready_ = true;
}

Reader::Frame* Reader::top() {
    while (!frames_.empty()) {
        Frame& frame = frames_.back();
        if (frame.position < frame.text.size()) {
            return &frame;
        }
        if (frame.barrier || frame.mark) {
            return nullptr;
        }
        frames_.pop_back();
    }
    return nullptr;
}

bool Reader::starts_with(Frame const& frame, std::string_view what) const {
    return !what.empty() && frame.text.substr(frame.position).starts_with(what);
}

Location Reader::here(Frame& frame) {
    if (frame.run == nullptr) {
        return frame.file + frame.position;
    }
    while (frame.run + 1 != frame.last_run && (frame.run + 1)->offset <= frame.position) {
        ++frame.run;
    }
    return frame.run->location + (frame.position - frame.run->offset);
}

Location Reader::location() {
    Frame* const frame = top();
    return frame == nullptr ? Location{} : here(*frame);
}

// Moves the bytes up to `end` to the sink, a run of one origin after the other.
void Reader::take(Frame& frame, std::size_t end, Expanded& sink) {
    while (frame.position < end) {
        Location const from = here(frame);
        std::size_t stop = end;
        if (frame.run != nullptr && frame.run + 1 != frame.last_run) {
            stop = std::min(end, (frame.run + 1)->offset);
        }
        append(sink, frame.text.substr(frame.position, stop - frame.position), from);
        frame.position = stop;
    }
}

Token Reader::next(Expanded& sink) {
    if (!ready_) {
        find_special();
    }
    if (passed_marks_ != 0) {
        --passed_marks_;
        return {TokenKind::mark, {}, {}, false};
    }
    Frame* const frame = top();
    if (frame == nullptr) {
        if (!frames_.empty() && frames_.back().mark) {
            frames_.pop_back();
            return {TokenKind::mark, {}, {}, false};
        }
        return {TokenKind::end, {}, {}, false};
    }
    char const c = frame->text[frame->position];
    if (starts_with(*frame, comment_open_)) {
        return comment(*frame, sink);
    }
    if (starts_word(c)) {
        return word(*frame);
    }
    if (starts_with(*frame, open_)) {
        return quoted(*frame, sink);
    }
    if (c == '(' || c == ')' || c == ',') {
        Token const token{c == '('   ? TokenKind::open
                          : c == ')' ? TokenKind::close
                                     : TokenKind::comma,
                          {},
                          here(*frame)};
        ++frame->position;
        return token;
    }
    take(*frame, plain_end(*frame), sink);
    return {TokenKind::text, {}, {}, false};
}

std::size_t Reader::plain_end(Frame const& frame) const {
    std::size_t end = frame.position + 1;
    while (end < frame.text.size() && !special_[static_cast<unsigned char>(frame.text[end])]) {
        ++end;
    }
    return end;
}

Token Reader::word(Frame& frame) {
    bool const in_file = frame.kept == nullptr;
    Location const location = here(frame);
    std::size_t end = frame.position + 1;
    while (end < frame.text.size() && in_word(frame.text[end])) {
        ++end;
    }
    if (end < frame.text.size()) {
        Token const token{TokenKind::word, frame.text.substr(frame.position, end - frame.position), location, in_file};
        frame.position = end;
        return token;
    }
    word_ = frame.text.substr(frame.position);
    frame.position = end;
    for (Frame* more = top(); more != nullptr && in_word(more->text[more->position]); more = top()) {
        word_ += more->text[more->position++];
    }
    return {TokenKind::word, word_, location, in_file};
}

// The next place in the text where the level of quotes falls to 0, or its end; `level` is kept up to date.
std::size_t Reader::string_end(Frame const& frame, std::size_t& level) const {
    char const stops[] = {open_[0], close_[0]};
    std::size_t at = frame.position;
    while (at < frame.text.size()) {
        at = frame.text.find_first_of(std::string_view(stops, 2), at);
        if (at == std::string_view::npos) {
            return frame.text.size();
        }
        std::string_view const rest = frame.text.substr(at);
        if (rest.starts_with(close_)) {
            if (--level == 0) {
                return at;
            }
            at += close_.size();
        } else if (rest.starts_with(open_)) {
            ++level;
            at += open_.size();
        } else {
            ++at;
        }
    }
    return frame.text.size();
}

Token Reader::quoted(Frame& first, Expanded& sink) {
    Location const opening = here(first);
    std::size_t const sunk = sink.text.size();
    first.position += open_.size();
    std::size_t level = 1;
    std::size_t marks = 0;
    while (true) {
        Frame* frame = top();
        if (frame == nullptr && !frames_.empty() && frames_.back().mark) {
            frames_.pop_back();
            ++marks;
            continue;
        }
        if (frame == nullptr) {
            break;
        }
        take(*frame, string_end(*frame, level), sink);
        if (level == 0) {
            frame->position += close_.size();
            passed_marks_ += marks;
            return {TokenKind::text, {}, {}, false};
        }
    }
    // Never closed: the quote stands for itself, and what follows it is read again.
    auto again = std::make_shared<Expanded>(slice(sink, sunk));
    cut(sink, sunk);
    append(sink, open_, opening);
    for (; marks != 0; --marks) {
        push_mark();
    }
    if (++unclosed_ <= most_unclosed) {
        push(std::move(again));
    } else {
        append(sink, *again);
    }
    return {TokenKind::unclosed, {}, opening, false};
}

Token Reader::comment(Frame& first, Expanded& sink) {
    Location const location = here(first);
    take(first, first.position + comment_open_.size(), sink);
    while (Frame* frame = top()) {
        std::size_t const end = frame->text.find(comment_close_, frame->position);
        if (end != std::string_view::npos) {
            take(*frame, end + comment_close_.size(), sink);
            break;
        }
        take(*frame, frame->text.size(), sink);
    }
    return {TokenKind::text, {}, location, false};
}

bool Reader::call_follows() {
    Frame* const frame = top();
    return passed_marks_ == 0 && frame != nullptr && frame->text[frame->position] == '(';
}

bool Reader::empty_call_follows() {
    return call_follows() && frames_.back().text.substr(frames_.back().position).starts_with("()");
}

std::string_view Reader::rest_of_line() {
    Frame* const frame = top();
    if (frame == nullptr) {
        return {};
    }
    std::string_view const rest = frame->text.substr(frame->position);
    return rest.substr(0, rest.find('\n'));
}

void Reader::skip_space() {
    for (Frame* frame = top(); frame != nullptr && is_space(frame->text[frame->position]); frame = top()) {
        ++frame->position;
    }
}

void Reader::skip_line() {
    while (Frame* frame = top()) {
        std::size_t const end = frame->text.find('\n', frame->position);
        if (end != std::string_view::npos) {
            frame->position = end + 1;
            return;
        }
        frame->position = frame->text.size();
    }
}

}  // namespace am2cmake::m4
