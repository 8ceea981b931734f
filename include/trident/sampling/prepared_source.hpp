// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/mc/vegas.hpp>
#include <trident/sampling/adapted_integrand.hpp>
#include <trident/sampling/partition.hpp>
#include <trident/sampling/preparation_options.hpp>

namespace trident {

/// What a source of events is prepared with: all that it draws from, in values that can be stored.
template <std::size_t Dimension>
struct prepared_source {
  integral_estimate cross_section; ///< [fb]
  adapted_map<Dimension> map;
  std::vector<conditional_map<Dimension>> layers; ///< see adapted_integrand
  std::vector<cell<Dimension>> cells;
  std::uint64_t seed = 0, stream = 0;

  /// Raises all maxima.
  void scale_maxima(double factor) {
    for (auto& one : cells) one.maximum *= factor;
  }
};

namespace detail {

// Streams of random numbers: integration has the lower half of them.
inline constexpr std::uint64_t partition_streams = std::uint64_t{1} << 62;
inline constexpr std::uint64_t event_streams = std::uint64_t{1} << 63;

/// Learns dependences from points spread evenly over the cube.
template <Integrand F>
void learn(adapted_integrand<F>& integrand, std::size_t count, trial_source const& random) {
  std::vector<typename adapted_integrand<F>::place> places(count);
  std::vector<double> values(count);
  std::array<typename adapted_integrand<F>::point_type, block_size> block;
  constexpr std::uint64_t learning = 1; // the partition has attempt 0
  for (std::size_t first = 0; first < count; first += block_size) {
    std::size_t const size = std::min(block_size, count - first);
    for (std::size_t i = 0; i < size; ++i) {
      block[i] = random.point<F::dimension>({first + i, learning});
      places[first + i] = conditional_map<F::dimension>::place_of(block[i]);
    }
    integrand.evaluate(std::span(block).first(size), std::span(values).subspan(first, size));
  }
  integrand.follow(places, values);
}

} // namespace detail

/// Integrates f, learns what depends on what, and cuts the cube into cells. Throws input_error if the integral is 0.
template <Integrand F>
prepared_source<F::dimension> prepare_source(F const& f, preparation_options const& options) {
  vegas_options vegas;
  vegas.relative_error = options.relative_error;
  vegas.seed = options.seed;
  vegas.stream = options.stream;
  vegas.threads = options.threads;
  auto run = run_vegas(f, vegas, [&](progress_report const&) { return !options.go_on || options.go_on(); });
  if (run.estimate.reason == stop_reason::cancelled) throw computation_stopped();
  if (!(run.estimate.value > 0))
    throw input_error("the cross section is " + detail::number_text(run.estimate.value) +
                      " fb: there are no events to make");
  trial_source const random(options.seed, detail::partition_streams + options.stream);
  adapted_integrand<F> integrand(f, run.state.map);
  detail::learn(integrand, options.partition.points_to_learn, random);
  prepared_source<F::dimension> result{
      run.estimate,       run.state.map,
      integrand.layers(), make_partition(integrand, options.partition, random, options.go_on),
      options.seed,       options.stream};
  result.scale_maxima(options.maximum_factor);
  return result;
}

} // namespace trident
