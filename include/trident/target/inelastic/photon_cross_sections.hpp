// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <trident/numerics/lanes.hpp>
#include <trident/target/inelastic/christy_bosted.hpp>
#include <trident/target/inelastic/real_functions.hpp>

namespace trident::detail {

/// Of virtual photons on nucleons [microbarn].
template <class Real>
struct photon_cross_sections {
  Real transverse{};   ///< on a proton
  Real longitudinal{}; ///< on a proton
  Real mean{};         ///< transverse, the mean of proton and neutron
};

/// The fits at one Q2 [GeV^2]. Those of longitudinal photons and of the mean are left out, and 0, where they are not wanted.
template <class Real, bool WithMean>
class photon_cross_sections_at {
public:
  photon_cross_sections_at() = default;

  photon_cross_sections_at(Real q2, bool with_longitudinal) : q2_(q2), with_longitudinal_(with_longitudinal) {
    Real const dipole = lanes<Real>::log(Real(1) + q2 * Real(1 / 0.91));
    auto const all = std::make_index_sequence<count>{};
    set_transverse<proton_resonances>(proton_, proton_background_, dipole, all);
    if constexpr (WithMean) set_transverse<mean_resonances>(mean_, mean_background_, dipole, all);
    if (with_longitudinal) set_longitudinal(all);
  }

  photon_cross_sections<Real> operator()(Real w2) const {
    resonance_momenta<Real> const p(w2);
    photon_cross_sections<Real> sum = resonances(p, std::make_index_sequence<count>{});
    add_background(p, sum);
    return sum;
  }

private:
  static constexpr std::size_t count = 7;
  static constexpr double common_damping = 0.215; ///< X_0 of most resonances [GeV]

  using heights = std::array<Real, count>;
  using background_heights = std::array<Real, 2>;

  /// Whether resonance I has the same shape in both fits.
  template <std::size_t I>
  static constexpr bool same_shape() {
    auto const &a = proton_resonances.resonances[I], &b = mean_resonances.resonances[I];
    return a.mass == b.mass && a.width == b.width && a.angular_momentum == b.angular_momentum &&
           a.damping == b.damping && a.one_pion == b.one_pion && a.eta == b.eta;
  }

  // ------------------------------------------------------------------------------------------------ what Q2 fixes

  template <resonance_fit const& Fit, std::size_t... I>
  void set_transverse(heights& h, background_heights& b, Real dipole, std::index_sequence<I...>) const {
    ((h[I] = transverse_height<Fit, I>(dipole)), ...);
    for (std::size_t i = 0; i < b.size(); ++i) {
      auto const& f = Fit.background[i];
      // [PHYS:inelastic.transverse_background]
      Real const power = Real(f.power) + q2_ * (Real(f.power_q2) + q2_ * Real(f.power_q4));
      b[i] = Real(f.height) * lanes<Real>::exp(-power * lanes<Real>::log(q2_ + Real(f.scale)));
    }
  }

  template <resonance_fit const& Fit, std::size_t I>
  Real transverse_height(Real dipole) const {
    constexpr auto r = Fit.resonances[I];
    // [PHYS:inelastic.transverse_height]
    Real height(r.height);
    if constexpr (r.a != 0) height = height * (Real(1) + Real(r.a) * q2_ / (Real(1) + Real(r.b) * q2_));
    return height * height * lanes<Real>::exp(Real(-2 * r.n) * dipole);
  }

  template <std::size_t... I>
  void set_longitudinal(std::index_sequence<I...>) {
    ((longitudinal_[I] = longitudinal_height<I>()), ...);
    constexpr double q2_scale = 4.2802, lambda2 = 0.33 * 0.33;
    Real const t = logarithm_of_one_plus(logarithm_of_one_plus(q2_ * Real(1 / q2_scale)) *
                                         Real(1 / std::log(q2_scale / lambda2)));
    // [PHYS:inelastic.longitudinal_background]
    power_of_rest_ = Real(4.0294) + Real(4.0864e-5) * t;
    power_of_x_ = Real(0.33403) + Real(4.9623) * t;
    Real const scale = Real(1) / (q2_ + Real(longitudinal_scale));
    longitudinal_background_ = Real(86.746) * scale * lanes<Real>::exp(Real(3.1285) * logarithm(q2_ * scale));
  }

