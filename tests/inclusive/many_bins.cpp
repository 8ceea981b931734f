// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <cmath>
#include <cstddef>
#include <random>
#include <utility>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/trident.hpp>

using namespace trident;

namespace {

auto average(std::vector<double> edges, std::vector<double> densities, double precision) {
  histogram_flux const flux(std::move(edges), std::move(densities), bin_value::density);
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, flux, standard_model{}};
  return std::pair(inclusive_cross_section(sigma, {.relative_error = precision}), flux.integral());
}

/// So many equal bins from 0 to 20 GeV, of which 20 have densities of their own.
auto average_of_twenty(std::size_t bins, double precision) {
  std::vector<double> edges{0}, densities;
  for (std::size_t i = 0; i < bins; ++i) {
    edges.push_back(20 * static_cast<double>(i + 1) / static_cast<double>(bins));
    auto const coarse = static_cast<double>(i * 20 / bins);
    densities.push_back(std::exp(-coarse / 3) * (1 + 0.3 * std::fmod(coarse, 2)));
  }
  return average(edges, densities, precision).first;
}

} // namespace

TEST_CASE("a spectrum cut into a million bins has the cross section that it has in twenty") {
  for (double const precision : {1e-3, 1e-5, 1e-7}) {
    auto const few = average_of_twenty(20, precision);
    for (std::size_t const bins : {std::size_t{4000}, std::size_t{1'000'000}}) {
      auto const many = average_of_twenty(bins, precision);
      INFO(precision << ' ' << bins);
      CHECK(std::abs(many.value / few.value - 1) < precision);
      CHECK(std::abs(many.value - few.value) < many.error + few.error);
    }
  }
}

TEST_CASE("bins may differ as they like") {
  constexpr std::size_t bins = 3800; // in two halves each bin is integrated over by itself
  std::mt19937_64 random(7);
  std::exponential_distribution<double> content;
  std::vector<double> edges{0.2}, densities;
  for (std::size_t i = 0; i < bins; ++i) {
    edges.push_back(edges.back() * (1 + 2e-3 * content(random)));
    densities.push_back(i % 7 == 0 ? 0 : std::pow(content(random), 4) / edges.back());
  }
  auto const half = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
    return average({edges.begin() + from, edges.begin() + to + 1},
                   {densities.begin() + from, densities.begin() + to}, 1e-6);
  };
  auto const [low, of_low] = half(0, bins / 2);
  auto const [high, of_high] = half(bins / 2, bins);
  auto const [all, of_all] = average(edges, densities, 1e-6);
  double const expected = (low.value * of_low + high.value * of_high) / of_all;
  CHECK(std::abs(all.value / expected - 1) < 1e-6);
}

TEST_CASE("neutrinos below any threshold are none") {
  std::vector<double> edges{0}, densities;
  for (std::size_t i = 1; i <= 3000; ++i) {
    edges.push_back(1e-4 * static_cast<double>(i) / 3000);
    densities.push_back(1);
  }
  CHECK(average(edges, densities, 1e-3).first.value == 0);
  edges.push_back(5);
  densities.push_back(1);
  auto const expected = average({0, 1e-4, 5}, {1, 1}, 1e-5).first;
  CHECK(average(edges, densities, 1e-5).first.value == Approx(expected.value).epsilon(1e-5));
}
