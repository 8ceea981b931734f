// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <string>

#include <boost/math/special_functions/erf.hpp>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/number_text.hpp>
#include <trident/numerics/double_policy.hpp>

namespace trident {

/// A measurement of sigma/sigma_SM, or one that is expected, with its standard deviations upwards and downwards.
struct ratio_measurement {
  double ratio = 1;
  double error_up = 0;
  double error_down = 0;

  /// Squared deviation in the errors of its side, with the relative error of the prediction profiled.
  double chi2(double predicted, double theory_error = 0) const {
    double const error = predicted > ratio ? error_up : error_down;
    if (theory_error == 0) {
      // [PHYS:statistic.chi2]
      double const deviation = (predicted - ratio) / error;
      return deviation * deviation;
    }
    double const of_theory = theory_error * predicted;
    // [PHYS:statistic.chi2_theory]
    return (predicted - ratio) * (predicted - ratio) / (error * error + of_theory * of_theory);
  }
};

/// How a confidence level becomes an interval of ratios.
enum class interval_convention {
  two_sided, ///< central interval: each end at the quantile (1 + C.L.)/2 of a Gaussian, 1.96 errors at 95 %
  one_sided  ///< upper limit alone, at the quantile C.L., 1.64 errors at 95 %
};

/// Ratios that a measurement allows; `low` is minus infinity for an upper limit.
struct ratio_interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  bool contains(double ratio) const { return low <= ratio && ratio <= high; }
};

/// Standard deviations that a confidence level is, by convention. Throws input_error for one that is not between 0 and 1.
inline double quantile_of(double confidence, interval_convention convention) {
  if (!(confidence > 0 && confidence < 1))
    throw input_error("confidence level " + detail::number_text(confidence) +
                      ": it must be above 0 and below 1");
  bool const both = convention == interval_convention::two_sided;
  // [PHYS:statistic.quantile]
  return std::sqrt(2.0) *
         boost::math::erf_inv(both ? confidence : 2 * confidence - 1, detail::double_policy{});
}

namespace detail {

/// Where a prediction with a relative error lies so many standard deviations above or below what was measured: the roots of
/// (r - m)^2 = n^2 (error^2 + (theory r)^2). Above there may be none, which is infinity.
inline double end_of_ratios(double measured, double error, double theory, double errors) {
  double const a = 1 - errors * errors * theory * theory;
  double const c = measured * measured - errors * errors * error * error;
  // [PHYS:statistic.theory_error]
  double const root = std::sqrt(measured * measured - a * c);
  if (errors > 0) return a > 0 ? (measured + root) / a : std::numeric_limits<double>::infinity();
  return std::isnan(root) ? -std::numeric_limits<double>::infinity() : c / (measured + root);
}

} // namespace detail

/// At a confidence level between 0 and 1; CCFR's 95 % is 0.82 + 1.96 x 0.28 = 1.37 in arXiv:1902.06765, two-sided. A relative
/// error of the theory, Gaussian, is profiled. Throws input_error for any other level and for errors that are not positive.
inline ratio_interval allowed_ratios(ratio_measurement const& measured, double confidence,
                                     interval_convention convention = interval_convention::two_sided,
                                     double theory_error = 0) {
  double const errors = quantile_of(confidence, convention);
  for (double const error : {measured.error_up, measured.error_down})
    if (!(detail::is_finite(error) && error > 0))
      throw input_error("error " + detail::number_text(error) + " of a ratio: it must be finite and above 0");
  bool const both = convention == interval_convention::two_sided;
  double const up = errors > 0 ? measured.error_up : measured.error_down;
  ratio_interval allowed;
  if (theory_error > 0) {
    allowed.high = detail::end_of_ratios(measured.ratio, up, theory_error, errors);
    if (both) allowed.low = detail::end_of_ratios(measured.ratio, measured.error_down, theory_error, -errors);
    return allowed;
  }
  // [PHYS:statistic.interval]
  allowed.high = measured.ratio + errors * up;
  if (both) allowed.low = measured.ratio - errors * measured.error_down;
  return allowed;
}

} // namespace trident
