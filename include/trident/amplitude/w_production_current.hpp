// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace trident {

/// The current of nu gamma* -> l W, contracted with the vectors x, y and k of the nu-gamma* rest frame, for one spin state of
/// the lepton and one polarisation of the W. That of y is imaginary where the others are real: what stands here is without
/// the i.
template <class Real>
struct w_production_components {
  Real x, y, along;
};

/// Of the two spin states times the three polarisations, in any order: they add incoherently.
template <class Real>
using w_production_amplitudes = std::array<w_production_components<Real>, 6>;

namespace detail {

/// Light-cone components v0 +- vz and v_x; v_y is imaginary, and without its i.
template <class Real>
struct planar_vector {
  Real plus, minus, x, y;

  friend constexpr planar_vector operator+(planar_vector const& a, planar_vector const& b) {
    return {a.plus + b.plus, a.minus + b.minus, a.x + b.x, a.y + b.y};
  }
  friend constexpr planar_vector operator-(planar_vector const& a, planar_vector const& b) {
    return {a.plus - b.plus, a.minus - b.minus, a.x - b.x, a.y - b.y};
  }
  friend constexpr planar_vector operator*(Real f, planar_vector const& a) {
    return {f * a.plus, f * a.minus, f * a.x, f * a.y};
  }
};

template <class Real>
constexpr Real dot(planar_vector<Real> const& a, planar_vector<Real> const& b) {
  return (a.plus * b.minus + a.minus * b.plus) / 2 - a.x * b.x + a.y * b.y;
}

} // namespace detail

/// The amplitude of nu gamma* -> l W with the photon on the lepton and on the W, the W real and of zero width, in the rest
/// frame of both with k along z and the lepton in the plane of x and z. Without the factor 4 sqrt(2) M_W^2/G_F that gives
/// its square the normalisation of the trident's.
///
/// The W's polarisations are those of an axial gauge, so that the sum over them is exact; the longitudinal one is w2/M_W
/// and a remainder, and what multiplies w2 follows from the Ward identity: nothing large cancels.
template <class Real>
class w_production_current {
public:
  /// At s, Q2, and D = Q2 + 2 q.p of the lepton's momentum p, all in GeV^2; with_w = M_W^2 + 2 k.p, which together with D is
  /// Q2 + s + m^2.
  constexpr w_production_current(Real lepton_mass, Real w_mass, Real s, Real q2, Real d, Real with_w)
      : m_(lepton_mass), w_(w_mass), d_(d) {
    using std::sqrt;
    Real const energy = sqrt(s), open = s + q2, w2 = w_ * w_, m2 = m_ * m_;
    k_ = {open / energy, 0, 0, 0};
    q_ = {-q2 / energy, energy, 0, 0};
    // [PHYS:w_production.light_cone]
    Real plus = (d * s - q2 * (w2 - m2)) / (open * energy);
    Real minus = (with_w - w2) / k_.plus;
    Real const smallest = m2 / (plus > minus ? plus : minus);
    if (!(plus > smallest)) plus = smallest;
    if (!(minus > smallest)) minus = smallest;
    Real const squared = plus * minus - m2;
    p_ = {plus, minus, squared > 0 ? sqrt(squared) : Real(0), 0};
    w1_ = {k_.plus - plus, -minus, -p_.x, 0};
    w2_ = {energy - plus, (d + w2 - m2) / k_.plus, -p_.x, 0};
    over_w2_ = 1 / w2;
    f1_ = w2 / (with_w - m2);
  }

  /// Along k, in the opposite direction, and transverse: p.k and p.q follow [GeV].
  constexpr Real transverse_momentum() const { return p_.x; }

  constexpr w_production_amplitudes<Real> amplitudes() const {
    w_production_amplitudes<Real> all{};
    auto const basis = polarisations();
    for (std::size_t spin = 0; spin < 2; ++spin) {
      auto const lepton = state(spin);
      for (std::size_t e = 0; e < 3; ++e) {
        auto const at = [&](vector const& photon) {
          Real const direct = diagrams(lepton, photon, basis.vectors[e]);
          return e < 2 ? direct : longitudinal(lepton, photon) / w_ - basis.remainder * direct;
        };
        all[3 * spin + e] = {at({0, 0, 1, 0}), at({0, 0, 0, 1}), at(k_)};
      }
    }
    return all;
  }

