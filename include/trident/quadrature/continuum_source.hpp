// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <memory>
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
  template <class N, Constants C = pdg>
    requires HadronicResponse<N, C>
  explicit continuum_source(N const& response, C constants = {})
      : limits_(limits_of(response, constants)), maximum_q2_(response.maximum_q2()) {
    auto const shared = std::make_shared<N const>(response);
    if constexpr (requires { response.q2_breaks(); })
      for (double const q2 : response.q2_breaks()) q2_breaks_.push_back(q2);
    at_q2_ = [shared](double q2, double largest_nu, double relative_error) -> prepared {
      if constexpr (ElasticResponse<N, C>) {
        return {step(shared->structure(q2, C{}), q2 / (2 * shared->mass(C{}))), {}, true};
      } else if constexpr (HasMomentsAtQ2<N, C>) {
        auto one = shared->at_q2(q2, largest_nu, relative_error, C{});
        std::vector<double> edges;
        if constexpr (requires { one.panels(); })
          for (auto const& panel : one.panels()) edges.push_back(panel.low);
        bool const known = !edges.empty();
        return {moments_at_q2(std::move(one)), std::move(edges), known};
      } else {
        return {[shared, q2](double nu) { return shared->moments(q2, nu, C{}); }, {}, false};
      }
    };
  }

  continuum_limits const& limits() const { return limits_; }
  double maximum_q2() const { return maximum_q2_; }                   ///< [GeV^2]
  std::vector<double> const& q2_breaks() const { return q2_breaks_; } ///< [GeV^2]

  /// Lowest energy transfer [GeV].
  double lowest_nu(double q2) const { return limits_.offset + q2 / (2 * limits_.mass); }

  /// Largest k.q/E.
  double largest_x(double q2) const {
    double const nu = lowest_nu(q2);
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

  static moments_at_q2 step(hadron_structure<double> const& w, double at) {
    return [w, at](double nu) -> response_moments {
      double const left = nu - at;
      if (!(left > 0)) return {};
      return {w.electric, w.electric * left, w.electric * left * left, w.magnetic};
    };
  }

  continuum_limits limits_;
  double maximum_q2_;
  std::vector<double> q2_breaks_;
  std::function<prepared(double, double, double)> at_q2_;
};

} // namespace trident
