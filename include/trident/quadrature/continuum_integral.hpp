// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/numerics/legendre_quadrature.hpp>
#include <trident/quadrature/continuum_source.hpp>
#include <trident/quadrature/contracted_moments.hpp>
#include <trident/quadrature/open_range.hpp>
#include <trident/quadrature/structure_functions.hpp>

namespace trident {

/// Settings of continuum_integral.
struct continuum_options {
  double relative_error;
  std::vector<double> weights{}; ///< of the sum that must be precise; empty: each response for itself
  stop_question go_on{};
  std::vector<double> s_breaks{}; ///< where the structure functions change within a short range of s [GeV^2]
};

/// L_T/E and L_S/E averaged over the neutrinos at one Q2, as a function of x = k.q/E.
using photon_average = std::function<photon_pair(double)>;

/// The integrals over Q2 and x = k.q/E for several responses at once, which share everything but their moments: with
/// T = <L_T/E> and S = <L_S/E> those of dQ2/Q2^2 dx { T [(2/x) K_1 + 2 J] + S [(K_2 + 2 c K_1 + c^2 K_0)/Q2 - J] }.
class continuum_integral {
public:
  /// `average(q2, largest_x)` gives the photon_average, for neutrinos up to `energy` [GeV] and a pair with this threshold
  /// (m- + m+)^2 [GeV^2].
  template <class Average>
  continuum_integral(std::span<continuum_source const> sources, Average const& average, double energy,
                     double threshold, continuum_options const& options)
      : sources_(sources), average_(average), energy_(energy), threshold_(threshold), options_(options),
        moments_error_(options.relative_error / 10) {}

  /// Of Q2 in which a response contributes; empty, low = high, where it does not [GeV^2].
  static interval<double> q2_range(continuum_source const& source, double energy, double threshold) {
    auto const x = source.limits().k_dot_q(energy, threshold, source.maximum_q2());
    if (!(x.low < x.high)) return {1, 1};
    double const low = source.limits().lowest_q2(energy, x.low).value;
    double const high = std::min(2 * x.high - threshold, source.maximum_q2());
    if (!(low < high)) return {1, 1};
    // a response may begin above its line
    auto const ends = detail::open_range(std::log(low), std::log(high), [&](double log_q2) {
      double const q2 = std::exp(log_q2);
      return 2 * energy * source.largest_x(q2) / (q2 + threshold) - 1;
    });
    double const from = std::max(std::exp(ends.low), source.minimum_q2());
    return {from, std::max(from, std::exp(ends.high))};
  }

  /// In order, without doubles, and in pieces of at most `step`.
  static std::vector<double> divided(std::vector<double> edges, double step) {
    std::sort(edges.begin(), edges.end());
    std::vector<double> result;
    for (double const edge : edges) {
      if (result.empty()) {
        result.push_back(edge);
        continue;
      }
      double const low = result.back(), length = edge - low;
      if (!(length > 1e-9)) continue;
      auto const pieces = std::ceil(length / step);
      for (double i = 1; i < pieces; ++i) result.push_back(low + length * i / pieces);
      result.push_back(edge);
    }
    return result;
  }

  /// The integrand over x and Q2, times Q2^2, from L_T/E and L_S/E averaged over the neutrinos.
  static double integrand(double q2, double x, photon_pair const& l, moments_at_q2 const& moments) {
    return detail::contracted_moments(q2, x, l, moments(largest_energy_transfer(q2, x)));
  }

  several_integrals operator()() {
    std::size_t const count = sources_.size();
    auto const at_log_q2 = [this](double log_q2, std::span<double> out) { at(std::exp(log_q2), out); };
    legendre_quadrature quadrature(at_log_q2, 2 * count,
                                   {options_.relative_error / 3, nodes(), count, options_.weights});
    auto all = quadrature(breakpoints());
    auto const of_moments = moments_errors();
    several_integrals result;
    result.evaluations = evaluations_;
    for (std::size_t r = 0; r < count; ++r) {
      result.values.push_back(all.values[r]);
      constexpr double safety = 2; // the tails of two hundred cases were at most 1.5 times too small
      result.errors.push_back(safety * all.errors[r] + all.values[count + r] + of_moments[r] * all.values[r]);
    }
    return result;
  }

