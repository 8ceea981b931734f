// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include <trident/fluxes.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

// Kinematics over the DUNE spectrum as published: P. Ballett et al., JHEP 01 (2019) 119 [arXiv:1807.10973], section 4.
//
// Its opening angles, its "about 35 %" of e+ and its shares above thresholds of 30 MeV for mu- mu+ (0.99) and e- mu+
// (0.86) are shares of events. Its 0.71 for e- e+, its 0.77 for mu- e+ and its "about 80 %" of mu- are not: of events over
// the spectra of DUNE (CDR reference and optimised, TDR) we find 0.76 to 0.78, 0.82 to 0.83 and 0.86 to 0.88, and total
// in place of kinetic energy adds 0.003. Nor is it another spectrum: whatever its shape, 0.71 and 0.77 (to 0.005) go
// together with 0.76 to 0.78 of mu- and 0.20 to 0.22 of e+ (a linear programme over 18 bins of energy). What gives
// these three, to 0.01 and "about", is the distribution averaged over the flux alone, without the growth of the cross
// section with energy.

using namespace trident;
using namespace trident_test;

namespace {

trident::preparation_options preparation(std::uint64_t stream = 0) {
  auto options = quick_preparation(stream);
  options.partition.cells = 100;
  return options;
}

std::vector<event> sample(std::vector<std::shared_ptr<event_source const>> sources) {
  std::vector<event> events;
  event_generator(std::move(sources), 1).generate(0, 20'000, events);
  return events;
}

std::vector<event> coherent_on_argon(channel const& process) {
  return sample(
      {make_source(process, argon40{}, dune_tdr_numu{}, scattering_regime::coherent, preparation())});
}

template <class Passes>
double share(std::vector<event> const& events, Passes passes) {
  double all = 0, passed = 0;
  for (auto const& e : events) {
    all += e.weight;
    if (passes(e)) passed += e.weight;
  }
  return passed / all;
}

double opening_degrees(event const& e) {
  auto const& a = e.lepton_minus().momentum;
  auto const& b = e.lepton_plus().momentum;
  double const c = (a.x * b.x + a.y * b.y + a.z * b.z) / (a.momentum() * b.momentum());
  return std::acos(std::min(c, 1.0)) * 180 / std::numbers::pi;
}

double beam_degrees(particle const& p) {
  return std::atan2(p.momentum.transverse(), p.momentum.z) * 180 / std::numbers::pi;
}

bool above_30_MeV(event const& e) {
  return e.lepton_minus().momentum.e - e.lepton_minus().mass > 0.03 &&
         e.lepton_plus().momentum.e - e.lepton_plus().mass > 0.03;
}

/// The cross section by straight lines between logarithms, to a few percent.
class rough_cross_section {
public:
  rough_cross_section(channel const& process, double highest) {
    constexpr int nodes = 18;
    double const pair = lepton_mass<pdg>(process.minus_family) + lepton_mass<pdg>(process.plus_family);
    double const lowest = std::max(1.1 * threshold_energy(pair, argon40{}.mass(pdg{})), 0.03);
    for (int i = 0; i < nodes; ++i) {
      double const energy = lowest * std::pow(highest / lowest, i / (nodes - 1.0));
      Trident const sigma{process, argon40{}, monoenergetic{energy}, standard_model{}};
      double const value = inclusive_cross_section(sigma, {.relative_error = 1e-2}).value;
      nodes_.push_back({std::log(energy), std::log(value)});
    }
  }

  double operator()(double energy) const {
    double const x = std::log(energy);
    if (x < nodes_.front()[0]) return 0;
    std::size_t i = 1;
    while (i + 1 < nodes_.size() && nodes_[i][0] < x) ++i;
    auto const [x0, y0] = nodes_[i - 1];
    auto const [x1, y1] = nodes_[i];
    return std::exp(y0 + (y1 - y0) * (x - x0) / (x1 - x0));
  }

private:
  std::vector<std::array<double, 2>> nodes_;
};

/// Events that are spread over energy as the neutrinos are: over the flux divided by the cross section, in fine bins.
std::vector<event> over_the_flux_alone(channel const& process) {
  dune_tdr_numu const spectrum;
  rough_cross_section const sigma(process, spectrum.edges().back());
  std::vector<double> edges = {spectrum.edges()[0]}, densities;
  for (std::size_t i = 0; i + 1 < spectrum.edges().size(); ++i) {
    double const low = spectrum.edges()[i], high = spectrum.edges()[i + 1];
    for (int part = 1; part <= 3; ++part) {
      edges.push_back(low + (high - low) * part / 3);
      double const middle = (edges[edges.size() - 2] + edges.back()) / 2, here = sigma(middle);
      densities.push_back(here > 0 ? spectrum.density(middle) / here : 0);
    }
  }
  histogram_flux const flux(std::move(edges), std::move(densities), bin_value::density);
  return sample({make_source(process, argon40{}, flux, scattering_regime::coherent, preparation())});
}

double muons_within_10_degrees(std::vector<event> const& events) {
  return share(events, [](event const& e) { return beam_degrees(e.lepton_minus()) < 10; });
}

constexpr double printed_digit = 0.01; // half of the last printed digit, and 20,000 events: 0.003
constexpr double of_a_spectrum = 0.03; // what the three spectra differ by

} // namespace

TEST_CASE("coherent dimuons are narrow, those on nucleons are not") {
  auto const narrow = [](event const& e) { return opening_degrees(e) < 20; };
  auto const coherent = coherent_on_argon(numu_to_numu_mumu{});
  CHECK(share(coherent, narrow) == Approx(0.90).margin(of_a_spectrum));
  CHECK(share(coherent, above_30_MeV) == Approx(0.99).margin(printed_digit));
  auto const on = [](auto const& nucleon, std::uint64_t stream, double count) {
    return make_source(numu_to_numu_mumu{}, nucleon, dune_tdr_numu{}, scattering_regime::quasi_elastic,
                       preparation(stream), count);
  };
  auto const incoherent = sample({on(proton{}, 0, 18), on(neutron{}, 1, 22)});
  CHECK(share(incoherent, narrow) == Approx(0.47).margin(of_a_spectrum));
}

TEST_CASE("mu- e+ and e- mu+ events") {
  auto const events = coherent_on_argon(numu_to_nue_emu{});
  CHECK(share(events, [](event const& e) { return beam_degrees(e.lepton_plus()) < 10; }) ==
        Approx(0.35).margin(0.01 + of_a_spectrum));
  // e- mu+ in the neutrino mode: from its nu_e and its anti-nu_mu
  dune_nd_fhc<neutrino::nu_e> const electrons;
  dune_nd_fhc<neutrino::anti_nu_mu> const antimuons;
  auto const both = sample({make_source(nue_to_numu_mue{}, argon40{}, electrons, scattering_regime::coherent,
                                        preparation(0), electrons.integral()),
                            make_source(antinumu_to_antinue_mue{}, argon40{}, antimuons,
                                        scattering_regime::coherent, preparation(1), antimuons.integral())});
  CHECK(share(both, above_30_MeV) == Approx(0.86).margin(of_a_spectrum));
}

TEST_CASE("averages over the flux alone") {
  auto const mixed = over_the_flux_alone(numu_to_nue_emu{});
  CHECK(share(mixed, above_30_MeV) == Approx(0.77).margin(printed_digit));
  CHECK(muons_within_10_degrees(mixed) == Approx(0.80).margin(of_a_spectrum));
  CHECK(share(over_the_flux_alone(numu_to_numu_ee{}), above_30_MeV) == Approx(0.71).margin(printed_digit));
}
