// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <limits>

#include <boost/math/tools/minima.hpp>

#include <trident/limits/counting_experiment.hpp>
#include <trident/runtime/efficiency.hpp>
#include <trident/runtime/measurement_text.hpp>

#include "catch.hpp"
#include "containing.hpp"

using namespace trident;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// The deviance with its mean found by search.
double searched_deviance(double count, double predicted, double variance) {
  auto const at = [&](double mean) {
    return 2 * (mean - count + count * std::log(count / mean)) +
           (mean - predicted) * (mean - predicted) / variance;
  };
  return boost::math::tools::brent_find_minima(at, 1e-6, 10 * (count + predicted + 1), 50).second;
}

} // namespace

TEST_CASE("significance of a count") {
  // arXiv:1007.1727, equation 97, and its limit of small signals
  counting_experiment const plain{.signal = 30, .background = 100};
  CHECK(expected_significance(plain) == Approx(std::sqrt(2 * (130 * std::log(1.3) - 30))).epsilon(1e-12));
  CHECK(expected_significance({.signal = 1e-2, .background = 1e4}) == Approx(1e-4).epsilon(1e-5));
  // G. Cowan's formula for a background with an error, which it takes for that of a count: the same if it is small
  double const s = 30, b = 100, v = 25;
  double const cowan = std::sqrt(2 * ((s + b) * std::log((s + b) * (b + v) / (b * b + (s + b) * v)) -
                                      b * b / v * std::log(1 + v * s / (b * (b + v)))));
  CHECK(expected_significance({.signal = s, .background = b, .background_error = 5}) ==
        Approx(cowan).epsilon(5e-3));
  CHECK(expected_significance({.signal = 3}) == infinite);
  CHECK(expected_significance({.signal = 3, .background_error = 0.5}) < 10);
}

TEST_CASE("a Gaussian error is profiled in closed form") {
  for (double const count : {0.5, 3.0, 40.0, 2e4})
    for (double const predicted : {0.1, 5.0, 60.0, 1.9e4})
      for (double const variance : {0.01, 4.0, 900.0, 1e7})
        CHECK(profiled_deviance(count, predicted, variance) ==
              Approx(searched_deviance(count, predicted, variance)).epsilon(1e-6).margin(1e-9));
  CHECK(profiled_deviance(0, 2, 0) == Approx(4));
  CHECK(profiled_deviance(0, 2, 1) == Approx(3));    // mean 1: 2 x 1 + 1
  CHECK(profiled_deviance(0, 1, 4) == Approx(0.25)); // mean 0
  CHECK(profiled_deviance(7, 7, 3) == Approx(0).margin(1e-12));
}

TEST_CASE("expected errors and ends of sigma/sigma_SM") {
  counting_experiment const one{
      .signal = 1e4, .background = 3e3, .background_error = 50, .signal_error = 0.02};
  auto const parts = expected_ratio_error(one);
  CHECK(parts.statistical == Approx(std::sqrt(1.3e4) / 1e4));
  CHECK(parts.background == Approx(5e-3));
  CHECK(parts.total() == Approx(std::sqrt(1.3e-4 + 2.5e-5 + 4e-4)));
  // many events: Gaussian
  auto const sigma = expected_allowed_ratios(one, 0.682689492137086);
  CHECK(sigma.high - 1 == Approx(parts.total()).epsilon(0.03));
  CHECK(1 - sigma.low == Approx(parts.total()).epsilon(0.03));
  auto const upper = expected_allowed_ratios(one, 0.95, interval_convention::one_sided);
  CHECK(upper.low == -infinite);
  CHECK(upper.high < expected_allowed_ratios(one, 0.95).high);
  // few events: no lower end, an upper one that is far
  auto const few = expected_allowed_ratios({.signal = 1, .background = 2}, 0.95);
  CHECK(few.low == -infinite);
  CHECK(few.high > 3);
  CHECK(profiled_deviance(3, few.high + 2, 0) == Approx(1.959963985 * 1.959963985).epsilon(1e-6));
  // a signal that is not known at all
  CHECK(expected_allowed_ratios({.signal = 1e4, .signal_error = 0.6}, 0.95).high == infinite);
  auto const alone = expected_allowed_ratios({.signal = 15, .signal_error = 0.8}, 0.95);
  CHECK(alone.low < 0.6);
  CHECK(alone.low > 0);
  CHECK_THROWS_WITH(expected_allowed_ratios(one, 0.4, interval_convention::one_sided), containing("0.5"));
  CHECK_THROWS_WITH(expected_allowed_ratios(one, 1), containing("confidence level 1"));
}

TEST_CASE("theory errors in the ratios that a measurement allows") {
  ratio_measurement const measured{.ratio = 0.82, .error_up = 0.28, .error_down = 0.3};
  auto const exact = allowed_ratios(measured, 0.95);
  auto const close = allowed_ratios(measured, 0.95, interval_convention::two_sided, 1e-7);
  CHECK(close.high == Approx(exact.high));
  CHECK(close.low == Approx(exact.low));
  double const n = 1.959963984540054;
  for (double const theory : {0.05, 0.2, 0.4}) {
    auto const wider = allowed_ratios(measured, 0.95, interval_convention::two_sided, theory);
    CHECK(wider.high > exact.high);
    CHECK(wider.low < exact.high);
    CHECK(measured.chi2(wider.high, theory) == Approx(n * n));
    CHECK(measured.chi2(wider.low, theory) == Approx(n * n));
  }
  CHECK(allowed_ratios(measured, 0.95, interval_convention::two_sided, 0.6).high == infinite);
  CHECK(measured.chi2(1.4, 0) == Approx(measured.chi2(1.4)));
}

TEST_CASE("measurements and efficiencies in words") {
  using namespace runtime;
  CHECK(is_ratio_text("0.82 +- 0.28"));
  CHECK(is_ratio_text(" .8+-.3"));
  CHECK_FALSE(is_ratio_text("CCFR"));
  auto const one = ratio_from_text("--measurement", "0.82 +- 2.8e-1");
  CHECK(one.ratio == 0.82);
  CHECK(one.error_up == 0.28);
  CHECK(one.error_down == 0.28);
  auto const two = ratio_from_text("--measurement", "1.58 +0.57 -0.6");
  CHECK(two.error_up == 0.57);
  CHECK(two.error_down == 0.6);
  CHECK(ratio_from_text("--measurement", "1 \u00b1 0.2").error_up == 0.2);
  for (auto const* text :
       {"0.82", "0.82 0.28", "0.82 -0.28 +0.28", "0.82 +- x", "0.82 +- -1", "0.82 +- 0", "1 +- 2 +- 3"})
    CHECK_THROWS_WITH(ratio_from_text("--measurement", text),
                      containing("--measurement") && containing(text));
  auto const all = efficiencies_from_text("--efficiency", "0.3");
  CHECK(all(scattering_regime::inelastic) == 0.3);
  auto const some = efficiencies_from_text("--efficiency", "coherent=0.5,incoherent=0.1");
  CHECK(some(scattering_regime::coherent) == 0.5);
  CHECK(some(scattering_regime::free_nucleon) == 0.1);
  CHECK(some(scattering_regime::inelastic) == 1);
  CHECK_THROWS_WITH(efficiencies_from_text("--efficiency", "1.5"), containing("from 0 to 1"));
  CHECK_THROWS_WITH(efficiencies_from_text("--efficiency", "half=0.5"), containing("half"));
  CHECK_THROWS_WITH(efficiencies_from_text("--efficiency", "coherent=0.5,0.1"), containing("REGIME=NUMBER"));
}
