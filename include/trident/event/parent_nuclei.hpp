// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include <trident/event/source.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/target/nucleon.hpp>

namespace trident::detail {

/// A nucleus of a target and how often it is there.
struct counted_nucleus {
  int pdg_code;
  double mass; ///< [GeV]
  int protons, neutrons;
  double count;
};

/// Where a bound nucleon comes from: nuclei in proportion to the protons or neutrons that they have.
inline std::vector<parent_nucleus> parents_of(std::vector<counted_nucleus> const& nuclei, bool protons) {
  std::vector<parent_nucleus> parents;
  double all = 0;
  for (auto const& one : nuclei) {
    if (one.protons + one.neutrons == 1) continue;
    double const nucleons = one.count * (protons ? one.protons : one.neutrons);
    if (nucleons > 0) parents.push_back({one.pdg_code, one.mass, nucleons});
    all += nucleons;
  }
  for (auto& one : parents) one.share /= all;
  return parents;
}

/// All of them are hydrogen, whose nucleon is the nucleus.
inline bool are_hydrogen(std::vector<counted_nucleus> const& nuclei) {
  return !nuclei.empty() && std::all_of(nuclei.begin(), nuclei.end(),
                                        [](auto const& one) { return one.protons + one.neutrons == 1; });
}

/// A target as a source of events sees it: its regime, and where it comes from if it is a nucleon of one of these nuclei. Of
/// a bound nucleon in no nucleus that is named the regime is that of a free one.
template <HadronicResponse T>
source_description describe_target(channel const& process, T const& target, double multiplicity,
                                   std::vector<counted_nucleus> const& nuclei) {
  source_description description;
  description.process = process;
  description.target_pdg_code = target.pdg_code();
  description.multiplicity = multiplicity;
  description.regime = regime_of_target(target);
  bool const bound = description.regime == scattering_regime::quasi_elastic ||
                     description.regime == scattering_regime::inelastic;
  if (is_free_proton<T> || (bound && are_hydrogen(nuclei)))
    description.free_pdg_code = hydrogen_code;
  else if (bound)
    description.parents = parents_of(nuclei, description.target_pdg_code == proton_code);
  if (description.regime == scattering_regime::quasi_elastic && description.parents.empty())
    description.regime = scattering_regime::free_nucleon;
  return description;
}

} // namespace trident::detail
