// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/numerics/legendre_transform.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/target/energy_panel.hpp>

namespace trident {

/// The moments of a continuum response at one Q2 as functions of the largest energy transfer, from one set of values of
/// W1 and W2: a polynomial through Gauss-Legendre nodes in each panel, integrated exactly. Where the response begins the
/// moments are integrals of positive terms, so that small ones are as exact as large ones.
class cumulative_response {
public:
  /// Nodes in each panel for moments to `relative_error`, where functions are as smooth as those of a nucleon between its
  /// thresholds. Measured.
  static std::size_t nodes_for(double relative_error) {
    double const digits = -std::log10(std::max(relative_error, 1e-14));
    return static_cast<std::size_t>(
        std::clamp(std::ceil(digits < 5 ? digits + 1.5 : digits + 0.5), 4.0, 16.0));
  }

  /// `panels` in increasing order, all of them finite, with `nodes` nodes each (4 to 60). `evaluate` takes
  /// std::span<double const> with the energy transfers [GeV] of all nodes and fills std::span<hadron_structure<double>>.
  template <class Evaluate>
  cumulative_response(std::vector<energy_panel> panels, std::size_t nodes, Evaluate const& evaluate)
      : nodes_(nodes), terms_(nodes + legendre_transform::more), panels_(std::move(panels)),
        pieces_(panels_.size()), coefficients_(parts * terms_ * panels_.size()) {
    auto const& rule = gauss_legendre(nodes_);
    std::vector<double> energies(nodes_ * panels_.size());
    for (std::size_t p = 0; p < panels_.size(); ++p)
      for (std::size_t i = 0; i < nodes_; ++i) energies[p * nodes_ + i] = panels_[p].at(rule.nodes[i]);
    std::vector<hadron_structure<double>> values(energies.size());
    evaluate(std::span<double const>(energies), std::span<hadron_structure<double>>(values));
    response_moments sum;
    for (std::size_t p = 0; p < panels_.size(); ++p) {
      if (p > 0) sum = raised(sum, panels_[p].low - panels_[p - 1].high);
      set(p, std::span(values).subspan(p * nodes_, nodes_), sum);
      sum = moments(p, panels_[p].high);
    }
  }

  /// Integrals over the energy transfers below nu [GeV].
  response_moments operator()(double nu) const {
    auto const above = std::partition_point(panels_.begin(), panels_.end(),
                                            [nu](energy_panel const& panel) { return panel.low < nu; });
    if (above == panels_.begin()) return {};
    return moments(static_cast<std::size_t>(above - panels_.begin()) - 1, nu);
  }

  std::vector<energy_panel> const& panels() const { return panels_; }

private:
  static constexpr std::size_t parts = 4; ///< series in a panel

  struct piece {
    response_moments below; ///< at the panel's lower end
    bool first;             ///< little lies below
    double logarithm;       ///< of a logarithmic panel
  };

  /// The moments when nu grows by `step` without any more response.
  static response_moments raised(response_moments const& m, double step) {
    // [PHYS:target.raised_moments]
    return {m.w2, m.w2_left + step * m.w2, m.w2_left2 + step * (2 * m.w2_left + step * m.w2), m.w1};
  }

  /// In a panel that opens as a root the functions vanish as t.
  static double opening(energy_panel const& panel, double t) {
    return panel.shape == panel_shape::root ? t : 1;
  }

  /// Series of a first panel: W2 and W1 over their opening. Of others: W2, W2 (nu - low), W2 (nu - low)^2, W1, times
  /// d nu/dt.
  void set(std::size_t p, std::span<hadron_structure<double> const> w, response_moments const& below) {
    auto const& rule = gauss_legendre(nodes_);
    auto const& panel = panels_[p];
    std::vector<double> electric(nodes_), magnetic(nodes_);
    double own = 0;
    for (std::size_t i = 0; i < nodes_; ++i)
      own += rule.weights[i] * w[i].electric * panel.measure(rule.nodes[i]);
    constexpr double little = 0.05;
    bool const first = !(below.w2 > little * own);
    pieces_[p] = {below, first, panel.shape == panel_shape::logarithmic ? panel.logarithm() : 0};
    for (std::size_t i = 0; i < nodes_; ++i) {
      double const t = rule.nodes[i], factor = first ? 1 / opening(panel, t) : panel.measure(t);
      electric[i] = w[i].electric * factor;
      magnetic[i] = w[i].magnetic * factor;
    }
    set_series(p, electric, magnetic);
  }

