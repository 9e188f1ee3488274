#include "verify/shared_library.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <vector>

#include "base/file.hpp"
#include "base/words.hpp"
#include "verify/process.hpp"

namespace am2cmake::verify {
namespace {

namespace fs = std::filesystem;

// Runs `words` and takes what it prints; nothing where it failed, and then `failure` says why.
std::string output_of(std::vector<std::string> words, fs::path const& logs, std::string& failure) {
    std::string const program = words.front();
    fs::path const log = logs / (program + ".log");
    std::string const error = run({std::move(words), logs, log, {{"LC_ALL", "C"}}});
    if (!error.empty()) {
        failure = fmt::format("{}: {}, see {}", program, error, log.string());
        return {};
    }
    return read_file(log).text.value_or("");
}

}  // namespace

// 0x000000000000000e (SONAME)             Library soname: [libfoo.so.1]
std::string parse_soname(std::string_view readelf_output) {
    for (std::string const& line : split(readelf_output, '\n')) {
        std::size_t const open = line.find('[');
        std::size_t const close = line.rfind(']');
        if (line.find("(SONAME)") != std::string::npos && open < close && close != std::string::npos) {
            return line.substr(open + 1, close - open - 1);
        }
    }
    return {};
}

// foo_open T 00000000000010f9 0000000000000006
std::set<std::string> parse_symbols(std::string_view nm_output) {
    std::set<std::string> symbols;
    for (std::string const& line : split(nm_output, '\n')) {
        std::vector<std::string> const words = split_words(line);
        if (words.size() >= 3 && words[1].size() == 1) {  // else it is a remark of nm's
            symbols.insert(words[0]);
        }
    }
    return symbols;
}

bool is_shared_library(fs::path const& file) {
    std::string const name = file.filename().string();
    if (!fs::is_regular_file(fs::symlink_status(file)) ||
        (!name.ends_with(".so") && name.find(".so.") == std::string::npos)) {
        return false;
    }
    std::array<char, 4> magic{};
    std::ifstream(file, std::ios::binary).read(magic.data(), magic.size());
    return magic == std::array{'\x7f', 'E', 'L', 'F'};
}

std::string read_shared_library(fs::path const& file, fs::path const& logs, SharedLibrary& library) {
    std::string failure;
    library.soname = parse_soname(output_of({"readelf", "-dW", file.string()}, logs, failure));
    if (failure.empty()) {
        library.symbols = parse_symbols(output_of({"nm", "-D", "-P", "--defined-only", file.string()}, logs, failure));
    }
    return failure;
}

}  // namespace am2cmake::verify
