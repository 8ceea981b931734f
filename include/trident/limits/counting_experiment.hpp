// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include <boost/math/special_functions/log1p.hpp>
#include <boost/math/tools/roots.hpp>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/limits/ratio_measurement.hpp>
#include <trident/numerics/double_policy.hpp>
#include <trident/physics/parameter_range.hpp>

namespace trident {

namespace ranges {

inline constexpr parameter_range relative_error{"a relative error", 0, 10};
inline constexpr parameter_range event_count{"a number of events", 0, 1e15};

} // namespace ranges

/// A count of events that is still to come: signal as the Standard Model has it, and background, both expected.
struct counting_experiment {
  double signal = 0;
  double background = 0;
  double background_error = 0; ///< standard deviation of the background [events]
  double signal_error = 0;     ///< relative one of the signal: efficiency, flux, cross section

  double expected() const { return signal + background; }

  /// Variance of what a signal of `ratio` times that of the Standard Model predicts, without that of the count.
  double variance(double ratio) const {
    double const of_signal = ratio * signal * signal_error;
    // [PHYS:projection.variance]
    return of_signal * of_signal + background_error * background_error;
  }
};

/// -2 ln of the likelihood ratio of a count against its best description, of a mean that is `predicted` with a Gaussian error of
/// this variance, profiled: the mean that fits best solves a quadratic equation. Without variance it is the Poisson one.
/// With the expected count in place of a count it is what half of all experiments will exceed (Asimov data,
/// arXiv:1007.1727).
inline double profiled_deviance(double count, double predicted, double variance) {
  double mean = predicted;
  if (variance > 0) {
    double const a = predicted - variance, root = std::sqrt(a * a + 4 * count * variance);
    // [PHYS:projection.best_mean]
    mean = a > 0 ? (a + root) / 2 : count > 0 ? 2 * count * variance / (root - a) : 0;
  }
  if (count > 0 && !(mean > 0)) return std::numeric_limits<double>::infinity();
  double const pull = variance > 0 ? (mean - predicted) / std::sqrt(variance) : 0;
  double const poisson =
      count > 0 ? -count * boost::math::log1pmx((mean - count) / count, detail::double_policy{}) : mean;
  // [PHYS:projection.deviance]
  return 2 * poisson + pull * pull;
}

/// Standard deviations by which the expected count stands above background alone: the median significance with which the
/// signal will be seen; infinite without background.
inline double expected_significance(counting_experiment const& one) {
  // [PHYS:projection.significance]
  return std::sqrt(
      profiled_deviance(one.expected(), one.background, one.background_error * one.background_error));
}

/// Contributions to the expected error of sigma/sigma_SM, each relative to 1.
struct ratio_error_parts {
  double statistical = 0, background = 0, signal = 0;

  double total() const {
    // [PHYS:projection.ratio_error]
    return std::sqrt(statistical * statistical + background * background + signal * signal);
  }
};

/// For a count of as many events as the Standard Model expects.
inline ratio_error_parts expected_ratio_error(counting_experiment const& one) {
  // [PHYS:projection.ratio_error_parts]
  return {std::sqrt(one.expected()) / one.signal, one.background_error / one.signal, one.signal_error};
}

namespace detail {

/// Where a function that grows from `inside`, where it is negative, changes sign on the way to `outside`; nothing if it does not.
template <class Function>
std::optional<double> crossing(Function const& f, double inside, double outside) {
  if (!(f(outside) > 0)) return std::nullopt;
  boost::math::tools::eps_tolerance<double> const tolerance(48);
  std::uintmax_t steps = 200;
  auto const [low, high] = boost::math::tools::toms748_solve(f, std::min(inside, outside),
                                                             std::max(inside, outside), tolerance, steps);
  return (low + high) / 2;
}

} // namespace detail

/// Ratios to the Standard Model that the experiment will allow at a confidence level, if it counts what the Standard Model expects.
/// A signal whose error is large sets no upper limit: then the upper end is infinite.
inline ratio_interval
expected_allowed_ratios(counting_experiment const& one, double confidence,
                        interval_convention convention = interval_convention::two_sided) {
  double const errors = quantile_of(confidence, convention);
  if (!(errors > 0))
    throw input_error("confidence level " + detail::number_text(confidence) +
                      ": a limit on one side needs one above 0.5");
  constexpr double most = 1e6; // finite where a count is impossible
  auto const excess = [&](double ratio) {
    return std::min(most, profiled_deviance(one.expected(), ratio * one.signal + one.background,
                                            one.variance(ratio))) -
           errors * errors;
  };
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double largest = 1e9; // beyond, no coupling is of interest
  ratio_interval allowed{-infinity, infinity};
  double outside = 2;
  while (outside < largest && !(excess(outside) > 0)) outside *= 2;
  // [PHYS:projection.allowed]
  if (auto const high = detail::crossing(excess, 1, outside)) allowed.high = *high;
  if (convention == interval_convention::two_sided)
    if (auto const low = detail::crossing(excess, 1, 0)) allowed.low = *low;
  return allowed;
}

} // namespace trident
