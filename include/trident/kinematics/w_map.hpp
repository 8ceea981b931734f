// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <numbers>

#include <trident/kinematics/charge_conjugate.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/kinematics/phase_space_point.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/numerics/unit_vector.hpp>
#include <trident/physics/boson_masses.hpp>

namespace trident {

namespace detail {

/// Masses squared w^2 that the W may have at one s, m_other^2 < w^2 < (sqrt(s) - m)^2 [GeV^2], and the angles
/// atan((w^2 - M_W^2)/(M_W Gamma_W)) between which it is drawn.
template <class Real>
struct w_mass_range {
  Real highest;
  Real angle_range;
};

/// D = Q2 + 2 q.p of the lepton made with a W of mass squared w^2: between its ends y = ln((S - D)/D) is flat, in which both
/// the pole of the lepton and the W exchanged between neutrino and photon are, S - D = 2 k.p + M_W^2.
template <class Real>
struct w_lepton_range {
  Real sum;               ///< S [GeV^2]
  Real highest, lowest;   ///< of D [GeV^2]
  Real lowest_ratio;      ///< (S - D)/D at the highest D
  Real log_ratio;         ///< length of the range of y
  Real smallest_fraction; ///< x of the lepton at the highest D
};

} // namespace detail

/// Draws the leptons around the resonance of a W that decays to nu' and the lepton that is not of the incoming neutrino's
/// flavour: mass squared w2^2 = (k' + p_other)^2 of the W by its Breit-Wigner curve; ln((S - D)/D) of the lepton l made with
/// it; the share of the W's light-cone fraction that its neutrino takes; the azimuth of the decay. In light-cone variables,
/// without a boost: nothing cancels.
class w_map {
public:
  /// `is_exchanged`: l+ is the lepton made with the W.
  w_map(pair_masses<double> const& masses, boson_masses const& bosons, bool is_exchanged)
      : masses_(is_exchanged ? pair_masses<double>{masses.plus, masses.minus} : masses),
        is_exchanged_(is_exchanged), mass_squared_(bosons.w * bosons.w),
        mass_width_(bosons.w * bosons.w_width),
        lowest_angle_(std::atan((masses_.plus * masses_.plus - mass_squared_) / mass_width_)),
        threshold_(square(bosons.w + masses_.minus)) {}

  /// Smallest s that makes a real W [GeV^2].
  constexpr double threshold() const { return threshold_; }

  /// As pair_map::draw, but for the pair mass.
  template <class Real, class Inside>
  constexpr Real draw(phase_space_point<Real>& p, Real k_dot_q, Real q2, std::array<Real, 4> const& u,
                      Real outer_measure, Inside const& outer_inside) const {
    using detail::select;
    using std::sqrt;
    Real const over_k = 1 / (2 * k_dot_q), s = 2 * k_dot_q - q2;
    auto const masses = mass_range(s);
    // [PHYS:phase_space.w_mass]
    Real const angle = Real(lowest_angle_) + u[0] * masses.angle_range;
    Real const w2 = Real(mass_squared_) + Real(mass_width_) * detail::lanes<Real>::tan(angle);
    auto const lepton = lepton_range(s, q2, w2, masses.highest);
    // [PHYS:phase_space.w_lepton]
    Real const growth = detail::lanes<Real>::exp(u[1] * lepton.log_ratio);
    Real const share = 1 / (1 + lepton.lowest_ratio * growth), d = lepton.sum * share;
    // the highest D less this one: exp - 1 rounds u, not the kinematics built from it
    Real const below = share * (lepton.sum - lepton.highest) * (growth - 1), above = d - lepton.lowest;
    lepton_state<Real> l;
    l.k_dot_q = k_dot_q;
    l.q2 = q2;
    // [PHYS:phase_space.w_fractions]
    Real const x = lepton.smallest_fraction + below * over_k;
    Real const kappa_squared = s * over_k * over_k * select(above > Real(0), above * below, Real(0));
    Real const fraction = (w2 - square(masses_.minus) + d) * over_k; // of the W
    decay(l, {x, sqrt(kappa_squared), d}, w2, fraction, {u[2], u[3]});
    p.leptons = is_exchanged_ ? detail::charge_conjugate(l) : l;
    Real const inner = measure(d, k_dot_q, w2, masses, lepton);
    auto const inside = outer_inside && w2 > square(masses_.plus) && w2 < masses.highest;
    p.jacobian = select(inside, outer_measure * inner, Real(0));
    return inner;
  }

