// SPDX-License-Identifier: BSL-1.0
// Cross sections of continua by quadrature: against those of an independent program, and against themselves.
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include <trident/fluxes.hpp>
#include <trident/quadrature/leptonic_part.hpp>
#include <trident/quadrature/structure_tables.hpp>
#include <trident/quadrature/tabulated_continuum.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/trident.hpp>

#include "catch.hpp"
#include "continuum_configurations.hpp"
#include "data/continuum_cross_sections.hpp"

using namespace trident;
using namespace trident_test;

namespace {

/// On several responses, from the tables.
template <class F>
std::vector<double> cross_sections(std::string_view channel_name, F const& flux,
                                   std::vector<continuum_source> const& sources,
                                   double relative_error = 2e-5) {
  leptonic_part const leptons{channel_of(channel_name), flux, standard_model{}};
  std::vector<double> result;
  for (auto const& one : inclusive_cross_sections(leptons, structure_table_for(leptons.masses()),
                                                  std::span<continuum_source const>(sources),
                                                  {.relative_error = relative_error})) {
    CHECK(one.error < 1.5 * relative_error * one.value + 1e-5 * one.value);
    result.push_back(one.value);
  }
  return result;
}

continuum_source inelastic_of(char nucleon, inelastic_options const& options = {}) {
  if (nucleon == 'p') return continuum_source(inelastic_proton{options});
  return continuum_source(inelastic_neutron{options});
}

template <class Response>
continuum_source up_to_mass(Response const& response, double mass) {
  return continuum_source(truncated_continuum{response, [mass](double q2) {
                                                double const m = pdg::proton_mass;
                                                return (mass * mass - m * m + q2) / (2 * m);
                                              }});
}

template <class Response>
continuum_source up_to_energy(Response const& response, double nu) {
  return continuum_source(truncated_continuum{response, [nu](double) { return nu; }});
}

} // namespace

TEST_CASE("Inelastic cross sections of nucleons, their variations and low masses", "[continuum]") {
  constexpr double w = 2;
  for (auto const& row : inelastic_rows) {
    CAPTURE(row.channel, row.nucleon, row.energy);
    inelastic_options gd11p, no_r, matching, slac;
    gd11p.high_mass = high_mass_fit::gd11p;
    no_r.longitudinal = longitudinal_ratio::none;
    matching.matching = fit_matching::from_3_to_4;
    slac.neutron = neutron_ratio::slac;
    std::vector<continuum_source> sources{inelastic_of(row.nucleon)};
    for (auto const& options : {gd11p, no_r, matching, slac})
      sources.push_back(inelastic_of(row.nucleon, options));
    sources.push_back(row.nucleon == 'p' ? up_to_mass(inelastic_proton{}, w)
                                         : up_to_mass(inelastic_neutron{}, w));
    auto const all = cross_sections(row.channel, monoenergetic{row.energy}, sources);
    CHECK(all[0] == Approx(row.sigma).epsilon(1e-4));
    // printed to four digits
    std::array const ratios = {row.gd11p, row.no_r, row.matching, row.slac, row.share_below_2};
    for (std::size_t i = 0; i < ratios.size(); ++i) {
      CAPTURE(i);
      CHECK(std::abs(all[i + 1] / all[0] - ratios[i]) < 3e-4 * ratios[i] + 6e-5);
    }
  }
}

TEST_CASE("Inelastic cross sections of argon: 18 protons and 22 neutrons at once", "[continuum]") {
  std::vector<continuum_source> const sources{inelastic_of('p'), inelastic_of('n')};
  for (auto const& row : inelastic_argon_rows) {
    CAPTURE(row.channel, row.energy);
    leptonic_part const leptons{channel_of(row.channel), monoenergetic{row.energy}, standard_model{}};
    auto const all = inclusive_cross_sections(leptons, structure_table_for(leptons.masses()),
                                              std::span<continuum_source const>(sources),
                                              {.relative_error = 2e-5}, {18, 22});
    CHECK(18 * all[0].value + 22 * all[1].value == Approx(row.sigma).epsilon(1e-4));
  }
}

