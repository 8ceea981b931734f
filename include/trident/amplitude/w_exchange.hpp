// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/amplitude/current_components.hpp>
#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/base/finite.hpp>
#include <trident/kinematics/lepton_state.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/numerics/complex.hpp>
#include <trident/physics/boson_masses.hpp>

// W exchange in nu gamma* -> nu' l- l+ where l- is made together with the W: the photon on l-, on l+ and on the W, in the
// unitary gauge with one complex W mass everywhere, so that the current is conserved at any width.
//
// All three diagrams and the longitudinal terms add up to f1 times { the contact amplitude, and one remainder with P, the
// propagator of the W that may be real }: in the components of the lepton state the sum is short, and what large terms of
// single diagrams would cancel is not there.

namespace trident::detail {

/// 1/mu2, mu2 = M_W^2 - i M_W Gamma_W [1/GeV^2]; 0 for an infinite mass.
constexpr complex<double> inverse_w_mass_squared(boson_masses const& bosons) {
  if (!is_finite(bosons.w)) return {0, 0};
  // [PHYS:electroweak.complex_mass]
  double const width = bosons.w_width / bosons.w, over = 1 / (bosons.w * bosons.w * (1 + width * width));
  return {over, over * width};
}

/// What W exchange is made of at one lepton state.
template <class Real>
class w_exchange {
public:
  constexpr w_exchange(lepton_state<Real> const& s, pair_masses<Real> const& m, complex<double> const& tau)
      : s_(s), m_(m), tau_{Real(tau.re), Real(tau.im)}, beam_(2 * s.k_dot_q) {
    // [PHYS:electroweak.w_momenta]
    // (k - p-)^2 is spacelike, x_nu x+ (k' + p+)^2 a sum of positive terms
    near_square_ = m.minus * m.minus - beam_ * s.x_minus;
    towards_plus_ = {s.x_nu * s.kappa_plus.re - s.x_plus * s.kappa_nu, -(s.x_nu * s.kappa_plus.im)};
    Real const fractions = s.x_nu * s.x_plus;
    Real const far_square = norm(towards_plus_) + m.plus * m.plus * (s.x_nu * (s.x_nu + s.x_plus));
    // [PHYS:electroweak.propagators]
    over_f1_ = {1 - near_square_ * tau_.re, -(near_square_ * tau_.im)};
    complex<Real> const far{fractions - far_square * tau_.re, -(far_square * tau_.im)};
    Real const first = norm(over_f1_), second = norm(far), over_both = 1 / (first * second);
    f1_ = (second * over_both) * conj(over_f1_);
    p_ = (s.d_plus * fractions * (first * over_both)) * (tau_ * conj(far));
  }

  /// 1/(1 - w1^2/mu2) of the W with momentum k - p-, common to all diagrams.
  constexpr complex<Real> const& common_propagator() const { return f1_; }

