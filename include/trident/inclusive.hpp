// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <trident/inclusive/photon_kernel.hpp>
#include <trident/integrand.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/numerics/adaptive_quadrature.hpp>

namespace trident {

/// Settings of inclusive_cross_section.
struct inclusive_options {
  double relative_error = 1e-5; ///< 1e-3 to 1e-8
  photon_treatment treatment = photon_treatment::full;
};

/// A cross section [fb per target] by quadrature; `error` bounds its numerical deviation.
struct inclusive_estimate {
  double value = 0;
  double error = 0;
  std::uint64_t evaluations = 0; ///< of the structure functions and of the kernel
  bool below_threshold = false;
};

namespace detail {

/// Q2 above which less than `share` of the integral of W sqrt(Q2) d ln Q2 lies, which bounds what a cross section loses.
template <class Weight>
double effective_maximum_q2(double low, double high, double share, Weight const& weight) {
  constexpr int steps_per_octave = 8;
  std::vector<double> q2, contributions;
  for (double x = low; x < high; x *= std::exp2(1.0 / steps_per_octave)) {
    q2.push_back(x);
    contributions.push_back(weight(x) * std::sqrt(x));
  }
  double total = 0;
  for (double const one : contributions) total += one;
  double tail = 0;
  for (std::size_t i = q2.size(); i-- > 0;) {
    tail += contributions[i];
    if (tail > share * total) return i + 1 < q2.size() ? q2[i + 1] : high;
  }
  return high;
}

/// Panels in ln Q2: even steps where the form factor is flat, steps of 0.1 GeV in Q where it oscillates.
inline std::vector<double> q2_panels(double low, double high) {
  std::vector<double> edges{std::log(low)};
  double const end = std::log(high);
  while (edges.back() < end) {
    double const q = std::exp(edges.back() / 2);
    double const step = std::min(3.0, 2 * std::log1p(0.1 / q));
    edges.push_back(edges.back() + step < end - step / 4 ? edges.back() + step : end);
  }
  return edges;
}

} // namespace detail

/// The exact cross section without Monte Carlo: two photon structure functions, interpolated on a spectral grid, and an
/// adaptive quadrature over k.q and Q2 with the moments of the flux. `Real` may be a pack.
template <class Real = double, Process P, Target N, Flux F, class M, Constants C>
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma,
                                           inclusive_options const& options = {}) {
  inclusive_estimate result;
  if (sigma.below_threshold()) {
    result.below_threshold = true;
    return result;
  }
  N const& target = sigma.target();
  pair_masses<double> const masses = sigma.masses();
  double const mass = target.mass(C{});
  double const threshold = masses.threshold_squared();
  double const tolerance = options.relative_error;
  double const energy = sigma.energies().maximum_energy();

  auto const range = k_dot_q_range(energy, threshold, mass, std::numeric_limits<double>::infinity());
  double const lowest_q2 = minimum_q2(energy, range.low, mass);
  double const kinematic_q2 = std::min(minimum_q2(energy, range.high, mass), target.maximum_q2());
  if (!(lowest_q2 < kinematic_q2)) return result;
  auto const weight = [&](double q2) {
    auto const w = target.structure(q2, C{});
    return w.electric + w.magnetic;
  };
  double const highest_q2 = detail::effective_maximum_q2(lowest_q2, kinematic_q2, 1e-2 * tolerance, weight);
  double const highest_k_dot_q = k_dot_q_range(energy, threshold, mass, highest_q2).high;

  structure_domain const domain{std::max(2 * highest_k_dot_q, 1.0001 * threshold), highest_q2};
  structure_scaling const scaling(masses);
  structure_function_quadrature<Real> const functions(masses, tolerance / 10);
  auto const couplings = [&](double transfer) { return sigma.chiral_couplings(transfer); };
  auto const evaluate = [&](double room, double q2) {
    ++result.evaluations;
    return functions(room, q2, couplings, sigma.model().mediator_mass_squared());
  };
  structure_surface const surface(
      scaling, domain, structure_surface::resolution_for(scaling, domain, tolerance / 3), evaluate);

  beam_moments<F> const beam(sigma.flux());
  photon_kernel<F> const kernel(beam, surface, mass, tolerance / 10, options.treatment);
  auto const in_log_q2 = [&](double log_q2) {
    double const q2 = std::exp(log_q2);
    return kernel(q2, target.structure(q2, C{}));
  };
  auto const integral =
      adaptive_quadrature(in_log_q2, detail::q2_panels(lowest_q2, highest_q2), tolerance / 3);
  result.evaluations += integral.evaluations;
  double const factor = C::fine_structure * C::fine_structure * C::fermi_constant * C::fermi_constant / 2 *
                        C::inverse_GeV2_in_fb;
  result.value = factor * integral.value;
  result.error = factor * integral.error + result.value * (surface.truncation() + tolerance / 10);
  return result;
}

} // namespace trident
