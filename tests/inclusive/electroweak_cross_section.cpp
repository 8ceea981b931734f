// SPDX-License-Identifier: BSL-1.0

// Cross sections of the full electroweak amplitude by quadrature.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "catch.hpp"

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/flux/flux.hpp>
#include <trident/model/gauged_lepton_numbers.hpp>
#include <trident/numerics/pack.hpp>
#include <trident/quadrature/electroweak_cross_section.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "../data/electroweak_cross_sections.hpp"

using namespace trident;
using namespace trident_test;

namespace {

channel channel_of_text(std::string const& text) {
  for (channel const& one : registry::all_channels())
    if (one.text() == text) return one;
  FAIL("no channel " << text);
  return {};
}

continuum_source source_of(std::string const& target) {
  if (target == "p") return continuum_source(proton{}, pdg{});
  if (target == "n") return continuum_source(neutron{}, pdg{});
  if (target == "Fe")
    return continuum_source(make_nuclear_target(isotopes::iron_56, form_factor_kind::fourier_bessel), pdg{});
  if (target == "O16")
    return continuum_source(make_nuclear_target(isotopes::oxygen_16,
                                                three_parameter_fermi{2.608, 0.513, -0.051, teg2019::hbar_c}),
                            pdg{});
  return continuum_source(
      make_nuclear_target(isotopes::argon_40, three_parameter_fermi{3.73, 0.62, -0.19, teg2019::hbar_c}),
      pdg{});
}

template <class F>
inclusive_estimate full_cross_section(channel const& process, continuum_source const& source, F const& flux,
                                      double precision) {
  leptonic_part const leptons{process, flux, full_electroweak{standard_model{}}, pdg{}};
  return electroweak_cross_sections<pack>(leptons, std::span(&source, 1), {.relative_error = precision})
      .front();
}

} // namespace

TEST_CASE("full electroweak cross sections: independent Monte Carlo") {
  double sum = 0;
  std::size_t count = 0;
  for (auto const& row : electroweak_cross_section_rows) {
    constexpr std::size_t every = 12; // the others are compared with the tables
    if (count++ % every != 0) continue;
    auto const process = channel_of_text(row.channel);
    auto const source = source_of(row.target);
    auto const full = full_cross_section(process, source, monoenergetic{row.energy}, 5e-4);
    double const pull = (full.value - row.full) / row.error;
    INFO(row.channel << " on " << row.target << " at " << row.energy << " GeV: " << full.value);
    CHECK(std::abs(pull) < 4);
    sum += pull * pull;
    if (!(row.ratio > 0)) continue;
    leptonic_part const leptons{process, monoenergetic{row.energy}, standard_model{}, pdg{}};
    auto const contact =
        inclusive_cross_sections<pack>(leptons, std::span(&source, 1), {.relative_error = 3e-5}).front();
    CHECK(std::abs(full.value / contact.value - row.ratio) <
          4 * row.ratio_error + 2 * full.error / full.value);
  }
  double const rows = std::ceil(static_cast<double>(electroweak_cross_section_rows.size()) / 12);
  CHECK(sum < rows + 4 * std::sqrt(2 * rows));
}

TEST_CASE("full electroweak cross sections: the error bounds the deviation") {
  std::uint64_t state = 5;
  auto const uniform = [&state] {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state >> 11) * 0x1p-53;
  };
  auto const channels = registry::all_channels();
  for (int i = 0; i < 4; ++i) {
    auto const& process = channels[static_cast<std::size_t>(30 * uniform())];
    auto const source = source_of(std::vector<std::string>{"p", "Ar", "Fe"}[static_cast<std::size_t>(i % 3)]);
    double const energy = std::exp(std::log(100) + std::log(1e6) * uniform());
    auto const coarse = full_cross_section(process, source, monoenergetic{energy}, 1e-3);
    auto const fine = full_cross_section(process, source, monoenergetic{energy}, 3e-5);
    INFO(process.text() << ", target " << i % 3 << ", " << energy << " GeV: " << fine.value);
    CHECK(std::abs(coarse.value - fine.value) <= coarse.error + fine.error);
    CHECK(coarse.error < 4e-3 * coarse.value);
  }
}

TEST_CASE("full electroweak cross sections: a spectrum through the threshold of real W bosons") {
  auto const process = channel_of_text("nu_mu -> nu_e e+ mu-");
  auto const source = source_of("p");
  histogram_flux const flux({2000, 6000, 20000}, {2, 1}, bin_value::density);
  auto const averaged = full_cross_section(process, source, flux, 3e-4);
  double sum = 0, norm = 0;
  std::vector<double> const edges = {2000, 6000, 20000}, densities = {2, 1};
  for (std::size_t bin = 0; bin < 2; ++bin) {
    auto const& rule = gauss_legendre(5);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const width = edges[bin + 1] - edges[bin], energy = edges[bin] + width * rule.nodes[i];
      double const share = rule.weights[i] * width * densities[bin];
      sum += share * full_cross_section(process, source, monoenergetic{energy}, 5e-4).value;
      norm += share;
    }
  }
  CHECK(averaged.value == Approx(sum / norm).epsilon(1.5e-3));
  CHECK(averaged.error < 9e-4 * averaged.value);
}

TEST_CASE("full electroweak cross sections: a light mediator beside real W bosons is refused") {
  auto const source = source_of("p");
  leptonic_part const leptons{channel_of_text("nu_mu -> nu_mu mu+ mu-"), monoenergetic{1e5},
                              full_electroweak{mu_minus_tau({.coupling = 1e-3, .mass = 0.1})}, pdg{}};
  CHECK_THROWS_WITH(
      electroweak_cross_sections<pack>(leptons, std::span(&source, 1), {.relative_error = 1e-3}),
      Catch::Contains("--method vegas"));
}
