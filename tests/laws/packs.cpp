// SPDX-License-Identifier: BSL-1.0
#if __has_include(<xsimd/xsimd.hpp>)

#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "catch.hpp"

#include <trident/fluxes.hpp>
#include <trident/simd.hpp>
#include <trident/trident.hpp>

namespace {

using namespace trident;

/// A spectrum that is smooth between its edges.
struct falling {
  static constexpr std::array<double, 2> limits = {1.0, 50.0};
  std::span<double const> edges() const { return limits; }
  double density(double energy) const { return 1 / energy; }
  double integral() const { return std::log(50.0); }
};

/// Largest deviation of packs from single numbers over many points, relative to the larger of value and mean.
template <class S>
double largest_deviation(S const& sigma) {
  vectorised const packs{sigma};
  philox_source<S::dimension> const source(3, 1);
  block_coordinates<S::dimension> points;
  block_values values;
  double largest = 0, sum = 0;
  constexpr std::uint64_t blocks = 200;
  for (std::uint64_t block = 0; block < blocks; ++block) {
    std::array<std::array<double, S::dimension>, block_size> drawn;
    for (std::size_t i = 0; i < block_size; ++i) {
      drawn[i] = source(block * block_size + i);
      for (std::size_t axis = 0; axis < S::dimension; ++axis) points[axis][i] = drawn[i][axis];
    }
    packs.evaluate(points, values);
    for (std::size_t i = 0; i < block_size; ++i) {
      double const expected = sigma(drawn[i]);
      sum += expected;
      if (expected != 0 || values[i] != 0) largest = std::max(largest, std::abs(values[i] / expected - 1));
    }
  }
  REQUIRE(sum > 0);
  return largest;
}

} // namespace

TEST_CASE("Packs give the integrand to rounding, whatever the target, the flux and the model") {
  CHECK(largest_deviation(Trident{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0}, standard_model{}}) <
        1e-9);
  CHECK(largest_deviation(
            Trident{numu_to_numu_ee{}, argon40{}, dune_cdr_reference_numu{}, standard_model{}}) < 1e-9);
  CHECK(largest_deviation(Trident{numu_to_numu_mumu{}, argon40{}, falling{}, standard_model{}}) < 1e-9);
  CHECK(largest_deviation(Trident{numu_to_nue_emu{}, proton{}, monoenergetic{3.0}, standard_model{}}) < 1e-9);
}

TEST_CASE("Packs read a form factor's table as single numbers do, its end and what is no number included") {
  argon40 const nucleus;
  auto const& form_factor = nucleus.form_factor;
  double const end = form_factor.maximum_q(), nothing = std::numeric_limits<double>::quiet_NaN();
  for (double const q : {0.0, 1e-6, 0.1234, 0.5, 2.0, std::nextafter(end, 0.0), end, 2 * end, nothing}) {
    double const one = form_factor(q);
    double const packed = detail::lanes<pack>::sum(form_factor(pack(q))) / static_cast<double>(pack::size);
    INFO("Q = " << q);
    if (std::isnan(one))
      CHECK(std::isnan(packed));
    else
      CHECK(std::abs(packed - one) <= 1e-15);
  }
}

#endif
