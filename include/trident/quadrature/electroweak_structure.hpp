// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include <trident/base/finite.hpp>
#include <trident/quadrature/structure_functions.hpp>
#include <trident/quadrature/w_interference.hpp>
#include <trident/quadrature/w_structure.hpp>

namespace trident {

/// L_T and L_S of the full electroweak amplitude at any s and Q2: the square of all but W exchange, whose couplings depend
/// on T alone, by structure_function_quadrature; the square of W exchange by w_structure, exact in the angles of the decay;
/// and their interference by w_structure with more of them, for the propagator of the Z. `Real` may be a pack.
template <class Real, class Current>
class electroweak_structure {
public:
  /// `tolerance` is the relative error aimed at, per dimension.
  electroweak_structure(Current current, double tolerance)
      : current_(std::move(current)), tolerance_(tolerance),
        neutral_(open_contact_current<Real>(current_.made_with_w()), tolerance / 10),
        neutral_at_large_s_(open_contact_current<Real>(current_.made_with_w()), tolerance / 100) {}

  pair_masses<double> masses() const { return current_.made_with_w(); }
  Current const& current() const { return current_; }

  photon_pair operator()(double room, double q2) const {
    photon_pair sum;
    if (current_.has_neutral())
      sum = (s_of(room) > 100 * current_.transfer_scale() ? neutral_at_large_s_ : neutral_)(
          room, q2, [this](double transfer) { return current_.neutral_couplings(transfer); },
          current_.transfer_scale());
    if (!current_.has_w()) return sum;
    if (has_light_mediator()) {
      add(sum, square_of_w(room, q2));
      structure_function_quadrature<Real, w_interference<Real, Current>> const integral(
          w_interference<Real, Current>(current_), tolerance_);
      add(sum, integral.of_current(room, q2, current_.transfer_scale()));
    } else if (current_.has_neutral() && share(room) == 1) {
      add(sum, interference<true>(room, q2));
    } else {
      add(sum, square_of_w(room, q2));
      if (current_.has_neutral()) add(sum, interference<false>(room, q2));
    }
    return sum;
  }

  photon_pair square_of_w(double room, double q2) const {
    w_structure<Real> const integral(masses(), current_.bosons(), points(room, tolerance_, 3, 5));
    return integral(room, q2, [this](lepton_state<Real> const& state) {
      auto const event = of_event(state);
      return contract_photon_parts(current_.w_exchange_at(event), event.q2);
    });
  }

  /// Of W exchange and the rest, and the square of W exchange besides where both need as many points.
  template <bool WithSquare>
  photon_pair interference(double room, double q2) const {
    auto const [polar, azimuths] = decay_points(room);
    w_structure<Real> const integral(masses(), current_.bosons(),
                                     points(room, tolerance_ / share(room), polar, azimuths));
    return integral(room, q2, [this](lepton_state<Real> const& state) {
      return detail::w_interference_at<WithSquare>(current_, of_event(state));
    });
  }

  /// Whether the model has a mediator so light that T resolves it before W exchange changes. Its interference with W
  /// exchange is known up to largest_s() only; squares are known everywhere.
  bool has_light_mediator() const {
    double const w = current_.bosons().w;
    return current_.has_w() && current_.has_neutral() && current_.transfer_scale() < 0.5 * w * w;
  }

  /// In GeV^2.
  double largest_s() const {
    double const w = current_.bosons().w;
    return has_light_mediator() ? 0.6 * w * w : std::numeric_limits<double>::infinity();
  }

private:
  static void add(photon_pair& sum, photon_pair const& term) {
    sum.transverse += term.transverse;
    sum.scalar += term.scalar;
  }

  /// Of the event, from one in which the lepton made with the W is called `minus`.
  lepton_state<Real> of_event(lepton_state<Real> const& state) const {
    return current_.is_exchanged() ? detail::charge_conjugate(state) : state;
  }

  double s_of(double room) const { return room + masses().threshold_squared(); }

  /// The interference over the sum of all, about: small where the W is real.
  double share(double room) const {
    double const w = current_.bosons().w;
    return s_of(room) > 1.1 * w * w ? 0.05 : 1;
  }

  /// Numbers of points for a relative `tolerance`; measured on all pairs, from threshold to s = 1e9 GeV^2, and Q2 from
  /// 1e-8 to 1e4 GeV^2.
  w_structure_points points(double room, double tolerance, std::size_t polar, std::size_t azimuths) const {
    double const w = current_.bosons().w, digits = std::max(-std::log(tolerance), 2.0);
    bool const real = s_of(room) > 1.1 * w * w;
    auto const count = [digits](double offset, double rate) {
      return static_cast<std::size_t>(std::min(offset + rate * digits, 120.0));
    };
    return {
        real ? count(2, 1.1) : count(3, 1.45), count(1, 1.3), count(2, 1.5), count(3, 1.4), polar, azimuths};
  }

  /// The propagator of the Z is analytic in the cosine: n points of the polar rule leave r^-(2 n - 4) of it, with r from the
  /// largest T over M_Z^2. Where this takes too many, T is large only for some decays, and ln D+ does better.
  std::array<std::size_t, 2> decay_points(double room) const {
    double const scale = current_.transfer_scale();
    if (!detail::is_finite(scale)) return {3, 5};
    double const z = 1 + 2 * scale / s_of(room), r = z + std::sqrt(z * z - 1);
    double const needed = 2 + std::max(std::log(0.1 * share(room) / tolerance_) / (2 * std::log(r)), 1.0);
    if (needed <= 8) {
      auto const n = static_cast<std::size_t>(std::ceil(needed));
      return {n, n + 3};
    }
    auto const n = static_cast<std::size_t>(6 + 1.1 * std::log(1 / tolerance_));
    return {std::max<std::size_t>(n, 9), 16};
  }

  Current current_;
  double tolerance_;
  structure_function_quadrature<Real> neutral_, neutral_at_large_s_;
};

} // namespace trident