  /// What draw() gives, at leptons that something else drew; infinite where it does not reach them.
  template <class Real>
  constexpr Real measure(lepton_state<Real> const& state) const {
    using detail::select;
    lepton_state<Real> const l = is_exchanged_ ? detail::charge_conjugate(state) : state;
    Real const s = 2 * l.k_dot_q - l.q2;
    auto const masses = mass_range(s);
    Real const drawn = w_mass_squared(l);
    auto const inside = drawn > square(masses_.plus) && drawn < masses.highest;
    Real const w2 = select(inside, drawn, (square(masses_.plus) + masses.highest) / 2);
    Real const value = measure(l.d_minus, l.k_dot_q, w2, masses, lepton_range(s, l.q2, w2, masses.highest));
    return select(inside, value, Real(beyond));
  }

  /// The coordinates of leptons that draw() can make.
  std::array<double, 4> inverse(phase_space_point<> const& p) const {
    lepton_state<double> const l = is_exchanged_ ? detail::charge_conjugate(p.leptons) : p.leptons;
    double const s = 2 * l.k_dot_q - l.q2, w2 = w_mass_squared(l);
    auto const masses = mass_range(s);
    auto const lepton = lepton_range(s, l.q2, w2, masses.highest);
    double const z = l.x_plus / (l.x_plus + l.x_nu);
    double const room = 1 - masses_.plus * masses_.plus / w2;
    auto const across = l.kappa_plus + z * l.kappa_minus;
    return {(std::atan((w2 - mass_squared_) / mass_width_) - lowest_angle_) / masses.angle_range,
            std::log((lepton.sum - l.d_minus) / l.d_minus / lepton.lowest_ratio) / lepton.log_ratio,
            (1 - z) / room, detail::turns(across * conj(l.kappa_minus))};
  }

private:
  template <class Real>
  struct made_lepton {
    Real x, kappa, d;
  };

  static constexpr double square(double x) { return x * x; }

  template <class Real>
  constexpr detail::w_mass_range<Real> mass_range(Real s) const {
    using std::sqrt;
    Real const root = sqrt(s) - Real(masses_.minus), highest = root * root;
    Real const end = detail::lanes<Real>::atan((highest - Real(mass_squared_)) * Real(1 / mass_width_));
    return {highest, end - Real(lowest_angle_)};
  }

  template <class Real>
  constexpr detail::w_lepton_range<Real> lepton_range(Real s, Real q2, Real w2, Real highest_mass) const {
    using detail::select;
    using std::sqrt;
    Real const m2(square(masses_.minus)), k = s + q2, room = highest_mass - w2;
    Real const over_s = 1 / s;
    // 2 sqrt(s) times energy and momentum of the lepton in the rest frame of neutrino and photon
    Real const energy = s + m2 - w2;
    Real const momentum =
        sqrt(select(room > Real(0), room, Real(0)) * (room + Real(4 * masses_.minus) * sqrt(s)));
    detail::w_lepton_range<Real> range;
    range.sum = k + m2 - w2 + Real(mass_squared_);
    // [PHYS:phase_space.w_lepton_ends]
    range.highest = q2 + ((s - q2) * energy + k * momentum) * (over_s / 2);
    Real const product = (q2 * (w2 - m2) * (energy + q2) + m2 * k * k) * over_s;
    Real const least = range.sum - range.highest;
    Real const over_all = 1 / (range.highest * product * least);
    Real const over_highest = product * least * over_all;
    range.lowest = product * over_highest;
    range.lowest_ratio = least * over_highest;
    // (S - D)/D at the lowest D over that at the highest
    Real const square_highest = range.highest * range.highest;
    range.log_ratio =
        detail::lanes<Real>::log((range.sum - range.lowest) * square_highest * (range.highest * over_all));
    range.smallest_fraction = 2 * m2 / (energy + momentum);
    return range;
  }

