// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/amplitude/current_components.hpp>
#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/base/finite.hpp>
#include <trident/kinematics/lepton_state.hpp>
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

/// What W exchange is made of at one lepton state. `made` is the lepton that is made together with the W. Valid as long as
/// state and leptons. Its long functions are part of the one that calls them: packs stay in registers.
template <class Real>
class w_exchange {
public:
  constexpr w_exchange(lepton_state<Real> const& s, lepton_line<Real> const& made,
                       lepton_line<Real> const& other, complex<double> const& tau)
      : s_(s), minus_(made), plus_(other), tau_{Real(tau.re), Real(tau.im)}, beam_(2 * s.k_dot_q) {
    // [PHYS:electroweak.w_momenta]
    // (k - p-)^2 is spacelike, x_nu x+ (k' + p+)^2 a sum of positive terms
    near_square_ = made.mass * made.mass - beam_ * made.x;
    towards_plus_ = towards_neutrino(s, other);
    Real const fractions = s.x_nu * other.x;
    Real const far_square = norm(towards_plus_) + other.mass * other.mass * (s.x_nu * (s.x_nu + other.x));
    // [PHYS:electroweak.propagators]
    over_f1_ = {1 - near_square_ * tau_.re, -(near_square_ * tau_.im)};
    complex<Real> const far{fractions - far_square * tau_.re, -(far_square * tau_.im)};
    Real const first = norm(over_f1_), second = norm(far), over_both = 1 / (first * second);
    f1_ = (second * over_both) * conj(over_f1_);
    p_ = (other.d * fractions * (first * over_both)) * (tau_ * conj(far));
  }

  /// The sum of the diagrams, and `neutral` times the contact amplitudes of the same chirality, for one h; zm and zp are
  /// kappa eta* of the leptons, `left` the contact amplitudes.
  [[gnu::always_inline]] constexpr spin_states<complex<Real>>
  amplitudes(photon_polarisation<Real> const& h, complex<Real> const& zm, complex<Real> const& zp,
             helicity_amplitudes<Real> const& left, Real const& neutral) const {
    Real const half(0.5), xn = s_.x_nu, xm = minus_.x, xp = plus_.x, kn = s_.kappa_nu, dm = minus_.d;
    complex<Real> const eta = h.transverse, eta_bar = conj(eta), w = towards_neutrino(s_, minus_);
    Real const q_along = half * h.plus, along_minus = h.plus * xm, along_plus = h.plus * xp;
    Real const beam_plus = beam_ * xp, q2n = s_.q2 * xn, mass_squared = plus_.mass * plus_.mass;
    // [PHYS:electroweak.remainder]
    Real const g = 2 * zm.re + h.plus * (xn + xp); // 1 - x- where next to nothing of it is left
    complex<Real> const b{half * along_plus - zp.re, -zp.im};
    complex<Real> const line{beam_plus * (2 * zm.re - along_minus) - dm * b.re, dm * zp.im};
    complex<Real> const with_flip = (beam_plus * kn) * eta + xn * line;
    complex<Real> const without_flip =
        conj(minus_.kappa) * with_flip +
        xm * ((beam_plus * q2n) * eta_bar + (dm * kn) * b - beam_plus * kn * g);
    // [PHYS:electroweak.longitudinal]
    auto const [no_flip, flip] = longitudinal(h, zm, g);
    complex<Real> const from_neutrino = (s_.q2 * kn * xp) * eta, q2_eta = q2n * eta_bar;
    complex<Real> const y = (q_along * kn) * plus_.kappa + q_along * (q2n * xp) - q2n * zp - from_neutrino;
    Real const of_plus = along_plus - 2 * zp.re; // 2 h.p+
    complex<Real> const rho_n{xn * of_plus - kn * eta.re, -(kn * eta.im)};
    complex<Real> const rho_f =
        of_plus * towards_plus_ - xp * q2_eta + kn * complex<Real>{along_plus - zp.re, zp.im};
    // [PHYS:electroweak.amplitudes]
    complex<Real> const common = Real(4) * f1_, contact = common + neutral, p = common * p_;
    complex<Real> const half_p = half * (p * towards_plus_), sigma = (half * xm * dm) * (common * tau_);
    complex<Real> const with_contact = (p + contact) * (dm * eta_bar);
    Real const pair = half * mass_squared * xn;
    return {contact * left.none + p * (without_flip + pair * no_flip),
            contact * left.far_flip +
                minus_.mass * (p * (with_flip - pair * flip) + sigma * (mass_squared * rho_n - p_ * y)),
            plus_.mass * (w * with_contact - half_p * no_flip),
            (minus_.mass * plus_.mass) *
                (xn * with_contact + half_p * flip + sigma * (p_ * (q2_eta - q_along * kn) - rho_f))};
  }

