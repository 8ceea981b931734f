// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>

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
    for (double const weight : end_) total += weight;
    if (!(total > 0)) {
      lower_.clear();
      return;
    }
    double sum = 0;
    for (std::size_t i = 0; i < end_.size(); ++i) {
      begin_.push_back(sum / total);
      sum += end_[i];
      end_[i] = sum / total;
      double const share = end_[i] - begin_[i]; // 0 where a weight is lost beside the sum
      double const slope = share > 0 ? (upper_[i] - lower_[i]) / share : 0;
      slope_.push_back(slope);
      last_.push_back(std::nextafter(upper_[i], 0.0));
      if constexpr (is_histogram)
        measure_.push_back(flux_.density((lower_[i] + upper_[i]) / 2) * over_integral_ * slope);
    }
    end_.back() = std::numeric_limits<double>::infinity(); // whatever the sum was rounded to, u is below it
    guide_.resize(4 * end_.size());
    for (std::size_t i = 0; i < guide_.size(); ++i)
      guide_[i] =
          static_cast<std::int32_t>(step_of(static_cast<double>(i) / static_cast<double>(guide_.size())));
  }

  bool empty() const { return lower_.empty(); }
  double maximum_energy() const { return empty() ? 0 : upper_.back(); }

  template <class Real>
  std::array<Real, 2> operator()(Real u) const {
    using detail::any;
    using std::min;
    using lanes = detail::lanes<Real>;
    auto const last_guide = static_cast<std::int64_t>(guide_.size()) - 1;
    auto const place =
        lanes::clamp(detail::whole_part(u * Real(static_cast<double>(guide_.size()))), 0, last_guide);
    typename lanes::integer step = lanes::look_up(guide_.data(), place);
    for (;;) {
      auto const beyond = u > lanes::look_up(end_.data(), step);
      if (!any(beyond)) break;
      step = lanes::next_if(beyond, step);
    }
    auto const at = [&step](std::vector<double> const& table) { return lanes::look_up(table.data(), step); };
    Real const energy = min(at(lower_) + (u - at(begin_)) * at(slope_), at(last_));
    if constexpr (is_histogram)
      return {energy, at(measure_)};
    else
      // [PHYS:flux.energy_map]
      return {energy, density(energy) * Real(over_integral_) * at(slope_)};
  }

  /// u that gives the energy.
  double inverse(double energy) const {
    auto const step = std::min<std::size_t>(
        static_cast<std::size_t>(std::upper_bound(upper_.begin(), upper_.end(), energy) - upper_.begin()),
        upper_.size() - 1);
    return begin_[step] + (energy - lower_[step]) / slope_[step];
  }

private:
  /// Constant between its edges.
  static constexpr bool is_histogram = requires(F const& flux) { flux.densities(); };

  void add_bin(double low, double high) {
    if (!(low < high)) return;
    int const steps = 1 + static_cast<int>(std::log(high / std::max(low, 1e-3 * high)) / 0.2);
    for (int i = 0; i < steps; ++i) {
      double const from = low + (high - low) * i / steps, to = low + (high - low) * (i + 1) / steps;
      double const middle = (from + to) / 2;
      // [PHYS:flux.energy_density]
      double const weight = flux_.density(middle) * middle * (to - from);
      if (!(weight > 0)) continue;
      lower_.push_back(from);
      upper_.push_back(to);
      end_.push_back(weight);
    }
  }

  std::size_t step_of(double u) const {
    return static_cast<std::size_t>(std::upper_bound(end_.begin(), end_.end(), u) - end_.begin());
  }

  template <class Real>
  Real density(Real energy) const {
    return detail::lanes<Real>::map([this](double one) { return std::array<double, 1>{flux_.density(one)}; },
                                    energy)[0];
  }

  F flux_;
  double over_integral_;
  // of each step
  std::vector<double> lower_, upper_; ///< energies [GeV]
  std::vector<double> last_;          ///< largest energy that is drawn: just below `upper_`
  std::vector<double> begin_, end_;   ///< in u; the last step has no end
  std::vector<double> slope_;         ///< dE/du [GeV]
  std::vector<double> measure_;       ///< of a draw, where it is the same in the whole step
  std::vector<std::int32_t> guide_;   ///< a step not after the one sought, by u
};

/// Of neutrinos of one energy: nothing is drawn.
template <FixedEnergy F>
class energy_map<F> {
public:
  static constexpr std::size_t extra_dimensions = 0;

  energy_map(F const& flux, double threshold) : energy_(flux.energy()), threshold_(threshold) {}

  bool empty() const { return !(energy_ > threshold_); }
  double maximum_energy() const { return energy_; }
  template <class Real>
  std::array<Real, 2> operator()(Real) const {
    return {Real(energy_), Real(1)};
  }

private:
  double energy_;
  double threshold_;
};

} // namespace trident