  /// The integrals over x alone, times Q2^(-1): those of the distribution in ln Q2.
  several_integrals at_q2(double q2) {
    std::size_t const count = sources_.size();
    std::vector<double> out(2 * count);
    at(q2, out);
    several_integrals result;
    for (std::size_t r = 0; r < count; ++r) {
      result.values.push_back(out[r]);
      result.errors.push_back(out[count + r] + moments_error_ * out[r]);
    }
    result.evaluations = evaluations_;
    return result;
  }

private:
  /// Relative errors by the moments of each response: three times the root of the mean square of the changes with better ones, at
  /// some of the Q2 that matter most.
  std::vector<double> moments_errors() {
    std::size_t const count = sources_.size();
    std::vector<double> errors(count), out(2 * count);
    auto const asked = asked_;
    double const asked_of_moments = std::exchange(moments_error_, moments_error_ / 30);
    for (std::size_t r = 0; r < count; ++r) {
      double total = 0, sum = 0, checked = 0;
      for (auto const& one : asked) total += one.values[r];
      // at steps of the running sum, the first in the middle of a step
      double const step = total / static_cast<double>(checks());
      double next = step / 2, running = 0;
      for (auto const& one : asked) {
        running += one.values[r];
        if (!(running > next)) continue;
        while (next < running) next += step;
        at(one.q2, out);
        double const change = out[r] / one.values[r] - 1;
        sum += change * change;
        ++checked;
      }
      if (checked > 0) errors[r] = 3 * std::sqrt(sum / checked);
    }
    moments_error_ = asked_of_moments;
    return errors;
  }

  /// Of a panel, in either variable: measured to be the least that seldom has to be halved.
  std::size_t nodes() const {
    double const digits = -std::log10(options_.relative_error);
    return static_cast<std::size_t>(std::clamp(6.5 + 1.2 * digits, 6.0, 24.0));
  }

  /// What was found at one Q2.
  struct point {
    double q2;
    std::vector<double> values;
  };

  std::size_t checks() const { return options_.relative_error < 1e-5 ? 11 : 5; }
  static constexpr double longest_in_q2 = 3.5, longest_in_x = 6; ///< panels, in ln Q2 and in ln x

  /// In ln Q2: where responses begin and end, where they say so, and steps between.
  std::vector<double> breakpoints() const {
    std::vector<double> edges;
    for (auto const& source : sources_) {
      auto const [low, high] = q2_range(source, energy_, threshold_);
      if (!(low < high)) continue;
      edges.insert(edges.end(), {std::log(low), std::log(high)});
      for (double const q2 : source.q2_breaks())
        if (q2 > low && q2 < high) edges.push_back(std::log(q2));
    }
    return divided(edges, longest_in_q2);
  }

  /// A response at one Q2.
  struct part {
    std::size_t index;
    double high; ///< largest x
    continuum_source::prepared response;
  };

  /// Q2 times the integrands over Q2, and after them the errors of the integrals over x in them.
  void at(double q2, std::span<double> out) {
    detail::ask_to_go_on(options_.go_on);
    std::fill(out.begin(), out.end(), 0.0);
    double const low = (q2 + threshold_) / (2 * energy_); // smallest x
    std::vector<part> parts;
    for (std::size_t r = 0; r < sources_.size(); ++r) {
      double const high = sources_[r].largest_x(q2);
      if (q2 < sources_[r].maximum_q2() && low < high)
        parts.push_back({r, high, sources_[r].at_q2(q2, largest_energy_transfer(q2, low), moments_error_)});
    }
    if (parts.empty()) return;
    std::sort(parts.begin(), parts.end(), [](part const& a, part const& b) { return a.high < b.high; });
    over_x(q2, low, parts, out);
    asked_.push_back({q2, {out.begin(), out.begin() + static_cast<std::ptrdiff_t>(sources_.size())}});
  }