TEST_CASE("Quasi-elastic cross sections of Fermi gases", "[continuum]") {
  struct gas {
    isotope nuclide;
    double fermi_momentum, removal_energy;
    charge_density density; // of the reference, not always the default of the nuclide
  };
  auto const fermi = [](double radius, double diffuseness, double w) {
    charge_density density;
    density.radius = radius;
    density.diffuseness = diffuseness;
    density.w = w;
    density.end = w < 0 ? radius / std::sqrt(-w) : 30;
    return density;
  };
  std::map<std::string_view, gas> const gases = {
      {"C12", {nuclide_of("C"), 0.221, 0.025, fermi(2.355, 0.5224, -0.149)}},
      {"Ar40", {nuclide_of("Ar"), 0.251, 0.028, fermi(3.73, 0.62, -0.19)}},
      {"Fe56", {nuclide_of("Fe"), 0.260, 0.036, fermi(4.106, 0.519, 0)}}};
  for (auto const& row : quasi_elastic_rows) {
    CAPTURE(row.channel, row.nucleus, row.energy, static_cast<int>(row.model));
    auto const& gas = gases.at(row.nucleus);
    std::vector<continuum_source> sources;
    if (row.model == gas_model::local) {
      sources.emplace_back(
          local_fermi_gas_nucleon<true>(gas.nuclide, gas.density, separation_energy(gas.nuclide, true)));
      sources.emplace_back(
          local_fermi_gas_nucleon<false>(gas.nuclide, gas.density, separation_energy(gas.nuclide, false)));
    } else {
      bool const moniz = row.model == gas_model::moniz;
      double const momentum = moniz ? gas.fermi_momentum : 0.235, energy = moniz ? gas.removal_energy : 0;
      sources.emplace_back(fermi_gas_nucleon<true>{momentum, energy});
      sources.emplace_back(fermi_gas_nucleon<false>{momentum, energy});
    }
    auto const all = cross_sections(row.channel, monoenergetic{row.energy}, sources);
    double const tolerance = row.model == gas_model::local ? 1e-3 : 3.2e-4;
    CHECK(all[0] == Approx(row.proton).epsilon(tolerance));
    CHECK(all[1] == Approx(row.neutron).epsilon(tolerance));
  }
}

TEST_CASE("Inelastic cross sections of nuclei in spectra, and their share of low energy transfers",
          "[continuum]") {
  struct numbers {
    double protons, neutrons;
  };
  std::map<std::string_view, numbers> const nuclei = {
      {"Ar40", {18, 22}}, {"Fe56", {26, 30}}, {"W184", {74, 110}}};
  constexpr double nu = 1.5;
  std::vector<continuum_source> const sources{inelastic_of('p'), inelastic_of('n'),
                                              up_to_energy(inelastic_proton{}, nu),
                                              up_to_energy(inelastic_neutron{}, nu)};
  for (auto const& row : inelastic_average_rows) {
    CAPTURE(row.channel, row.nucleus, row.spectrum, row.energy);
    auto const all = row.spectrum == "dune_tdr_numu" ? cross_sections(row.channel, dune_tdr_numu{}, sources)
                     : row.spectrum == "ccfr_numu"
                         ? cross_sections(row.channel, ccfr_numu{}, sources)
                         : cross_sections(row.channel, monoenergetic{row.energy}, sources);
    auto const [protons, neutrons] = nuclei.at(row.nucleus);
    double const sigma = protons * all[0] + neutrons * all[1];
    CHECK(sigma == Approx(row.sigma).epsilon(2.5e-4)); // twice what the rows of one energy scatter
    CHECK((protons * all[2] + neutrons * all[3]) / sigma == Approx(row.share_below_1_5_GeV).margin(2e-3));
  }
}

TEST_CASE("Errors of continuum quadratures bound the deviation from better ones", "[continuum]") {
  isotope const argon = nuclide_of("Ar");
  struct response {
    char const* name;
    continuum_source source;
  };
  std::vector<response> const responses{
      {"inelastic proton", continuum_source(inelastic_proton{})},
      {"inelastic neutron", continuum_source(inelastic_neutron{})},
      {"Fermi gas", continuum_source(fermi_gas_nucleon<true>{0.251, 0.028})},
      {"gas without removal energy", continuum_source(fermi_gas_nucleon<false>{0.235, 0})},
      {"local gas", continuum_source(local_fermi_gas_nucleon<true>(argon))}};
  for (auto const& named : responses)
    for (std::string_view const channel_name : {"mumu", "ee", "emu", "taumu"}) {
      auto const& source = named.source;
      leptonic_part const pair{channel_of(channel_name), monoenergetic{1.0}, standard_model{}};
      double const threshold = source.limits().threshold(pair.masses().threshold());
      for (double const part : {1.5, 4.0, 70.0, 3000.0}) {
        CAPTURE(named.name, channel_name, part);
        leptonic_part const leptons{channel_of(channel_name), monoenergetic{part * threshold},
                                    standard_model{}};
        auto const& table = structure_table_for(leptons.masses());
        auto const value = [&](double tolerance) {
          return inclusive_cross_sections(leptons, table, std::span(&source, 1),
                                          {.relative_error = tolerance})
              .front();
        };
        auto const best = value(1e-7);
        if (!(best.value > 0)) continue;
        for (double const tolerance : {1e-2, 1e-3, 1e-4, 1e-5}) {
          auto const one = value(tolerance);
          // the table is the same in both
          double const of_table = table.above->error / 0.1 * one.value;
          CHECK(std::abs(one.value - best.value) < one.error);
          CHECK(one.error < 2.5 * tolerance * one.value + of_table);
        }
      }
    }
}

