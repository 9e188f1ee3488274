#include "verify/compare.hpp"

#include <fmt/format.h>

#include "verify/install_tree.hpp"

namespace am2cmake::verify {
namespace {

using Sentences = std::vector<std::string>;

Sentences compare_files(Side const& autotools, Side const& cmake) {
    Sentences sentences;
    if (autotools.files.empty()) {
        sentences.push_back("the autotools side installs nothing, so there is nothing to compare with");
    }
    for (std::string const& file : autotools.files) {
        if (!cmake.files.contains(file)) {
            sentences.push_back(fmt::format("{} is missing on the CMake side", file));
        }
    }
    for (std::string const& file : cmake.files) {
        if (!autotools.files.contains(file) && !is_cmake_package_file(file)) {
            sentences.push_back(fmt::format("{} is only on the CMake side", file));
        }
    }
    return sentences;
}

// Calls compare(file, autotools library, CMake library) for each that both sides have.
template <typename Compare>
void for_common_libraries(Side const& autotools, Side const& cmake, Compare compare) {
    for (auto const& [file, library] : autotools.libraries) {
        if (auto const found = cmake.libraries.find(file); found != cmake.libraries.end()) {
            compare(file, library, found->second);
        }
    }
}

std::string soname_of(SharedLibrary const& library) {
    return library.soname.empty() ? "no SONAME" : fmt::format("the SONAME {}", library.soname);
}

Sentences compare_sonames(Side const& autotools, Side const& cmake) {
    Sentences sentences;
    auto const compare_one = [&](std::string const& file, SharedLibrary const& theirs, SharedLibrary const& ours) {
        if (theirs.soname != ours.soname) {
            sentences.push_back(fmt::format("{} has {} on the autotools side, {} on the CMake side", file,
                                            soname_of(theirs), soname_of(ours)));
        }
    };
    for_common_libraries(autotools, cmake, compare_one);
    return sentences;
}

Sentences compare_symbols(Side const& autotools, Side const& cmake) {
    Sentences sentences;
    auto const add_missing = [&](std::string const& file, SharedLibrary const& from, SharedLibrary const& in,
                                 std::string_view what) {
        for (std::string const& symbol : from.symbols) {
            if (!in.symbols.contains(symbol)) {
                sentences.push_back(fmt::format("{} {} {}", file, what, symbol));
            }
        }
    };
    auto const compare_one = [&](std::string const& file, SharedLibrary const& theirs, SharedLibrary const& ours) {
        add_missing(file, theirs, ours, "has lost the symbol");
        add_missing(file, ours, theirs, "has the added symbol");
    };
    for_common_libraries(autotools, cmake, compare_one);
    return sentences;
}

std::string value_of(Macros const& macros, std::string const& name) {
    auto const found = macros.find(name);
    if (found == macros.end()) {
        return "not defined";
    }
    return found->second.empty() ? "defined as nothing" : found->second;
}

Sentences compare_macros(Side const& autotools, Side const& cmake) {
    Sentences sentences;
    for (auto const& [header, theirs] : autotools.headers) {
        auto const found = cmake.headers.find(header);
        if (found == cmake.headers.end()) {
            sentences.push_back(fmt::format("{} is not made on the CMake side", header));
            continue;
        }
        Macros both = theirs;
        both.insert(found->second.begin(), found->second.end());
        for (auto const& [name, any] : both) {
            std::string const old_value = value_of(theirs, name);
            std::string const new_value = value_of(found->second, name);
            if (old_value != new_value) {
                sentences.push_back(fmt::format("{}: {} is {} on the autotools side, {} on the CMake side", header,
                                                name, old_value, new_value));
            }
        }
    }
    return sentences;
}

}  // namespace

std::vector<Comparison> compare(Side const& autotools, Side const& cmake) {
    return {{"installed files", compare_files(autotools, cmake)},
            {"SONAMEs", compare_sonames(autotools, cmake)},
            {"exported symbols", compare_symbols(autotools, cmake)},
            {"config header macros", compare_macros(autotools, cmake)}};
}

}  // namespace am2cmake::verify
