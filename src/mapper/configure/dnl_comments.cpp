#include "mapper/configure/dnl_comments.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>
#include <vector>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

// Lines of a file, from the one above a place upwards.
class LinesAbove {
public:
    LinesAbove(SourceMap const& sources, Location place) : sources_(sources), begin_(line_begin(place)) {}

    std::optional<std::string_view> next() {
        std::optional<Place> const here = sources_.place(begin_);
        if (!here || here->line == 1) {
            return {};
        }
        begin_ = line_begin({begin_.handle - 1});
        return sources_.place(begin_)->line_text;
    }

    bool at_top() const { return sources_.place(begin_)->line == 1; }

private:
    Location line_begin(Location location) const {
        Location const spelled = sources_.spelling(location);
        std::optional<Place> const place = sources_.place(spelled);
        return place ? Location{spelled.handle - (place->column - 1)} : Location{};
    }

    SourceMap const& sources_;
    Location begin_;
};

std::string_view without_blanks(std::string_view text) {
    std::size_t const begin = text.find_first_not_of(" \t");
    std::size_t const end = text.find_last_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, end - begin + 1);
}

std::optional<std::string_view> behind_dnl(std::string_view line) {
    std::string_view const text = without_blanks(line);
    bool const is_comment = text.starts_with("dnl") && (text.size() == 3 || !std::isalnum(text[3]));
    return is_comment ? std::optional{without_blanks(text.substr(3))} : std::nullopt;
}

bool is_code(std::string_view text) {
    static std::regex const code(R"((A[CMSXHU]_|PKG_|LT_|m4_|define)[A-Za-z0-9_]*\(.*|[A-Za-z_0-9]+=.*)");
    constexpr std::size_t enough = 100;
    std::string const begin(text.substr(0, enough));
    return std::regex_match(begin, code);
}

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char each) { return std::isalpha(each); });
}

}  // namespace

std::string dnl_comment_above(SourceMap const& sources, Location place) {
    std::optional<Place> const here = sources.place(sources.spelling(place));
    if (!here || here->line_text.substr(0, here->column - 1).find_first_not_of(" \t[") != std::string_view::npos) {
        return {};
    }
    LinesAbove lines{sources, place};
    std::vector<std::string> comment;
    while (std::optional<std::string_view> const line = lines.next()) {
        std::optional<std::string_view> const text = behind_dnl(*line);
        if (!text) {
            break;
        }
        if (lines.at_top() || is_code(*text)) {
            return {};
        }
        if (has_words(*text)) {
            comment.emplace_back(*text);
        }
    }
    std::reverse(comment.begin(), comment.end());
    return join(comment, "\n");
}

}  // namespace am2cmake::mapper