  /// The same as components of the current.
  [[gnu::always_inline]] constexpr current_components<Real> components(photon_components<Real> const& left,
                                                                       Real const& neutral) const {
    Real const half(0.5), xn = s_.x_nu, xm = minus_.x, xp = plus_.x, kn = s_.kappa_nu, dm = minus_.d;
    complex<Real> const km_bar = conj(minus_.kappa), w = towards_neutrino(s_, minus_);
    Real const beam_plus = beam_ * xp, q2n = s_.q2 * xn, across = beam_ * xm + half * dm;
    // [PHYS:electroweak.remainder]
    complex<Real> const photon = beam_plus * minus_.kappa + dm * plus_.kappa;
    complex<Real> const without_flip = w * photon + beam_plus * xm * q2n;
    complex<Real> const neutrino = xn * km_bar + kn * (xn + xp); // w + kappa_nu
    complex<Real> const raised = beam_plus * (km_bar * neutrino),
                        along = (half * dm * xp) * w + (beam_plus * xm) * neutrino;
    auto const [low, low_along, flip] = longitudinal();
    // [PHYS:electroweak.amplitudes]
    complex<Real> const common = Real(4) * f1_, contact = common + neutral, p = common * p_;
    auto const masses = mass_terms(common);
    Real const m = minus_.mass, mp = plus_.mass, pair = half * (mp * mp) * xn;
    complex<Real> const with_contact = dm * (p + contact), half_p = half * (p * towards_plus_);
    complex<Real> const none{Real(0), Real(0)};
    return {
        {contact * left.lowering_none + p * (without_flip + pair * low),
         contact * left.lowering_far + m * (p * (xn * photon - pair * flip.lowering) + masses.far.lowering),
         mp * (w * with_contact - half_p * low),
         (m * mp) * (xn * with_contact + half_p * flip.lowering + masses.both.lowering)},
        {contact * left.raising_none + p * raised,
         contact * left.raising_far +
             m * (p * (beam_plus * (xn * km_bar + kn) - pair * flip.raising) + masses.far.raising),
         none, (m * mp) * (half_p * flip.raising + masses.both.raising)},
        {contact * left.along_none + p * (pair * low_along - along),
         left.along_far.re * contact - m * (p * (pair * flip.along + xn * xp * across) - masses.far.along),
         -mp * (half_p * low_along), (m * mp) * (half_p * flip.along + masses.both.along)}};
  }

private:
  /// What multiplies eta*, eta and h plus.
  struct linear_in_h {
    complex<Real> lowering, raising, along;
  };

  /// What the longitudinal W brings to the amplitudes without and with a flip of l-.
  struct longitudinal_terms {
    complex<Real> no_flip, flip;
  };

  constexpr longitudinal_terms longitudinal(photon_polarisation<Real> const& h, complex<Real> const& zm,
                                            Real const& g) const {
    Real const half(0.5), xm = minus_.x, dm = minus_.d, mass_squared = minus_.mass * minus_.mass;
    Real const q_along = half * h.plus, rest = g - q_along, along = dm * xm;
    complex<Real> const eta_bar = conj(h.transverse), v{zm.re - xm * g, zm.im};
    // [PHYS:electroweak.longitudinal]
    complex<Real> const no_flip =
        mass_squared * eta_bar - tau_ * ((mass_squared * near_square_ + s_.q2 * along) * eta_bar -
                                         (q_along * dm) * conj(minus_.kappa));
    complex<Real> const flip = v - tau_ * (near_square_ * v + (along * rest + dm * q_along)) -
                               (half * along * (s_.q2 * rest - q_along * (dm - beam_))) * (tau_ * tau_);
    return {no_flip, flip};
  }

  /// The same as components; what has no flip has no part that raises.
  struct longitudinal_components {
    complex<Real> lowering, along;
    linear_in_h flip;
  };

  constexpr longitudinal_components longitudinal() const {
    Real const half(0.5), xm = minus_.x, q2 = s_.q2, left = s_.x_nu + plus_.x;
    complex<Real> const km = minus_.kappa, km_bar = conj(km), dt = minus_.d * tau_;
    complex<Real> const virtuality = (half * q2) * tau_ + Real(1), dtv = dt * virtuality;
    Real const curved = half * half * xm * (minus_.d - beam_);
    // [PHYS:electroweak.longitudinal]
    return {(minus_.mass * minus_.mass) * over_f1_ - (q2 * xm) * dt,
            half * (dt * km_bar),
            {km * (left * over_f1_ - xm * dtv), (-xm) * (km_bar * (over_f1_ + dtv)),
             dt * (curved * tau_ - Real(half) - (xm * (half - xm)) * virtuality) - (xm * left) * over_f1_}};
  }

  /// Of the amplitudes with a flip of l-, what both leptons' masses bring besides.
  struct mass_components {
    linear_in_h far, both;
  };

  constexpr mass_components mass_terms(complex<Real> const& common) const {
    Real const half(0.5), xn = s_.x_nu, xp = plus_.x, kn = s_.kappa_nu, q2n = s_.q2 * xn;
    complex<Real> const kp = plus_.kappa, kp_bar = conj(kp), wp = towards_plus_, neutrino = wp + kn;
    complex<Real> const sigma = (half * minus_.x * minus_.d) * (common * tau_), p_sigma = p_ * sigma;
    complex<Real> const heavy = (plus_.mass * plus_.mass) * sigma;
    // [PHYS:electroweak.longitudinal]
    return {{xn * (kp * (s_.q2 * p_sigma - heavy)), (s_.q2 * kn * xp) * p_sigma - heavy * (xn * kp_bar + kn),
             (xn * xp) * heavy - half * (p_sigma * (kn * kp + q2n * xp))},
            {q2n * p_sigma + sigma * (kp * wp + q2n * xp), sigma * (kp_bar * neutrino),
             -(half * kn) * p_sigma - xp * (sigma * neutrino)}};
  }

  lepton_state<Real> const& s_;
  lepton_line<Real> const& minus_;
  lepton_line<Real> const& plus_;
  complex<Real> tau_;
  Real beam_;                  ///< 2 k.q
  Real near_square_;           ///< w1^2 = (k - p-)^2
  complex<Real> towards_plus_; ///< (x_nu kappa+ - x+ kappa_nu)*
  complex<Real> over_f1_, f1_; ///< f1 = 1/(1 - w1^2/mu2), common to all diagrams
  complex<Real> p_;            ///< P = D+/(mu2 - w2^2)
};

} // namespace trident::detail
