// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/quadrature/observable.hpp>
#include <trident/target/cumulative_response.hpp>
#include <trident/target/energy_panel.hpp>

namespace trident {

/// An observable of the hadrons at a value, as a curve of energy transfers over Q2. `mass` is that of the nucleon in W and
/// x [GeV].
struct energy_transfer_curve {
  observable what;
  double value, mass;

  /// nu [GeV]; not above 0 where there is none.
  double nu(double q2) const {
    // [PHYS:distribution.hadrons]
    switch (what) {
    case observable::energy_transfer:
      return value;
    case observable::hadronic_mass:
      return ((value - mass) * (value + mass) + q2) / (2 * mass);
    case observable::bjorken_x:
      return q2 / (2 * mass * value);
    case observable::momentum_transfer:
      return value * value > q2 ? std::sqrt(value * value - q2) : 0;
    default:
      throw input_error(
          "an observable of the leptons: continua have distributions in ln Q2, nu, W, x and |q|");
    }
  }

  /// Whether it is a value of Q2, which has no curve.
  bool is_q2() const { return what == observable::log_q2; }

  /// |d nu/d value| at fixed Q2.
  double slope(double q2) const {
    // [PHYS:distribution.hadrons]
    switch (what) {
    case observable::hadronic_mass:
      return value / mass;
    case observable::bjorken_x:
      return q2 / (2 * mass * value * value);
    case observable::momentum_transfer:
      return value / nu(q2);
    default:
      return 1;
    }
  }

  /// The value where nu is given.
  static double value_at(observable what, double nu, double q2, double mass) {
    switch (what) {
    case observable::energy_transfer:
      return nu;
    case observable::hadronic_mass:
      return std::sqrt(std::max(mass * mass + 2 * mass * nu - q2, 0.0));
    case observable::bjorken_x:
      return q2 / (2 * mass * nu);
    case observable::momentum_transfer:
      return std::sqrt(nu * nu + q2);
    default:
      return q2;
    }
  }
};

namespace detail {

/// The part of a response between two curves: its panels cut, so that nothing has to be subtracted.
template <class Response, class C>
class response_between {
public:
  static constexpr auto kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = trident::has_magnetic_structure<Response>;

  response_between(Response response, energy_transfer_curve from, energy_transfer_curve to)
      : response_(std::move(response)), from_(from), to_(to) {}

  double mass(C constants) const { return response_.mass(constants); }
  hadron_structure<double> structure(double nu, double q2, C constants) const {
    auto const [low, high] = ends(q2);
    return nu > low && nu < high ? response_.structure(nu, q2, constants) : hadron_structure<double>{0, 0};
  }
  energy_transfer_line lowest_energy_transfer(C constants) const {
    return response_.lowest_energy_transfer(constants);
  }

  std::vector<energy_panel> panels(double q2, double largest_nu, C constants) const {
    auto const [low, high] = ends(q2);
    std::vector<energy_panel> cut;
    for (auto panel : response_.panels(q2, std::min(largest_nu, high), constants)) {
      if (!(panel.high > low)) continue;
      if (panel.low < low) {
        panel.low = low;
        // what is left of a panel that opens as a root is smooth
        if (panel.shape == panel_shape::root) panel.shape = panel_shape::even;
      }
      cut.push_back(panel);
    }
    return cut;
  }

  cumulative_response at_q2(double q2, double largest_nu, double relative_error, C constants) const {
    return {panels(q2, largest_nu, constants), 2 + cumulative_response::nodes_for(relative_error),
            [&](std::span<double const> nu, std::span<hadron_structure<double>> w) {
              for (std::size_t i = 0; i < nu.size(); ++i) w[i] = response_.structure(nu[i], q2, constants);
            }};
  }

  response_moments moments(double q2, double nu, C constants) const {
    return at_q2(q2, nu, 1e-9, constants)(nu);
  }
  std::vector<double> q2_breaks() const {
    std::vector<double> breaks;
    if constexpr (requires { response_.q2_breaks(); })
      for (double const q2 : response_.q2_breaks()) breaks.push_back(q2);
    return breaks;
  }
  double maximum_q2() const {
    return to_.is_q2() ? std::min(to_.value, response_.maximum_q2()) : response_.maximum_q2();
  }                                                                     ///< [GeV^2]
  double minimum_q2() const { return from_.is_q2() ? from_.value : 0; } ///< [GeV^2]
  std::string_view name() const { return response_.name(); }
  int pdg_code() const { return response_.pdg_code(); }

private:
  std::array<double, 2> ends(double q2) const {
    if (from_.is_q2()) return {0, std::numeric_limits<double>::infinity()};
    double const a = from_.nu(q2), b = to_.nu(q2);
    return {std::min(a, b), std::max(a, b)};
  }

  Response response_;
  energy_transfer_curve from_, to_;
};

} // namespace detail
} // namespace trident
