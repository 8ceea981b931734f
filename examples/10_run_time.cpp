// SPDX-License-Identifier: BSL-1.0
// What is chosen at run time, by names.
#include <iostream>

#include <trident/runtime.hpp>

using namespace trident;

int main() {
  runtime::physics_request physics;
  physics.process = "nu_mu -> nu_mu mu+ mu-";
  physics.target = "Ar";
  physics.flux.energy = 5; // GeV
  auto const exact = runtime::cross_section(physics);
  std::cout << *physics.process << " on " << *physics.target << ": ( " << exact.value << " +- " << exact.error
            << " ) fb\n";

  runtime::run_request how;
  how.method = "vegas";
  how.seed = 1;
  int told = 0;
  auto const sampled =
      runtime::cross_section(physics, how, [&](progress_report const&) { return ++told > 0; });
  how.precision = 1e-6; // would take long
  auto const cancelled = runtime::cross_section(physics, how, [](progress_report const&) { return false; });
  std::cout << "vegas: ( " << sampled.value << " +- " << sampled.error << " ) fb\n"
            << "cancelled: ( " << cancelled.value << " +- " << cancelled.error << " ) fb\n";

  auto const curve = runtime::cross_sections(runtime::make_configuration(physics), {3, 5, 10},
                                             {runtime::method::quadrature, 1e-4});
  bool const good = curve[1].value > curve[0].value && cancelled.reason == stop_reason::cancelled;
  return good ? 0 : 1;
}
