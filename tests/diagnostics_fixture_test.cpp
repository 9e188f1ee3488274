// Every kind of finding has a case that shows it: src/base/diagnostics.def against testdata/error.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>

#include "temporary_folder.hpp"

namespace fs = std::filesystem;

namespace {

constexpr std::string_view all_ids[] = {
#define DIAGNOSTIC(name, id, severity, needs_you) id,
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

fs::path const errors = fs::path(AM2CMAKE_SOURCE_DIR) / "testdata/error";

}  // namespace

TEST_CASE("every kind of finding has a case of its name under testdata/error") {
    for (std::string_view const id : all_ids) {
        CAPTURE(id);
        std::string const printed = text_of(errors / id / "expected/diagnostics");
        CHECK(printed.find(" [" + std::string(id) + "]\n") != std::string::npos);
    }
}

TEST_CASE("every kind of finding has its own id, in lower case with dashes") {
    for (std::string_view const id : all_ids) {
        CAPTURE(id);
        CHECK(std::count(std::begin(all_ids), std::end(all_ids), id) == 1);
        CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    }
}

TEST_CASE("every message is a sentence: lower case, no full stop") {
    for (fs::directory_entry const& entry : fs::directory_iterator(errors)) {
        std::ifstream in(entry.path() / "expected/diagnostics");
        for (std::string line; std::getline(in, line);) {
            std::size_t const severity = std::min(line.find(": warning: "), line.find(": error: "));
            if (severity == std::string::npos || !line.ends_with(']')) {
                continue;
            }
            CAPTURE(line);
            std::size_t const id = line.rfind(" [");
            REQUIRE(id != std::string::npos);
            CHECK(line[id - 1] != '.');
            CHECK(line[line.find(": ", severity + 1) + 2] != ' ');
        }
    }
}
