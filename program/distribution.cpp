// SPDX-License-Identifier: BSL-1.0
#include "distribution.hpp"

#include <algorithm>
#include <iostream>
#include <limits>
#include <variant>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/event/observables.hpp>
#include <trident/runtime/scan_distribution.hpp>
#include <trident/runtime/scan_lepton_energy.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/partial_file.hpp>

#include "batch_system.hpp"
#include "distribution_text.hpp"
#include "interrupt.hpp"
#include "report.hpp"
#include "request_words.hpp"

namespace trident::program {

namespace {

runtime::event_distribution_request distribution_request_of(scan_request const& request) {
  auto physics = request.physics;
  if (request.couplings) runtime::add_parameter(physics, "--coupling", *request.couplings);
  if (request.masses) runtime::add_parameter(physics, "--mass", *request.masses);
  return {physics, request.distribution, request.points, request.cut, request.smear};
}

} // namespace

bool is_of_events(scan_request const& request) {
  if (request.cut || request.smear) return true;
  if (!request.distribution || *request.distribution == runtime::lepton_energy_name) return false;
  bool by_quadrature = true, of_events = false;
  for (auto const& name : trident::detail::split(*request.distribution)) {
    auto const& known = runtime::detail::observable_names;
    by_quadrature = by_quadrature && std::any_of(known.begin(), known.end(),
                                                 [&](auto const& one) { return one.name == name; });
    of_events = of_events || find_event_observable(name) != nullptr;
  }
  return of_events && (!by_quadrature || request.run.method == "rqmc");
}

run_request with_quasi_random_points(run_request run) {
  if (run.method == run_request{}.method) run.method = "rqmc";
  return run;
}

std::vector<std::string> description_of(runtime::event_distribution_request const& request,
                                        runtime::computed_distribution const& found,
                                        run_settings const& settings) {
  auto lines = description_lines(quantity_text(found.values), found.asked, settings);
  if (auto const* fixed = std::get_if<monoenergetic>(&found.asked.flux))
    lines.push_back("energy_GeV: " + trident::detail::number_text(fixed->energy()));
  if (request.cut) lines.push_back("cut: " + *request.cut);
  if (request.smear) lines.push_back("smear: " + *request.smear);
  return lines;
}

int run_event_distribution(scan_request const& request) {
  if (!request.distribution)
    throw input_error((request.cut ? "--cut is \"" + *request.cut : "--smear is \"" + *request.smear) +
                      "\": in a scan it needs --distribution; `trident cross-section` has it too");
  if (*request.distribution == runtime::lepton_energy_name)
    throw input_error("--distribution is \"lepton-energy\": real W bosons have no --cut and no --smear");
  if (request.energies)
    throw input_error("--distribution is \"" + *request.distribution +
                      "\": it needs one --energy or flux, not --energies");
  auto settings = make_settings(with_quasi_random_points(request.run));
  double const limit = settings.time_limit_seconds; // of the whole
  work_watch const watch(limit);
  settings.time_limit_seconds = std::numeric_limits<double>::infinity();
  settings.go_on = [&] { return watch.goes_on(); };
  require_no_input({*request.out}, files_read_by(request.physics));
  partial_file file(*request.out, encoder_for(*request.out));
  try {
    auto const asked = distribution_request_of(request);
    auto found = watch.finish([&] { return runtime::compute_event_distribution(asked, settings); });
    if (request.run.seed)
      if (auto const note = note_on_shared_seed("--seed " + std::to_string(settings.seed),
                                                "all that compute the same have the same numbers, which an "
                                                "average does not improve; give each a seed of its own"))
        found.notes.push_back("note: " + *note);
    file.append(distribution_text(distribution_format_of(*request.out), found.values,
                                  description_of(asked, found, settings), found.notes));
  } catch (...) {
    file.discard();
    throw;
  }
  file.complete();
  return 0;
}

int run_cross_section_within_cuts(cross_section_request const& request) {
  if (request.vary)
    throw input_error("--vary is \"" + *request.vary + "\": it takes no --cut and no --smear");
  if (request.run_file || request.freeze || request.slice || request.out || request.checkpoint)
    throw input_error("--cut and --smear take no --run, --freeze, --slice, --out or --checkpoint: they take "
                      "seconds");
  auto settings = make_settings(with_quasi_random_points(request.run));
  work_watch const watch(settings.time_limit_seconds);
  settings.time_limit_seconds = std::numeric_limits<double>::infinity();
  settings.go_on = [&] { return watch.goes_on(); };
  runtime::event_distribution_request const asked{request.physics, {}, {}, request.cut, request.smear};
  auto const found = watch.finish([&] { return runtime::compute_event_distribution(asked, settings); });
  auto const description = description_of(asked, found, settings);
  if (request.run.format == output_format::json) {
    std::cout << distribution_text(distribution_format::json, found.values, description, found.notes);
    return 0;
  }
  for (auto const* lines : {&description, &found.notes})
    for (auto const& line : *lines) std::cout << line << '\n';
  for (auto const& line : totals_text(found.values)) std::cout << line << '\n';
  return 0;
}

} // namespace trident::program
