// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include <trident/kinematics/limits.hpp>
#include <trident/physics/concepts.hpp>

namespace trident {

/// The moments of a response at one Q2, at any largest energy transfer [GeV].
using moments_at_q2 = std::function<response_moments(double)>;

/// Any response as a quadrature over Q2 and k.q sees it, without its type: where it lies, and its moments. An elastic
/// one is a step.
class continuum_source {
public:
  /// With a pack for `Real`, responses that can compute as many structure functions at once do.
  template <class N, Constants C = pdg, class Real = double>
    requires HadronicResponse<N, C>
  explicit continuum_source(N const& response, C constants = {},
                            std::type_identity<Real> = std::type_identity<double>{})
      : limits_(limits_of(response, constants)), maximum_q2_(response.maximum_q2()) {
    auto const shared = std::make_shared<N const>(response);
    if constexpr (requires { response.minimum_q2(); }) minimum_q2_ = response.minimum_q2();
    if constexpr (requires { response.q2_breaks(); })
      for (double const q2 : response.q2_breaks()) q2_breaks_.push_back(q2);
    at_q2_ = [shared](double q2, double largest_nu, double relative_error) {
      return prepared_at<N, C, Real>(*shared, q2, largest_nu, relative_error);
    };
    if constexpr (HasEnergyPanels<N, C>)
      lowest_nu_ = [shared](double q2) {
        constexpr double endless = std::numeric_limits<double>::infinity();
        auto const panels = shared->panels(q2, endless, C{});
        return panels.empty() ? endless : panels.front().low;
      };
  }

  continuum_limits const& limits() const { return limits_; } ///< by the line of lowest energy transfers
  double maximum_q2() const { return maximum_q2_; }          ///< [GeV^2]
  double minimum_q2() const { return minimum_q2_; }          ///< of a part of a response [GeV^2]
  std::vector<double> const& q2_breaks() const { return q2_breaks_; } ///< [GeV^2]

  /// On the same line of lowest energy transfers.
  bool begins_with(continuum_source const& other) const {
    return limits_.offset == other.limits_.offset && limits_.mass == other.limits_.mass;
  }

  /// Lowest energy transfer [GeV].
  double lowest_nu(double q2) const {
    return lowest_nu_ ? lowest_nu_(q2) : limits_.offset + q2 / (2 * limits_.mass);
  }

  /// Largest k.q/E.
  double largest_x(double q2) const { return x_at(lowest_nu(q2), q2); }

  /// k.q/E where nu is the largest energy transfer.
  static double x_at(double nu, double q2) {
    // [PHYS:kernel.largest_x]
    return q2 / (nu + std::sqrt(nu * nu + q2));
  }

  /// What it is at one Q2.
  struct prepared {
    moments_at_q2 moments;
    std::vector<double> edges; ///< energy transfers at which something begins [GeV]
    bool edges_are_known;      ///< else the response may begin anywhere
  };

  prepared at_q2(double q2, double largest_nu, double relative_error) const {
    return at_q2_(q2, largest_nu, relative_error);
  }

private:
  template <class N, class C>
  static continuum_limits limits_of(N const& response, C constants) {
    if constexpr (kind_of<N> == response_kind::continuum) {
      auto const line = response.lowest_energy_transfer(constants);
      return {line.offset, line.mass};
    } else {
      return {0, response.mass(constants)};
    }
  }

  template <class N, class C, class Real>
  static prepared prepared_at(N const& response, double q2, double largest_nu, double relative_error) {
    prepared result;
    if constexpr (ElasticResponse<N, C>)
      result.moments = step(response.structure(q2, C{}), q2 / (2 * response.mass(C{})));
    else if constexpr (requires { response.template at_q2<Real>(q2, largest_nu, relative_error, C{}); })
      result.moments = response.template at_q2<Real>(q2, largest_nu, relative_error, C{});
    else if constexpr (HasMomentsAtQ2<N, C>)
      result.moments = response.at_q2(q2, largest_nu, relative_error, C{});
    else
      result.moments = [one = response, q2](double nu) { return one.moments(q2, nu, C{}); };
    if constexpr (HasEnergyPanels<N, C>)
      for (auto const& panel : response.panels(q2, largest_nu, C{})) {
        result.edges.push_back(panel.low);
        result.edges.push_back(panel.high);
      }
    result.edges.erase(std::unique(result.edges.begin(), result.edges.end()), result.edges.end());
    result.edges_are_known = ElasticResponse<N, C> || HasEnergyPanels<N, C>;
    return result;
  }

  static moments_at_q2 step(hadron_structure<double> const& w, double at) {
    return [w, at](double nu) -> response_moments {
      double const left = nu - at;
      if (!(left > 0)) return {};
      return {w.electric, w.electric * left, w.electric * left * left, w.magnetic};
    };
  }

  continuum_limits limits_;
  double maximum_q2_, minimum_q2_ = 0;
  std::vector<double> q2_breaks_;
  std::function<double(double)> lowest_nu_; ///< where the response says more than the line
  std::function<prepared(double, double, double)> at_q2_;
};

} // namespace trident
