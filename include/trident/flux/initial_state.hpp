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

/// Steps in energy of a spectrum as places in memory, and what is drawn from them: valid as long as they are, copied
/// freely, device code too. Of each step, by its number:
struct energy_table {
  double const *lower, *last; ///< smallest and largest energy that is drawn [GeV]
  double const *begin, *end;  ///< in u
  double const* slope;        ///< dE/du [GeV]
  std::int32_t const* guide;  ///< a step not after the one sought, by u
  std::int64_t guides;

  template <class Real>
  constexpr auto step_at(Real u) const {
    using detail::any;
    using lanes = detail::lanes<Real>;
    auto const place = lanes::clamp(detail::whole_part(u * Real(static_cast<double>(guides))), 0, guides - 1);
    typename lanes::integer step = lanes::look_up(guide, place);
    for (;;) {
      auto const beyond = u > lanes::look_up(end, step);
      if (!any(beyond)) break;
      step = lanes::next_if(beyond, step);
    }
    return step;
  }

  template <class Real, class Step>
  constexpr Real energy(Real u, Step const& step) const {
    using std::min;
    auto const at = [&step](double const* table) { return detail::lanes<Real>::look_up(table, step); };
    return min(at(lower) + (u - at(begin)) * at(slope), at(last));
  }
};

/// A histogram's steps, in each of which phi(E) dE/du is constant: trivially copyable, for devices.
struct histogram_state_view {
  static constexpr std::size_t dimension = 1;
  energy_table steps;
  double const* measure; ///< phi(E) dE/du in each step
  double highest;        ///< [GeV]; 0 if no neutrino is above threshold

  constexpr bool empty() const { return !(highest > 0); }
  constexpr double maximum_energy() const { return highest; }
  template <class Real>
  constexpr incoming_neutrino<Real> draw(std::array<Real, 1> const& u) const {
    auto const step = steps.step_at(u[0]);
    return {steps.energy(u[0], step), detail::lanes<Real>::look_up(measure, step)};
  }
};

/// The neutrinos of a flux as an InitialState. The primary template is for spectra: piecewise constant in narrow steps
/// that follow E phi(E), since cross sections grow about as E; the spectrum itself is evaluated at the energy drawn, so
/// that steps cost variance only. Energies below threshold are never drawn.
template <class F>
class initial_state {
public:
  static constexpr std::size_t dimension = 1;
  /// Constant between its edges.
  static constexpr bool is_histogram = requires(F const& flux) { flux.densities(); };

  initial_state(F const& flux, double threshold) : flux_(flux), over_integral_(1 / flux.integral()) {
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
  incoming_neutrino<Real> draw(std::array<Real, 1> const& u) const {
    auto const steps = table();
    auto const step = steps.step_at(u[0]);
    Real const energy = steps.energy(u[0], step);
    if constexpr (is_histogram)
      return {energy, detail::lanes<Real>::look_up(measure_.data(), step)};
    else
      // [PHYS:flux.energy_map]
      return {energy,
              density(energy) * Real(over_integral_) * detail::lanes<Real>::look_up(slope_.data(), step)};
  }

  /// What draws, of a histogram: valid as long as this.
  histogram_state_view view() const requires(is_histogram) {
    return {table(), measure_.data(), maximum_energy()};
  }

  /// u that gives the energy.
  double inverse(double energy) const {
    auto const step = std::min<std::size_t>(
        static_cast<std::size_t>(std::upper_bound(upper_.begin(), upper_.end(), energy) - upper_.begin()),
        upper_.size() - 1);
    return begin_[step] + (energy - lower_[step]) / slope_[step];
  }

private:
  energy_table table() const {
    return {lower_.data(),
            last_.data(),
            begin_.data(),
            end_.data(),
            slope_.data(),
            guide_.data(),
            static_cast<std::int64_t>(guide_.size())};
  }

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
class initial_state<F> {
public:
  static constexpr std::size_t dimension = 0;

  constexpr initial_state(F const& flux, double threshold) : energy_(flux.energy()), threshold_(threshold) {}

  constexpr bool empty() const { return !(energy_ > threshold_); }
  constexpr double maximum_energy() const { return energy_; }
  template <class Real>
  constexpr incoming_neutrino<Real> draw(std::array<Real, 0> const&) const {
    return {Real(energy_), Real(1)};
  }

  constexpr initial_state view() const { return *this; }

private:
  double energy_;
  double threshold_;
};

/// One of the user's own is taken as it is.
template <InitialState F>
  requires(!FixedEnergy<F> && !Spectrum<F>)
class initial_state<F> : public F {
public:
  initial_state(F const& state, double) : F(state) {}
};

} // namespace trident