  template <std::size_t I>
  Real longitudinal_height() const {
    constexpr auto r = longitudinal_resonances[I];
    if constexpr (r.height == 0) return Real(0);
    // [PHYS:inelastic.longitudinal_height]
    Real const height = Real(r.height) * q2_ / (Real(1) + Real(r.a) * q2_);
    return height * height * lanes<Real>::exp(Real(-2 * r.b) * q2_);
  }

  // ------------------------------------------------------------------------------------------------ what W adds

  template <std::size_t... I>
  photon_cross_sections<Real> resonances(resonance_momenta<Real> const& p, std::index_sequence<I...>) const {
    photon_cross_sections<Real> sum{Real(0), Real(0), Real(0)};
    resonance_damping<Real> const common(p, common_damping * common_damping);
    (add_resonance<I>(p, common, sum), ...);
    return sum;
  }

  template <std::size_t I>
  void add_resonance(resonance_momenta<Real> const& p, resonance_damping<Real> const& common,
                     photon_cross_sections<Real>& sum) const {
    Real const profile = profile_of<proton_resonances, I>(p, common);
    sum.transverse += proton_[I] * profile;
    if constexpr (longitudinal_resonances[I].height != 0) sum.longitudinal += longitudinal_[I] * profile;
    if constexpr (WithMean && same_shape<I>())
      sum.mean += mean_[I] * profile;
    else if constexpr (WithMean)
      sum.mean += mean_[I] * profile_of<mean_resonances, I>(p, common);
  }

  template <resonance_fit const& Fit, std::size_t I>
  static Real profile_of(resonance_momenta<Real> const& p, resonance_damping<Real> const& common) {
    constexpr double damping = Fit.resonances[I].damping;
    if constexpr (damping == common_damping)
      return resonance_profile<Fit, I>(p, common);
    else
      return resonance_profile<Fit, I>(p, resonance_damping<Real>(p, damping * damping));
  }

  void add_background(resonance_momenta<Real> const& p, photon_cross_sections<Real>& sum) const {
    using std::sqrt;
    Real const above = at_least(p.w2 - Real(pion_threshold * pion_threshold), 0);
    Real const excess = above / (p.w + Real(pion_threshold)); // W - m_p - m_pi
    // [PHYS:inelastic.transverse_background]
    Real const scale = q2_ + Real(transverse_scale), share = scale / (scale + above);
    Real const common = share * excess * sqrt(excess);
    sum.transverse += common * (proton_background_[0] + excess * proton_background_[1]);
    if constexpr (WithMean) sum.mean += common * (mean_background_[0] + excess * mean_background_[1]);
    if (with_longitudinal_) sum.longitudinal += longitudinal_background(p.w2, above);
  }

  Real longitudinal_background(Real w2, Real above) const {
    using lane = lanes<Real>;
    Real const scale = q2_ + Real(longitudinal_scale), whole = scale + above;
    Real const d = w2 - Real(resonance_nucleon_squared); // 1 - x = d/(Q2 + d)
    // [PHYS:inelastic.longitudinal_background]
    Real const powers = power_of_rest_ * logarithm(above / whole) + power_of_x_ * lane::log(scale / whole);
    return longitudinal_background_ * lane::exp(powers) * (q2_ + d) / d;
  }

  static constexpr double transverse_scale = 0.05, longitudinal_scale = 0.125; ///< [GeV^2]

  Real q2_{};
  bool with_longitudinal_ = false;
  heights proton_{}, longitudinal_{}, mean_{};
  background_heights proton_background_{}, mean_background_{};
  Real power_of_rest_{}, power_of_x_{}, longitudinal_background_{};
};

} // namespace trident::detail
