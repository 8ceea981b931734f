// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include <trident/target/form_factor/catalogue.hpp>

// The measured charge densities themselves, in space.

namespace trident {

/// A spherical charge density rho(r) in any normalisation, r [fm]: zero from `end` on, where it ends, changes its sign or
/// has died away.
struct charge_density {
  /// (1 + w x^n) with x = r/c over 1 + exp of (r - c)/z or of (r^2 - c^2)/z^2, or a Fourier-Bessel series.
  enum class shape { fermi, symmetrised_fermi, gauss, fourier_bessel };

  shape form = shape::fermi;
  double radius = 1;                      ///< c, or R of a Fourier-Bessel series [fm]
  double diffuseness = 1;                 ///< z [fm]
  double w = 0;                           ///< dimensionless
  std::span<double const> coefficients{}; ///< of a Fourier-Bessel series
  double end = 0;                         ///< [fm]

  double operator()(double r) const { return r < end ? smooth(r) : 0; }

  /// Without the end.
  double smooth(double r) const {
    double const x = r / radius;
    switch (form) {
    case shape::fermi:
      // [PHYS:nucleus.fermi]
      return (1 + w * x * x) / (1 + std::exp((r - radius) / diffuseness));
    case shape::symmetrised_fermi:
      // [PHYS:nucleus.symmetrised_fermi]
      return 1 / (1 + std::exp((r - radius) / diffuseness)) - 1 / (1 + std::exp((r + radius) / diffuseness));
    case shape::gauss:
      // [PHYS:nucleus.gauss]
      return (1 + w * x * x) / (1 + std::exp((r * r - radius * radius) / (diffuseness * diffuseness)));
    case shape::fourier_bessel:
      break;
    }
    double sum = 0;
    constexpr double pi = 3.14159265358979323846;
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      double const y = static_cast<double>(i + 1) * pi * x;
      // [PHYS:nucleus.fourier_bessel]
      sum += coefficients[i] * (y < 1e-6 ? 1 : std::sin(y) / y);
    }
    return sum;
  }
};

namespace detail {

/// Ends a density at its first zero, or where it has fallen to 1e-12 of what it is at the centre, at `largest` at last.
inline charge_density ended(charge_density density, double largest) {
  double const least = 1e-12 * density.smooth(0), step = largest / 4096;
  double low = 0;
  while (low + step < largest && density.smooth(low + step) > least) low += step;
  double high = low + step;
  for (int i = 0; i < 60; ++i) {
    double const middle = (low + high) / 2;
    (density.smooth(middle) > least ? low : high) = middle;
  }
  density.end = low;
  return density;
}

} // namespace detail

/// The density behind a form factor of a nuclide: Fermi and Gauss densities and Fourier-Bessel series as they were
/// measured, the symmetrised Fermi density of systematics for the others.
inline charge_density charge_density_of(isotope const& nuclide, form_factor_kind kind) {
  using enum form_factor_kind;
  if (!has_form_factor(nuclide, kind)) detail::refuse_form_factor(nuclide, kind);
  charge_density density;
  double largest = 40; // [fm]
  if (kind == fourier_bessel) {
    auto const& row = *detail::find_row(tables::fourier_bessel_densities, nuclide);
    density = {charge_density::shape::fourier_bessel, row.radius, 1, 0, row.used(), 0};
    largest = row.radius;
  } else if (kind == three_parameter_gauss) {
    auto const& row = *detail::find_row(tables::gauss_densities, nuclide);
    density = {charge_density::shape::gauss, row.radius, row.diffuseness, row.w, {}, 0};
  } else if (kind == three_parameter_fermi || kind == two_parameter_fermi) {
    auto const& row = *detail::find_fermi_row(nuclide, kind);
    density = {charge_density::shape::fermi, row.radius, row.diffuseness, row.w, {}, 0};
  } else {
    auto const row = trident::symmetrised_fermi::of_mass_number(nuclide.mass_number);
    density = {charge_density::shape::symmetrised_fermi, row.radius, row.diffuseness, 0, {}, 0};
  }
  return detail::ended(density, largest);
}

/// That of the nuclide's default form factor.
inline charge_density charge_density_of(isotope const& nuclide) {
  return charge_density_of(nuclide, default_form_factor(nuclide));
}

} // namespace trident
