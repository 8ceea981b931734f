// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <numbers>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <trident/limits/anomalous_magnetic_moment.hpp>

#include "catch.hpp"
#include "containing.hpp"

using namespace trident;

namespace {

constexpr double pi_squared = std::numbers::pi * std::numbers::pi, mass_of_muon = pdg::muon_mass;

double vector_moment(double mass) { return anomalous_magnetic_moment({1, 0}, mass); }
double axial_moment(double mass) { return anomalous_magnetic_moment({0, 1}, mass); }

/// The integral of the vector coupling by partial fractions, for r = (M/m)^2 from 0 to 50 but 4, where ten digits are
/// left in long double.
double closed_form(double mass) {
  long double const r = static_cast<long double>(mass) * mass / (mass_of_muon * mass_of_muon);
  long double const d = std::sqrt(std::abs(4 * r - r * r));
  long double const angle =
      r < 4 ? 2 / d * (std::atan((2 - r) / d) + std::atan(r / d))
            : 1 / d * std::log(std::abs((2 - r - d) * (-r + d) / ((2 - r + d) * (-r - d))));
  long double const integral =
      0.5L - r - r * (2 - r) / 2 * std::log(r) + (r * r * (2 - r) / 2 - r * (1 - r)) * angle;
  return static_cast<double>(integral / (4 * pi_squared));
}

/// The integral as arXiv:1902.06765 writes it, on pieces that end at powers of ten from either end.
double plain_quadrature(double mass) {
  auto const integrand = [mass](double x, double rest) {
    double const m2 = mass_of_muon * mass_of_muon;
    return x * x * rest * m2 / (x * x * m2 + rest * mass * mass) / (4 * pi_squared);
  };
  using rule = boost::math::quadrature::gauss_kronrod<double, 31>;
  double sum = 0;
  for (int decade = -16; decade < 0; ++decade) {
    double const low = decade == -16 ? 0 : std::pow(10.0, decade) / 2, high = std::pow(10.0, decade + 1) / 2;
    sum += rule::integrate([&](double x) { return integrand(x, 1 - x); }, low, high, 10, 1e-13);
    sum += rule::integrate([&](double y) { return integrand(1 - y, y); }, low, high, 10, 1e-13);
  }
  return sum;
}

} // namespace

TEST_CASE("the moment by a vector boson against its closed form and a plain quadrature") {
  for (double const mass : {1e-5, 1e-3, 0.03, 0.1, 0.15, 0.2, 0.22, 0.3, 0.7}) {
    CAPTURE(mass);
    CHECK(std::abs(vector_moment(mass) / closed_form(mass) - 1) < 1e-10);
  }
  for (double exponent = -8; exponent < 6; exponent += 0.37) {
    double const mass = std::pow(10, exponent);
    CAPTURE(mass);
    CHECK(std::abs(vector_moment(mass) / plain_quadrature(mass) - 1) < 1e-10);
  }
}

TEST_CASE("the moment by very light and very heavy bosons") {
  CHECK(std::abs(vector_moment(0) * 8 * pi_squared - 1) < 1e-10);
  CHECK(std::abs(vector_moment(1e-13) * 8 * pi_squared - 1) < 1e-10); // deviates by pi M/m
  double const mass = 1e7, ratio = mass_of_muon / mass;               // deviates by (m/M)^2 ln(M/m)
  CHECK(std::abs(vector_moment(mass) * 12 * pi_squared / (ratio * ratio) - 1) < 1e-10);
  CHECK(std::abs(axial_moment(mass) * 12 * pi_squared / (ratio * ratio) + 5) < 5e-10);
  // L_mu - L_tau as an explanation of 2.51e-9 (arXiv:1902.06765)
  auto const couplings = couplings_for_moment(vector_moment(0), 2.51e-9, 2.51e-9);
  REQUIRE(couplings);
  CHECK(couplings->low == Approx(4.45e-4).epsilon(1e-3));
}

TEST_CASE("axial couplings: a light boson is its Goldstone boson, and the Z of the Standard Model") {
  // a pseudoscalar of vanishing mass with coupling y = 2 m a/M gives -y^2/(16 pi^2)
  double const mass = 1e-9, y = 2 * mass_of_muon / mass;
  CHECK(std::abs(axial_moment(mass) / (-y * y / (16 * pi_squared)) - 1) < 1e-7);
  // Z exchange at one loop is -193.9e-11 (J. P. Miller, E. de Rafael, B. L. Roberts, Rept. Prog. Phys. 70 (2007) 795:
  // 194.8e-11 in all, of which W exchange has 10/3 G_F m^2/(8 sqrt2 pi^2) = 388.7e-11)
  double const z_mass = 91.1876, s = 0.2230;
  double const g = std::sqrt(std::sqrt(2.0) * pdg::fermi_constant) * z_mass;
  double const moment = anomalous_magnetic_moment({g * (-0.5 + 2 * s), g * 0.5}, z_mass);
  CHECK(std::abs(moment - (194.8e-11 - 388.7e-11)) < 0.2e-11);
}

TEST_CASE("couplings that give a moment") {
  auto const band = couplings_for_moment(1e-2, 1e-10, 4e-10);
  REQUIRE(band);
  CHECK(band->low == Approx(1e-4));
  CHECK(band->high == Approx(2e-4));
  CHECK(couplings_for_moment(1e-2, -1e-10, 4e-10)->low == 0);
  CHECK(!couplings_for_moment(1e-2, -4e-10, -1e-10));
  CHECK(couplings_for_moment(-1e-2, -4e-10, -1e-10)->low == Approx(1e-4));
  CHECK(!couplings_for_moment(0, 1e-10, 4e-10));
}

TEST_CASE("moments that make no sense") {
  CHECK_THROWS_WITH(vector_moment(-1), containing("mass of the boson") && containing("-1"));
  CHECK_THROWS_WITH(axial_moment(0), containing("0 GeV"));
  CHECK_THROWS_WITH(anomalous_magnetic_moment({1, 0}, 1, 0), containing("lepton"));
}
