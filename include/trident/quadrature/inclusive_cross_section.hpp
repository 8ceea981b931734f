// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/numerics/adaptive_quadrature.hpp>
#include <trident/quadrature/current_structure.hpp>
#include <trident/quadrature/photon_kernel.hpp>

namespace trident {

/// Settings of inclusive_cross_section.
struct inclusive_options {
  double relative_error = 1e-5; ///< 1e-3 to 1e-8
  photon_treatment treatment = photon_treatment::full;
  stop_question go_on = {}; ///< where it says no, computation_stopped is thrown
};

/// Throws input_error if there is no such quadrature.
inline void require_valid(inclusive_options const& options) {
  if (!(options.relative_error >= 1e-10 && options.relative_error <= 0.1))
    throw input_error("relative error " + std::to_string(options.relative_error) +
                      ": the quadrature takes 1e-10 to 0.1");
}

/// A cross section [fb per target] by quadrature; `error` bounds its numerical deviation.
struct inclusive_estimate {
  double value = 0;
  double error = 0;
  std::uint64_t evaluations = 0; ///< of the structure functions and of the kernel
  bool below_threshold = false;
};

namespace detail {

/// Q2 above which less than `share` of the integral of contribution(Q2) d ln Q2 lies.
template <class Contribution>
double effective_maximum_q2(double low, double high, double share, Contribution const& contribution) {
  constexpr int steps_per_octave = 8;
  std::vector<double> q2, values;
  for (double x = low; x < high; x *= std::exp2(1.0 / steps_per_octave)) {
    q2.push_back(x);
    values.push_back(contribution(x));
  }
  double total = 0;
  for (double const one : values) total += one;
  double tail = 0;
  for (std::size_t i = q2.size(); i-- > 0;) {
    tail += values[i];
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

/// Everything that an inclusive cross section needs, prepared for one configuration.
template <class Real, class S>
class inclusive_integral {
public:
  using target_type = typename S::target_type;
  using constants = typename S::constants_type;
  using flux_type = typename S::flux_type;

  inclusive_integral(S const& sigma, inclusive_options const& options)
      : sigma_(sigma), options_(options), masses_(sigma.masses()), mass_(sigma.target().mass(constants{})),
        functions_(sigma, options.relative_error / 10), scaling_(masses_, functions_.transfer_scale()),
        beam_(sigma.flux()) {
    double const energy = sigma.energies().maximum_energy();
    double const threshold = masses_.threshold_squared();
    auto const range = k_dot_q_range(energy, threshold, mass_, std::numeric_limits<double>::infinity());
    lowest_q2_ = minimum_q2(energy, range.low, mass_);
    double const kinematic = std::min(minimum_q2(energy, range.high, mass_), sigma.target().maximum_q2());
    empty_ = !(lowest_q2_ < kinematic) || current_structure<Real, S>::vanishes(sigma);
    if (empty_) return;
    highest_q2_ = effective_maximum_q2(lowest_q2_, kinematic, 1e-2 * options.relative_error, [&](double q2) {
      // phase space at this Q2 opens with a power 11/2 of the room above threshold and grows as s
      double const s = 2 * k_dot_q_range(energy, threshold, mass_, q2).high - q2;
      double const open = s > threshold ? 1 - threshold / s : 0;
      auto const w = structure(q2);
      // [PHYS:structure.threshold_power]
      return (w.electric + w.magnetic) * s * std::pow(open, 5.5);
    });
    double const highest_k_dot_q = k_dot_q_range(energy, threshold, mass_, highest_q2_).high;
    domain_ = {std::max(2 * highest_k_dot_q, 1.0001 * threshold), highest_q2_};
    panels_ = q2_panels(lowest_q2_, highest_q2_);
  }

  bool empty() const { return empty_; }

  inclusive_estimate operator()() {
    double const tolerance = options_.relative_error;
    auto size = structure_surface::resolution_for(scaling_, domain_, tolerance);
    for (int attempt = 0;; ++attempt) {
      structure_surface const surface(scaling_, domain_, size, [this](double room, double q2) {
        ++evaluations_;
        return structure_functions(room, q2);
      });
      double const rows = truncation(surface, 1, 0), columns = truncation(surface, 0, 1);
      constexpr int attempts = 8;
      if (rows + columns < tolerance / 2 || attempt == attempts) return finish(surface, rows + columns);
      if (rows > tolerance / 4) size.rows += 2 + size.rows / 5;
      if (columns > tolerance / 4) size.columns += 2 + size.columns / 5;
    }
  }

private:
  hadron_structure<double> structure(double q2) const {
    ask_to_go_on(options_.go_on);
    return sigma_.target().structure(q2, constants{});
  }

  photon_pair structure_functions(double room, double q2) const {
    ask_to_go_on(options_.go_on);
    return functions_(room, q2);
  }

  auto kernel_in_log_q2(structure_surface const& surface) const {
    return [this, kernel = photon_kernel<flux_type>(beam_, surface, mass_, options_.relative_error / 5,
                                                    options_.treatment)](double log_q2) {
      double const q2 = std::exp(log_q2);
      return kernel(q2, structure(q2));
    };
  }

  /// Relative change by what the surface leaves out, from its last coefficients: the change d1 without the last two and
  /// d2 without two more fall geometrically, so that d1^2/(d2 - d1) is left, as long as d1 is well below d2.
  double truncation(structure_surface const& surface, std::size_t rows, std::size_t columns) const {
    double const reference = fixed_integral(surface);
    if (!(reference > 0)) return 0;
    double const last = std::abs(fixed_integral(surface.truncated(2 * rows, 2 * columns)) / reference - 1);
    double const more = std::abs(fixed_integral(surface.truncated(4 * rows, 4 * columns)) / reference - 1);
    // [PHYS:kernel.truncation]
    return last < more / 2 ? std::max(last * last / (more - last), last / 10) : last;
  }

  /// On ten points a panel, for comparisons between surfaces.
  double fixed_integral(structure_surface const& surface) const {
    auto const f = kernel_in_log_q2(surface);
    auto const& rule = gauss_legendre(10);
    double sum = 0;
    for (std::size_t i = 0; i + 1 < panels_.size(); ++i)
      for (std::size_t n = 0; n < rule.size(); ++n)
        sum += (panels_[i + 1] - panels_[i]) * rule.weights[n] *
               f(panels_[i] + (panels_[i + 1] - panels_[i]) * rule.nodes[n]);
    return sum;
  }

  /// By how much the truncation may be underestimated where s spans many orders of magnitude: pairs of electrons on protons
  /// deviated by 1.2 times the bound without it at 1e9 GeV, 1.5 at 1e10, 2.2 at 1e11 and 2.8 at 1e12, and never below.
  double span_factor() const {
    constexpr double harmless = 33;
    double const span = std::log(domain_.maximum_s / (4 * masses_.minus * masses_.plus));
    return 1 + std::max(span - harmless, 0.0) / 2;
  }

  inclusive_estimate finish(structure_surface const& surface, double truncation) {
    double const tolerance = options_.relative_error;
    auto const integral = adaptive_quadrature(kernel_in_log_q2(surface), panels_, tolerance / 5);
    constexpr double factor = front_factor<constants>();
    inclusive_estimate result;
    result.value = factor * integral.value;
    result.error = factor * integral.error + result.value * span_factor() * (truncation + tolerance / 2);
    result.evaluations = evaluations_ + integral.evaluations;
    return result;
  }

  S const& sigma_;
  inclusive_options options_;
  pair_masses<double> masses_;
  double mass_; ///< of the target [GeV]
  current_structure<Real, S> functions_;
  structure_scaling scaling_;
  beam_moments<flux_type> beam_;
  bool empty_ = false;
  double lowest_q2_ = 0, highest_q2_ = 0;
  structure_domain domain_{};
  std::vector<double> panels_;
  std::uint64_t evaluations_ = 0;
};

/// A current whose bosons may be real, which a quadrature around the pair does not see.
template <class Current>
inline constexpr bool has_real_bosons = requires(Current const& current) {
  current.made_with_w();
};

/// What an integral prepared for a configuration gives: exactly 0 where no neutrino or no Q2 can make the pair.
template <class Integral, class S>
inclusive_estimate quadrature_of(S const& sigma, inclusive_options const& options) {
  require_valid(options);
  inclusive_estimate nothing;
  nothing.below_threshold = sigma.below_threshold();
  if (nothing.below_threshold) return nothing;
  Integral integral(sigma, options);
  return integral.empty() ? nothing : integral();
}

} // namespace detail

/// The exact cross section without Monte Carlo: two photon structure functions, interpolated on a spectral grid, and an
/// adaptive quadrature over k.q and Q2 with the moments of the flux. `Real` may be a pack.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(ElasticResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma,
                                           inclusive_options const& options = {}) {
  static_assert(!detail::has_real_bosons<typename Trident<P, N, F, M, C>::current_type>,
                "trident: full_electroweak has a quadrature of its own: include <trident/electroweak.hpp>");
  return detail::quadrature_of<detail::inclusive_integral<Real, Trident<P, N, F, M, C>>>(sigma, options);
}

/// Refuses an initial state of one's own, of which only draws are known.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(HadronicResponse<N, C> && !FixedEnergy<F> && !Spectrum<F>)
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const&, inclusive_options const& = {}) {
  static_assert(FixedEnergy<F>,
                "trident: a quadrature needs a flux with energy(), or with edges(), density(E) and "
                "integral(); an initial state that only draws goes with integrate()");
  return {};
}

} // namespace trident
