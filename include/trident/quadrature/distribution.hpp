// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <trident/base/finite.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/interpolated_section.hpp>
#include <trident/quadrature/observable.hpp>
#include <trident/quadrature/open_range.hpp>

// Distributions of inclusive cross sections without noise: quadratures of less than all of the variables.

namespace trident {

namespace detail {

/// The values that are held fixed: none to two of the four observables.
struct fixed_observables {
  std::optional<double> q2, s;
  section_values section;

  explicit fixed_observables(std::vector<observed> const& all) {
    for (auto const& [what, value] : all) {
      if (!(is_finite(value) && value > 0))
        throw input_error("distribution at " + number_text(value) + ": values must be positive and finite");
      auto& place = what == observable::log_q2      ? q2
                    : what == observable::s         ? s
                    : what == observable::pair_mass ? section.pair_mass
                                                    : section.transfer;
      if (place) throw input_error("a distribution in the same observable twice: choose two different ones");
      place = value;
    }
  }
};

/// One value of a distribution.
template <class Real, class S>
class section_integral {
  static_assert(
      kind_of<typename S::target_type> == response_kind::elastic &&
          requires(S const& sigma) { sigma.chiral_couplings(0.0); },
      "trident: distributions by quadrature take elastic targets and models with couplings(...): those of a "
      "continuum are in quadrature/continuum_distribution.hpp; of a current of your own, draw events or "
      "integrate with a cut");

public:
  using constants = typename S::constants_type;
  using flux_type = typename S::flux_type;
  using section_type = structure_section<Real, S>;

  section_integral(S const& sigma, fixed_observables const& fixed, inclusive_options const& options)
      : sigma_(sigma), fixed_(fixed), options_(options), mass_(sigma.target().mass(constants{})),
        energy_(sigma.energies().maximum_energy()), beam_(sigma.flux()),
        section_(sigma, fixed.section, sigma.model().mediator_mass_squared(), options.relative_error / 20) {}

  inclusive_estimate operator()() {
    if (!possible()) return {};
    if (fixed_.q2) {
      auto const here = kernel(section_);
      double const q2 = *fixed_.q2;
      double const value = fixed_.s ? here.at(*fixed_.s, q2, hadrons(q2)) : here(q2, hadrons(q2));
      return estimate({value, 0, 1}, options_.relative_error);
    }
    auto const range = q2_range();
    if (!(range.low < range.high)) return {};
    return interpolated(range, q2_panels(range.low, range.high));
  }

private:
  bool possible() const {
    auto const& m = fixed_.section.pair_mass;
    return !sigma_.below_threshold() && !current_structure<Real, S>::vanishes(sigma_) &&
           (!m || *m > sigma_.masses().threshold()) &&
           (!fixed_.q2 || *fixed_.q2 < sigma_.target().maximum_q2());
  }

  hadron_structure<double> hadrons(double q2) const {
    ask_to_go_on(options_.go_on);
    return sigma_.target().structure(q2, constants{});
  }

  template <class Surface>
  photon_kernel<flux_type, Surface> kernel(Surface const& surface) const {
    return {beam_, surface, mass_, options_.relative_error / 5, options_.treatment};
  }

  /// Largest s at Q2 that the beam reaches.
  double largest_s(double q2) const {
    double const half = 1 / (2 * mass_);
    return 2 * energy_ / (half + std::sqrt(half * half + 1 / q2)) - q2;
  }

  interval<double> q2_range() const {
    double const threshold = sigma_.masses().threshold_squared();
    auto const all = k_dot_q_range(energy_, threshold, mass_, std::numeric_limits<double>::infinity());
    double const low = minimum_q2(energy_, all.low, mass_);
    double const high = std::min(minimum_q2(energy_, all.high, mass_), sigma_.target().maximum_q2());
    constexpr double rounding = 1e-12; // where s = m_ll^2 the two may differ by their last digits
    auto const start = [this](double q2) { return std::max(section_.threshold(q2), fixed_.s.value_or(0.0)); };
    if (!(low < high) || (fixed_.s && !(*fixed_.s > threshold))) return {high, high};
    auto const logarithms = open_range(std::log(low), std::log(high), [&](double log_q2) {
      double const q2 = std::exp(log_q2), room = largest_s(q2) - start(q2);
      return fixed_.s ? std::min(room, *fixed_.s * (1 - rounding) - section_.threshold(q2)) : room;
    });
    interval<double> const range{std::exp(logarithms.low), std::exp(logarithms.high)};
    if (!(range.low < range.high)) return range;
    double const end =
        effective_maximum_q2(range.low, range.high, 1e-2 * options_.relative_error, [&](double q2) {
          double const s = largest_s(q2), from = start(q2);
          auto const w = hadrons(q2);
          return s > from
                     ? (w.electric + w.magnetic) * s * std::pow(1 - from / s, 2 + section_.opening_power())
                     : 0.0;
        });
    return {range.low, end};
  }

