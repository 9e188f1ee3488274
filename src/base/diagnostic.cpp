#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace am2cmake {
namespace {

constexpr std::size_t longest_excerpt = 400;  // of a line; no person wrote a longer one

// The source line and a caret below the column; tabs stay tabs, so that the caret stands right.
std::string excerpt(Place const& place, Palette const& palette) {
    std::string below;
    std::size_t const column = std::min<std::size_t>(place.column - 1, place.line_text.size());
    std::size_t const first = place.line_text.size() <= longest_excerpt || column < longest_excerpt / 2
                                  ? 0
                                  : column - longest_excerpt / 2;
    for (std::size_t i = first; i < column; ++i) {
        below += place.line_text[i] == '\t' ? '\t' : ' ';
    }
    std::string line{place.line_text.substr(first, longest_excerpt)};
    std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < ' ' && c != '\t'; }, '?');
    return fmt::format("{:>5} | {}\n      | {}{}^{}\n", place.line, line, below, palette.caret, palette.reset);
}

// `path:line:col: severity: `
std::string headline(std::optional<Place> const& place, Severity severity, Palette const& palette) {
    std::string_view const colour = severity == Severity::note      ? palette.note
                                    : severity == Severity::warning ? palette.warning
                                                                    : palette.error;
    std::string const where =
        place ? fmt::format("{}:{}:{}:", place->path, place->line, place->column) : std::string("am2cmake:");
    return fmt::format("{}{}{} {}{}:{} ", palette.place, where, palette.reset, colour, name(severity), palette.reset);
}

auto order(Diagnostic const& diagnostic, SourceMap const& sources) {
    Place const place = sources.place(diagnostic.span.begin).value_or(Place{});
    return std::tuple{place.path, place.line, place.column, diagnostic.code.id, std::string_view{diagnostic.message}};
}

}  // namespace

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

void Diagnostics::report(Code code, Span span, std::string message) {
    all_.push_back({code, span, std::move(message)});
}

void Diagnostics::sort() {
    auto const by_place = [this](Diagnostic const& a, Diagnostic const& b) {
        return order(a, *sources_) < order(b, *sources_);
    };
    auto const same_place = [this](Diagnostic const& a, Diagnostic const& b) {
        return order(a, *sources_) == order(b, *sources_);
    };
    std::stable_sort(all_.begin(), all_.end(), by_place);
    all_.erase(std::unique(all_.begin(), all_.end(), same_place), all_.end());
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(
        all_.begin(), all_.end(), [severity](Diagnostic const& found) { return found.code.severity == severity; }));
}

std::size_t Diagnostics::count_needing_you() const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [](Diagnostic const& found) { return found.code.needs_you; }));
}

std::string render(Diagnostic const& diagnostic, SourceMap const& sources, Palette const& palette) {
    std::optional<Place> const place = sources.place(diagnostic.span.begin);
    std::string text = headline(place, diagnostic.code.severity, palette);
    text += fmt::format("{} [{}]\n", diagnostic.message, diagnostic.code.id);
    if (!place) {
        return text;
    }
    text += excerpt(*place, palette);
    std::optional<Location> up = sources.expanded_at(diagnostic.span.begin);
    for (; up; up = sources.expanded_at(*up)) {
        if (std::optional<Place> const call = sources.place(*up)) {
            text += headline(call, Severity::note, palette) + "in the expansion of this macro\n";
        }
    }
    return text;
}

}  // namespace am2cmake
