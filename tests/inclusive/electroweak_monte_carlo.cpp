// SPDX-License-Identifier: BSL-1.0

// Monte Carlo with W and Z as particles, in shares where a W may be real, against an independent Monte Carlo of helicity
// amplitudes.

#include "catch.hpp"

#include <cmath>
#include <string>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/cross_section/integrate.hpp>
#include <trident/cross_section/quasi_random.hpp>
#include <trident/event/for_each_event.hpp>
#include <trident/flux/flux.hpp>
#include <trident/mc/fastest.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "channels.hpp"
#include "data/electroweak_monte_carlo.hpp"

using namespace trident;
using namespace trident_test;

namespace {

template <class N>
auto electroweak_integrand(channel const& process, N const& target, double energy) {
  return trident::detail::fastest(
      Trident{process, target, monoenergetic{energy}, full_electroweak{standard_model{}}});
}

channel process_of_text(std::string const& text) {
  for (auto const& one : all_channels())
    if (one.text() == text) return one;
  throw input_error("no channel " + text);
}

struct electroweak_pulls {
  double chi2 = 0;
  int count = 0;

  template <class N>
  void add(channel const& process, N const& target, electroweak_row const& row) {
    auto const found = integrate(electroweak_integrand(process, target, row.energy),
                                 {.relative_error = 2e-3, .seed = 20261130});
    double const pull = (found.value - row.value) / std::hypot(found.error, row.error);
    CAPTURE(process.text(), row.target, row.energy, found.value, found.error, row.value, row.error);
    CHECK(std::abs(pull) < 4);
    CHECK(found.non_finite_evaluations == 0);
    CHECK(found.relative_error() < 2.5e-3);
    chi2 += pull * pull;
    ++count;
  }
};

} // namespace

TEST_CASE("cross sections with real W bosons, neutrinos and antineutrinos", "[inclusive]") {
  electroweak_pulls all;
  for (auto const& row : electroweak_rows) {
    auto const process = process_of_text(row.process);
    for (auto const& one : {process, conjugate(process)}) {
      if (row.target == std::string("Ar"))
        all.add(one, argon40{}, row);
      else if (row.target == std::string("p"))
        all.add(one, proton{}, row);
      else
        all.add(one, neutron{}, row);
    }
  }
  CHECK(all.chi2 / all.count < 2);
}

TEST_CASE("quasi-random points agree, and where no W can be real there is one share", "[inclusive]") {
  auto const process = process_of_text("nu_mu -> nu_mu mu+ mu-");
  auto const sigma = electroweak_integrand(process, argon40{}, 1e6);
  auto const random = integrate(sigma, {.relative_error = 2e-3});
  auto const quasi = integrate_quasi_random(sigma, {.relative_error = 1e-3});
  CHECK(std::abs(random.value - quasi.value) < 4 * std::hypot(random.error, quasi.error));
  Trident const low{process, argon40{}, monoenergetic{1e3}, full_electroweak{standard_model{}}};
  CHECK(low.shares().size() == 1);
  Trident const neutral{process_of_text("nu_mu -> nu_mu e+ e-"), argon40{}, monoenergetic{1e6},
                        full_electroweak{standard_model{}}};
  CHECK(neutral.shares().size() == 1); // no W
}

TEST_CASE("a spectrum from far below the W to far above it", "[inclusive]") {
  auto const process = process_of_text("nu_mu -> nu_e e+ mu-");
  std::vector<double> const edges = {1e3, 1e4, 1e5, 1e6, 1e7}, densities = {1e-3, 1e-5, 1e-7, 1e-9};
  histogram_flux const flux(edges, densities, bin_value::density);
  Trident const sigma{process, proton{}, flux, full_electroweak{standard_model{}}};
  auto const whole = integrate(trident::detail::fastest(sigma), {.relative_error = 3e-3});
  double sum = 0, variance = 0, neutrinos = 0;
  for (std::size_t bin = 0; bin < densities.size(); ++bin) {
    histogram_flux const one({edges[bin], edges[bin + 1]}, {densities[bin]}, bin_value::density);
    double const share = densities[bin] * (edges[bin + 1] - edges[bin]);
    auto const part = integrate(
        trident::detail::fastest(Trident{process, proton{}, one, full_electroweak{standard_model{}}}),
        {.relative_error = 3e-3, .seed = 5 + bin});
    sum += share * part.value;
    variance += share * share * part.error * part.error;
    neutrinos += share;
  }
  CAPTURE(whole.value, whole.error, sum / neutrinos);
  CHECK(std::abs(whole.value - sum / neutrinos) <
        4 * std::hypot(whole.error, std::sqrt(variance) / neutrinos));
}

TEST_CASE("events with real W bosons: every fourth point is one, in proportion", "[inclusive]") {
  auto const process = process_of_text("nu_mu -> nu_mu mu+ mu-");
  auto const sigma = electroweak_integrand(process, argon40{}, 1e6);
  source_description what;
  what.process = process;
  what.target_pdg_code = argon40::pdg_code();
  event_generator const generator({make_event_source(sigma, what)}, 1);
  std::vector<event> events;
  auto const statistics = generator.generate(0, 20'000, events);
  CHECK(statistics.efficiency() > 0.25);
  double const expected = generator.cross_section();
  CHECK(std::abs(statistics.cross_section() - expected) <
        4 * std::hypot(statistics.cross_section_error(), generator.cross_section_error()));
  double near = 0; // k' and l+ within five widths of the W
  for (auto const& one : events) {
    auto const w = (one.neutrino_out().momentum + one.lepton_plus().momentum).mass();
    near += std::abs(w - 80.377) < 5 * 2.085 ? one.weight : 0;
  }
  CHECK(near > 0.5 * 20'000);
  CHECK(near < 0.95 * 20'000);
}
