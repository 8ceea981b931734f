// SPDX-License-Identifier: BSL-1.0

// Tables of the full electroweak amplitude.

#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "catch.hpp"

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/flux/flux.hpp>
#include <trident/numerics/pack.hpp>
#include <trident/quadrature/electroweak_cross_section.hpp>
#include <trident/quadrature/electroweak_tables.hpp>
#include <trident/quadrature/electroweak_threshold.hpp>
#include <trident/quadrature/structure_tables.hpp>
#include <trident/quadrature/tabulated_continuum.hpp>
#include <trident/quadrature/tabulated_electroweak.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "../data/electroweak_cross_sections.hpp"
#include "../data/electroweak_structure.hpp"
#include "../data/electroweak_thresholds.hpp"

using namespace trident;
using namespace trident_test;

namespace {

auto full_part(channel const& process, double energy) {
  return leptonic_part{process, monoenergetic{energy}, full_electroweak{standard_model{}}, pdg{}};
}

electroweak_table const& table_of_channel(channel const& process) {
  auto const* table = electroweak_table_for(full_part(process, 1).current(), process);
  REQUIRE(table != nullptr);
  return *table;
}

continuum_source response_of(std::string const& target) {
  three_parameter_fermi const oxygen{2.608, 0.513, -0.051, teg2019::hbar_c},
      argon{3.73, 0.62, -0.19, teg2019::hbar_c};
  if (target == "p") return continuum_source(proton{}, pdg{});
  if (target == "n") return continuum_source(neutron{}, pdg{});
  if (target == "Fe")
    return continuum_source(make_nuclear_target(isotopes::iron_56, form_factor_kind::fourier_bessel), pdg{});
  if (target == "O16") return continuum_source(make_nuclear_target(isotopes::oxygen_16, oxygen), pdg{});
  return continuum_source(make_nuclear_target(isotopes::argon_40, argon), pdg{});
}

channel channel_with_text(std::string const& text) {
  for (channel const& one : registry::all_channels())
    if (one.text() == text) return one;
  FAIL("no channel " << text);
  return {};
}

} // namespace

TEST_CASE("full electroweak tables: every channel has one, and few models") {
  for (channel const& process : registry::all_channels()) {
    auto const& table = table_of_channel(process);
    CHECK(table.has_w == process.has_charged_current);
    CHECK(table.has_neutral == process.has_neutral_current);
    CHECK(table.error < 1e-5);
  }
  auto const process = registry::all_channels()[0];
  CHECK(electroweak_table_for(full_electroweak{four_fermion({.g_v = 1, .g_a = 1})}.current(process, pdg{}),
                              process) == nullptr);
  CHECK(electroweak_table_for(
            full_electroweak{standard_model{}, boson_masses{80, 2.085, 91}}.current(process, pdg{}),
            process) == nullptr);
  CHECK(electroweak_table_for(full_electroweak{standard_model{}}.current(process, teg2019{}), process) ==
        nullptr);
}

TEST_CASE("full electroweak tables: reference structure functions") {
  for (auto const& row : electroweak_structure_rows) {
    for (channel const& process : registry::all_channels()) {
      if (process.text() != row.channel) continue;
      auto const surface = tabulated_electroweak_surface(table_of_channel(process));
      auto const found = surface(row.s - surface.scaling().threshold(), row.q2);
      INFO(row.channel << ", s = " << row.s << ", Q2 = " << row.q2);
      double const errors = row.by_quadrature ? 1 : 4;
      CHECK(std::abs(found.transverse / row.transverse - 1) <
            1e-5 + errors * row.transverse_error / row.transverse);
    }
  }
}

TEST_CASE("full electroweak tables: cross sections are those of the quadrature") {
  auto const argon = make_nuclear_target(isotopes::argon_40, form_factor_kind::symmetrised_fermi);
  for (int const number : {1, 6, 9, 15, 22, 27}) {
    auto const process = registry::all_channels()[static_cast<std::size_t>(number - 1)];
    auto const& table = table_of_channel(process);
    continuum_source const source(argon, pdg{});
    auto const leptons = full_part(process, 4e4);
    auto const by_table =
        electroweak_cross_sections<pack>(leptons, std::span(&source, 1), {.relative_error = 2e-5}, {}, &table)
            .front();
    auto const computed =
        electroweak_cross_sections<pack>(leptons, std::span(&source, 1), {.relative_error = 1e-3}).front();
    INFO(process.text());
    CHECK(std::abs(by_table.value - computed.value) <= by_table.error + computed.error);
    CHECK(by_table.error < 5e-5 * by_table.value);
  }
}

TEST_CASE("full electroweak tables: many energies in microseconds") {
  auto const process = registry::all_channels()[0];
  auto const& table = table_of_channel(process);
  energy_scan const scan = electroweak_scan(table, 1e9);
  for (double const energy : {20.0, 3e3, 3e4, 1e5, 1e7, 1e9}) {
    auto const quick = scan(proton{}, energy);
    continuum_source const source(proton{}, pdg{});
    auto const exact = electroweak_cross_sections<pack>(full_part(process, energy), std::span(&source, 1),
                                                        {.relative_error = 3e-5}, {}, &table)
                           .front();
    INFO(energy << " GeV: " << exact.value);
    CHECK(std::abs(quick.value - exact.value) <= quick.error + exact.error);
    CHECK(std::abs(quick.value / exact.value - 1) < 1e-4);
  }
  CHECK_THROWS_AS(tabulated_electroweak_surface(table)(1e11, 1.0), input_error);
}

