// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <trident/event/source.hpp>

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

} // namespace trident::detail
