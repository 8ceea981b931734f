// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <trident/target/energy_panel.hpp>
#include <trident/target/inelastic/nuclear_factor.hpp>
#include <trident/target/inelastic/nucleon_structure_at.hpp>
#include <trident/target/inelastic/options.hpp>

// Where the structure functions of an inelastic nucleon are smooth: between masses W of the hadrons, since resonances and
// thresholds stay at their W for any Q2.

namespace trident::detail {

/// x above which the fit of the neutron over the proton is constant.
constexpr double constant_ratio_x(neutron_ratio fit) {
  return fit == neutron_ratio::slac ? slac_highest_x : nmc_highest_x;
}

/// W2 at which x has a value [GeV^2].
constexpr double w2_of_x(double x, double q2) { return fit_proton_mass_squared + q2 * (1 / x - 1); }

/// W between which the fits are smooth at any Q2 [GeV], up to where the continuum stands alone.
inline std::vector<double> mass_edges(inelastic_options const& options, bool is_proton) {
  // the ratio that the resonances of a neutron are frozen with bends at one W
  double const bend =
      is_proton ? 1.15 : std::sqrt(w2_of_x(constant_ratio_x(options.neutron), highest_resonance_q2));
  std::vector<double> edges{pion_threshold, 1.10, bend, two_pion_threshold, 1.25, 1.32, 1.40,
                            eta_threshold,  1.53, 1.6};
  // at threshold R is the proton's, a ratio of two terms that open alike, and that of the neutron's is another
  if (!is_proton) edges.insert(edges.begin() + 1, 1.0765);
  auto const range = range_of(options.matching);
  if (options.matching == fit_matching::from_8_to_9)
    edges.insert(edges.end(), {1.7, 1.8, 1.95, 2.2});
  else
    edges.push_back(1.66);
  edges.push_back(std::sqrt(range.low));
  edges.push_back((std::sqrt(range.low) + std::sqrt(range.high)) / 2);
  edges.push_back(std::sqrt(range.high));
  return edges;
}

/// W at which a fit bends at this Q2 alone [GeV].
inline std::vector<double> bends_at(inelastic_options const& options, bool is_proton, double q2) {
  std::vector<double> bends;
  if (!is_proton) bends.push_back(std::sqrt(w2_of_x(constant_ratio_x(options.neutron), q2)));
  if (options.nuclear != nuclear_factor::none)
    for (double const x : nuclear_factor_of::kinks(options.nuclear))
      bends.push_back(std::sqrt(w2_of_x(x, q2)));
  return bends;
}

/// The panels in nu up to `largest_nu`: their number and meaning are the same for any Q2 where that is infinite, and where
/// it is finite they are also split where a fit bends at this Q2. `mass` [GeV] is that of nu.
class mass_panels {
public:
  mass_panels(inelastic_options const& options, bool is_proton, double mass, double q2)
      : mass_(mass), q2_(q2), edges_(mass_edges(options, is_proton)) {
    bends_ = bends_at(options, is_proton, q2);
  }

  std::vector<energy_panel> up_to(double largest_nu) const {
    if (std::isinf(largest_nu)) return endless();
    double const largest_w2 = mass_ * mass_ + 2 * mass_ * largest_nu - q2_;
    if (!(largest_w2 > edges_.front() * edges_.front())) return {};
    double const largest = std::sqrt(largest_w2);
    std::vector<double> edges = edges_;
    double const last = edges_.back();
    if (largest > last) {
      constexpr double longest = 0.5; // in ln W
      auto const steps = std::ceil(std::log(largest / last) / longest);
      for (double i = 1; i <= steps; ++i)
        edges.push_back(last * std::exp(std::log(largest / last) * i / steps));
    }
    for (double const bend : bends_)
      if (bend < largest && is_apart(bend, edges)) edges.push_back(bend);
    std::sort(edges.begin(), edges.end());
    std::vector<energy_panel> panels;
    for (std::size_t i = 0; i + 1 < edges.size() && edges[i] < largest; ++i)
      panels.push_back(between(edges[i], edges[i + 1]).below(largest_nu));
    panels.back().high = largest_nu; // to the last bit
    return panels;
  }

private:
  static bool is_apart(double w, std::vector<double> const& edges) {
    return w > edges.front() && std::none_of(edges.begin(), edges.end(),
                                             [w](double edge) { return std::abs(edge - w) < 1e-3 * edge; });
  }

  std::vector<energy_panel> endless() const {
    std::vector<energy_panel> panels;
    for (std::size_t i = 0; i + 1 < edges_.size(); ++i) panels.push_back(between(edges_[i], edges_[i + 1]));
    panels.push_back(between(edges_.back(), std::numeric_limits<double>::infinity()));
    return panels;
  }

  energy_panel between(double low, double high) const {
    if (low == pion_threshold || low == eta_threshold) return {nu(low), nu(high), panel_shape::root};
    if (low < edges_.back()) return {nu(low), nu(high)};
    return {nu(low), nu(high), panel_shape::logarithmic, nu(0)}; // in W2
  }

  double nu(double w) const { return ((w - mass_) * (w + mass_) + q2_) / (2 * mass_); }

  double mass_, q2_;
  std::vector<double> edges_, bends_;
};

} // namespace trident::detail