TEST_CASE("contact interactions are right to 1e-4 below the limit, and not far above") {
  auto const carbon =
      continuum_source(make_nuclear_target(isotopes::carbon_12, form_factor_kind::symmetrised_fermi), pdg{});
  auto const bound = continuum_source(neutron{}, pdg{});
  auto const deviation = [](channel const& process, continuum_source const& source, double energy) {
    leptonic_part const contact{process, monoenergetic{energy}, standard_model{}, pdg{}};
    inclusive_options const options{.relative_error = 1e-5};
    auto const four_fermion = inclusive_cross_sections(contact, structure_table_for(contact.masses()),
                                                       std::span(&source, 1), options)
                                  .front();
    auto const full = electroweak_cross_sections<pack>(full_part(process, energy), std::span(&source, 1),
                                                       options, {}, &table_of_channel(process))
                          .front();
    return four_fermion.value > 0 ? std::abs(full.value / four_fermion.value - 1) : 0;
  };
  for (channel const& process : registry::all_channels()) {
    INFO(process.text());
    double const of_nucleus = contact_energy_limit(process, photon_absorber::nucleus);
    double const of_nucleon = contact_energy_limit(process, photon_absorber::nucleon);
    if (of_nucleus > 0) {
      CHECK(deviation(process, carbon, of_nucleus) < 1.1e-4);
      CHECK(deviation(process, carbon, of_nucleus / 4) < 1.1e-4);
      CHECK(deviation(process, bound, of_nucleon) < 1.1e-4);
    }
    if (!process.is_antineutrino) CHECK(deviation(process, carbon, 20 * of_nucleus + 1e3) > 1e-4);
  }
}

TEST_CASE("full electroweak tables: cross sections and ratios of an independent Monte Carlo") {
  double sum = 0;
  inclusive_options const options{.relative_error = 1e-4};
  for (auto const& row : electroweak_cross_section_rows) {
    auto const process = channel_with_text(row.channel);
    auto const source = response_of(row.target);
    auto const full = electroweak_cross_sections<pack>(full_part(process, row.energy), std::span(&source, 1),
                                                       options, {}, &table_of_channel(process))
                          .front();
    double const pull = (full.value - row.full) / row.error;
    INFO(row.channel << " on " << row.target << " at " << row.energy << " GeV: " << full.value);
    CHECK(std::abs(pull) < 4);
    sum += pull * pull;
    constexpr double end_of_contact_tables = 9e4; // [GeV]
    if (!(row.ratio > 0) || row.energy > end_of_contact_tables) continue;
    leptonic_part const leptons{process, monoenergetic{row.energy}, standard_model{}, pdg{}};
    auto const contact = inclusive_cross_sections(leptons, structure_table_for(leptons.masses()),
                                                  std::span(&source, 1), options)
                             .front();
    double const own_error = full.error / full.value + contact.error / contact.value;
    CHECK(std::abs(full.value / contact.value - row.ratio) < 4 * row.ratio_error + own_error);
  }
  // rows of one channel share random numbers
  CHECK(sum < 1.6 * static_cast<double>(electroweak_cross_section_rows.size()));
}

TEST_CASE("full electroweak tables: where contact interactions are wrong by 1, 5 and 10 %") {
  nuclear_target const argon = make_nuclear_target(isotopes::argon_40, form_factor_kind::symmetrised_fermi);
  for (auto const& row : electroweak_threshold_rows) {
    auto const process = channel_with_text(row.channel);
    Trident const contact{process, proton{}, monoenergetic{1}, standard_model{}};
    energy_scan const four_fermion(contact, structure_table_for(contact.masses()), 6e4);
    energy_scan const full = electroweak_scan(table_of_channel(process), 6e4);
    auto const difference = [&](double energy) {
      auto const of = [&](auto const& scan) {
        return row.target[0] == 'A'   ? scan(argon, energy).value
               : row.target[0] == 'p' ? scan(proton{}, energy).value
                                      : scan(neutron{}, energy).value;
      };
      return of(full) / of(four_fermion) - 1;
    };
    constexpr std::array<double, 3> sizes = {0.01, 0.05, 0.1};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      double energy = row.energies[i] / 2;
      while (!(std::abs(difference(energy)) > sizes[i]) && energy < 5.9e4) energy *= 1.005;
      INFO(row.channel << " on " << row.target << ", " << 100 * sizes[i] << " %: " << energy << " GeV");
      // straight lines between few energies: where W bosons begin to be real they run ahead of the rise
      CHECK(energy == Approx(row.energies[i]).epsilon(i == 0 ? 0.15 : 0.25));
      CHECK(difference(energy) * row.signs[i] > 0);
    }
  }
}
