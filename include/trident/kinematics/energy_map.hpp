// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <trident/concepts.hpp>

namespace trident {

/// Draws the neutrino energy. The primary template is for spectra: piecewise constant in narrow steps that follow
/// E phi(E), since cross sections grow about as E; the spectrum itself is evaluated at the energy drawn, so that steps
/// cost variance only. Energies below threshold are never drawn.
/// A draw is the energy [GeV] and phi(E) dE/du with phi normalised to one neutrino.
template <class F>
class energy_map {
public:
  static constexpr std::size_t extra_dimensions = 1;

  energy_map(F const& flux, double threshold) : flux_(flux), over_integral_(1 / flux.integral()) {
    auto const edges = flux.edges();
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) add_bin(std::max(edges[i], threshold), edges[i + 1]);
    double total = 0;
    for (double const weight : cumulative_) total += weight;
    double sum = 0;
    for (double& weight : cumulative_) weight = total > 0 ? (sum += weight) / total : 0;
  }

  bool empty() const { return cumulative_.empty() || !(cumulative_.back() > 0); }
  double maximum_energy() const { return empty() ? 0 : upper_.back(); }

  std::array<double, 2> operator()(double u) const {
    auto const step = std::min<std::size_t>(
        static_cast<std::size_t>(std::upper_bound(cumulative_.begin(), cumulative_.end(), u) -
                                 cumulative_.begin()),
        cumulative_.size() - 1);
    double const below = step == 0 ? 0 : cumulative_[step - 1];
    double const share = cumulative_[step] - below;
    double const width = upper_[step] - lower_[step];
    double const energy = lower_[step] + width * std::clamp((u - below) / share, 0.0, 1.0);
    double const inside = std::min(energy, std::nextafter(upper_[step], 0.0));
    return {inside, flux_.density(inside) * over_integral_ * width / share};
  }

  /// u that gives the energy.
  double inverse(double energy) const {
    auto const step = std::min<std::size_t>(
        static_cast<std::size_t>(std::upper_bound(upper_.begin(), upper_.end(), energy) - upper_.begin()),
        upper_.size() - 1);
    double const below = step == 0 ? 0 : cumulative_[step - 1];
    return below + (cumulative_[step] - below) * (energy - lower_[step]) / (upper_[step] - lower_[step]);
  }

private:
  void add_bin(double low, double high) {
    if (!(low < high)) return;
    int const steps = 1 + static_cast<int>(std::log(high / std::max(low, 1e-3 * high)) / 0.2);
    for (int i = 0; i < steps; ++i) {
      double const from = low + (high - low) * i / steps, to = low + (high - low) * (i + 1) / steps;
      double const middle = (from + to) / 2;
      double const weight = flux_.density(middle) * middle * (to - from);
      if (!(weight > 0)) continue;
      lower_.push_back(from);
      upper_.push_back(to);
      cumulative_.push_back(weight);
    }
  }

  F flux_;
  double over_integral_;
  std::vector<double> lower_, upper_, cumulative_;
};

template <FixedEnergy F>
class energy_map<F> {
public:
  static constexpr std::size_t extra_dimensions = 0;

  energy_map(F const& flux, double threshold) : energy_(flux.energy()), threshold_(threshold) {}

  bool empty() const { return !(energy_ > threshold_); }
  double maximum_energy() const { return energy_; }
  std::array<double, 2> operator()(double) const { return {energy_, 1}; }

private:
  double energy_;
  double threshold_;
};

} // namespace trident
