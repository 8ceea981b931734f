// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/target_tensor.hpp>
#include <trident/kinematics/lab_frame.hpp>
#include <trident/numerics/complex.hpp>
#include <trident/physics/four_momentum.hpp>
#include <trident/target/struck_nucleon.hpp>

// The momentum of a nucleon that was struck within a nucleus, given the leptons. The response of the nucleus is a sum over
// nucleons, of which the Monte Carlo has drawn the sum; here one of the terms is drawn.

namespace trident {

namespace detail {

inline four_momentum scaled(double factor, four_momentum const& p) {
  return {factor * p.e, factor * p.x, factor * p.y, factor * p.z};
}

/// Unit vectors in space along a momentum and across it, `first` in its plane with the beam along z.
struct transfer_axes {
  four_momentum along{}, first{}, second{};

  explicit transfer_axes(four_momentum const& taken) {
    double const length = taken.momentum();
    along = {0, taken.x / length, taken.y / length, taken.z / length};
    double const width = along.transverse(), x = width > 0 ? along.x / width : 1,
                 y = width > 0 ? along.y / width : 0;
    first = {0, x * along.z, y * along.z, -width};
    second = {0, -y, x, 0};
  }

  /// Of what is across: cosine and sine of its azimuth.
  complex<double> azimuth(four_momentum const& p) const {
    auto const in_space = [&](four_momentum const& axis) {
      return p.x * axis.x + p.y * axis.y + p.z * axis.z;
    };
    complex<double> const across{in_space(first), in_space(second)};
    double const length = std::sqrt(norm(across));
    return length > 0 ? (1 / length) * across : complex<double>{1, 0};
  }
};

/// The frame of the nucleus at one point of phase space, before the event is turned around the beam, which is along z.
class transfer_frame {
public:
  explicit transfer_frame(phase_space_point<> const& point)
      : minus_(point.leptons.k_dot_q / point.energy), q2_(point.leptons.q2),
        across_(minus_ * std::sqrt(point.recoil) * point.target_direction), taken_{point.nu, across_.re,
                                                                                   across_.im,
                                                                                   point.nu + minus_},
        axes_(taken_) {}

  four_momentum const& taken() const { return taken_; } ///< energy and momentum that the nucleus takes up
  transfer_axes const& axes() const { return axes_; }

  /// A vector in the gauge in which it has no product with k.
  photon_polarisation<double> polarisation(four_momentum const& v) const {
    double const fraction = (v.e - v.z) / minus_; // v.k/q.k
    // [PHYS:bound.polarisation]
    complex<double> const transverse = complex<double>{v.x, v.y} + fraction * across_;
    return {2 * (q2_ * fraction - dot(v, taken_)), transverse};
  }

  /// Half the sum of the momenta of a nucleon before and after, but along the transfer, where it has no product with q.
  four_momentum middle(struck_nucleons const& all, double energy, complex<double> const& azimuth) const {
    double const v = energy + all.transfer.gained / 2, p = std::sqrt(all.transverse_squared(energy));
    return four_momentum{v, 0, 0, 0} + scaled(v * taken_.e / all.transfer.momentum, axes_.along) +
           scaled(p * azimuth.re, axes_.first) + scaled(p * azimuth.im, axes_.second);
  }

private:
  double minus_, q2_;
  complex<double> across_;
  four_momentum taken_;
  transfer_axes axes_;
};

} // namespace detail

/// The density of energy and azimuth of a struck nucleon at given leptons, w2 |L.V|^2/M^2 + w1 (-g.L) + W2' |L.P|^2/M^2
/// with V half the sum of its momenta before and after, without what is along q: quadratic in V, so that six contractions
/// tell it everywhere.
class struck_nucleon_density {
public:
  template <class At>
  struck_nucleon_density(detail::transfer_frame const& frame, At const& current,
                         lepton_weights const& leptons, struck_nucleons const& all)
      : all_(all), gained_(all.transfer.gained) {
    auto const square = [&](four_momentum const& v) {
      return contract_vector(current, frame.polarisation(v));
    };
    // V = (E + gained/2) (1, along nu/|q|) + p_t (first cos + second sin): orthogonal to q
    four_momentum const taken = frame.taken();
    double const speed = taken.e / all.transfer.momentum;
    four_momentum const along = four_momentum{1, 0, 0, 0} + detail::scaled(speed, frame.axes().along);
    auto const& first = frame.axes().first;
    auto const& second = frame.axes().second;
    double const unit = all.current.electric / (all.mass * all.mass);
    double const aa = square(along), bb = square(first), cc = square(second);
    along_ = unit * aa;
    mean_ = unit * (bb + cc) / 2;
    cosine_ = unit * (square(along + first) - aa - bb);
    sine_ = unit * (square(along + second) - aa - cc);
    twice_cosine_ = unit * (bb - cc) / 2;
    twice_sine_ = unit * (square(first + second) - bb - cc) / 2;
    // [PHYS:bound.density]
    constant_ = all.current.magnetic * leptons.magnetic + all.scalar() * leptons.electric;
  }

