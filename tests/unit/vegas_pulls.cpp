// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"
#include "genz.hpp"

#include <cmath>

#include <trident/mc/vegas.hpp>

using namespace trident;

namespace {

/// Peaks on two axes, a ridge along a diagonal that no separable map can follow, a border askew to the axes behind
/// which nothing is, and an integrable singularity.
struct ridge {
  static constexpr std::size_t dimension = 8;
  static constexpr double width = 0.1;
  static constexpr double pole = 0.005;
  static constexpr double sum_limit = 1.2;

  double operator()(std::array<double, 8> const& x) const {
    if (x[2] + x[3] > sum_limit) { return 0; }
    double const across = x[0] - x[1];
    return x[2] / (across * across + width * width) / (x[4] + pole) / (x[5] * x[5] + 0.02) / std::sqrt(x[6]) *
           (1 + 3 * x[7] * x[4]);
  }

  double integral() const {
    double const diagonal = 2 * std::atan(1 / width) / width - std::log1p(1 / (width * width));
    double const corner =
        sum_limit - 1; // x below it is unrestricted; above, its partner ends at sum_limit - x
    double const triangle =
        corner * corner / 2 + (1 - corner * corner) / 2 * sum_limit - (1 - corner * corner * corner) / 3;
    double const log_of_ratio = std::log((1 + pole) / pole);
    double const root = std::sqrt(0.02);
    return diagonal * triangle * (std::atan(1 / root) / root) * 2 *
           (log_of_ratio + 1.5 * (1 - pole * log_of_ratio));
  }
};

struct pull_summary {
  double mean = 0;
  double width = 0;
};

constexpr int seeds = 200;

template <class F>
pull_summary pulls(F const& f, double relative_error) {
  double sum = 0;
  double squares = 0;
  for (int seed = 1; seed <= seeds; ++seed) {
    auto const result =
        integrate_unit_cube(f, {.relative_error = relative_error, .seed = static_cast<std::uint64_t>(seed)});
    double const pull = (result.value - f.integral()) / result.error;
    sum += pull;
    squares += pull * pull;
  }
  double const mean = sum / seeds;
  return {mean, std::sqrt(squares / seeds - mean * mean)};
}

/// Of 200 normal pulls, the mean is within 0.2 of zero and the width within 0.15 of one in all but three of 1000 tries.
template <class F>
void check_pulls(F const& f, double relative_error) {
  auto const summary = pulls(f, relative_error);
  INFO("mean " << summary.mean << ", width " << summary.width);
  CHECK(std::abs(summary.mean) < 0.2);
  CHECK(summary.width > 0.85);
  CHECK(summary.width < 1.15);
}

} // namespace

TEST_CASE("errors are what they say: a ridge with borders in eight dimensions, to 1e-2") {
  check_pulls(ridge{}, 1e-2);
}

TEST_CASE("errors are what they say: a narrow peak in seven dimensions, to 1e-2") {
  check_pulls(genz::gaussian<7>{10, 0.4}, 1e-2);
}

TEST_CASE("errors are what they say: a region of zeros in six dimensions, to 5e-3") {
  check_pulls(genz::discontinuous<6>{3, 0.6, 0.5}, 5e-3);
}

TEST_CASE("errors are what they say: a corner in seven dimensions, to 2e-3") {
  check_pulls(genz::corner_peak<7>{3}, 2e-3);
}
