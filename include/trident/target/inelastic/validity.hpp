// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/target/inelastic/nucleon_structure_at.hpp>
#include <trident/target/inelastic/options.hpp>

// Where the fits of an inelastic nucleon were made, and what is done beyond.

namespace trident {

/// Whether a point lies where the fits that are used there were made; w2 and q2 [GeV^2].
inline bool within_fits(inelastic_options const& options, double w2, double q2) {
  auto const range = detail::range_of(options.matching);
  if (w2 < range.low) return q2 < detail::highest_resonance_q2;
  // [PHYS:inelastic.allm_range]
  double const x = q2 / (q2 + w2 - detail::fit_proton_mass_squared);
  bool const at_data = q2 == 0 || (x > 3e-6 && x < 0.85 && q2 < 5000);
  return at_data && (w2 > range.high || q2 < detail::highest_resonance_q2);
}

/// A sentence for each fit whose range neutrinos of up to `largest_energy` [GeV] leave where it counts. Of mu mu on a proton
/// Q2 > 8 GeV^2 is 9e-5 at 10 GeV and 5e-3 at 30, Q2 > 130 GeV^2 3e-8 at 100 GeV and 3e-3 at 1 TeV.
inline std::vector<std::string> validity_of(inelastic_options const& options, double largest_energy) {
  constexpr double mass = detail::fit_proton_mass;
  double const largest_q2 = 2 * mass * largest_energy; // of all that recoils from a nucleon at rest
  std::string const high(name_of(high_mass_fits, options.high_mass));
  std::vector<std::string> sentences;
  if (largest_energy > 20)
    sentences.emplace_back("the fit of resonances holds for Q2 < 8 GeV^2 and W < 3.1 GeV; beyond that Q2 the "
                           "structure functions fall as those of " +
                           high + " at the same W");
  if (largest_q2 > 5000)
    sentences.push_back(high + " was made for 3e-6 < x < 0.85, Q2 < 5000 GeV^2 and W^2 > 3 GeV^2, and is "
                               "extrapolated beyond");
  if (options.longitudinal == longitudinal_ratio::r1998 && largest_energy > 500)
    sentences.emplace_back(
        "R1998 was made for 0.005 < x < 0.86 and 0.5 < Q2 < 130 GeV^2; below, it falls as Q2 "
        "at the same W, above it is extrapolated");
  if (options.nuclear == nuclear_factor::none && largest_energy > 100)
    sentences.emplace_back(
        "nucleons of a nucleus are as free ones: shadowing at small x, -5 to -15 % above 100 GeV, "
        "is not included");
  if (options.nuclear == nuclear_factor::e665)
    sentences.emplace_back("the nuclear factor has the shadowing at x < 0.04 alone, above the resonances");
  if (options.nuclear == nuclear_factor::e139)
    sentences.emplace_back(
        "the nuclear factor was fitted to isoscalar nuclei over deuterium at 0.01 < x < 0.88, and "
        "is constant beyond; it stands above the resonances alone");
  return sentences;
}

} // namespace trident
