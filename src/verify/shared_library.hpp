#pragma once
// What the linker and the loader see of an ELF shared library.

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace am2cmake::verify {

struct SharedLibrary {
    std::string soname;             // may be empty: a module has none
    std::set<std::string> symbols;  // exported; with their versions, "foo@@FOO_1"

    bool operator==(SharedLibrary const&) const = default;
};

// The SONAME in what `readelf -dW` prints.
std::string parse_soname(std::string_view readelf_output);

// The names in what `nm -D -P --defined-only` prints.
std::set<std::string> parse_symbols(std::string_view nm_output);

// An ELF file named *.so or *.so.*, and no link.
bool is_shared_library(std::filesystem::path const& file);

// Asks readelf and nm, which print into the folder `logs`. Returns why it failed; an empty text: it did not.
std::string read_shared_library(std::filesystem::path const& file, std::filesystem::path const& logs,
                                SharedLibrary& library);

}  // namespace am2cmake::verify