TEST_CASE("Responses together are the responses one by one, and a step is an elastic target", "[continuum]") {
  histogram_flux const beam({1, 3, 8, 20}, {3, 2, 0.1}, bin_value::density);
  leptonic_part const leptons{numu_to_nue_emu{}, beam, standard_model{}};
  inclusive_options const options{.relative_error = 1e-4};
  std::vector<continuum_source> const all{inelastic_of('p'), inelastic_of('n'),
                                          continuum_source(fermi_gas_nucleon<true>{0.251, 0.028}),
                                          continuum_source(proton{})};
  auto const together = inclusive_cross_sections(leptons, std::span<continuum_source const>(all), options);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(i);
    auto const alone = inclusive_cross_sections(leptons, std::span(&all[i], 1), options).front();
    CHECK(std::abs(together[i].value - alone.value) < together[i].error + alone.error);
    CHECK(together[i].error < 2 * options.relative_error * together[i].value);
  }
  auto const elastic =
      inclusive_cross_section(Trident{numu_to_nue_emu{}, proton{}, beam, standard_model{}}, options);
  CHECK(std::abs(together[3].value - elastic.value) < together[3].error + elastic.error);
  // any spectrum without bins: by points between its edges
  struct smooth {
    std::vector<double> limits{1, 3, 8, 20};
    std::span<double const> edges() const { return limits; }
    double density(double energy) const { return energy < 1 || energy > 20 ? 0 : 1 / (energy * energy); }
    double integral() const { return 1 - 1 / 20.0; }
  };
  leptonic_part const in_smooth{numu_to_nue_emu{}, smooth{}, standard_model{}};
  std::vector<double> edges, contents;
  for (int i = 0; i <= 400; ++i) edges.push_back(std::pow(20.0, i / 400.0));
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) contents.push_back(1 / edges[i] - 1 / edges[i + 1]);
  leptonic_part const in_bins{numu_to_nue_emu{}, histogram_flux(edges, contents, bin_value::content),
                              standard_model{}};
  double const points = inclusive_cross_sections(in_smooth, std::span(&all[0], 1), options).front().value;
  double const bins = inclusive_cross_sections(in_bins, std::span(&all[0], 1), options).front().value;
  CHECK(points == Approx(bins).epsilon(2e-4));
}

TEST_CASE("A narrow bin is the energies in it, down to threshold", "[continuum]") {
  continuum_source const source(inelastic_proton{});
  for (std::string_view const channel_name : {"mumu", "ee", "taumu"})
    for (double const part : {1.05, 1.3, 4.0}) {
      CAPTURE(channel_name, part);
      auto const average = [&](auto const& flux, double tolerance) {
        leptonic_part const leptons{channel_of(channel_name), flux, standard_model{}};
        return inclusive_cross_sections(leptons, structure_table_for(leptons.masses()), std::span(&source, 1),
                                        {.relative_error = tolerance})
            .front();
      };
      leptonic_part const pair{channel_of(channel_name), monoenergetic{1.0}, standard_model{}};
      double const low = part * source.limits().threshold(pair.masses().threshold()), width = 0.02 * low;
      double energies = 0;
      auto const& rule = gauss_legendre(4);
      for (std::size_t i = 0; i < rule.size(); ++i)
        energies += rule.weights[i] * average(monoenergetic{low + width * rule.nodes[i]}, 1e-6).value;
      for (double const tolerance : {1e-3, 1e-4, 1e-5}) {
        auto const bin = average(histogram_flux({low, low + width}, {1}, bin_value::density), tolerance);
        CHECK(std::abs(bin.value - energies) < bin.error + 3e-6 * energies);
      }
    }
}

TEST_CASE("Approximate photons of a continuum over a bin are those at its energies", "[continuum]") {
  continuum_source const source(inelastic_proton{});
  for (auto const treatment : {photon_treatment::epa_improved, photon_treatment::epa_kinematic}) {
    auto const average = [&](auto const& flux, double tolerance) {
      leptonic_part const leptons{numu_to_numu_mumu{}, flux, standard_model{}};
      return inclusive_cross_sections(leptons, std::span(&source, 1),
                                      {.relative_error = tolerance, .treatment = treatment})
          .front();
    };
    double energies = 0;
    auto const& rule = gauss_legendre(8);
    for (std::size_t i = 0; i < rule.size(); ++i)
      energies += rule.weights[i] * average(monoenergetic{4 + 2 * rule.nodes[i]}, 1e-5).value;
    auto const bin = average(histogram_flux({4, 6}, {1}, bin_value::density), 1e-4);
    CHECK(std::abs(bin.value - energies) < bin.error + 2e-5 * energies);
  }
}
