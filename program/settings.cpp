// SPDX-License-Identifier: BSL-1.0

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/mc/drawn_seed.hpp>

#include "requests.hpp"

namespace trident::program {

namespace {

method method_from_text(std::string const& text) {
  std::string allowed;
  for (auto const& entry : method_names) {
    if (entry.name == text) return entry.value;
    allowed.append(allowed.empty() ? "" : ", ").append(entry.name);
  }
  throw input_error("--method is \"" + text + "\": allowed are " + allowed);
}

double precision_for(method chosen, std::optional<double> asked) {
  bool const random = is_monte_carlo(chosen) || chosen == method::both;
  double const precision = asked.value_or(random ? 1e-3 : 1e-5);
  constexpr double largest = 0.1; // of a quadrature
  if (!random && precision > largest)
    throw input_error("--precision is " + trident::detail::number_text(precision) + ": the method " +
                      std::string(name_of(chosen)) + " takes 1e-9 to 0.1");
  return precision;
}

} // namespace

run_settings make_settings(run_request const& request) {
  method const chosen = method_from_text(request.method);
  if (chosen == method::rqmc && request.max_evaluations < smallest_quasi_random_budget)
    throw input_error("--max-evaluations is " + std::to_string(request.max_evaluations) +
                      ": the method rqmc needs at least " + std::to_string(smallest_quasi_random_budget));
  auto const threads =
      request.threads > 0 ? execution_policy(request.threads) : execution_policy::whole_machine();
  return {chosen,
          precision_for(chosen, request.precision),
          request.seed ? *request.seed : trident::detail::drawn_seed(),
          threads,
          request.max_evaluations,
          request.time_limit_seconds};
}

} // namespace trident::program
