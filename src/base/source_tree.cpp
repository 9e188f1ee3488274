#include "base/source_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/words.hpp"

namespace am2cmake {
namespace {

// No person wrote more. It bounds the time that a hostile file takes, too.
constexpr std::uintmax_t mebibyte = 1024 * 1024;
constexpr std::uintmax_t largest_file = 4 * mebibyte;
constexpr std::uintmax_t largest_tree = 64 * mebibyte;

// The length of the UTF-8 sequence that starts here, 0 if none does (RFC 3629, overlong forms apart).
std::size_t utf8_length(std::string_view text) {
    auto const byte = static_cast<unsigned char>(text.front());
    std::size_t const length = byte < 0x80                   ? 1
                               : byte >= 0xC2 && byte < 0xE0 ? 2
                               : byte >= 0xE0 && byte < 0xF0 ? 3
                               : byte >= 0xF0 && byte < 0xF5 ? 4
                                                             : 0;
    if (length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

bool is_text(unsigned char byte) {
    return byte >= ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' || byte == '\v';
}

struct InvalidBytes {
    std::size_t control = std::string::npos;  // offset of the first one
    std::size_t encoding = std::string::npos;
};

// Control characters become `?`: two of them mark macro calls in expanded text.
InvalidBytes clean(std::string& text) {
    InvalidBytes found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_text(static_cast<unsigned char>(text[at]))) {
            found.control = std::min(found.control, at);
            text[at++] = '?';
            continue;
        }
        std::size_t const length = utf8_length(std::string_view(text).substr(at));
        if (length == 0) {
            found.encoding = std::min(found.encoding, at);
        }
        at += std::max<std::size_t>(length, 1);
    }
    return found;
}

}  // namespace

std::string normal_path(std::string_view path) {
    std::vector<std::string> parts;
    for (std::string const& part : split(path, '/')) {
        if (part.empty() || part == ".") {
            continue;
        }
        if (part == ".." && !parts.empty() && parts.back() != "..") {
            parts.pop_back();
        } else {
            parts.push_back(part);
        }
    }
    return join(parts, "/");
}

std::string path_below(std::string_view folder, std::string_view name) {
    return normal_path(std::string(folder) + "/" + std::string(name));
}

SourceTree::SourceTree(std::filesystem::path root, Diagnostics& diagnostics, std::string folder)
    : root_(std::move(root)), folder_(std::move(folder)), diagnostics_(&diagnostics) {}

std::string SourceTree::name_of(std::string const& path) const {
    return folder_.empty() ? normal_path(path) : path_below(folder_, path);
}

bool SourceTree::inside(std::string const& path) const {
    std::string const name = name_of(path);
    return name != ".." && !name.starts_with("../") && !path.starts_with('/');
}

bool SourceTree::leads_out(std::string const& name) const {
    std::error_code error;
    std::filesystem::path const top = std::filesystem::canonical(root_, error);
    std::filesystem::path const aim = std::filesystem::canonical(root_ / name, error);
    return !error && std::mismatch(top.begin(), top.end(), aim.begin(), aim.end()).first != top.end();
}

FileText SourceTree::text_of(std::string const& name) const {
    if (leads_out(name)) {
        return {std::nullopt, "it is a link that leads out of the tree"};
    }
    std::error_code error;
    std::uintmax_t const size = std::filesystem::file_size(root_ / name, error);
    if (!error && (size > largest_file || size + bytes_read_ > largest_tree)) {
        return {std::nullopt, size > largest_file ? "larger than 4 MiB" : "more than 64 MiB were read before it"};
    }
    return read_file(root_ / name);
}

bool SourceTree::is_file(std::string const& path) const {
    std::error_code error;
    return inside(path) && std::filesystem::is_regular_file(root_ / name_of(path), error);
}

bool SourceTree::is_directory(std::string const& path) const {
    std::error_code error;
    return inside(path) && std::filesystem::is_directory(root_ / name_of(path), error);
}

std::vector<std::string> SourceTree::files(std::string const& folder, std::string_view ending) const {
    std::vector<std::string> names;
    std::error_code error;
    if (!inside(folder) || leads_out(name_of(folder))) {
        return names;
    }
    for (auto const& entry : std::filesystem::directory_iterator(root_ / name_of(folder), error)) {
        std::string const name = entry.path().filename().string();
        if (name.ends_with(ending) && entry.is_regular_file(error)) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<Source> SourceTree::read(std::string const& path) {
    std::string const name = name_of(path);
    if (auto const known = read_.find(name); known != read_.end()) {
        return known->second;
    }
    std::optional<Source>& source = read_[name];
    std::error_code error;
    if (!inside(path) || !std::filesystem::exists(std::filesystem::symlink_status(root_ / name, error))) {
        return source;
    }
    FileText found = text_of(name);
    if (!found.text) {
        Source const place = diagnostics_->sources().add_file(name, "");
        diagnostics_->report(code::unreadable_file, {place.begin, place.begin},
                             fmt::format("can't be read: {}", found.error));
        return source;
    }
    std::string text = *std::move(found.text);
    bytes_read_ += text.size();
    InvalidBytes const invalid = clean(text);
    source = diagnostics_->sources().add_file(name, std::move(text));
    if (invalid.control != std::string::npos) {
        Location const at = source->begin + invalid.control;
        diagnostics_->report(code::invalid_text, {at, at + 1}, "a control character: it is read as '?'");
    }
    if (invalid.encoding != std::string::npos) {
        Location const at = source->begin + invalid.encoding;
        diagnostics_->report(code::invalid_text, {at, at + 1}, "not valid UTF-8 from here on: save the file as UTF-8");
    }
    return source;
}

}  // namespace am2cmake
