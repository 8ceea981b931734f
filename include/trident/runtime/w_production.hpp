// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/lepton_energy_options.hpp>
#include <trident/runtime/component.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/quadrature.hpp>

namespace trident::runtime {

/// Real W bosons by quadrature. Compiled in w_production_body.hpp, see component.hpp.
template <class Flux, Constants C>
struct w_productions {
  static std::vector<component_estimate> cross_sections(configuration const& asked, Flux const& flux,
                                                        inclusive_options const& options);
  static std::vector<inclusive_estimate> lepton_energies(registry::target_choice const& target,
                                                         configuration const& asked, Flux const& flux,
                                                         std::vector<double> const& edges,
                                                         lepton_energy_options const& options);
};

/// Cross sections on all components of the target, in order [fb]; their sum has the relative error asked for.
inline std::vector<component_estimate> w_production_on(configuration const& asked,
                                                       inclusive_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    return w_productions<Flux, C>::cross_sections(asked, flux, options);
  });
}

/// With the lepton's energy between neighbours of `edges` [GeV], on one component [fb].
inline std::vector<inclusive_estimate> lepton_energies_on(registry::target_choice const& target,
                                                          configuration const& asked,
                                                          std::vector<double> const& edges,
                                                          lepton_energy_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    return w_productions<Flux, C>::lepton_energies(target, asked, flux, edges, options);
  });
}

} // namespace trident::runtime
