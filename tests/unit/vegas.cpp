// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"
#include "containing.hpp"
#include "genz.hpp"
#include "same_bits.hpp"

#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <thread>

#include <trident/base/error.hpp>
#include <trident/mc/vegas.hpp>

using namespace trident;

namespace {

/// Constant, with holes.
struct holed {
  static constexpr std::size_t dimension = 3;
  double hole;
  double operator()(std::array<double, 3> const& x) const { return x[0] < 0.25 ? hole : 2.0; }
};

struct slow {
  static constexpr std::size_t dimension = 2;
  double operator()(std::array<double, 2> const& x) const {
    auto const end = std::chrono::steady_clock::now() + std::chrono::microseconds(2);
    while (std::chrono::steady_clock::now() < end) {}
    return x[0] + x[1];
  }
};

/// Counts the calls that come later than so many seconds after the first one.
struct late_calls {
  static constexpr std::size_t dimension = 2;
  double limit;
  mutable std::optional<std::chrono::steady_clock::time_point> first{};
  mutable int late = 0;
  double operator()(std::array<double, 2> const& x) const {
    auto const now = std::chrono::steady_clock::now();
    if (!first) { first = now; }
    late += std::chrono::duration<double>(now - *first).count() > limit ? 1 : 0;
    return x[0] + x[1];
  }
};

struct failing {
  static constexpr std::size_t dimension = 2;
  double operator()(std::array<double, 2> const& x) const {
    if (x[0] > 0.9) { throw std::runtime_error("integrand failed"); }
    return 1;
  }
};

template <class F>
void check_integral(F const& f) {
  auto const result = integrate_unit_cube(f, {.relative_error = 1e-3, .seed = 11});
  CHECK(result.reason == stop_reason::relative_error);
  CHECK(result.error <= 1e-3 * std::abs(result.value));
  // 3.5 standard deviations: once in 2000 seeds; a 1e-12 is what rounding may add to a vanishing error
  CHECK(std::abs(result.value - f.integral()) < 3.5 * result.error + 1e-12 * std::abs(f.integral()));
  CHECK(result.chi2_per_dof < 4); // about 4 degrees of freedom: exceeded by 3 in 1000
}

} // namespace

TEST_CASE("Genz families in five dimensions") {
  check_integral(genz::oscillatory<5>{1.5, 0.1});
  check_integral(genz::product_peak<5>{8, 0.4});
  check_integral(genz::corner_peak<5>{2});
  check_integral(genz::gaussian<5>{8, 0.3});
  check_integral(genz::continuous<5>{8, 0.6});
  check_integral(genz::discontinuous<5>{4, 0.4, 0.7});
}

TEST_CASE("Genz families in seven and eight dimensions") {
  check_integral(genz::oscillatory<8>{0.5, 0.05});
  check_integral(genz::product_peak<8>{5, 0.5});
  check_integral(genz::corner_peak<7>{1.5});
  check_integral(genz::gaussian<8>{5, 0.5});
  check_integral(genz::continuous<7>{5, 0.3});
  check_integral(genz::discontinuous<8>{2, 0.5, 0.6});
}

TEST_CASE("the result has the same bits for any number of threads") {
  genz::corner_peak<7> const f{2};
  vegas_options options{.relative_error = 3e-3, .seed = 5};
  auto const alone = run_vegas(f, options);
  for (unsigned const threads : {2u, 3u, 8u}) {
    options.threads = threads;
    auto const together = run_vegas(f, options);
    CHECK(same_bits(alone.estimate, together.estimate));
    CHECK(alone.state.map.edges() == together.state.map.edges());
  }
}

TEST_CASE("seed and stream decide the points") {
  genz::corner_peak<5> const f{2};
  vegas_options const options{.relative_error = 1e-2, .seed = 5, .stream = 1};
  auto const first = integrate_unit_cube(f, options);
  CHECK(same_bits(first, integrate_unit_cube(f, options)));
  CHECK(first.value != integrate_unit_cube(f, {.relative_error = 1e-2, .seed = 6, .stream = 1}).value);
  CHECK(first.value != integrate_unit_cube(f, {.relative_error = 1e-2, .seed = 5, .stream = 2}).value);
}

TEST_CASE("a constant is exact as long as the map does not follow noise") {
  auto const result = integrate_unit_cube(holed{2.0}, {.map_damping = 0});
  CHECK(result.value == Approx(2).epsilon(1e-13));
  CHECK(result.error < 1e-13);
  CHECK(result.effective_sample_size == Approx(double(result.production_evaluations)).epsilon(1e-9));
}

TEST_CASE("nothing anywhere is an integral of zero, known exactly") {
  genz::discontinuous<3> const nothing{1, -1, -1};
  auto const result = integrate_unit_cube(nothing, {});
  CHECK(result.value == 0);
  CHECK(result.error == 0);
  CHECK(result.relative_error() == 0);
  CHECK(result.zero_evaluations == result.evaluations);
  CHECK(result.reason == stop_reason::relative_error);
}

