// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>

namespace trident {

/// An integral with an error that bounds the deviation.
struct quadrature_estimate {
  double value = 0;
  double error = 0;
  std::size_t evaluations = 0;
};

/// Integrates f over the panels between neighbouring `breakpoints`, halving the panel that is worst until the sum of
/// errors is below `relative_error` of the value. A panel's value is that of 15 Gauss-Legendre points; its error is the
/// difference from 10 points, which is many times larger than what is left where f is analytic.
template <class Function>
quadrature_estimate adaptive_quadrature(Function const& f, std::vector<double> const& breakpoints,
                                        double relative_error, std::size_t max_panels = 2000) {
  struct panel {
    double low, high, value, error;
  };
  auto const by_error = [](panel const& a, panel const& b) { return a.error < b.error; };
  quadrature_estimate result;
  auto const apply = [&](std::size_t n, double low, double high) {
    auto const& rule = gauss_legendre(n);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += rule.weights[i] * f(low + (high - low) * rule.nodes[i]);
    result.evaluations += n;
    return sum * (high - low);
  };
  auto const make = [&](double low, double high) {
    double const fine = apply(15, low, high);
    return panel{low, high, fine, std::abs(fine - apply(10, low, high))};
  };
  std::vector<panel> heap;
  for (std::size_t i = 0; i + 1 < breakpoints.size(); ++i)
    if (breakpoints[i] < breakpoints[i + 1]) heap.push_back(make(breakpoints[i], breakpoints[i + 1]));
  std::make_heap(heap.begin(), heap.end(), by_error);
  for (;;) {
    result.value = result.error = 0;
    for (panel const& p : heap) {
      result.value += p.value;
      result.error += p.error;
    }
    if (heap.empty() || !(result.error > relative_error * std::abs(result.value)) ||
        heap.size() >= max_panels)
      return result;
    std::pop_heap(heap.begin(), heap.end(), by_error);
    panel const worst = heap.back();
    heap.pop_back();
    double const middle = (worst.low + worst.high) / 2;
    for (panel const& half : {make(worst.low, middle), make(middle, worst.high)}) {
      heap.push_back(half);
      std::push_heap(heap.begin(), heap.end(), by_error);
    }
  }
}

} // namespace trident
