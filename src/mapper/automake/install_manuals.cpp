#include "mapper/automake/install_manuals.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"

namespace am2cmake::mapper {
namespace {

struct Call {
    std::vector<std::string> words;  // behind $(MAKE), as they are written
    std::size_t end = 0;
};

// Up to what ends a command of the shell.
Call call_of_make(std::string const& recipe, std::size_t at) {
    Call call;
    std::string word;
    char quote = '\0';
    auto const end_word = [&] {
        if (!word.empty()) {
            call.words.push_back(std::exchange(word, {}));
        }
    };
    for (; at < recipe.size(); ++at) {
        char const c = recipe[at];
        bool const continues = c == '\\' && at + 1 < recipe.size() && recipe[at + 1] == '\n';
        if (quote == '\0' && !continues && std::string_view(";&|\n)`").find(c) != std::string_view::npos) {
            break;
        }
        if (quote == '\0' && (c == ' ' || c == '\t' || continues)) {
            end_word();
            at += continues ? 1 : 0;
            continue;
        }
        if (c == '$' && at + 1 < recipe.size() && recipe[at + 1] == '(') {  // a reference is part of its word
            std::size_t const close = std::min(recipe.find(')', at), recipe.size() - 1);
            word += recipe.substr(at, close + 1 - at);
            at = close;
            continue;
        }
        quote = quote == c ? '\0' : quote == '\0' && (c == '"' || c == '\'') ? c : quote;
        word += c;
    }
    end_word();
    call.end = at;
    return call;
}

std::string unquoted(std::string const& text) {
    bool const quoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
    return quoted ? text.substr(1, text.size() - 2) : text;
}

// Nothing if it is for more than manuals.
std::optional<std::string> manuals_installed(Call const& call) {
    static std::array<std::string_view, 4> const lists{"dist_man_MANS", "man_MANS", "nodist_man_MANS",
                                                       "notrans_man_MANS"};
    std::string folder = "$(mandir)";
    std::string pages;
    bool asked = false;
    for (std::size_t i = 0; i < call.words.size(); ++i) {
        std::string const& word = call.words[i];
        std::size_t const equals = word.find('=');
        std::string const name = word.substr(0, equals);
        if (word == "install-man") {
            asked = true;
        } else if (word == "-C" && i + 1 < call.words.size()) {
            ++i;  // the pages have full names then
        } else if (equals == std::string::npos) {
            return std::nullopt;
        } else if (name == "mandir") {
            folder = unquoted(word.substr(equals + 1));
        } else if (std::find(lists.begin(), lists.end(), name) != lists.end()) {
            pages += " " + unquoted(word.substr(equals + 1));
        } else {
            return std::nullopt;
        }
    }
    bool const others = pages.find_first_not_of(' ') == std::string::npos;  // it installs what the project lists
    return asked && !others ? std::optional("install_manuals \"" + folder + "\"" + pages) : std::nullopt;
}

}  // namespace

std::string with_manuals_installed(std::string const& recipe) {
    constexpr std::string_view make = "$(MAKE)";
    std::string made;
    std::size_t at = 0;
    for (std::size_t next = recipe.find(make); next != std::string::npos; next = recipe.find(make, at)) {
        Call const call = call_of_make(recipe, next + make.size());
        std::optional<std::string> const manuals = manuals_installed(call);
        made += recipe.substr(at, next - at) + manuals.value_or(recipe.substr(next, call.end - next));
        at = call.end;
    }
    return made + recipe.substr(at);
}

}  // namespace am2cmake::mapper