  /// With a surface that is refined until its last coefficients do not matter.
  inclusive_estimate interpolated(interval<double> const& range, std::vector<double> const& panels) const {
    using surface_type = interpolated_section<section_type>;
    double const tolerance = options_.relative_error;
    double const opening = largest_s(range.high) + range.high;
    std::size_t const rows_wanted = nodes(std::log1p(opening / section_.opening_scale()));
    typename surface_type::resolution size{fixed_.s ? 1 : rows_wanted,
                                           nodes(std::log(range.high / range.low))};
    for (int attempt = 0;; ++attempt) {
      surface_type const surface(section_, {opening, range.low, range.high, fixed_.s}, size);
      double const reference = fixed_rule(surface, panels);
      auto const change = [&](std::size_t rows, std::size_t columns) {
        return std::abs(fixed_rule(surface.truncated(rows, columns), panels) / reference - 1);
      };
      double const rows = fixed_.s ? 0 : change(2, 0), columns = change(0, 2);
      constexpr int attempts = 8;
      if (!(rows + columns > tolerance / 2) || attempt == attempts) {
        auto const integral = adaptive_quadrature(in_log_q2(surface), panels, tolerance / 5);
        return estimate(integral, rows + columns + tolerance / 2);
      }
      if (rows > tolerance / 4) size.rows += 3 + size.rows / 5;
      if (columns > tolerance / 4) size.columns += 3 + size.columns / 5;
    }
  }

  std::size_t nodes(double length) const {
    double const decay = std::asinh(6 / std::clamp(length, 1e-3, 20.0));
    return static_cast<std::size_t>(4 + 0.75 * std::log(1 / options_.relative_error) / decay);
  }

  template <class Surface>
  auto in_log_q2(Surface const& surface) const {
    return [this, here = kernel(surface)](double log_q2) {
      double const q2 = std::exp(log_q2);
      return fixed_.s ? here.at(*fixed_.s, q2, hadrons(q2)) : here(q2, hadrons(q2));
    };
  }

  template <class Surface>
  double fixed_rule(Surface const& surface, std::vector<double> const& panels) const {
    auto const f = in_log_q2(surface);
    auto const& rule = gauss_legendre(10);
    double sum = 0;
    for (std::size_t i = 0; i + 1 < panels.size(); ++i)
      for (std::size_t n = 0; n < rule.size(); ++n)
        sum += (panels[i + 1] - panels[i]) * rule.weights[n] *
               f(panels[i] + (panels[i + 1] - panels[i]) * rule.nodes[n]);
    return sum;
  }

  inclusive_estimate estimate(quadrature_estimate const& integral, double relative) const {
    constexpr double factor = front_factor<constants>();
    inclusive_estimate result;
    result.value = factor * integral.value;
    result.error = factor * integral.error + relative * std::abs(result.value);
    result.evaluations = integral.evaluations;
    return result;
  }

