// SPDX-License-Identifier: BSL-1.0
#include "scan.hpp"

#include <algorithm>
#include <iostream>
#include <limits>

#include <trident/base/number_text.hpp>
#include <trident/base/version.hpp>
#include <trident/runtime/scan.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/partial_file.hpp>

#include "batch_system.hpp"
#include "distribution.hpp"
#include "interrupt.hpp"
#include "progress_display.hpp"
#include "report.hpp"
#include "request_words.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

std::string header_text(scan const& what, run_settings const& settings) {
  std::string text = "# trident " + std::string(version) + ", trident scan\n";
  for (auto const& line : description_lines(what.quantity, what.physics, settings))
    text += "# " + line + '\n';
  for (auto const& note : what.notes) text += "# " + note + '\n';
  for (auto const& axis : what.axes) text += axis + ',';
  return text + "value_" + what.unit + ",error_" + what.unit + '\n';
}

std::string row_text(scan_row const& row) {
  std::string text;
  for (double const coordinate : row.at) text += number_text(coordinate) + ',';
  return text + number_text(row.value) + ',' + number_text(row.error) + '\n';
}

std::ptrdiff_t parts_done(std::vector<std::vector<scan_row>> const& rows) {
  return std::count_if(rows.begin(), rows.end(), [](auto const& part) { return !part.empty(); });
}

} // namespace

int run_scan(scan_request const& request) {
  if (!request.out) throw input_error("--out is missing: it needs the name of the file");
  if (request.run.format == output_format::json)
    throw input_error(
        "--format is \"json\": a scan is a table of comma-separated values, whose head says what it is; "
        "leave --format out; a distribution of events is JSON where --out ends in .json");
  if (is_of_events(request)) return run_event_distribution(request);
  auto settings = make_settings(request.run);
  if (settings.how == method::both)
    throw input_error("--method is \"both\": a scan has one value a point; allowed are the other methods");
  double const limit = settings.time_limit_seconds; // of the whole, not of each point
  work_watch const watch(limit);
  settings.time_limit_seconds = std::numeric_limits<double>::infinity();
  settings.go_on = [&] { return watch.goes_on(); };
  auto what = watch.finish([&] { return scan_of(request, settings); });
  if (request.run.seed && is_monte_carlo(settings.how))
    if (auto const note = note_on_shared_seed("--seed " + std::to_string(settings.seed),
                                              "all that compute the same have the same numbers, which an "
                                              "average does not improve; give each a seed of its own"))
      what.notes.push_back("note: " + *note);
  require_no_input({*request.out}, files_read_by(request.physics));
  partial_file file(*request.out, encoder_for(*request.out));
  std::vector<std::vector<scan_row>> rows(what.parts.size());
  bool complete = false;
  try {
    progress_display display(request.run.quiet ? progress_style::none : style_of_standard_error());
    complete = compute_parts(
        what, settings,
        [&](progress_report const& report) {
          display.show(report);
          return true;
        },
        rows);
  } catch (...) {
    file.discard();
    throw;
  }
  std::string text = header_text(what, settings);
  for (auto const& part : rows)
    for (auto const& row : part) text += row_text(row);
  file.append(text);
  if (complete) {
    file.complete();
    return 0;
  }
  file.close();
  std::string const written = file.is_replaced() ? partial_file::partial_name(*request.out) : *request.out;
  if (!noted_signal())
    throw input_error("--time-limit is " + number_text(limit) + ": " + std::to_string(parts_done(rows)) +
                      " of " + std::to_string(rows.size()) +
                      " parts of the scan were computed, which are in \"" + written +
                      "\"; it must have more time, or fewer points");
  std::cerr << "trident: interrupted: what was computed is in \"" << written
            << "\"; the same command starts anew\n";
  constexpr int first_signal_status = 128;
  return first_signal_status + noted_signal().value_or(0);
}

} // namespace trident::program
