// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>

#include <trident/base/error.hpp>
#include <trident/physics/isotope.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/target/nuclear_model.hpp>
#include <trident/target/removal_energy.hpp>
#include <trident/target/spectral_function.hpp>

// Nucleons of nuclei, chosen at run time.

namespace trident::registry {

/// Whether nucleons of a kind are counted together, whatever nuclei they are in.
constexpr bool is_the_same_in_all_nuclei(nuclear_model_kind kind) {
  return kind == nuclear_model_kind::closure || kind == nuclear_model_kind::free;
}

/// The nucleon of such a model.
inline target_choice any_bound_nucleon(bool of_protons, nuclear_model const& model) {
  double const momentum = model.kind == nuclear_model_kind::free ? 0 : default_fermi_momentum;
  if (of_protons) return proton{momentum};
  return neutron{momentum};
}

namespace detail {

template <bool IsProton, NucleonFormFactors Set>
any_continuum moving_nucleon(isotope const& nuclide, nuclear_model const& model) {
  switch (model.kind) {
  case nuclear_model_kind::fermi_gas: {
    auto const usual = fermi_gas_parameters_of(nuclide);
    return any_continuum(
        fermi_gas_nucleon<IsProton, Set>{model.fermi_momentum.value_or(usual.fermi_momentum),
                                         model.removal_energy.value_or(usual.removal_energy)});
  }
  case nuclear_model_kind::spectral_function:
    return any_continuum(spectral_function_nucleon<IsProton, Set>(*model.table, nuclide));
  case nuclear_model_kind::local_fermi_gas:
    return any_continuum(local_fermi_gas_nucleon<IsProton, Set>(nuclide));
  default:
    throw std::logic_error("moving_nucleon: nucleons of this model are at rest");
  }
}

} // namespace detail

/// A nucleon that moves in its nucleus, by a model that is not one for all nuclei.
template <NucleonFormFactors Set = kelly>
any_continuum moving_nucleon_in(bool of_protons, isotope const& nuclide, nuclear_model const& model) {
  return of_protons ? detail::moving_nucleon<true, Set>(nuclide, model)
                    : detail::moving_nucleon<false, Set>(nuclide, model);
}

/// Whether a nucleus changes the structure functions of its nucleons.
constexpr bool depends_on_nucleus(inelastic_options const& options) {
  return options.nuclear != nuclear_factor::none;
}

/// A nucleon that becomes a system of hadrons, in a nucleus, of which hydrogen is one.
inline any_continuum inelastic_nucleon_in(bool of_protons, isotope const& nuclide,
                                          inelastic_options options) {
  options.mass_number = nuclide.mass_number;
  return of_protons ? any_continuum(inelastic_nucleon<true>{options})
                    : any_continuum(inelastic_nucleon<false>{options});
}

/// The inelastic one of a proton or neutron whose nucleus is not named.
inline any_continuum inelastic_nucleon_like(target_choice const& nucleon, inelastic_options const& options) {
  bool const is_proton = !std::holds_alternative<neutron>(nucleon);
  return inelastic_nucleon_in(is_proton, isotopes::hydrogen_1, options);
}

} // namespace trident::registry
