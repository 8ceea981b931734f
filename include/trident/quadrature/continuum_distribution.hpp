// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/distribution.hpp>
#include <trident/quadrature/energy_transfer_curve.hpp>
#include <trident/quadrature/tabulated_continuum.hpp>

// Distributions of continua in what the hadrons take up: quadratures of one variable less.

namespace trident {

namespace detail {

/// Of the nucleon in W and x: that of the line where the response begins, else of the response.
template <class N, class C>
double nucleon_mass_of(N const& response, C constants) {
  double const of_line = response.lowest_energy_transfer(constants).mass;
  return is_finite(of_line) ? of_line : response.mass(constants);
}

/// Values of a distribution with any surface.
template <class S, class Surface>
class continuum_section {
public:
  using constants = typename S::constants_type;
  using flux_type = typename S::flux_type;

  continuum_section(S const& sigma, Surface const& surface, inclusive_options const& options)
      : sigma_(sigma), options_(options), source_(sigma.target(), constants{}),
        average_(sigma.flux(), surface, options.relative_error / 20),
        threshold_(surface.scaling().threshold()) {}

  /// d sigma/d ln Q2 or d sigma/dv, or with both fixed d^2 sigma/(d ln Q2 dv), without the front factor.
  quadrature_estimate operator()(std::vector<observed> const& at) {
    std::vector<energy_transfer_curve> curves;
    double q2 = 0;
    double const mass = nucleon_mass_of(sigma_.target(), constants{});
    for (auto const& [what, value] : at) {
      if (what == observable::log_q2)
        q2 = value;
      else
        curves.push_back({what, value, mass});
    }
    if (curves.size() > 1 || at.size() > 2)
      throw input_error(
          "a distribution in two observables of the hadrons: of a continuum one of them must be ln Q2");
    if (curves.empty()) return at_q2(q2);
    curves.front().nu(1); // refuses what is no observable of the hadrons
    return q2 > 0 ? on_curve(curves.front(), q2) : along(curves.front());
  }

private:
  quadrature_estimate at_q2(double q2) {
    continuum_integral integral(
        std::span(&source_, 1),
        [this](double one, double largest_x) -> photon_average { return average_.at_q2(one, largest_x); },
        average_.largest_energy(), threshold_, {options_.relative_error, {}, options_.go_on});
    auto const one = integral.at_q2(q2);
    return {one.values.front(), one.errors.front(), one.evaluations};
  }

  /// Over Q2, along a curve.
  quadrature_estimate along(energy_transfer_curve const& curve) {
    auto const range = continuum_integral::q2_range(source_, average_.largest_energy(), threshold_);
    if (!(range.low < range.high)) return {};
    auto const ends = open_range(std::log(range.low), std::log(range.high),
                                 [&](double log_q2) { return room(curve, std::exp(log_q2)); });
    if (!(ends.low < ends.high)) return {};
    std::vector<double> edges{ends.low, ends.high};
    for (double const q2 : source_.q2_breaks())
      if (double const u = std::log(q2); u > ends.low && u < ends.high) edges.push_back(u);
    double inner = 0;
    std::size_t evaluations = 0;
    auto const f = [&](double log_q2, std::span<double> out) {
      auto const one = on_curve(curve, std::exp(log_q2));
      out[0] = one.value;
      if (one.value > 0) inner = std::max(inner, one.error / one.value);
      evaluations += one.evaluations;
    };
    legendre_quadrature quadrature(f, 1, {options_.relative_error / 3, nodes(), 1, {}});
    auto const all = quadrature(continuum_integral::divided(edges, 3));
    return {all.values[0], 2 * all.errors[0] + inner * all.values[0], evaluations};
  }

  /// How far the curve is from its end at this Q2.
  double room(energy_transfer_curve const& curve, double q2) const {
    double const nu = curve.nu(q2);
    if (!(nu > source_.lowest_nu(q2))) return -1;
    return 2 * average_.largest_energy() * continuum_source::x_at(nu, q2) / (q2 + threshold_) - 1;
  }

  /// Over x, times Q2: W2 [T (2/x)(nu_max - nu) + S (c + nu_max - nu)^2/Q2] + W1 (2 T - S).
  quadrature_estimate on_curve(energy_transfer_curve const& curve, double q2) {
    ask_to_go_on(options_.go_on);
    if (!(room(curve, q2) > 0) || q2 > source_.maximum_q2()) return {};
    double const nu = curve.nu(q2), low = (q2 + threshold_) / (2 * average_.largest_energy());
    auto const w = sigma_.target().structure(nu, q2, constants{});
    double const high = continuum_source::x_at(nu, q2), length = std::log(high / low);
    photon_average const average = average_.at_q2(q2, high);
    auto const f = [&](double v, std::span<double> out) {
      // [PHYS:kernel.x_variable]
      double const x = low * std::exp(v * v * (3 - 2 * v) * length);
      double const left = largest_energy_transfer(q2, x) - nu, c = (q2 / x + x) / 2;
      auto const l = average(x);
      // [PHYS:distribution.energy_transfer]
      out[0] = 6 * v * (1 - v) * length * x *
               (w.electric * (l.transverse * 2 / x * left + l.scalar * (c + left) * (c + left) / q2) +
                w.magnetic * (2 * l.transverse - l.scalar));
    };
    legendre_quadrature quadrature(f, 1, {options_.relative_error / 6, nodes(), 1, {}});
    auto const all = quadrature(std::vector<double>{0, 1});
    double const factor = curve.slope(q2) / q2;
    return {factor * all.values[0], factor * all.errors[0], all.evaluations};
  }