  S const& sigma_;
  fixed_observables fixed_;
  inclusive_options options_;
  double mass_;   ///< of the target [GeV]
  double energy_; ///< largest of the beam [GeV]
  beam_moments<flux_type> beam_;
  section_type section_;
};

} // namespace detail

/// Differential cross section at one or two values of different observables, d sigma/dx or d^2 sigma/(dx dy) [fb per
/// their units], averaged over the flux; zero outside its range. Equivalent photons with Q2 = 0 have none.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
inclusive_estimate differential_cross_section(Trident<P, N, F, M, C> const& sigma,
                                              std::vector<observed> const& at,
                                              inclusive_options const& options = {}) {
  require_valid(options);
  if (options.treatment != photon_treatment::full && options.treatment != photon_treatment::epa_improved)
    throw input_error(
        "a distribution with equivalent photons of Q2 = 0: there are those of the exact treatment and of "
        "epa_improved");
  return detail::section_integral<Real, Trident<P, N, F, M, C>>(sigma, detail::fixed_observables(at),
                                                                options)();
}

/// d sigma/dx.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
inclusive_estimate differential_cross_section(Trident<P, N, F, M, C> const& sigma, observed const& at,
                                              inclusive_options const& options = {}) {
  return differential_cross_section<Real>(sigma, std::vector{at}, options);
}

/// d^2 sigma/(dx dy).
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
inclusive_estimate differential_cross_section(Trident<P, N, F, M, C> const& sigma, observed const& x,
                                              observed const& y, inclusive_options const& options = {}) {
  return differential_cross_section<Real>(sigma, std::vector{x, y}, options);
}

/// Range of an observable over the whole flux [its unit]. Ends that the form factor makes unreachable are included.
template <Process P, class N, Flux F, class M, Constants C>
interval<double> range_of(Trident<P, N, F, M, C> const& sigma, observable what) {
  if (sigma.below_threshold()) return {0, 0};
  double const mass = sigma.target().mass(C{}), energy = sigma.energies().maximum_energy();
  // [PHYS:distribution.ranges]
  double const total = mass * (mass + 2 * energy); // centre-of-mass energy squared
  double const threshold = sigma.masses().threshold();
  double const largest_mass = 2 * mass * energy / (std::sqrt(total) + mass); // sqrt(total) - mass
  if (what == observable::s) return {threshold * threshold, largest_mass * largest_mass};
  if (what == observable::pair_mass) return {threshold, largest_mass};
  if (what == observable::transfer) {
    double const hadronic = (mass + threshold) * (mass + threshold);
    return {0, 2 * mass * energy * (total - hadronic) / total};
  }
  auto const range =
      k_dot_q_range(energy, threshold * threshold, mass, std::numeric_limits<double>::infinity());
  return {minimum_q2(energy, range.low, mass),
          std::min(minimum_q2(energy, range.high, mass), sigma.target().maximum_q2())};
}

/// The cross section between two values of an observable [fb]: the content of a bin.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
inclusive_estimate integrated_cross_section(Trident<P, N, F, M, C> const& sigma, observable what, double low,
                                            double high, inclusive_options const& options = {}) {
  require_valid(options);
  auto const range = range_of(sigma, what);
  double const from = std::max(low, range.low), to = std::min(high, range.high);
  inclusive_estimate result;
  result.below_threshold = sigma.below_threshold();
  if (!(from < to)) return result;
  // v with value = start + scale (exp(v^2) - 1), and w with v = v_to - (v_to - v_from) w^2, take the square roots at both
  // ends away
  bool const logarithmic = what == observable::log_q2;
  double const pair = sigma.masses().threshold();
  double const start = logarithmic ? 0 : range.low,
               scale = what == observable::pair_mass ? pair : pair * pair;
  auto const variable = [&](double value) {
    return logarithmic ? std::log(value) : std::sqrt(std::log1p((value - start) / scale));
  };
  // [PHYS:distribution.bin_variable]
  double const end = variable(to), length = end - variable(from);
  double largest_relative_error = 0;
  auto const density = [&](double w) {
    double const v = end - length * w * w;
    double const value = logarithmic ? std::exp(v) : start + scale * std::expm1(v * v);
    auto const here = differential_cross_section<Real>(sigma, {what, value}, options);
    result.evaluations += here.evaluations;
    if (here.value > 0) largest_relative_error = std::max(largest_relative_error, here.error / here.value);
    return here.value * (logarithmic ? 1 : 2 * v * scale * std::exp(v * v)) * 2 * w * length;
  };
  auto const integral =
      adaptive_quadrature(density, std::vector<double>{0.0, 0.5, 1.0}, options.relative_error / 2);
  result.value = integral.value;
  result.error = integral.error + largest_relative_error * integral.value;
  return result;
}

} // namespace trident
