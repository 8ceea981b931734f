// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/cross_section/estimate.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/parts.hpp>
#include <trident/mc/progress.hpp>

namespace trident {

namespace detail {

/// The scalar integrand itself, or the one inside of a wrapper such as `vectorised`.
template <class S>
auto const& scalar_integrand(S const& sigma) {
  if constexpr (requires { sigma.integrand(); })
    return sigma.integrand();
  else
    return sigma;
}

/// An integrand that may be drawn in shares, see Trident::shares.
template <class S>
inline constexpr bool drawn_in_shares = requires(S const& sigma) {
  scalar_integrand(sigma).shares();
};

/// The shares, in the same wrapper.
template <class S>
std::vector<S> shares_of(S const& sigma) {
  std::vector<S> wrapped;
  for (auto const& one : scalar_integrand(sigma).shares()) wrapped.push_back(S(one));
  return wrapped;
}

/// Those of an integrand that has some, or itself.
template <class S>
std::vector<S> all_shares(S const& sigma) {
  if constexpr (drawn_in_shares<S>)
    return shares_of(sigma);
  else
    return {sigma};
}

/// Streams of random numbers beside those of what has no shares.
inline constexpr std::uint64_t share_streams = std::uint64_t{1} << 40;

/// Integrates the shares of one integrand one after the other and tells their progress as that of the whole.
template <class S, class Progress, class IntegrateOne>
class share_integration {
public:
  share_integration(std::vector<S> const& shares, vegas_options const& options, Progress& progress,
                    IntegrateOne const& integrate_one)
      : shares_(shares), options_(options), progress_(progress), integrate_one_(integrate_one) {}

  cross_section_estimate run() && {
    std::vector<integral_estimate> pilots;
    auto const count = static_cast<double>(shares_.size());
    for (std::size_t i = 0; i < shares_.size(); ++i)
      pilots.push_back(
          part(i, std::max(precision_of_pilots, options_.relative_error), 2 * i + 1, pilot_work / count));
    auto const plans = plan_parts(pilots, options_.relative_error);
    cross_section_estimate sum;
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      double const work = pilot_work / count + (1 - 2 * pilot_work) * plans[i].share;
      auto const precise = part(i, std::min(plans[i].relative_error, precision_of_pilots), 2 * i + 2, work);
      add_component(sum, {precise, false}, 1);
    }
    sum.evaluations = evaluations_;
    if (sum.value != 0)
      sum.relative_deviation_per_point =
          sum.relative_error() * std::sqrt(static_cast<double>(sum.production_evaluations));
    return sum;
  }

private:
  static constexpr double pilot_work = 0.1; ///< of budget and progress, and as much to all shares alike

  integral_estimate part(std::size_t which, double precision, std::uint64_t stream, double work) {
    vegas_options options = options_;
    options.relative_error = precision;
    options.stream += stream * share_streams;
    double const calls = work * static_cast<double>(options_.max_evaluations);
    options.max_evaluations = std::max(static_cast<std::uint64_t>(calls), smallest_quasi_random_budget);
    options.time_limit_seconds = std::max(options_.time_limit_seconds - watch_.seconds(), 1e-9);
    auto const told = [&](progress_report one) {
      one.fraction = std::min(done_ + work * one.fraction, 1.0);
      one.evaluations += evaluations_;
      one.elapsed_seconds = watch_.seconds();
      return tell(progress_, one) == wish::go_on;
    };
    auto const result = integrate_one_(shares_[which], options, told);
    evaluations_ += result.evaluations;
    done_ += work;
    return result;
  }

  std::vector<S> const& shares_;
  vegas_options const& options_;
  Progress& progress_;
  IntegrateOne const& integrate_one_;
  stopwatch watch_;
  std::uint64_t evaluations_ = 0;
  double done_ = 0;
};

} // namespace detail

/// The sum of an integrand's shares by integrate_one(share, options, progress), each with points of its own, as many as it
/// needs for the sum to have options.relative_error with the fewest; rough runs tell. Budget and time limit are those of all.
template <class S, ProgressCallback Progress, class IntegrateOne>
cross_section_estimate integrate_shares(std::vector<S> const& shares, vegas_options const& options,
                                        Progress& progress, IntegrateOne const& integrate_one) {
  require_valid(options);
  return detail::share_integration<S, Progress, IntegrateOne>(shares, options, progress, integrate_one).run();
}

} // namespace trident
