// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/limits/excluded_couplings.hpp>
#include <trident/mc/progress.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/quadrature.hpp>

namespace trident::runtime {

/// A part of what is counted: one target in one spectrum by one process.
struct weighted_part {
  double weight; ///< of its cross section in the sum
  registry::target_choice target;
  std::size_t configuration; ///< place of its process and spectrum
};

/// sigma/sigma_SM of a weighted sum of cross sections over the mass of a Z', at all couplings.
struct ratio_polynomials_request {
  std::vector<configuration> configurations; ///< with the model at any mass
  std::vector<weighted_part> parts;
  std::vector<registry::model_choice> models; ///< at coupling 1, one a mass
  inclusive_options options;
  execution_policy threads = execution_policy::whole_machine();
};

/// One polynomial a mass, side by side. Throws computation_stopped.
inline std::vector<ratio_polynomial> ratio_polynomials(ratio_polynomials_request const& request,
                                                       progress_function const& progress) {
  std::vector<inclusive_estimate> contacts(request.parts.size());
  std::vector<ratio_polynomial> result(request.models.size());
  trident::detail::stopwatch const watch;
  std::atomic<std::size_t> done = 0;
  auto const goes_on = [&] {
    double const share = static_cast<double>(done) / static_cast<double>(result.size());
    return (!progress || progress({share, done, 0, 0, watch.seconds()})) &&
           (!request.options.go_on || request.options.go_on());
  };
  auto const contact = [&](std::size_t i) {
    auto const& part = request.parts[i];
    contacts[i] = contact_part_on(part.target, request.configurations[part.configuration], request.options);
  };
  if (request.threads.for_each(contacts.size(), contact, goes_on) == chunks_outcome::stopped)
    throw computation_stopped();
  auto const row = [&](std::size_t i) {
    std::array<double, 3> sum{};
    for (std::size_t k = 0; k < contacts.size(); ++k) {
      auto const& part = request.parts[k];
      auto asked = request.configurations[part.configuration];
      asked.model = request.models[i];
      auto const one = polynomial_on(part.target, asked, contacts[k], request.options).coefficients();
      for (std::size_t power = 0; power < sum.size(); ++power) sum[power] += part.weight * one[power];
    }
    result[i] = make_ratio_polynomial(sum);
    ++done;
  };
  if (request.threads.for_each(result.size(), row, goes_on) == chunks_outcome::stopped)
    throw computation_stopped();
  return result;
}

} // namespace trident::runtime
