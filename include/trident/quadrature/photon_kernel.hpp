// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/quadrature/beam_moments.hpp>
#include <trident/quadrature/structure_surface.hpp>

namespace trident {

/// How the virtual photon is treated.
enum class photon_treatment {
  full,          ///< exact
  epa_improved,  ///< L_S dropped
  epa_kinematic, ///< L_S dropped, L_T of a real photon with s = 2 k.q
  epa, ///< equivalent photons of textbooks: besides, R - 1 is replaced by Q2 E^2/(k.q)^2, also in its limits
};

/// d sigma/d ln Q2 at fixed Q2 up to constants: the integral over k.q of the photon structure functions with the moments
/// of the beam. A `Surface` gives at_q2(q2), which has a threshold() in s and, called with s - threshold, the photon_pair.
template <class F, class Surface = structure_surface>
class photon_kernel {
public:
  photon_kernel(beam_moments<F> const& beam, Surface const& surface, double target_mass, double tolerance,
                photon_treatment treatment)
      : beam_(beam), surface_(surface), over_mass_(1 / target_mass), tolerance_(tolerance),
        treatment_(treatment) {}

  /// Integral over k.q of W_E [L_T (R - 1) + L_S (R + tau)] + W_M (2 L_T - L_S), each with 1/E^2 averaged over the beam,
  /// times 1/Q2 [GeV^2].
  double operator()(double q2, hadron_structure<double> const& w) const {
    auto const slice = surface_.at_q2(real_photon() ? 0 : q2);
    double const virtuality = real_photon() ? 0 : q2; // s = 2 k.q - virtuality
    double const threshold = slice.threshold();
    double const slope = lowest_energy_slope(q2);
    auto const& edges = beam_.edges();
    if constexpr (Spectrum<F>)
      if (beam_.panels())
        return beam_.panels()->average(tolerance_, [&](double energy) {
          double const high = 2 * energy / slope - virtuality;
          inverse_moments const one{1, 1 / energy, 1 / (energy * energy)};
          return high > threshold
                     ? between(threshold, high, q2, virtuality, w, slice, [&](double) { return one; })
                     : 0.0;
        }) / q2;
    double sum = 0;
    for (std::size_t bin = 0; bin + 1 < edges.size(); ++bin) {
      double const low = std::max(2 * edges[bin] / slope - virtuality, threshold);
      double const high = 2 * edges[bin + 1] / slope - virtuality;
      auto const moments = [&](double k_dot_q) {
        return beam_(std::clamp(slope * k_dot_q, edges[bin], edges[bin + 1]), bin);
      };
      if (low < high) sum += between(low, high, q2, virtuality, w, slice, moments);
    }
    return sum / q2;
  }

  /// The derivative of the same with respect to s, at one s [GeV^2].
  double at(double s, double q2, hadron_structure<double> const& w) const {
    double const virtuality = real_photon() ? 0 : q2;
    auto const slice = surface_.at_q2(virtuality);
    double const k_dot_q = (s + virtuality) / 2, energy = lowest_energy_slope(q2) * k_dot_q;
    auto const& edges = beam_.edges();
    if (!(s > slice.threshold() && energy < edges.back())) return 0;
    auto const above = std::upper_bound(edges.begin(), edges.end(), energy);
    auto const bin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - edges.begin(), 1)) - 1;
    auto const moments = beam_(std::max(energy, edges.front()), bin);
    // [PHYS:kernel.at_s]
    return integrand(k_dot_q, q2, moments, w, slice(s - slice.threshold())) / (2 * q2);
  }

private:
  bool real_photon() const {
    return treatment_ == photon_treatment::epa || treatment_ == photon_treatment::epa_kinematic;
  }

  /// Smallest neutrino energy over k.q: where R = 1.
  double lowest_energy_slope(double q2) const {
    // [PHYS:kernel.equivalent_photons]
    if (treatment_ == photon_treatment::epa) return 1 / std::sqrt(q2);
    // [PHYS:kernel.lowest_energy]
    double const half = over_mass_ / 2;
    return half + std::sqrt(half * half + 1 / q2);
  }

  /// Over s from `low` to `high`, within which the moments are analytic.
  template <class Slice, class Moments>
  double between(double low, double high, double q2, double virtuality, hadron_structure<double> const& w,
                 Slice const& slice, Moments const& moments) const {
    double const threshold = slice.threshold();
    bool const from_threshold = !(low > threshold);
    // ln s from threshold on, where the integrand is an odd power of the square root of s - threshold, else
    // ln(s - threshold)
    double const length =
        from_threshold ? std::log(high / threshold) : std::log((high - threshold) / (low - threshold));
    double const decay = 2 * std::asinh(2 * std::numbers::pi / length);
    double const offset = from_threshold ? 10 : 2.5 + std::min(length, 1.5);
    auto const& rule = gauss_legendre(static_cast<std::size_t>(offset + std::log(1 / tolerance_) / decay));
    double sum = 0;
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const v = rule.nodes[i];
      // [PHYS:kernel.s_variable]
      double const room =
          from_threshold ? threshold * std::expm1(v * v * length) : (low - threshold) * std::exp(v * length);
      double const measure = length * (from_threshold ? 2 * v * (room + threshold) : room);
      double const s = room + threshold;
      double const k_dot_q = (s + virtuality) / 2;
      double const weight = rule.weights[i] * measure / 2;
      sum += weight * integrand(k_dot_q, q2, moments(k_dot_q), w, slice(room));
    }
    return sum;
  }

  double integrand(double k_dot_q, double q2, inverse_moments const& moments,
                   hadron_structure<double> const& w, photon_pair const& photon) const {
    // [PHYS:kernel.integrand]
    double const leading = q2 / (k_dot_q * k_dot_q) * moments.zeroth;
    if (treatment_ == photon_treatment::epa) return w.electric * photon.transverse * leading;
    double const ratio = leading - q2 / k_dot_q * over_mass_ * moments.first; // R/E^2
    double const scalar = treatment_ == photon_treatment::full ? photon.scalar : 0;
    double const tau = q2 * over_mass_ * over_mass_ / 4;
    return w.electric *
               (photon.transverse * (ratio - moments.second) + scalar * (ratio + tau * moments.second)) +
           w.magnetic * (2 * photon.transverse - scalar) * moments.second;
  }

  beam_moments<F> const& beam_;
  Surface const& surface_;
  double over_mass_;
  double tolerance_;
  photon_treatment treatment_;
};

} // namespace trident
