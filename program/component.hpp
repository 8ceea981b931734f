// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <functional>
#include <utility>
#include <variant>

#include <trident/mc/block.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/result.hpp>
#include <trident/target/choice.hpp>

#include "configuration.hpp"

// The library compiles an integrand for each combination of types. The program would drown in them (30 channels, 18
// nuclei, seven form factors, 16 spectra, four models), and needs few: what only changes numbers is a value here, the
// channel, the nucleus with its form factor, the nucleon, the histogram and the resolved model. Left as types are the spin
// of the target, fixed energy or spectrum, and the two sets of constants: 8 integrands, a file for each spin so that they
// are compiled side by side. What is done with them is compiled for two: an integrand at one energy and one over a spectrum
// differ in their dimension, all else is behind one call a block of points.

namespace trident::program {

/// Told of the progress; false cancels.
using progress_function = std::function<bool(progress_report const&)>;

/// A function on the unit cube of which only the dimension is known.
template <std::size_t Dimension>
class erased_integrand {
public:
  static constexpr std::size_t dimension = Dimension;
  using block_function = std::function<void(block_coordinates<Dimension> const&, block_values&)>;

  explicit erased_integrand(block_function evaluate) : evaluate_(std::move(evaluate)) {}

  void evaluate(block_coordinates<Dimension> const& points, block_values& values) const {
    evaluate_(points, values);
  }

  double operator()(std::array<double, Dimension> const& point) const {
    block_coordinates<Dimension> points;
    for (std::size_t axis = 0; axis < Dimension; ++axis) points[axis].fill(point[axis]);
    block_values values;
    evaluate_(points, values);
    return values[0];
  }

private:
  block_function evaluate_;
};

/// Cross section on one component, as what the Monte Carlo integrates [fb].
struct component_integrand {
  std::variant<erased_integrand<7>, erased_integrand<8>> function;
  bool below_threshold; ///< of all neutrinos: the value is exactly zero
  double threshold;     ///< smallest neutrino energy [GeV]
};

/// Cross section on one component [fb].
struct component_estimate : integral_estimate {
  bool below_threshold = false;
  double threshold = 0; ///< [GeV]
};

component_integrand make_integrand(nuclear_target const&, configuration const&);
component_integrand make_integrand(proton const&, configuration const&);
component_integrand make_integrand(neutron const&, configuration const&);
component_integrand make_integrand(free_proton<> const&, configuration const&);

} // namespace trident::program
