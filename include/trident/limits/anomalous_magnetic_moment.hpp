// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include <boost/math/quadrature/tanh_sinh.hpp>

#include <trident/base/error.hpp>
#include <trident/limits/coupling_interval.hpp>
#include <trident/model/model.hpp>
#include <trident/numerics/double_policy.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/constants.hpp>
#include <trident/physics/parameter_range.hpp>

namespace trident {

namespace detail {

/// Integral over x from 0 to 1 of x numerator(x, 1 - x) / (x^2 + (1 - x) r), r the squared ratio of the masses of boson and
/// lepton; times r if r > 1, so that it stays of order one. The integrand bends at x = sqrt(r) or at 1 - x = 1/r, next to
/// an end, where the double exponential map resolves any scale.
template <class Numerator>
double vertex_integral(double ratio, Numerator const& numerator) {
  double const scale = std::max(ratio, 1.0);
  auto const integrand = [&](double x, double to_end) {
    double const rest = x < 0.5 ? 1 - x : std::abs(to_end); // 1 - x with all its digits
    return numerator(x, rest) / (x / scale + rest * (ratio / scale) / x);
  };
  constexpr double tolerance = 1e-13;
  boost::math::quadrature::tanh_sinh<double, double_policy> quadrature;
  return quadrature.integrate(integrand, 0.0, 1.0, tolerance);
}

} // namespace detail

/// One-loop contribution of a neutral vector boson with couplings lbar gamma^a (v + a gamma5) l to the anomalous magnetic
/// moment of the lepton, (g - 2)/2 (J. P. Leveille, Nucl. Phys. B 137 (1978) 63):
///   1/(8 pi^2) integral_0^1 dx { v^2 2 x^2 (1-x) + a^2 [2 x (1-x) (x-4) - 4 x^3/r] } / [x^2 + (1-x) r],  r = M^2/m^2.
/// For M >> m it tends to (v^2 - 5 a^2) m^2/(12 pi^2 M^2); for M -> 0 to v^2/(8 pi^2), and without limit if a is not 0.
/// Relative error 1e-12 of the vector and of the axial part. Masses in GeV; throws input_error for those out of range,
/// and for a massless boson with an axial coupling.
inline double anomalous_magnetic_moment(vector_axial<double> const& couplings, double boson_mass,
                                        double lepton_mass = pdg::muon_mass) {
  checked(boson_mass, {"the mass of the boson", 0, ranges::z_prime_mass.highest, "GeV"});
  checked(lepton_mass, ranges::z_prime_mass, "the mass of the lepton");
  double const ratio = boson_mass / lepton_mass * (boson_mass / lepton_mass);
  double const scale = std::max(ratio, 1.0);
  // [PHYS:moment.vector]
  double const vector = detail::vertex_integral(ratio, [](double x, double rest) { return 2 * x * rest; });
  double result = couplings.vector * couplings.vector * vector / scale;
  if (couplings.axial != 0) {
    if (ratio == 0)
      throw input_error("the mass of the boson is 0 GeV: with an axial coupling it must be positive");
    // [PHYS:moment.axial]
    double const transverse =
        detail::vertex_integral(ratio, [](double x, double rest) { return 2 * rest * (x - 4); });
    double const longitudinal = detail::vertex_integral(ratio, [](double x, double) { return 4 * x * x; });
    result += couplings.axial * couplings.axial * (transverse - longitudinal / ratio) / scale;
  }
  return result / (8 * std::numbers::pi * std::numbers::pi);
}

/// Contribution of a Z' to the muon's anomalous magnetic moment.
inline double muon_anomalous_magnetic_moment(z_prime const& model) {
  constexpr auto muon = static_cast<std::size_t>(flavour::muon);
  double const g = model.coupling();
  return anomalous_magnetic_moment({g * model.vector_charges()[muon], g * model.axial_charges()[muon]},
                                   model.mass());
}

/// The couplings g' for which moment_per_square g'^2 lies from `low` to `high`; none if no real coupling does.
inline std::optional<coupling_interval> couplings_for_moment(double moment_per_square, double low,
                                                             double high) {
  double const sign = moment_per_square < 0 ? -1 : 1, size = std::abs(moment_per_square);
  double const first = std::min(sign * low, sign * high), last = std::max(sign * low, sign * high);
  if (!(last >= 0 && size > 0)) return std::nullopt;
  // [PHYS:moment.couplings]
  return coupling_interval{std::sqrt(std::max(first, 0.0) / size), std::sqrt(last / size)};
}

} // namespace trident
