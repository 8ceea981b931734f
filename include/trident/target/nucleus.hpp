// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <string_view>
#include <utility>

#include <trident/physics/concepts.hpp>
#include <trident/physics/constants.hpp>
#include <trident/target/form_factor/tabulated.hpp>

namespace trident {

namespace detail {

/// Z^2 F^2 by the charge alone. A nucleus with a spin (N-14, Al-27) has a magnetic structure too, smaller by about 1/Z^2:
/// left out.
template <class Real, class F>
constexpr hadron_structure<Real> nucleus_structure(isotope const& nuclide, F const& form_factor, Real q2) {
  using std::sqrt;
  // [PHYS:nucleus.structure]
  Real const amplitude = Real(nuclide.atomic_number) * form_factor(sqrt(q2));
  return {amplitude * amplitude, Real(0)};
}

/// The same of a neutral atom, whose electrons are a cloud with the squared radius a^2 = `screening_area` [1/GeV^2].
template <class Real, class F>
constexpr hadron_structure<Real> atom_structure(isotope const& nuclide, F const& form_factor,
                                                double screening_area, Real q2) {
  using std::sqrt;
  if (!(screening_area > 0)) return nucleus_structure(nuclide, form_factor, q2);
  // [PHYS:nucleus.screening]
  Real const cloud = Real(1) / (Real(1) + Real(screening_area) * q2);
  Real const amplitude = Real(nuclide.atomic_number) * (form_factor(sqrt(q2)) - cloud);
  return {amplitude * amplitude, Real(0)};
}

/// a^2 of the electrons of a neutral atom [1/GeV^2]: a = 0.8853 a_0 Z^(-1/3) of Thomas and Fermi.
template <Constants C = pdg>
double screening_area_of(isotope const& nuclide) {
  // [PHYS:nucleus.screening_radius]
  constexpr double bohr_radius = 1 / (C::fine_structure * C::electron_mass);
  double const radius = 0.8853 * bohr_radius / std::cbrt(static_cast<double>(nuclide.atomic_number));
  return radius * radius;
}

/// [GeV^2]
template <class F>
double maximum_q2_of(F const& form_factor) {
  double const q = maximum_q_of(form_factor);
  return q * q;
}

} // namespace detail

/// A nucleus whose form factor's table belongs to somebody else: for devices.
struct nucleus_view {
  static constexpr bool has_magnetic_structure = false; // see nucleus_structure
  static constexpr scattering_regime regime = scattering_regime::coherent;
  static constexpr bool takes_packs = true;
  isotope nuclide;
  quintic_table form_factor;
  double highest_q2;         ///< [GeV^2]
  double screening_area = 0; ///< of its electrons [1/GeV^2], 0 for a bare nucleus

  template <Constants C = pdg>
  double mass(C = {}) const {
    return C::nuclear_mass(nuclide);
  } ///< [GeV]

  template <class Real, Constants C = pdg>
  constexpr hadron_structure<Real> structure(Real q2, C = {}) const {
    return detail::atom_structure(nuclide, form_factor, screening_area, q2);
  }

  constexpr double maximum_q2() const { return highest_q2; } ///< [GeV^2]
  constexpr std::string_view name() const { return nuclide.symbol; }
  constexpr int pdg_code() const { return nuclide.pdg_code(); }
};

static_assert(Target<nucleus_view>);

/// A nucleus chosen at compile time: W_E = Z^2 F(Q2)^2, W_M = 0. The form factor is called in the integrand, so
/// give one that is cheap, such as tabulated_form_factor.
template <isotope const& Nuclide, FormFactor F>
struct nucleus {
  static constexpr bool has_magnetic_structure = false; // see nucleus_structure
  static constexpr scattering_regime regime = scattering_regime::coherent;
  static constexpr bool takes_packs = detail::takes_packs<F>;
  [[no_unique_address]] F form_factor{};

  static constexpr isotope const& nuclide() { return Nuclide; }

  template <Constants C = pdg>
  static double mass(C = {}) {
    return C::nuclear_mass(Nuclide);
  } ///< [GeV]

  template <class Real, Constants C = pdg>
  hadron_structure<Real> structure(Real q2, C = {}) const {
    return detail::nucleus_structure(Nuclide, form_factor, q2);
  }

  double maximum_q2() const { return detail::maximum_q2_of(form_factor); } ///< [GeV^2]
  /// For a device: valid as long as this or a copy of it.
  nucleus_view view() const requires requires(F const& f) { f.table(); }
  { return {Nuclide, form_factor.table(), maximum_q2()}; }
  static constexpr std::string_view name() { return Nuclide.symbol; }
  static constexpr int pdg_code() { return Nuclide.pdg_code(); }
};

/// A nucleus chosen at run time, with any form factor: one type for all of them.
class nuclear_target {
public:
  static constexpr bool has_magnetic_structure = false; // see nucleus_structure
  static constexpr scattering_regime regime = scattering_regime::coherent;
  static constexpr bool takes_packs = true;

  nuclear_target(isotope const& nuclide, tabulated_form_factor form_factor)
      : nuclide_{nuclide}, form_factor_{std::move(form_factor)} {}

  isotope const& nuclide() const { return nuclide_; }
  tabulated_form_factor const& form_factor() const { return form_factor_; }

  /// In a neutral atom, whose electrons screen its charge where Q is below Z^(1/3) 4 keV.
  nuclear_target screened() const {
    nuclear_target atom = *this;
    atom.screening_area_ = detail::screening_area_of(nuclide_);
    return atom;
  }

  template <Constants C = pdg>
  double mass(C = {}) const {
    return C::nuclear_mass(nuclide_);
  } ///< [GeV]

  template <class Real, Constants C = pdg>
  hadron_structure<Real> structure(Real q2, C = {}) const {
    return detail::atom_structure(nuclide_, form_factor_, screening_area_, q2);
  }

  double maximum_q2() const { return detail::maximum_q2_of(form_factor_); } ///< [GeV^2]
  /// For a device: valid as long as this or a copy of it.
  nucleus_view view() const { return {nuclide_, form_factor_.table(), maximum_q2(), screening_area_}; }
  std::string_view name() const { return nuclide_.symbol; }
  int pdg_code() const { return nuclide_.pdg_code(); }

private:
  isotope nuclide_;
  tabulated_form_factor form_factor_;
  double screening_area_ = 0; ///< [1/GeV^2]
};

static_assert(Target<nuclear_target>);

/// A nucleus with your own form factor: anything that is called with Q [GeV] and gives F, F(0) = 1.
template <FormFactor F>
nuclear_target make_nuclear_target(isotope const& nuclide, F const& form_factor) {
  if constexpr (std::same_as<F, tabulated_form_factor>)
    return {nuclide, form_factor};
  else
    return {nuclide, tabulated_form_factor{form_factor}};
}

} // namespace trident
