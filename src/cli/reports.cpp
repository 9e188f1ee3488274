#include "cli/reports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "base/file.hpp"
#include "cli/exit_code.hpp"

namespace am2cmake::cli {
namespace {

std::string_view name(emitter::Change change) {
    switch (change) {
        case emitter::Change::none: return "unchanged";
        case emitter::Change::create: return "create";
        case emitter::Change::replace: return "replace";
        case emitter::Change::remove: return "remove";
    }
    return "";
}

std::size_t count_findings(Diagnostics const& diagnostics) {
    return diagnostics.count(Severity::warning) + diagnostics.count(Severity::error);
}

// Why a report could not be written; nothing: all are.
std::string write_reports(Diagnostics const& diagnostics, model::Tally const& tally, ReportFiles const& reports) {
    for (auto const& [format, file] : reports) {
        std::string const text = format == "sarif" ? sarif_report(diagnostics) : json_report(diagnostics, tally);
        if (file == "-") {
            print_to(stdout, text);
        } else if (std::string const error = overwrite_file(file, text); !error.empty()) {
            return fmt::format("am2cmake: the report {} can't be written: {}\n", file, error);
        }
    }
    return {};
}

}  // namespace

std::string_view version() {
    return AM2CMAKE_VERSION;
}

std::string summary(Diagnostics const& diagnostics, model::Tally const& tally) {
    std::size_t const findings = count_findings(diagnostics);
    return fmt::format("translated {} of {} statements; {} finding{} ({} need{} you)", tally.translated,
                       tally.statements, findings, findings == 1 ? "" : "s", diagnostics.count_needing_you(),
                       diagnostics.count_needing_you() == 1 ? "s" : "");
}

void print_plan(emitter::OutputPlan const& plan) {
    for (emitter::PlannedFile const& file : plan.files) {
        print_to(stdout, fmt::format("{:<9} {}\n", name(file.change), file.path));
    }
}

int finish(Diagnostics& diagnostics, model::Tally const& tally, ReportFiles const& reports, Console const& console,
           int failure) {
    diagnostics.sort();
    bool const quiet = console.verbosity == Verbosity::quiet;
    for (Diagnostic const& found : diagnostics.all()) {
        if (!quiet || found.code.severity == Severity::error) {
            print_to(stderr, render(found, diagnostics.sources(), console.palette));
        }
    }
    if (std::string const error = write_reports(diagnostics, tally, reports); !error.empty()) {
        print_to(stderr, error);
        failure = std::max(failure, exit_code::no_access);
    }
    if (failure == 0 && !quiet) {
        print_to(stdout, summary(diagnostics, tally) + "\n");
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        print_to(stderr, "am2cmake: the standard output can't be written\n");
        failure = std::max(failure, exit_code::no_access);
    }
    return failure != 0 ? failure : count_findings(diagnostics) > 0 ? exit_code::findings : exit_code::clean;
}

}  // namespace am2cmake::cli
