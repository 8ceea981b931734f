// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include <trident/amplitude/contraction.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/numerics/lanes.hpp>

// What a quadrature over the directions of the pair sums up: the contractions of a current, and how many azimuths it takes.

namespace trident {

/// L_T and L_S of nu gamma* -> nu' l- l+ per combination of couplings [GeV^2]: the inclusive lepton tensor, integrated over the
/// three-body phase space of nu', l- and l+ (with its 2 pi's).
using photon_structure = photon_contractions<double>;

/// The same for given couplings.
struct photon_pair {
  double transverse = 0;
  double scalar = 0;
};

/// The contact current, its couplings left open: they depend on T alone and are multiplied in afterwards.
template <class Real>
class open_contact_current {
public:
  using point_sum = photon_contractions<Real>;
  using total = photon_structure;

  explicit open_contact_current(pair_masses<double> const& masses) : masses_(masses) {}

  pair_masses<double> const& masses() const { return masses_; }

  /// Exchanging leptons of equal mass exchanges the chiralities: half of the directions are enough.
  static constexpr bool half_of_equal_leptons = true;
  // [PHYS:structure.azimuth]
  /// The three midpoints of the half circle: exact for the trigonometric polynomials of degree 4 that occur.
  static constexpr std::size_t azimuths = 3;
  static constexpr std::array<double, azimuths> cosines = {0.86602540378443865, 0.0, -0.86602540378443865};
  static constexpr std::array<double, azimuths> sines = {0.5, 1.0, 0.5};

  static point_sum zero() {
    vector_axial_form<Real> const none{Real(0), Real(0), Real(0)};
    return {none, none};
  }

  void add(point_sum& sum, lepton_state<Real> const& state, pair_masses<Real> const& masses,
           Real weight) const {
    auto const term = contract_photon(state, masses.minus, masses.plus);
    auto const to = [&](vector_axial_form<Real>& form, vector_axial_form<Real> const& from) {
      form.vector += weight * from.vector;
      form.axial += weight * from.axial;
      form.mixed += weight * from.mixed;
    };
    to(sum.transverse, term.transverse);
    to(sum.scalar, term.scalar);
  }

  static total scaled(point_sum const& sum, double factor) {
    auto const form = [factor](vector_axial_form<Real> const& from) {
      using detail::lanes;
      return vector_axial_form<double>{factor * lanes<Real>::sum(from.vector),
                                       factor * lanes<Real>::sum(from.axial),
                                       factor * lanes<Real>::sum(from.mixed)};
    };
    return {form(sum.transverse), form(sum.scalar)};
  }

private:
  pair_masses<double> masses_;
};

/// Any current: it is asked at every point, around the whole circle, since nothing is known of its symmetries. Sixteen
/// azimuths are exact for trigonometric polynomials of degree 15, and converge geometrically for propagators.
template <class Real, class Current>
class whole_current {
public:
  using point_sum = photon_parts<Real>;
  using total = photon_pair;

  explicit whole_current(Current current) : current_(std::move(current)), masses_(current_.masses()) {}

  pair_masses<double> const& masses() const { return masses_; }

  static constexpr bool half_of_equal_leptons = false;
  static constexpr std::size_t azimuths = 16;
  static std::array<double, azimuths> circle(int which) {
    std::array<double, azimuths> values{};
    for (std::size_t i = 0; i < azimuths; ++i) {
      double const angle = 2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / azimuths;
      values[i] = which == 0 ? std::cos(angle) : std::sin(angle);
    }
    return values;
  }

  inline static std::array<double, azimuths> const cosines = circle(0), sines = circle(1);

  static point_sum zero() { return {Real(0), Real(0)}; }

  void add(point_sum& sum, lepton_state<Real> const& state, pair_masses<Real> const&, Real weight) const {
    auto const parts = contract_photon_parts(current_.at(state), state.q2);
    sum.transverse += weight * parts.transverse;
    sum.scalar += weight * parts.scalar;
  }

  static total scaled(point_sum const& sum, double factor) {
    using detail::lanes;
    return {factor * lanes<Real>::sum(sum.transverse), factor * lanes<Real>::sum(sum.scalar)};
  }

private:
  Current current_;
  pair_masses<double> masses_;
};

} // namespace trident
