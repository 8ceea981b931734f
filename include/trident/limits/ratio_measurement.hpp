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

  /// Squared deviation in the errors of its side.
  double chi2(double predicted) const {
    // [PHYS:statistic.chi2]
    double const deviation = (predicted - ratio) / (predicted > ratio ? error_up : error_down);
    return deviation * deviation;
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

/// At a confidence level between 0 and 1; CCFR's 95 % is 0.82 + 1.96 x 0.28 = 1.37 in arXiv:1902.06765, two-sided. Throws
/// input_error for any other level and for errors that are not positive.
inline ratio_interval allowed_ratios(ratio_measurement const& measured, double confidence,
                                     interval_convention convention = interval_convention::two_sided) {
  if (!(confidence > 0 && confidence < 1))
    throw input_error("confidence level " + detail::number_text(confidence) +
                      ": it must be above 0 and below 1");
  for (double const error : {measured.error_up, measured.error_down})
    if (!(detail::is_finite(error) && error > 0))
      throw input_error("error " + detail::number_text(error) + " of a ratio: it must be finite and above 0");
  bool const both = convention == interval_convention::two_sided;
  // [PHYS:statistic.interval]
  double const errors =
      std::sqrt(2.0) * boost::math::erf_inv(both ? confidence : 2 * confidence - 1, detail::double_policy{});
  ratio_interval allowed;
  allowed.high = measured.ratio + errors * (errors > 0 ? measured.error_up : measured.error_down);
  if (both) allowed.low = measured.ratio - errors * measured.error_down;
  return allowed;
}

} // namespace trident