  void set_series(std::size_t p, std::span<double const> electric, std::span<double const> magnetic) {
    auto const& coarse = legendre_transform_of(nodes_);
    auto const& rule = gauss_legendre(terms_);
    std::vector<double> values(terms_);
    coarse.refine(magnetic, values);
    set_part(p, 3, values);
    coarse.refine(electric, values);
    set_part(p, 0, values);
    for (std::size_t part = 1; part < 3 && !pieces_[p].first; ++part) {
      for (std::size_t i = 0; i < terms_; ++i) values[i] *= panels_[p].at(rule.nodes[i]) - panels_[p].low;
      set_part(p, part, values);
    }
  }

  /// Of a first panel the coefficients of P_k, of others those of its integral, (P_(k+1) - P_(k-1))/(2 k + 1).
  void set_part(std::size_t p, std::size_t part, std::span<double const> values) {
    std::vector<double> series(terms_);
    legendre_transform_of(terms_)(values, series);
    for (std::size_t k = 0; k < terms_; ++k) {
      // [PHYS:target.cumulative_series]
      double const factor = pieces_[p].first || k == 0 ? 1 : 1 / (2 * static_cast<double>(2 * k + 1));
      coefficients_[(p * terms_ + k) * parts + part] = series[k] * factor;
    }
  }

  response_moments moments(std::size_t p, double nu) const {
    auto const& panel = panels_[p];
    double const t = nu < panel.high ? position(p, nu) : 1;
    auto const sum = raised(pieces_[p].below, nu - panel.low);
    auto const own = pieces_[p].first ? first_moments(p, t, nu) : moments_within(p, t, nu - panel.low);
    return {sum.w2 + own.w2, sum.w2_left + own.w2_left, sum.w2_left2 + own.w2_left2, sum.w1 + own.w1};
  }

  double position(std::size_t p, double nu) const {
    auto const& panel = panels_[p];
    if (panel.shape != panel_shape::logarithmic) return panel.position(nu);
    return std::log((nu - panel.origin) / (panel.low - panel.origin)) / pieces_[p].logarithm;
  }

  response_moments moments_within(std::size_t p, double t, double above) const {
    double const* c = coefficients_.data() + p * parts * terms_;
    std::array<double, parts> sums{};
    double const x = 2 * t - 1;
    double before = 1, here = x;
    for (std::size_t part = 0; part < parts; ++part) sums[part] = c[part] * t;
    for (std::size_t k = 1; k < terms_; ++k) {
      double const next = legendre_factors.rise[k] * x * here - legendre_factors.fall[k] * before;
      double const integral = next - before;
      c += parts;
      for (std::size_t part = 0; part < parts; ++part) sums[part] += c[part] * integral;
      before = std::exchange(here, next);
    }
    return {sums[0], above * sums[0] - sums[1], above * (above * sums[0] - 2 * sums[1]) + sums[2], sums[3]};
  }

  /// By Gauss-Legendre points up to t, each term of which is positive.
  response_moments first_moments(std::size_t p, double t, double nu) const {
    auto const& panel = panels_[p];
    auto const& rule = gauss_legendre(nodes_ + 2);
    response_moments sum;
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const here = t * rule.nodes[i], left = nu - panel.at(here);
      auto const w = first_values(p, here);
      double const weight = rule.weights[i] * t * panel.measure(here) * opening(panel, here);
      sum.w2 += weight * w.electric;
      sum.w2_left += weight * w.electric * left;
      sum.w2_left2 += weight * w.electric * left * left;
      sum.w1 += weight * w.magnetic;
    }
    return sum;
  }

  /// W2 and W1 over their opening.
  hadron_structure<double> first_values(std::size_t p, double t) const {
    double const* c = coefficients_.data() + p * parts * terms_;
    hadron_structure<double> sum{0, 0};
    double const x = 2 * t - 1;
    double before = 0, here = 1;
    for (std::size_t k = 0; k < nodes_; ++k, c += parts) {
      sum.electric += c[0] * here;
      sum.magnetic += c[3] * here;
      before = std::exchange(here, legendre_factors.rise[k] * x * here - legendre_factors.fall[k] * before);
    }
    return sum;
  }

  std::size_t nodes_, terms_; ///< values and coefficients of a panel
  std::vector<energy_panel> panels_;
  std::vector<piece> pieces_;
  std::vector<double> coefficients_; ///< of all panels, all parts of a polynomial together
};

} // namespace trident