TEST_CASE("values that are no numbers are counted as zero and reported, and end nothing") {
  auto const zero = integrate_unit_cube(holed{0.0}, {.seed = 9});
  CHECK(zero.zero_evaluations > 0);
  CHECK(zero.non_finite_evaluations == 0);
  CHECK(zero.first_non_finite_index == std::numeric_limits<std::uint64_t>::max());
  for (double const hole : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    auto const result = integrate_unit_cube(holed{hole}, {.seed = 9, .threads = 2});
    CHECK(result.value == zero.value);
    CHECK(result.error == zero.error);
    CHECK(result.non_finite_evaluations == zero.zero_evaluations);
    CHECK(result.zero_evaluations == 0);
    CHECK(result.first_non_finite_index <
          100); // a quarter of the first iteration's points, uniform in x[0]: soon
  }
}

TEST_CASE("the effective sample and the deviation per point describe the weights") {
  auto const result = integrate_unit_cube(genz::corner_peak<7>{2}, {.relative_error = 3e-3});
  auto const calls = static_cast<double>(result.production_evaluations);
  CHECK(result.effective_sample_size > 0);
  CHECK(result.effective_sample_size < calls);
  CHECK(result.relative_deviation_per_point == Approx(result.error / result.value * std::sqrt(calls)));
}

TEST_CASE("a budget is never exceeded") {
  genz::gaussian<8> const f{20, 0.5};
  for (std::uint64_t const budget : {1000u, 5000u, 77'777u, 500'000u}) {
    auto const result = integrate_unit_cube(f, {.relative_error = 1e-6, .max_evaluations = budget});
    CHECK(result.reason == stop_reason::evaluation_budget);
    CHECK(result.evaluations <= budget);
    CHECK(double(result.evaluations) > 0.9 * double(budget)); // shares are rounded down
    CHECK(result.production_evaluations > budget / 2);
    CHECK(result.error > 0);
  }
}

TEST_CASE("a time limit ends the run with what there is") {
  late_calls const f{0.3};
  auto const result = integrate_unit_cube(f, {.relative_error = 1e-7, .time_limit_seconds = 0.3});
  CHECK(result.reason == stop_reason::time_limit);
  CHECK(std::isfinite(result.error));
  CHECK(result.value == Approx(1).epsilon(0.01));
  CHECK(f.late < 4096); // the chunk of 2048 calls and the hypercube that were begun
}

TEST_CASE("progress is reported from the calling thread and can cancel") {
  int reports = 0;
  double fraction = 0;
  auto cancelled = false;
  auto const caller = std::this_thread::get_id();
  auto const watch = [&](progress_report const& report) {
    CHECK(std::this_thread::get_id() == caller);
    CHECK_FALSE(cancelled);
    CHECK(report.fraction >= fraction);
    CHECK(report.fraction <= 1);
    CHECK(report.elapsed_seconds >= 0.1 * (reports + 1));
    fraction = report.fraction;
    cancelled = ++reports >= 3 && report.evaluations > 50'000; // the first iterations are complete
    return !cancelled;
  };
  auto const result = integrate_unit_cube(slow{}, {.relative_error = 1e-7, .threads = 2}, watch);
  CHECK(cancelled);
  CHECK(result.reason == stop_reason::cancelled);
  CHECK(std::isfinite(result.error));
  CHECK(result.value == Approx(1).epsilon(0.01));
}

TEST_CASE("a run that was cut short goes on to the same bits") {
  int calls = 0;
  auto const cancel_at_once = [&](progress_report const&) { return ++calls > 100; };
  vegas_options const options{.relative_error = 2e-4, .seed = 3};
  auto const whole = run_vegas(slow{}, options);
  auto parts = run_vegas(slow{}, options, cancel_at_once);
  CHECK(parts.estimate.reason == stop_reason::cancelled);
  CHECK(parts.estimate.evaluations < whole.estimate.evaluations);
  parts = run_vegas(slow{}, options, no_progress{}, parts.state);
  CHECK(same_bits(parts.estimate, whole.estimate));
}

TEST_CASE("an exception of the integrand comes out, from any thread") {
  for (unsigned const threads : {1u, 3u}) {
    CHECK_THROWS_WITH(integrate_unit_cube(failing{}, {.threads = threads}), "integrand failed");
  }
}

TEST_CASE("options that make no sense are refused with what is allowed") {
  holed const f{1.0};
  double const nan = std::nan("");
  CHECK_THROWS_WITH(integrate_unit_cube(f, {.relative_error = 0}),
                    "relative_error = 0 is not possible: it must be a positive number, such as 1e-3");
  CHECK_THROWS_AS(integrate_unit_cube(f, {.relative_error = -1e-3}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.relative_error = nan}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.relative_error = std::numeric_limits<double>::infinity()}),
                  input_error);
  CHECK_THROWS_WITH(integrate_unit_cube(f, {.max_evaluations = 0}), containing("must be at least 1000"));
  CHECK_THROWS_AS(integrate_unit_cube(f, {.time_limit_seconds = 0}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.time_limit_seconds = nan}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.threads = 0}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.warmup_iterations = 0}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.warmup_share = 2}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.map_damping = nan}), input_error);
  CHECK_THROWS_AS(integrate_unit_cube(f, {.allocation_exponent = -1}), input_error);
}
