// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/numerics/hermite_node.hpp>
#include <trident/numerics/quintic_table.hpp>
#include <trident/physics/concepts.hpp>

namespace trident {

namespace detail {

template <class F>
double hbar_c_of(F const& f) {
  if constexpr (requires { f.hbar_c; })
    return f.hbar_c;
  else
    return pdg::hbar_c;
}

/// Root mean square charge radius [fm]: the form factor's own, or from F ~ 1 - Q^2 r^2/6 near the origin.
template <FormFactor F>
double rms_radius_of(F const& f) {
  if constexpr (requires { f.rms_radius(); }) {
    return f.rms_radius();
  } else {
    double q = 0.1;
    while (1 - f(q) > 1e-3) q /= 2;
    // [PHYS:nucleus.radius]
    return std::sqrt(6 * std::max(0.0, 1 - f(q))) / q * hbar_c_of(f);
  }
}

/// Largest Q [GeV] of a table: the form factor's own end, or where every nuclear density has died away.
template <class F>
double maximum_q_of(F const& f) {
  if constexpr (requires { f.maximum_q(); })
    return f.maximum_q();
  else
    return 4.0;
}

/// Radius [fm] that sets how fast F oscillates in Q.
template <FormFactor F>
double extent_of(F const& f) {
  if constexpr (requires { f.extent(); })
    return f.extent();
  else
    return std::max(1.5, 1.6 * rms_radius_of(f));
}

/// F without the cut at its end, so that differences across the end are smooth.
template <FormFactor F>
double smooth_value(F const& f, double q) {
  if constexpr (requires { f.untruncated(q); })
    return f.untruncated(q);
  else
    return f(q);
}

/// Nodes with derivatives by central differences of eighth order; F is even in Q.
template <FormFactor F>
std::vector<hermite_node> hermite_nodes(F const& f, double step, std::size_t intervals) {
  constexpr std::ptrdiff_t reach = 4;
  constexpr std::array first = {0.0, 4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
  constexpr std::array second = {-205.0 / 72, 8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560};
  std::vector<double> values(intervals + 1 + reach);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = smooth_value(f, static_cast<double>(i) * step);
  auto const at = [&](std::ptrdiff_t i) { return values[static_cast<std::size_t>(i < 0 ? -i : i)]; };

  std::vector<hermite_node> nodes(intervals + 1);
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    auto const i = static_cast<std::ptrdiff_t>(n);
    hermite_node& node = nodes[n];
    node = {at(i), 0.0, second[0] * at(i)};
    for (std::ptrdiff_t k = 1; k <= reach; ++k) {
      node.slope += first[static_cast<std::size_t>(k)] * (at(i + k) - at(i - k));
      node.curvature += second[static_cast<std::size_t>(k)] * (at(i + k) + at(i - k));
    }
  }
  return nodes;
}

} // namespace detail

/// Any form factor as a table of quintic polynomials on a uniform grid in Q: a few nanoseconds an evaluation whatever
/// it was made from, within 1e-9 of the form factor's local envelope. Immutable; copies share the table.
class tabulated_form_factor {
public:
  /// From a form factor with F(0) = 1. Its optional members rms_radius() [fm], extent() [fm] and maximum_q() [GeV]
  /// set the grid; F is zero above maximum_q().
  template <FormFactor F>
    requires(!std::same_as<F, tabulated_form_factor>)
  explicit tabulated_form_factor(F const& form_factor)
      : rms_radius_{detail::rms_radius_of(form_factor)}, maximum_q_{detail::maximum_q_of(form_factor)} {
    double const at_origin = form_factor(0.0);
    if (!(std::abs(at_origin - 1) < 1e-6))
      throw input_error("form factor: F(0) is " + std::to_string(at_origin) + ", but it must be 1");
    double const widest = 0.12 * detail::hbar_c_of(form_factor) / detail::extent_of(form_factor);
    auto const intervals = static_cast<std::size_t>(std::ceil(maximum_q_ / widest));
    double const step = maximum_q_ / static_cast<double>(intervals);
    fill(detail::hermite_nodes(form_factor, step, intervals), step);
  }

  /// From nodes that were computed elsewhere, at Q = 0, step, 2 step, ... [GeV].
  tabulated_form_factor(std::span<hermite_node const> nodes, double step, double rms_radius)
      : rms_radius_{rms_radius}, maximum_q_{step * static_cast<double>(nodes.size() - 1)} {
    fill(nodes, step);
  }

  /// F(Q), Q >= 0 [GeV], one number or a pack.
  static constexpr bool takes_packs = true;
  template <class Real>
  Real operator()(Real q) const {
    return table_(q);
  }

  /// What evaluates: valid as long as this form factor or a copy of it.
  quintic_table const& table() const { return table_; }

  double rms_radius() const { return rms_radius_; } ///< [fm]
  double maximum_q() const { return maximum_q_; }   ///< [GeV]

private:
  void fill(std::span<hermite_node const> nodes, double step) {
    auto table = std::make_shared<std::vector<quintic_table::coefficients>>();
    table->reserve(nodes.size() - 1);
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
      table->push_back(detail::quintic(nodes[i], nodes[i + 1]));
    table_ = {table->data(), static_cast<double>(table->size()), 1 / step};
    owner_ = std::move(table);
  }

  double rms_radius_;
  double maximum_q_;
  quintic_table table_{};
  std::shared_ptr<std::vector<quintic_table::coefficients> const> owner_;
};

static_assert(FormFactor<tabulated_form_factor>);

} // namespace trident
