// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

/// The families of A. Genz, "Testing multidimensional integration routines" (1984), with the same difficulty on every
/// axis, and their integrals over the unit cube in closed form.
namespace genz {

inline double power(double base, std::size_t exponent) {
  double result = 1;
  for (std::size_t i = 0; i < exponent; ++i) { result *= base; }
  return result;
}

/// cos(2 pi u + a sum x)
template <std::size_t N>
struct oscillatory {
  static constexpr std::size_t dimension = N;
  double a;
  double u;
  double operator()(std::array<double, N> const& x) const {
    double phase = 2 * std::numbers::pi * u;
    for (double const v : x) { phase += a * v; }
    return std::cos(phase);
  }
  double integral() const {
    double const phase = 2 * std::numbers::pi * u + static_cast<double>(N) * a / 2;
    return std::cos(phase) * power(2 * std::sin(a / 2) / a, N);
  }
};

/// product of 1 / (a^-2 + (x - u)^2)
template <std::size_t N>
struct product_peak {
  static constexpr std::size_t dimension = N;
  double a;
  double u;
  double operator()(std::array<double, N> const& x) const {
    double product = 1;
    for (double const v : x) { product *= 1 / (a * a) + (v - u) * (v - u); }
    return 1 / product;
  }
  double integral() const { return power(a * (std::atan(a * (1 - u)) + std::atan(a * u)), N); }
};

/// (1 + a sum x)^-(N + 1)
template <std::size_t N>
struct corner_peak {
  static constexpr std::size_t dimension = N;
  double a;
  double operator()(std::array<double, N> const& x) const {
    double sum = 1;
    for (double const v : x) { sum += a * v; }
    return 1 / power(sum, N + 1);
  }
  /// By inclusion and exclusion: sum over k of (-1)^k (N over k) / (1 + k a), over N! a^N.
  double integral() const {
    double sum = 0;
    double binomial = 1;
    double factor = 1;
    for (std::size_t k = 0; k <= N; ++k) {
      auto const order = static_cast<double>(k);
      sum += binomial / (1 + order * a);
      binomial *= -(static_cast<double>(N) - order) / (order + 1);
      if (k > 0) { factor *= order * a; }
    }
    return sum / factor;
  }
};

/// exp(-a^2 sum (x - u)^2)
template <std::size_t N>
struct gaussian {
  static constexpr std::size_t dimension = N;
  double a;
  double u;
  double operator()(std::array<double, N> const& x) const {
    double sum = 0;
    for (double const v : x) { sum += (v - u) * (v - u); }
    return std::exp(-a * a * sum);
  }
  double integral() const {
    return power(std::sqrt(std::numbers::pi) / (2 * a) * (std::erf(a * (1 - u)) + std::erf(a * u)), N);
  }
};

/// exp(-a sum |x - u|)
template <std::size_t N>
struct continuous {
  static constexpr std::size_t dimension = N;
  double a;
  double u;
  double operator()(std::array<double, N> const& x) const {
    double sum = 0;
    for (double const v : x) { sum += std::abs(v - u); }
    return std::exp(-a * sum);
  }
  double integral() const { return power((2 - std::exp(-a * u) - std::exp(-a * (1 - u))) / a, N); }
};

/// exp(a sum x), and 0 where the first coordinate exceeds u or the second exceeds v
template <std::size_t N>
struct discontinuous {
  static constexpr std::size_t dimension = N;
  double a;
  double u;
  double v;
  double operator()(std::array<double, N> const& x) const {
    if (x[0] > u || x[1] > v) { return 0; }
    double sum = 0;
    for (double const coordinate : x) { sum += a * coordinate; }
    return std::exp(sum);
  }
  double integral() const {
    return std::expm1(a * u) / a * (std::expm1(a * v) / a) * power(std::expm1(a) / a, N - 2);
  }
};

} // namespace genz
