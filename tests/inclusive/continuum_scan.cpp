// SPDX-License-Identifier: BSL-1.0
// Prepared cross sections of continua against the quadrature: at single energies and over spectra.
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/quadrature/leptonic_part.hpp>
#include <trident/quadrature/tabulated_continuum.hpp>
#include <trident/rates/tabulated_cross_sections.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/trident.hpp>

#include "catch.hpp"
#include "continuum_configurations.hpp"

using namespace trident;
using namespace trident_test;

namespace {

template <class F>
inclusive_estimate exact(channel const& process, F const& flux, continuum_source const& source) {
  leptonic_part const leptons{process, flux, standard_model{}};
  return inclusive_cross_sections(leptons, structure_table_for(leptons.masses()), std::span(&source, 1),
                                  {.relative_error = 1e-5})
      .front();
}

std::vector<continuum_source> responses() {
  return {continuum_source(inelastic_proton{}), continuum_source(inelastic_neutron{}),
          continuum_source(fermi_gas_nucleon<true>{0.251, 0.028}),
          continuum_source(local_fermi_gas_nucleon<false>(nuclide_of("Ar")))};
}

} // namespace

TEST_CASE("A scan over the energy is the quadrature at each", "[continuum]") {
  constexpr double largest = 200;
  for (auto const& source : responses()) {
    scanned_response const response(source, largest);
    for (std::string_view const name : {"mumu", "ee", "emu", "taumu"}) {
      channel const process = channel_of(name);
      leptonic_part const leptons{process, monoenergetic{1.0}, standard_model{}};
      continuum_scan const scan(leptons, structure_table_for(leptons.masses()), response);
      double const threshold = source.limits().threshold(leptons.masses().threshold());
      for (double const part : {3.0, 10.0, 40.0, 150.0}) {
        double const energy = part * threshold;
        if (energy > largest) continue;
        CAPTURE(name, energy, source.limits().offset);
        auto const one = scan(energy);
        auto const best = exact(process, monoenergetic{energy}, source);
        CHECK(std::abs(one.value - best.value) < one.error + best.error);
        CHECK(one.error < 1e-2 * one.value); // least where a Fermi gas begins well above its line
      }
      CHECK(scan(0.99 * threshold).value == 0);
      CHECK(scan(0.99 * threshold).below_threshold);
      CHECK_THROWS_AS(scan(1.01 * largest), input_error);
    }
  }
}

TEST_CASE("Averages of continua over a spectrum from prepared curves", "[continuum]") {
  histogram_flux const beam({0.5, 1, 2, 3, 4, 6, 10, 20, 40}, {2, 5, 8, 6, 2, 0.6, 0.2, 0.02},
                            bin_value::density);
  tabulated_cross_sections prepared(beam.edges().back());
  int key = 0;
  for (auto const& source : responses()) {
    std::string const name = std::to_string(key++);
    for (channel const& process :
         {channel(numu_to_numu_mumu{}), channel(numu_to_nue_emu{}), channel(antinue_to_antinue_ee{})}) {
      double const value = prepared(process, resolve(standard_model{}, process, pdg{}), source, name, beam);
      CAPTURE(process.number, name);
      CHECK(value == Approx(exact(process, beam, source).value).epsilon(1e-4));
    }
  }
}
