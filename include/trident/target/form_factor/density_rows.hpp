// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <trident/numerics/hermite_node.hpp>
#include <trident/target/form_factor/kind.hpp>

// Rows of the generated tables of charge densities. A nuclide is found by its numbers of protons and nucleons.

namespace trident {

/// A two- or three-parameter Fermi density.
struct fermi_row {
  int atomic_number;
  int mass_number;
  form_factor_kind kind;
  double radius;      ///< c [fm]
  double diffuseness; ///< z [fm]
  double w;           ///< dimensionless
};

/// A Fourier-Bessel density, coefficients in e/fm^3.
struct fourier_bessel_row {
  int atomic_number;
  int mass_number;
  double radius; ///< R [fm]
  std::size_t count;
  std::array<double, 17> coefficients;

  constexpr std::span<double const> used() const { return std::span{coefficients}.first(count); }
};

/// The form factor of a three-parameter Gauss density, as nodes for interpolation in Q/(hbar c).
struct gauss_row {
  int atomic_number;
  int mass_number;
  double radius;      ///< c [fm]
  double diffuseness; ///< z [fm]
  double w;           ///< dimensionless
  double rms_radius;  ///< [fm]
  double step;        ///< [1/fm]
  std::span<hermite_node const> nodes;
};

} // namespace trident
