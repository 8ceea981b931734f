// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <trident/target/form_factor/tabulated.hpp>
#include <trident/target/nucleus.hpp>

namespace trident {

namespace detail {

/// The charge density of a form factor drawn out by a factor.
struct scaled_form_factor {
  tabulated_form_factor bare;
  double factor;

  // [PHYS:nucleus.scaled_radius]
  double operator()(double q) const { return bare(factor * q); }
  double rms_radius() const { return factor * bare.rms_radius(); }              ///< [fm]
  double maximum_q() const { return bare.maximum_q() / std::max(factor, 1.0); } ///< [GeV]
};

} // namespace detail

/// A nucleus whose charge radius is `factor` times as large, its density of the same shape: for the error of a radius.
inline nuclear_target with_scaled_radius(nuclear_target const& nucleus, double factor) {
  if (factor == 1) return nucleus;
  return make_nuclear_target(nucleus.nuclide(), detail::scaled_form_factor{nucleus.form_factor(), factor});
}

} // namespace trident
