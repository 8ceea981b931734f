// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <trident/quadrature/averaged_structure.hpp>
#include <trident/quadrature/continuum_integral.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/treated_surface.hpp>

// The quadrature for targets that take up any energy above a threshold. At given Q2 the integral over nu is done by the
// response, in its moments; leptons, flux and model enter by two functions of Q2 and k.q/E that all targets share.

namespace trident {

namespace detail {

/// The surface of structure functions for several responses, precise where it is used: it is compared with the functions
/// themselves at points of the physical region, and refined until they agree.
template <class Real, class S>
class checked_surface {
public:
  /// `largest_s(q2)` says how far s goes [GeV^2].
  template <class LargestS>
  checked_surface(S const& sigma, structure_domain const& domain, LargestS const& largest_s, double tolerance,
                  stop_question go_on)
      : functions_(sigma, tolerance / 4), scaling_(sigma.masses(), functions_.transfer_scale()),
        domain_(domain), go_on_(std::move(go_on)), size_(first_size(sigma.masses(), tolerance)),
        surface_(made()) {
    auto const points = check_points(largest_s);
    constexpr int attempts = 6;
    for (int attempt = 0;; ++attempt) {
      error_ = deviation(points, surface_);
      if (error_ < tolerance || attempt == attempts) return;
      double const rows = deviation(points, surface_.truncated(2, 0));
      double const columns = deviation(points, surface_.truncated(0, 2));
      if (rows > columns / 8) size_.rows += 2 + size_.rows / 8;
      if (columns > rows / 8) size_.columns += 2 + size_.columns / 8;
      surface_ = made();
    }
  }

  structure_surface const& surface() const { return surface_; }
  double relative_error() const { return error_; }
  std::uint64_t evaluations() const { return evaluations_; }

private:
  struct check_point {
    double room, q2;
    photon_pair exact;
  };

  /// Measured to be enough for most: leptons of two masses, and many digits, take more.
  structure_surface::resolution first_size(pair_masses<double> const& masses, double tolerance) const {
    auto size = structure_surface::resolution_for(scaling_, domain_, tolerance);
    double const digits = std::max(-std::log10(tolerance) - 4, 0.0);
    double const more = (masses.minus == masses.plus ? 1 : 1.3) * (1 + 0.06 * digits);
    auto const grown = [](std::size_t n, double factor) {
      return static_cast<std::size_t>(std::ceil(factor * static_cast<double>(n)));
    };
    return {grown(size.rows, more), grown(size.columns, 1.12 * more)};
  }

  photon_pair evaluated(double room, double q2) {
    ++evaluations_;
    ask_to_go_on(go_on_);
    return functions_(room, q2);
  }

  structure_surface made() {
    return structure_surface(scaling_, domain_, size_,
                             [this](double room, double q2) { return evaluated(room, q2); });
  }

  /// Spread over both variables by additive recurrences of irrational steps, denser towards the largest s.
  template <class LargestS>
  std::vector<check_point> check_points(LargestS const& largest_s) {
    constexpr std::size_t count = 20;
    constexpr double step_in_s = 0.754877666246693, step_in_q2 = 0.569840290998053;
    auto const fraction = [](int i, double step) { return i * step - std::floor(i * step); };
    double const q2_length = scaling_.q2_variable(domain_.maximum_q2);
    std::vector<check_point> points;
    for (int i = 1; points.size() < count && i < 1000; ++i) {
      double const q2 = scaling_.q2_at(fraction(i, step_in_q2) * q2_length);
      double const s = std::min(largest_s(q2), domain_.maximum_s);
      if (!(s > scaling_.threshold())) continue;
      double const part = std::sqrt(fraction(i, step_in_s));
      double const room = scaling_.room_at(part * scaling_.s_variable(s - scaling_.threshold()));
      points.push_back({room, q2, evaluated(room, q2)});
    }
    return points;
  }

  /// Twice the root of the mean square.
  static double deviation(std::vector<check_point> const& points, structure_surface const& surface) {
    double sum = 0;
    for (auto const& one : points) {
      auto const here = surface(one.room, one.q2);
      double const difference =
          std::abs(here.transverse - one.exact.transverse) + std::abs(here.scalar - one.exact.scalar);
      double const relative = difference / (one.exact.transverse + one.exact.scalar);
      sum += relative * relative;
    }
    return 2 * std::sqrt(sum / static_cast<double>(std::max<std::size_t>(points.size(), 1)));
  }

