// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <trident/target/data/isotopes.hpp>
#include <trident/target/form_factor/catalogue.hpp>
#include <trident/target/form_factor/of_density.hpp>

using namespace trident;

namespace {

/// Largest deviation of the table from the form factor, relative to the form factor's envelope: the largest |F| within
/// half an oscillation, at points that miss the nodes.
template <class F>
double worst_deviation(F const& exact) {
  tabulated_form_factor const table{exact};
  std::vector<double> values;
  std::vector<double> deviations;
  double const step = 0.0007;
  double const end = detail::maximum_q_of(exact);
  for (double q = step / 3; q < end; q += step) {
    values.push_back(std::abs(exact(q)));
    deviations.push_back(std::abs(table(q) - exact(q)));
  }
  auto const reach = static_cast<std::size_t>(1.6 * pdg::hbar_c / detail::rms_radius_of(exact) / step) + 1;
  double worst = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto const first = values.begin() + static_cast<std::ptrdiff_t>(i > reach ? i - reach : 0);
    auto const last = values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), i + reach));
    worst = std::max(worst, deviations[i] / *std::max_element(first, last));
  }
  return worst;
}

} // namespace

TEST_CASE("Tables of closed forms stay within 1e-9 of the local envelope up to 4 GeV", "[form_factor]") {
  for (auto const& row : tables::fermi_densities) {
    INFO("Z " << row.atomic_number << " A " << row.mass_number);
    CHECK(worst_deviation(three_parameter_fermi{row.radius, row.diffuseness, row.w}) < 1e-9);
  }
  for (auto const& row : tables::fourier_bessel_densities) {
    INFO("Z " << row.atomic_number << " A " << row.mass_number);
    CHECK(worst_deviation(fourier_bessel{row.radius, row.used()}) < 1e-9);
  }
  for (int const mass_number : {12, 40, 208}) {
    INFO("A " << mass_number);
    CHECK(worst_deviation(helm::of_mass_number(mass_number)) < 1e-9);
    CHECK(worst_deviation(symmetrised_fermi::of_mass_number(mass_number)) < 1e-9);
  }
  for (double const rms : {2.45, 3.471, 5.5})
    CHECK(worst_deviation(klein_nystrand::of_rms_radius(rms)) < 1e-9);
}

TEST_CASE("The generated tables of three-parameter Gauss densities are their Fourier transforms",
          "[form_factor]") {
  // Against a quadrature in double precision, good to 1e-14 of F(0).
  for (auto const& row : tables::gauss_densities) {
    double const c = row.radius;
    double const z = row.diffuseness;
    auto const exact = form_factor_of_density(
        [&](double r) { return (1 + row.w * r * r / (c * c)) / (1 + std::exp((r * r - c * c) / (z * z))); },
        20.0);
    auto const table = detail::tabulate_gauss(row);
    CHECK(table.maximum_q() == Approx(15 * pdg::hbar_c).epsilon(1e-14));
    for (double q = 0; q < 2.9; q += 0.00371) {
      INFO("A " << row.mass_number << " Q = " << q << " GeV");
      CHECK(table(q) == Approx(exact(q)).margin(2e-10 * std::exp(-q / 0.15) + 1e-13).epsilon(0));
    }
    CHECK(table.rms_radius() == Approx(exact.rms_radius()).epsilon(1e-12));
  }
}

TEST_CASE("Tables end where they say, hand on what is not a number and are continuous at nodes",
          "[form_factor]") {
  tabulated_form_factor const table{three_parameter_fermi{3.73, 0.62, -0.19}};
  CHECK(table(table.maximum_q() * (1 + 1e-15)) == 0);
  CHECK(table(1e300) == 0);
  CHECK(table(std::numeric_limits<double>::infinity()) == 0);
  CHECK(std::isnan(table(std::numeric_limits<double>::quiet_NaN())));
  CHECK(table(0.0) == 1);
  CHECK(table(0.1f) == Approx(table(0.1)).epsilon(1e-6));
  double const step = 4.0 / std::ceil(4.0 / (0.12 * pdg::hbar_c / (1.6 * table.rms_radius())));
  for (int i = 1; i < 900; i += 7) {
    double const q = i * step;
    CHECK(table(std::nextafter(q, 9.0)) ==
          Approx(table(std::nextafter(q, 0.0))).margin(1e-15).epsilon(1e-12));
  }
}

TEST_CASE("Any callable is a form factor", "[form_factor]") {
  auto const gaussian = [](double q) { return std::exp(-q * q / (2 * 0.1 * 0.1)); };
  tabulated_form_factor const table{gaussian};
  CHECK(table.rms_radius() == Approx(std::sqrt(3.0) / 0.1 * pdg::hbar_c).epsilon(1e-3)); // from F near Q = 0
  for (double q = 0; q < 0.8; q += 0.0123) CHECK(table(q) == Approx(gaussian(q)).margin(1e-10));
}

TEST_CASE("A charge density in one line", "[form_factor]") {
  SECTION("exponential: F = (1 + Q^2 a^2)^-2, rms radius sqrt(12) a") {
    auto const table = form_factor_of_density([](double r) { return std::exp(-r / 0.8); }, 40.0);
    CHECK(table.rms_radius() == Approx(std::sqrt(12.0) * 0.8).epsilon(1e-10));
    for (double q = 0; q < 2.9; q += 0.037)
      CHECK(table(q) == Approx(std::pow(1 + std::pow(q * 0.8 / pdg::hbar_c, 2), -2)).epsilon(1e-9));
  }
  SECTION("uniform sphere, cut at its edge") {
    auto const table = form_factor_of_density([](double) { return 1.0; }, 4.0);
    for (double q = 0.001; q < 2.9; q += 0.037) // 1e-10 of the envelope, which falls from 1
      CHECK(table(q) == Approx(detail::sphere_transform(q * 4 / pdg::hbar_c)).margin(1e-10));
  }
}

TEST_CASE("Form factors that cannot be are refused", "[form_factor]") {
  using Catch::Matchers::Contains;
  CHECK_THROWS_WITH(tabulated_form_factor{[](double) { return 18.0; }},
                    Contains("F(0) is 18") && Contains("must be 1"));
  CHECK_THROWS_AS(tabulated_form_factor{[](double) { return std::nan(""); }}, input_error);
  CHECK_THROWS_WITH(form_factor_of_density([](double) { return -1.0; }, 5.0), Contains("must be positive"));
  CHECK_THROWS_WITH(form_factor_of_density([](double) { return 1.0; }, -5.0), Contains("-5.000000 fm"));
  CHECK_THROWS_AS(form_factor_of_density([](double) { return 1.0; }, std::nan("")), input_error);
  CHECK_THROWS_AS(form_factor_of_density([](double) { return 1.0; }, 5.0, 0.0), input_error);
}
