// SPDX-License-Identifier: BSL-1.0

// Cross sections of bound nucleons against those of another program, whose numbers are good to 2e-4 (Fermi gases) and 1e-3
// (local Fermi gases, whose densities are normalised before their negative tails are cut: 1.3e-4 and 5.5e-4 high for argon
// and carbon).

#include "catch.hpp"

#include <array>
#include <optional>

#include <trident/flux/flux.hpp>
#include <trident/fluxes.hpp>
#include <trident/model/model.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

using namespace trident;

namespace {

enum class pair { muons, electrons, mixed };

/// One model of a nucleus at one energy [GeV]: cross sections of a proton and of a neutron [fb].
struct row {
  pair leptons;
  isotope nuclide;
  double energy;
  std::optional<fermi_gas_parameters> gas; ///< of the local ones none
  double proton, neutron;
};

constexpr fermi_gas_parameters ideal{0.235, 0};

template <class N>
double section(row const& one, N const& nucleon) {
  auto const of = [&](auto const& process) {
    return inclusive_cross_section(Trident{process, nucleon, monoenergetic{one.energy}, standard_model{}},
                                   {.relative_error = 1e-4})
        .value;
  };
  switch (one.leptons) {
  case pair::muons:
    return of(numu_to_numu_mumu{});
  case pair::electrons:
    return of(numu_to_numu_ee{});
  default:
    return of(numu_to_nue_emu{});
  }
}

/// In the densities of the other program: not the default ones of carbon and iron.
charge_density density_of(isotope const& nuclide) {
  using enum form_factor_kind;
  return charge_density_of(nuclide,
                           nuclide == isotopes::iron_56 ? two_parameter_fermi : three_parameter_fermi);
}

} // namespace

TEST_CASE("Cross sections on nucleons that move", "[bound_nucleons]") {
  auto const fitted = [](isotope const& nuclide) { return fermi_gas_parameters_of(nuclide); };
  auto const &carbon = isotopes::carbon_12, &argon = isotopes::argon_40, &iron = isotopes::iron_56;
  std::array const rows = {row{pair::muons, carbon, 1, ideal, 4.680595e-07, 7.258380e-08},
                           row{pair::muons, argon, 1, fitted(argon), 2.748309e-07, 4.810608e-08},
                           row{pair::muons, argon, 1, std::nullopt, 4.100410e-07, 6.469294e-08},
                           row{pair::muons, argon, 10, fitted(argon), 7.434294e-05, 1.416708e-05},
                           row{pair::muons, argon, 10, std::nullopt, 9.480760e-05, 1.611242e-05},
                           row{pair::electrons, argon, 5, fitted(argon), 7.071784e-06, 1.033721e-06},
                           row{pair::electrons, argon, 5, std::nullopt, 9.995713e-06, 1.209633e-06},
                           row{pair::mixed, carbon, 3, fitted(carbon), 2.085888e-05, 2.863643e-06},
                           row{pair::mixed, carbon, 3, std::nullopt, 2.530984e-05, 3.061041e-06},
                           row{pair::muons, iron, 20, fitted(iron), 2.123329e-04, 4.253588e-05},
                           row{pair::muons, iron, 20, std::nullopt, 2.888364e-04, 4.925480e-05}};
  for (auto const& one : rows) {
    CAPTURE(one.nuclide.text(), one.energy, one.gas.has_value());
    if (one.gas) {
      auto const [momentum, energy] = *one.gas;
      CHECK(section(one, fermi_gas_nucleon<true>{momentum, energy}) == Approx(one.proton).epsilon(3.5e-4));
      CHECK(section(one, fermi_gas_nucleon<false>{momentum, energy}) == Approx(one.neutron).epsilon(3.5e-4));
    } else {
      auto const density = density_of(one.nuclide);
      local_fermi_gas_nucleon<true> const proton(one.nuclide, density, separation_energy(one.nuclide, true));
      local_fermi_gas_nucleon<false> const neutron(one.nuclide, density,
                                                   separation_energy(one.nuclide, false));
      CHECK(section(one, proton) == Approx(one.proton).epsilon(1e-3));
      CHECK(section(one, neutron) == Approx(one.neutron).epsilon(1e-3));
    }
  }
}

TEST_CASE("A Fermi gas of small momenta has the cross section of a free nucleon", "[bound_nucleons]") {
  auto const of = [](auto const& nucleon) {
    return inclusive_cross_section(
               Trident{numu_to_numu_mumu{}, nucleon, monoenergetic{5.0}, standard_model{}},
               {.relative_error = 1e-5})
        .value;
  };
  CHECK(of(fermi_gas_nucleon<true>{2e-3, 0}) == Approx(of(free_proton<>{})).epsilon(6e-5));
}

TEST_CASE("Nucleons that move over the spectrum of DUNE, in units of closure", "[bound_nucleons]") {
  auto const argon = [](auto const& proton, auto const& neutron) {
    auto const of = [](auto const& nucleon) {
      return inclusive_cross_section(Trident{numu_to_numu_mumu{}, nucleon, dune_tdr_numu{}, standard_model{}},
                                     {.relative_error = 1e-4})
          .value;
    };
    return 18 * of(proton) + 22 * of(neutron);
  };
  double const closure = argon(proton{}, neutron{});
  isotope const& nuclide = isotopes::argon_40;
  double const local = argon(local_fermi_gas_nucleon<true>(nuclide), local_fermi_gas_nucleon<false>(nuclide));
  double const fitted = argon(fermi_gas_nucleon<true>{0.251, 0.028}, fermi_gas_nucleon<false>{0.251, 0.028});
  // three digits of another program
  CHECK(local / closure == Approx(0.918).margin(6e-4));
  CHECK(fitted / closure == Approx(0.724).margin(6e-4));
}