  /// The amplitudes over 4 f1 for one h; those of the contact interaction are `left`, which lacks eta* in `near`.
  constexpr spin_states<complex<Real>> amplitudes(photon_polarisation<Real> const& h,
                                                  helicity_amplitudes<Real> const& left) const {
    Real const half(0.5), xn = s_.x_nu, xm = s_.x_minus, xp = s_.x_plus, kn = s_.kappa_nu, dm = s_.d_minus;
    complex<Real> const eta = h.transverse, eta_bar = conj(eta);
    complex<Real> const zm = s_.kappa_minus * eta_bar, zp = s_.kappa_plus * eta_bar;
    Real const along_minus = h.plus * xm, along_plus = h.plus * xp, beam_plus = beam_ * xp;
    Real const g = 2 * zm.re + (h.plus - along_minus);
    complex<Real> const b{half * along_plus - zp.re, -zp.im};
    // [PHYS:electroweak.remainder]
    complex<Real> const t =
        (beam_plus * kn) * eta + beam_plus * xn * (2 * zm.re - along_minus) - (dm * xn) * b;
    complex<Real> const u = (beam_plus * xn * s_.q2) * eta_bar + (dm * kn) * b - beam_plus * kn * g;
    auto const [no_flip, flip] = longitudinal(h, zm, g);
    // [PHYS:electroweak.amplitudes]
    complex<Real> const p_tau = p_ * tau_, with_contact = (p_ + Real(1)) * (dm * eta_bar);
    Real const pair = half * m_.plus * m_.plus * xn, sigma = half * xm * dm, q2n = s_.q2 * xn;
    complex<Real> const half_p = half * (p_ * towards_plus_);
    Real const of_plus = along_plus - 2 * zp.re; // 2 h.p+
    complex<Real> const y =
        (half * h.plus) * (kn * s_.kappa_plus + q2n * xp) - q2n * zp - (s_.q2 * kn * xp) * eta;
    complex<Real> const rho_n = complex<Real>{xn * of_plus, Real(0)} - kn * eta;
    complex<Real> const rho_f =
        of_plus * towards_plus_ - (q2n * xp) * eta_bar + kn * complex<Real>{along_plus - zp.re, zp.im};
    complex<Real> const eta_n = q2n * eta_bar - half * h.plus * kn;
    return {
        left.none + p_ * (conj(s_.kappa_minus) * t + xm * u + pair * no_flip),
        left.far_flip +
            m_.minus * (p_ * (t - pair * flip) + sigma * ((m_.plus * m_.plus) * (tau_ * rho_n) - p_tau * y)),
        m_.plus * (towards_minus() * with_contact - half_p * no_flip),
        (m_.minus * m_.plus) * (xn * with_contact + half_p * flip + sigma * (p_tau * eta_n - tau_ * rho_f))};
  }

  /// The same as components of the current.
  constexpr current_components<Real> components(photon_components<Real> const& left) const;

private:
  /// What the longitudinal W brings to the amplitudes without and with a flip of l-.
  struct longitudinal_terms {
    complex<Real> no_flip, flip;
  };

  constexpr longitudinal_terms longitudinal(photon_polarisation<Real> const& h, complex<Real> const& zm,
                                            Real const& g) const {
    Real const half(0.5), xm = s_.x_minus, dm = s_.d_minus, mass_squared = m_.minus * m_.minus;
    Real const q_along = half * h.plus, rest = g - q_along, along = dm * xm;
    complex<Real> const eta_bar = conj(h.transverse), v{zm.re - xm * g, zm.im};
    // [PHYS:electroweak.longitudinal]
    complex<Real> const no_flip =
        mass_squared * eta_bar - tau_ * ((mass_squared * near_square_ + s_.q2 * along) * eta_bar -
                                         (q_along * dm) * conj(s_.kappa_minus));
    complex<Real> const flip = v - tau_ * (near_square_ * v + (along * rest + dm * q_along)) -
                               (half * along * (s_.q2 * rest - q_along * (dm - beam_))) * (tau_ * tau_);
    return {no_flip, flip};
  }

  constexpr complex<Real> towards_minus() const {
    return towards_neutrino(s_, lepton_line<Real>{s_.x_minus, s_.kappa_minus, m_.minus, s_.d_minus});
  }

  lepton_state<Real> const& s_;
  pair_masses<Real> m_;
  complex<Real> tau_;
  Real beam_;        ///< 2 k.q
  Real near_square_; ///< w1^2 = (k - p-)^2
  complex<Real> towards_plus_;
  complex<Real> over_f1_, f1_;
  complex<Real> p_; ///< P = D+/(mu2 - w2^2)
};

/// What multiplies eta*, eta and h plus of one amplitude.
template <class Real>
struct linear_in_h {
  complex<Real> lowering, raising, along;

