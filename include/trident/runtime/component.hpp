// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

#include <trident/mc/block.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/result.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/photon.hpp>
#include <trident/target/any_target.hpp>
#include <trident/target/choice.hpp>

// The library compiles an integrand for each combination of types. What chooses at run time would drown in them (30
// channels, 18 nuclei, seven form factors, 16 spectra, eleven models), and needs few: what only changes numbers is a value
// here, the channel, the nucleus with its form factor, the nucleon, the histogram and the resolved model. Left as types are
// the kind of the target (nucleus, elastic nucleon, continuum), fixed energy or spectrum, and the two sets of constants, one of them
// with the full electroweak amplitude too: 18 integrands. What is done with them is compiled for three dimensions; all else is behind one call a block of points.
//
// What takes long to compile is declared here and lies in component_body.hpp: with <trident/runtime.hpp> it is compiled
// where it is used; a program of many files includes the declarations, and compiles the bodies once (see compiled.hpp).

namespace trident::runtime {

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
  std::variant<erased_integrand<7>, erased_integrand<8>, erased_integrand<9>> function;
  bool below_threshold; ///< of all neutrinos: the value is exactly zero
  double threshold;     ///< smallest neutrino energy [GeV]
};

/// Cross section on one component [fb].
struct component_estimate : integral_estimate {
  bool below_threshold = false;
  double threshold = 0; ///< [GeV]
};

/// Of the integrand on a target: 7 for the phase space, and one more each for the energy that a continuum takes up and for
/// that of the neutrino.
inline std::size_t dimension_of(registry::target_choice const& target, flux_choice const& flux) {
  return 7u + std::holds_alternative<any_continuum>(target) + !std::holds_alternative<monoenergetic>(flux);
}

/// The integrand on a nuclear_target, on a nucleon as an any_target, or on an any_continuum: which it is only changes the
/// numbers of its structure functions. Compiled in component_body.hpp.
template <Target N>
component_integrand make_component_integrand(N const& target, configuration const& asked);

/// The same with the full electroweak amplitude and the constants pdg: the shares that Trident::shares gives, in order.
/// Compiled in electroweak_body.hpp.
template <Target N>
std::vector<component_integrand> make_electroweak_integrands(N const& target, configuration const& asked);

/// The integrands that sum to the cross section of the configuration on one component: one, or where a W may be real two.
inline std::vector<component_integrand> make_integrands(registry::target_choice const& target,
                                                        configuration const& asked) {
  return detail::with_target_seen(target, asked, [&](auto const& seen) {
    return asked.electroweak == electroweak_amplitude::full
               ? make_electroweak_integrands(seen, asked)
               : std::vector{make_component_integrand(seen, asked)};
  });
}

} // namespace trident::runtime