  void over_x(double q2, double low, std::vector<part> const& parts, std::span<double> out) {
    std::vector<double> ends{low};
    for (part const& one : parts)
      if (one.high > ends.back() * (1 + 1e-9)) ends.push_back(one.high);
    photon_average const average = average_(q2, parts.back().high);
    auto const f = [&](double u, std::span<double> values) {
      auto const [x, measure] = x_at(u, ends);
      auto const l = average(x);
      for (std::size_t i = 0; i < parts.size(); ++i)
        values[i] = parts[i].high < x ? 0 : measure * integrand(q2, x, l, parts[i].response.moments);
      ++evaluations_;
    };
    std::vector<double> weights;
    if (!options_.weights.empty())
      for (part const& one : parts) weights.push_back(options_.weights[one.index]);
    legendre_quadrature quadrature(f, parts.size(),
                                   {options_.relative_error / 6, nodes(), parts.size(), weights});
    auto const result = quadrature(with_s_breaks(u_breakpoints(q2, ends, parts), q2, ends));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      out[parts[i].index] = result.values[i] / q2;
      out[sources_.size() + parts[i].index] = result.errors[i] / q2;
    }
  }

  struct x_and_measure {
    double x, measure; ///< dx/du
  };

  /// x between the ends of the responses, segment i of which is (i, i + 1) in u: softly at both ends of each, where
  /// integrands open with powers.
  static x_and_measure x_at(double u, std::vector<double> const& ends) {
    auto const segment = std::min(static_cast<std::size_t>(u), ends.size() - 2);
    double const v = u - static_cast<double>(segment), length = std::log(ends[segment + 1] / ends[segment]);
    // [PHYS:kernel.x_variable]
    double const x = ends[segment] * std::exp(v * v * (3 - 2 * v) * length);
    return {x, 6 * v * (1 - v) * length * x};
  }

  /// Its inverse.
  static double u_at(double x, std::vector<double> const& ends) {
    std::size_t segment = 0;
    while (segment + 2 < ends.size() && x > ends[segment + 1]) ++segment;
    double const part = std::log(x / ends[segment]) / std::log(ends[segment + 1] / ends[segment]);
    return static_cast<double>(segment) + 0.5 - std::sin(std::asin(std::clamp(1 - 2 * part, -1.0, 1.0)) / 3);
  }

  /// Panels in u: pieces of the segments, and where responses of few parts say that something begins. One that does not say
  /// may begin within a small part below its largest x, which no rule on a wide panel would see.
  static std::vector<double> u_breakpoints(double q2, std::vector<double> const& ends,
                                           std::vector<part> const& parts) {
    constexpr std::size_t few = 6;
    constexpr double last_rest = 1e-4;
    std::vector<double> edges;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      double const pieces = std::ceil(std::log(ends[i + 1] / ends[i]) / longest_in_x);
      for (double j = 0; j < pieces; ++j) edges.push_back(static_cast<double>(i) + j / pieces);
    }
    edges.push_back(static_cast<double>(ends.size() - 1));
    for (part const& one : parts) {
      if (one.response.edges.size() <= few)
        for (double const nu : one.response.edges)
          if (double const x = continuum_source::x_at(nu, q2); x > ends.front() && x < ends.back())
            edges.push_back(u_at(x, ends));
      if (!one.response.edges_are_known)
        for (double rest = 1.0 / 32, end = u_at(one.high, ends); rest > last_rest; rest /= 16)
          edges.push_back(end - rest);
    }
    std::sort(edges.begin(), edges.end());
    constexpr double smallest = 1e-5;
    auto const close = [](double a, double b) { return b - a < smallest; };
    edges.erase(std::unique(edges.begin(), edges.end(), close), edges.end());
    return edges;
  }

  /// Those in u, and the ends of panels in s as neutrinos of the largest energy have them.
  std::vector<double> with_s_breaks(std::vector<double> edges, double q2,
                                    std::vector<double> const& ends) const {
    if (options_.s_breaks.empty()) return edges;
    for (double const s : options_.s_breaks)
      if (double const x = (s + q2) / (2 * energy_); x > ends.front() && x < ends.back())
        edges.push_back(u_at(x, ends));
    std::sort(edges.begin(), edges.end());
    return edges;
  }

  std::span<continuum_source const> sources_;
  std::function<photon_average(double, double)> average_;
  double energy_, threshold_;
  continuum_options options_;
  double moments_error_; ///< asked for
  std::vector<point> asked_;
  std::size_t evaluations_ = 0;
};

} // namespace trident
