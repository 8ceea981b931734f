// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/electroweak_current.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/quadrature/summed_current.hpp>

namespace trident {

namespace detail {

/// Transverse and scalar parts of 2 Re W* N, W exchange with all else, and of |W|^2 besides.
template <bool WithSquare, class Current, class Real>
photon_parts<Real> w_interference_at(Current const& current, lepton_state<Real> const& state) {
  auto const w = current.w_exchange_at(state);
  auto const neutral = current.neutral_at(state);
  auto const of_w = w.components();
  auto const of_neutral = neutral.components();
  // [PHYS:electroweak_quadrature.interference]
  auto const one = [](complex<Real> const& a, complex<Real> const& b) {
    return WithSquare ? dot(a, a + Real(2) * b) : Real(2) * dot(a, b);
  };
  auto const cross = [&](spin_states<complex<Real>> const& a, spin_states<complex<Real>> const& b) {
    return one(a.none, b.none) + one(a.minus_flipped, b.minus_flipped) + one(a.plus_flipped, b.plus_flipped) +
           one(a.both, b.both);
  };
  return {w.factor() * (cross(of_w.lowering, of_neutral.lowering) + cross(of_w.raising, of_neutral.raising)),
          4 * state.q2 * w.factor() * cross(of_w.along, of_neutral.along)};
}

} // namespace detail

/// The interference as structure_function_quadrature sums it up in the variables of the pair: for a light mediator, which
/// varies fastest in T, at s so far below real W bosons that the azimuths of whole_current resolve the W.
template <class Real, class Current>
class w_interference {
public:
  using point_sum = photon_parts<Real>;
  using total = photon_pair;

  explicit w_interference(Current current) : current_(std::move(current)) {}

  pair_masses<double> masses() const { return current_.masses(); }

  static constexpr bool half_of_equal_leptons = false;
  static constexpr std::size_t azimuths = whole_current<Real, Current>::azimuths;
  inline static std::array<double, azimuths> const cosines = whole_current<Real, Current>::circle(0),
                                                   sines = whole_current<Real, Current>::circle(1);

  static point_sum zero() { return {Real(0), Real(0)}; }

  void add(point_sum& sum, lepton_state<Real> const& state, pair_masses<Real> const&, Real weight) const {
    auto const parts = detail::w_interference_at<false>(current_, state);
    sum.transverse += weight * parts.transverse;
    sum.scalar += weight * parts.scalar;
  }

  static total scaled(point_sum const& sum, double factor) {
    using detail::lanes;
    return {factor * lanes<Real>::sum(sum.transverse), factor * lanes<Real>::sum(sum.scalar)};
  }

private:
  Current current_;
};

} // namespace trident
