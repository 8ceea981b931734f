// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace trident {

/// A nuclide as the cross section sees it: charge, number of nucleons and mass.
struct isotope {
  std::string_view symbol;           ///< of the element, "Ar"
  int atomic_number = 0;             ///< Z
  int mass_number = 0;               ///< A
  double atomic_mass_u = 0;          ///< of the neutral atom [unified atomic mass units]
  double standard_atomic_weight = 0; ///< of the natural element, used by the constants `teg2019` only

  std::string text() const { return std::string(symbol) + std::to_string(mass_number); } ///< "Ar40"

  constexpr int neutron_number() const { return mass_number - atomic_number; }

  /// Particle Data Group code of the nucleus, 100ZZZAAA0.
  constexpr int pdg_code() const { return 1'000'000'000 + atomic_number * 10'000 + mass_number * 10; }

  friend constexpr bool operator==(isotope const&, isotope const&) = default;
};

} // namespace trident