  /// At an energy [GeV] and an azimuth around the momentum that is taken up.
  double operator()(double energy, detail::complex<double> const& azimuth) const {
    double const v = energy + gained_ / 2, square = all_.transverse_squared(energy), p = std::sqrt(square);
    double const c = azimuth.re, s = azimuth.im;
    return constant_ + along_ * v * v + v * p * (cosine_ * c + sine_ * s) +
           square * (mean_ + twice_cosine_ * (c * c - s * s) + twice_sine_ * 2 * c * s);
  }

  /// Averaged over the azimuth.
  double averaged(double energy) const {
    double const v = energy + gained_ / 2;
    return constant_ + along_ * v * v + mean_ * all_.transverse_squared(energy);
  }

  /// Never below the density: each of its terms grows with the energy.
  double bound() const {
    double const v = all_.highest + gained_ / 2, square = all_.transverse_squared(all_.highest);
    return averaged(all_.highest) + v * std::sqrt(square) * std::hypot(cosine_, sine_) +
           square * std::hypot(twice_cosine_, twice_sine_);
  }

private:
  struck_nucleons all_;
  double gained_;
  double constant_ = 0, along_ = 0, mean_ = 0, cosine_ = 0, sine_ = 0, twice_cosine_ = 0, twice_sine_ = 0;
};

namespace detail {

/// Of the current at one point of phase space.
template <class At>
lepton_weights lepton_weights_of(At const& current, phase_space_point<> const& point) {
  auto const photon = contract_photon_parts(current, point.leptons.q2);
  return {contract_vector(current, target_polarisation(point)), 2 * photon.transverse - photon.scalar};
}

/// The tensor of nucleons that all have V, half the sum of their momenta before and after without what is along q.
inline target_tensor tensor_of_struck(struck_nucleons const& all, photon_polarisation<double> const& middle,
                                      phase_space_point<> const& point) {
  // [PHYS:bound.density]
  return {
      {{{all.current.electric / (all.mass * all.mass), middle}, {all.scalar(), target_polarisation(point)}}},
      all.current.magnetic};
}

} // namespace detail

/// A nucleon that was drawn.
struct struck_nucleon {
  struck_nucleons all;             ///< of which it is one
  double energy;                   ///< E [GeV]
  detail::complex<double> azimuth; ///< around the momentum that is taken up
  four_momentum before; ///< off its mass shell: what the nucleus had, less what is left of it [GeV]
  four_momentum after;  ///< [GeV]

  struck_nucleon(detail::transfer_frame const& frame, struck_nucleons const& which, double of_energy,
                 detail::complex<double> const& at)
      : all(which), energy(of_energy), azimuth(at) {
    double const across = std::sqrt(all.transverse_squared(energy));
    before = detail::scaled(all.longitudinal(energy), frame.axes().along) +
             detail::scaled(across * azimuth.re, frame.axes().first) +
             detail::scaled(across * azimuth.im, frame.axes().second);
    after = before + frame.taken();
    // [PHYS:bound.momenta]
    after.e = std::sqrt(all.mass * all.mass + after.x * after.x + after.y * after.y + after.z * after.z);
    before.e = after.e - frame.taken().e;
  }

  /// Turns the momenta around the beam.
  void turn(detail::complex<double> const& by) {
    for (auto* p : {&before, &after}) {
      auto const across = by * detail::complex<double>{p->x, p->y};
      *p = {p->e, across.re, across.im, p->z};
    }
  }

  /// The density that it was drawn from, or that of another current at the same point.
  template <class At>
  double density(At const& current, phase_space_point<> const& point) const {
    detail::transfer_frame const frame(point);
    return struck_nucleon_density(frame, current, detail::lepton_weights_of(current, point), all)(energy,
                                                                                                  azimuth);
  }

  /// What the density contracts with the current.
  target_tensor tensor(phase_space_point<> const& point) const {
    detail::transfer_frame const frame(point);
    return detail::tensor_of_struck(all, frame.polarisation(frame.middle(all, energy, azimuth)), point);
  }
};

/// Draws a nucleon of a response that tells which were struck. `random(n)` is the n-th array of four numbers between 0
/// and 1.
template <class Response, class Constants, class At, class Random>
struck_nucleon draw_struck_nucleon(Response const& response, Constants constants, At const& current,
                                   phase_space_point<> const& point, Random const& random) {
  detail::transfer_frame const frame(point);
  auto const leptons = detail::lepton_weights_of(current, point);
  auto const all = response.struck(point.nu, point.leptons.q2, leptons, random(0), constants);
  struck_nucleon_density const density(frame, current, leptons, all);
  double const bound = density.bound();
  constexpr std::uint64_t most_tries = 100000; // of which about one in two is taken
  for (std::uint64_t n = 1;; ++n) {
    auto const u = random(n);
    double const energy = response.struck_energy(all, u[0]);
    auto const azimuth = detail::unit_vector(u[1]);
    if (!(u[2] * bound > density(energy, azimuth)) || n == most_tries) return {frame, all, energy, azimuth};
  }
}

} // namespace trident
