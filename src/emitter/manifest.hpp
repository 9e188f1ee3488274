#pragma once
// What am2cmake wrote into a tree, so that it knows its own files again: `.am2cmake/manifest.json` holds a hash of
// each. A file whose text has another hash, or that is not in there, belongs to someone else.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace am2cmake::emitter {

inline constexpr std::string_view manifest_path = ".am2cmake/manifest.json";

struct Manifest {
    std::map<std::string, std::string> hashes;  // by path
};

std::string hash_of(std::string_view text);  // tells an edit; it is no defence against a forger
std::string print(Manifest const& manifest);
std::optional<Manifest> parse_manifest(std::string_view text);  // nothing: this is no manifest

}  // namespace am2cmake::emitter
