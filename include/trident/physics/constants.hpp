// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <concepts>
#include <string_view>

#include <trident/physics/isotope.hpp>

namespace trident {

/// A named set of physical constants, chosen at compile time.
/// Units: GeV and powers of it; hbar_c in GeV fm.
template <class C>
concept Constants = requires(isotope const& nuclide) {
  { C::name } -> std::convertible_to<std::string_view>;
  { C::fermi_constant } -> std::convertible_to<double>;
  { C::fine_structure } -> std::convertible_to<double>;
  { C::sin2_theta_w } -> std::convertible_to<double>;
  { C::electron_mass } -> std::convertible_to<double>;
  { C::muon_mass } -> std::convertible_to<double>;
  { C::tau_mass } -> std::convertible_to<double>;
  { C::proton_mass } -> std::convertible_to<double>;
  { C::neutron_mass } -> std::convertible_to<double>;
  { C::inverse_GeV2_in_fb } -> std::convertible_to<double>;
  { C::hbar_c } -> std::convertible_to<double>;
  { C::nuclear_mass(nuclide) } -> std::same_as<double>;
};

/// Review of Particle Physics 2022 (PTEP 2022, 083C01) and CODATA 2018; one standard deviation in the comments.
struct pdg {
  static constexpr std::string_view name = "pdg";
  static constexpr double fermi_constant = 1.1663788e-5;        ///< [GeV^-2], 0.0000006e-5
  static constexpr double fine_structure = 1 / 137.035999084;   ///< at Q2 = 0, 1.5e-10 relative
  static constexpr double sin2_theta_w = 0.23121;               ///< MSbar at M_Z, 0.00004
  static constexpr double electron_mass = 0.51099895000e-3;     ///< [GeV], 0.00000000015e-3
  static constexpr double muon_mass = 0.1056583755;             ///< [GeV], 0.0000000023
  static constexpr double tau_mass = 1.77686;                   ///< [GeV], 0.00012
  static constexpr double proton_mass = 0.93827208816;          ///< [GeV], 0.00000000029
  static constexpr double neutron_mass = 0.93956542052;         ///< [GeV], 0.00000000054
  static constexpr double hbar_c = 0.1973269804;                ///< [GeV fm], exact to the digits given
  static constexpr double inverse_GeV2_in_fb = 0.3893793721e12; ///< (hbar c)^2 [GeV^2 fb]
  static constexpr double atomic_mass_unit = 0.93149410242;     ///< [GeV], 0.00000000028

  /// Mass of the bare nucleus [GeV]: atomic mass (AME2020) less the electrons, plus what binds them
  /// (Lunney, Pearson, Thibault, Rev. Mod. Phys. 75 (2003) 1021).
  static double nuclear_mass(isotope const& nuclide) {
    double const z = nuclide.atomic_number;
    // [PHYS:nucleus.mass]
    double const binding_eV = 14.4381 * std::pow(z, 2.39) + 1.55468e-6 * std::pow(z, 5.35);
    return nuclide.atomic_mass_u * atomic_mass_unit - z * electron_mass + binding_eV * 1e-9;
  }
};

/// The constants of the reference generator (arXiv:1902.06765), for comparison with it.
struct teg2019 {
  static constexpr std::string_view name = "teg2019";
  static constexpr double fermi_constant = 1.16637e-5;
  static constexpr double fine_structure = 1 / 137.036;
  static constexpr double sin2_theta_w = 0.23119;
  static constexpr double electron_mass = 0.000511;
  static constexpr double muon_mass = 0.105658;
  static constexpr double tau_mass = 1.778;
  static constexpr double proton_mass = 0.938272;
  static constexpr double neutron_mass = 0.939565;
  static constexpr double hbar_c = 0.1973269804; // its own 0.198 for argon is a defect, not a convention
  static constexpr double inverse_GeV2_in_fb = 0.389379e12;

  /// Standard atomic weight times 0.9315 GeV: the electrons and the isotope are not resolved.
  // [PHYS:nucleus.mass_teg2019]
  static double nuclear_mass(isotope const& nuclide) { return nuclide.standard_atomic_weight * 0.9315; }
};

static_assert(Constants<pdg> && Constants<teg2019>);

} // namespace trident