  friend constexpr linear_in_h operator+(linear_in_h const& a, linear_in_h const& b) {
    return {a.lowering + b.lowering, a.raising + b.raising, a.along + b.along};
  }
  friend constexpr linear_in_h operator-(linear_in_h const& a, linear_in_h const& b) {
    return {a.lowering - b.lowering, a.raising - b.raising, a.along - b.along};
  }
  friend constexpr linear_in_h operator*(complex<Real> const& f, linear_in_h const& a) {
    return {f * a.lowering, f * a.raising, f * a.along};
  }
  friend constexpr linear_in_h operator*(Real const& f, linear_in_h const& a) {
    return {f * a.lowering, f * a.raising, f * a.along};
  }
};

template <class Real>
constexpr current_components<Real> w_exchange<Real>::components(photon_components<Real> const& left) const {
  using linear = linear_in_h<Real>;
  Real const half(0.5), zero(0), xn = s_.x_nu, xm = s_.x_minus, xp = s_.x_plus, kn = s_.kappa_nu,
                                 dm = s_.d_minus, q2 = s_.q2, beam_plus = beam_ * xp;
  complex<Real> const km = s_.kappa_minus, kp = s_.kappa_plus, km_bar = conj(km), kp_bar = conj(kp),
                      none{zero, zero};
  auto const real = [&](Real x) { return complex<Real>{x, zero}; };
  // [PHYS:electroweak.remainder]
  complex<Real> const photon = beam_plus * km + dm * kp;
  linear const t{xn * photon, beam_plus * (xn * km_bar + kn), real(-(xn * xp) * (beam_ * xm + half * dm))};
  linear const u{real(beam_plus * xn * q2) - kn * photon, (-(beam_plus * kn)) * km_bar,
                 real(kn * xp * (half * dm - beam_ * (1 - xm)))};
  // [PHYS:electroweak.longitudinal]
  complex<Real> const dt = dm * tau_, virtuality = (half * q2) * tau_ + Real(1), dtv = dt * virtuality;
  Real const mass_squared = m_.minus * m_.minus;
  complex<Real> const no_flip_low = mass_squared * over_f1_ - (q2 * xm) * dt,
                      no_flip_along = half * (dt * km_bar);
  linear const flip{km * ((1 - xm) * over_f1_ - xm * dtv), (-xm) * (km_bar * (over_f1_ + dtv)),
                    (-(xm * (1 - xm))) * over_f1_ - half * dt -
                        dt * ((xm * (half - xm)) * virtuality - (half * half * xm * (dm - beam_)) * tau_)};
  // [PHYS:electroweak.amplitudes]
  complex<Real> const sigma = (half * xm) * dt, with_contact = dm * (p_ + Real(1));
  complex<Real> const wp = towards_plus_, half_p = half * (p_ * wp), neutrino = wp + kn;
  linear const y{(-(q2 * xn)) * kp, real(-(q2 * kn * xp)), half * (kn * kp + q2 * xn * xp)};
  linear const rho_n{(-xn) * kp, real(-kn) - xn * kp_bar, real(xn * xp)};
  linear const rho_f{real(-(xn * xp * q2)) - kp * wp, none - kp_bar * neutrino, xp * neutrino};
  Real const pair = half * m_.plus * m_.plus * xn;
  linear const of_none = p_ * (km_bar * t + xm * u + pair * linear{no_flip_low, none, no_flip_along});
  linear const of_far =
      m_.minus * (p_ * (t - pair * flip - sigma * y) + (m_.plus * m_.plus) * (sigma * rho_n));
  linear const of_both = (m_.minus * m_.plus) * (half_p * flip - sigma * rho_f +
                                                 linear{xn * with_contact + p_ * ((q2 * xn) * sigma), none,
                                                        p_ * ((-(half * kn)) * sigma)});
  return {{left.lowering_none + of_none.lowering, left.lowering_far + of_far.lowering,
           m_.plus * (towards_minus() * with_contact - half_p * no_flip_low), of_both.lowering},
          {left.raising_none + of_none.raising, left.raising_far + of_far.raising, none, of_both.raising},
          {left.along_none + of_none.along, left.along_far + of_far.along,
           (-m_.plus) * (half_p * no_flip_along), of_both.along}};
}

} // namespace trident::detail
