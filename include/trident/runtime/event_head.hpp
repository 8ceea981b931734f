// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include <trident/event/parent_nuclei.hpp>
#include <trident/event/source.hpp>
#include <trident/format/run_description.hpp>
#include <trident/runtime/configuration.hpp>

// What configurations are called in the heads of files of events.

namespace trident::runtime::detail {

inline double mass_of(isotope const& nuclide, registry::constants_choice const& constants) {
  return std::visit([&](auto set) { return decltype(set)::nuclear_mass(nuclide); }, constants);
}

/// The nuclei of a part of a target, as nucleons come from them.
inline std::vector<trident::detail::counted_nucleus> counted_nuclei(configuration const& asked,
                                                                    registry::component const& part) {
  std::vector<trident::detail::counted_nucleus> all;
  for (auto const& [nuclide, count] : part.nuclei)
    all.push_back({nuclide.pdg_code(), mass_of(nuclide, asked.constants), nuclide.atomic_number,
                   nuclide.neutron_number(), count});
  return all;
}

inline source_description describe(configuration const& asked, registry::component const& part,
                                   double share) {
  return std::visit(
      [&](auto const& target) {
        return trident::detail::describe_target(asked.process, target, part.multiplicity * share,
                                                counted_nuclei(asked, part));
      },
      part.target);
}

inline beam_entry beam_of(configuration const& asked) {
  beam_entry beam;
  beam.pdg_code = asked.process.incoming_pdg_code();
  if (auto const* fixed = std::get_if<monoenergetic>(&asked.flux)) {
    beam.energy = fixed->energy();
    return beam;
  }
  auto const& spectrum = std::get<histogram_flux>(asked.flux);
  beam.edges.assign(spectrum.edges().begin(), spectrum.edges().end());
  beam.densities.assign(spectrum.densities().begin(), spectrum.densities().end());
  if (spectrum.normalisation() != flux_normalisation::shape)
    beam.density_unit = density_unit(spectrum.normalisation());
  return beam;
}

inline double integral_of(configuration const& asked) {
  auto const* spectrum = std::get_if<histogram_flux>(&asked.flux);
  return spectrum != nullptr ? spectrum->integral() : 1;
}

/// Neutrinos of each flavour among all that take part, so that cross sections are per neutrino of any of them.
inline std::map<int, double> flavour_shares(std::vector<configuration> const& all) {
  std::map<int, double> shares;
  for (auto const& one : all) shares[one.process.incoming_pdg_code()] = integral_of(one);
  double sum = 0;
  for (auto const& [pdg_code, integral] : shares) sum += integral;
  for (auto& [pdg_code, integral] : shares) integral /= sum;
  return shares;
}

inline std::vector<target_entry> targets_of(configuration const& asked) {
  std::vector<target_entry> targets;
  for (auto const& [nuclide, count] : asked.target.nuclei)
    targets.push_back({nuclide.pdg_code(), count, mass_of(nuclide, asked.constants)});
  if (!targets.empty()) return targets;
  std::visit( // a nucleon whose nucleus is not named
      [&](auto const& target) {
        double const mass = std::visit([&](auto set) { return target.mass(set); }, asked.constants);
        targets.push_back({target.pdg_code(), 1, mass});
      },
      asked.target.components.front().target);
  return targets;
}

} // namespace trident::runtime::detail
