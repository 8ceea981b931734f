// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <cstddef>
#include <limits>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/flux/flux.hpp>
#include <trident/mc/progress.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/checkpoint.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/run.hpp>
#include <trident/runtime/run_result.hpp>
#include <trident/runtime/settings.hpp>

namespace trident::runtime {

namespace detail {

/// What a quadrature, which does not know how far it is, asks ten times a second at most: whether the progress of nothing yet
/// is answered by going on.
class slow_question {
public:
  explicit slow_question(progress_function const& progress) : progress_(progress) {}

  bool operator()() {
    if (!progress_ || watch_.seconds() < next_) return true;
    next_ = watch_.seconds() + 0.1;
    return progress_({0, 0, 0, std::numeric_limits<double>::infinity(), watch_.seconds()});
  }

private:
  progress_function const& progress_;
  trident::detail::stopwatch watch_;
  double next_ = 0;
};

} // namespace detail

/// The cross section of a configuration [fb], per what its target says, with its error. `progress` is told how far it is,
/// and may say false: a Monte Carlo then ends with what it has, with the reason stop_reason::cancelled, and a quadrature
/// with computation_stopped. Throws input_error.
inline run_result cross_section(configuration const& asked, run_settings settings,
                                progress_function const& progress = {}) {
  if (!settings.go_on) settings.go_on = detail::slow_question(progress);
  checkpoint nothing;
  return compute(asked, settings, progress, nothing);
}

/// The same by names.
inline run_result cross_section(physics_request const& asked, run_request const& how = {},
                                progress_function const& progress = {}) {
  auto const settings = make_settings(how);
  return cross_section(
      make_configuration(as_method_takes(asked, settings.how), processes_taken::with_w_production), settings,
      progress);
}

/// At each of these energies [GeV], in place of the neutrinos of the configuration, side by side on the threads of the
/// settings: each result has the bits that it has alone. Throws computation_stopped if `progress` said no.
inline std::vector<run_result> cross_sections(configuration const& asked, std::vector<double> const& energies,
                                              run_settings const& settings,
                                              progress_function const& progress = {}) {
  std::vector<run_result> results(energies.size());
  std::atomic<std::size_t> done = 0;
  std::atomic<bool> stopped = false;
  run_settings one = settings;
  one.threads = 1;
  one.go_on = [&] { return !stopped; };
  auto const part = [&](std::size_t i) {
    configuration here = asked;
    here.flux = monoenergetic(energies[i]);
    try {
      results[i] = cross_section(here, one, [&](progress_report const&) { return !stopped; });
    } catch (computation_stopped const&) { return; }
    ++done;
  };
  trident::detail::stopwatch const watch;
  auto const go_on = [&] {
    double const share = static_cast<double>(done) / static_cast<double>(energies.size());
    stopped = stopped || (progress && !progress({share, done, 0, 0, watch.seconds()})) ||
              (settings.go_on && !settings.go_on());
    return !stopped;
  };
  auto const outcome = settings.threads.for_each(energies.size(), part, go_on);
  if (stopped || outcome != chunks_outcome::complete) throw computation_stopped();
  return results;
}

} // namespace trident::runtime