  /// nu' and the other lepton from a W with this mass squared and light-cone fraction, beside the lepton made with it.
  template <class Real>
  constexpr void decay(lepton_state<Real>& l, made_lepton<Real> const& made, Real w2, Real fraction,
                       std::array<Real, 2> const& u) const {
    using std::sqrt;
    Real const m2(square(masses_.plus)), over_w2 = 1 / w2, room = (w2 - m2) * over_w2;
    // [PHYS:phase_space.w_decay]
    Real const of_neutrino = u[0] * room, z = m2 * over_w2 + (1 - u[0]) * room;
    Real const across = sqrt(of_neutrino * (w2 - m2) * (1 - u[0]));
    auto const turned = across * detail::unit_vector(u[1]);
    detail::complex<Real> const plus = turned - z * made.kappa;
    detail::complex<Real> const neutrino{-(turned.re + of_neutrino * made.kappa), -turned.im};
    Real const kappa = sqrt(norm(neutrino)), over_kappa = 1 / kappa;
    auto const turn = over_kappa * conj(neutrino); // so that kappa of nu' is real
    l.x_nu = of_neutrino * fraction;
    l.x_minus = made.x;
    l.x_plus = z * fraction;
    l.kappa_nu = kappa;
    l.kappa_minus = made.kappa * turn;
    l.kappa_plus = plus * turn;
    l.transfer = 2 * l.k_dot_q * l.x_nu;
    l.d_minus = made.d;
    // [PHYS:leptons.denominators]
    l.d_plus = l.q2 * (l.x_minus + l.x_nu) + (m2 + norm(plus)) / l.x_plus;
  }

  /// (k' + p_other)^2 as a sum of positive terms.
  template <class Real>
  constexpr Real w_mass_squared(lepton_state<Real> const& l) const {
    detail::complex<Real> const relative{l.x_nu * l.kappa_plus.re - l.x_plus * l.kappa_nu,
                                         l.x_nu * l.kappa_plus.im};
    Real const m2(square(masses_.plus));
    // [PHYS:phase_space.w_mass_of_state]
    return (norm(relative) + m2 * l.x_nu * (l.x_nu + l.x_plus)) / (l.x_nu * l.x_plus);
  }

  /// dPhi_3 = dw2^2/(2 pi) dD/(8 pi K) dz/(8 pi) dphi/(2 pi), K = 2 k.q, per unit of the coordinates.
  template <class Real>
  constexpr Real measure(Real d, Real k_dot_q, Real w2, detail::w_mass_range<Real> const& masses,
                         detail::w_lepton_range<Real> const& lepton) const {
    constexpr double pi = std::numbers::pi;
    constexpr double constant = 1 / (2 * pi * 8 * pi * 8 * pi);
    Real const off = w2 - Real(mass_squared_);
    Real const of_mass = (off * off + Real(square(mass_width_))) * Real(1 / mass_width_) * masses.angle_range;
    Real const of_lepton = d * (lepton.sum - d) * lepton.log_ratio;
    // [PHYS:phase_space.w_jacobian]
    return Real(constant) * of_mass * of_lepton * (w2 - square(masses_.plus)) /
           (2 * k_dot_q * lepton.sum * w2);
  }

  static constexpr double beyond = 1e100; ///< its square is finite

  pair_masses<double> masses_; ///< `minus` of the lepton made with the W, `plus` of the other
  bool is_exchanged_;
  double mass_squared_, mass_width_; ///< M_W^2, M_W Gamma_W [GeV^2]
  double lowest_angle_;
  double threshold_;
};

} // namespace trident
