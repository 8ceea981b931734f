// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/numerics/legendre_transform.hpp>

namespace trident {

/// How far Gauss's rule with these values at its nodes is from the integral of the function over (0, 1): from the last
/// Legendre coefficients of the polynomial through them. Up to the double degree, where the rule ceases to be exact, they
/// fall on as they fell from the middle to the end: by r^2 where the function is analytic, by r where it has the power of a
/// distance, and hardly at all for a kink, of which r is large.
inline double legendre_tail(std::span<double const> values, std::span<double> coefficients) {
  std::size_t const n = values.size();
  legendre_transform_of(n)(values, coefficients);
  auto const largest = [&](std::size_t from) {
    double result = 0;
    for (std::size_t k = from; k < std::min(from + 3, n); ++k)
      result = std::max(result, std::abs(coefficients[k]));
    return result;
  };
  double const middle = largest(n / 2 - 1), last = largest(n - 3);
  // [PHYS:kernel.legendre_tail]
  double const ratio = last > 0 ? std::min(1.0, last / middle) : 0;
  return last * std::min(1.0, ratio * std::sqrt(ratio) * std::min(8.0, 1 + 200 * ratio));
}

/// Integrals of several functions at once, with errors that bound the deviations.
struct several_integrals {
  std::vector<double> values, errors;
  std::size_t evaluations = 0; ///< of all functions together
};

/// Settings of legendre_quadrature.
struct legendre_options {
  double relative_error; ///< of each integral, or of their sum
  std::size_t nodes;     ///< in a panel, 6 to 64
  std::size_t
      controlled; ///< of the functions, from the first on; the others are integrated as well as it comes
  std::vector<double> weights{}; ///< of the sum; empty: each integral must be precise
  std::size_t max_panels = 400;
};

/// Integrates functions over the panels between neighbouring `breakpoints`, halving the panel that is worst. `f(x, out)`
/// writes all values at x; where these have errors, they are its own affair. Every value counts: errors are read from the
/// values that the integrals are made of.
template <class Functions>
class legendre_quadrature {
public:
  legendre_quadrature(Functions const& functions, std::size_t count, legendre_options const& options)
      : functions_(functions), count_(count), options_(options), values_(count * options.nodes),
        coefficients_(options.nodes) {}

  several_integrals operator()(std::span<double const> breakpoints) {
    std::vector<panel> panels;
    for (std::size_t i = 0; i + 1 < breakpoints.size(); ++i)
      if (breakpoints[i] < breakpoints[i + 1]) panels.push_back(make(breakpoints[i], breakpoints[i + 1]));
    for (;;) {
      sum(panels);
      if (panels.empty() || !too_large(result_.errors) || panels.size() >= options_.max_panels)
        return result_;
      auto const worst =
          std::max_element(panels.begin(), panels.end(), [this](panel const& a, panel const& b) {
            return badness(a.errors) < badness(b.errors);
          });
      double const low = worst->low, high = worst->high, middle = (low + high) / 2;
      *worst = make(low, middle);
      panels.push_back(make(middle, high));
    }
  }

private:
  struct panel {
    double low, high;
    std::vector<double> values, errors;
  };

  panel make(double low, double high) {
    auto const& rule = gauss_legendre(options_.nodes);
    std::size_t const n = rule.size();
    std::vector<double> out(count_);
    for (std::size_t i = 0; i < n; ++i) {
      functions_(low + (high - low) * rule.nodes[i], std::span(out));
      for (std::size_t r = 0; r < count_; ++r) values_[r * n + i] = out[r];
    }
    result_.evaluations += n;
    panel result{low, high, std::vector<double>(count_), std::vector<double>(count_)};
    for (std::size_t r = 0; r < count_; ++r) {
      result.errors[r] = (high - low) * legendre_tail(std::span(values_).subspan(r * n, n), coefficients_);
      result.values[r] = (high - low) * coefficients_[0];
    }
    return result;
  }

  void sum(std::vector<panel> const& panels) {
    result_.values.assign(count_, 0);
    result_.errors.assign(count_, 0);
    for (panel const& one : panels)
      for (std::size_t r = 0; r < count_; ++r) {
        result_.values[r] += one.values[r];
        result_.errors[r] += one.errors[r];
      }
  }

  /// In units of what is allowed.
  double badness(std::vector<double> const& errors) const {
    double largest = 0, error = 0, value = 0;
    for (std::size_t r = 0; r < options_.controlled; ++r) {
      double const allowed = options_.relative_error * std::abs(result_.values[r]);
      if (options_.weights.empty()) {
        if (errors[r] > 0) largest = std::max(largest, allowed > 0 ? errors[r] / allowed : 1e300);
      } else {
        error += options_.weights[r] * errors[r];
        value += options_.weights[r] * allowed;
      }
    }
    if (options_.weights.empty()) return largest;
    return error > 0 ? (value > 0 ? error / value : 1e300) : 0;
  }

  bool too_large(std::vector<double> const& errors) const { return badness(errors) > 1; }

  Functions const& functions_;
  std::size_t count_;
  legendre_options options_;
  std::vector<double> values_, coefficients_;
  several_integrals result_;
};

} // namespace trident
