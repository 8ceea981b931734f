// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <trident/kinematics/pair_frame.hpp>

namespace trident {

/// Structure functions of the full amplitude of the Standard Model for one set of channels, with the constants pdg and
/// boson_masses{}: panels of electroweak_surface, as the headers data/electroweak_*.hpp hold them.
struct electroweak_table {
  static constexpr std::size_t numbers_per_panel = 3; ///< its place in s and in Q2, and its rows

  pair_masses<double> masses; ///< of the lepton made with the W, and of the other [GeV]
  bool has_neutral, has_w;
  double error; ///< largest deviation from the quadrature over the sum of L_T and L_S
  double unit;  ///< of all coefficients
  std::span<std::uint8_t const> panels;
  std::span<std::uint8_t const> columns; ///< coefficients of each row, of both functions of each panel
  std::span<double const> coefficients;
};

} // namespace trident
