// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"
#include "containing.hpp"
#include "genz.hpp"
#include "same_bits.hpp"

#include <cmath>
#include <limits>

#include <trident/base/error.hpp>
#include <trident/mc/quasi_random.hpp>

using namespace trident;

namespace {

struct undefined_below_a_quarter {
  static constexpr std::size_t dimension = 3;
  double operator()(std::array<double, 3> const& x) const {
    return x[0] < 0.25 ? std::numeric_limits<double>::quiet_NaN() : 2.0;
  }
};

template <class F>
void check_quasi_integral(F const& f, double precision) {
  auto const result = run_quasi_random(f, {.relative_error = precision, .seed = 5});
  CHECK(result.reason == stop_reason::relative_error);
  CHECK(result.error <= precision * std::abs(result.value));
  CHECK(std::abs(result.value - f.integral()) < 4 * result.error + 1e-12 * std::abs(f.integral()));
}

} // namespace

TEST_CASE("quasi-random points: Genz families in five dimensions") {
  check_quasi_integral(genz::oscillatory<5>{1.5, 0.1}, 1e-5);
  check_quasi_integral(genz::product_peak<5>{8, 0.4}, 1e-5);
  check_quasi_integral(genz::corner_peak<5>{2}, 1e-5);
  check_quasi_integral(genz::gaussian<5>{8, 0.3}, 1e-5);
  check_quasi_integral(genz::continuous<5>{8, 0.6}, 1e-5);
  check_quasi_integral(genz::discontinuous<5>{4, 0.4, 0.7}, 1e-4);
}

// The error of the mean pull is 0.07, that of the width 0.05; the bounds are three of these.
TEST_CASE("quasi-random points: errors are right") {
  constexpr int seeds = 200;
  genz::gaussian<4> const f{3, 0.4};
  double sum = 0, squares = 0;
  for (int seed = 1; seed <= seeds; ++seed) {
    auto const result =
        run_quasi_random(f, {.relative_error = 1e-4, .seed = static_cast<std::uint64_t>(seed)});
    double const pull = (result.value - f.integral()) / result.error;
    sum += pull;
    squares += pull * pull;
  }
  double const mean = sum / seeds, width = std::sqrt(squares / seeds - mean * mean);
  CHECK(std::abs(mean) < 0.2);
  CHECK(width > 0.85);
  CHECK(width < 1.15);
}

TEST_CASE("quasi-random points: the same bits for any number of threads, others for another seed") {
  genz::gaussian<5> const f{8, 0.3};
  auto const run = [&](unsigned threads, std::uint64_t seed, std::uint64_t stream) {
    return run_quasi_random(f, {.relative_error = 3e-5, .seed = seed, .stream = stream, .threads = threads});
  };
  auto const one = run(1, 1, 0);
  for (unsigned threads : {2u, 3u}) {
    auto const many = run(threads, 1, 0);
    CHECK(same_bits(many, one));
  }
  CHECK(run(1, 2, 0).value != one.value);
  CHECK(run(1, 1, 1).value != one.value);
}

TEST_CASE("quasi-random points: ends that are not the precision") {
  genz::gaussian<5> const f{8, 0.3};
  auto const poor = run_quasi_random(f, {.relative_error = 1e-12, .max_evaluations = 50'000});
  CHECK(poor.reason == stop_reason::evaluation_budget);
  CHECK(poor.evaluations <= 50'000);
  CHECK(std::abs(poor.value - f.integral()) < 5 * poor.error);
  auto const smallest = run_quasi_random(f, {.max_evaluations = smallest_quasi_random_budget});
  CHECK(smallest.evaluations <= smallest_quasi_random_budget);
  CHECK(std::isfinite(smallest.error));
  CHECK_THROWS_WITH(run_quasi_random(f, {.max_evaluations = 4999}),
                    containing("max_evaluations = 4999 is not possible: it must be at least 5000"));
  auto const late = run_quasi_random(f, {.relative_error = 1e-12, .time_limit_seconds = 0.05});
  CHECK(late.reason == stop_reason::time_limit);
  double fraction = 0;
  auto const stopped = run_quasi_random(f, {.relative_error = 1e-12}, [&](progress_report const& report) {
    CHECK(report.fraction >= fraction);
    fraction = report.fraction;
    return report.elapsed_seconds < 0.2;
  });
  CHECK(stopped.reason == stop_reason::cancelled);
}

TEST_CASE("quasi-random points: values that are not finite are counted and taken for zero") {
  auto const result = run_quasi_random(undefined_below_a_quarter{}, {.relative_error = 1e-3});
  CHECK(result.value == Approx(1.5).epsilon(3e-3));
  CHECK(result.non_finite_evaluations > result.production_evaluations / 100);
  CHECK(result.first_non_finite_index < std::numeric_limits<std::uint64_t>::max());
}
