#include "emitter/output_tree.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "base/file.hpp"

namespace am2cmake::emitter {
namespace {

namespace fs = std::filesystem;

// An interrupt from the keyboard waits until the tree is whole again.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t held;
        sigemptyset(&held);
        for (int const number : {SIGINT, SIGTERM, SIGHUP}) {
            sigaddset(&held, number);
        }
        pthread_sigmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(SignalsHeld const&) = delete;
    SignalsHeld& operator=(SignalsHeld const&) = delete;

private:
    sigset_t before_;
};

// The tree changes only between the renames of `carry_out`; unless that succeeds, the destructor puts all back.
class Transaction {
public:
    Transaction() = default;
    ~Transaction() { undo(); }
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    // Both return why it failed; an empty text: it did not.
    std::string prepare(PlannedFile const& file);
    std::string carry_out();

private:
    struct Step {
        Change change;
        fs::path target;
        fs::path fresh;  // the new text
        fs::path old;    // the text before
        bool kept = false;
        bool renamed = false;
    };

    std::string make_folder(fs::path const& folder);
    static std::error_code carry_out(Step& step);
    void undo();

    std::vector<Step> steps_;
    std::vector<fs::path> folders_;  // made by us, outermost first
};

std::string Transaction::make_folder(fs::path const& folder) {
    std::error_code error;
    std::vector<fs::path> missing;
    for (fs::path at = folder; !fs::exists(at, error) && at.has_relative_path(); at = at.parent_path()) {
        missing.push_back(at);
    }
    std::reverse(missing.begin(), missing.end());
    for (fs::path const& at : missing) {
        if (!fs::create_directory(at, error) && error) {
            return error.message();
        }
        folders_.push_back(at);
    }
    return {};
}

std::string Transaction::prepare(PlannedFile const& file) {
    std::string const name = fmt::format(".am2cmake-{}-{}", ::getpid(), steps_.size());
    fs::path const folder = file.target.parent_path();
    steps_.push_back({file.change, file.target, folder / (name + ".new"), folder / (name + ".old")});
    if (file.change == Change::remove) {
        return {};
    }
    std::string const error = make_folder(folder);
    return error.empty() ? create_file(steps_.back().fresh, file.text) : error;
}

std::error_code Transaction::carry_out(Step& step) {
    std::error_code error;
    if (step.change == Change::replace) {
        // A second name keeps the file in place all the time; some file systems have none.
        fs::create_hard_link(step.target, step.old, error);
    }
    if (step.change == Change::remove || error) {
        fs::rename(step.target, step.old, error);
    }
    if (error) {
        return error;
    }
    step.kept = step.change != Change::create;
    if (step.change != Change::remove) {
        fs::rename(step.fresh, step.target, error);
    }
    step.renamed = !error;
    return error;
}

std::string Transaction::carry_out() {
    for (Step& step : steps_) {
        if (std::error_code const error = carry_out(step)) {
            return fmt::format("{} can't be written: {}", step.target.string(), error.message());
        }
    }
    std::error_code ignored;
    for (Step const& step : steps_) {
        fs::remove(step.old, ignored);
    }
    steps_.clear();
    folders_.clear();
    return {};
}

void Transaction::undo() {
    std::error_code ignored;
    std::for_each(steps_.rbegin(), steps_.rend(), [&](Step const& step) {
        if (step.kept) {
            std::error_code error;
            fs::rename(step.old, step.target, error);
            if (!error) {
                fs::remove(step.old, ignored);  // still there if both names were the same file
            }
        } else if (step.renamed) {
            fs::remove(step.target, ignored);
        }
        fs::remove(step.fresh, ignored);
    });
    std::for_each(folders_.rbegin(), folders_.rend(), [&](fs::path const& folder) { fs::remove(folder, ignored); });
}

}  // namespace

Outcome write_output(OutputPlan const& plan, Diagnostics& diagnostics) {
    if (plan.outcome != Outcome::done) {
        return plan.outcome;
    }
    auto const failed = [&](std::string message) {
        diagnostics.report(code::unwritable_file, {}, std::move(message));
        return Outcome::failed;
    };
    SignalsHeld const held;
    Transaction transaction;
    for (PlannedFile const& file : plan.files) {
        if (file.change == Change::none) {
            continue;
        }
        if (std::string const error = transaction.prepare(file); !error.empty()) {
            return failed(fmt::format("{} can't be written: {}", file.path, error));
        }
    }
    std::string error = transaction.carry_out();
    return error.empty() ? Outcome::done : failed(std::move(error));
}

}  // namespace am2cmake::emitter
