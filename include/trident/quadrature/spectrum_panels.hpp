// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>

namespace trident {

/// A spectrum of many bins, for averages of functions that are smooth in ln E where the bins need not be: panels, each
/// half of another, with the integrals of phi(E) T_k over each. A function is asked at nine energies of a panel, whose
/// polynomial is averaged exactly; its error is the difference from the polynomial through every other of them, which is
/// many times larger than what is left.
class spectrum_panels {
public:
  /// From how many edges on an average takes less time this way than bin by bin.
  static constexpr std::size_t many_edges = 2000;

  template <class F>
  explicit spectrum_panels(F const& flux) {
    auto const edges = flux.edges();
    double const low = std::max(edges.front(), lowest_energy);
    empty_ = !(low < edges.back());
    if (empty_) return;
    start_ = std::log(low);
    length_ = std::log(edges.back()) - start_;
    sums_.resize((std::size_t{2} << depth) - 1);
    add_smallest(flux);
    for (std::size_t level = depth; level-- > 0;) add_halves(level);
  }

  /// Average per neutrino of f(E), until the error is below `tolerance` of the sum or the panels are at their smallest.
  template <class Function>
  double average(double tolerance, Function const& f) const {
    if (empty_) return 0;
    std::vector<panel> heap{evaluated(0, 0, f)};
    auto const by_error = [](panel const& a, panel const& b) { return a.error < b.error; };
    double settled = 0, settled_error = 0; // of panels that cannot be halved
    for (;;) {
      double value = settled, error = settled_error;
      for (auto const& one : heap) {
        value += one.value;
        error += one.error;
      }
      if (heap.empty() || !(error > tolerance * std::abs(value))) return value;
      std::pop_heap(heap.begin(), heap.end(), by_error);
      panel const worst = heap.back();
      heap.pop_back();
      if (worst.level == depth) {
        settled += worst.value;
        settled_error += worst.error;
        continue;
      }
      for (std::size_t half = 0; half < 2; ++half) {
        heap.push_back(evaluated(worst.level + 1, 2 * worst.index + half, f));
        std::push_heap(heap.begin(), heap.end(), by_error);
      }
    }
  }

private:
  static constexpr std::size_t order = 8, depth = 7;
  static constexpr double lowest_energy = 1e-3; ///< below the threshold of any pair of leptons [GeV]

  using sums = std::array<double, order + 1>;

  struct panel {
    std::size_t level, index;
    double value, error;
  };

  static std::size_t place(std::size_t level, std::size_t index) {
    return (std::size_t{1} << level) - 1 + index;
  }

  double panel_length(std::size_t level) const {
    return length_ / static_cast<double>(std::size_t{1} << level);
  }

  template <class F>
  void add_smallest(F const& flux) {
    auto const edges = flux.edges();
    double const length = panel_length(depth), integral = flux.integral();
    std::size_t const count = std::size_t{1} << depth;
    std::size_t bin = 0;
    double low = std::exp(start_);
    for (std::size_t index = 0; index < count; ++index) {
      auto& here = sums_[place(depth, index)];
      double const start = start_ + static_cast<double>(index) * length;
      double const end = index + 1 == count ? edges.back() : std::exp(start + length);
      while (low < end) {
        while (!(edges[bin + 1] > low)) ++bin;
        double const high = std::min(edges[bin + 1], end);
        add_piece(flux, bin, {low, high}, {start, length}, here);
        low = high;
      }
      for (double& sum : here) sum /= integral;
    }
  }

  /// T_k of a panel is a sum of T_j of each half: exact, as polynomials are.
  void add_halves(std::size_t level) {
    for (double const shift : {-1.0, 1.0})
      for (std::size_t k = 0; k <= order; ++k) {
        sums values;
        for (std::size_t i = 0; i <= order; ++i)
          values[i] = std::cos(static_cast<double>(k) * std::acos((node(i) + shift) / 2));
        for (std::size_t index = 0; index < std::size_t{1} << level; ++index)
          sums_[place(level, index)][k] +=
              through(values, 1, sums_[place(level + 1, 2 * index + (shift > 0 ? 1 : 0))]);
      }
  }

  template <class F>
  static void add_piece(F const& flux, std::size_t bin, std::array<double, 2> piece,
                        std::array<double, 2> panel_range, sums& to) {
    auto const [low, high] = piece;
    auto const [start, length] = panel_range;
    double const share = std::log(high / low) / length;
    auto const& rule = gauss_legendre(3 + static_cast<std::size_t>(12 * share));
    for (std::size_t n = 0; n < rule.size(); ++n) {
      double const energy = low + (high - low) * rule.nodes[n];
      double density = 0;
      if constexpr (requires { flux.densities(); })
        density = flux.densities()[bin];
      else
        density = flux.density(energy);
      double const weight = rule.weights[n] * (high - low) * density;
      double const x = std::clamp(2 * (std::log(energy) - start) / length - 1, -1.0, 1.0);
      double before = 1, here = x;
      to[0] += weight;
      for (std::size_t k = 1; k <= order; ++k) {
        to[k] += weight * here;
        before = std::exchange(here, 2 * x * here - before);
      }
    }
  }

  template <class Function>
  panel evaluated(std::size_t level, std::size_t index, Function const& f) const {
    auto const& moments = sums_[place(level, index)];
    if (!(moments[0] > 0)) return {level, index, 0, 0};
    double const length = panel_length(level), start = start_ + static_cast<double>(index) * length;
    sums values;
    for (std::size_t i = 0; i <= order; ++i) values[i] = f(std::exp(start + length * (1 + node(i)) / 2));
    double const fine = through(values, 1, moments);
    return {level, index, fine, std::abs(fine - through(values, 2, moments))};
  }

  /// Extrema of T_8 from 1 to -1; every other is one of T_4.
  static double node(std::size_t i) {
    return std::cos(std::numbers::pi * static_cast<double>(i) / static_cast<double>(order));
  }

  /// Average of the polynomial through every `stride`-th value.
  static double through(sums const& values, std::size_t stride, sums const& moments) {
    std::size_t const n = order / stride;
    double result = 0;
    for (std::size_t k = 0; k <= n; ++k) {
      double coefficient = 0;
      for (std::size_t j = 0; j <= n; ++j) {
        double const half = j == 0 || j == n ? 0.5 : 1;
        coefficient += half * values[j * stride] *
                       std::cos(std::numbers::pi * static_cast<double>(j * k) / static_cast<double>(n));
      }
      // [PHYS:kernel.panels]
      result += coefficient * moments[k] * (k == 0 || k == n ? 1.0 : 2.0) / static_cast<double>(n);
    }
    return result;
  }

  bool empty_ = true;
  double start_ = 0, length_ = 0; ///< in ln E
  std::vector<sums> sums_;        ///< of each panel, level by level
};

} // namespace trident
