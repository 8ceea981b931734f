// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/event/event.hpp>
#include <trident/event/integrand.hpp>
#include <trident/mc/scrambled_sobol.hpp>
#include <trident/sampling/trial_source.hpp>

// Quasi-random points of an integrand of events, and what they stand for.

namespace trident::detail {

/// Independent estimates of a distribution, whose scatter is its error.
inline constexpr std::size_t event_scrambles = 16;

/// Some points of one scramble of one part; `first` and `last` are multiples of block_size.
struct event_points {
  std::uint64_t seed;
  std::size_t part, scramble;
  std::uint64_t first, last;
};

/// Streams of random numbers that no integration and no events have.
inline constexpr std::uint64_t distribution_streams = (std::uint64_t{1} << 62) + (std::uint64_t{1} << 61);

/// Calls visit(event, density, trial) for all points with a cross section.
template <std::size_t Dimension, class Visit>
void visit_events_in(event_integrand const& f, event_points const& points, stop_question const& go_on,
                     Visit const& visit) {
  scrambled_sobol<Dimension> const sequence(points.seed, distribution_streams + points.part, points.scramble);
  trial_source const random(points.seed, distribution_streams + points.part);
  block_coordinates<Dimension> block;
  std::vector<double> places(Dimension * block_size), densities(block_size);
  for (std::uint64_t n = points.first; n < points.last; n += block_size) {
    if (go_on && !go_on()) throw computation_stopped();
    sequence.fill(n, block);
    for (std::size_t i = 0; i < block_size; ++i)
      for (std::size_t axis = 0; axis < Dimension; ++axis) places[i * Dimension + axis] = block[axis][i];
    f.densities(places, densities);
    for (std::size_t i = 0; i < block_size; ++i) {
      if (!(densities[i] > 0)) continue;
      trial const at{n + i, points.scramble};
      double const parent = random.four(at, 0)[0];
      event made = f.event_at(std::span(places).subspan(i * Dimension, Dimension), at, 0, parent);
      visit(made, densities[i], at);
    }
  }
}

/// The same for an integrand of any dimension.
template <std::size_t Dimension = 7, class Visit>
void visit_events(event_integrand const& f, event_points const& points, stop_question const& go_on,
                  Visit const& visit) {
  constexpr std::size_t most = 10;
  if (f.coordinates() == Dimension) return visit_events_in<Dimension>(f, points, go_on, visit);
  if constexpr (Dimension < most)
    visit_events<Dimension + 1>(f, points, go_on, visit);
  else
    throw input_error("distributions of events have integrands of 7 to 10 coordinates, not of " +
                      std::to_string(f.coordinates()));
}

} // namespace trident::detail
