#pragma once
// What a verb tells at its end: the findings as text, JSON or SARIF, the summary, and the list of files.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/console.hpp"
#include "emitter/output_tree.hpp"
#include "model/project.hpp"

namespace am2cmake::cli {

using ReportFiles = std::vector<std::pair<std::string, std::string>>;  // format and file, "-" is stdout

// Sorts the findings, prints them to stderr and, where the work was done, the summary to stdout; writes the reports.
// `failure` is 0 or the exit code of what failed; returns the exit code of the verb.
int finish(Diagnostics& diagnostics, model::Tally const& tally, ReportFiles const& reports, Console const& console,
           int failure = 0);

// The files of a plan, one a line, with what happens to each: to stdout.
void print_plan(emitter::OutputPlan const& plan);

// `translated 412 of 418 statements; 6 findings (2 need you)`
std::string summary(Diagnostics const& diagnostics, model::Tally const& tally);

std::string json_report(Diagnostics const& diagnostics, model::Tally const& tally);  // docs/reports.md
std::string sarif_report(Diagnostics const& diagnostics);                            // SARIF 2.1.0

std::string_view version();

}  // namespace am2cmake::cli
