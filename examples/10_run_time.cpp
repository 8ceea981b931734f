// SPDX-License-Identifier: BSL-1.0
// What is chosen at run time, by names: cross sections, events and rates, with progress and cancel.
#include <iostream>

#include <trident/runtime.hpp>

using namespace trident;

int main() {
  runtime::physics_request physics;
  physics.process = "nu_mu -> nu_mu mu+ mu-";
  physics.target = "Ar";
  physics.flux.energy = 5; // GeV
  auto const exact = runtime::cross_section(physics);
  std::cout << "quadrature  ( " << exact.value << " +- " << exact.error << " ) fb\n";

  runtime::run_request how;
  how.method = "vegas";
  how.precision = 1e-4;
  how.seed = 1;
  int told = 0;
  auto const sampled = runtime::cross_section(physics, how, [&](progress_report const& report) {
    std::cout << 100 * report.fraction << " % after " << report.evaluations << " points\n";
    return ++told < 3; // enough
  });
  std::cout << "vegas       ( " << sampled.value << " +- " << sampled.error << " ) fb, "
            << to_string(sampled.reason) << '\n';

  auto over_spectrum = physics;
  over_spectrum.flux.energy.reset();
  over_spectrum.flux.name = "dune_tdr_numu";
  over_spectrum.regime = "total";
  auto const average = runtime::cross_section(over_spectrum);
  for (auto const& one : average.components)
    std::cout << one.multiplicity << " x " << one.name << "  " << one.estimate.value << " fb\n";

  runtime::sample_request wanted;
  wanted.physics = over_spectrum;
  auto const sample = runtime::make_sample(wanted, 1);
  for (auto const& e : runtime::events_of(sample, 0, 3))
    std::cout << "event " << e.number << ": " << e.neutrino_in().momentum.e << " GeV\n";

  runtime::rates_request at_detector;
  at_detector.detector = "dune-nd";
  at_detector.process = physics.process;
  double events = 0;
  for (auto const& one : runtime::rates(at_detector).rates) events += one.events;
  std::cout << events << " events at dune-nd\n";

  double const pull = (sampled.value - exact.value) / sampled.error;
  bool const cancelled = sampled.reason == stop_reason::cancelled || told < 3;
  return cancelled && pull < 5 && pull > -5 && average.components.size() == 5 && events > 100 ? 0 : 1;
}
