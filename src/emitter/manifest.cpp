#include "emitter/manifest.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <nlohmann/json.hpp>

namespace am2cmake::emitter {
namespace {

constexpr int manifest_version = 1;

}  // namespace

// FNV-1a, 64 bits, with the length before it.
std::string hash_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char const byte : text) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return fmt::format("{}-{:016x}", text.size(), hash);
}

std::string print(Manifest const& manifest) {
    nlohmann::ordered_json json;
    json["$comment"] = "The files that am2cmake wrote here, so that it knows them again. Keep it with them.";
    json["version"] = manifest_version;
    json["files"] = manifest.hashes;
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::optional<Manifest> parse_manifest(std::string_view text) {
    nlohmann::json const json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("version", nlohmann::json{}) != manifest_version) {
        return std::nullopt;
    }
    auto const files = json.find("files");
    if (files == json.end() || !files->is_object()) {
        return std::nullopt;
    }
    Manifest manifest;
    for (auto const& [path, hash] : files->items()) {
        if (!hash.is_string()) {
            return std::nullopt;
        }
        manifest.hashes[path] = hash.get<std::string>();
    }
    return manifest;
}

}  // namespace am2cmake::emitter