  current_structure<Real, S> functions_;
  structure_scaling scaling_;
  structure_domain domain_;
  stop_question go_on_;
  std::uint64_t evaluations_ = 0;
  structure_surface::resolution size_;
  structure_surface surface_;
  double error_ = 0;
};

/// Of the neutrinos [GeV].
template <class F>
double largest_energy(F const& flux) {
  if constexpr (FixedEnergy<F>)
    return flux.energy();
  else
    return flux.edges().back();
}

/// Where responses reach.
inline structure_domain domain_of(std::span<continuum_source const> sources, double energy,
                                  double threshold) {
  structure_domain domain{0, 0};
  for (auto const& source : sources) {
    auto const range = continuum_integral::q2_range(source, energy, threshold);
    if (!(range.low < range.high)) continue;
    double const of_line = 2 * source.limits().k_dot_q(energy, threshold, source.maximum_q2()).high;
    // a response may begin well above its line
    constexpr int steps = 48;
    constexpr double margin = 1.03; // for what lies between the steps
    double largest = 0;
    for (int i = 0; i <= steps; ++i) {
      double const q2 = range.low * std::pow(range.high / range.low, static_cast<double>(i) / steps);
      largest = std::max(largest, margin * 2 * energy * source.largest_x(q2) - q2);
    }
    domain.maximum_s = std::max({domain.maximum_s, std::min(of_line, largest), 1.0001 * threshold});
    domain.maximum_q2 = std::max(domain.maximum_q2, range.high);
  }
  return domain;
}

/// Estimates of responses that begin on one line, with any surface.
template <class C, class Average>
void add_continuum_estimates(Average const& average, double threshold,
                             std::span<continuum_source const> sources, std::vector<std::size_t> const& group,
                             continuum_options const& options, std::vector<inclusive_estimate>& result) {
  std::vector<continuum_source> members;
  continuum_options of_group = options;
  of_group.weights.clear();
  for (std::size_t const r : group) {
    members.push_back(sources[r]);
    if (!options.weights.empty()) of_group.weights.push_back(options.weights[r]);
  }
  continuum_integral integral(
      members, [&](double q2, double largest_x) -> photon_average { return average.at_q2(q2, largest_x); },
      average.largest_energy(), threshold, of_group);
  auto const all = integral();
  constexpr double factor = front_factor<C>();
  for (std::size_t i = 0; i < group.size(); ++i) {
    auto& one = result[group[i]];
    one.value = factor * all.values[i];
    one.error = factor * all.errors[i];
    one.evaluations = i == 0 ? all.evaluations : 0; // the same points serve all
    one.below_threshold = !(average.largest_energy() > members[i].limits().threshold(std::sqrt(threshold)));
  }
}

/// Around the threshold of real W bosons, where there is one.
template <class Scaling>
std::vector<double> s_breaks_of(Scaling const& scaling) {
  if constexpr (requires { scaling.s_breaks(); })
    return scaling.s_breaks();
  else
    return {};
}

/// Estimates of all responses with any surface: those that begin on one line have their points in common.
template <class C, class F, class Surface>
std::vector<inclusive_estimate>
continuum_estimates(F const& flux, Surface const& surface, double surface_error,
                    std::span<continuum_source const> sources, inclusive_options const& options,
                    std::vector<double> const& weights) {
  if (options.treatment == photon_treatment::epa)
    throw input_error(
        "equivalent photons of textbooks are for targets that stay as they are: a continuum takes "
        "epa-kinematic, epa-improved or epa-inelastic");
  if constexpr (
      requires { surface.truncated(0, 0); } || requires { surface.relative_error(); })
    if (options.treatment != photon_treatment::full)
      return continuum_estimates<C>(flux, treated_surface(surface, options.treatment), surface_error, sources,
                                    options, weights);
  averaged_structure<F, Surface> const average(flux, surface, options.relative_error / 20);
  std::vector<inclusive_estimate> result(sources.size());
  std::vector<bool> done(sources.size());
  for (std::size_t r = 0; r < sources.size(); ++r) {
    std::vector<std::size_t> group;
    for (std::size_t other = r; other < sources.size(); ++other)
      if (!done[other] && sources[other].begins_with(sources[r])) {
        group.push_back(other);
        done[other] = true;
      }
    if (!group.empty())
      add_continuum_estimates<C>(
          average, surface.scaling().threshold(), sources, group,
          {options.relative_error, weights, options.go_on, s_breaks_of(surface.scaling())}, result);
  }
  for (auto& one : result) one.error += (surface_error + options.relative_error / 20) * one.value;
  return result;
}

/// The surface for several responses.
template <class Real, class S>
checked_surface<Real, S> checked_leptons(S const& sigma, std::span<continuum_source const> sources,
                                         structure_domain const& domain, inclusive_options const& options) {
  double const energy = largest_energy(sigma.flux());
  auto const largest_s = [&](double q2) {
    double x = 0;
    for (auto const& source : sources) x = std::max(x, source.largest_x(q2));
    return 2 * x * energy - q2;
  };
  return {sigma, domain, largest_s, options.relative_error / 2.5, options.go_on};
}

} // namespace detail

/// Cross sections of several responses in the channel, the flux and the model of `sigma`, whatever its target: leptons and
/// flux are integrated once for all. Each to options.relative_error, or, with `weights`, their weighted sum. What is
/// evaluated for several is counted with the first.
template <class Real = double, class S>
std::vector<inclusive_estimate>
inclusive_cross_sections(S const& sigma, std::span<continuum_source const> sources,
                         inclusive_options const& options = {}, std::vector<double> const& weights = {}) {
  require_valid(options);
  using constants = typename S::constants_type;
  auto const domain =
      detail::domain_of(sources, detail::largest_energy(sigma.flux()), sigma.masses().threshold_squared());
  if (!(domain.maximum_s > 0) || detail::current_structure<Real, S>::vanishes(sigma)) {
    inclusive_estimate nothing;
    nothing.below_threshold = !(domain.maximum_s > 0);
    return std::vector<inclusive_estimate>(sources.size(), nothing);
  }
  auto const leptons = detail::checked_leptons<Real>(sigma, sources, domain, options);
  auto result = detail::continuum_estimates<constants>(sigma.flux(), leptons.surface(),
                                                       leptons.relative_error(), sources, options, weights);
  result.front().evaluations += leptons.evaluations();
  return result;
}

/// The same for a continuum response.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(ContinuumResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma,
                                           inclusive_options const& options = {}) {
  static_assert(!detail::has_real_bosons<typename Trident<P, N, F, M, C>::current_type>,
                "trident: full_electroweak has a quadrature of its own: include <trident/electroweak.hpp>");
  continuum_source const source(sigma.target(), C{}, std::type_identity<Real>{});
  return inclusive_cross_sections<Real>(sigma, std::span(&source, 1), options).front();
}

} // namespace trident