  std::size_t nodes() const {
    return static_cast<std::size_t>(std::clamp(6.5 - 1.2 * std::log10(options_.relative_error), 6.0, 24.0));
  }

  S const& sigma_;
  inclusive_options options_;
  continuum_source source_;
  averaged_structure<flux_type, Surface> average_;
  double threshold_;
};

inline void require_values(std::vector<observed> const& at) {
  for (auto const& one : at)
    if (!(is_finite(one.value) && one.value > 0))
      throw input_error("distribution at " + number_text(one.value) + ": values must be positive and finite");
}

/// With any surface.
template <class S, class Surface>
inclusive_estimate section_estimate(S const& sigma, Surface const& surface, double surface_error,
                                    std::vector<observed> const& at, inclusive_options const& options) {
  continuum_section<S, Surface> section(sigma, surface, options);
  auto const one = section(at);
  constexpr double factor = front_factor<typename S::constants_type>();
  inclusive_estimate result;
  result.value = factor * one.value;
  result.error = factor * one.error + (surface_error + options.relative_error / 20) * result.value;
  result.evaluations = one.evaluations;
  return result;
}

} // namespace detail

/// Of a continuum: d sigma/d ln Q2, in the energy transfer, the mass of the hadrons, x or |q| [fb per their units],
/// averaged over the flux, or d^2 sigma in ln Q2 and one of the others; zero outside its range.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(ContinuumResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate differential_cross_section(Trident<P, N, F, M, C> const& sigma,
                                              std::vector<observed> const& at,
                                              inclusive_options const& options = {}) {
  require_valid(options);
  detail::require_values(at);
  continuum_source const source(sigma.target(), C{});
  auto const domain = detail::domain_of(std::span(&source, 1), detail::largest_energy(sigma.flux()),
                                        sigma.masses().threshold_squared());
  inclusive_estimate nothing;
  nothing.below_threshold = sigma.below_threshold();
  if (nothing.below_threshold || !(domain.maximum_s > 0) ||
      detail::current_structure<Real, Trident<P, N, F, M, C>>::vanishes(sigma))
    return nothing;
  auto const leptons = detail::checked_leptons<Real>(sigma, std::span(&source, 1), domain, options);
  auto result = detail::section_estimate(sigma, leptons.surface(), leptons.relative_error(), at, options);
  result.evaluations += leptons.evaluations();
  return result;
}

/// The same from tabulated structure functions of the pair: milliseconds. Throws input_error as the cross section does.
template <Process P, class N, Flux F, class M, Constants C>
  requires(ContinuumResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate differential_cross_section(Trident<P, N, F, M, C> const& sigma,
                                              structure_table const& table, std::vector<observed> const& at,
                                              inclusive_options const& options = {}) {
  require_valid(options);
  detail::require_values(at);
  inclusive_estimate nothing;
  nothing.below_threshold = sigma.below_threshold();
  if (nothing.below_threshold) return nothing;
  continuum_source const source(sigma.target(), C{});
  tabulated_structure const structure = detail::structure_of(sigma, table);
  double const error = detail::table_error(sigma, structure, std::span(&source, 1));
  return detail::section_estimate(sigma, structure, error, at, options);
}

/// d sigma/dv.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(ContinuumResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate differential_cross_section(Trident<P, N, F, M, C> const& sigma, observed const& at,
                                              inclusive_options const& options = {}) {
  return differential_cross_section<Real>(sigma, std::vector{at}, options);
}

/// Range of an observable of a continuum over the whole flux [its unit], from its values at many Q2.
template <Process P, class N, Flux F, class M, Constants C>
  requires(ContinuumResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
interval<double> range_of(Trident<P, N, F, M, C> const& sigma, observable what) {
  double const energy = detail::largest_energy(sigma.flux()), threshold = sigma.masses().threshold_squared();
  continuum_source const source(sigma.target(), C{});
  auto const q2 = continuum_integral::q2_range(source, energy, threshold);
  if (what == observable::log_q2 || !(q2.low < q2.high)) return q2;
  double const mass = detail::nucleon_mass_of(sigma.target(), C{});
  interval<double> range{std::numeric_limits<double>::infinity(), 0};
  constexpr int steps = 2000;
  for (int i = 0; i <= steps; ++i) {
    double const one = q2.low * std::pow(q2.high / q2.low, static_cast<double>(i) / steps);
    double const low = source.lowest_nu(one),
                 high = largest_energy_transfer(one, (one + threshold) / (2 * energy));
    if (!(low < high)) continue;
    for (double const nu : {low, high}) {
      double const value = energy_transfer_curve::value_at(what, nu, one, mass);
      range = {std::min(range.low, value), std::max(range.high, value)};
    }
  }
  return range;
}

/// The cross section of a continuum between two values of an observable [fb], the content of a bin: that of the part of the
/// response between them, or the integral over ln Q2.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(ContinuumResponse<N, C>&& HasEnergyPanels<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate integrated_cross_section(Trident<P, N, F, M, C> const& sigma, observable what, double low,
                                            double high, inclusive_options const& options = {}) {
  require_valid(options);
  if (!(low < high)) return {};
  double const mass = detail::nucleon_mass_of(sigma.target(), C{});
  detail::response_between<N, C> const part(sigma.target(), {what, low, mass}, {what, high, mass});
  continuum_source const source(part, C{}, std::type_identity<Real>{});
  return inclusive_cross_sections<Real>(sigma, std::span(&source, 1), options).front();
}

} // namespace trident
