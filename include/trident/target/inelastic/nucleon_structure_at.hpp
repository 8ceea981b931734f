// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <numbers>

#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/target/inelastic/allm.hpp>
#include <trident/target/inelastic/neutron_ratio.hpp>
#include <trident/target/inelastic/nuclear_factor.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/inelastic/photon_cross_sections.hpp>
#include <trident/target/inelastic/r1998.hpp>
#include <trident/target/inelastic/real_functions.hpp>

namespace trident::detail {

/// Q2 above which the fit of the resonances is not used itself [GeV^2].
inline constexpr double highest_resonance_q2 = 8;

/// W2 where the fit of the resonances ends and where that above them stands alone [GeV^2].
struct matching_range {
  double low, high;
};

constexpr matching_range range_of(fit_matching matching) {
  return matching == fit_matching::from_3_to_4 ? matching_range{3, 4} : matching_range{8, 9};
}

/// Which of the fits are needed at a Q2.
struct fits_needed {
  bool resonances = true, continuum = true;
  bool frozen = true; ///< the continuum at highest_resonance_q2, which carries the resonances to larger Q2
};

/// W1 and W2 [1/GeV] of an inelastic nucleon with the mass `mass` at one Q2, as functions of nu: what Q2 alone fixes is
/// computed once.
template <class Real, bool IsProton>
class nucleon_structure_at {
public:
  nucleon_structure_at(inelastic_options const& options, double mass, Real q2, fits_needed const& needed = {})
      : options_(options), range_(range_of(options.matching)), mass_(mass), q2_(q2) {
    bool const longitudinal = options.longitudinal != longitudinal_ratio::none;
    auto const& fit = parameters_of(options.high_mass);
    if (needed.resonances) resonances_ = {at_most(q2, highest_resonance_q2), longitudinal};
    if (needed.continuum || needed.frozen) {
      continuum_ = {fit, q2};
      if constexpr (!IsProton) ratio_ = {options.neutron, q2};
    }
    if (needed.continuum && longitudinal) longitudinal_ = r1998_at<Real>(q2);
    if (needed.frozen) {
      frozen_ = {fit, Real(highest_resonance_q2)};
      if constexpr (!IsProton) frozen_ratio_ = {options.neutron, Real(highest_resonance_q2)};
    }
  }

  hadron_structure<Real> operator()(Real nu) const {
    Real const any_w2 = Real(mass_ * mass_) + Real(2 * mass_) * nu - q2_;
    auto const open = any_w2 > Real(lowest_w2);
    if (!any(open)) return {Real(0), Real(0)};
    Real const w2 = at_least(any_w2, lowest_w2);
    auto const blended = blend(w2, nu);
    return {select(open, blended.electric, Real(0)), select(open, blended.magnetic, Real(0))};
  }

  /// The smallest W2 at which there is anything [GeV^2].
  static constexpr double lowest_w2 = pion_threshold * pion_threshold;

  /// F1 of the neutron by the fits, negative where it is set to 0, at Q2 up to highest_resonance_q2.
  Real unclipped_neutron(Real w2) const {
    auto const sigma = resonances_(w2);
    return Real(2) * sigma.mean - sigma.transverse;
  }

private:
  hadron_structure<Real> blend(Real w2, Real nu) const {
    auto const low = w2<Real(range_.high), high = w2> Real(range_.low);
    if (!any(high)) return below(w2, nu);
    if (!any(low)) return above(w2, nu);
    auto const a = below(at_most(w2, range_.high), nu), b = above(at_least(w2, range_.low), nu);
    Real const w = at_most(at_least((w2 - Real(range_.low)) * Real(1 / (range_.high - range_.low)), 0), 1);
    // [PHYS:inelastic.blend]
    Real const square = w * w, share = square * (Real(2) - square);
    return {a.electric + share * (b.electric - a.electric), a.magnetic + share * (b.magnetic - a.magnetic)};
  }

  /// By the fit of the resonances; beyond its Q2 with the Q2 dependence of the continuum at the same W.
  hadron_structure<Real> below(Real w2, Real nu) const {
    auto const sigma = resonances_(w2);
    constexpr double alpha = 1 / 137.035999084, microbarn_GeV2 = 389.4; // of this fit
    constexpr double unit = 1 / (8 * std::numbers::pi * std::numbers::pi * alpha * microbarn_GeV2);
    // [PHYS:inelastic.transverse]
    Real const flux = (w2 - Real(resonance_nucleon_squared)) * Real(unit / mass_);
    Real const magnetic = flux * transverse(sigma);
    Real const one_and_ratio = Real(1) + sigma.longitudinal / sigma.transverse;
    auto const beyond = q2_ > Real(highest_resonance_q2);
    if (!any(beyond)) return {magnetic * one_and_ratio * q2_ / (q2_ + nu * nu), magnetic};
    Real const q2 = at_most(q2_, highest_resonance_q2);
    Real const nu_here = (w2 - Real(mass_ * mass_) + q2) * Real(1 / (2 * mass_));
    // [PHYS:inelastic.transverse]
    Real const electric = magnetic * one_and_ratio * q2 / (q2 + nu_here * nu_here);
    // [PHYS:inelastic.freeze]
    Real const frozen = electric * nu_here / nu * freeze(w2);
    return {select(beyond, frozen, electric),
            select(beyond, frozen * (Real(1) + nu * nu / q2_) / one_and_ratio, magnetic)};
  }

  static Real transverse(photon_cross_sections<Real> const& sigma) {
    if constexpr (IsProton) return sigma.transverse;
    // [PHYS:inelastic.neutron_resonances]
    return at_least(Real(2) * sigma.mean - sigma.transverse, 0);
  }

  /// F2 of the continuum at this Q2 over that at highest_resonance_q2.
  Real freeze(Real w2) const {
    Real ratio = q2_ * continuum_.f2_over_q2(w2) / (Real(highest_resonance_q2) * frozen_.f2_over_q2(w2));
    if constexpr (!IsProton) ratio = ratio * (ratio_(w2) / frozen_ratio_(w2));
    return ratio;
  }

  /// By the fits of the continuum; finite at Q2 = 0.
  hadron_structure<Real> above(Real w2, Real nu) const {
    Real over_q2 = continuum_.f2_over_q2(w2);
    if constexpr (!IsProton) over_q2 = over_q2 * ratio_(w2);
    if (options_.nuclear != nuclear_factor::none) {
      Real const x = q2_ / (q2_ + w2 - Real(fit_proton_mass_squared));
      over_q2 = over_q2 * nuclear_factor_of{options_.nuclear, options_.mass_number}(x);
    }
    Real one_and_ratio(1);
    if (options_.longitudinal != longitudinal_ratio::none) one_and_ratio = Real(1) + longitudinal_(w2);
    // [PHYS:inelastic.continuum]
    Real const electric = over_q2 * q2_ / nu;
    return {electric, over_q2 * (nu + q2_ / nu) / one_and_ratio};
  }

  inelastic_options options_;
  matching_range range_;
  double mass_; ///< [GeV]
  Real q2_;
  photon_cross_sections_at<Real, !IsProton> resonances_;
  allm_at<Real> continuum_, frozen_;
  r1998_at<Real> longitudinal_;
  neutron_ratio_at<Real> ratio_, frozen_ratio_;
};

} // namespace trident::detail
