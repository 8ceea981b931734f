// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/number_text.hpp>
#include <trident/sampling/trial_source.hpp>

namespace trident {

namespace detail {

/// By multiplying random numbers: for means up to 10, where few are needed.
template <class Random>
std::uint64_t poisson_by_products(double mean, Random const& random) {
  double const end = std::exp(-mean);
  double product = 1;
  for (std::uint64_t count = 0;; ++count) {
    product *= random()[0];
    if (!(product > end)) return count;
  }
}

/// By rejection from a transformed uniform number (W. Hoermann, Insurance Math. Econom. 12 (1993) 39, algorithm PTRS).
template <class Random>
std::uint64_t poisson_by_rejection(double mean, Random const& random) {
  double const b = 0.931 + 2.53 * std::sqrt(mean), a = -0.059 + 0.02483 * b;
  double const inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), reach = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    auto const numbers = random();
    double const u = numbers[0] - 0.5, v = numbers[1], us = 0.5 - std::abs(u);
    double const k = std::floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= reach) return static_cast<std::uint64_t>(k);
    if (k < 0 || (us < 0.013 && v > us)) continue;
    // [PHYS:rates.poisson]
    double const logarithm = k * std::log(mean) - mean - std::lgamma(k + 1);
    if (std::log(v * inverse_alpha / (a / (us * us) + b)) <= logarithm) return static_cast<std::uint64_t>(k);
  }
}

} // namespace detail

/// More events than this are in no sample.
inline constexpr double most_expected_events = 9007199254740992.0; // 2^53

/// A number of events whose mean this is: a function of the seed. Throws input_error for a mean that is not from 0 to 2^53.
inline std::uint64_t poisson_count(double mean, std::uint64_t seed) {
  if (!(detail::is_finite(mean) && mean >= 0 && mean <= most_expected_events))
    throw input_error("the expected number of events is " + detail::number_text(mean) +
                      ": it must be from 0 to 2^53");
  constexpr std::uint64_t stream =
      ~std::uint64_t{0} - 2; // the two above are those of events and of their places
  trial_source const source(seed, stream);
  std::uint64_t next = 0;
  auto const random = [&] { return source.four({0, 0}, next++); };
  if (mean == 0) return 0;
  constexpr double few = 10;
  return mean < few ? detail::poisson_by_products(mean, random) : detail::poisson_by_rejection(mean, random);
}

} // namespace trident
