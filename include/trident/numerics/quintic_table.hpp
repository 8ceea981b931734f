// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>

#include <trident/numerics/lanes.hpp>

namespace trident {

/// A form factor as quintic polynomials on a uniform grid in Q, as numbers and a place in memory: valid as long as that is,
/// copied freely, device code too (the coefficients then lie in the device's memory). Zero from the end of the grid on.
struct quintic_table {
  using coefficients = std::array<double, 6>; ///< of powers of the position in a cell, 0 to 1

  coefficients const* cells;
  double count;        ///< cells
  double inverse_step; ///< [1/GeV]

  /// F(Q), Q >= 0 [GeV].
  template <std::floating_point Real>
  constexpr Real operator()(Real q) const {
    double const position = static_cast<double>(q) * inverse_step;
    if (!(position < count)) return position >= count ? Real(0) : q; // q is not a number
    auto const index = static_cast<unsigned>(position);
    double const u = position - static_cast<double>(index);
    auto const& c = cells[index];
    double const high = c[3] + u * (c[4] + u * c[5]);
    return static_cast<Real>(c[0] + u * (c[1] + u * (c[2] + u * high)));
  }

  /// The same for a pack of Q.
  template <class Pack>
    requires(detail::lanes<Pack>::count > 1)
  Pack operator()(Pack q) const {
    using detail::select;
    using std::floor;
    Pack const position = q * Pack(inverse_step);
    auto const inside = position < Pack(count);
    Pack const cell = floor(select(inside, position, Pack(0)));
    Pack const u = position - cell;
    auto const first = detail::whole_part(Pack(6) * cell);
    auto const coefficient = [&](std::size_t power) {
      return detail::lanes<Pack>::look_up(cells->data() + power, first);
    };
    Pack value = coefficient(5);
    for (std::size_t power = 5; power-- > 0;) value = value * u + coefficient(power);
    return select(inside, value, select(position > Pack(0), Pack(0), q)); // q is not a number
  }
};

} // namespace trident
