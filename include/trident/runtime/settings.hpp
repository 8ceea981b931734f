// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/mc/drawn_seed.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/quasi_random.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/method.hpp>

namespace trident::runtime {

/// How a cross section is computed.
struct run_settings {
  method how = method::vegas;
  double precision = 1e-3; ///< relative error to reach
  std::uint64_t seed = 1;
  execution_policy threads = 1;
  std::uint64_t max_evaluations = 2'000'000'000;
  double time_limit_seconds = std::numeric_limits<double>::infinity();
  stop_question go_on = {}; ///< asked by quadratures too, which tell no progress
};

/// How to compute, as a user says it.
struct run_request {
  std::string method = "quadrature";
  std::optional<double> precision;   ///< 1e-5 for quadratures, 1e-3 for Monte Carlo
  std::optional<std::uint64_t> seed; ///< drawn if not given
  unsigned threads = 0;              ///< 0: as many as this process may use
  std::uint64_t max_evaluations = run_settings{}.max_evaluations;
  double time_limit_seconds = run_settings{}.time_limit_seconds;
};

namespace detail {

inline method method_from_text(std::string const& text) {
  auto const name = [](auto const& entry) { return entry.name; };
  if (auto const* const found = trident::detail::find_named(method_names, text, name)) return found->value;
  throw input_error("--method is \"" + text + "\": allowed are " +
                    trident::detail::joined(method_names, name));
}

inline double precision_for(method chosen, std::optional<double> asked) {
  bool const random = is_monte_carlo(chosen) || chosen == method::both;
  double const precision = asked.value_or(random ? 1e-3 : 1e-5);
  constexpr double largest = 0.1; // of a quadrature
  if (!random && precision > largest)
    throw input_error("--precision is " + trident::detail::number_text(precision) + ": the method " +
                      std::string(name_of(chosen)) + " takes 1e-9 to 0.1");
  return precision;
}

} // namespace detail

/// Chooses precision, seed and threads where they were not given; throws input_error for a method that is not there and
/// for a precision that it does not have.
inline run_settings make_settings(run_request const& request) {
  method const chosen = detail::method_from_text(request.method);
  if (chosen == method::rqmc && request.max_evaluations < smallest_quasi_random_budget)
    throw input_error("--max-evaluations is " + std::to_string(request.max_evaluations) +
                      ": the method rqmc needs at least " + std::to_string(smallest_quasi_random_budget));
  auto const threads =
      request.threads > 0 ? execution_policy(request.threads) : execution_policy::whole_machine();
  return {chosen,
          detail::precision_for(chosen, request.precision),
          request.seed ? *request.seed : trident::detail::drawn_seed(),
          threads,
          request.max_evaluations,
          request.time_limit_seconds};
}

} // namespace trident::runtime
