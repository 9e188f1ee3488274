#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include "base/file.hpp"
#include "emitter/manifest.hpp"
#include "emitter/output_tree.hpp"

namespace am2cmake::emitter {
namespace {

namespace fs = std::filesystem;

fs::path absolute_root(fs::path const& root, std::error_code& error) {
    fs::path const path = fs::weakly_canonical(fs::absolute(root), error);
    return path.has_filename() ? path : path.parent_path();
}

bool is_within(fs::path const& root, fs::path const& path) {
    return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

// The place in the tree that a path means; nothing if it leads out: by `..`, or through a link.
std::optional<fs::path> place_in(fs::path const& root, std::string const& path) {
    fs::path const relative = fs::path(path).lexically_normal();
    if (relative.empty() || relative.is_absolute() || !relative.has_filename() || *relative.begin() == "..") {
        return std::nullopt;
    }
    std::error_code error;
    fs::path folder = root;
    for (fs::path const& part : relative.parent_path()) {
        folder /= part;
        if (fs::is_symlink(fs::symlink_status(folder, error))) {
            folder = fs::canonical(folder, error);
            if (error || !is_within(root, folder)) {
                return std::nullopt;
            }
        }
    }
    fs::path const target = folder / relative.filename();
    if (fs::is_symlink(fs::symlink_status(target, error))) {
        fs::path const aim = fs::canonical(target, error);
        if (error || !is_within(root, aim)) {
            return std::nullopt;
        }
    }
    return target;
}

// Makes the plan, file by file; what stands in the way goes to the diagnostics and into the outcome.
class Planner {
public:
    Planner(fs::path const& root, bool force, Diagnostics& diagnostics)
        : root_(absolute_root(root, error_)), force_(force), diagnostics_(&diagnostics) {}

    OutputPlan plan(OutputTree const& output) {
        std::error_code missing;
        if (error_ || (fs::exists(root_, missing) && !fs::is_directory(root_, missing))) {
            fail(root_.string(), error_ ? error_.message() : "it is no folder");
            return std::move(plan_);
        }
        read_manifest();
        Manifest written;
        for (auto const& [path, text] : output.files) {
            add(path, text);
            written.hashes[path] = hash_of(text);
        }
        for (auto const& [path, hash] : known_.hashes) {
            if (!output.files.contains(path)) {
                add_removal(path, hash);
            }
        }
        if (!written.hashes.empty() || !known_.hashes.empty()) {
            known_.hashes[std::string(manifest_path)] = manifest_hash_;
            add(std::string(manifest_path), print(written));
        }
        return std::move(plan_);
    }

private:
    // A manifest that can't be read as one is a file of someone else's.
    void read_manifest() {
        std::optional<fs::path> const place = place_in(root_, std::string(manifest_path));
        std::optional<std::string> const text = place ? read_file(*place).text : std::nullopt;
        std::optional<Manifest> manifest = text ? parse_manifest(*text) : std::nullopt;
        if (manifest) {
            known_ = std::move(*manifest);
            manifest_hash_ = hash_of(*text);
        }
    }

    void add(std::string const& path, std::string const& text) {
        std::optional<fs::path> const target = place_in(root_, path);
        if (!target) {
            refuse(code::outside_tree, fmt::format("{} leads out of the tree; it is not written", path));
            return;
        }
        std::error_code error;
        fs::file_status const status = fs::symlink_status(*target, error);
        if (status.type() == fs::file_type::not_found) {
            plan_.files.push_back({path, *target, Change::create, text});
            return;
        }
        bool const regular = fs::is_regular_file(status);
        FileText const old = regular ? read_file(*target) : FileText{};
        if (!fs::status_known(status) || fs::is_directory(status) || (regular && !old.text)) {
            fail(path, regular ? old.error : error ? error.message() : "it is a folder");
            return;
        }
        if (old.text == text) {
            plan_.files.push_back({path, *target, Change::none, text});
        } else if (is_ours(path, old.text) || force_) {
            plan_.files.push_back({path, *target, Change::replace, text});
        } else {
            bool const edited = known_.hashes.contains(path);
            refuse(code::foreign_file, fmt::format("{} {}; --force overwrites it", path,
                                                   edited ? "was edited since am2cmake wrote it"
                                                          : "exists and was not written by am2cmake"));
        }
    }

    void add_removal(std::string const& path, std::string const& hash) {
        std::optional<fs::path> const target = place_in(root_, path);
        std::error_code error;
        if (target && fs::is_regular_file(fs::symlink_status(*target, error))) {
            std::optional<std::string> const old = read_file(*target).text;
            if (old && hash_of(*old) == hash) {
                plan_.files.push_back({path, *target, Change::remove, ""});
            }
        }
    }

    bool is_ours(std::string const& path, std::optional<std::string> const& text) const {
        auto const known = known_.hashes.find(path);
        return text && known != known_.hashes.end() && known->second == hash_of(*text);
    }

    void refuse(Code code, std::string message) {
        diagnostics_->report(code, {}, std::move(message));
        plan_.outcome = std::max(plan_.outcome, Outcome::refused);
    }

    void fail(std::string const& path, std::string const& why) {
        diagnostics_->report(code::unwritable_file, {}, fmt::format("{} can't be written: {}", path, why));
        plan_.outcome = Outcome::failed;
    }

    std::error_code error_;
    fs::path root_;
    bool force_;
    Diagnostics* diagnostics_;
    Manifest known_;
    std::string manifest_hash_;
    OutputPlan plan_;
};

}  // namespace

OutputPlan plan_output(OutputTree const& output, fs::path const& root, bool force, Diagnostics& diagnostics) {
    return Planner(root, force, diagnostics).plan(output);
}

}  // namespace am2cmake::emitter
