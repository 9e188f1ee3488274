#include "verify/read_sides.hpp"

#include <vector>

#include "base/file.hpp"
#include "verify/install_tree.hpp"

namespace am2cmake::verify {
namespace {

Side read_side(Build const& build, std::vector<std::string> const& headers, std::filesystem::path const& logs,
               std::string& failure) {
    Side side;
    side.files = installed_files(build.stage);
    for (std::string const& file : side.files) {
        std::filesystem::path const staged = build.stage / file.substr(1);
        if (failure.empty() && is_shared_library(staged)) {
            failure = read_shared_library(staged, logs, side.libraries[file]);
        }
    }
    for (std::string const& header : headers) {
        if (FileText const text = read_file(build.folder / header); text.text) {
            side.headers.emplace(header, parse_macros(*text.text));
        }
    }
    return side;
}

}  // namespace

Sides read_sides(Builds const& builds) {
    std::string const status = read_file(builds.autotools.folder / "config.status").text.value_or("");
    std::vector<std::string> const headers = parse_config_headers(status);
    Sides sides;
    sides.autotools = read_side(builds.autotools, headers, builds.logs, sides.failure);
    sides.cmake = read_side(builds.cmake, headers, builds.logs, sides.failure);
    return sides;
}

}  // namespace am2cmake::verify