  /// Contracted with q, relative to what the diagrams are: zero if the current is conserved.
  constexpr Real largest_divergence() const {
    using std::abs;
    auto const basis = polarisations();
    Real largest = 0;
    for (std::size_t spin = 0; spin < 2; ++spin) {
      auto const lepton = state(spin);
      for (std::size_t e = 0; e < 2; ++e) {
        Real const one = abs(from_lepton(lepton, q_, basis.vectors[e]));
        Real const sum = abs(diagrams(lepton, q_, basis.vectors[e]));
        if (one > 0 && sum / one > largest) largest = sum / one;
      }
    }
    return largest;
  }

private:
  using vector = detail::planar_vector<Real>;

  /// A spin state: two-component spinors of either chirality, and what follows from them.
  struct lepton_state {
    std::array<Real, 2> left, right;
    vector current;    ///< A
    Real divergence;   ///< w1.A
    vector propagated; ///< A with the W's propagator
  };

  struct polarisation_basis {
    std::array<vector, 3> vectors; ///< two that are transverse, and the axial vector n
    Real remainder;                ///< M_W/n.w2
  };

  constexpr lepton_state state(std::size_t spin) const {
    using std::sqrt;
    Real const over_root = 1 / sqrt(p_.plus), root_k = sqrt(k_.plus);
    lepton_state one{};
    // [PHYS:w_production.spinors]
    one.left = spin == 0 ? std::array<Real, 2>{-p_.x * over_root, p_.plus * over_root}
                         : std::array<Real, 2>{m_ * over_root, 0};
    one.right = spin == 0 ? std::array<Real, 2>{0, m_ * over_root}
                          : std::array<Real, 2>{p_.plus * over_root, p_.x * over_root};
    one.current = {2 * one.left[1] * root_k, 0, -one.left[0] * root_k, one.left[0] * root_k};
    one.divergence = -m_ * one.right[1] * root_k;
    // [PHYS:w_production.w_propagator]
    one.propagated = f1_ * (one.current - (one.divergence * over_w2_) * w1_);
    return one;
  }

  constexpr polarisation_basis polarisations() const {
    // [PHYS:w_production.polarisations]
    bool const along = w2_.minus > w2_.plus;
    vector const n = along ? vector{1, 0, 0, 0} : vector{0, 1, 0, 0};
    Real const product = (along ? w2_.minus : w2_.plus) / 2;
    vector const transverse = vector{0, 0, 1, 0} + (w2_.x / product) * n;
    return {{transverse, {0, 0, 0, 1}, n}, w_ / product};
  }

  /// The photon on the lepton.
  constexpr Real from_lepton(lepton_state const& l, vector const& photon, vector const& w) const {
    using std::sqrt;
    Real const root_k = sqrt(k_.plus);
    Real const upper = q_.minus * (w.x + w.y), lower = q_.plus * w.minus;
    Real const chain = l.left[0] * (photon.plus * upper + (photon.x + photon.y) * lower) +
                       l.left[1] * ((photon.x - photon.y) * upper + photon.minus * lower);
    // [PHYS:w_production.photon_on_lepton]
    return (root_k * chain - 2 * dot(photon, p_) * dot(l.current, w)) / d_;
  }

  constexpr Real diagrams(lepton_state const& l, vector const& photon, vector const& w) const {
    auto const& at = l.propagated;
    // [PHYS:w_production.photon_on_w]
    Real const on_w = dot(at, w) * dot(photon, w1_ + w2_) - dot(photon, w) * dot(at, w2_ + q_) +
                      dot(photon, at) * dot(w, q_ - w1_);
    return from_lepton(l, photon, w) + over_w2_ * on_w;
  }

  /// Contracted with the W's momentum.
  constexpr Real longitudinal(lepton_state const& l, vector const& photon) const {
    using std::sqrt;
    auto const& at = l.propagated;
    Real const q2 = -q_.plus * q_.minus, root_k = sqrt(k_.plus);
    Real const chain = (photon.x + photon.y) * q_.minus * l.right[0] - photon.plus * q_.minus * l.right[1];
    // [PHYS:w_production.ward]
    Real const massive = -m_ / d_ * root_k * (2 * dot(photon, p_) * l.right[1] + chain);
    return -dot(photon, at) * (1 + q2 * over_w2_) - dot(photon, q_) * dot(q_, at) * over_w2_ - massive;
  }

  Real m_, w_, d_;
  Real over_w2_ = 0, f1_ = 0;
  vector k_{}, q_{}, p_{}, w1_{}, w2_{};
};

} // namespace trident
